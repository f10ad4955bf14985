import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { alerts } from './api.ts'
import { remember } from './keeping.ts'
import { achievedDays } from './kinds.ts'
import { Time } from './model.ts'
import { actorOf, ownAlert, readableAlert } from './rows.ts'

/** The purpose of an alert is achieved: whoever carried it out tells its owner, who deletes it or says why it stands. */
export const achievedVerbs = {
  async tellAchieved(doing, { id, note }) {
    const { tx, ground } = doing
    const { person, unit } = actorOf(doing)
    await readableAlert(doing, id)
    const now = ground.clock()
    // One message of a unit waits for its answer at a time: nobody floods the bureau of another State, and two at once are one.
    await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`iconet.achieved ${id} ${unit}`}))`)
    const waits = await tx.maybe(
      z.object({ at: Time, dueAt: Time }),
      sql`select at, due_at from person.alert_achieved where alert = ${id} and unit = ${unit} and answered_at is null order by at limit 1`,
    )
    if (waits)
      throw new Problem(
        'conflict',
        `Your unit told this on ${waits.at.slice(0, 10)}; the owner answers by ${waits.dueAt.slice(0, 10)}.`,
      )
    const dueAt = new Date(now.getTime() + achievedDays * 86_400_000)
    return tx.row(
      z.object({ id: z.uuid(), dueAt: Time }),
      sql`
        insert into person.alert_achieved (alert, unit, official, note, at, due_at)
        values (${id}, ${unit}, ${person}, ${note}, ${now}, ${dueAt}) returning id, due_at`,
    )
  },

  async keep(doing, { id, told, because }) {
    const { tx, ground } = doing
    const row = await ownAlert(doing, id)
    await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update person.alert_achieved set stands_because = ${because}, answered_by = ${actorOf(doing).person},
          answered_at = ${ground.clock()}
        where id = ${told} and alert = ${id} and answered_at is null returning id`,
      'message that waits for an answer',
    )
    await remember(doing, row, 'kept')
    return { id }
  },
} satisfies Partial<Verbs<typeof alerts>>
