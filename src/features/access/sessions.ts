import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Db, Tx } from '#kit/db.ts'
import { sql } from '#kit/sql.ts'
import { Actor } from '#vocabulary/actor.ts'

const Answer = z.object({ actor: Actor.nullable() })
const hashed = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Who the session with this secret belongs to; null when it has ended, or its mandate has. */
export async function actorOfSession(db: Db, token: string): Promise<Actor | null> {
  return db.as(null, async tx => {
    const answer = await tx.row(Answer, sql`select network.actor_of_session(${hashed(token)}) as actor`)
    return answer.actor
  })
}

/** The actor that a mandate stands for, for a job; null when it is withdrawn or expired. */
export async function actorOfMandate(db: Db, mandate: number): Promise<Actor | null> {
  return db.as(
    null,
    async tx => (await tx.row(Answer, sql`select network.actor_of_mandate(${mandate}) as actor`)).actor,
  )
}

/** Starts a session; gives the secret for the cookie, 256 bits that are kept nowhere else. */
export async function startSession(
  tx: Tx,
  mandate: number,
  how: 'passkey' | 'demonstration',
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.run(sql`select network.start_session(${mandate}, ${hashed(token)}, ${how})`)
  return token
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.run(sql`select network.end_session(${hashed(token)})`)
}
