import { createHash } from 'node:crypto'
import type { AuthorityRow, OfficialRow, Rows, UnitRow } from './tables.ts'

/** Every row of a small network, as this test knows it: what the oracles judge by. Nothing here was read from the database. */
export type RandomWorld = { [T in keyof Rows]: Rows[T][] }

/** Who asks: the mandate that the transaction names, the person behind it, and what the mandate makes of them. */
export interface Asker {
  /** The mandate as the transaction says it; null when nobody is signed in. */
  mandate: number | null
  /** The person who tries, even where their mandate has ended: what they would write about themselves. */
  self: { person: number; unit: number; authority: number; state: string }
  /** The purpose that the transaction states; null for none. */
  purpose: string | null
  /** Null for nobody: no mandate, or one that is withdrawn, over, not yet begun, or of somebody who has left. */
  me: Me | null
}

export interface Me {
  person: number
  unit: number
  authority: number
  state: string
  competences: ReadonlySet<string>
  areas: ReadonlySet<string>
  clearance: number
  /** The purpose stated, where the mandate covers it; else null. */
  purpose: string | null
}

const day = 24 * 3600 * 1000
const start = Date.now()
/** A time so many days from now. */
export const inDays = (days: number): string => new Date(start + days * day).toISOString()

export const uuid = (kind: number, at: number): string =>
  `00000000-0000-4000-800${kind}-${String(at).padStart(12, '0')}`

/** What the trigger makes of content and handling: SHA-256 of both as PostgreSQL writes them. */
export const hashOf = (content: number | null, marking: number): string =>
  `\\x${createHash('sha256')
    .update(
      `${content === null ? '{}' : `{"n": ${content}}`}{"marking": "${['PUBLIC', 'LIMITED', 'SENSITIVE'][marking]}"}`,
    )
    .digest('hex')}`

/** The State of a unit, by the rows alone. */
export function stateOfUnit(
  world: { unit: readonly UnitRow[]; authority: readonly AuthorityRow[] },
  unit: number,
): string {
  const place = world.unit.find(({ id }) => id === unit)
  return (world.authority.find(({ id }) => id === place?.authority) as AuthorityRow).state
}

/** What a mandate must hold for a purpose: one of these competences, and all of these areas. */
const lawful: Readonly<Record<string, readonly [anyOf: readonly string[], areas: readonly string[]]>> = {
  'border-check': [['screen'], []],
  'visa-examination': [['read'], ['travel-documents', 'alerts']],
  return: [['read'], ['returns', 'alerts']],
  'identity-verification': [['screen'], ['alerts']],
  'protection-of-the-person': [['screen', 'alert'], ['alerts']],
  'alert-keeping': [['alert'], ['alerts']],
  supervision: [['supervise'], []],
  'request-of-the-person': [['protect'], []],
}
const covers = (mandate: { competences: string[]; areas: string[] }, purpose: string): boolean => {
  const [anyOf, areas] = lawful[purpose] ?? [[], []]
  return (
    anyOf.some(each => mandate.competences.includes(each)) &&
    areas.every(each => mandate.areas.includes(each))
  )
}
/** Mostly a purpose that the mandate covers, sometimes none, sometimes one it may not cover; the same each time. */
function statedBy(mandate: { id: number; competences: string[]; areas: string[] }): string | null {
  const all = Object.keys(lawful)
  const covered = all.filter(each => covers(mandate, each))
  if (mandate.id % 5 === 3) return null
  if (mandate.id % 5 === 4 || covered.length === 0) return all[mandate.id % all.length] ?? null
  return covered[(mandate.id + mandate.areas.length) % covered.length] ?? null
}

/** Everybody who can ask in this world: each mandate, whether it stands or not, one that never was, and nobody. */
export function askers(world: RandomWorld): Asker[] {
  const people = world['network.official']
  const selfOf = (person: OfficialRow) => {
    const unit = world['network.unit'].find(({ id }) => id === person.unit) as UnitRow
    const state = stateOfUnit(
      { unit: world['network.unit'], authority: world['network.authority'] },
      person.unit,
    )
    return { person: person.id, unit: unit.id, authority: unit.authority, state }
  }
  const someone = selfOf(people[0] as OfficialRow)
  const held = world['network.mandate'].map((mandate): Asker => {
    const person = people.find(({ id }) => id === mandate.official) as OfficialRow
    const self = selfOf(person)
    const stands =
      person.active &&
      mandate.withdrawn_at === null &&
      Date.parse(mandate.valid_from) <= start &&
      start <= Date.parse(mandate.valid_until)
    const purpose = statedBy(mandate)
    const me = stands
      ? {
          ...self,
          purpose: purpose !== null && covers(mandate, purpose) ? purpose : null,
          competences: new Set(mandate.competences),
          areas: new Set(mandate.areas),
          clearance: mandate.clearance,
        }
      : null
    return { mandate: mandate.id, self, purpose, me }
  })
  return [
    { mandate: null, self: someone, purpose: 'supervision', me: null },
    { mandate: 999_999_999, self: someone, purpose: 'alert-keeping', me: null },
    ...held,
  ]
}
