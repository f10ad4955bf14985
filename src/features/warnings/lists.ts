import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { warnings } from './api.ts'
import { listedColumns, listedJoins, statusAt } from './listed.ts'
import { type Filter, Listed } from './model.ts'
import { wordQuery } from './words.ts'

/** With one more it is the 51 of work.newest_warnings. */
const pageSize = 50
/** A map of more would show nothing. */
const mostOnMap = 2000

type View = Filter['view']
const unsent = (view: View): boolean => view === 'drafts' || view === 'to-validate'

/** What a filter asks, as conditions on `w`. Who may see a row is not among them: the row policies say that. */
function conditions(filter: Filter, now: Date): Sql[] {
  const all: Sql[] = [byView[filter.view]]
  const among = (column: Sql, values: readonly string[]) => {
    if (values.length > 0) all.push(sql`${column} = any(${values})`)
  }
  const sharing = (column: Sql, values: readonly string[]) => {
    if (values.length > 0) all.push(sql`${column} && ${values}::text[]`)
  }
  among(sql`w.urgency`, filter.urgency)
  among(sql`(${statusAt(now)})`, filter.status)
  among(sql`w.route`, filter.route)
  among(sql`w.owner_state`, filter.state)
  sharing(sql`w.countries`, filter.country)
  sharing(sql`w.citizenships`, filter.citizenship)
  sharing(sql`w.means`, filter.means)
  sharing(sql`w.triggers`, filter.trigger)
  if (filter.marking.length > 0) all.push(sql`w.marking = any(${filter.marking.map(markingLevel)}::int[])`)
  if (filter.from) all.push(sql`w.issued_at >= ${filter.from}::date`)
  if (filter.to) all.push(sql`w.issued_at < ${filter.to}::date + 1`)
  if (filter.search) all.push(found(filter.search))
  return all
}

const byView: Readonly<Record<View, Sql>> = {
  all: sql`w.issued_at is not null`,
  addressed: sql`w.issued_at is not null
    and w.id in (select x.warning from work.warning_delivery x where x.unit = (select network.my_unit()))`,
  unanswered: sql`w.status = 'issued'
    and w.id in (select x.warning from work.warning_delivery x where x.unit = (select network.my_unit())
      and not exists (select from work.warning_answer y where y.warning = x.warning and y.unit = x.unit))`,
  ours: sql`w.issued_at is not null and w.owner_authority = (select network.my_authority())`,
  drafts: sql`w.issued_at is null and w.owner_unit = (select network.my_unit())`,
  'to-validate': sql`w.status = 'submitted' and w.owner_state = (select network.my_state())`,
}

/** Words in the text, or a number that begins so. */
function found(search: string): Sql {
  const query = wordQuery(search)
  const number = `${search.toUpperCase().replace(/[^A-Z0-9-]/g, '')}%`
  return query === null
    ? sql`false`
    : sql`(w.id in (select work.warning_search(${query})) or (${number.startsWith('EWS-')} and w.number like ${number}))`
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

function readCursor(after: string | null): z.infer<typeof Cursor> | undefined {
  if (after === null) return undefined
  const read = Cursor.safeParse(after.split('~'))
  if (!read.success)
    throw new Problem('invalid-input', 'The next page could not be found. Begin the list again.', [
      { path: ['after'], message: 'Not a place in this list.' },
    ])
  return read.data
}

/** One page of rows in order. Without a filter by the shortest way: see work.newest_warnings. */
function page(filter: Filter, now: Date, after: string | null): Sql {
  const at = unsent(filter.view) ? sql`w.updated_at` : sql`w.issued_at`
  const cursor = readCursor(after)
  const asked = conditions(filter, now)
  if (filter.view === 'all' && asked.length === 1)
    return sql`
      select w.* from work.warning w
      where w.id = any((select work.newest_warnings(${cursor?.[0] ?? null}, ${cursor?.[1] ?? null}))::uuid[])`
  const place = cursor ? [sql`(${at}, w.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []
  return sql`
    select w.* from work.warning w where ${join([...asked, ...place], 'and')} order by ${at} desc, w.id desc limit ${pageSize + 1}`
}

/** Reading a list is reading its titles: what is marked goes into the record. */
export function noteAll(tx: Tx, items: readonly Pick<Listed, 'id' | 'marking'>[]): void {
  for (const { id, marking } of items) if (marking !== 'PUBLIC') tx.note('warning', [id], marking)
}

export const listVerbs = {
  async list({ tx, ground }, { after, ...filter }) {
    const now = ground.clock()
    const at = unsent(filter.view) ? sql`w.updated_at` : sql`w.issued_at`
    const items = await tx.rows(
      Listed,
      sql`
        with page as materialized (${page(filter, now, after)})
        select ${listedColumns(now)} from page w ${listedJoins}
        order by ${at} desc, w.id desc`,
    )
    const more = items.length > pageSize
    if (more) items.length = pageSize
    noteAll(tx, items)
    const last = items.at(-1)
    const time = unsent(filter.view) ? last?.updatedAt : last?.issuedAt
    return { items, next: more && last && time ? `${time}~${last.id}` : null }
  },

  count: ({ tx, ground }, filter) =>
    tx.row(
      z.object({ count: z.int() }),
      sql`
        select count(*)::int as count from work.warning w where ${join(conditions(filter, ground.clock()), 'and')}`,
    ),

  async suggest({ tx, ground }, { text }) {
    const now = ground.clock()
    const items = await tx.rows(
      Listed,
      sql`
        with page as materialized (select w.* from work.warning w
          where w.issued_at is not null and ${found(text)} order by w.issued_at desc limit 8)
        select ${listedColumns(now)} from page w ${listedJoins} order by w.issued_at desc`,
    )
    noteAll(tx, items)
    return items.map(({ id, number, title, marking, status }) => ({ id, number, title, marking, status }))
  },

  async places({ tx, ground }, filter) {
    const now = ground.clock()
    const items = await tx.rows(
      Listed,
      sql`
        with page as materialized (select w.* from work.warning w
          where ${join(conditions({ ...filter, view: 'all', status: [] }, now), 'and')} and w.status <> 'withdrawn'
          order by w.issued_at desc limit ${mostOnMap})
        select ${listedColumns(now)} from page w ${listedJoins} order by w.issued_at desc`,
    )
    noteAll(tx, items)
    return items
  },
} satisfies Partial<Verbs<typeof warnings>>
