import type { Waiting } from '#ui/waiting.ts'
import { calls } from './calls.ts'

const at = { hits: '/hits', forms: '/hits/forms' } as const

/** Hits to look at and forms to answer, for the navigation and the first screen. */
export const waiting = async (): Promise<Waiting[]> =>
  (await calls.hits.waiting.call()).map(each => ({ ...each, href: at[each.what] }))
