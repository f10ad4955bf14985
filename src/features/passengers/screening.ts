import { z } from 'zod'
import type { PassengerRecord } from '#core/match/records.ts'
import { documentNumber } from '#core/match/records.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import type { Doing } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { AnnouncedPerson } from './announced.ts'
import { checksOf } from './checks.ts'
import type { Check, Standing } from './model.ts'
import type { FlightRow, Kept } from './store.ts'

/** What the machine has to say about a person: never more than "an officer should look". */
export interface Screened {
  id: string
  suggestion: 'board' | 'selectee'
  /** Faults of the documents, with those that a list knows. */
  checks: Check[]
}

/** A person to screen: as the list of the flight keeps them, and as the message announced them. */
export interface ToScreen {
  kept: Kept
  said: AnnouncedPerson
}

/**
 * Screens people against the lists that the actor may ask for a border check, and their documents against those known as stolen,
 * lost or revoked, single or by range. Alerts that are not open to the actor's authority and purpose do not exist here.
 */
export async function screenPassengers(
  doing: Doing,
  flight: FlightRow,
  people: readonly ToScreen[],
): Promise<Screened[]> {
  if (people.length === 0) return []
  const known = await knownDocuments(doing, people)
  const suspected = await suspectedPeople(doing, flight, people)
  return people.map(({ kept, said }) => {
    const checks = checksOf(said, flight.departsOn)
    said.documents.forEach((_, at) => {
      if (known.has(`${kept.id} ${at + 1}`))
        checks.push({ code: 'document-known', severity: 'alarm', document: at + 1 })
    })
    const look = suspected.has(kept.id) || checks.some(check => check.severity === 'alarm')
    return { id: kept.id, suggestion: look ? 'selectee' : 'board', checks }
  })
}

/** The documents on a list of documents: the same number, or one within a range, of the same issuer where both say one. */
async function knownDocuments({ tx }: Doing, people: readonly ToScreen[]): Promise<Set<string>> {
  const asked = people.flatMap(({ kept, said }) =>
    said.documents.map(({ number, issuer }, at) => ({
      person: kept.id,
      document: at + 1,
      number: documentNumber(number),
      issuer,
    })),
  )
  if (asked.length === 0) return new Set()
  const found = await tx.rows(
    z.object({ person: z.string(), document: z.int() }),
    sql`
      select distinct q.person, q.document
      from jsonb_to_recordset(${{ json: asked }}::jsonb) as q (person text, document integer, number text, issuer text)
      join person.alert_document d on d.number_from <= q.number collate "C" and d.number_to >= q.number collate "C"
        and length(d.number_from) = length(q.number)
        and d.status <> 'held' and (d.issuer is null or q.issuer is null or d.issuer = q.issuer)`,
  )
  return new Set(found.map(({ person, document }) => `${person} ${document}`))
}

/** Passengers as the matcher wants them. */
export const recordOf = ({ kept, said }: ToScreen): PassengerRecord => ({
  id: kept.id,
  family: said.family,
  given: said.given,
  birth: said.birth,
  nationality: said.nationality,
  sex: said.sex === 'U' ? null : said.sex,
  documents: said.documents,
})

/** At most so many alerts are looked at for one person: the best. Beyond that a name says nothing. */
const mostHits = 20

/** Whom an alert that the actor may read for this purpose could be about. The engine knows no reader: the rows do. */
async function suspectedPeople(
  { tx, ground }: Doing,
  _flight: FlightRow,
  people: readonly ToScreen[],
): Promise<Set<string>> {
  const engine = await engineOf(ground)
  const hits = await engine.screen(people.map(recordOf), { limit: mostHits, explain: false })
  const alerts = [...new Set(hits.flat().map(hit => alertOf(hit.alert)))]
  if (alerts.length === 0) return new Set()
  const open = await tx.rows(
    z.object({ id: z.uuid() }),
    sql`select id from person.alert where id = any(${alerts}::uuid[])`,
  )
  const readable = new Set(open.map(({ id }) => id))
  return new Set(
    people.flatMap(({ kept }, at) =>
      (hits[at] ?? []).some(hit => readable.has(alertOf(hit.alert))) ? [kept.id] : [],
    ),
  )
}

const alertOf = (hit: string): string => hit.slice(0, hit.indexOf('/'))

/** Whether a decision needs a second officer: where a list that the passenger was found on asks for four eyes. */
export async function secondNeeded(_doing: Doing, _passenger: string, _says: Standing): Promise<boolean> {
  return false
}
