import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { Marking, markings } from '#vocabulary/marking.ts'
import { AlertContent, AlertDocument, AlertGround, AlertObject, Identity } from './content.ts'
import { kindRules } from './kinds.ts'
import { Action, type AlertLine, Kind, Time } from './model.ts'

export const actorOf = ({ tx }: Pick<Doing, 'tx'>): Actor => {
  if (!tx.actor) throw new Problem('sign-in-needed')
  return tx.actor
}

export const markingName = (level: Sql): Sql => sql`(array['PUBLIC', 'LIMITED', 'SENSITIVE'])[${level} + 1]`
/** A name as one line: the whole, or family name and given names. */
const shown = (name: Sql): Sql =>
  sql`coalesce(nullif(${name} ->> 'full', ''),
    nullif(concat_ws(', ', nullif(${name} ->> 'family', ''), nullif(${name} ->> 'given', '')), ''))`

/** What a line shows of the alerts `page a` (a common table expression); to be followed by `lineJoins`. */
export const lineColumns = (now: Date): Sql => sql`
  a.id, a.reference, jsonb_build_object('id', a.list, 'name', l.name) as list,
  jsonb_build_object('id', a.owner_authority, 'name', o.name, 'state', a.owner_state) as owner,
  a.kind, a.action, a.flags, ${markingName(sql`a.marking`)} as marking,
  coalesce(${shown(sql`i.names -> 0`)}, d.title, t.title, '') as title,
  i.birth, coalesce(i.nationalities, '{}') as nationalities, i.sex, coalesce(i.misused, false) as misused,
  coalesce(d.count, 0)::int as documents, a.entered_at, a.review_at, a.expires_at,
  coalesce(a.expires_at <= ${now}::timestamptz + make_interval(months => l.warn_months), false) as due,
  a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts()) as mine, a.version`

export const lineJoins = sql`
  left join person.list l on l.id = a.list
  left join network.authority o on o.id = a.owner_authority
  left join lateral (select (array_agg(x.names order by x.kind = 'misused', x.number))[1] as names,
      (array_agg(x.birth order by x.kind = 'misused', x.number))[1] as birth,
      (array_agg(to_jsonb(x.nationalities) order by x.kind = 'misused', x.number))[1] as nationality,
      (array_agg(x.sex order by x.kind = 'misused', x.number))[1] as sex, bool_or(x.kind = 'misused') as misused
    from person.identity x where x.alert = a.id) f on true
  left join lateral (select f.names, f.birth, f.sex, f.misused,
      array(select jsonb_array_elements_text(coalesce(f.nationality, '[]'))) as nationalities) i on true
  left join lateral (select count(*) as count, min(x.written || coalesce('–' || x.written_to, '')) as title
    from person.alert_document x where x.alert = a.id) d on true
  left join lateral (select min(coalesce(x.plate, x.name, x.vin, x.imo, x.mmsi, x.call_sign)) as title
    from person.alert_object x where x.alert = a.id) t on true`

/** Reading a line is reading about a person: each goes into the record. */
export function noteLines(tx: Tx, lines: readonly Pick<AlertLine, 'id' | 'marking'>[]): void {
  if (lines.length === 0) tx.note('alert', [])
  for (const { id, marking } of lines) tx.note('alert', [id], marking)
}

export const ListRow = z.object({
  id: z.uuid(),
  kind: Kind,
  action: Action,
  legalBasis: z.string(),
  marking: Marking,
  reviewMonths: z.int(),
  purposes: z.array(z.string()),
  audienceId: z.int(),
})
export type ListRow = z.infer<typeof ListRow>

/** A list of the actor's own authority. Of anybody else's it is said only that it is not theirs. */
export async function ownList(doing: Doing, id: string): Promise<ListRow> {
  const list = await doing.tx.row(
    ListRow,
    sql`
      select id, kind, action, legal_basis, ${markingName(sql`marking`)} as marking, review_months, purposes, audience_id
      from person.list where id = ${id} and owner_authority = ${actorOf(doing).authority}`,
    'list of yours',
  )
  // A list opened while its kind was kept longer keeps no longer than the kind does now.
  return { ...list, reviewMonths: Math.min(list.reviewMonths, kindRules[list.kind].mostMonths) }
}

export const AlertRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  sourceId: z.string().nullable(),
  list: z.uuid(),
  kind: Kind,
  marking: Marking,
  action: Action,
  legalBasis: z.string(),
  flags: AlertContent.shape.flags,
  particulars: AlertContent.shape.particulars,
  version: z.int(),
  reviewAt: Time,
  expiresAt: Time,
  ownerAuthority: z.int(),
  ownerState: z.string(),
})
export type AlertRow = z.infer<typeof AlertRow>
export const alertColumns = sql`id, reference, source_id, list, kind, ${markingName(sql`marking`)} as marking, action, legal_basis, flags, particulars,
  version, review_at, expires_at, owner_authority, owner_state`

