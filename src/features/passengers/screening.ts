import { z } from 'zod'
import type { Hit as Found } from '#core/match/matcher.ts'
import { documentNumber, type PassengerRecord } from '#core/match/records.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import type { RaisedHit } from '#features/hits/model.ts'
import { raiseHits } from '#features/hits/raising.ts'
import type { Doing } from '#kit/perform.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { AnnouncedPerson } from './announced.ts'
import { alarmsOf, checksOf } from './checks.ts'
import type { Check } from './model.ts'
import type { FlightRow } from './flights.ts'
import type { Kept } from './store.ts'

/** What the machine has to say about a person: never more than "an officer should look". */
export interface Screened {
  id: string
  suggestion: 'board' | 'selectee'
  /** Faults of the documents, with those that a list knows. */
  checks: Check[]
  /** What of that is grave (alarmsOf). */
  alarms: string[]
}

/** A person to screen: as the list of the flight keeps them, and as the message announced them. */
export interface ToScreen {
  kept: Pick<Kept, 'id'> & Partial<Pick<Kept, 'fresh'>>
  said: Pick<
    AnnouncedPerson,
    'kind' | 'family' | 'given' | 'birth' | 'sex' | 'nationality' | 'documents' | 'misread'
  >
}

/**
 * At most so many alerts are looked at for one person: the best. Many, since those that the actor may not read are among them and
 * must not push out one that they may.
 */
const mostHits = 500

/**
 * Asks the engine about people, without waiting for the answer: it needs nothing of the database, so that both work at once.
 * @returns what it finds of each, in order.
 */
export function askEngine(ground: Doing['ground'], people: readonly ToScreen['said'][]): Promise<Found[][]> {
  if (people.length === 0) return Promise.resolve([])
  const found = engineOf(ground).then(engine =>
    engine.screen(people.map(recordOf), { limit: mostHits, explain: true }),
  )
  // Whoever asked may give up before they look at it.
  found.catch(() => {})
  return found
}

/**
 * Screens people against the lists that the actor may ask for a border check, and raises hits for officers to review. Alerts that are
 * not open to the actor's authority and purpose do not exist here: the engine knows no reader, the rows do.
 * @param asked what the engine was asked about the same people beforehand.
 */
export async function screenPassengers(
  doing: Doing,
  flight: Pick<FlightRow, 'departsOn' | 'departsAt'>,
  people: readonly ToScreen[],
  asked = askEngine(
    doing.ground,
    people.map(each => each.said),
  ),
): Promise<Screened[]> {
  if (people.length === 0) return []
  const { ground } = doing
  const raised = await raiseHits(
    doing,
    people.map(({ kept, said }) => ({
      ref: kept.id,
      kind: 'passenger' as const,
      person: recordOf(said),
      dueAt: flight.departsAt,
      fresh: kept.fresh ?? false,
    })),
    await asked,
    ground.clock(),
  )
  const known = await knownDocuments(
    doing,
    people.filter((_, at) => raised[at]?.hits.some(isOfDocument)),
  )
  return people.map(({ kept, said }, at) => {
    const checks = checksOf(said, flight.departsOn)
    for (const document of known.get(kept.id) ?? []) checks.push(knownAs(document))
    const suggestion = suggestionFrom(raised[at]?.hits ?? [], checks)
    return { id: kept.id, suggestion, checks, alarms: alarmsOf(checks, said.documents) }
  })
}

/**
 * Writes down what screening found, as a statement or the beginning of one. A decision stands; where a document is at fault in a way
 * that was not there when it was taken, an officer is asked again, as for a hit that is raised later (telling.sql).
 */
export const suggesting = (found: readonly Screened[], now: Date): Sql => sql`
  update person.passenger p set suggestion = s.suggestion, checks = s.checks,
    standing = case when p.decided is null then s.suggestion else p.standing end,
    again_at = case when p.decided is not null and not s.alarms <@ p.settled then ${now} else p.again_at end
  from jsonb_to_recordset(${{ json: found }}::jsonb) as s (id uuid, suggestion text, checks jsonb, alarms text[]) where p.id = s.id`

const knownAs = (document: number): Check => ({ code: 'document-known', severity: 'alarm', document })
const isOfDocument = (hit: RaisedHit): boolean => hit.kind === 'document' && hit.look

/** An officer should look where a hit waits for one, or a document is at fault. The machine has no other word. */
export const suggestionFrom = (hits: readonly RaisedHit[], checks: readonly Check[]): 'board' | 'selectee' =>
  hits.some(hit => hit.look) || checks.some(check => check.severity === 'alarm') ? 'selectee' : 'board'

/** Which of these people's documents a list knows, from 1: the same number or one within a range, of the same issuer where both say one. */
async function knownDocuments({ tx }: Doing, people: readonly ToScreen[]): Promise<Map<string, number[]>> {
  const asked = people.flatMap(({ kept, said }) =>
    said.documents.map(({ number, issuer }, at) => ({
      person: kept.id,
      document: at + 1,
      number: documentNumber(number),
      issuer,
    })),
  )
  if (asked.length === 0) return new Map()
  const found = await tx.rows(
    z.object({ person: z.string(), documents: z.array(z.int()) }),
    sql`
      select q.person, array_agg(distinct q.document order by q.document) as documents
      from jsonb_to_recordset(${{ json: asked }}::jsonb) as q (person text, document integer, number text, issuer text)
      join person.alert_document d on d.number_from <= q.number collate "C" and d.number_to >= q.number collate "C"
        and length(d.number_from) = length(q.number)
        and d.status <> 'held' and (d.issuer is null or q.issuer is null or d.issuer = q.issuer)
      group by q.person`,
  )
  return new Map(found.map(({ person, documents }) => [person, documents]))
}

/** Passengers as the matcher wants them. */
const recordOf = (said: ToScreen['said']): PassengerRecord => ({
  family: said.family,
  given: said.given,
  birth: said.birth,
  nationality: said.nationality,
  sex: said.sex === 'U' ? null : said.sex,
  documents: said.documents,
})
