import { z } from 'zod'
import { newSubmission } from '#ui/call.ts'
import { cleaned, readAt, type Values, writeAt } from '#ui/form-values.ts'
import { ageBands, PersonAggregate } from '#vocabulary/person-aggregate.ts'
import { Marking } from '#vocabulary/marking.ts'
import { Urgency } from '#vocabulary/urgency.ts'
import { Content, Member, Trigger } from '../content.ts'
import { Handling, type Warning } from '../model.ts'
import { calls } from './calls.ts'
import { readPeriod } from './period-words.ts'

/** Names of drafts on this device begin so. */
export const draftPrefix = 'warning-'

const Count = z.int().min(0).max(1_000_000).optional()
const day = (which: 'inForceUntil' | 'keepUntil') =>
  z.iso
    .date()
    .nullable()
    .default(null)
    .meta(Handling.shape[which].meta() ?? {})

/** What a draft may be: anything may be missing. Days stand in place of moments. */
const Draftable = z.object({
  ...Content.shape,
  persons: PersonAggregate.extend({
    ages: z.object(Object.fromEntries(ageBands.map(band => [band, Count]))).optional(),
  })
    .nullable()
    .default(null),
  marking: Handling.shape.marking,
  audience: Handling.shape.audience,
  inForceUntil: day('inForceUntil'),
  keepUntil: day('keepUntil'),
})

/** The form as it is written: what must be there before it can be sent is asked for. */
export const Writing = Draftable.extend({
  triggers: z.array(Trigger).min(1).max(4),
  summary: z.string().trim().min(1).max(4000),
  when: z.string().trim().min(1).max(80),
  urgency: Urgency,
  marking: Marking,
  audience: z.array(Member).min(1).max(200),
})

/** What goes to the server. */
export interface Body {
  content: z.input<typeof Content>
  handling: z.input<typeof Handling>
}

/** What ties a draft on this device to the server's. Changed in place, and kept with the draft. */
export interface Link {
  id: string | null
  revision: number
  /** The last body the server took, as text. */
  last?: string | undefined
  /** A saving that may or may not have arrived; it is repeated with the same key before anything else is sent. */
  pending: { key: string; body: Body } | null
  /** A sending that may or may not have arrived. */
  sending: { key: string; revision: number; as: 'issue' | 'submit' } | null
}

/** A draft as this device keeps it. */
export interface Kept {
  values: Values
  link: Link
  full: boolean
}

export const freshLink = (of?: Pick<Warning, 'id' | 'revision'>): Link => ({
  id: of?.id ?? null,
  revision: of?.revision ?? 0,
  pending: null,
  sending: null,
})

const endOfDay = (date: unknown): string | null =>
  typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T23:59:00Z` : null

/** The typed form as content and handling; what cannot be read yet is left out and stays on this device. */
export const bodyOf = (values: Values, today: Date): Body => {
  const when = typeof values.when === 'string' ? readPeriod(values.when, today) : null
  let tidy: Values = {
    ...values,
    ...(when?.ok && { when: when.period }),
    relations: Array.isArray(values.relations) ? values.relations : [],
  }
  for (let tries = 0; tries < 60; tries += 1) {
    const parsed = Draftable.safeParse(cleaned(Draftable, tidy))
    if (parsed.success) {
      const { marking, audience, inForceUntil, keepUntil, ...content } = parsed.data
      return {
        content: content,
        handling: {
          marking,
          audience,
          inForceUntil: endOfDay(inForceUntil),
          keepUntil: endOfDay(keepUntil),
        },
      }
    }
    for (const { path } of parsed.error.issues) tidy = without(tidy, path.map(String))
  }
  return { content: {}, handling: {} }
}

/** Leaves out the entry of a list, the pair that is half filled, or the field. */
const without = (values: Values, path: string[]): Values => {
  const [first = '', second] = path
  const list = readAt(values, first)
  if (Array.isArray(list) && second !== undefined)
    return { ...values, [first]: list.filter((_, index) => String(index) !== second) }
  if (['grading', 'price'].includes(first)) return { ...values, [first]: null }
  const at = path.join('.')
  if (readAt(values, at) === undefined && path.length > 1) return { ...values, [first]: undefined }
  return writeAt(values, at, undefined)
}

/** A stored warning as it stands in the form. */
export const valuesOf = (content: z.output<typeof Content>, handling: Handling): Values => ({
  ...content,
  marking: handling.marking,
  audience: handling.audience,
  inForceUntil: handling.inForceUntil?.slice(0, 10) ?? '',
  keepUntil: handling.keepUntil?.slice(0, 10) ?? '',
})

/**
 * Brings the server's draft to what is typed. A saving whose answer got lost is repeated first, word for word and with its
 * key, so that nothing is made twice and our own saving is never taken for somebody else's.
 * @param keep puts the link on this device before anything is sent, so that a reload in the middle repeats it too.
 * @throws the server's problem, `conflict` where somebody else saved meanwhile; a TypeError where the line is down.
 */
export const keepOnServer = async (link: Link, body: Body, keep: () => Promise<unknown>): Promise<void> => {
  if (link.pending) await deliver(link, link.pending)
  if (link.last === JSON.stringify(body)) return
  link.pending = { key: newSubmission(), body }
  await keep()
  await deliver(link, link.pending)
}

const deliver = async (link: Link, { key, body }: { key: string; body: Body }): Promise<void> => {
  const context = { submission: key }
  try {
    const saved =
      link.id === null
        ? await calls.warnings.draft.call(body, { context })
        : await calls.warnings.save.call({ id: link.id, revision: link.revision, ...body }, { context })
    link.id = saved.id
    link.revision = saved.revision
    link.last = JSON.stringify(body)
    link.pending = null
  } catch (error) {
    // The server has spoken: the same words would be refused again.
    if (answered(error)) link.pending = null
    throw error
  }
}

const answered = (error: unknown): boolean => {
  const status = (error as { status?: unknown }).status
  return typeof status === 'number' && status >= 400 && status < 500
}

/** Takes another's revision as the one that the next saving replaces: the writer has seen it. */
export const saveOver = (link: Link, revision: number): void => {
  Object.assign(link, { revision, pending: null, last: undefined })
}

/** Chooses the key under which the present revision is sent, before anything is sent, so that it can be kept with the draft. */
export const prepareSending = (link: Link, as: 'issue' | 'submit'): void => {
  if (link.sending?.revision === link.revision && link.sending.as === as) return
  link.sending = { key: newSubmission(), revision: link.revision, as }
}

/** Sends what was prepared: issues it, or asks the contact point. Safe to repeat until an answer comes. */
export const sendDraft = async ({ id, sending }: Link) => {
  if (id === null || !sending) throw new Error('A draft is saved and prepared before it is sent.')
  const { key, revision, as } = sending
  return calls.warnings[as].call({ id, revision }, { context: { submission: key } })
}
