import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { giveAnswer, newReference } from './answers.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'
import { carrierWithId } from './gateway.ts'
import { tellDesk } from './live.ts'
import { Standing } from './model.ts'
import { passengerDetail } from './people.ts'
import { secondNeeded } from './screening.ts'
import { FlightRow, flightColumns } from './store.ts'

const Person = z.object({
  id: z.uuid(),
  flight: z.uuid(),
  carrier: z.uuid(),
  standing: Standing,
  pnr: z.string().nullable(),
  paxRef: z.string().nullable(),
  source: z.enum(['api', 'pnr']),
})

/** The passenger as they stand now, held until this transaction ends. */
const held = ({ tx }: Doing, id: string) =>
  tx.row(
    Person,
    sql`
      select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref, p.source
      from person.passenger p join person.flight f on f.id = p.flight where p.id = ${id} for update of p`,
    'passenger',
  )

/** From here on this decision is what the carrier is told; at once, when it was told something else before. */
async function stand(doing: Doing, person: z.infer<typeof Person>, decision: { id: string; says: Standing }) {
  const { tx, ground } = doing
  await tx.run(
    sql`update person.passenger set decided = ${decision.id}, standing = ${decision.says} where id = ${person.id}`,
  )
  const said = await tx.maybe(
    z.object({ told: Standing }),
    sql`
      select l.told from person.answer_line l join person.answer a on a.id = l.answer
      where l.passenger = ${person.id} order by a.at desc, a.kind limit 1`,
  )
  if (!said || said.told === decision.says) return
  const carrier = await carrierWithId(tx, person.carrier)
  const flight = await tx.row(
    FlightRow,
    sql`select ${flightColumns} from person.flight where id = ${person.flight}`,
    'flight',
  )
  await giveAnswer(tx, {
    kind: '132',
    flight,
    carrier,
    codes: carrier.codes,
    reference: newReference(),
    message: null,
    lines: [
      { id: person.id, pnr: person.pnr, paxRef: person.paxRef, told: decision.says, decision: decision.id },
    ],
    now: ground.clock(),
    atOnce: false,
  })
}

export const decisionVerbs = {
  async decide(doing, { id, says, reason }) {
    const { tx, ground } = doing
    if (says !== 'board' && reason.length < 3)
      throw new Problem('invalid-input', 'Say why. The reason is kept with the decision.', [
        { path: ['reason'], message: 'A reason is needed for anything but boarding.' },
      ])
    const person = await held(doing, id)
    tx.note('passenger', [id], 'LIMITED')
    const second = await secondNeeded(doing, id, says)
    const decision = await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        insert into person.decision (passenger, owner_authority, says, reason, officer, at, second_needed)
        values (${id}, ${actorOf(doing).authority}, ${says}, ${reason}, ${actorOf(doing).person}, ${ground.clock()}, ${second})
        returning id`,
      'passenger',
    )
    if (!second) await stand(doing, person, { id: decision.id, says })
    await tellDesk(tx, actorOf(doing).authority, person.flight)
    return passengerDetail(doing, id)
  },

  async confirm(doing, { id }) {
    const { tx, ground } = doing
    const decision = await tx.row(
      z.object({ passenger: z.uuid(), says: Standing, officer: z.int(), later: z.boolean() }),
      sql`
        select d.passenger, d.says, d.officer, exists (select from person.decision n where n.passenger = d.passenger
          and (n.at, n.id) > (d.at, d.id)) as later
        from person.decision d where d.id = ${id} and d.second_needed and d.second_officer is null`,
      'decision that waits for a second officer',
    )
    if (decision.officer === actorOf(doing).person)
      throw new Problem('conflict', 'A second officer must look at this. Ask a colleague.')
    if (decision.later)
      throw new Problem('conflict', 'Somebody has decided anew in the meantime. Look at the newest decision.')
    const person = await held(doing, decision.passenger)
    tx.note('passenger', [decision.passenger], 'LIMITED')
    await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update person.decision set second_officer = ${actorOf(doing).person}, second_at = ${ground.clock()}
        where id = ${id} and second_officer is null returning id`,
      'decision',
    )
    await stand(doing, person, { id, says: decision.says })
    await tellDesk(tx, actorOf(doing).authority, person.flight)
    return passengerDetail(doing, decision.passenger)
  },
} satisfies Partial<Verbs<typeof passengers>>
