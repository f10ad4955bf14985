import { z } from 'zod'
import { actorOfMandate } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { seedPassengersInto } from '#features/passengers/seed.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import { actingAs } from './acting-as.ts'
import { client } from './network.ts'

/**
 * Three days of flights at the border guard's desk in Riga, received through the same door as in earnest. Those that have yet to leave are
 * closed by jobs of the demonstration, which no other network has.
 */
export async function seedPassengers(ground: Ground): Promise<void> {
  const now = ground.clock()
  // The alerts that were entered a moment ago are to be found.
  await (await engineOf(ground)).settled()
  const jobs: Ground['jobs'] = {
    enqueue: async (tx, job, options) => {
      if (options?.at && options.at > now) await ground.jobs.enqueue(tx, job, options)
    },
  }
  const at = (clock: Date): Ground => ({ ...ground, jobs, clock: () => clock })
  const officer = await actingAs(ground, 'screen', 'Dace Liepiņa-Korr')
  const { gateway } = await ground.db.as(officer, tx =>
    tx.row(z.object({ gateway: z.int() }), sql`select person.gateway_of(${officer.authority}) as gateway`),
  )
  const closeOuts = await seedPassengersInto(
    {
      officer: async (name, clock) =>
        client(at(clock), await actingAs(ground, 'screen', name), { purpose: 'border-check' }).passengers,
      gateway: async clock =>
        client(at(clock), await actorOfMandate(ground.db, gateway), { purpose: 'border-check' }).passengers,
      carrier: (bearer, clock) => client(at(clock), null, { session: machine(bearer) }).passengers,
    },
    now,
  )
  await ground.db.as(officer, async tx => {
    for (const { carrier, at, interchange } of closeOuts) {
      const content = Buffer.from(interchange).toString('base64')
      await ground.jobs.enqueue(
        tx,
        {
          operation: 'passengers.take',
          input: { carrier, channel: 'mail', content },
          mandate: gateway,
          purpose: 'border-check',
        },
        { at },
      )
    }
  })
}

/** The other end of a call that is made by a machine with a key, from within. */
const machine = (bearer: string) => ({
  token: null,
  set: () => {},
  address: '',
  agent: '',
  bearer,
  retryAfter: () => {},
})
