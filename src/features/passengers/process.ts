import type { Doing } from '#kit/perform.ts'
import { join, sql } from '#kit/sql.ts'
import type { Announced } from './announced.ts'
import { acknowledge, type Answering, giving, type Line, newReference, textOf } from './answers.ts'
import { forgetAt } from './forget.ts'
import type { CarrierRow } from './gateway.ts'
import { tellDeskSoon } from './live.ts'
import type { Finding, Standing } from './model.ts'
import { withoutLists } from './probing.ts'
import { askEngine, type Screened, screenPassengers, suggesting } from './screening.ts'
import {
  flightFor,
  type FlightRow,
  impossibleArrival,
  keepUntil,
  holdFlights,
  Unreadable,
} from './flights.ts'
import { comparedOf, keepPeople, type Kept } from './store.ts'
import { joinTravellers } from './travellers.ts'

/** Findings kept of one message; one that has more is hopeless, and its carrier has enough to mend. */
const mostFindings = 500

/**
 * Makes of a message what it says: flights, people, checks, and the answer. All in the caller's transaction, so that a message is
 * processed whole or not at all.
 * @param found the first of the flights it speaks of (`firstFlight`), where somebody has looked for it a moment ago.
 * @throws Unreadable when it says nothing that could be taken in.
 */
export async function processMessage(
  doing: Doing,
  carrier: CarrierRow,
  message: { id: string; control: string },
  said: readonly Announced[],
  { before, atOnce, found }: { before: readonly Finding[]; atOnce: boolean; found?: FlightRow | null },
): Promise<{ cusres: string | null; findings: Finding[]; flight: string | null }> {
  const { tx, ground } = doing
  const now = ground.clock()
  if (said.length === 0) throw new Unreadable('There is no message in it.')
  const lists = said.map(each => ofThisCarrier(each, carrier))
  const asked = lists.map(each => askEngine(ground, each.people))
  const answers: (Answering & { cusres: string })[] = []
  const findings = [...before, ...said.flatMap(each => each.findings)]
  /** About whom the machine now says something else; of somebody named twice, the last. */
  const changed = new Map<string, Screened>()
  const flights = new Map<string, FlightRow>()
  let people = 0
  const held = await holdFlights(
    tx,
    carrier,
    lists.filter(({ kind }) => kind !== 'CUSRES'),
    now,
    found,
  )
  for (const [at, list] of lists.entries()) {
    if (list.kind === 'CUSRES') {
      const settled = await acknowledge(tx, { ...carrier }, list.acknowledges, now)
      if (settled === 0)
        findings.push({
          code: 'nothing-acknowledged',
          severity: 'warning',
          sentence: 'The acknowledgement names no answer of ours that is still open.',
        })
      continue
    }
    const { flight, due } = await flightFor(tx, held, list, now)
    if (list.flight && impossibleArrival(list.flight))
      findings.push({
        code: 'arrival-impossible',
        severity: 'warning',
        sentence: 'The arrival cannot be: it is before the departure, or days after it. It was left out.',
      })
    if (due) await forgetAt(doing, carrier.authority, flight)
    flights.set(flight.id, flight)
    const kept = await keepPeople(tx, flight, list, message.id, now, carrier.authority)
    people += kept.length
    if (kept[0]?.accompanied)
      await joinTravellers(
        tx,
        flight.id,
        kept.map(({ id }) => id),
      )
    await closeOut(doing, flight, list, kept)
    const screened = await screen(doing, flight, list, kept, asked[at])
    for (const each of screened.found)
      if (changed.has(each.id) || screened.changed(each)) changed.set(each.id, each)
    if (list.kind === 'PNRGOV') continue
    const lines =
      list.does === 'adds' || list.does === 'changes-flight' ? linesOf(list, kept, screened.standing) : []
    const answer: Answering = {
      kind: '962',
      flight,
      carrier,
      codes: carrier.codes,
      reference: list.transaction ?? message.control,
      message: message.id,
      lines: await withoutLists(doing, carrier, flight, lines),
      now,
      atOnce,
    }
    answers.push({ ...answer, cusres: textOf(answer, newReference()) })
  }
  const [first] = flights.values()
  const listed = findings.slice(0, mostFindings)
  const count = (severity: Finding['severity']) =>
    findings.reduce((sum, each) => sum + (each.severity === severity ? (each.times ?? 1) : 0), 0)
  const [one] = said
  // What the machine suggests, the answers and the message itself, at once.
  const suggested = sql`suggested as (${suggesting([...changed.values()], now)})`
  const parts = [...(changed.size > 0 ? [suggested] : []), ...(answers.length > 0 ? [giving(answers)] : [])]
  await tx.run(sql`
    ${parts.length > 0 ? sql`with ${join(parts, ',')}` : sql``}
    update person.message set state = 'processed', kind = ${one?.kind ?? 'unknown'}, findings = ${{ json: listed }},
      errors = ${count('error')}, warnings = ${count('warning')}, flight = ${first?.id ?? null}, people = ${people},
      access = ${one?.access ?? ''}, part = ${one?.part ?? null}, final = ${one?.final ?? false}, fault = null, processed_at = ${now},
      delete_at = coalesce(${first ? keepUntil(first, now, 'api') : null}::timestamptz, delete_at)
    where id = ${message.id}`)
  for (const id of flights.size > 0 ? flights.keys() : [message.id]) tellDeskSoon(tx, ground, id)
  return {
    cusres: answers.length ? answers.map(each => each.cusres).join('') : null,
    findings: listed,
    flight: first?.id ?? null,
  }
}

