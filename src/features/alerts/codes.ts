import { knownState, plainState, threeLettersOf } from '#core/mrz/states.ts'
import { countryName, parseCountry, places } from '#vocabulary/country.ts'

export type CodeAnswer = { ok: true; code: string } | { ok: false; problem: string }

/**
 * Reads the State of a nationality or of a document's issuer: a code of ISO 3166-1 or ICAO Doc 9303-3 (D, GBD, RKS, XXA…), the
 * European EL and UK, or STL and UNK of this network's other tables. Gives the code that people's data carry everywhere here
 * (DEU, RKS, XXA), or a sentence with the nearest codes. UTO, the specimen of Doc 9303, is no State.
 */
export function readState(input: string): CodeAnswer {
  const text = input.trim().toUpperCase()
  if (knownState(text)) return { ok: true, code: plainState(text) }
  if (text === 'STL') return { ok: true, code: 'XXA' }
  if (text === 'OOO' || text === 'OOS') return { ok: true, code: 'XXX' }
  const three = text.length === 2 ? threeLettersOf(text) : null
  if (three !== null) return { ok: true, code: three }
  const answer = parseCountry(input)
  return answer.ok ? { ok: true, code: plainState(answer.code) } : { ok: false, problem: answer.problem }
}

const byName = new Map(places.map((code): [string, string] => [plain(countryName(code)), plainState(code)]))
for (const [name, code] of [
  ['usa', 'USA'],
  ['united states of america', 'USA'],
  ['uk', 'GBR'],
  ['iran islamic republic of', 'IRN'],
  ['syrian arab republic', 'SYR'],
  ['russian federation', 'RUS'],
  ['korea north', 'PRK'],
  ['north korea', 'PRK'],
  ['democratic peoples republic of korea', 'PRK'],
  ['korea south', 'KOR'],
  ['republic of korea', 'KOR'],
  ['democratic republic of the congo', 'COD'],
  ['congo democratic republic of the', 'COD'],
  ['republic of the congo', 'COG'],
  ['cote d ivoire', 'CIV'],
  ['ivory coast', 'CIV'],
  ['viet nam', 'VNM'],
  ['moldova republic of', 'MDA'],
  ['tanzania united republic of', 'TZA'],
  ['venezuela bolivarian republic of', 'VEN'],
  ['bolivia plurinational state of', 'BOL'],
  ['lao peoples democratic republic', 'LAO'],
  ['czech republic', 'CZE'],
  ['turkey', 'TUR'],
  ['turkiye', 'TUR'],
  ['burma', 'MMR'],
  ['myanmar', 'MMR'],
  ['palestinian', 'PSE'],
  ['state of palestine', 'PSE'],
  ['the gambia', 'GMB'],
  ['stateless', 'XXA'],
] as const)
  byName.set(name, code)

/** The code of a country by its English name, as published lists write it; null when it is not known. */
export const stateByName = (name: string): string | null => {
  const read = readState(name)
  return read.ok ? read.code : (byName.get(plain(name)) ?? null)
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
