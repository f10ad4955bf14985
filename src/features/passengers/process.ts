import type { Doing } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { Announced } from './announced.ts'
import { acknowledge, giveAnswer, type Line } from './answers.ts'
import { forgetAt } from './forget.ts'
import type { CarrierRow } from './gateway.ts'
import { tellingDesk } from './live.ts'
import type { Finding, Standing } from './model.ts'
import { screenPassengers } from './screening.ts'
import { flightFor, type FlightRow, keepPeople, type Kept, keepUntil, Unreadable } from './store.ts'

/** Findings kept of one message; one that has more is hopeless, and its carrier has enough to mend. */
const mostFindings = 500

/**
 * Makes of a message what it says: flights, people, checks, and the answer. All in the caller's transaction, so that a message is
 * processed whole or not at all.
 * @throws Unreadable when it says nothing that could be taken in.
 */
export async function processMessage(
  doing: Doing,
  carrier: CarrierRow,
  message: { id: string; control: string },
  said: readonly Announced[],
  before: readonly Finding[],
  atOnce: boolean,
): Promise<{ cusres: string | null; findings: Finding[]; flight: string | null }> {
  const { tx, ground } = doing
  const now = ground.clock()
  const answers: string[] = []
  const findings = [...before, ...said.flatMap(each => each.findings)]
  let first: FlightRow | null = null
  let people = 0
  for (const each of said) {
    if (each.kind === 'CUSRES') {
      const settled = await acknowledge(tx, { ...carrier }, each.acknowledges, now)
      if (settled === 0)
        findings.push({
          code: 'nothing-acknowledged',
          severity: 'warning',
          sentence: 'The acknowledgement names no answer of ours that is still open.',
        })
      continue
    }
    if (each.kind === 'unknown')
      throw new Unreadable('This is no PAXLST, PNRGOV or CUSRES message that could be read.')
    const list = ofThisCarrier(each, carrier)
    const { flight, due } = await flightFor(tx, carrier, list, now)
    if (due) await forgetAt(doing, carrier.authority, flight)
    first ??= flight
    const kept = await keepPeople(tx, flight, list, message.id, now, carrier.authority)
    people += kept.length
    await closeOut(doing, flight, list, kept)
    const standing = await screen(doing, flight, list, kept)
    if (list.kind === 'PNRGOV') continue
    answers.push(
      await giveAnswer(tx, {
        kind: '962',
        flight,
        carrier,
        codes: carrier.codes,
        reference: list.transaction ?? message.control,
        message: message.id,
        lines: list.does === 'adds' || list.does === 'changes-flight' ? linesOf(list, kept, standing) : [],
        now,
        atOnce,
      }),
    )
  }
  if (said.length === 0) throw new Unreadable('There is no message in it.')
  const listed = findings.slice(0, mostFindings)
  const count = (severity: Finding['severity']) =>
    findings.reduce((sum, each) => sum + (each.severity === severity ? (each.times ?? 1) : 0), 0)
  const [one] = said
  await tx.run(sql`
    with done as (update person.message set state = 'processed', kind = ${one?.kind ?? 'unknown'}, findings = ${{ json: listed }},
      errors = ${count('error')}, warnings = ${count('warning')}, flight = ${first?.id ?? null}, people = ${people},
      access = ${one?.access ?? ''}, part = ${one?.part ?? null}, final = ${one?.final ?? false}, fault = null, processed_at = ${now}
      ${first ? sql`, delete_at = ${keepUntil(first, now, 'api')}` : sql``}
    where id = ${message.id})
    ${tellingDesk(carrier.authority, first?.id ?? message.id)}`)
  return { cusres: answers.length ? answers.join('') : null, findings: listed, flight: first?.id ?? null }
}

/** A carrier announces its own flights, under whichever of its codes; the board knows each by the carrier's first code. */
function ofThisCarrier(said: Announced, carrier: CarrierRow): Announced {
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
  if ((does !== 'closes' && does !== 'names-absent') || people.length === 0) return
  await tx.run(sql`
    update person.passenger set on_board = ${does === 'names-absent'}
    where flight = ${flight.id} and source = 'api' and on_board is null and cancelled_at is null
      and id <> all(${kept.map(each => each.id)}::uuid[])`)
}

/** Screens whom the message speaks of; gives the standing of each now. */
async function screen(
  doing: Doing,
  flight: FlightRow,
  list: Announced,
  kept: readonly Kept[],
): Promise<Map<string, { told: Standing; decision: string | null }>> {
  const byKey = new Map(list.people.map(person => [person.key, person]))
  const asked = kept.flatMap(each => {
    const said = byKey.get(each.key)
    return said ? [{ kept: each, said }] : []
  })
  const found = await screenPassengers(doing, flight, asked)
  const changed = found.filter(
    each =>
      each.suggestion === 'selectee' || kept.find(({ id }) => id === each.id)?.suggestion !== each.suggestion,
  )
  if (changed.length > 0)
    await doing.tx.run(sql`
      update person.passenger p set suggestion = s.suggestion, checks = s.checks,
        standing = case when p.decided is null then s.suggestion else p.standing end
      from jsonb_to_recordset(${{ json: changed }}::jsonb) as s (id uuid, suggestion text, checks jsonb) where p.id = s.id`)
  const suggestion = new Map(found.map(each => [each.id, each.suggestion]))
  return new Map(
    kept.map(each => [
      each.id,
      each.decided
        ? { told: each.standing, decision: each.decided }
        : { told: suggestion.get(each.id) ?? each.standing, decision: null },
    ]),
  )
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
