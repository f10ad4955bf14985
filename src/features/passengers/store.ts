import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'
import { momentAt } from './airports.ts'
import type { Announced, AnnouncedFlight, AnnouncedPerson } from './announced.ts'
import { after, deadlines } from './deadlines.ts'
import { checksOf } from './checks.ts'
import { Document } from './model.ts'

/** A carrier as a message names it. */
export interface Sender {
  id: string
  code: string
  authority: number
}

export const FlightRow = z.object({
  id: z.uuid(),
  carrierCode: z.string(),
  number: z.string(),
  suffix: z.string(),
  fromPlace: z.string(),
  toPlace: z.string(),
  stops: z.array(z.string()),
  departsOn: z.string(),
  departsLocal: z.string().nullable(),
  arrivesLocal: z.string().nullable(),
  departsAt: z.string().nullable(),
  arrivesAt: z.string().nullable(),
  state: z.enum(['expected', 'received', 'closed', 'cancelled']),
  passengersTotal: z.int().nullable(),
  crewTotal: z.int().nullable(),
  forgetAt: z.string(),
  deleteAt: z.string(),
})
export type FlightRow = z.infer<typeof FlightRow>

export const flightColumns = sql`
  id, carrier_code, number, suffix, from_place, to_place, stops, departs_on,
  to_char(departs_local, 'YYYY-MM-DD"T"HH24:MI') as departs_local, to_char(arrives_local, 'YYYY-MM-DD"T"HH24:MI') as arrives_local,
  departs_at, arrives_at, state, passengers_total, crew_total, forget_at, delete_at`

/** The day by which a flight is known, local to where it departs; undefined when the message says none. */
export const dayOf = (flight: Pick<AnnouncedFlight, 'departs' | 'arrives'>): string | undefined =>
  (flight.departs ?? flight.arrives)?.slice(0, 10)

/**
 * The flight that a message speaks of, held until this transaction ends: of two messages about one flight the second sees all that the
 * first has made of it, whom it brought and what it said of the flight, in whatever order they come. A flight before its people.
 */
export const theFlight = (flight: AnnouncedFlight, day: string, authority: number): Sql => sql`
  select ${flightColumns} from person.flight
  where owner_authority = ${authority} and carrier_code = ${flight.carrier} and number = ${flight.number} and suffix = ${flight.suffix}
    and departs_on = ${day} and from_place = ${flight.from} for no key update`

/** Until when what a flight's messages say may be kept. */
export function keepUntil(
  flight: Pick<FlightRow, 'arrivesAt' | 'departsAt'>,
  now: Date,
  source: 'api' | 'pnr',
): Date {
  const arrival =
    flight.arrivesAt ?? (flight.departsAt ? after(flight.departsAt, deadlines.assumedFlight) : null)
  const from = arrival ? new Date(arrival) : after(now, deadlines.assumedFlight)
  return after(from, source === 'pnr' ? deadlines.keepPnr : deadlines.keepApi)
}

/**
 * The flight that a message speaks of: found, or entered now. What the message knows better is taken over.
 * @param found what was found of it a moment ago, and is held, where somebody has looked.
 * @returns `entered`: it was not there before; `due`: when it is to be forgotten is new.
 * @throws Unreadable when the message does not say which flight.
 */
