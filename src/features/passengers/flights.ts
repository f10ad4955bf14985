import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'
import { momentAt } from './airports.ts'
import type { Announced, AnnouncedFlight } from './announced.ts'
import { after, deadlines } from './deadlines.ts'

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
const dayOf = (flight: Pick<AnnouncedFlight, 'departs' | 'arrives'>): string | undefined =>
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
  const latest = after(now, deadlines.farthestFlight).getTime()
  const from = arrival
    ? new Date(Math.min(new Date(arrival).getTime(), latest))
    : after(now, deadlines.assumedFlight)
  return after(from, source === 'pnr' ? deadlines.keepPnr : deadlines.keepApi)
}

/** @throws Problem `not-found`. */
export const flightWithId = (tx: Tx, id: string): Promise<FlightRow> =>
  tx.row(FlightRow, sql`select ${flightColumns} from person.flight where id = ${id}`, 'flight')

type OfFlight = Pick<Announced, 'flight'>

/**
 * The first of the flights that these messages speak of, in the order in which several are held; undefined where none says which. Nobody
 * who holds a flight asks for an earlier one, so that no two wait for each other, whatever order their messages name them in.
 */
export const firstFlight = (
  said: readonly OfFlight[],
): { flight: AnnouncedFlight; day: string } | undefined =>
  inOrder(said.flatMap(({ flight }) => flight ?? []))[0]

const inOrder = (flights: readonly AnnouncedFlight[]) =>
  flights
    .map(believed)
    .flatMap(flight => {
      const day = dayOf(flight)
      return day ? [{ flight, day, name: nameOf(flight, day) }] : []
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))

const nameOf = ({ from, number, suffix }: AnnouncedFlight, day: string): string =>
  `${day} ${from} ${number}${suffix}`

/** The same order in a query: of the flight `f`, and of several under one name each in its place. */
export const placeInOrder = sql`
  concat(to_char(f.departs_on, 'YYYY-MM-DD'), ' ', f.from_place, ' ', f.number, f.suffix, ' ', f.id) collate "C"`

/** Holds the flight of a passenger until this transaction ends, as messages do: a flight before its people. */
export const holdFlightOf = (tx: Tx, passenger: string): Promise<number> =>
  tx.run(sql`
    select from person.flight where id = (select flight from person.passenger where id = ${passenger}) for no key update`)

/** Beside what is local to two places of which the time is not known: so far may their clocks be apart. */
const clocksApart = { hours: 26 }

/** Whether the arrival that a message gives cannot be: before the departure, or longer after it than any flight takes. */
export function impossibleArrival({ from, to, departs, arrives }: AnnouncedFlight): boolean {
  if (!departs || !arrives) return false
  const [left, came] = [momentAt(from, departs), momentAt(to, arrives)]
  const apart = left && came ? { hours: 0 } : clocksApart
  const [first, last] = apart.hours === 0 ? [left, came] : [new Date(`${departs}Z`), new Date(`${arrives}Z`)]
  if (!first || !last) return false
  const { hours } = deadlines.longestFlight
  return last < after(first, { hours: -apart.hours }) || last > after(first, { hours: hours + apart.hours })
}

/** The flight as far as it can be: a day of arrival far away would take everybody on it from the officers' queue, or keep them for years. */
const believed = (flight: AnnouncedFlight): AnnouncedFlight =>
  impossibleArrival(flight) ? { ...flight, arrives: null } : flight

/** @throws Unreadable when the message does not say which flight. */
function flightOf(said: OfFlight): { flight: AnnouncedFlight; day: string; name: string } {
  if (!said.flight)
    throw new Unreadable('The message does not say which flight: its carrier, number and two places.')
  const flight = believed(said.flight)
  const day = dayOf(flight)
  if (!day) throw new Unreadable('The message gives the flight neither a time of departure nor of arrival.')
  return { flight, day, name: nameOf(flight, day) }
}

/** Flights as they stand, held until this transaction ends, and which of them were not there before. */
export type HeldFlights = Map<string, { flight: FlightRow; entered: boolean }>

/**
 * Holds the flights that messages speak of, all of them before anything is made of the first message: each is found, or entered now as
 * the first message about it has it.
 * @param found what was found of the first of them (`firstFlight`) a moment ago, and is held, where somebody has looked.
 * @throws Unreadable when a message does not say which flight.
 */
