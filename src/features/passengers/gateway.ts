import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import type { Doing } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { actorHolding, hashed } from '#features/access/sessions.ts'
import { Actor } from '#vocabulary/actor.ts'
import { Codes } from './answers.ts'

/** The carrier that sends, and how it is answered. */
export const CarrierRow = z.object({
  id: z.uuid(),
  code: z.string(),
  also: z.array(z.string()),
  codes: Codes,
  authority: z.int(),
})
export type CarrierRow = z.infer<typeof CarrierRow>

const Known = CarrierRow.extend({ actor: Actor.nullable() })
const known = (key: string) =>
  sql`select id, code, also, codes, authority, actor from person.carrier_of_key(${hashed(key)})`

/**
 * Finds the carrier whose key the caller shows and goes on as the gateway of its authority, for a border check. A carrier is nobody
 * in the network: it reads nothing there, and whatever is wrong with its key is told it in the same words.
 * @throws Problem `sign-in-needed`.
 */
export async function becomeGatewayOf({ tx, context }: Doing): Promise<CarrierRow> {
  const key = context.session?.bearer ?? null
  const found = key ? await tx.maybe(Known, known(key)) : undefined
  if (!found?.actor)
    throw new Problem(
      'sign-in-needed',
      'Show the key that the border authority gave you: Authorization: Bearer KEY. None was shown, or it opens nothing.',
    )
  const { actor, ...carrier } = found
  await tx.become(actor, 'border-check')
  return carrier
}

export const noGateway = (): Problem =>
  new Problem('conflict', 'Your authority has no gateway in force. The administrator can grant its mandate.')

/**
 * Does something as the gateway of the officer's authority, within the officer's transaction, and goes on as the officer: the record
 * names who acted.
 * @throws Problem `conflict` when the authority has no gateway.
 */
export async function asGateway<T>({ tx }: Doing, work: () => Promise<T>): Promise<T> {
  const officer = tx.actor
  if (!officer) throw new Problem('sign-in-needed')
  const { gateway } = await tx.row(
    z.object({ gateway: z.int().nullable() }),
    sql`select person.gateway_of(${officer.authority}) as gateway`,
  )
  const actor = gateway === null ? null : await actorHolding(tx, gateway)
  if (!actor) throw noGateway()
  await tx.become(actor, 'border-check')
  try {
    return await work()
  } finally {
    // Where a statement has failed nothing more can be asked in this transaction, and nothing of it stays.
    await tx.become(officer, 'border-check').catch(() => undefined)
  }
}

/**
 * A carrier of the actor's authority by its code: for files and mail, which come in under a carrier's name. Whoever flies under another's
 * first code as well is not meant by it.
 */
export const carrierNamed = (tx: Tx, code: string): Promise<CarrierRow> =>
  carrierRow(
    tx,
    sql`
      c.suspended_at is null and c.id = (select o.id from person.carrier o where o.code = ${code} or ${code} = any(o.also)
        order by o.code = ${code} desc, o.entered_at limit 1)`,
  )

export const carrierWithId = (tx: Tx, id: string): Promise<CarrierRow> => carrierRow(tx, sql`c.id = ${id}`)

const carrierRow = (tx: Tx, which: ReturnType<typeof sql>): Promise<CarrierRow> =>
  tx.row(
    CarrierRow,
    sql`select c.id, c.code, c.also, c.codes, c.owner_authority as authority from person.carrier c where ${which}`,
    'carrier',
  )

/** The carrier that signs in with its code and key, and the gateway that acts for it; undefined when the two do not belong together. */
export const knownCarrier = (
  { db }: Ground,
  code: string,
  key: string,
): Promise<{ code: string; actor: Actor } | undefined> =>
  db.as(null, async tx => {
    const found = await tx.maybe(Known, known(key))
    if (!found?.actor) return undefined
    const { actor, code: first, also } = found
    return [first, ...also].includes(code.toUpperCase()) ? { code: first, actor } : undefined
  })
