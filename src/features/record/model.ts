import { z } from 'zod'
import { Marking } from '#vocabulary/marking.ts'

/** How an act ended: done or read; refused by a rule, or failed on our side. */
export const outcomes = ['done', 'read', 'refused', 'failed'] as const

/** One line of the record: who did what to what, when, why, and how it ended. Never the content itself. */
export const Entry = z.object({
  id: z.int(),
  at: z.iso.datetime().meta({ title: 'Time' }),
  person: z.int().nullable(),
  /** Null where nobody was signed in, or the reader may not see the person. */
  name: z.string().nullable().meta({ title: 'Official' }),
  unit: z.string().nullable().meta({ title: 'Unit' }),
  state: z.string().nullable().meta({ title: 'State' }),
  operation: z.string().meta({ title: 'Operation' }),
  outcome: z.enum(outcomes).meta({ title: 'Outcome' }),
  subject: z.string().nullable().meta({ title: 'Subject' }),
  subjectIds: z.array(z.string()).meta({ title: 'Numbers' }),
  marking: Marking.meta({ title: 'Marking' }),
  purpose: z.string().nullable().meta({ title: 'Purpose' }),
  problem: z.string().nullable().meta({ title: 'Problem' }),
  correlation: z.string().nullable().meta({ title: 'Reference' }),
})
export type Entry = z.infer<typeof Entry>

/** What to look for in the record. */
export const Wanted = z.object({
  from: z.iso.datetime().optional().meta({ title: 'From' }),
  until: z.iso.datetime().optional().meta({ title: 'Until' }),
  person: z.int().optional().meta({ title: 'Official' }),
  operation: z.string().trim().max(100).optional().meta({
    title: 'Operation',
    description: 'Its name or the beginning of it, for example access.',
  }),
  outcome: z.enum(outcomes).optional().meta({ title: 'Outcome' }),
  subject: z.string().trim().max(100).optional().meta({ title: 'Subject' }),
  id: z.string().trim().max(100).optional().meta({ title: 'Number of the item' }),
  correlation: z.string().trim().max(100).optional().meta({ title: 'Reference' }),
})
export type Wanted = z.infer<typeof Wanted>

/** Entries newest first; `before` continues behind the last one. */
export const Page = z.object({
  entries: z.array(Entry),
  before: z.int().nullable().meta({ description: 'Ask with this for the next page; null at the end.' }),
})
