import type { Waiting } from '#ui/waiting.ts'
import { calls } from './calls.ts'

const at = {
  people: '/passengers/review',
  aside: '/passengers/messages?state=quarantined',
  quiet: '/passengers/carriers',
} as const

/** People to decide on, messages put aside and carriers to look at, for the navigation and the first screen. */
export const waiting = async (): Promise<Waiting[]> =>
  (await calls.passengers.waiting.call()).map(each => ({ ...each, href: at[each.what] }))
