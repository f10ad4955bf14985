import fc from 'fast-check'
import type { PassengerRows } from './passenger-tables.ts'
import type { AuthorityRow, OfficialRow } from './tables.ts'
import { inDays } from './world.ts'

const index = fc.nat({ max: 9999 })

/** What of passengers is drawn: choices and positions only. */
export const PassengerDraw = fc.record({
  // Often the first authority, so that its officers find something.
  carriers: fc.array(fc.record({ authority: fc.oneof(fc.constant(0), index), official: index }), {
    minLength: 1,
    maxLength: 3,
  }),
  flights: fc.array(fc.record({ carrier: index, due: fc.boolean(), official: index, flag: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
  }),
})
type Chosen = typeof PassengerDraw extends fc.Arbitrary<infer D> ? D : never

const id = (kind: number, at: number): string =>
  `00000000-0000-4000-90${String(kind).padStart(2, '0')}-${String(at).padStart(12, '0')}`
const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length]
  if (found === undefined) throw new Error('Nothing to pick from.')
  return found
}

/** Each flight with one message, one passenger, a document, a decision and an answer. */
export function buildPassengers(
  drawn: Chosen,
  { authority, official }: { authority: readonly AuthorityRow[]; official: readonly OfficialRow[] },
): PassengerRows extends infer R ? { [T in keyof R]: R[T][] } : never {
  const carriers = drawn.carriers.map((each, i) => ({
    id: id(1, i),
    owner_authority: pick(authority, each.authority).id,
    code: `Z${i}`,
    name: `Carrier ${i}`,
    also: [],
    contact: '',
    codes: {},
    entered_by: pick(official, each.official).id,
    entered_at: inDays(-5),
    suspended_at: null,
  }))
  const all = drawn.flights.map((each, i) => ({
    ...each,
    i,
    carrier: pick(carriers, each.carrier),
    person: pick(official, each.official).id,
    delete_at: inDays(each.due ? -1 : 2),
  }))
  return {
    'person.carrier': carriers,
    'person.carrier_key': all.map(({ i, carrier, person, flag }) => ({
      id: id(2, i),
      carrier: carrier.id,
      owner_authority: carrier.owner_authority,
      label: 'Key',
      secret: `\\x${String(i).padStart(64, 'b')}`,
      made_by: person,
      made_at: inDays(-4),
      revoked_at: flag ? inDays(-1) : null,
      revoked_by: flag ? person : null,
    })),
    'person.flight': all.map(({ i, carrier, delete_at }) => ({
      id: id(3, i),
      owner_authority: carrier.owner_authority,
      carrier: carrier.id,
      carrier_code: 'ZZ',
      number: String(i + 1),
      suffix: '',
      departs_on: '2026-01-01',
      from_place: 'IST',
      to_place: 'RIX',
      stops: [],
      state: 'received',
      scheduled: false,
      area: 'passengers',
      marking: 1,
      forget_at: delete_at,
      delete_at,
    })),
    'person.message': all.map(({ i, carrier, delete_at }) => ({
      id: id(4, i),
      owner_authority: carrier.owner_authority,
      carrier: carrier.id,
      control: `C${i}`,
      sha256: `\\x${String(i).padStart(64, 'c')}`,
      kind: 'PAXLST',
      channel: 'http',
      size: 1,
      received_at: inDays(-2),
      state: 'processed',
      tries: 0,
      findings: [],
      errors: 0,
      warnings: 0,
      flight: id(3, i),
      people: 1,
      access: '',
      final: false,
      delete_at,
    })),
    // Not for each message, so that there is one to keep the original of.
    'person.original': all
      .filter(({ flag }) => flag)
      .map(({ i, carrier }) => ({
        message: id(4, i),
        owner_authority: carrier.owner_authority,
        sealed: '\\x00',
        key: '\\x00',
      })),
    'person.passenger': all.map(({ i, carrier, delete_at, flag }) => ({
      id: id(5, i),
      flight: id(3, i),
      owner_authority: carrier.owner_authority,
      source: 'api',
      key: `K${i}`,
      kind: 'passenger',
      family: 'NOBODY',
      checks: [],
      suggestion: 'selectee',
      standing: flag ? 'no-board' : 'selectee',
      decided: flag ? id(6, i) : null,
      message: id(4, i),
      changed_at: inDays(-2),
      delete_at,
    })),
    'person.passenger_document': all.map(({ i, carrier }) => ({
      passenger: id(5, i),
      position: 1,
      owner_authority: carrier.owner_authority,
      type: 'P',
      number: 'X1',
    })),
    'person.decision': all.map(({ i, carrier, person, flag }) => ({
      id: id(6, i),
      passenger: id(5, i),
      owner_authority: carrier.owner_authority,
      says: 'no-board',
      reason: 'Reason',
      officer: person,
      at: inDays(-2),
      second_needed: !flag,
      second_officer: null,
      second_at: null,
    })),
    'person.answer': all.map(({ i, carrier, delete_at }) => ({
      id: id(7, i),
      owner_authority: carrier.owner_authority,
      flight: id(3, i),
      carrier: carrier.id,
      message: id(4, i),
      kind: '962',
      reference: `T${i}`,
      cusres: 'UNB',
      at: inDays(-2),
      delete_at,
    })),
    'person.answer_line': all
      .filter(({ flag }) => flag)
      .map(({ i, carrier }) => ({
        answer: id(7, i),
        passenger: id(5, i),
        owner_authority: carrier.owner_authority,
        told: 'selectee',
        decision: null,
      })),
    'stat.passenger_day': authority
      .map(({ state }) => state)
      .filter((state, i, states) => states.indexOf(state) === i)
      .map(state => ({
        state,
        carrier_code: 'ZZ',
        day: '2026-01-01',
        flights: 1,
        messages: 1,
        errors: 0,
        passengers: 5,
        crew: 5,
        reviewed: 0,
        refused: 0,
      })),
  }
}
