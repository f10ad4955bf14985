import { z } from 'zod'
import { documentsOf, identitiesOf, objectsOf } from '#features/alerts/rows.ts'
import { flags } from '#features/alerts/kinds.ts'
import { Action } from '#features/alerts/model.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { hits } from './api.ts'
import { mostCounted } from './kinds.ts'
import { type Filter, Hit, HitLine, MisusedQuestion, Reason, Review, Subject } from './model.ts'
import { lineColumns, lineJoins, noteHits, readableHit, stateOf } from './rows.ts'
import { formsOf, formCounts } from './form-rows.ts'
import { knownOf } from './known.ts'

const pageSize = 50

/**
 * What waits for the reader, the one definition behind the queue, its count and the number in the navigation: hits that they may review
 * now. Whoever oversees reviews nothing, and sees what waits for anybody.
 */
const waitsForReader = (now: Date, purpose: Purpose | undefined): Sql =>
  join(
    [
      sql`h.state in ('open', 'first') and h.suppressed is null and h.ends_at > ${now}::timestamptz`,
      // Said here and not asked of the database: an `or` would keep the index of the queue from being used.
      ...(purpose === 'supervision' || purpose === 'request-of-the-person'
        ? []
        : [
            sql`h.executing_authority = (select network.my_authority()) and h.first_by is distinct from (select network.my_person())`,
          ]),
    ],
    'and',
    sql`true`,
  )

/** What a filter asks, as conditions on `h`. Who may see a row is not among them: the row policies say that. */
export function conditions(filter: Filter, now: Date, purpose: Purpose | undefined): Sql[] {
  const all: Sql[] = []
  if (filter.view === 'queue') all.push(waitsForReader(now, purpose))
  if (filter.view === 'ours')
    all.push(
      sql`h.owner_authority = (select network.my_authority()) and h.told_at is not null and (select person.i_keep_alerts())`,
    )
  if (filter.state.length > 0) all.push(sql`${stateOf(now)} = any(${filter.state})`)
  if (filter.verdict.length > 0) all.push(sql`h.verdict = any(${filter.verdict})`)
  if (filter.kind.length > 0) all.push(sql`h.kind = any(${filter.kind})`)
  if (filter.subjectKind) all.push(sql`h.subject_kind = ${filter.subjectKind}`)
  if (filter.subjects.length > 0) all.push(sql`h.subject_ref = any(${filter.subjects}::uuid[])`)
  if (filter.alert) all.push(sql`h.alert = ${filter.alert}`)
  return all
}

/**
 * When it matters: the departure; of whom no departure is known, when they were found. Written as in the index: PostgreSQL looks nothing
 * up by `coalesce` before row security has been asked of every row.
 */
const hour = sql`case when h.due_at is null then h.raised_at else h.due_at end`
/**
 * As far after as it is before, so that who departed long ago stands as low as who departs much later, and who is on the way, or stands
 * before an officer, above both.
 */
const order = (asOf: string): Sql =>
  sql`greatest(${hour}, ${asOf}::timestamptz + (${asOf}::timestamptz - ${hour})), h.raised_at, h.id`
/** Since when the pages are read, by which all of them are in one order, and the last hit read. */
const Cursor = z.tuple([z.iso.datetime(), z.iso.datetime(), z.iso.datetime(), z.uuid()])

const cursorOf = (
  asOf: string,
  { dueAt, raisedAt, id }: Pick<HitLine, 'dueAt' | 'raisedAt' | 'id'>,
): string => {
  const [from, at] = [Date.parse(asOf), Date.parse(dueAt ?? raisedAt)]
  return [asOf, new Date(Math.max(at, 2 * from - at)).toISOString(), raisedAt, id].join('~')
}

function placeOf(after: string): z.infer<typeof Cursor> {
  const read = Cursor.safeParse(after.split('~'))
  if (read.success) return read.data
  throw new Problem('invalid-input', 'The next page could not be found. Begin the list again.', [
    { path: ['after'], message: 'Not a place in this list.' },
  ])
}

