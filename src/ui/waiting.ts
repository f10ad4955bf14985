import { createContext } from 'react'
import type { Competence } from '#vocabulary/actor.ts'

/** What waits for a person at one place: how much, and the hour by which the first of it does. Numbers alone, nobody's name. */
export interface Waiting {
  /** A key of `src/app/web/texts/`, as `waits.hits`. */
  what: string
  count: number
  /** There are more than were counted. */
  more?: boolean
  soonest: string | null
  href: string
}

/** How a screen is asked what waits there; only those with one of the competences are concerned. */
export interface Asked {
  may: readonly Competence[]
  load: () => Promise<{ waiting: () => Promise<readonly Waiting[]> }>
}

/** What waits for the reader behind a stated purpose, in words. */
export interface Desk {
  lines: readonly (Waiting & { words: string })[]
  /** `purpose`: none is stated in this tab, and nothing can be counted; `failed`: not all could be counted. */
  state: 'purpose' | 'counting' | 'failed' | 'counted'
  /** It was the line that failed, and not the server. */
  offline: boolean
  /** Counts once more. */
  again: () => void
}

/** For the first screen, which stands before the features that count; null for those who have none of them. */
export const DeskContext = createContext<Desk | null>(null)
