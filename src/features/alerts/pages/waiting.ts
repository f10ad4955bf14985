import type { Waiting } from '#ui/waiting.ts'
import { calls } from './calls.ts'

/** Reviews that are near and answers to give, for the navigation and the first screen. */
export const waiting = async (): Promise<Waiting[]> =>
  (await calls.alerts.waiting.call()).map(each => ({ ...each, href: '/alerts/due' }))
