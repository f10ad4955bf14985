import { enrolmentPage, foundNetwork } from '#features/access/enrolment.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { actingAs, people } from '../acting-as.ts'
import { client } from '../network.ts'
import { withNetwork } from './network.ts'

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