/**
 * One page of hits and one more, in order: the nearest of those before them and the nearest of those after them, each read along the
 * index of the queue (`hit_queue`), and of these the nearest.
 * @param after the last hit read before; null on the first page.
 */
export function pageOf(all: readonly Sql[], asOf: string, after: z.infer<typeof Cursor> | null): Sql {
  const [, key = '', raisedAt = '', id = ''] = after ?? []
  const mirrored = after && new Date(2 * Date.parse(asOf) - Date.parse(key)).toISOString()
  const coming = [
    sql`${hour} >= ${asOf}::timestamptz`,
    ...(after
      ? [sql`(${hour}, h.raised_at, h.id) > (${key}::timestamptz, ${raisedAt}::timestamptz, ${id}::uuid)`]
      : []),
  ]
  const gone = [
    sql`${hour} < ${asOf}::timestamptz`,
    ...(after
      ? [
          sql`${hour} <= ${mirrored}::timestamptz
            and (${hour} < ${mirrored}::timestamptz or (h.raised_at, h.id) > (${raisedAt}::timestamptz, ${id}::uuid))`,
        ]
      : []),
  ]
  return sql`
    select h.* from (
      (select h.* from person.hit h where ${join([...all, ...coming], 'and', sql`true`)}
        order by ${hour}, h.raised_at, h.id limit ${pageSize + 1})
      union all
      (select h.* from person.hit h where ${join([...all, ...gone], 'and', sql`true`)}
        order by ${hour} desc, h.raised_at, h.id limit ${pageSize + 1})) h
    order by ${order(asOf)} limit ${pageSize + 1}`
}

/** One hit with all that the reader may know of it. */
export async function readHit(doing: Doing, id: string): Promise<Hit> {
  const { tx, ground } = doing
  const now = ground.clock()
  const row = await readableHit(doing, id)
  const line = await tx.row(
    HitLine.omit({ forms: true }).extend({
      subject: Subject,
      reasons: z.array(Reason),
      personKey: z.string(),
      withheld: z.boolean(),
    }),
    sql`
      with page as materialized (select h.* from person.hit h where h.id = ${id})
      select ${lineColumns(now)}, h.subject, h.person_key, w.withheld,
        case when h.ends_at > ${now}::timestamptz and not w.withheld then h.reasons else '[]' end as reasons
      from page h ${lineJoins}
      -- Reasons name the person of the alert. Whoever answers somebody else's request reads them with that alert, or not at all.
      cross join lateral (select h.ends_at > ${now}::timestamptz
        and (select network.my_lawful_purpose()) = 'request-of-the-person'
        and not exists (select from person.alert a where a.id = h.alert) as withheld) w`,
    'hit',
  )
  // The alert itself is read under the reader's own rights, as everywhere: the grounds are not asked for.
  const alert = await tx.maybe(
    z.object({ reference: z.string(), action: Action, flags: z.array(z.enum(flags)) }),
    sql`select reference, action, flags from person.alert where id = ${row.alert}`,
  )
  const one = alert ? [row.alert] : []
  const identities = (await identitiesOf(tx, one)).get(row.alert) ?? []
  const { personKey, ...shown } = line
  return {
    ...shown,
    forms: (await formCounts(tx, [id], now)).get(id) ?? { open: 0, late: 0 },
    alert: alert
      ? {
          id: row.alert,
          ...alert,
          number: row.number,
          identity: identities.find(each => each.number === row.number) ?? null,
          others: identities.filter(each => each.number !== row.number),
          documents: (await documentsOf(tx, one)).get(row.alert) ?? [],
          objects: (await objectsOf(tx, one)).get(row.alert) ?? [],
        }
      : null,
    reviews: await tx.rows(
      Review,
      sql`
        select r.id, r.round, r.place, jsonb_build_object('id', r.official, 'name', p.name) as official,
          jsonb_build_object('id', r.unit, 'name', u.name) as unit, r.verdict, r.reason, r.remember_months, r.at
        from person.hit_review r left join network.official p on p.id = r.official left join network.unit u on u.id = r.unit
        where r.hit = ${id} order by r.at, r.round, r.place`,
    ),
    earlier: personKey
      ? await tx.rows(
          Hit.shape.earlier.element,
          sql`
            select h.id as hit, h.verdict, r.reason, h.decided_at as at
            from person.hit h join person.hit_review r on r.hit = h.id and r.round = h.round and r.official = h.decided_by
            where h.alert = ${row.alert} and h.number = ${row.number} and h.person_key = ${personKey} and h.id <> ${id}
              and h.executing_authority = ${row.executingAuthority} and h.verdict is not null
            order by h.decided_at desc, h.id limit 20`,
        )
      : [],
    knownNotTheSame: await knownOf(tx, id),
    misused: alert
      ? await tx.rows(
          MisusedQuestion,
          sql`
            select number, question, answer, particulars, consent, consent_on from person.misused
            where alert = ${row.alert} order by number`,
        )
      : [],
    formsSent: (await formsOf(tx, id, now)).map(
      ({ text: _text, files: _files, owed: _owed, ...form }) => form,
    ),
  }
}

