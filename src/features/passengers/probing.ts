import { z } from 'zod'
import type { Ground } from '#kit/ground.ts'
import type { Doing } from '#kit/perform.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { Line } from './answers.ts'
import { after, deadlines, probing } from './deadlines.ts'
import type { FlightRow, Sender } from './flights.ts'
import { tellDesk } from './live.ts'

// A carrier could announce people who do not exist on its flights, or people who do, to learn from the answer whom lists know. What it is
// answered is kept from telling that where most of those it asked about did not travel (docs/decisions/017).

/**
 * What a carrier is told, with nothing of lists where it asks about many who do not travel, or where the flight has arrived or leaves in days: whoever is to be
 * looked at for a list alone is told as everybody else is, and waits for an officer as before. An officer's word is always told, and so is a
 * fault that stands in the carrier's own message; what it was told before it is told again.
 */
export async function withoutLists<L extends Line>(
  doing: Doing,
  carrier: Pick<Sender, 'id' | 'authority'>,
  flight: Pick<FlightRow, 'id' | 'arrivesAt' | 'departsAt' | 'departsOn'>,
  lines: readonly L[],
): Promise<L[]> {
  const byMachine = lines.filter(({ told, decision }) => told === 'selectee' && decision === null)
  if (byMachine.length === 0) return [...lines]
  const early = await tooEarly(doing, flight)
  if (!early && !hasArrived(flight, doing.ground.clock()) && !(await isQuiet(doing, carrier)))
    return [...lines]
  const known = await doing.tx.rows(
    z.object({ id: z.uuid() }),
    sql`
      select p.id from person.passenger p where p.id = any(${byMachine.map(({ id }) => id)}::uuid[])
        and (p.checks @? '$[*] ? (@.severity == "alarm" && @.code != "document-known")'
          or exists (select from person.answer_line l where l.passenger = p.id and l.told = 'selectee'))`,
  )
  const told = new Set(known.map(({ id }) => id))
  return lines.map(line =>
    byMachine.includes(line) && !told.has(line.id) ? { ...line, told: 'board' as const } : line,
  )
}

/**
 * Whether it is too long before the flight: how it ends with those on it would not be known for as long as a carrier likes. Of whoever is
 * on the list when it no longer is, it is told then.
 */
async function tooEarly(
  { tx, ground }: Doing,
  { id, departsAt, departsOn }: Pick<FlightRow, 'id' | 'departsAt' | 'departsOn'>,
): Promise<boolean> {
  const at = after(departsAt ?? departsOn, { hours: -deadlines.checkIn.hours })
  if (at <= ground.clock()) return false
  const mandate = tx.noted.actor?.mandate
  if (mandate !== undefined)
    await ground.jobs.enqueue(
      tx,
      { operation: 'passengers.rescreen', input: {}, mandate, purpose: 'border-check' },
      { at, key: `passengers.rescreen:${mandate}:${id}` },
    )
  return true
}

/** As for those who wait (people.ts). */
const hasArrived = (
  { arrivesAt, departsAt, departsOn }: Pick<FlightRow, 'arrivesAt' | 'departsAt' | 'departsOn'>,
  now: Date,
): boolean =>
  (arrivesAt
    ? new Date(arrivesAt)
    : after(departsAt ?? departsOn, departsAt ? deadlines.assumedFlight : { hours: 48 })) <= now

const Counted = z.object({
  quiet: z.boolean(),
  inVain: z.int(),
  travelled: z.int(),
  selecteesInVain: z.int(),
  selecteesTravelled: z.int(),
  unclosed: z.int(),
})

/** Of a large carrier counting takes a while: not anew for each of its messages. */
const anew = { people: 2000, seconds: 10 } as const
const weighed = new WeakMap<Ground['db'], Map<string, Date>>()

