import type { z } from 'zod'
import type { AlertContent } from '../content.ts'
import type { Subject } from '../kinds.ts'

/** What a file says of one alert, not yet checked. */
export interface Entry {
  line: number
  /** Which entry it is, in the words of the file: an id or a name. */
  where: string
  /** Its id in the source, so that bringing it in again finds it. */
  sourceId: string | null
  /** Null: whatever the list is about. */
  about: Subject | 'other' | null
  content: Omit<z.input<typeof AlertContent>, 'ground'> & {
    ground: Partial<z.input<typeof AlertContent>['ground']>
  }
}

/** Something to mend in the file. */
export interface Flaw {
  line: number
  where: string
  message: string
  mend: string | null
}

export interface Brought {
  entries: Entry[]
  flaws: Flaw[]
  /** What was left out although the entry was taken. */
  remarks: string[]
}

export const formats = ['json-lines', 'csv', 'ofac-sdn-csv', 'ofac-sdn-xml', 'un-xml'] as const
export type Format = (typeof formats)[number]

/** Tells the format from the beginning of the file; CSV with a heading where it is nothing else. */
export function formatOf(text: string): Format {
  const start = text.slice(0, 4000).trimStart()
  if (start.startsWith('{')) return 'json-lines'
  if (start.startsWith('<')) return /<CONSOLIDATED_LIST/i.test(start) ? 'un-xml' : 'ofac-sdn-xml'
  return /^\d+,"/.test(start) && start.includes('-0-') ? 'ofac-sdn-csv' : 'csv'
}
