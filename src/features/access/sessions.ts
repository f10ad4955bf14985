import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Db, Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import { Actor } from '#vocabulary/actor.ts'
import { termsVersion } from './model.ts'

const Answer = z.object({ actor: Actor.nullable() })

/** What is kept of a secret. */
export const hashed = (token: string): Buffer => createHash('sha256').update(token).digest()
/** A secret of 256 bits, 43 characters. */
export const secret = (): string => randomBytes(32).toString('base64url')

/**
 * Who the session with this secret belongs to; null when it has ended, or its mandate has. Sessions of the demonstration count
 * only in a demonstration. `quietly`: without prolonging it.
 */
export async function actorOfSession(
  { db, config }: Ground,
  token: string,
  quietly = false,
): Promise<Actor | null> {
  const answer = await db.beforehand(
    Answer,
    sql`select network.actor_of_session(${hashed(token)}, ${config.demo}, ${termsVersion}, ${quietly}) as actor`,
  )
  return answer?.actor ?? null
}

/** The actor that a mandate stands for, for a job; null when it is withdrawn or expired. */
export const actorOfMandate = (db: Db, mandate: number): Promise<Actor | null> =>
  db.as(null, tx => actorHolding(tx, mandate))

export async function actorHolding(tx: Tx, mandate: number): Promise<Actor | null> {
  return (await tx.row(Answer, sql`select network.actor_of_mandate(${mandate}) as actor`)).actor
}

/** Starts a session; gives the secret for the cookie, 256 bits that are kept nowhere else. */
export async function startSession(
  tx: Tx,
  mandate: number,
  how: 'passkey' | 'demonstration',
  agent = '',
): Promise<string> {
  const token = secret()
  await tx.run(sql`select network.start_session(${mandate}, ${hashed(token)}, ${how}, ${deviceOf(agent)})`)
  return token
}

/** Puts another of the person's mandates into the session; gives its new secret, or undefined when it cannot. */
export async function switchSession(tx: Tx, token: string, mandate: number): Promise<string | undefined> {
  const fresh = secret()
  const { switched } = await tx.row(
    z.object({ switched: z.boolean() }),
    sql`select network.switch_session(${hashed(token)}, ${hashed(fresh)}, ${mandate}) as switched`,
  )
  return switched ? fresh : undefined
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.run(sql`select network.end_session(${hashed(token)})`)
}

/** The kind of browser and machine, as coarse as recognising one's own allows: "Firefox, Linux". */
export function deviceOf(agent: string): string | null {
  const first = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([like]) => like.test(agent))?.[1]
  const browser = first([
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrom(e|ium)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const machine = first([
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser, machine].filter(Boolean).join(', ') || null
}
