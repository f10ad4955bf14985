import { z } from 'zod'
import { transliterateIcao } from '#core/names/icao.ts'
import type { Verbs } from '#kit/perform.ts'
import { join, sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { stateAt } from './board.ts'
import { OverseenDecision, OverseenFlight, RequestedPerson } from './overseen.ts'
import { passengersOf } from './people.ts'

// What those who oversee the screening read: the supervisor flights and decisions, of nobody in particular; the data-protection
// officer one person, who asks. Which rows there are for them the row policies say.

/** Flights are overseen as long as they are kept; decisions go with the passenger, so that these are recent. */
const mostShown = 500

const StoredFlight = OverseenFlight.omit({ state: true }).extend({
  state: z.enum(['expected', 'received', 'closed', 'cancelled']),
})

/**
 * A name as carriers announce it, word by word: in the letters of a machine-readable zone (Müller as MUELLER), and with its marks left
 * off (MULLER), for carriers do both.
 */
const announced = (written: string): string[][] => {
  const zone = transliterateIcao(written).split('<')
  const plain = written
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
  return [zone, plain].map(words => words.filter(word => word !== '')).filter(words => words.length > 0)
}

export const oversightVerbs = {
  async overseen({ tx, ground }) {
    const now = ground.clock()
    const flights = await tx.rows(
      StoredFlight,
      sql`
        select f.id, a.name as authority, f.carrier_code || ' ' || f.number || f.suffix as number, f.from_place as "from",
          f.to_place as "to", f.departs_on, f.departs_at, f.state, coalesce(m.messages, 0) as messages, coalesce(m.errors, 0) as errors,
          coalesce(m.aside, 0) as aside, f.delete_at
        from person.flight f join network.authority a on a.id = f.owner_authority
        left join (
          select flight, count(*)::int as messages, sum(errors)::int as errors,
            count(*) filter (where state = 'quarantined')::int as aside
          from person.message group by flight) m on m.flight = f.id
        order by f.departs_at desc nulls last, f.departs_on desc, f.id limit ${mostShown}`,
    )
    const decisions = await tx.rows(
      OverseenDecision,
      sql`
        select d.id, a.name as authority, d.says, d.reason, o.name as officer, d.at, d.second_needed, s.name as second_officer,
          d.second_at
        from person.decision d join network.authority a on a.id = d.owner_authority join network.official o on o.id = d.officer
        left join network.official s on s.id = d.second_officer
        -- A decision about somebody announced and booked is one.
        where not exists (select from person.decision o where o.id = d.beside)
        order by d.at desc, d.id limit ${mostShown}`,
    )
    tx.note(
      'flight',
      flights.map(({ id }) => id),
      'LIMITED',
    )
    return {
      flights: flights.map(({ state, ...flight }) => ({
        ...flight,
        state: stateAt({ state, departsAt: flight.departsAt }, now),
      })),
      decisions,
    }
  },

  async ofPerson({ tx }, { family, given, birth, document }) {
    const asked = [
      // Whoever asks must not be missed for a hyphen, a space or the other names they bear.
      ...(family
        ? [
            sql`regexp_replace(upper(p.family), '[^A-Z]', '', 'g') = any(${announced(family).map(words => words.join(''))}::text[])`,
          ]
        : []),
      ...(given
        ? [
            sql`(p.given is null or regexp_split_to_array(upper(p.given), '[^A-Z]+') && ${announced(given).flat()}::text[])`,
          ]
        : []),
      ...(birth ? [sql`p.birth = ${birth}`] : []),
      ...(document
        ? [
            sql`exists (select from person.passenger_document d where d.passenger = p.id
              and regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g') = ${document.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')})`,
          ]
        : []),
    ]
    const people = await passengersOf(tx, join(asked, 'and', sql`false`))
    tx.note(
      'passenger',
      people.map(({ id }) => id),
      'LIMITED',
    )
    const flights = await tx.rows(
      RequestedPerson.shape.on.extend({ passenger: z.uuid() }),
      sql`
        select p.id as passenger, a.name as authority, f.carrier_code || ' ' || f.number || f.suffix as number, f.from_place as "from",
          f.to_place as "to", f.departs_on, p.delete_at
        from person.passenger p join person.flight f on f.id = p.flight join network.authority a on a.id = p.owner_authority
        where p.id = any(${people.map(({ id }) => id)}::uuid[])`,
    )
    return people.flatMap(person => {
      const found = flights.find(({ passenger }) => passenger === person.id)
      if (!found) return []
      const { passenger: _passenger, ...on } = found
      return [{ person, on }]
    })
  },
} satisfies Partial<Verbs<typeof passengers>>
