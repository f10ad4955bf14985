import { z } from 'zod'
import { findingKinds, withoutValue } from '#core/edifact/finding.ts'
import type { Verbs } from '#kit/perform.ts'
import { join, sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { stateAt } from './board.ts'
import { after } from './deadlines.ts'
import { CountOfDay, type Quality } from './overseen.ts'

const Answered = z.object({
  id: z.uuid(),
  flight: z.uuid(),
  flightNumber: z.string(),
  carrierCode: z.string(),
  kind: z.enum(['962', '132']),
  at: z.string(),
  people: z.int(),
  selectees: z.int(),
  refused: z.int(),
  fetchedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
})

const Carried = z.object({
  carrierCode: z.string(),
  carrierName: z.string(),
  messages: z.int(),
  quarantined: z.int(),
  errors: z.int(),
  warnings: z.int(),
  passengers: z.int(),
  whole: z.int(),
})
const FlightOf = z.object({
  carrierCode: z.string(),
  state: z.enum(['expected', 'received', 'closed', 'cancelled']),
  departsAt: z.string().nullable(),
})
const FindingOf = z.object({
  carrierCode: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  times: z.int(),
  sentence: z.string(),
})

/** The sentence of a finding without what one place added to it. */
const general = (code: string, sentence: string): string =>
  Object.hasOwn(findingKinds, code)
    ? withoutValue(findingKinds[code as keyof typeof findingKinds].sentence)
    : sentence

export const overviewVerbs = {
  async answers({ tx, ground }, { flight, open }) {
    const now = ground.clock().toISOString()
    const found = await tx.rows(
      Answered,
      sql`
        select a.id, a.flight, f.carrier_code || ' ' || f.number || f.suffix as flight_number, f.carrier_code, a.kind, a.at,
          l.people, l.selectees, l.refused, a.fetched_at, a.due_at, a.acknowledged_at
        from person.answer a join person.flight f on f.id = a.flight,
          lateral (select count(*)::int as people, count(*) filter (where told = 'selectee')::int as selectees,
            count(*) filter (where told = 'no-board')::int as refused from person.answer_line where answer = a.id) l
        where ${join(
          [
            ...(flight ? [sql`a.flight = ${flight}`] : []),
            ...(open ? [sql`a.kind = '132' and a.acknowledged_at is null`] : []),
          ],
          'and',
          sql`true`,
        )}
        order by a.at desc, a.id limit 500`,
    )
    tx.note(
      'answer',
      found.map(each => each.id),
      'LIMITED',
    )
    return found.map(each => ({
      ...each,
      overdue: each.dueAt !== null && each.acknowledgedAt === null && each.dueAt < now,
    }))
  },

  async quality({ tx, ground }, { from, to }): Promise<Quality[]> {
    const now = ground.clock()
    const first = from ?? after(now, { hours: -72 }).toISOString()
    const last = to ?? after(now, { hours: 72 }).toISOString()
    const period = sql`coalesce(f.departs_at, f.departs_on::timestamp at time zone 'UTC') between ${first} and ${last}`
    const carriers = await tx.rows(
      Carried,
      sql`
        select c.code as carrier_code, c.name as carrier_name, m.messages, m.quarantined, m.errors, m.warnings, p.passengers, p.whole
        from person.carrier c,
          lateral (select count(*)::int as messages, count(*) filter (where state = 'quarantined')::int as quarantined,
            coalesce(sum(errors), 0)::int as errors, coalesce(sum(warnings), 0)::int as warnings
            from person.message where carrier = c.id and received_at between ${first} and ${last}) m,
          lateral (select count(*)::int as passengers, count(*) filter (where p.family is not null and length(p.birth) = 10
              and p.nationality is not null and exists (select from person.passenger_document d where d.passenger = p.id))::int as whole
            from person.flight f join person.passenger p on p.flight = f.id
            where f.carrier = c.id and p.source = 'api' and ${period}) p
        order by c.code`,
    )
    const flights = await tx.rows(
      FlightOf,
      sql`select f.carrier_code, f.state, f.departs_at from person.flight f where ${period}`,
    )
    const findings = await tx.rows(
      FindingOf,
      sql`
        select c.code as carrier_code, x.code, min(x.severity) as severity, sum(coalesce(x.times, 1))::int as times,
          min(x.sentence) as sentence
        from person.message m join person.carrier c on c.id = m.carrier,
          jsonb_to_recordset(m.findings) as x (code text, severity text, sentence text, times integer)
        where m.received_at between ${first} and ${last} group by 1, 2 order by 4 desc`,
    )
    return carriers.map(({ whole, ...carrier }) => {
      const own = flights.filter(each => each.carrierCode === carrier.carrierCode)
      return {
        ...carrier,
        flights: own.length,
        late: own.filter(each => stateAt(each, now) === 'late').length,
        complete: carrier.passengers ? whole / carrier.passengers : null,
        findings: findings
          .filter(each => each.carrierCode === carrier.carrierCode)
          .slice(0, 50)
          .map(({ code, severity, times, sentence }) => ({
            code,
            severity,
            times,
            sentence: general(code, sentence),
          })),
      }
    })
  },

  counts: ({ tx }, { from, to }) =>
    tx.rows(
      CountOfDay,
      sql`
        select day, carrier_code, flights, messages, errors, passengers, crew, reviewed, refused from stat.passenger_day
        where day between coalesce(${from ?? null}::date, current_date - 30) and coalesce(${to ?? null}::date, current_date + 30)
        order by day desc, carrier_code limit 5000`,
    ),
} satisfies Partial<Verbs<typeof passengers>>
