import { z } from 'zod'
import { hitsOf } from '#features/hits/raising.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { giveAnswer, newReference } from './answers.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'
import { alarmsOf } from './checks.ts'
import { carrierWithId } from './gateway.ts'
import { deliverSoon } from './delivering.ts'
import { tellDesk } from './live.ts'
import { Check, Document, Standing } from './model.ts'
import { decisionsOn, passengerDetail, traveller, versionOf } from './people.ts'
import { withoutLists } from './probing.ts'
import { suggestionFrom } from './screening.ts'
import { flightWithId, holdFlightOf } from './flights.ts'
import { documentsOf } from './store.ts'

export const Person = z.object({
  id: z.uuid(),
  flight: z.uuid(),
  carrier: z.uuid(),
  standing: Standing,
  pnr: z.string().nullable(),
  paxRef: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

const Held = Person.extend({ checks: z.array(Check), documents: z.array(Document), announced: z.boolean() })
type Held = z.infer<typeof Held>

/**
 * Everything of the traveller as it stands now, held until this transaction ends: the passenger alone or, where somebody is announced
 * and booked, the announcement and then the booking.
 */
async function held({ tx }: Doing, id: string): Promise<[Held, ...Held[]]> {
  await holdFlightOf(tx, id)
  const found = await tx.rows(
    Held,
    sql`
      select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref, p.checks, p.same_as is null as announced,
        ${documentsOf} as documents
      from person.passenger p join person.flight f on f.id = p.flight
      where ${traveller} = (select ${traveller} from person.passenger p where p.id = ${id})
        and p.flight = (select flight from person.passenger where id = ${id}) and p.masked_at is null
      order by p.id for update of p`,
  )
  const [first, ...others] = found.toSorted((a, b) => Number(b.announced) - Number(a.announced))
  if (!first) throw notFound('passenger')
  tx.note(
    'passenger',
    found.map(each => each.id),
    'LIMITED',
  )
  return [first, ...others]
}

/** From here on this decision is what the carrier is told; whatever is wrong with the documents now was there to be seen. */
async function stand(doing: Doing, person: Held, decision: { id: string; says: Standing }) {
  await doing.tx.run(sql`
    update person.passenger set decided = ${decision.id}, standing = ${decision.says},
      settled = ${alarmsOf(person.checks, person.documents)} where id = ${person.id}`)
  await tellChange(doing, person, decision.says, decision.id)
}

/** Tells the carrier, unasked, when it was told something else before (CUSRES 132). */
export async function tellChange(doing: Doing, person: Person, told: Standing, decision: string | null) {
  const { tx, ground } = doing
  const said = await tx.maybe(
    z.object({ told: Standing }),
    sql`
      select l.told from person.answer_line l join person.answer a on a.id = l.answer
      where l.passenger = ${person.id} order by a.at desc, a.kind limit 1`,
  )
  if (!said || said.told === told) return
  const carrier = await carrierWithId(tx, person.carrier)
  const flight = await flightWithId(tx, person.flight)
  const [line] = await withoutLists(doing, carrier, flight, [
    { id: person.id, pnr: person.pnr, paxRef: person.paxRef, told, decision },
  ])
  if (line?.told !== told) return
  await giveAnswer(tx, {
    kind: '132',
    flight,
    carrier,
    codes: carrier.codes,
    reference: newReference(),
    message: null,
    lines: [line],
    now: ground.clock(),
    atOnce: false,
  })
  const { gateway } = await tx.row(
    z.object({ gateway: z.int().nullable() }),
    sql`
      select case when (select folder from person.message where flight = ${flight.id} and kind in ('PAXLST', 'JSON', 'hand')
        order by received_at desc, id limit 1) is not null then person.gateway_of(${carrier.authority}) end as gateway`,
  )
  if (gateway !== null) await deliverSoon(doing, gateway, flight.id)
}

/** What a page, or a program, goes by may be old: something was found on these people since, or corrected. Asked while they are held. */
async function notSince({ tx }: Doing, people: readonly Held[], read: string): Promise<void> {
  const { version } = await tx.row(
    z.object({ version: z.string() }),
    sql`select ${versionOf(sql`${people.map(({ id }) => id)}::uuid[]`)} as version`,
  )
  if (version !== read)
    throw new Problem('conflict', 'Somebody else changed it at the same moment. Look again and repeat.')
}

const decidedMeanwhile = 'Somebody has decided anew in the meantime. Look at the newest decision.'

const Followed = Person.extend({
  checks: z.array(Check),
  suggestion: z.enum(['board', 'selectee']),
  decided: z.uuid().nullable(),
})

export const decisionVerbs = {
  async decide(doing, { id, says, reason, seen, read }) {
    const { tx, ground } = doing
    if (says !== 'board' && reason.length < 3)
      throw new Problem(
        'invalid-input',
        'Say why. The reason is kept for as long as the data on the person.',
        [{ path: ['reason'], message: 'A reason is needed for anything but boarding.' }],
      )
    const people = await held(doing, id)
    const ids = people.map(each => each.id)
    const { newest, second } = await tx.row(
      z.object({ newest: z.uuid().nullable(), second: z.boolean() }),
      sql`
        select (select d.id from ${decisionsOn(sql`${ids}::uuid[]`)} d order by d.at desc, d.id desc limit 1) as newest,
          (select bool_or(person.second_needed(passenger)) from unnest(${ids}::uuid[]) passenger) as second`,
    )
    // What was read on a page or by a program may be old.
    if (newest !== seen) throw new Problem('conflict', decidedMeanwhile)
    await notSince(doing, people, read)
    let first: string | null = null
    for (const person of people) {
      const decision: { id: string } = await tx.row(
        z.object({ id: z.uuid() }),
        sql`
          insert into person.decision (passenger, owner_authority, says, reason, officer, at, second_needed, beside)
          values (${person.id}, ${actorOf(doing).authority}, ${says}, ${reason}, ${actorOf(doing).person}, ${ground.clock()}, ${second},
            ${first})
          returning id`,
        'passenger',
      )
      first ??= decision.id
      if (!second) await stand(doing, person, { id: decision.id, says })
    }
    await tellDesk(tx, actorOf(doing).authority, people[0].flight)
    return passengerDetail(doing, id)
  },

  async confirm(doing, { id, read }) {
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
    if (decision.later) throw new Problem('conflict', decidedMeanwhile)
    const people = await held(doing, decision.passenger)
    await notSince(doing, people, read)
    // Its other half with it, unless somebody has decided about that one apart meanwhile.
    const confirmed = await tx.rows(
      z.object({ id: z.uuid(), passenger: z.uuid() }),
      sql`
        update person.decision d set second_officer = ${actorOf(doing).person}, second_at = ${ground.clock()}
        where (d.id = ${id} or d.beside = ${id} or d.id = (select beside from person.decision where id = ${id}))
          and d.passenger = any(${people.map(each => each.id)}::uuid[]) and d.second_officer is null
          and not exists (select from person.decision n where n.passenger = d.passenger and (n.at, n.id) > (d.at, d.id))
        returning d.id, d.passenger`,
    )
    if (!confirmed.some(each => each.id === id)) throw notFound('decision')
    for (const each of confirmed) {
      const person = people.find(found => found.id === each.passenger)
      if (person) await stand(doing, person, { id: each.id, says: decision.says })
    }
    await tellDesk(tx, actorOf(doing).authority, people[0].flight)
    return passengerDetail(doing, decision.passenger)
  },

  async follow(doing, { id }) {
    const { tx, ground } = doing
    await holdFlightOf(tx, id)
    const person = await tx.maybe(
      Followed,
      sql`
        select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref, p.checks, p.suggestion, p.decided
        from person.passenger p join person.flight f on f.id = p.flight where p.id = ${id} and p.masked_at is null for update of p`,
    )
    // Forgotten in the meantime.
    if (!person) return { suggestion: null }
    tx.note('passenger', [id], 'LIMITED')
    const hits = (await hitsOf(tx, [id])).get(id) ?? []
    const listed = hits.some(hit => hit.kind === 'document' && hit.look)
    const checks = person.checks.filter(check => check.code !== 'document-known' || listed)
    const suggestion = suggestionFrom(hits, checks)
    const changes = suggestion !== person.suggestion
    if (changes || checks.length !== person.checks.length)
      await tx.run(sql`
        update person.passenger set suggestion = ${suggestion}, checks = ${{ json: checks }},
          standing = case when decided is null then ${suggestion} else standing end where id = ${id}`)
    // Let on board, and then found to be the person of an alert.
    const again =
      person.decided !== null &&
      (await tx.run(sql`
        update person.passenger p set again_at = ${ground.clock()} where p.id = ${id} and exists (
          select from person.decision d join person.hit h on h.subject_ref = d.passenger and h.verdict = 'same'
          where d.id = p.decided and d.says = 'board' and h.decided_at > coalesce(d.second_at, d.at))`)) > 0
    if (changes && person.decided === null) await tellChange(doing, person, suggestion, null)
    if (changes || again) await tellDesk(tx, actorOf(doing).authority, person.flight)
    return { suggestion }
  },
} satisfies Partial<Verbs<typeof passengers>>
