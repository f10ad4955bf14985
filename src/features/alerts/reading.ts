import { z } from 'zod'
import { documentNumber } from '#core/match/records.ts'
import { wordQuery } from '#features/warnings/words.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import { Marking } from '#vocabulary/marking.ts'
import type { alerts } from './api.ts'
import { Achieved, Alert, AlertLine, Assessment, type Filter, HistoryEntry, Link } from './model.ts'
import {
  documentsOf,
  groundsOf,
  identitiesOf,
  lineColumns,
  lineJoins,
  markingName,
  noteLines,
  objectsOf,
} from './rows.ts'
import { searchKeys } from './signs.ts'

const pageSize = 50

/** Alerts with this document among theirs, alone or in a range; or with one of a whole range. */
export const withDocument = (from: string, to = from): Sql => sql`
  (select d.alert from person.alert_document d
     where d.number_from >= ${from} and d.number_from <= ${to} and length(d.number_from) = length(${from})
   union all select d.alert from person.alert_document d where d.number_from <> d.number_to
     and d.number_from <= ${to} and d.number_to >= ${from} and length(d.number_from) = length(${from}))`

/** What a filter asks, as conditions on `a`. Who may see a row is not among them: the row policies say that. */
function conditions(filter: Filter, now: Date): Sql[] {
  const all: Sql[] = []
  if (filter.list) all.push(sql`a.list = ${filter.list}`)
  if (filter.kind.length > 0) all.push(sql`a.kind = any(${filter.kind})`)
  if (filter.state.length > 0) all.push(sql`a.owner_state = any(${filter.state})`)
  if (filter.view !== 'all')
    all.push(sql`a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())`)
  if (filter.view === 'due')
    all.push(sql`exists (select from person.list x where x.id = a.list
      and a.expires_at <= ${now}::timestamptz + make_interval(months => x.warn_months))`)
  if (filter.search) {
    const words = wordQuery(filter.search)
    const reference = filter.search.toUpperCase().replace(/[^0-9A-Z-]/g, '')
    const byReference = /^[A-Z]{2}-[0-9A-Z]{3}/.test(reference)
      ? [sql`a.reference like ${`${reference}%`}`]
      : []
    const byWords = words === null ? [] : [sql`a.id in (select person.alert_search(${words}))`]
    all.push(sql`(${join([...byReference, ...byWords], 'or', sql`false`)})`)
  }
  const number = documentNumber(filter.document)
  if (filter.document) all.push(number ? sql`a.id in ${withDocument(number)}` : sql`false`)
  const keys = searchKeys(filter.object)
  if (filter.object)
    all.push(
      keys.length > 0
        ? sql`a.id in (select t.alert from person.alert_object t where t.keys && ${keys}::text[])`
        : sql`false`,
    )
  return all
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

function place(after: string | null): Sql[] {
  if (after === null) return []
  const read = Cursor.safeParse(after.split('~'))
  if (!read.success)
    throw new Problem('invalid-input', 'The next page could not be found. Begin the list again.', [
      { path: ['after'], message: 'Not a place in this list.' },
    ])
  return [sql`(a.entered_at, a.id) < (${read.data[0]}::timestamptz, ${read.data[1]}::uuid)`]
}

export const readingVerbs = {
  async list({ tx, ground }, { after, ...filter }) {
    const now = ground.clock()
    const items = await tx.rows(
      AlertLine,
      sql`
        with page as materialized (
          select a.* from person.alert a where ${join([...conditions(filter, now), ...place(after)], 'and', sql`true`)}
          order by a.entered_at desc, a.id desc limit ${pageSize + 1})
        select ${lineColumns(now)} from page a ${lineJoins} order by a.entered_at desc, a.id desc`,
    )
    const more = items.length > pageSize
    if (more) items.length = pageSize
    noteLines(tx, items)
    const last = items.at(-1)
    return { items, next: more && last ? `${last.enteredAt}~${last.id}` : null }
  },

  count({ tx, ground }, filter) {
    tx.note('alert', [])
    return tx.row(
      z.object({ count: z.int() }),
      sql`select count(*)::int as count from person.alert a where ${join(conditions(filter, ground.clock()), 'and', sql`true`)}`,
    )
  },

  async read({ tx, ground }, { id }) {
    const now = ground.clock()
    const found = await tx.row(
      Alert.omit({
        identities: true,
        documents: true,
        objects: true,
        links: true,
        ground: true,
        assessments: true,
        achieved: true,
      }),
      sql`
        with page as materialized (select a.* from person.alert a where a.id = ${id})
        select ${lineColumns(now)}, a.legal_basis, a.particulars, coalesce(l.four_eyes, false) as four_eyes, a.valid_from, a.changed_at
        from page a ${lineJoins}`,
      'alert',
    )
    tx.note('alert', [id], found.marking)
    return {
      ...found,
      identities: (await identitiesOf(tx, [id])).get(id) ?? [],
      documents: (await documentsOf(tx, [id])).get(id) ?? [],
      objects: (await objectsOf(tx, [id])).get(id) ?? [],
      ground: (await groundsOf(tx, [id])).get(id)?.[0] ?? null,
      links: await tx.rows(
        Link,
        sql`
          with linked as (
            select k.other as id, k.kind, k.made_at, true as outward from person.alert_link k where k.alert = ${id}
            union all select k.alert, k.kind, k.made_at, false from person.alert_link k where k.other = ${id}),
          page as materialized (select a.*, k.kind as link_kind, k.made_at, k.outward
            from linked k join person.alert a on a.id = k.id),
          lines as (select ${lineColumns(now)}, a.link_kind, a.made_at, a.outward from page a ${lineJoins})
          select jsonb_build_object('id', id, 'reference', reference, 'kind', kind, 'title', title) as alert, link_kind as kind,
            outward and ${found.mine} as mine, made_at
          from lines order by made_at, id`,
      ),
      assessments: await tx.rows(
        Assessment,
        sql`
          select s.text, s.until, s.at, jsonb_build_object('id', s.official, 'name', p.name) as official
          from person.alert_assessment s left join network.official p on p.id = s.official
          where s.alert = ${id} order by s.at`,
      ),
      achieved: await tx.rows(
        Achieved,
        sql`
          select x.id, jsonb_build_object('id', x.unit, 'name', u.name) as unit, x.note, x.at, x.due_at,
            x.answered_at is null and x.due_at <= ${now}::timestamptz as late, x.stands_because, x.answered_at
          from person.alert_achieved x left join network.unit u on u.id = x.unit where x.alert = ${id} order by x.at`,
      ),
    }
  },

  async history({ tx }, { id }) {
    const rows = await tx.rows(
      HistoryEntry.extend({ marking: Marking }),
      sql`
        select h.id, h.at, h.act, h.version, h.fields, h.before, h.reason, h.kept_until, ${markingName(sql`h.marking`)} as marking,
          case when h.official is not null then jsonb_build_object('id', h.official, 'name', p.name) end as official,
          case when h.unit is not null then jsonb_build_object('id', h.unit, 'name', u.name) end as unit
        from person.alert_history h left join network.official p on p.id = h.official left join network.unit u on u.id = h.unit
        where h.alert = ${id} order by h.turn`,
    )
    if (rows.length === 0) throw notFound('history')
    tx.note('alert', [id], rows[0]?.marking)
    return rows.map(({ marking: _marking, ...entry }) => entry)
  },

  /** How much of `due` there is; nobody is named, nothing noted. */
  waiting: ({ tx, ground }) =>
    tx.rows(
      z.object({ what: z.enum(['reviews', 'achieved']), count: z.int(), soonest: z.string().nullable() }),
      sql`
        select 'reviews' as what, count(*)::int as count, min(a.expires_at) as soonest
        from person.alert a join person.list x on x.id = a.list
        where a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())
          and a.expires_at <= ${ground.clock()}::timestamptz + make_interval(months => x.warn_months)
        union all
        select 'achieved', count(*)::int, min(x.due_at) from person.alert_achieved x join person.alert a on a.id = x.alert
        where x.answered_at is null and a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())`,
    ),

  async due({ tx, ground }) {
    const now = ground.clock()
    const reviews = await tx.rows(
      AlertLine,
      sql`
        with page as materialized (
          select a.* from person.alert a join person.list x on x.id = a.list
          where a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())
            and a.expires_at <= ${now}::timestamptz + make_interval(months => x.warn_months)
          order by a.expires_at, a.id limit 200)
        select ${lineColumns(now)} from page a ${lineJoins} order by a.expires_at, a.id`,
    )
    const achieved = await tx.rows(
      Achieved.extend({ alert: AlertLine }),
      sql`
        with waits as (
          select x.* from person.alert_achieved x join person.alert a on a.id = x.alert
          where x.answered_at is null and a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())
          order by x.due_at limit 200),
        page as materialized (select a.* from person.alert a where a.id in (select alert from waits)),
        lines as (select ${lineColumns(now)} from page a ${lineJoins})
        select x.id, jsonb_build_object('id', x.unit, 'name', u.name) as unit, x.note, x.at, x.due_at,
          x.due_at <= ${now}::timestamptz as late, x.stands_because, x.answered_at, (
            select jsonb_build_object('id', n.id, 'reference', n.reference, 'list', n.list, 'owner', n.owner, 'kind', n.kind,
              'action', n.action, 'flags', n.flags, 'marking', n.marking, 'title', n.title, 'birth', n.birth,
              'nationalities', n.nationalities, 'sex', n.sex, 'misused', n.misused, 'documents', n.documents,
              'enteredAt', network.iso(n.entered_at), 'reviewAt', network.iso(n.review_at), 'expiresAt', network.iso(n.expires_at),
              'due', n.due, 'mine', n.mine, 'version', n.version) from lines n where n.id = x.alert) as alert
        from waits x left join network.unit u on u.id = x.unit order by x.due_at`,
    )
    noteLines(tx, [...reviews, ...achieved.map(each => each.alert)])
    return { reviews, achieved }
  },
} satisfies Partial<Verbs<typeof alerts>>
