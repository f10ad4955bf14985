import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import type { Config } from '#kit/config.ts'
import type { Enrolment } from './model.ts'
import { placeOf } from './passkeys.ts'
import { hashed, secret } from './sessions.ts'

/** How long a link waits for its official: long enough for a weekend. */
const hours = 72

/**
 * Makes a one-time link for an official, in the name of the transaction's actor; earlier links for the same person become void.
 * @throws the database's refusal (answered as not-found) when the actor could not grant what the official holds.
 */
export async function makeEnrolment(tx: Tx, official: number, replaces = true): Promise<Enrolment> {
  const token = secret()
  const expiresAt = new Date(Date.now() + hours * 3_600_000 - 1000)
  await tx.run(sql`
    insert into network.enrolment (official, secret, replaces, made_by, expires_at)
    values (${official}, ${hashed(token)}, ${replaces}, ${tx.actor?.mandate ?? null}, ${expiresAt})`)
  return { token, expiresAt: expiresAt.toISOString() }
}

/** The page where a link is used. The token stands behind the `#`, which browsers send to nobody. */
export const enrolmentPage = (config: Config, token: string): string =>
  `${placeOf(config).origin}/enrol#${token}`

/** Whether the network has been founded, and whether anybody has enrolled a passkey in it. */
export async function foundation({ db }: Ground): Promise<{ founded: boolean; enrolled: boolean }> {
  return db.as(null, tx =>
    tx.row(
      z.object({ founded: z.boolean(), enrolled: z.boolean() }),
      sql`select * from network.foundation()`,
    ),
  )
}

/**
 * Founds a production network: its first administrator, and the one-time link with which that person enrols. While nobody has
 * enrolled it can be called again: it then makes a new link for the same person.
 * @throws the database's refusal when the network has its people.
 */
export async function foundNetwork(
  ground: Ground,
  { name, email }: { name: string; email: string | null },
): Promise<Enrolment> {
  const token = secret()
  return ground.db.as(null, async tx => {
    const { founded } = await tx.row(
      z.object({ founded: z.boolean() }),
      sql`select founded from network.foundation()`,
    )
    if (!founded)
      await tx.run(
        sql`select network.found('European Commission', 'Network administration', ${name}, 'Administrator', ${email})`,
      )
    const { expiresAt } = await tx.row(
      z.object({ expiresAt: z.iso.datetime() }),
      sql`select network.enrol_founder(${hashed(token)}) as expires_at`,
    )
    return { token, expiresAt }
  })
}
