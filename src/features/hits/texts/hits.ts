import { addTexts } from '#ui/i18n.ts'
import { texts as en } from './en.ts'

export const hitTexts = addTexts('hits', {
  en,
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
})