/** A carrier announces its own flights, under whichever of its codes; the board knows each by the carrier's first code. */
function ofThisCarrier(said: Announced, carrier: CarrierRow): Announced {
  if (said.kind === 'unknown')
    throw new Unreadable('This is no PAXLST, PNRGOV or CUSRES message that could be read.')
  if (!said.flight) return said
  if (said.flight.carrier !== carrier.code && !carrier.also.includes(said.flight.carrier))
    throw new Unreadable(
      'The flight is another carrier’s. Each carrier announces its own, under its own key.',
    )
  return { ...said, flight: { ...said.flight, carrier: carrier.code } }
}

/** The last word on who is on board: those named, or everybody but those named. */
async function closeOut(
  { tx }: Doing,
  flight: FlightRow,
  { does, people }: Announced,
  kept: readonly Kept[],
) {
  // Who names nobody as absent says that all are on board; who names nobody as on board has left the list out.
  if (does !== 'names-absent' && (does !== 'closes' || people.length === 0)) return
  await tx.run(sql`
    update person.passenger set on_board = ${does === 'names-absent'}
    where flight = ${flight.id} and source = 'api' and on_board is null and cancelled_at is null
      and id <> all(${kept.map(each => each.id)}::uuid[])`)
}

/** Screens whom the message speaks of; gives the standing of each now, and about whom the machine now says something else. */
async function screen(
  doing: Doing,
  flight: FlightRow,
  list: Announced,
  kept: readonly Kept[],
  asked: ReturnType<typeof askEngine> | undefined,
): Promise<{
  found: Screened[]
  changed(found: Screened): boolean
  standing: Map<string, { told: Standing; decision: string | null }>
}> {
  const byKey = new Map(kept.map(each => [each.key, each]))
  // In the order of the list, as the engine was asked.
  const people = list.people.flatMap(said => {
    const each = byKey.get(said.key)
    return each ? [{ kept: each, said }] : []
  })
  // Who was announced before is compared as they now stand: a message may leave out what an earlier one said.
  const again = kept.filter(each => !each.fresh).map(each => each.id)
  const whole = again.length > 0 ? await comparedOf(doing.tx, again) : undefined
  const found = whole
    ? await screenPassengers(
        doing,
        flight,
        people.map(each => ({ ...each, said: { ...each.said, ...whole.get(each.kept.id) } })),
      )
    : await screenPassengers(doing, flight, people, asked)
  const before = new Map(kept.map(each => [each.id, each.suggestion]))
  const suggestion = new Map(found.map(each => [each.id, each.suggestion]))
  const standing = new Map(
    kept.map(each => [
      each.id,
      each.decided
        ? { told: each.standing, decision: each.decided }
        : { told: suggestion.get(each.id) ?? each.standing, decision: null },
    ]),
  )
  return {
    found,
    changed: ({ id, suggestion: now, alarms }) =>
      now === 'selectee' || alarms.length > 0 || before.get(id) !== now,
    standing,
  }
}

/** One line of the answer for each person of the message, in the carrier's own references. */
function linesOf(
  list: Announced,
  kept: readonly Kept[],
  standing: ReadonlyMap<string, { told: Standing; decision: string | null }>,
): Line[] {
  const byKey = new Map(kept.map(each => [each.key, each]))
  return list.people.flatMap(person => {
    const row = byKey.get(person.key)
    const now = row && standing.get(row.id)
    return row && now ? [{ id: row.id, pnr: person.pnr, paxRef: person.paxRef, ...now }] : []
  })
}
