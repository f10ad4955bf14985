import { z } from 'zod'
import type { RaisedHit } from '#features/hits/model.ts'
import { hitsOf } from '#features/hits/raising.ts'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { notFound } from '#kit/problem.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { deadlines } from './deadlines.ts'
import { Decision, Passenger, PassengerDetail, Standing } from './model.ts'
import { documentsOf } from './store.ts'

/** Everything of a passenger that a list shows. `p` is the passenger in the query. */
const columns = sql`
  p.id, p.flight, p.source, p.kind, p.family, p.given, p.birth, p.sex, p.nationality, p.seat, p.pnr, p.bags,
  p.bag_weight, p.on_board, p.cancelled_at, p.checks, p.suggestion, p.standing, p.decided is not null as decided,
  p.again_at is not null as again, p.screened_at, p.masked_at, p.same_as,
  ${documentsOf} as documents`

/** Whether an officer is waited for: to decide, to decide again, or to be the second. `p` is the passenger in the query. */
export const waitsForOfficer = sql`
  (p.decided is null and p.suggestion = 'selectee' or p.again_at is not null
    or (p.decided is not null or p.suggestion = 'selectee') and exists (select from person.decision d
      where d.passenger = p.id and d.second_needed and d.second_officer is null
        and not exists (select from person.decision n where n.passenger = p.id and (n.at, n.id) > (d.at, d.id))))`

/** By what somebody is one, whether announced, booked or both (travellers.ts). `p` is the passenger in the query. */
export const traveller = sql`coalesce(p.same_as, p.id)`

/** Of what an officer who decides about these passengers goes by: who they are, their documents, what is wrong with those, what was found. */
export const versionOf = (ids: Sql): Sql => sql`
  (select md5(concat(person.found_on(${ids}), jsonb_agg(jsonb_build_array(p.id, p.kind, p.family, p.given, p.birth, p.sex, p.nationality,
    p.suggestion, p.checks, p.again_at, p.cancelled_at, ${documentsOf}) order by p.id)))
    from person.passenger p where p.id = any(${ids}))`

/**
 * What officers decided about these passengers, newest first: a decision about somebody announced and booked, which has two halves,
 * once. `d` is the decision in what follows.
 */
export const decisionsOn = (ids: Sql): Sql => sql`
  (select o.* from person.decision o where o.passenger = any(${ids})
    and not exists (select from person.decision m where m.id = o.beside and m.passenger = any(${ids}))
    order by o.at desc, o.id desc)`

/** Whether a flight `f` has not arrived yet: whom it brought is past help from here, and is looked at where they arrive. */
export const underWay = (now: Date): Sql => sql`
  coalesce(f.arrives_at, f.departs_at + ${`${deadlines.assumedFlight.hours} hours`}::interval, f.departs_on + 2) > ${now}`

/** Passengers of one flight; `party` counts those of them who share a record locator. */
export async function passengersOf(tx: Tx, which: Sql): Promise<Passenger[]> {
  const rows = await tx.rows(
    Passenger.omit({ party: true, hits: true }),
    sql`select ${columns} from person.passenger p where ${which} order by p.kind desc, p.family, p.given, p.id`,
  )
  const parties = new Map<string, number>()
  const partyOf = ({ source, pnr, id }: (typeof rows)[number]) => `${source} ${pnr ?? id}`
  for (const row of rows) parties.set(partyOf(row), (parties.get(partyOf(row)) ?? 0) + 1)
  const hits = await hitsOf(
    tx,
    rows.filter(row => row.suggestion === 'selectee' || row.decided).map(row => row.id),
  )
  return rows.map(row => ({
    ...row,
    party: parties.get(partyOf(row)) ?? 1,
    hits: hits.get(row.id) ?? [],
  }))
}

const More = z.object({
  flight: z.uuid(),
  flightNumber: z.string(),
  from: z.string(),
  to: z.string(),
  departsAt: z.string().nullable(),
  embarked: z.string().nullable(),
  crossingPoint: z.string().nullable(),
  pnr: z.string().nullable(),
  source: z.string(),
  deleteAt: z.string(),
  announced: z.uuid(),
  booked: z.uuid().nullable(),
})
const Told = z.object({
  at: z.string(),
  kind: z.enum(['962', '132']),
  told: Standing,
  dueAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
})

/**
 * One passenger with all that is known of them, for the officer who looks at them. Of a booking of somebody announced, too: the
 * announcement, with the booking beside.
 */
