import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { findPersonalData } from '#core/personal-data/find.ts'
import type { warnings } from './api.ts'
import { actorOf } from './draft.ts'
import { Time } from './model.ts'
import { readWarning, remarksOf } from './reading.ts'

/** Answers and remarks are read by other States, so what stops a warning stops them, too. */
function refusePersonalData(text: string): void {
  const found = findPersonalData(text)
  if (found.length > 0)
    throw new Problem(
      'stopped-personal-data',
      'It was not sent: the text contains what looks like personal data.',
      found.map(({ start, end, sentence }) => ({
        path: ['text'],
        message: sentence,
        range: [start, end] as const,
      })),
    )
}

const stands = (status: string): boolean => status === 'issued' || status === 'expired'

export const answeringVerbs = {
  async open(doing, { id }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    await readWarning(doing, id)
    const opened = await tx.run(sql`
      insert into work.warning_opening (warning, unit, official, at)
      select d.warning, d.unit, ${actor.person}, ${ground.clock()} from work.warning_delivery d
      where d.warning = ${id} and d.unit = ${actor.unit} on conflict (warning, unit) do nothing`)
    return { opened: opened > 0 }
  },

  async answer(doing, { id, answer, text }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const { status, version } = await readWarning(doing, id)
    refusePersonalData(text)
    if (!stands(status)) throw new Problem('conflict', `It needs no answer any more: it was ${status}.`)
    const now = ground.clock()
    await tx.run(sql`
      insert into work.warning_opening (warning, unit, official, at)
      select d.warning, d.unit, ${actor.person}, ${now} from work.warning_delivery d
      where d.warning = ${id} and d.unit = ${actor.unit} on conflict (warning, unit) do nothing`)
    const given = await tx.maybe(
      z.object({ answeredAt: Time }),
      sql`
        insert into work.warning_answer (warning, unit, official, version, answer, text, at)
        select d.warning, d.unit, ${actor.person}, ${version}, ${answer}, ${text}, ${now} from work.warning_delivery d
        where d.warning = ${id} and d.unit = ${actor.unit} returning at as answered_at`,
    )
    if (!given)
      throw new Problem('conflict', 'Your unit is not among the recipients, so no answer is asked of it.')
    return { id, answeredAt: given.answeredAt }
  },

  async remark(doing, { id, kind, text }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const { status } = await readWarning(doing, id)
    if (!stands(status) && status !== 'superseded')
      throw new Problem('conflict', `Nothing can be added any more: it is ${status}.`)
    if (kind !== 'corroboration' && text === '')
      throw new Problem('invalid-input', 'Write a sentence.', [
        { path: ['text'], message: 'Write a sentence.' },
      ])
    refusePersonalData(text)
    const made = await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        insert into work.warning_remark (warning, kind, text, unit, official, at)
        values (${id}, ${kind}, ${text}, ${actor.unit}, ${actor.person}, ${ground.clock()}) returning id`,
    )
    const [remark] = await remarksOf(tx, actor, id, made.id)
    if (!remark) throw notFound('remark')
    return remark
  },

  async reply(doing, { id, remark, text, toAll }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    await readWarning(doing, id)
    refusePersonalData(text)
    await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update work.warning_remark set reply = ${text}, reply_at = ${ground.clock()}, reply_by = ${actor.person}, to_all = ${toAll}
        where id = ${remark} and warning = ${id} and kind = 'question' and reply is null returning id`,
      'question without an answer',
    )
    const [answered] = await remarksOf(tx, actor, id, remark)
    if (!answered) throw notFound('question')
    return answered
  },
} satisfies Partial<Verbs<typeof warnings>>
