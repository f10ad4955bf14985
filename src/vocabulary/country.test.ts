import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpha2Of, Country, countryName, noStates, parseCountry, places, shownCountry } from './country.ts'
import { formerCountries, isoCountries, mistakenCodes } from './country-table.ts'

const code = (input: string): string | undefined => {
  const answer = parseCountry(input)
  return answer.ok ? answer.code : undefined
}
const refusal = (input: string): { problem: string; suggestions: readonly string[] } => {
  const answer = parseCountry(input)
  if (answer.ok) throw new Error(`${input} was accepted as ${answer.code}`)
  return answer
}

test('all 249 countries of ISO 3166-1 are there once, by each of their three codes', () => {
  expect(isoCountries).toHaveLength(249)
  for (const key of ['alpha2', 'alpha3', 'numeric'] as const)
    expect(new Set(isoCountries.map(row => row[key])).size).toBe(249)
  for (const row of isoCountries) {
    expect(code(row.alpha2)).toBe(row.alpha3)
    expect(code(row.alpha3.toLowerCase())).toBe(row.alpha3)
    expect(code(row.numeric)).toBe(row.alpha3)
    expect(alpha2Of(row.alpha3)).toBe(row.alpha2)
  }
})

test('Greece is read as EL and as GR and shown as EL; the United Kingdom is read as UK and as GB and shown as UK', () => {
  expect([code('EL'), code('GR'), shownCountry('GRC')]).toEqual(['GRC', 'GRC', 'EL'])
  expect([code('UK'), code('gb'), shownCountry('GBR')]).toEqual(['GBR', 'GBR', 'UK'])
})

test('Kosovo is read as XK and XKX, and RKS and KOS are answered with XKX', () => {
  expect([code('XK'), code('xkx'), shownCountry('XKX')]).toEqual(['XKX', 'XKX', 'XK'])
  expect(refusal('RKS').suggestions).toEqual(['XKX'])
})

test('stateless, unknown and unspecified are kept apart and are no places', () => {
  for (const special of ['STL', 'OOO', 'OOS', 'UNK', 'TIB']) {
    expect(code(special)).toBe(special)
    expect(alpha2Of(special)).toBeNull()
    expect(places).not.toContain(special)
    expect(noStates).toContain(special)
    expect(countryName(special)).not.toBe(special)
  }
})

test('a former country is refused with the countries of today, unless its letters mean a country again', () => {
  expect(refusal('SUN').suggestions).toContain('UKR')
  expect(refusal('YUG').problem).toMatch(/Yugoslavia, withdrawn 2003-07-23\. Choose the country of today/)
  expect(refusal('CSK').suggestions).toEqual(['CZE', 'SVK'])
  expect(refusal('ZAR').problem).toBe(
    'ZAR was Zaire, withdrawn 1997-07-14. Did you mean COD (Congo - Kinshasa)?',
  )
  expect([code('SK'), code('AI'), code('BY'), code('GE'), code('ATF')]).toEqual([
    'SVK',
    'AIA',
    'BLR',
    'GEO',
    'ATF',
  ])
  for (const former of formerCountries) for (const next of former.successors) expect(code(next)).toBe(next)
})

test('a code of another system or a slip of the hand leads to the right code', () => {
  expect(refusal('GER').problem).toBe('GER is not a country code. Did you mean DEU (Germany)?')
  expect(refusal('SUI').suggestions).toEqual(['CHE'])
  expect(refusal('SRY').suggestions[0]).toBe('SYR')
  expect(refusal('AGF').suggestions[0]).toBe('AFG')
  expect(refusal('').problem).toMatch(/empty/)
  for (const [, right] of mistakenCodes) expect(code(right)).toBe(right)
})

test('a name is refused with its code, even misspelt', () => {
  const first = (name: string): string | undefined => refusal(name).suggestions[0]
  expect(
    ['Syria', 'Afganistan', 'Turkey', 'Ivory Coast', 'Nigerai', 'Czech Republic', 'Moroco'].map(first),
  ).toEqual(['SYR', 'AFG', 'TUR', 'CIV', 'NGA', 'CZE', 'MAR'])
  expect(refusal('Xanadu-by-the-Sea').problem).toBe(
    'Xanadu-by-the-Sea is not a country code. Write three letters, for example SYR.',
  )
})

test('whatever is typed, the answer is a canonical code or a sentence, and the schema agrees', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{1,4}$/)), text => {
      const answer = parseCountry(text)
      if (answer.ok) return Country.safeParse(answer.code).success && parseCountry(answer.code).ok
      return answer.problem.length > 20 && answer.suggestions.every(each => Country.safeParse(each).success)
    }),
  )
})

test('names come in the language of the reader', () => {
  expect([countryName('GRC', 'de'), countryName('SYR', 'fr')]).toEqual(['Griechenland', 'Syrie'])
})
