import { z } from 'zod'
import { actorOfMandate } from '#features/access/sessions.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import type { Actor, Competence } from '#vocabulary/actor.ts'

const Person = z.object({
  mandate: z.int(),
  name: z.string(),
  title: z.string().nullable(),
  unit: z.string(),
  state: z.string(),
})

/** Everybody who holds a mandate in force. */
export const people = (ground: Ground) =>
  ground.db.as(null, tx => tx.rows(Person, sql`select * from network.personas()`))

/**
 * In whose name a command acts. Whoever can run it on the server could be anybody, so it is said and goes into the record.
 * @param name the official; without one, the only person whose mandate has the competence.
 */
export async function actingAs(ground: Ground, competence: Competence, name?: string): Promise<Actor> {
  const actors = await Promise.all(
    (await people(ground))
      .filter(person => name === undefined || person.name === name)
      .map(person => actorOfMandate(ground.db, person.mandate)),
  )
  const able = actors.filter(actor => actor?.competences.includes(competence))
  const [first] = able
  if (first && (name !== undefined || able.length === 1)) return first
  const choice = able.map(actor => `  --as "${actor?.name}"`).join('\n')
  throw new Error(
    able.length
      ? `Say in whose name:\n${choice}`
      : `${name ?? 'Nobody'} holds no mandate to ${competence} here. npx iconet user list shows who does.`,
  )
}