export async function flightFor(
  tx: Tx,
  { id: carrier, authority }: Sender,
  said: Announced,
  now: Date,
  { scheduled = false, found }: { scheduled?: boolean; found?: FlightRow | null | undefined } = {},
): Promise<{ flight: FlightRow; entered: boolean; due: boolean }> {
  const flight = said.flight
  if (!flight)
    throw new Unreadable('The message does not say which flight: its carrier, number and two places.')
  const day = dayOf(flight)
  if (!day) throw new Unreadable('The message gives the flight neither a time of departure nor of arrival.')
  const find = theFlight(flight, day, authority)
  const known = found === undefined ? await tx.maybe(FlightRow, find) : found
  if (known) return updated(await changed(tx, known, said, flight, now), known)
  const departsAt = momentAt(flight.from, flight.departs)
  const arrivesAt = momentAt(flight.to, flight.arrives)
  const times = { departsAt: departsAt?.toISOString() ?? null, arrivesAt: arrivesAt?.toISOString() ?? null }
  const state = scheduled ? 'expected' : stateAfter(said)
  const entered = await tx.maybe(
    FlightRow,
    sql`
      insert into person.flight (owner_authority, carrier, carrier_code, number, suffix, departs_on, from_place, to_place, stops,
        departs_local, arrives_local, departs_at, arrives_at, state, scheduled, passengers_total, crew_total, first_received_at,
        last_received_at, closed_at, cancelled_at, forget_at, delete_at)
      values (${authority}, ${carrier}, ${flight.carrier}, ${flight.number}, ${flight.suffix}, ${day}, ${flight.from}, ${flight.to},
        ${flight.stops}, ${flight.departs}, ${flight.arrives}, ${departsAt}, ${arrivesAt}, ${state}, ${scheduled},
        ${said.passengersTotal}, ${said.crewTotal}, ${scheduled ? null : now}, ${scheduled ? null : now},
        ${state === 'closed' ? now : null}, ${state === 'cancelled' ? now : null},
        ${keepUntil(times, now, 'api')}, ${keepUntil(times, now, said.kind === 'PNRGOV' ? 'pnr' : 'api')})
      on conflict do nothing returning ${flightColumns}`,
  )
  if (entered) return { flight: entered, entered: true, due: true }
  // Somebody else entered it at the same moment.
  const theirs = await tx.row(FlightRow, find, 'flight')
  return updated(await changed(tx, theirs, said, flight, now), theirs)
}

const updated = (flight: FlightRow, before: FlightRow) => ({
  flight,
  entered: false,
  due: flight.forgetAt !== before.forgetAt,
})

/** Why a message cannot be taken in, in a sentence that names nobody. */
export class Unreadable extends Error {}

const stateAfter = ({ does }: Announced): FlightRow['state'] =>
  does === 'cancels-flight'
    ? 'cancelled'
    : does === 'closes' || does === 'names-absent'
      ? 'closed'
      : 'received'

async function changed(
  tx: Tx,
  known: FlightRow,
  said: Announced,
  flight: AnnouncedFlight,
  now: Date,
): Promise<FlightRow> {
  const order = ['expected', 'received', 'closed', 'cancelled'] as const
  const wanted = stateAfter(said)
  const state = order.indexOf(wanted) > order.indexOf(known.state) ? wanted : known.state
  const departs = flight.departs ?? known.departsLocal
  const arrives = flight.arrives ?? known.arrivesLocal
  const next = {
    toPlace: flight.to,
    departsLocal: departs,
    arrivesLocal: arrives,
    passengersTotal: said.passengersTotal ?? known.passengersTotal,
    crewTotal: said.crewTotal ?? known.crewTotal,
  }
  const times = {
    departsAt: momentAt(known.fromPlace, departs)?.toISOString() ?? null,
    arrivesAt: momentAt(flight.to, arrives)?.toISOString() ?? null,
  }
  const until = keepUntil(times, now, said.kind === 'PNRGOV' ? 'pnr' : 'api').toISOString()
  const forget = keepUntil(times, now, 'api').toISOString()
  // A flight whose time nobody said is kept from its first message, not from each anew.
  const timed = times.arrivesAt !== null || times.departsAt !== null
  const longer = timed && until > known.deleteAt
  const same =
    state === known.state &&
    !longer &&
    (Object.keys(next) as (keyof typeof next)[]).every(each => next[each] === known[each])
  if (same) return known
  return tx.row(
    FlightRow,
    sql`
      update person.flight set state = ${state}, to_place = ${next.toPlace}, departs_local = ${departs}, arrives_local = ${arrives},
        departs_at = ${times.departsAt}, arrives_at = ${times.arrivesAt}, passengers_total = ${next.passengersTotal},
        crew_total = ${next.crewTotal}, forget_at = case when ${timed} then ${forget}::timestamptz else forget_at end,
        delete_at = greatest(delete_at, ${longer ? until : known.deleteAt}::timestamptz),
        first_received_at = coalesce(first_received_at, ${now}), last_received_at = ${now},
        closed_at = case when ${state} = 'closed' then coalesce(closed_at, ${now}) else closed_at end,
        cancelled_at = case when ${state} = 'cancelled' then coalesce(cancelled_at, ${now}) else cancelled_at end
      where id = ${known.id} returning ${flightColumns}`,
    'flight',
  )
}

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
