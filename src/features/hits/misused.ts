import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { MisusedQuestion } from './model.ts'
import { actorOf } from './rows.ts'

/** How victims of misused identity are told from the person of an alert that the reader may read. */
export const misusedOf = (tx: Tx, alert: string): Promise<MisusedQuestion[]> =>
  tx.rows(
    MisusedQuestion,
    sql`
      select number, question, answer, particulars, consent, consent_on from person.misused
      where alert = ${alert} order by number`,
  )

const noted = async (tx: Tx, alert: string): Promise<void> => {
  const found = await tx.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from person.alert where id = ${alert}`,
  )
  if (!found) throw notFound('alert')
  tx.note('alert', [alert], 'LIMITED')
}

export const misusedVerbs = {
  async misused({ tx }, { alert }) {
    await noted(tx, alert)
    return misusedOf(tx, alert)
  },

  async keepMisused(doing, { alert, number, question, answer, particulars, consent, consentOn }) {
    const { tx, ground } = doing
    await noted(tx, alert)
    const identity = await tx.maybe(
      z.object({ kind: z.string() }),
      sql`select kind from person.identity where alert = ${alert} and number = ${number}`,
    )
    if (identity?.kind !== 'misused') throw notFound('misused identity')
    await tx.run(sql`
      insert into person.misused (alert, number, question, answer, particulars, consent, consent_on, kept_by, kept_at)
      values (${alert}, ${number}, ${question}, ${answer}, ${particulars}, ${consent}, ${consentOn}, ${actorOf(doing).person},
        ${ground.clock()})
      on conflict (alert, number) do update set question = excluded.question, answer = excluded.answer,
        particulars = excluded.particulars, consent = excluded.consent, consent_on = excluded.consent_on,
        kept_by = excluded.kept_by, kept_at = excluded.kept_at`)
    return misusedOf(tx, alert)
  },

  async forgetMisused({ tx }, { alert, number }) {
    await noted(tx, alert)
    if ((await tx.run(sql`delete from person.misused where alert = ${alert} and number = ${number}`)) === 0)
      throw notFound('question of yours')
    return misusedOf(tx, alert)
  },
} satisfies Partial<Verbs<typeof hits>>
