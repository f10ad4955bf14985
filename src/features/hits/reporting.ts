import { z } from 'zod'
import { reviewScore } from '#core/match/bands.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import { engineOf, settledSoon } from '#features/alerts/engine/engine.ts'
import { asked } from '#features/alerts/match.ts'
import { objectKey } from '#features/alerts/signs.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { type Print, printsOf } from './prints.ts'
import { raiseHits } from './raising.ts'
import { readHit } from './reading.ts'
import { actorOf } from './rows.ts'

/**
 * The same authority asking about the same person or thing for the same purpose is one subject. For another purpose it is another: what
 * was taken up for one is not read under the other, and must neither stand in its way nor be told of by that.
 */
const refOf = (
  print: Print,
  authority: number,
  purpose: string | undefined,
  person: PassengerRecord,
  object: string,
): string =>
  print('question', JSON.stringify([authority, purpose, person, ...(object ? [object] : [])]))
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')

export const reportVerbs = {
  /** An officer found somebody or something by asking: the machine compares once more, explains, and the hit goes the way of all others. */
  async report(doing, { alert, question: { person, documents, object } }) {
    const { tx, ground } = doing
    const readable = await tx.maybe(
      z.object({ id: z.uuid() }),
      sql`select id from person.alert where id = ${alert}`,
    )
    if (!readable) throw notFound('alert')
    const record = asked({ person, documents })
    const engine = await engineOf(ground)
    await settledSoon(engine)
    const [found = []] = await engine.screen([record], { limit: 500, threshold: reviewScore, explain: true })
    const ref = refOf(
      printsOf(ground.config),
      actorOf(doing).authority,
      doing.context.purpose,
      record,
      objectKey(object),
    )
    await raiseHits(
      doing,
      [{ ref, kind: 'query', person: record, object, only: alert, dueAt: null }],
      [found.filter(each => each.alert.startsWith(`${alert}/`))],
      ground.clock(),
    )
    const hit = await tx.maybe(
      z.object({ id: z.uuid() }),
      sql`
        select id from person.hit where subject_ref = ${ref} and alert = ${alert} order by raised_at desc, id limit 1`,
    )
    if (!hit)
      throw new Problem(
        'invalid-input',
        'What was given is not like this alert. Give the name and the date of birth, or the document, as you have them before you.',
      )
    return readHit(doing, hit.id)
  },
} satisfies Partial<Verbs<typeof hits>>
