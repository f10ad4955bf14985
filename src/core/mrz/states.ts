import { isoCountries } from '#vocabulary/country-table.ts'

/**
 * The codes a travel document may carry for its issuer and its holder's nationality beside ISO 3166-1 alpha-3: those
 * that ICAO Doc 9303-3 section 5 (parts A to F) adds or uses differently, with their kind and what the holder is.
 */
export const specialCodes: Readonly<Record<string, { kind: SpecialKind; name: string }>> = {
  D: { kind: 'state', name: 'Germany' },
  GBD: { kind: 'british', name: 'British Overseas Territories citizen' },
  GBN: { kind: 'british', name: 'British National (Overseas)' },
  GBO: { kind: 'british', name: 'British Overseas citizen' },
  GBP: { kind: 'british', name: 'British protected person' },
  GBS: { kind: 'british', name: 'British subject' },
  RKS: { kind: 'state', name: 'Kosovo' },
  XKX: { kind: 'state', name: 'Kosovo (user-assigned code, not in Doc 9303)' },
  XXK: { kind: 'state', name: 'Kosovo (temporary code used in the European Union)' },
  EUE: { kind: 'organisation', name: 'European Union (laissez-passer)' },
  UNO: { kind: 'organisation', name: 'United Nations' },
  UNA: { kind: 'organisation', name: 'Specialised agency of the United Nations' },
  UNK: { kind: 'organisation', name: 'United Nations Interim Administration Mission in Kosovo' },
  XBA: { kind: 'organisation', name: 'African Development Bank' },
  XCC: { kind: 'organisation', name: 'Caribbean Community' },
  XCE: { kind: 'organisation', name: 'Council of Europe' },
  XCO: { kind: 'organisation', name: 'Common Market for Eastern and Southern Africa' },
  XDC: { kind: 'organisation', name: 'Southern African Development Community' },
  XEC: { kind: 'organisation', name: 'Economic Community of West African States' },
  XES: { kind: 'organisation', name: 'Organisation of Eastern Caribbean States' },
  XIM: { kind: 'organisation', name: 'African Export-Import Bank' },
  XMP: { kind: 'organisation', name: 'Parliamentary Assembly of the Mediterranean' },
  XOM: { kind: 'organisation', name: 'Sovereign Military Order of Malta' },
  XPO: { kind: 'organisation', name: 'International Criminal Police Organization (INTERPOL)' },
  XXA: { kind: 'person', name: 'Stateless person (1954 Convention)' },
  XXB: { kind: 'person', name: 'Refugee (1951 Convention)' },
  XXC: { kind: 'person', name: 'Refugee, other than under the 1951 Convention' },
  XXX: { kind: 'person', name: 'Person of unspecified nationality' },
  ANT: { kind: 'former', name: 'Netherlands Antilles (former)' },
  NTZ: { kind: 'former', name: 'Neutral Zone (former)' },
}

export type SpecialKind = 'state' | 'british' | 'organisation' | 'person' | 'former'

/** The specimen code of Doc 9303: a State that does not exist. Real documents never carry it. */
export const specimenCode = 'UTO'

const threeLetters: ReadonlySet<string> = new Set(isoCountries.map(row => row.alpha3))
const byTwoLetters: ReadonlyMap<string, string> = new Map(isoCountries.map(row => [row.alpha2, row.alpha3]))

/** True for a code that a document may carry. UTO counts only where specimens are expected. */
export const knownState = (code: string, specimen = false): boolean =>
  threeLetters.has(code) || Object.hasOwn(specialCodes, code) || (specimen && code === specimenCode)

/** ISO 3166-1 alpha-3 for alpha-2 (`GB` to `GBR`; also `XK` to `RKS`, `EL` to `GRC`, `UK` to `GBR`), or null. */
export const threeLettersOf = (two: string): string | null =>
  byTwoLetters.get(two) ?? { XK: 'RKS', KS: 'RKS', EL: 'GRC', UK: 'GBR', UN: 'UNO', EU: 'EUE' }[two] ?? null

/** The code that data about people should carry: Germany's `D` becomes `DEU`, Kosovo's three codes become `RKS`. */
export const plainState = (code: string): string =>
  code === 'D' ? 'DEU' : code === 'XKX' || code === 'XXK' ? 'RKS' : code

/** Every ISO 3166-1 alpha-3 code, in order. */
export const isoStates: readonly string[] = [...threeLetters]
