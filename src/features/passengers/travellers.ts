import { z } from 'zod'
import { documentNumber } from '#core/match/records.ts'
import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'
import { Document, kinds } from './model.ts'
import { documentsOf } from './store.ts'

// Somebody whom the carrier has announced (API) and whose booking it has sent, too (PNR), is one traveller to an officer and two rows
// in the list: each is kept as long as its own law says, so the rows are never merged. Which belong together is written beside them.

const Traveller = z.object({
  id: z.uuid(),
  source: z.enum(['api', 'pnr']),
  kind: z.enum(kinds),
  family: z.string().nullable(),
  given: z.string().nullable(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  nationality: z.string().nullable(),
  documents: z.array(Document),
})
export type Traveller = z.infer<typeof Traveller>

/**
 * Which bookings of a flight are of somebody who was announced on it: by the same document, or by the same name and full date of birth,
 * where nothing speaks against it and nobody else could be meant. What is doubtful stays apart: an officer who looks twice loses a
 * moment, one who decides about two people at once wrongs one of them.
 * @returns by booking, the announcement.
 */
export function sameTravellers(people: readonly Traveller[]): Map<string, string> {
  const announced = people.filter(({ source, kind }) => source === 'api' && !isCrew(kind))
  const near = new Map<string, Traveller[]>()
  for (const each of announced)
    for (const trait of traitsOf(each)) near.set(trait, [...(near.get(trait) ?? []), each])
  const candidates = people
    .filter(({ source, kind }) => source === 'pnr' && !isCrew(kind))
    .map(booking => ({
      booking,
      of: [...new Set(traitsOf(booking).flatMap(trait => near.get(trait) ?? []))].filter(each =>
        isSame(each, booking),
      ),
    }))
  const wanted = new Map<string, number>()
  for (const { of } of candidates) for (const { id } of of) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  return new Map(
    candidates.flatMap(({ booking, of: [only, ...others] }) =>
      only && others.length === 0 && wanted.get(only.id) === 1 ? [[booking.id, only.id]] : [],
    ),
  )
}

const isCrew = (kind: Traveller['kind']): boolean => kind.endsWith('crew')
const fullDay = /^\d{4}-\d\d-\d\d$/

/** Whoever is the same shares one of these. */
const traitsOf = ({ birth, documents }: Traveller): string[] => [
  ...(birth && fullDay.test(birth) ? [`born ${birth}`] : []),
  ...documents.flatMap(({ number }) => documentNumber(number) || []).map(number => `document ${number}`),
]

function isSame(a: Traveller, b: Traveller): boolean {
  const [family, given] = [lettersOf(a.family), lettersOf(a.given)]
  const [bookedFamily, bookedGiven] = [lettersOf(b.family), lettersOf(b.given)]
  if (!family || !given || !bookedFamily || !bookedGiven) return false
  if (a.birth && b.birth && !a.birth.startsWith(b.birth) && !b.birth.startsWith(a.birth)) return false
  if (known(a.sex) && known(b.sex) && a.sex !== b.sex) return false
  // Reservations cut names and write them together; beside the very document that is the same name.
  if (shareDocument(a, b)) return begins(family, bookedFamily) && begins(given, bookedGiven)
  const born = a.birth !== null && fullDay.test(a.birth) && a.birth === b.birth
  const papers = a.documents.some(one => b.documents.some(other => isOther(one, other)))
  const nations = a.nationality !== null && b.nationality !== null && a.nationality !== b.nationality
  return born && family === bookedFamily && given === bookedGiven && !papers && !nations
}

const known = (sex: string | null): boolean => sex === 'M' || sex === 'F'
const lettersOf = (name: string | null): string =>
  (name ?? '')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}]/gu, '')
const begins = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)
const sameIssuer = (one: Document, other: Document): boolean =>
  one.issuer === null || other.issuer === null || one.issuer === other.issuer
const shareDocument = (a: Traveller, b: Traveller): boolean =>
  a.documents.some(one =>
    b.documents.some(
      other =>
        documentNumber(one.number) !== '' &&
        documentNumber(one.number) === documentNumber(other.number) &&
        sameIssuer(one, other),
    ),
  )
/** Nobody has two passports of one State with two numbers, as far as a list of passengers can tell. */
const isOther = (one: Document, other: Document): boolean =>
  one.type.slice(0, 1) === other.type.slice(0, 1) && sameIssuer(one, other)

const Joined = Traveller.extend({ sameAs: z.uuid().nullable() })
type Joined = z.infer<typeof Joined>

/**
 * Writes down anew which bookings of a flight are of somebody announced on it, as far as these people may be concerned: they, whoever
 * shares a trait with them, and so on. On a flight of hundreds a message about one is a question about two or three.
 */
export async function joinTravellers(tx: Tx, flight: string, ids: readonly string[]): Promise<void> {
  let people = await read(tx, sql`p.id = any(${ids}::uuid[])`)
  for (;;) {
    const near = await read(tx, nearTo(flight, people))
    const traits = new Set(people.flatMap(traitsOf))
    people = near
    if (near.every(each => traitsOf(each).every(trait => traits.has(trait)))) break
  }
  const same = sameTravellers(people)
  const changed = people.flatMap(({ id, sameAs }) =>
    (same.get(id) ?? null) === sameAs ? [] : [{ id, same_as: same.get(id) ?? null }],
  )
  if (changed.length === 0) return
  await tx.run(sql`
    update person.passenger p set same_as = s.same_as
    from jsonb_to_recordset(${{ json: changed }}::jsonb) as s (id uuid, same_as uuid) where p.id = s.id`)
}

const read = (tx: Tx, which: Sql): Promise<Joined[]> =>
  tx.rows(
    Joined,
    sql`
      select p.id, p.source, p.kind, p.family, p.given, p.birth, p.sex, p.nationality, p.same_as,
        ${documentsOf} as documents
      from person.passenger p where ${which}`,
  )

/** These people of a flight, whoever is put together with one of them, and whoever shares a day of birth or a document with one. */
function nearTo(flight: string, people: readonly Joined[]): Sql {
  const ids = people.map(({ id }) => id)
  const others = people.flatMap(({ sameAs }) => sameAs ?? [])
  const births = people.flatMap(({ birth }) => birth ?? [])
  const numbers = people.flatMap(({ documents }) => documents.map(({ number }) => number))
  return sql`
    p.flight = ${flight} and p.masked_at is null and p.cancelled_at is null
      and (p.id = any(${[...ids, ...others]}::uuid[]) or p.same_as = any(${ids}::uuid[]) or p.birth = any(${births}::text[])
        or p.id in (select d.passenger from person.passenger_document d where d.number = any(${numbers}::text[])))`
}
