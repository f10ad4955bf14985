import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'
import { Person, tellChange } from './decisions.ts'
import { placeInOrder } from './flights.ts'
import { tellDesk } from './live.ts'
import { Check, Document, kinds } from './model.ts'
import { underWay } from './people.ts'
import { untold } from './probing.ts'
import { screenPassengers, suggesting } from './screening.ts'
import { documentsOf } from './store.ts'

const UnderWay = Person.extend({
  kind: z.enum(kinds),
  family: z.string().nullable(),
  given: z.string().nullable(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  nationality: z.string().nullable(),
  documents: z.array(Document),
  checks: z.array(Check),
  suggestion: z.enum(['board', 'selectee']),
  decided: z.uuid().nullable(),
  departsOn: z.string(),
  departsAt: z.string().nullable(),
})
type UnderWay = z.infer<typeof UnderWay>

/**
 * So many people are screened again in one transaction, and the others in the next: messages about flights that are held wait so long,
 * and their carriers are to be answered within two seconds.
 */
const atATime = 500

const Part = z.object({ id: z.uuid(), place: z.string(), people: z.int() })

/** The next flights under way with people on them, in the order in which messages hold flights (flights.ts). */
async function nextPart(
  { tx, ground }: Doing,
  after: string,
): Promise<{ flights: string[]; next: string | null }> {
  const found = await tx.rows(
    Part,
    sql`
      select f.id, f.place, (select count(*)::int from person.passenger p where p.flight = f.id and ${screened}) as people
      from (select f.*, ${placeInOrder} as place from person.flight f) f
      where f.state <> 'cancelled' and ${underWay(ground.clock())} and f.place > ${after} collate "C"
        and exists (select from person.passenger p where p.flight = f.id and ${screened})
      order by f.place limit ${atATime}`,
  )
  let people = 0
  const flights: string[] = []
  for (const each of found) {
    if (people > 0 && people + each.people > atATime)
      return { flights, next: found[flights.length - 1]?.place ?? null }
    people += each.people
    flights.push(each.id)
  }
  return { flights, next: found.length === atATime ? (found.at(-1)?.place ?? null) : null }
}

const screened = sql`p.cancelled_at is null and p.source = 'api' and p.masked_at is null`

export const rescreenVerbs = {
  async rescreen(doing, { after }) {
    const { tx, ground } = doing
    const { flights, next } = await nextPart(doing, after)
    // As messages do: all the flights before anybody on them, and each in its order, so that neither waits for the other in a circle.
    await tx.run(sql`
      select from person.flight f where f.id = any(${flights}::uuid[]) order by ${placeInOrder} for no key update`)
    const people = await tx.rows(
      UnderWay,
      sql`
        select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref, p.kind, p.family, p.given, p.birth, p.sex, p.nationality, p.checks,
          p.suggestion, p.decided, f.departs_on, f.departs_at,
          ${documentsOf} as documents
        from person.passenger p join person.flight f on f.id = p.flight
        where f.id = any(${flights}::uuid[]) and f.state <> 'cancelled' and ${screened}
        order by p.flight, p.id`,
    )
    const aboardOf = new Map<string, UnderWay[]>()
    for (const each of people) aboardOf.set(each.flight, [...(aboardOf.get(each.flight) ?? []), each])
    let changed = 0
    for (const [flight, aboard] of aboardOf) {
      const different = await screenAgain(doing, aboard)
      for (const { person, found } of different) {
        if (found.suggestion === person.suggestion) continue
        changed += 1
        if (person.decided === null) await tellChange(doing, person, found.suggestion, null)
      }
      if (different.length > 0) await tellDesk(tx, actorOf(doing).authority, flight)
    }
    for (const person of await tx.rows(Person, untold(flights)))
      await tellChange(doing, person, 'selectee', null)
    tx.note('passengers screened again', [`${people.length} people`])
    if (next !== null)
      await ground.jobs.enqueue(tx, {
        operation: 'passengers.rescreen',
        input: { after: next },
        mandate: actorOf(doing).mandate,
        purpose: 'border-check',
      })
    return { people: people.length, changed }
  },
} satisfies Partial<Verbs<typeof passengers>>

/** Screens the people of one flight again; gives those about whom the machine now says something else. */
async function screenAgain(doing: Doing, aboard: readonly UnderWay[]) {
  const [first] = aboard
  if (!first) return []
  const found = await screenPassengers(
    doing,
    first,
    aboard.map(each => ({
      kept: { id: each.id },
      // The machine-readable zone is not kept; what it showed stands among the checks.
      said: {
        ...each,
        misread: each.checks.flatMap(check =>
          check.code === 'document-number-check-digit' &&
          check.severity === 'warning' &&
          check.document !== null
            ? [check.document]
            : [],
        ),
      },
    })),
  )
  const different = aboard.flatMap((person, at) => {
    const now = found[at]
    // Also where the machine says the same for another reason: a list has come to know the document.
    return now && (now.suggestion !== person.suggestion || !isDeepStrictEqual(now.checks, person.checks))
      ? [{ person, found: now }]
      : []
  })
  if (different.length > 0)
    await doing.tx.run(
      suggesting(
        different.map(each => each.found),
        doing.ground.clock(),
      ),
    )
  return different
}