export async function passengerDetail(
  { tx }: Doing,
  asked: string,
): Promise<z.infer<typeof PassengerDetail>> {
  const more = await tx.maybe(
    More,
    sql`
      select p.id as announced, (select min(b.id::text) from person.passenger b where b.same_as = p.id) as booked, p.flight,
        f.carrier_code || ' ' || f.number || f.suffix as flight_number, f.from_place as "from", f.to_place as "to",
        f.departs_at, p.embarked, p.crossing_point, p.pnr, p.source, p.delete_at
      from person.passenger a join person.passenger p on p.id = coalesce(a.same_as, a.id) join person.flight f on f.id = p.flight
      where a.id = ${asked}`,
  )
  if (!more) throw notFound('passenger')
  const { announced: id, booked } = more
  const ids = booked === null ? [id] : [id, booked]
  tx.note('passenger', ids, 'LIMITED')
  const found = await passengersOf(tx, sql`p.id = any(${ids}::uuid[])`)
  const person = found.find(each => each.id === id)
  if (!person) throw notFound('passenger')
  const party = more.pnr
    ? await passengersOf(
        tx,
        sql`p.flight = ${more.flight} and p.source = ${more.source} and p.pnr = ${more.pnr}`,
      )
    : []
  const decisions = await tx.rows(
    Decision,
    sql`
      select d.id, d.says, d.reason, o.name as officer, d.at, d.second_needed, s.name as second_officer, d.second_at,
        coalesce(p.decided = d.id, false) as stands
      from ${decisionsOn(sql`${ids}::uuid[]`)} d join person.passenger p on p.id = d.passenger join network.official o on o.id = d.officer
      left join network.official s on s.id = d.second_officer
      order by d.at desc, d.id desc`,
  )
  const { version } = await tx.row(
    z.object({ version: z.string() }),
    sql`select ${versionOf(sql`${ids}::uuid[]`)} as version`,
  )
  const told = await tx.rows(
    Told,
    sql`
      select a.at, a.kind, l.told, a.due_at, a.acknowledged_at
      from person.answer_line l join person.answer a on a.id = l.answer where l.passenger = any(${ids}::uuid[])
      order by a.at desc, a.id`,
  )
  const {
    source: _source,
    pnr: _pnr,
    flight: _flight,
    announced: _announced,
    booked: _booked,
    ...rest
  } = more
  return {
    ...person,
    ...rest,
    booking: found.find(each => each.id === booked) ?? null,
    party: Math.max(1, party.length),
    travelsWith: party
      .filter(each => each.id !== id)
      .map(({ id, family, given, seat, standing }) => ({ id, family, given, seat, standing })),
    decisions,
    told,
    version,
  }
}

/** The alerts that these hits are on: one that both announcement and booking are like is one. */
async function alertsBehind(tx: Tx, hits: readonly string[]): Promise<Map<string, string>> {
  if (hits.length === 0) return new Map()
  const rows = await tx.rows(
    z.object({ id: z.uuid(), alert: z.uuid() }),
    sql`select id, alert from person.hit where id = any(${hits}::uuid[])`,
  )
  return new Map(rows.map(({ id, alert }) => [id, alert]))
}

const Queued = Passenger.omit({ hits: true }).extend({
  flightNumber: z.string(),
  from: z.string(),
  to: z.string(),
  departsAt: z.string().nullable(),
  secondNeeded: z.boolean(),
})

export const peopleVerbs = {
  passenger: (doing, { id }) => passengerDetail(doing, id),

  /** How many the queue has, and when the first of them leaves; nobody is named, nothing noted. */
  waiting: ({ tx, ground }) =>
    tx.rows(
      z.object({
        what: z.enum(['people', 'aside', 'quiet']),
        count: z.int(),
        soonest: z.string().nullable(),
      }),
      sql`
        select 'people' as what, count(distinct ${traveller})::int as count, min(f.departs_at) filter (where f.departs_at > ${ground.clock()}) as soonest
        from person.passenger p join person.flight f on f.id = p.flight
        where (p.suggestion = 'selectee' or p.decided is not null) and ${waitsForOfficer} and p.cancelled_at is null
          and f.state <> 'cancelled' and p.masked_at is null and ${underWay(ground.clock())}
        union all
        select 'aside', count(*)::int, null from person.message m where m.state = 'quarantined'
        union all
        select 'quiet', count(*)::int, null from person.carrier c where c.quiet is not null and c.suspended_at is null`,
    ),

  async queue({ tx, ground }, { all }) {
    const now = ground.clock()
    const found = await tx.rows(
      Queued,
      sql`
        with waiting as (
          select distinct ${traveller} as id from person.passenger p join person.flight f on f.id = p.flight
          where (p.suggestion = 'selectee' or p.decided is not null) and (${all} or ${waitsForOfficer} and ${underWay(now)})
            and p.cancelled_at is null and f.state <> 'cancelled' and p.masked_at is null)
        select ${columns}, f.carrier_code || ' ' || f.number || f.suffix as flight_number, f.from_place as "from", f.to_place as "to",
          f.departs_at,
          case when p.pnr is null then 1 else (select count(*)::int from person.passenger q
            where q.flight = p.flight and q.source = p.source and q.pnr = p.pnr) end as party,
          coalesce((select d.second_needed and d.second_officer is null
            from ${decisionsOn(sql`array(select t.id from person.passenger t where t.id = p.id or t.same_as = p.id)`)} d
            order by d.at desc, d.id desc limit 1), false) as second_needed
        from waiting w join person.passenger p on p.id = w.id join person.flight f on f.id = p.flight
        order by f.departs_at nulls last, p.family, p.given, p.id limit 500`,
    )
    const ids = found.map(each => each.id)
    const booked = await passengersOf(tx, sql`p.same_as = any(${ids}::uuid[])`)
    tx.note('passenger', [...ids, ...booked.map(({ id }) => id)], 'LIMITED')
    const hits = await hitsOf(tx, ids)
    const bookings = new Map(booked.map(each => [each.sameAs, each]))
    const looks = (some: readonly RaisedHit[] = []) => some.flatMap(({ id, look }) => (look ? id : []))
    const alertOf = await alertsBehind(
      tx,
      booked.flatMap(each => [...looks(each.hits), ...looks(hits.get(each.sameAs ?? ''))]),
    )
    return found.map(each => ({
      ...each,
      hits: hits.get(each.id) ?? [],
      booking: bookings.get(each.id) ?? null,
      alike: new Set(
        [...looks(hits.get(each.id)), ...looks(bookings.get(each.id)?.hits)].map(id => alertOf.get(id) ?? id),
      ).size,
      secondsLeft:
        each.departsAt === null ? null : Math.round((Date.parse(each.departsAt) - now.getTime()) / 1000),
    }))
  },
} satisfies Partial<Verbs<typeof passengers>>