/** An alert of the actor's own, held until this transaction ends; at the version they have seen, where one is named. */
export async function ownAlert(doing: Doing, id: string, version?: number): Promise<AlertRow> {
  const row = await doing.tx.maybe(
    AlertRow,
    sql`select ${alertColumns} from person.alert where id = ${id} and owner_authority = ${actorOf(doing).authority} for update`,
  )
  if (!row) throw notFound('alert of yours')
  doing.tx.note('alert', [id], row.marking)
  if (version !== undefined && row.version !== version)
    throw new Problem('conflict', 'Somebody changed this alert meanwhile. Look at it again, then repeat.')
  return row
}

/** An alert that the actor may read under the purpose stated. */
export async function readableAlert({ tx }: Doing, id: string): Promise<AlertRow> {
  const row = await tx.row(AlertRow, sql`select ${alertColumns} from person.alert where id = ${id}`, 'alert')
  tx.note('alert', [id], row.marking)
  return row
}

const identityColumns = sql`
  alert, number, kind, names, birth, birth_circa as circa, coalesce(birth_place, '') as birth_place, birth_country, sex,
  nationalities, coalesce(description, '') as description`
const documentColumns = sql`
  alert, type, written as "number", written_to as "to", issuer, status, issued_on, expires_on`
const objectColumns = sql`
  alert, type, coalesce(plate, '') as plate, country, coalesce(vin, '') as vin, coalesce(make, '') as make,
  coalesce(model, '') as model, coalesce(colour, '') as colour, coalesce(name, '') as name, imo, mmsi,
  coalesce(call_sign, '') as call_sign`
const Of = { alert: z.uuid() }

/** The parts of alerts by the alert's id; an alert without such a part is not in the map. */
async function partsOf<P extends { alert: string }>(
  asked: Promise<P[]>,
): Promise<Map<string, Omit<P, 'alert'>[]>> {
  const by = new Map<string, Omit<P, 'alert'>[]>()
  for (const { alert, ...part } of await asked) by.set(alert, [...(by.get(alert) ?? []), part])
  return by
}
export const identitiesOf = (tx: Tx, ids: readonly string[]) =>
  partsOf(
    tx.rows(
      Identity.extend({ ...Of, number: z.int() }),
      sql`select ${identityColumns} from person.identity where alert = any(${ids}::uuid[]) order by alert, number`,
    ),
  )
export const documentsOf = (tx: Tx, ids: readonly string[]) =>
  partsOf(
    tx.rows(
      z.intersection(AlertDocument, z.object(Of)),
      sql`select ${documentColumns} from person.alert_document x where alert = any(${ids}::uuid[]) order by alert, x.number`,
    ),
  )
export const objectsOf = (tx: Tx, ids: readonly string[]) =>
  partsOf(
    tx.rows(
      z.intersection(AlertObject, z.object(Of)),
      sql`select ${objectColumns} from person.alert_object where alert = any(${ids}::uuid[]) order by alert, number`,
    ),
  )
export const groundsOf = (tx: Tx, ids: readonly string[]) =>
  partsOf(
    tx.rows(
      AlertGround.extend(Of),
      sql`select alert, reason, decision, evidence, offence, note from person.alert_ground where alert = any(${ids}::uuid[])`,
    ),
  )

/** All that alerts of the actor's own say, as their owner would write them anew, by id. */
export async function contentsOf(tx: Tx, rows: readonly AlertRow[]): Promise<Map<string, AlertContent>> {
  const ids = rows.map(row => row.id)
  const identities = await identitiesOf(tx, ids)
  const documents = await documentsOf(tx, ids)
  const objects = await objectsOf(tx, ids)
  const grounds = await groundsOf(tx, ids)
  return new Map(
    rows.map(row => {
      const ground = grounds.get(row.id)?.[0]
      if (!ground) throw notFound('alert of yours')
      const { action, legalBasis, flags, marking, particulars, reviewAt, expiresAt } = row
      const content: AlertContent = {
        action,
        legalBasis,
        flags,
        marking,
        particulars,
        endsOn: expiresAt < reviewAt ? lastDay(expiresAt) : null,
        identities: (identities.get(row.id) ?? []).map(({ number: _number, ...identity }) => identity),
        documents: documents.get(row.id) ?? [],
        objects: objects.get(row.id) ?? [],
        ground,
      }
      return [row.id, content]
    }),
  )
}

/** An alert ends when the last day is over (UTC). */
export const endOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()
const lastDay = (end: string): string => new Date(Date.parse(end) - 1).toISOString().slice(0, 10)

export const higher = (one: Marking, other: Marking): Marking =>
  markings[Math.max(markings.indexOf(one), markings.indexOf(other))] ?? one
