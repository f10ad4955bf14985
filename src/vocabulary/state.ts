import { z } from 'zod'
import { isoCountries } from './country-table.ts'

/**
 * A State as a party to the network: ISO 3166-1 alpha-2 (GR, GB, XK), or EU for the Union's own bodies.
 * What a reader sees is `shownState`: EL for Greece, UK for the United Kingdom.
 */
export const State = z
  .string()
  .refine(code => known.has(code), { error: 'Not a State. Write its two letters, for example BG.' })
  .meta({
    title: 'State',
    description: 'Two-letter code (ISO 3166-1), XK for Kosovo, or EU for the Union’s own bodies.',
  })
export type State = z.infer<typeof State>

export const stateStandings = ['union-body', 'member', 'schengen-associated', 'candidate', 'other'] as const

/** How a State stands to the Union. Bodies of the Union itself count as one party. */
export const StateStanding = z
  .enum(stateStandings)
  .meta({ title: 'Standing', description: 'How the State stands to the Union.' })
export type StateStanding = z.infer<typeof StateStanding>

/**
 * The Member States in protocol order: by each State's name in its own language (Interinstitutional Style Guide,
 * section 7.1; © European Union, reuse with source). Greece stands where Ellás stands.
 */
export const memberStates: readonly State[] =
  'BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE'.split(' ')

/**
 * Associated with the implementation of the Schengen acquis by agreement with the Union: Iceland and Norway
 * (OJ L 176, 10.7.1999, p. 36), Switzerland (OJ L 53, 27.2.2008, p. 52), Liechtenstein (OJ L 160, 18.6.2011, p. 21).
 */
export const associatedStates: readonly State[] = ['IS', 'LI', 'NO', 'CH']

/** Candidate countries as of 2025 (European Council conclusions of June 2022, December 2022 and December 2023). */
export const candidateStates: readonly State[] = ['AL', 'BA', 'GE', 'MD', 'ME', 'MK', 'RS', 'TR', 'UA']

/** Member States that still check persons at all their internal borders: Cyprus (not yet) and Ireland (by Protocol 21). */
const outsideSchengen: ReadonlySet<State> = new Set(['CY', 'IE'])

/** States without checks at internal borders: since 1 January 2025 all Member States but two, and the associated four. */
export const schengenStates: readonly State[] = [
  ...memberStates.filter(state => !outsideSchengen.has(state)),
  ...associatedStates,
]

const alpha3 = new Map<string, string>([
  ...isoCountries.map((row): [string, string] => [row.alpha2, row.alpha3]),
  ['XK', 'XKX'],
])
const alpha2 = new Map<string, State>([...alpha3].map(([two, three]) => [three, two]))
const known: ReadonlySet<string> = new Set([...alpha3.keys(), 'EU'])

export const isMember = (state: State): boolean => memberStates.includes(state)
export const isSchengen = (state: State): boolean => schengenStates.includes(state)

export const standingOf = (state: State): StateStanding =>
  state === 'EU'
    ? 'union-body'
    : isMember(state)
      ? 'member'
      : associatedStates.includes(state)
        ? 'schengen-associated'
        : candidateStates.includes(state)
          ? 'candidate'
          : 'other'

/** The code a reader sees: EL for Greece, UK for the United Kingdom, else as stored. */
export const shownState = (state: State): string => (state === 'GR' ? 'EL' : state === 'GB' ? 'UK' : state)

/** Reads a shown or a stored code, or alpha-3; undefined when it is none. */
export const parseState = (input: string): State | undefined => {
  const text = input.trim().toUpperCase()
  if (text === 'EL') return 'GR'
  if (text === 'UK') return 'GB'
  return known.has(text) ? text : alpha2.get(text)
}

/** ISO 3166-1 alpha-3 (XKX for Kosovo); null for the Union, which is no country. */
export const alpha3OfState = (state: State): string | null => alpha3.get(state) ?? null

/** The State of a country code; undefined for stateless, unknown and the like. */
export const stateOfCountry = (country: string): State | undefined => alpha2.get(country)

const order = new Map<State, number>(
  ['EU', ...memberStates, ...associatedStates].map((state, at) => [state, at]),
)

/** Protocol order: the Union, Member States, associated States, then all others by code. */
export const compareStates = (a: State, b: State): number =>
  (order.get(a) ?? 999) - (order.get(b) ?? 999) || (a < b ? -1 : a > b ? 1 : 0)
