import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'

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

export const forgetVerbs = {
  async forget(doing) {
    const { tx, ground } = doing
    const now = ground.clock()
    const { state } = actorOf(doing)
    // Due by our clock and by the database's: one that runs ahead makes nothing go sooner.
    const due = sql`least(${now}::timestamptz, now())`
    // First the numbers of the day, while there is still something to count. People are rounded to the nearest five, so that a
    // small number tells nothing of anybody.
    await tx.run(sql`
      with due as (
        update person.flight set counted_at = ${now} where counted_at is null and forget_at <= ${due}
        returning id, carrier_code, departs_on, state),
      counted as (
        select due.carrier_code, due.departs_on, count(*) filter (where due.state <> 'expected') as flights,
          sum((select count(*) from person.message m where m.flight = due.id)) as messages,
          sum((select coalesce(sum(m.errors), 0) from person.message m where m.flight = due.id)) as errors,
          sum((select count(*) from person.passenger p where p.flight = due.id and p.source = 'api' and p.kind in ('passenger', 'transit'))) as passengers,
          sum((select count(*) from person.passenger p where p.flight = due.id and p.source = 'api' and p.kind in ('crew', 'transit-crew'))) as crew,
          sum((select count(*) from person.passenger p where p.flight = due.id and (p.suggestion = 'selectee' or p.decided is not null))) as reviewed,
          sum((select count(*) from person.passenger p where p.flight = due.id and p.standing = 'no-board')) as refused
        from due group by 1, 2)
      insert into stat.passenger_day as day (state, carrier_code, day, flights, messages, errors, passengers, crew, reviewed, refused)
      select ${state}, carrier_code, departs_on, flights, messages, errors, round(passengers / 5.0) * 5, round(crew / 5.0) * 5,
        round(reviewed / 5.0) * 5, round(refused / 5.0) * 5
      from counted
      on conflict (state, carrier_code, day) do update set flights = day.flights + excluded.flights,
        messages = day.messages + excluded.messages, errors = day.errors + excluded.errors,
        passengers = day.passengers + excluded.passengers, crew = day.crew + excluded.crew,
        reviewed = day.reviewed + excluded.reviewed, refused = day.refused + excluded.refused`)
    const people = await tx.run(sql`delete from person.passenger where delete_at <= ${due}`)
    const answers = await tx.run(sql`delete from person.answer where delete_at <= ${due}`)
    const messages = await tx.run(sql`delete from person.message where delete_at <= ${due}`)
    const flights = await tx.run(sql`delete from person.flight where delete_at <= ${due}`)
    await tx.run(sql`
      delete from person.passenger_document where passenger in
        (select id from person.passenger where mask_at <= ${due} and masked_at is null)`)
    // Directive (EU) 2016/681, Article 12(2): whatever could serve to identify. The locator goes too: it leads back to the carrier's file.
    const masked = await tx.run(sql`
      update person.passenger set key = 'masked ' || id, pax_ref = null, family = null, given = null, birth = null, sex = null,
        nationality = null, pnr = null, seat = null, checks = '[]', masked_at = ${now}
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
