import { actorOfMandate } from '#features/access/sessions.ts'
import { seedAccess } from '#features/access/seed.ts'
import { seedSituation } from '#features/situation/seed.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import { actingAs } from './acting-as.ts'
import { client } from './network.ts'
import { seedHitMonths, seedHits } from './seed-hits.ts'
import { seedPassengers } from './seed-passengers.ts'
import { seedWork } from './seed-work.ts'

/**
 * Fills an empty network with the demonstration: real States and public data, invented officers, everything through the same
 * operations that officers use. Does nothing where a network has been founded.
 * @param options.openData false leaves the open data out, for tests that have no use for it.
 * @param options.work false leaves the months of warnings out, likewise.
 * @returns whether it filled.
 */
export async function seed(
  ground: Ground,
  say: (step: string) => void,
  { openData = true, work = true } = {},
): Promise<boolean> {
  const founded = await ground.db.as(null, tx => tx.run(sql`select from network.personas() limit 1`))
  if (founded) return false
  const as = async (mandate: number) => client(ground, await actorOfMandate(ground.db, mandate))
  say('States, units and officials')
  await seedAccess(ground, as)
  if (openData) {
    say('Open data: IOM incidents and Frontex detections')
    await seedSituation(client(ground, await actingAs(ground, 'analyse', 'Annelies Verbrugghen-Kai')))
  }
  if (work) {
    say('Some months of warnings and answers')
    await seedWork(ground)
    say('Two months of hits, counted')
    await seedHitMonths(ground)
    say('Three days of flights')
    await seedPassengers(ground)
    say('What was made of the hits')
    await seedHits(ground)
  }
  return true
}
