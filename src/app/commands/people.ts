import { z } from 'zod'
import { enrolmentPage, foundNetwork } from '#features/access/enrolment.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import type { Actor, Competence } from '#vocabulary/actor.ts'
import { client } from '../network.ts'
import { withNetwork } from './network.ts'

const Person = z.object({
  mandate: z.int(),
  name: z.string(),
  title: z.string().nullable(),
  unit: z.string(),
  state: z.string(),
})

/** Everybody who holds a mandate in force. */
const people = (ground: Ground) =>
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

export async function listPeople(): Promise<void> {
  await withNetwork(async ({ ground }) => {
    const all = await people(ground)
    if (!all.length) throw new Error('This network has nobody yet. Begin with: npx iconet user found "Name"')
    for (const { name, title, unit, state } of all) console.log([name, title ?? '', unit, state].join('\t'))
  }, false)
}

/** Founds an empty network, or makes the first administrator a new link while they have not enrolled. */
export async function foundPeople(name: string, email: string | null): Promise<void> {
  await withNetwork(async ({ ground }) => {
    const { token, expiresAt } = await foundNetwork(ground, { name, email })
    console.log(
      `${name} is the first administrator. Enrol a passkey before ${expiresAt} at\n${enrolmentPage(ground.config, token)}`,
    )
  }, false)
}

/** Makes an official a one-time link to enrol a passkey. */
export async function enrolPerson(official: string, as?: string): Promise<void> {
  await withNetwork(async ({ ground }) => {
    const found = (await people(ground)).find(person => person.name === official)
    if (!found)
      throw new Error(
        `There is no official named ${official} with a mandate. npx iconet user list shows all.`,
      )
    const person = await actorOfMandate(ground.db, found.mandate)
    if (!person) throw new Error(`${official} holds no mandate in force.`)
    const head =
      person.competences.some(each => each === 'appoint' || each === 'administer') || person.state === 'EU'
    const actor = await actingAs(ground, head ? 'administer' : 'appoint', as)
    const { token, expiresAt } = await client(ground, actor).access.inviteToEnrol({ official: person.person })
    console.log(
      `${official} can enrol a passkey before ${expiresAt} at\n${enrolmentPage(ground.config, token)}`,
    )
  }, false)
}
