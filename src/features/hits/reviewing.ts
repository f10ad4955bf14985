import type { Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { readHit } from './reading.ts'
import { actorOf, readableHit } from './rows.ts'

const meanwhile = () =>
  new Problem('conflict', 'Somebody reviewed this hit meanwhile. Look at it again, then say what you think.')

const otherHalf = () =>
  new Problem(
    'conflict',
    'A colleague has just said, of another hit on the same person, that it is not them. Look at why, then say what you think: what you wrote is still there.',
  )

/** A person says what they make of a hit. The hit follows from that, in the database, and from nothing else. */
export const reviewVerbs = {
  async review(doing, { id, version, verdict, reason, rememberMonths }) {
    const { tx, ground } = doing
    const { person, unit } = actorOf(doing)
    // Before anything is read: whoever reviews another hit on the same person has said it, or waits (the same person may be announced
    // and booked). The hit is then read as it is, and stays so.
    await tx.run(
      sql`select person.hold_pair(h.executing_authority, h.alert, h.number, h.person_key, true) from person.hit h where h.id = ${id}`,
    )
    const hit = await readableHit(doing, id)
    if (!hit.mine) throw notFound('hit of yours to review')
    if (hit.state === 'closed' || hit.ended)
      throw new Problem('conflict', 'This hit is closed: there is nothing left to decide.')
    if (hit.version !== version) {
      // Open in its first round, it was reviewed by nobody: all that changed is whether the person is known not to be the same.
      if (hit.state !== 'open' || hit.round !== 1 || version > hit.version) throw meanwhile()
      if (hit.suppressed && verdict !== 'not-the-same') throw otherHalf()
    }
    if (hit.firstBy === person)
      throw new Problem(
        'conflict',
        'Your verdict is there. A second officer must look at it: ask a colleague.',
      )
    try {
      await tx.run(sql`
        insert into person.hit_review (hit, seen, round, place, official, unit, verdict, reason, remember_months, at)
        values (${id}, ${hit.version}, ${hit.round + (hit.state === 'decided' ? 1 : 0)}, ${hit.state === 'first' ? 'second' : 'first'},
          ${person}, ${unit}, ${verdict}, ${reason}, ${verdict === 'not-the-same' ? rememberMonths : null}, ${ground.clock()})`)
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code
      // It could be reviewed a moment ago; a policy that refuses now saw what somebody else did since.
      if (code === '23505' || code === '40001' || code === '42501') throw meanwhile()
      throw error
    }
    return readHit(doing, id)
  },
} satisfies Partial<Verbs<typeof hits>>
