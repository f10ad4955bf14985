import { z } from 'zod'
import { nearestCountries } from './country-nearest.ts'
import { formerCountries, isoCountries, specialCountries } from './country-table.ts'

/**
 * A country, citizenship or place of origin, always as one canonical three-letter code: ISO 3166-1 alpha-3, or one of
 * XKX (Kosovo), STL (stateless), OOO, OOS, UNK, TIB, which stand in real data and are no States.
 */
export const Country = z
  .string()
  .refine(code => canonical.has(code), {
    error: 'Not a country code in use. Write three letters, for example SYR.',
  })
  .meta({
    title: 'Country',
    description: 'Three-letter code (ISO 3166-1), or XKX Kosovo, STL stateless, UNK unknown.',
  })
export type Country = z.infer<typeof Country>

/** The codes that mean a real place, in the order of ISO 3166-1 alpha-2, Kosovo last. */
export const places: readonly Country[] = [...isoCountries.map(row => row.alpha3), 'XKX']

/** The codes that mean "no State" or "not known which". */
export const noStates: readonly Country[] = specialCountries
  .filter(row => row.kind !== 'place')
  .map(row => row.code)

const canonical: ReadonlySet<string> = new Set([...places, ...noStates])

const toAlpha2 = new Map([
  ...isoCountries.map((row): [string, string] => [row.alpha3, row.alpha2]),
  ['XKX', 'XK'],
])

const accepted: ReadonlyMap<string, Country> = new Map([
  ...isoCountries.flatMap((row): [string, string][] => [
    [row.alpha2, row.alpha3],
    [row.numeric, row.alpha3],
  ]),
  ...[...canonical].map((code): [string, string] => [code, code]),
  // European usage writes EL for Greece and UK for the United Kingdom; ISO writes GR and GB. Both are read.
  ['EL', 'GRC'],
  ['UK', 'GBR'],
  ['XK', 'XKX'],
])

export type CountryAnswer =
  | { readonly ok: true; readonly code: Country }
  | { readonly ok: false; readonly problem: string; readonly suggestions: readonly Country[] }

/**
 * Reads a code of ISO 3166-1 (two letters, three letters or three digits), the European EL and UK, XK, or a special
 * code. Gives the canonical three-letter code, or a sentence that says what is wrong and the nearest codes, best first.
 * Case and surrounding blanks do not matter. A name is refused, with its code suggested; so is a former country,
 * with the codes that took its place.
 */
export const parseCountry = (input: string): CountryAnswer => {
  const shown = input.trim().slice(0, 60)
  const text = shown.toUpperCase()
  const code = accepted.get(text)
  if (code !== undefined) return { ok: true, code }
  if (text === '') return refused('The country code is empty.', [])
  const former = formerCountries.find(row => [row.code, row.alpha2, row.alpha4].includes(text))
  if (former !== undefined)
    return refused(
      `${shown} was ${former.name}, withdrawn ${former.withdrawn}.`,
      former.successors,
      former.successors.length > 1 ? 'Choose the country of today' : 'Did you mean',
    )
  return refused(`${shown} is not a country code.`, nearestCountries(text, [...canonical], countryName))
}

/** ISO 3166-1 alpha-2 (XK for Kosovo), for maps, Intl and exchange; null where there is none. */
export const alpha2Of = (country: Country): string | null => toAlpha2.get(country) ?? null

/** The code as the Union shows it: EL for Greece, UK for the United Kingdom, else alpha-2; special codes as they are. */
export const shownCountry = (country: Country): string =>
  country === 'GRC' ? 'EL' : country === 'GBR' ? 'UK' : (toAlpha2.get(country) ?? country)

const inLanguage = new Map<string, Intl.DisplayNames>()

/** The name in the reader's language. English for the special codes, which Intl does not know. */
export const countryName = (country: Country, language = 'en'): string => {
  const alpha2 = toAlpha2.get(country)
  if (alpha2 === undefined) return specialCountries.find(row => row.code === country)?.name ?? country
  let names = inLanguage.get(language)
  if (names === undefined) {
    names = new Intl.DisplayNames(language, { type: 'region' })
    inLanguage.set(language, names)
  }
  return names.of(alpha2) ?? country
}

const refused = (problem: string, suggestions: readonly Country[], lead = 'Did you mean'): CountryAnswer => ({
  ok: false,
  suggestions,
  problem:
    suggestions.length === 0
      ? `${problem} Write three letters, for example SYR.`
      : `${problem} ${lead} ${suggestions.map(code => `${code} (${countryName(code)})`).join(' or ')}?`,
})
