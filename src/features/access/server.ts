import { z } from 'zod'
import { isLoopback } from '#kit/config.ts'
import type { Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { Actor } from '#vocabulary/actor.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { access } from './api.ts'
import { Mandate, Persona } from './model.ts'
import { endSession, startSession } from './sessions.ts'

export const verbs: Verbs<typeof access> = {
  async me({ context, ground }) {
    return { actor: context.actor, demonstration: ground.config.demo }
  },

  async personas({ tx, ground }) {
    assertDemonstration(ground)
    return personas(tx)
  },

  async demoSignIn({ tx, ground, context }, { persona }) {
    assertDemonstration(ground)
    const found = (await personas(tx)).find(each => each.id === persona)
    if (!found) throw notFound('persona')
    if (context.session?.token) await endSession(tx, context.session.token)
    context.session?.set(await startSession(tx, found.mandate, 'demonstration'))
    tx.note('mandate', [found.mandate])
    const answer = await tx.row(
      z.object({ actor: Actor }),
      sql`select network.actor_of_mandate(${found.mandate}) as actor`,
    )
    return { actor: answer.actor, demonstration: true }
  },

  async signOut({ tx, context }) {
    if (context.session?.token) await endSession(tx, context.session.token)
    context.session?.set(null)
    return { signedOut: true as const }
  },

  mandates: ({ tx }) =>
    tx.rows(
      Mandate,
      sql`
        select m.id, m.official, o.name, u.name as unit, m.competences, m.areas,
          (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[m.clearance + 1] as clearance, m.valid_from, m.valid_until, m.withdrawn_at
        from network.mandate m join network.official o on o.id = m.official join network.unit u on u.id = o.unit
        order by m.withdrawn_at is not null, o.name, m.id`,
    ),

  async grant({ tx, context }, given) {
    const made = await tx.row(
      z.object({ id: z.int() }),
      sql`
        insert into network.mandate (official, competences, areas, clearance, valid_until, reason, granted_by)
        values (${given.official}, ${given.competences}, ${given.areas}, ${markingLevel(given.clearance)},
          ${given.validUntil}, ${given.reason}, ${context.actor?.mandate ?? null}) returning id`,
    )
    tx.note('mandate', [made.id])
    return made
  },

  async withdraw({ tx, context }, { id }) {
    tx.note('mandate', [id])
    return tx.row(
      z.object({ id: z.int() }),
      sql`
        update network.mandate set withdrawn_at = now(), withdrawn_by = ${context.actor?.mandate ?? null}
        where id = ${id} and withdrawn_at is null returning id`,
      'mandate in force',
    )
  },
}

/** Without `--demo`, or off this machine, the demonstration's doors do not exist. */
function assertDemonstration({ config }: Ground): void {
  if (!config.demo || !isLoopback(config.host)) throw notFound('operation')
}

async function personas(tx: Tx): Promise<Persona[]> {
  const rows = await tx.rows(Persona.omit({ id: true }), sql`select * from network.personas()`)
  return rows.map(row => ({ ...row, id: personaId(row.name) }))
}

/** A name as it stands in an address: "Ilze Ozola" → "ilze-ozola". */
export const personaId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
