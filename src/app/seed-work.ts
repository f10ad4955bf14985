import { z } from 'zod'
import { actorOfMandate } from '#features/access/sessions.ts'
import { seedAlertsInto } from '#features/alerts/seed.ts'
import { seedWarningsInto } from '#features/warnings/seed.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { client } from './network.ts'

/** Some months of work, each step as if it were taken at its moment. What lies in the past is neither mailed nor queued. */
export async function seedWork(ground: Ground): Promise<void> {
  const now = ground.clock()
  const people = await client({ ...ground, config: { ...ground.config, demo: true } }, null).access.personas()
  const { clock } = await ground.db.as(null, tx =>
    tx.row(z.object({ clock: z.int() }), sql`select work.clock() as clock`),
  )
  const actors = new Map<string, Actor | null>()
  const actorNamed = async (name: string): Promise<Actor | null> => {
    const mandate = name === 'ICONet clock' ? clock : people.find(person => person.name === name)?.mandate
    if (mandate === undefined) throw new Error(`The seed knows no official ${name}.`)
    const known = actors.get(name) ?? (await actorOfMandate(ground.db, mandate))
    actors.set(name, known)
    return known
  }
  const jobs: Ground['jobs'] = {
    enqueue: async (tx, job, options) => {
      if (options?.at && options.at > now) await ground.jobs.enqueue(tx, job, options)
    },
  }
  const reader = client(ground, await actorNamed('Annelies Verbrugghen-Kai'))
  const units = await reader.directory.units({})
  const authorities = await reader.directory.authorities({})
  const found = (what: string, id: number | undefined): string => {
    if (id === undefined) throw new Error(`The seed knows no ${what}.`)
    return String(id)
  }
  await seedWarningsInto(
    async (official, at) => client({ ...ground, jobs, clock: () => at }, await actorNamed(official)),
    {
      unit: name => found(name, units.find(unit => unit.name === name)?.id),
      authority: name => found(name, authorities.find(each => `${each.state}/${each.name}` === name)?.id),
    },
    now,
  )
  await seedAlertsInto(
    async (official, at) =>
      client({ ...ground, jobs, clock: () => at }, await actorNamed(official), { purpose: 'alert-keeping' }),
    now,
  )
}
