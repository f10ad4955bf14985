import { seedHitsInto } from '#features/hits/seed.ts'
import type { Ground } from '#kit/ground.ts'
import { actingAs } from './acting-as.ts'
import { client } from './network.ts'

/** What was made of the hits on the flights of the demonstration. What lies in the past is not queued. */
export async function seedHits(ground: Ground): Promise<void> {
  const now = ground.clock()
  const jobs: Ground['jobs'] = {
    enqueue: async (tx, job, options) => {
      if (options?.at && options.at > now) await ground.jobs.enqueue(tx, job, options)
    },
  }
  await seedHitsInto(
    async (official, purpose, at) =>
      client(
        { ...ground, jobs, clock: () => at },
        await actingAs(ground, purpose === 'alert-keeping' ? 'alert' : 'screen', official),
        { purpose },
      ).hits,
    now,
  )
}
