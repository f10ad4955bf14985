import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { alerts } from './api.ts'
import { faultsOf, refuse, refuseAbove } from './check.ts'
import type { AlertContent } from './content.ts'
import { queueTending } from './tending.ts'
import { Time } from './model.ts'
import {
  actorOf,
  type AlertRow,
  contentsOf,
  endOf,
  type ListRow,
  ownAlert,
  ownList,
  readableAlert,
} from './rows.ts'
import { changedFields, completed, writeParts } from './writing.ts'

const Saved = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  reviewAt: Time,
  expiresAt: Time,
})
const saved = sql`id, reference, version, review_at, expires_at`

// Crockford's base 32: no letter that is taken for a digit.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const drawn = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
/** A reference that says nothing: a counting one would tell how many alerts there are. */
export const newReference = (state: string): string => `${state}-${drawn()}-${drawn()}`

const today = (now: Date): string => now.toISOString().slice(0, 10)

/** One entry of the history of an alert that stands. */
export async function remember(
  doing: Doing,
  alert: Pick<AlertRow, 'id'>,
  act: string,
  {
    fields = [],
    before = null,
    reason = null,
  }: { fields?: string[]; before?: unknown; reason?: string | null } = {},
): Promise<void> {
  const { person, unit } = actorOf(doing)
  await doing.tx.run(sql`
    insert into person.alert_history (alert, reference, list, owner_authority, owner_state, marking, version, act, fields, before,
      reason, official, unit, at)
    select id, reference, list, owner_authority, owner_state, marking, version, ${act}, ${fields},
      ${before === null ? null : { json: before }}, ${reason}, ${person}, ${unit}, ${doing.ground.clock()}
    from person.alert where id = ${alert.id}`)
}

/** Enters alerts whose content has been checked; gives their ids, in order. */
export async function enterAll(
  doing: Doing,
  list: ListRow,
  all: readonly { content: AlertContent; sourceId: string | null }[],
): Promise<z.infer<typeof Saved>[]> {
  const { tx, ground } = doing
  const actor = actorOf(doing)
  const now = ground.clock()
  const rows = all.map(({ content, sourceId }, at) => ({
    at,
    reference: newReference(actor.state),
    action: content.action,
    legal_basis: content.legalBasis,
    flags: content.flags,
    particulars: content.particulars,
    marking: markingLevel(content.marking ?? list.marking),
    ends_at: content.endsOn === null ? null : endOf(content.endsOn),
    source_id: sourceId,
  }))
  const entered = await tx.rows(
    Saved,
    sql`
      insert into person.alert (reference, list, owner_authority, owner_state, kind, purposes, audience_id, marking, action,
        legal_basis, flags, particulars, valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at, source_id)
      select r.reference, l.id, ${actor.authority}, ${actor.state}, l.kind, l.purposes, l.audience_id, r.marking, r.action,
        r.legal_basis, r.flags, r.particulars, ${now}, t.review_at, least(t.review_at, r.ends_at), ${actor.person}, ${now},
        ${actor.person}, ${now}, r.source_id
      from jsonb_to_recordset(${{ json: rows }}::jsonb) as r (at integer, reference text, action text, legal_basis text, flags text[],
        particulars jsonb, marking smallint, ends_at timestamptz, source_id text),
        person.list l, lateral (select ${now}::timestamptz(3) + make_interval(months => ${list.reviewMonths}) as review_at) t
      where l.id = ${list.id}
      returning ${saved}`,
  )
  // Told apart by their references, which were drawn in order.
  const byReference = new Map(entered.map(each => [each.reference, each]))
  const inOrder = rows.flatMap(row => byReference.get(row.reference) ?? [])
  await writeParts(
    tx,
    inOrder.map(({ id }, i) => ({ id, content: (all[i] as { content: AlertContent }).content })),
  )
  await tx.run(sql`
    insert into person.alert_history (alert, reference, list, owner_authority, owner_state, marking, version, act, official, unit, at)
    select id, reference, list, owner_authority, owner_state, marking, version, 'entered', ${actor.person}, ${actor.unit}, ${now}
    from person.alert where id = any(${inOrder.map(each => each.id)}::uuid[])`)
  await queueTending(doing)
  return inOrder
}