export async function holdFlights(
  tx: Tx,
  sender: Sender,
  said: readonly Announced[],
  now: Date,
  found?: FlightRow | null,
): Promise<HeldFlights> {
  const first = new Map<string, Announced>()
  for (const each of said) {
    const { name } = flightOf(each)
    if (!first.has(name)) first.set(name, each)
  }
  const held: HeldFlights = new Map()
  for (const { flight, day, name } of inOrder([...first.values()].flatMap(each => each.flight ?? []))) {
    const find = theFlight(flight, day, sender.authority)
    const known = found !== undefined && held.size === 0 ? found : await tx.maybe(FlightRow, find)
    const entered = known
      ? undefined
      : await enter(tx, sender, { said: first.get(name) as Announced, flight, day }, now)
    // Where neither: somebody else entered it at the same moment.
    held.set(name, {
      flight: known ?? entered ?? (await tx.row(FlightRow, find, 'flight')),
      entered: entered !== undefined,
    })
  }
  return held
}

interface Entering {
  said: Announced
  flight: AnnouncedFlight
  day: string
}

function enter(
  tx: Tx,
  { id: carrier, authority }: Sender,
  { said, flight, day }: Entering,
  now: Date,
): Promise<FlightRow | undefined> {
  const departsAt = momentAt(flight.from, flight.departs)
  const arrivesAt = momentAt(flight.to, flight.arrives)
  const times = { departsAt: departsAt?.toISOString() ?? null, arrivesAt: arrivesAt?.toISOString() ?? null }
  const state = stateAfter(said)
  const scheduled = state === 'expected'
  return tx.maybe(
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
}

/**
 * The flight that a message speaks of, of those held. What the message knows better is taken over.
 * @returns `entered`: it was not there before; `due`: when it is to be forgotten is new.
 * @throws Unreadable when the message does not say which flight.
 */
export async function flightFor(
  tx: Tx,
  held: HeldFlights,
  said: Announced,
  now: Date,
): Promise<{ flight: FlightRow; entered: boolean; due: boolean }> {
  const { flight: named, name } = flightOf(said)
  const before = held.get(name)
  if (!before) throw new Error('The flight is not held.')
  const flight = before.entered ? before.flight : await changed(tx, before.flight, said, named, now)
  held.set(name, { flight, entered: false })
  return {
    flight,
    entered: before.entered,
    due: before.entered || flight.forgetAt !== before.flight.forgetAt,
  }
}

/** Why a message cannot be taken in, in a sentence that names nobody. */
export class Unreadable extends Error {}

const states: Readonly<Partial<Record<Announced['does'], FlightRow['state']>>> = {
  expects: 'expected',
  closes: 'closed',
  'names-absent': 'closed',
  'cancels-flight': 'cancelled',
}
const stateAfter = ({ does }: Announced): FlightRow['state'] => states[does] ?? 'received'

const order = ['expected', 'received', 'closed', 'cancelled'] as const

/** Of a flight that was cancelled somebody is announced, or said to be on board: officers look at them as at everybody. */
const fliesAfterAll = ({ state }: FlightRow, { kind, does, people }: Announced): boolean =>
  state === 'cancelled' && kind !== 'PNRGOV' && (does === 'adds' || does === 'closes') && people.length > 0

async function changed(
  tx: Tx,
  known: FlightRow,
  said: Announced,
  flight: AnnouncedFlight,
  now: Date,
): Promise<FlightRow> {
  const wanted = stateAfter(said)
  const later = order.indexOf(wanted) > order.indexOf(known.state)
  const state = later || fliesAfterAll(known, said) ? wanted : known.state
  // What an earlier message said of the arrival may no longer fit the departure that this one says.
  const { departs, arrives } = believed({
    ...flight,
    from: known.fromPlace,
    departs: flight.departs ?? known.departsLocal,
    arrives: flight.arrives ?? known.arrivesLocal,
  })
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
  // Who says that a flight is to come sends nothing of it.
  const received = wanted === 'expected' ? null : now
  return tx.row(
    FlightRow,
    sql`
      update person.flight set state = ${state}, to_place = ${next.toPlace}, departs_local = ${departs}, arrives_local = ${arrives},
        departs_at = ${times.departsAt}, arrives_at = ${times.arrivesAt}, passengers_total = ${next.passengersTotal},
        crew_total = ${next.crewTotal}, forget_at = case when ${timed} then ${forget}::timestamptz else forget_at end,
        delete_at = greatest(delete_at, ${longer ? until : known.deleteAt}::timestamptz),
        first_received_at = coalesce(first_received_at, ${received}::timestamptz),
        last_received_at = coalesce(${received}::timestamptz, last_received_at),
        closed_at = case ${state} when 'closed' then coalesce(closed_at, ${now}) when 'cancelled' then closed_at end,
        cancelled_at = case ${state} when 'cancelled' then coalesce(cancelled_at, ${now}) end
      where id = ${known.id} returning ${flightColumns}`,
    'flight',
  )
}
