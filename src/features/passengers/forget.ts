import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { traveller } from './people.ts'

/**
 * Queues the forgetting of a flight for the minute in which it is due, in the name of its authority's gateway. One job a flight: jobs
 * that flights shared would make messages about different flights wait for each other.
 */
export async function forgetAt(
  { tx, ground }: Doing,
  authority: number,
  flight: { id: string; forgetAt: string },
): Promise<void> {
  const { gateway } = await tx.row(
    z.object({ gateway: z.int().nullable() }),
    sql`select person.gateway_of(${authority}) as gateway`,
  )
  if (gateway === null) return
  await ground.jobs.enqueue(
    tx,
    { operation: 'passengers.forget', input: {}, mandate: gateway, purpose: 'border-check' },
    {
      at: new Date(Math.ceil(Date.parse(flight.forgetAt) / 60_000) * 60_000),
      key: `passengers.forget:${flight.id}`,
    },
  )
}

/**
 * Tells a carrier's day in numbers, once, when its last flight was counted: people are rounded to the nearest five over the whole day,
 * so that a small number tells nothing of anybody and the numbers of one flight cannot be told from the day's.
 */
const publish = ({ tx }: Doing, now: Date): Promise<number> =>
  tx.run(sql`
    with over as (
      select owner_authority, carrier_code, departs_on from person.flight where published_at is null
      group by 1, 2, 3 having bool_and(counted_at is not null)),
    counted as (
      update person.flight f set published_at = ${now} from over
      where (f.owner_authority, f.carrier_code, f.departs_on) = (over.owner_authority, over.carrier_code, over.departs_on)
        and f.published_at is null
      returning f.carrier_code, f.departs_on, f.state, f.counts)
    insert into stat.passenger_day as day (state, carrier_code, day, flights, messages, errors, passengers, crew, reviewed, refused)
    select (select network.my_state()), carrier_code, departs_on, count(*) filter (where state <> 'expected'),
      sum((counts ->> 'messages')::int), sum((counts ->> 'errors')::int), round(sum((counts ->> 'passengers')::int) / 5.0) * 5,
      round(sum((counts ->> 'crew')::int) / 5.0) * 5, round(sum((counts ->> 'reviewed')::int) / 5.0) * 5,
      round(sum((counts ->> 'refused')::int) / 5.0) * 5
    from counted group by carrier_code, departs_on
    on conflict (state, carrier_code, day) do update set flights = day.flights + excluded.flights,
      messages = day.messages + excluded.messages, errors = day.errors + excluded.errors,
      passengers = day.passengers + excluded.passengers, crew = day.crew + excluded.crew,
      reviewed = day.reviewed + excluded.reviewed, refused = day.refused + excluded.refused`)

export const forgetVerbs = {
  async forget(doing) {
    const { tx, ground } = doing
    const now = ground.clock()
    // Due by our clock and by the database's: one that runs ahead makes nothing go sooner.
    const due = sql`least(${now}::timestamptz, now())`
    // First the numbers of each flight, while there is still something to count.
    await tx.run(sql`
      update person.flight f set counted_at = ${now}, counts = (
        select jsonb_build_object('passengers', count(*) filter (where p.source = 'api' and p.kind in ('passenger', 'transit')),
          'crew', count(*) filter (where p.source = 'api' and p.kind in ('crew', 'transit-crew')),
          'reviewed', count(distinct ${traveller}) filter (where p.suggestion = 'selectee' or p.decided is not null),
          'refused', count(distinct ${traveller}) filter (where p.standing = 'no-board'))
        from person.passenger p where p.flight = f.id) || (
        select jsonb_build_object('messages', count(*), 'errors', coalesce(sum(m.errors), 0)) from person.message m where m.flight = f.id)
      where f.counted_at is null and f.forget_at <= ${due}`)
    const people = await tx.run(sql`delete from person.passenger where delete_at <= ${due}`)
    const answers = await tx.run(sql`delete from person.answer where delete_at <= ${due}`)
    const messages = await tx.run(sql`delete from person.message where delete_at <= ${due}`)
    await publish(doing, now)
    const flights = await tx.run(
      sql`delete from person.flight where delete_at <= ${due} and published_at is not null`,
    )
    await tx.run(sql`
      delete from person.passenger_document where passenger in
        (select id from person.passenger where mask_at <= ${due} and masked_at is null)`)
    // What officers wrote about them may say anything; that they decided, what and when, stays as long as the booking.
    await tx.run(sql`
      update person.decision set reason = null where reason is not null and passenger in
        (select id from person.passenger where mask_at <= ${due} and masked_at is null)`)
    // Directive (EU) 2016/681, Article 12(2): whatever could serve to identify. The locator goes too: it leads back to the carrier's file.
    const masked = await tx.run(sql`
      update person.passenger set key = 'masked ' || id, pax_ref = null, family = null, given = null, birth = null, sex = null,
        nationality = null, pnr = null, seat = null, checks = '[]', settled = '{}', masked_at = ${now}
      where mask_at <= ${due} and masked_at is null`)
    tx.note('passengers forgotten', [
      `${people} people`,
      `${masked} masked`,
      `${messages} messages`,
      `${answers} answers`,
    ])
    return { flights, people, masked, messages }
  },
} satisfies Partial<Verbs<typeof passengers>>
