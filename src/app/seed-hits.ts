import { z } from 'zod'
import { actorOfMandate } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { seedMonthsInto } from '#features/hits/seed-months.ts'
import { seedHitsInto } from '#features/hits/seed.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import { actingAs } from './acting-as.ts'
import { client } from './network.ts'

/** The ground as it was at a moment. What lies in the past is not queued. */
function groundAt(ground: Ground, now: Date): (at: Date) => Ground {
  const jobs: Ground['jobs'] = {
    enqueue: async (tx, job, options) => {
      if (options?.at && options.at > now) await ground.jobs.enqueue(tx, job, options)
    },
  }
  return at => ({ ...ground, jobs, clock: () => at })
}

/** Two months of hits that are over, counted by the nightly duty: before the flights, so that it closes and forgets nothing of theirs. */
export async function seedHitMonths(ground: Ground): Promise<void> {
  const now = ground.clock()
  const groundOf = groundAt(ground, now)
  // The alerts that were entered a moment ago are to be found.
  await (await engineOf(ground)).settled()
  const { clock } = await ground.db.as(null, tx =>
    tx.row(z.object({ clock: z.int() }), sql`select work.clock() as clock`),
  )
  const known = new Map<string, ReturnType<typeof actingAs>>()
  const actor = (name: string) => {
    const found = known.get(name) ?? actingAs(ground, 'screen', name)
    known.set(name, found)
    return found
  }
  await seedMonthsInto(
    {
      officer: async (name, at) => client(groundOf(at), await actor(name), { purpose: 'border-check' }),
      duty: async at => client(groundOf(at), await actorOfMandate(ground.db, clock)),
    },
    now,
  )
}

/** What was made of the hits on the flights of the demonstration. */
export async function seedHits(ground: Ground): Promise<void> {
  const now = ground.clock()
  const groundOf = groundAt(ground, now)
  await seedHitsInto(
    async (official, purpose, at) =>
      client(
        groundOf(at),
        await actingAs(ground, purpose === 'alert-keeping' ? 'alert' : 'screen', official),
        { purpose },
      ).hits,
    now,
  )
}
