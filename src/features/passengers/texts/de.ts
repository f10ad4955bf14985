import type { Translation } from '#ui/i18n.ts'
import { codes } from './codes-de.ts'
import { texts as en } from './en.ts'

export const texts: Translation<typeof en> = { ...en, ...codes }
