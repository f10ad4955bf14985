import { z } from 'zod'
import { addressOf } from '#kit/config.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { alerts } from './api.ts'
import { reminderLetter } from './letters.ts'
import { actorOf } from './rows.ts'

const day = 86_400_000

/**
 * Queues the daily duty for the next night, once, under the mandate that automatic duties have now: what falls due years
 * ahead must not depend on a mandate that has long ended by then.
 */
export async function queueTending({ tx, ground }: Pick<Doing, 'tx' | 'ground'>): Promise<void> {
  const clock = await tx.row(z.object({ id: z.int().nullable() }), sql`select work.clock() as id`)
  if (clock.id === null) return
  const next = new Date(Math.floor(ground.clock().getTime() / day) * day + day + 5 * 60_000)
  await ground.jobs.enqueue(
    tx,
    { operation: 'alerts.tend', input: {}, mandate: clock.id },
    { at: next, key: `alerts.tend:${next.toISOString().slice(0, 10)}` },
  )
}

const Told = z.object({
  about: z.string(),
  alert: z.uuid(),
  officials: z.array(z.int()),
  mandates: z.array(z.int()),
})

export const tendingVerbs = {
  async tend(doing) {
    const { tx, ground } = doing
    const told = await tx.rows(
      Told,
      sql`select about, alert, officials, mandates from person.tend_alerts(${ground.clock()})`,
    )
    for (const { alert, officials } of told)
      await tx.run(sql`select network.announce('alerts-due', ${alert}, ${officials})`)
    // One letter for all that waits, to each who keeps these alerts.
    for (const mandate of new Set(told.flatMap(each => each.mandates)))
      await ground.jobs.enqueue(tx, { operation: 'alerts.remind', input: {}, mandate })
    await queueTending(doing)
    return { told: told.length }
  },

  async remind(doing) {
    const { tx, ground } = doing
    const { person } = actorOf(doing)
    const { email, language } = await tx.row(
      z.object({ email: z.string().nullable(), language: z.enum(['en', 'fr', 'de']) }),
      sql`
        select o.email, coalesce(p.language, 'en') as language
        from network.official o left join network.preference p on p.official = o.id where o.id = ${person}`,
    )
    if (email === null) return { sent: false }
    await ground.mailer.send(reminderLetter(email, language, `${addressOf(ground.config)}/alerts`))
    return { sent: true }
  },
} satisfies Partial<Verbs<typeof alerts>>
