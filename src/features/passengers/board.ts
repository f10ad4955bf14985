import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { Announced } from './announced.ts'
import type { passengers } from './api.ts'
import { after, deadlines } from './deadlines.ts'
import { forgetAt } from './forget.ts'
import { carrierWithId } from './gateway.ts'
import type { Flight } from './model.ts'
import { passengersOf, traveller, underWay, waitsForOfficer } from './people.ts'
import { flightFor, FlightRow, holdFlights } from './flights.ts'

const Row = FlightRow.omit({ suffix: true, forgetAt: true }).extend({
  carrierName: z.string(),
  scheduled: z.boolean(),
  passengers: z.int(),
  crew: z.int(),
  messages: z.int(),
  errors: z.int(),
  warnings: z.int(),
  partsMissing: z.int(),
  toReview: z.int(),
  documentFaults: z.int(),
  refused: z.int(),
  lastReceivedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})
type Row = z.infer<typeof Row>

/** Flights as the board shows them: each with what was announced, what is wrong with it and what waits. */
async function board(tx: Tx, which: Sql, now: Date): Promise<Flight[]> {
  const rows = await tx.rows(
    Row,
    sql`
      with f as materialized (
        select f.*, c.name as carrier_name from person.flight f join person.carrier c on c.id = f.carrier where ${which}
        order by f.departs_at nulls last, f.departs_on, f.id limit 1000),
      people as (
        select p.flight, count(*) filter (where p.source = 'api' and p.kind in ('passenger', 'transit'))::int as passengers,
          count(*) filter (where p.source = 'api' and p.kind in ('crew', 'transit-crew'))::int as crew,
          -- As the queue has them: whoever is booked and not announced waits, too, and whoever is both waits once.
          count(distinct ${traveller}) filter (where ${waitsForOfficer} and ${underWay(now)})::int as to_review,
          count(*) filter (where p.source = 'api' and p.checks @? '$[*] ? (@.severity != "note")')::int as document_faults,
          count(*) filter (where p.source = 'api' and p.standing = 'no-board')::int as refused
        from person.passenger p join f on f.id = p.flight where p.cancelled_at is null and p.masked_at is null group by p.flight),
      sent as (
        select m.flight, count(*)::int as messages, sum(m.errors)::int as errors, sum(m.warnings)::int as warnings,
          max(m.received_at) as last_received_at
        from person.message m where m.flight in (select id from f) group by m.flight),
      parts as (
        select flight, sum(missing)::int as missing from (
          select m.flight, m.access,
            greatest(max(m.part) - count(distinct m.part), 0) + (not bool_or(m.final))::int as missing
          from person.message m where m.flight in (select id from f) and m.part is not null group by m.flight, m.access) each
        group by flight)
      select f.id, f.carrier_code, f.carrier_name, f.number || f.suffix as number, f.from_place, f.to_place, f.stops, f.departs_on,
        to_char(f.departs_local, 'YYYY-MM-DD"T"HH24:MI') as departs_local,
        to_char(f.arrives_local, 'YYYY-MM-DD"T"HH24:MI') as arrives_local,
        f.departs_at, f.arrives_at, f.state, f.scheduled, coalesce(people.passengers, 0) as passengers, coalesce(people.crew, 0) as crew,
        f.passengers_total, f.crew_total, coalesce(sent.messages, 0) as messages, coalesce(sent.errors, 0) as errors,
        coalesce(sent.warnings, 0) as warnings, coalesce(parts.missing, 0) as parts_missing,
        coalesce(people.to_review, 0) as to_review, coalesce(people.document_faults, 0) as document_faults,
        coalesce(people.refused, 0) as refused,
        greatest(sent.last_received_at, f.last_received_at) as last_received_at, f.closed_at, f.delete_at
      from f left join people on people.flight = f.id left join sent on sent.flight = f.id left join parts on parts.flight = f.id
      order by f.departs_at nulls last, f.departs_on, f.id`,
  )
  return rows.map(row => shown(row, now))
}

function shown({ fromPlace, toPlace, ...row }: Row, now: Date): Flight {
  const announced = row.passengers
  const total = row.passengersTotal
  return {
    ...row,
    number: `${row.carrierCode} ${row.number}`,
    from: fromPlace,
    to: toPlace,
    state: stateAt(row, now),
    completeness: total ? Math.min(1, announced / total) : null,
  }
}

/** Late: nothing has come although it was due, or the flight has left and was not closed. */
export function stateAt({ state, departsAt }: Pick<Row, 'state' | 'departsAt'>, now: Date): Flight['state'] {
  if (departsAt === null) return state
  const listDue = after(departsAt, { hours: -deadlines.listDue.hours })
  if (state === 'expected' && now > listDue) return 'late'
  if (state === 'received' && now > after(departsAt, deadlines.closeDue)) return 'late'
  return state
}

/** The hours around now that the board shows when nobody asks for others. */
const around = { before: 36, after: 72 } as const

export const boardVerbs = {
  async flights({ tx, ground }, { from, to, state, carrier }) {
    const now = ground.clock()
    const first = from ?? after(now, { hours: -around.before }).toISOString()
    const last = to ?? after(now, { hours: around.after }).toISOString()
    const found = await board(
      tx,
      join(
        [
          sql`coalesce(f.departs_at, f.departs_on::timestamp at time zone 'UTC') between ${first} and ${last}`,
          ...(carrier ? [sql`f.carrier_code = ${carrier}`] : []),
        ],
        'and',
      ),
      now,
    )
    const shownNow = found.filter(each => !state || each.state === state)
    tx.note(
      'flight',
      shownNow.map(each => each.id),
      'LIMITED',
    )
    return shownNow
  },

  async flight({ tx, ground }, { id }) {
    const [found] = await board(tx, sql`f.id = ${id}`, ground.clock())
    if (!found) throw notFound('flight')
    const people = await passengersOf(tx, sql`p.flight = ${id}`)
    tx.note('flight', [id], 'LIMITED')
    tx.note(
      'flight',
      people.map(each => each.id),
      'LIMITED',
    )
    return { ...found, people }
  },

  async expect(doing, { carrier: which, flights }) {
    const { tx, ground } = doing
    const now = ground.clock()
    const carrier = await carrierWithId(tx, which)
    const said = flights.map(
      ({ number, from, to, departs, arrives }): Announced => ({
        ...nothing,
        flight: {
          carrier: carrier.code,
          number: String(Number(/^\d+/.exec(number)?.[0] ?? 0)),
          suffix: /[A-Z]$/.exec(number)?.[0] ?? '',
          from,
          to,
          stops: [],
          departs,
          arrives,
        },
      }),
    )
    const held = await holdFlights(tx, carrier, said, now)
    let entered = 0
    for (const each of said) {
      const { flight, entered: isNew, due } = await flightFor(tx, held, each, now)
      if (due) await forgetAt(doing, carrier.authority, flight)
      if (isNew) entered += 1
      tx.note('flight', [flight.id], 'LIMITED')
    }
    return { entered, known: flights.length - entered }
  },
} satisfies Partial<Verbs<typeof passengers>>

const nothing: Omit<Announced, 'flight'> = {
  kind: 'hand',
  does: 'expects',
  people: [],
  passengersTotal: null,
  crewTotal: null,
  transaction: null,
  access: '',
  part: null,
  final: false,
  findings: [],
  acknowledges: [],
}
