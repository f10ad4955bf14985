import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'
import { Person, tellChange } from './decisions.ts'
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

export const rescreenVerbs = {
  async rescreen(doing) {
    const { tx, ground } = doing
    const now = ground.clock()
    const people = await tx.rows(
      UnderWay,
      sql`
        select p.id, p.flight, f.carrier, p.standing, p.pnr, p.pax_ref, p.kind, p.family, p.given, p.birth, p.sex, p.nationality, p.checks,
          p.suggestion, p.decided, f.departs_on, f.departs_at,
          ${documentsOf} as documents
        from person.passenger p join person.flight f on f.id = p.flight
        where f.state <> 'cancelled' and p.cancelled_at is null and p.source = 'api' and p.masked_at is null
          and ${underWay(now)}
        order by p.flight, p.id`,
    )
    const flights = new Map<string, UnderWay[]>()
    for (const each of people) flights.set(each.flight, [...(flights.get(each.flight) ?? []), each])
    let changed = 0
    for (const [flight, aboard] of flights) {
      const different = await screenAgain(doing, aboard)
      for (const { person, found } of different) {
        if (found.suggestion === person.suggestion) continue
        changed += 1
        if (person.decided === null) await tellChange(doing, person, found.suggestion, null)
      }
      if (different.length > 0) await tellDesk(tx, actorOf(doing).authority, flight)
    }
    for (const person of await tx.rows(Person, untold(now))) await tellChange(doing, person, 'selectee', null)
    tx.note('passengers screened again', [`${people.length} people`])
    return { people: people.length, changed }
  },
} satisfies Partial<Verbs<typeof passengers>>

/** Screens the people of one flight again; gives those about whom the machine now says something else. */
async function screenAgain(doing: Parameters<typeof screenPassengers>[0], aboard: readonly UnderWay[]) {
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
