import { z } from 'zod'
import { hashed, secret } from '#features/access/sessions.ts'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import type { passengers } from './api.ts'
import { Carrier } from './model.ts'
import { speakAgain } from './probing.ts'

export function actorOf({ tx }: Doing): Actor {
  if (!tx.noted.actor) throw new Problem('sign-in-needed')
  return tx.noted.actor
}

const read = (tx: Tx, which: Sql) =>
  tx.rows(
    Carrier,
    sql`
      select c.id, c.code, c.name, c.also, c.contact, c.codes, c.entered_at, c.suspended_at, c.close_outs, c.quiet,
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'label', k.label,
            'madeAt', to_char(k.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'revokedAt', to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by k.made_at)
          from person.carrier_key k where k.carrier = c.id), '[]') as keys
      from person.carrier c ${which} order by c.code`,
  )

const one = async (tx: Tx, id: string): Promise<Carrier> => {
  const [found] = await read(tx, sql`where c.id = ${id}`)
  if (!found) throw new Problem('not-found', 'There is no such carrier, or it is not shared with you.')
  return found
}

export const carrierVerbs = {
  carriers: ({ tx }) => read(tx, sql``),

  async enterCarrier(doing, { code, name, also, contact, codes }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const { id } = await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        insert into person.carrier (owner_authority, code, name, also, contact, codes, entered_by, entered_at)
        values (${actor.authority}, ${code}, ${name}, ${also}, ${contact}, ${{ json: codes }}, ${actor.person}, ${ground.clock()})
        returning id`,
      'carrier',
    )
    // Those who are told of its messages (live.ts): made now, since a statement does not see an audience that it makes itself.
    await tx.run(sql`select network.audience(array['authority:' || ${actor.authority}::int])`)
    tx.note('carrier', [id])
    return one(tx, id)
  },

  async changeCarrier(doing, { id, name, also, contact, codes, suspended, closeOuts, looked }) {
    const { tx, ground } = doing
    tx.note('carrier', [id])
    await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update person.carrier set name = ${name}, also = ${also}, contact = ${contact}, codes = ${{ json: codes }},
          suspended_at = case when ${suspended} then coalesce(suspended_at, ${ground.clock()}) end,
          close_outs = ${closeOuts}, close_outs_by = case when close_outs = ${closeOuts} then close_outs_by else ${actorOf(doing).person} end
        where id = ${id} returning id`,
      'carrier',
    )
    if (looked) await speakAgain(doing, id)
    return one(tx, id)
  },

  async issueKey(doing, { id, label }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    await one(tx, id)
    const key = secret()
    const made = await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        insert into person.carrier_key (carrier, owner_authority, label, secret, made_by, made_at)
        values (${id}, ${actor.authority}, ${label}, ${hashed(key)}, ${actor.person}, ${ground.clock()}) returning id`,
      'carrier',
    )
    tx.note('carrier key', [made.id])
    return { id: made.id, key }
  },

  async revokeKey(doing, { id }) {
    const { tx, ground } = doing
    tx.note('carrier key', [id])
    return tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update person.carrier_key set revoked_at = ${ground.clock()}, revoked_by = ${actorOf(doing).person}
        where id = ${id} and revoked_at is null returning id`,
      'key',
    )
  },
} satisfies Partial<Verbs<typeof passengers>>
