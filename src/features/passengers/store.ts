import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import { sql } from '#kit/sql.ts'
import type { Announced, AnnouncedPerson } from './announced.ts'
import { checksOf } from './checks.ts'
import { after, deadlines } from './deadlines.ts'
import { type FlightRow, keepUntil } from './flights.ts'
import { Document } from './model.ts'

export const Kept = z.object({
  id: z.uuid(),
  key: z.string(),
  suggestion: z.enum(['board', 'selectee']),
  standing: z.enum(['board', 'selectee', 'no-board']),
  decided: z.uuid().nullable(),
  /** Nobody had announced them before. */
  fresh: z.boolean(),
  /** The flight has bookings beside announcements, or the other way round. */
  accompanied: z.boolean(),
})
export type Kept = z.infer<typeof Kept>

/**
 * Enters the people of a message on the list of their flight, or takes over what it says anew about those who are on it: in one
 * statement for people and documents. What a later message leaves out stays as it was.
 */
export async function keepPeople(
  tx: Tx,
  flight: FlightRow,
  said: Announced,
  message: string,
  now: Date,
  authority: number,
): Promise<Kept[]> {
  if (said.people.length === 0) return []
  const source = said.kind === 'PNRGOV' ? 'pnr' : 'api'
  const onBoard = said.does === 'closes' ? true : said.does === 'names-absent' ? false : null
  const rows = said.people.map(person => row(person, flight))
  const until = keepUntil(flight, now, source)
  return tx.rows(
    Kept,
    sql`
      with sent as (
        select * from jsonb_to_recordset(${{ json: rows }}::jsonb) as s (key text, kind text, pax_ref text, family text, given text,
          birth text, sex text, nationality text, pnr text, seat text, bags integer, bag_weight numeric, embarked text,
          crossing_point text, checks jsonb, documents jsonb)),
      kept as (
        insert into person.passenger as p (flight, owner_authority, source, key, kind, pax_ref, family, given, birth, sex, nationality,
          pnr, seat, bags, bag_weight, embarked, crossing_point, on_board, cancelled_at, checks, message, changed_at, screened_at, mask_at, delete_at)
        select ${flight.id}::uuid, ${authority}::integer, ${source}, key, kind, pax_ref, family, given, birth, sex, nationality,
          pnr, seat, bags, bag_weight, embarked, crossing_point, ${onBoard}::boolean, ${said.does === 'removes' ? now : null}::timestamptz,
          checks, ${message}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${source === 'pnr' ? after(now, deadlines.maskPnr) : null}::timestamptz, ${until}::timestamptz
        from sent
        on conflict (flight, source, key) do update set
          kind = excluded.kind, pax_ref = coalesce(excluded.pax_ref, p.pax_ref), family = coalesce(excluded.family, p.family),
          given = coalesce(excluded.given, p.given), birth = coalesce(excluded.birth, p.birth), sex = coalesce(excluded.sex, p.sex),
          nationality = coalesce(excluded.nationality, p.nationality), pnr = coalesce(excluded.pnr, p.pnr),
          seat = coalesce(excluded.seat, p.seat), bags = coalesce(excluded.bags, p.bags),
          bag_weight = coalesce(excluded.bag_weight, p.bag_weight), embarked = coalesce(excluded.embarked, p.embarked),
          crossing_point = coalesce(excluded.crossing_point, p.crossing_point), on_board = coalesce(excluded.on_board, p.on_board),
          cancelled_at = excluded.cancelled_at, checks = excluded.checks, message = excluded.message,
          changed_at = excluded.changed_at, screened_at = excluded.screened_at, delete_at = greatest(excluded.delete_at, p.delete_at)
        -- Of a row that was there before, the version before is locked by this transaction.
        returning id, key, suggestion, standing, decided, xmax = 0 as fresh),
      documents as (
        insert into person.passenger_document as d (passenger, position, owner_authority, type, number, issuer, expires)
        select kept.id, document.at, ${authority}::integer, document.it ->> 'type', document.it ->> 'number', document.it ->> 'issuer',
          document.it ->> 'expires'
        from kept join sent using (key), jsonb_array_elements(sent.documents) with ordinality as document (it, at)
        on conflict (passenger, position) do update set type = excluded.type, number = excluded.number, issuer = excluded.issuer,
          expires = excluded.expires)
      select *, exists (select from person.passenger o where o.flight = ${flight.id}
        and o.source = ${source === 'pnr' ? 'api' : 'pnr'}) as accompanied from kept`,
  )
}

const Compared = z.object({
  id: z.uuid(),
  family: z.string().nullable(),
  given: z.string().nullable(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  nationality: z.string().nullable(),
  documents: z.array(Document),
})

/** What is compared of people as the list of their flight has them now, with what earlier messages said. */
export async function comparedOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Omit<z.infer<typeof Compared>, 'id'>>> {
  const found = await tx.rows(
    Compared,
    sql`
      select p.id, p.family, p.given, p.birth, p.sex, p.nationality, ${documentsOf} as documents
      from person.passenger p where p.id = any(${ids}::uuid[])`,
  )
  return new Map(found.map(({ id, ...rest }) => [id, rest]))
}

/** The documents of a passenger `p`, in the order of the message. */
export const documentsOf = sql`
  coalesce((select jsonb_agg(jsonb_build_object('type', d.type, 'number', d.number, 'issuer', d.issuer, 'expires', d.expires)
    order by d.position) from person.passenger_document d where d.passenger = p.id), '[]')`

function row(person: AnnouncedPerson, flight: FlightRow) {
  return {
    key: person.key,
    kind: person.kind,
    pax_ref: person.paxRef,
    family: person.family,
    given: person.given,
    birth: person.birth,
    sex: person.sex,
    nationality: person.nationality,
    pnr: person.pnr,
    seat: person.seat,
    bags: person.bags,
    bag_weight: person.bagWeight,
    embarked: person.embarked,
    crossing_point: person.crossingPoint,
    checks: checksOf(person, flight.departsOn),
    documents: person.documents,
  }
}