/** Whether a carrier's answers say nothing of lists; they do so from here on where too many of its people did not travel. */
async function isQuiet(
  { tx, ground }: Doing,
  { id, authority }: Pick<Sender, 'id' | 'authority'>,
): Promise<boolean> {
  const now = ground.clock()
  const lately = weighed.get(ground.db) ?? new Map<string, Date>()
  weighed.set(ground.db, lately)
  const last = lately.get(id)
  const counts = !last || now.getTime() - last.getTime() >= anew.seconds * 1000
  const { quiet, ...counted } = await tx.row(
    Counted,
    sql`
      select c.quiet is not null as quiet, n.* from person.carrier c, lateral (
        select count(*) filter (where vain)::int as in_vain, count(*) filter (where travelled)::int as travelled,
          count(*) filter (where vain and selectee)::int as selectees_in_vain,
          count(*) filter (where travelled and selectee)::int as selectees_travelled,
          count(*) filter (where vain and unclosed)::int as unclosed
        from (${ends(now, sql`f.carrier = c.id and c.quiet is null and ${counts} and p.changed_at > coalesce(c.looked_at, '-infinity')`)}) each) n
      where c.id = ${id}`,
    'carrier',
  )
  if (quiet) return true
  const { inVain, travelled, selecteesInVain, selecteesTravelled } = counted
  if (inVain + travelled > anew.people) lately.set(id, now)
  const over =
    (inVain >= probing.people && isMost(inVain, travelled)) ||
    (selecteesInVain >= probing.selectees && isMost(selecteesInVain, selecteesTravelled))
  if (!over) return false
  await tx.run(sql`
    with quieted as (
      update person.carrier set quiet = ${{ json: { since: now.toISOString(), ...counted } }} where id = ${id} and quiet is null returning id)
    select network.announce('passengers', id::text, array(select distinct r.official
      from network.readers(network.audience(array['authority:' || ${authority}::int]), 'passengers', 1) r)) from quieted`)
  return true
}

const isMost = (some: number, others: number): boolean => some > probing.share * (some + others)

/**
 * How it ended with everybody whom a carrier `c` announced, as far as that is known: taken off, on a flight that was cancelled or left
 * without being closed, or not on board as the close-out says; or they travelled. Where no close-out is asked of a carrier, whoever is on its
 * list when the flight leaves travels. A list that an officer typed in is nobody's asking, and whom an officer refused stays away for that.
 */
const ends = (now: Date, which: Sql): Sql => sql`
  select selectee, unclosed, not gone and (on_board is true or unclosed and not close_outs) as travelled,
    (gone or on_board is false or on_board is null and closed or unclosed and close_outs)
      and exists (select from person.answer_line l where l.passenger = ended.id) as vain
  from (
    select p.id, p.suggestion = 'selectee' as selectee, p.on_board, c.close_outs, f.state = 'closed' as closed,
      p.cancelled_at is not null or f.state = 'cancelled' as gone,
      p.cancelled_at is null and f.state not in ('closed', 'cancelled') and p.on_board is null
        and coalesce(f.departs_at, f.departs_on + 1) < ${after(now, { hours: -deadlines.closeDue.hours })}
        and not exists (select from person.message m where m.flight = f.id and m.kind = 'hand') as unclosed
    from person.flight f join person.passenger p on p.flight = f.id and p.source = 'api'
    where p.standing <> 'no-board' and ${which}) ended`

/**
 * An officer has looked at a carrier: its answers speak of lists again, and of those under way it is told by the gateway, a moment later.
 * Whoever looks at carriers need not have stated what they read passengers for.
 */
export async function speakAgain({ tx, ground }: Doing, id: string): Promise<void> {
  const [quieted] = await tx.rows(
    z.object({ gateway: z.int().nullable(), authority: z.int() }),
    sql`
      update person.carrier set quiet = null, looked_by = ${tx.actor?.person ?? null}, looked_at = ${ground.clock()}
      where id = ${id} and quiet is not null
      returning person.gateway_of(owner_authority) as gateway, owner_authority as authority`,
  )
  // Whom nobody had to look at is counted on: a word too many must not forget what a carrier did so far.
  if (!quieted) return
  const { gateway, authority } = quieted
  // Colleagues were told that it waits: it does no more.
  await tellDesk(tx, authority, id)
  if (gateway === null) return
  await ground.jobs.enqueue(
    tx,
    { operation: 'passengers.rescreen', input: {}, mandate: gateway, purpose: 'border-check' },
    { key: `passengers.rescreen:${gateway}` },
  )
}

/**
 * Those on these flights whom a machine would have an officer look at, and of whom their carrier was told otherwise: it was quiet, or it was
 * too early.
 */
export const untold = (flights: readonly string[]): Sql => sql`
  select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref
  from person.passenger p join person.flight f on f.id = p.flight join person.carrier c on c.id = f.carrier
  where f.id = any(${flights}::uuid[]) and p.suggestion = 'selectee' and p.decided is null and p.source = 'api'
    and p.cancelled_at is null and p.masked_at is null and c.quiet is null and f.state <> 'cancelled'
    and (select l.told from person.answer_line l join person.answer a on a.id = l.answer
      where l.passenger = p.id order by a.at desc, a.kind limit 1) = 'board'
  order by p.flight, p.id`