const Counted = z.object({ count: z.int(), more: z.boolean() })
/** How many there are, as far as anybody reads. */
const counted = (all: readonly Sql[]): Sql => sql`
  select least(count(*), ${mostCounted})::int as count, count(*) > ${mostCounted} as more
  from (select from person.hit h where ${join(all, 'and', sql`true`)} limit ${mostCounted + 1}) found`

export const readingVerbs = {
  async list({ tx, ground, context }, { after, ...filter }) {
    const now = ground.clock()
    const place = after === null ? null : placeOf(after)
    const asOf = place?.[0] ?? now.toISOString()
    const found = await tx.rows(
      HitLine.omit({ forms: true }),
      sql`
        with page as materialized (${pageOf(conditions(filter, now, context.purpose), asOf, place)})
        select ${lineColumns(now)} from page h ${lineJoins} order by ${order(asOf)}`,
    )
    const more = found.length > pageSize
    if (more) found.length = pageSize
    noteHits(tx, found)
    const counts = await formCounts(
      tx,
      found.map(each => each.id),
      now,
    )
    const last = found.at(-1)
    return {
      items: found.map(each => ({ ...each, forms: counts.get(each.id) ?? { open: 0, late: 0 } })),
      next: more && last ? cursorOf(asOf, last) : null,
    }
  },

  count({ tx, ground, context }, filter) {
    tx.note('hit', [])
    return tx.row(Counted, counted(conditions(filter, ground.clock(), context.purpose)))
  },

  /** Hits that the reader may still review, and forms that their bureau owes an answer; nobody is named, nothing noted. */
  waiting({ tx, ground, context }) {
    const now = ground.clock()
    const waits = waitsForReader(now, context.purpose)
    return tx.rows(
      Counted.extend({ what: z.enum(['hits', 'forms']), soonest: z.string().nullable() }),
      sql`
        select 'hits' as what, c.count, c.more, (select h.due_at from person.hit h where ${waits} and h.due_at is not null
          and ${hour} > ${now}::timestamptz order by ${hour}, h.raised_at, h.id limit 1) as soonest from (${counted([waits])}) c
        union all
        select 'forms', count(*)::int, false, min(f.due_at) from person.form f
        where f.due_at is not null and f.answered_at is null and f.to_authority = (select network.my_authority())
          and (select person.i_keep_alerts())`,
    )
  },

  read: (doing, { id }) => readHit(doing, id),
} satisfies Partial<Verbs<typeof hits>>