/** Writes what differs; nothing at all where nothing does. */
export async function changeTo(
  doing: Doing,
  row: AlertRow,
  before: AlertContent,
  content: AlertContent,
): Promise<z.infer<typeof Saved> & { fields: string[] }> {
  const { tx, ground } = doing
  const fields = changedFields(before, content)
  if (fields.length === 0) return { ...row, fields }
  await remember(doing, row, 'changed', {
    fields,
    before: Object.fromEntries(fields.map(f => [f, before[f as keyof AlertContent]])),
  })
  const done = await tx.row(
    Saved,
    sql`
      update person.alert set action = ${content.action}, legal_basis = ${content.legalBasis}, flags = ${content.flags},
        particulars = ${{ json: content.particulars }}, marking = ${markingLevel(content.marking ?? row.marking)},
        expires_at = least(review_at, ${content.endsOn === null ? null : endOf(content.endsOn)}::timestamptz),
        version = version + 1, changed_by = ${actorOf(doing).person}, changed_at = ${ground.clock()}
      where id = ${row.id} returning ${saved}`,
    'alert of yours',
  )
  await writeParts(tx, [{ id: row.id, content }])
  return { ...done, fields }
}

export const keepingVerbs = {
  async enter(doing, { list: id, content }) {
    const list = await ownList(doing, id)
    refuse(faultsOf(content, list, today(doing.ground.clock())))
    const whole = completed(content, list)
    refuseAbove(actorOf(doing).clearance, whole.marking ?? list.marking)
    const [made] = await enterAll(doing, list, [{ content: whole, sourceId: null }])
    if (!made) throw notFound('list of yours')
    doing.tx.note('alert', [made.id], whole.marking ?? list.marking)
    return made
  },

  async change(doing, { id, version, content }) {
    const row = await ownAlert(doing, id, version)
    const list = await ownList(doing, row.list)
    refuse(faultsOf(content, list, today(doing.ground.clock())))
    const whole = completed(content, list)
    refuseAbove(actorOf(doing).clearance, whole.marking ?? list.marking)
    const before = (await contentsOf(doing.tx, [row])).get(id) ?? whole
    return changeTo(doing, row, before, whole)
  },

  async extend(doing, { id, version, months, assessment }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const row = await ownAlert(doing, id, version)
    const list = await ownList(doing, row.list)
    if (months > list.reviewMonths)
      throw new Problem(
        'invalid-input',
        `This list keeps for at most ${list.reviewMonths} months at a time.`,
        [
          {
            path: ['months'],
            message: `At most ${list.reviewMonths}.`,
            mend: `Write ${list.reviewMonths} or less.`,
          },
        ],
      )
    const now = ground.clock()
    const { until } = await tx.row(
      z.object({ until: Time }),
      sql`select ${now}::timestamptz(3) + make_interval(months => ${months}) as until`,
    )
    if (until <= row.expiresAt)
      throw new Problem('invalid-input', 'That would not be longer than it is kept now.', [
        { path: ['months'], message: `It stands until ${row.expiresAt.slice(0, 10)} already.` },
      ])
    await tx.run(sql`
      insert into person.alert_assessment (alert, version, text, until, official, at)
      values (${id}, ${row.version + 1}, ${assessment}, ${until}, ${actor.person}, ${now})`)
    await remember(doing, row, 'extended', {
      fields: ['reviewAt', 'expiresAt'],
      before: { reviewAt: row.reviewAt, expiresAt: row.expiresAt },
    })
    const done = await tx.row(
      Saved,
      sql`
        update person.alert set review_at = ${until}, expires_at = ${until}, version = version + 1, reminded_at = null,
          changed_by = ${actor.person}, changed_at = ${now}
        where id = ${id} returning ${saved}`,
      'alert of yours',
    )
    await queueTending(doing)
    return done
  },

  async withdraw(doing, { id, version, reason }) {
    const row = await ownAlert(doing, id, version ?? undefined)
    await remember(doing, row, 'withdrawn', { reason })
    await doing.tx.run(sql`delete from person.alert where id = ${id}`)
    return { id }
  },

  async link(doing, { id, other, kind }) {
    const { tx, ground } = doing
    const row = await ownAlert(doing, id)
    if (id === other) throw new Problem('invalid-input', 'An alert is not linked to itself.')
    await readableAlert(doing, other)
    const added = await tx.run(sql`
      insert into person.alert_link (alert, other, kind, made_by, made_at)
      values (${id}, ${other}, ${kind}, ${actorOf(doing).person}, ${ground.clock()})
      on conflict (alert, other) do nothing`)
    if (added > 0) await remember(doing, row, 'linked', { reason: kind })
    return { id }
  },

  async unlink(doing, { id, other }) {
    const row = await ownAlert(doing, id)
    const gone = await doing.tx.maybe(
      z.object({ kind: z.string() }),
      sql`delete from person.alert_link where alert = ${id} and other = ${other} returning kind`,
    )
    if (!gone) throw notFound('link')
    await remember(doing, row, 'unlinked', { reason: gone.kind })
    return { id }
  },
} satisfies Partial<Verbs<typeof alerts>>
