import { z } from 'zod'
import { threeLetterLanguages, twoLetterLanguages } from './language-table.ts'

const codes = new Set<string>()
const spellings = new Map<string, string>()
for (const entry of twoLetterLanguages.trim().split(/\s+/)) {
  const [two = '', ...threes] = entry.split(':')
  codes.add(two)
  for (const spelling of [two, ...threes]) spellings.set(spelling, two)
}
for (const three of threeLetterLanguages.trim().split(/\s+/)) {
  codes.add(three)
  spellings.set(three, three)
}

/** A language by its shortest ISO 639 code: two letters where there are two (639-1), else three (639-2). As in BCP 47. */
export const Language = z
  .string()
  .refine(code => codes.has(code), { error: 'Not a language code. Write two letters, for example el.' })
  .meta({ title: 'Language', description: 'ISO 639: two letters where there are two, else three.' })
export type Language = z.infer<typeof Language>

/** Reads any ISO 639 code (two letters, three letters, bibliographic), in any case; undefined when it is none. */
export const parseLanguage = (input: string): Language | undefined =>
  spellings.get(input.trim().toLowerCase())

/**
 * The official languages of the Union in the order of the Official Journal, each by its own name
 * (Council Regulation No 1 of 1958 as amended; order as printed in the Journal, by the language's own name).
 */
export const unionLanguages: readonly { readonly code: Language; readonly ownName: string }[] = [
  ['bg', 'български'],
  ['es', 'español'],
  ['cs', 'čeština'],
  ['da', 'dansk'],
  ['de', 'Deutsch'],
  ['et', 'eesti'],
  ['el', 'ελληνικά'],
  ['en', 'English'],
  ['fr', 'français'],
  ['ga', 'Gaeilge'],
  ['hr', 'hrvatski'],
  ['it', 'italiano'],
  ['lv', 'latviešu'],
  ['lt', 'lietuvių'],
  ['hu', 'magyar'],
  ['mt', 'Malti'],
  ['nl', 'Nederlands'],
  ['pl', 'polski'],
  ['pt', 'português'],
  ['ro', 'română'],
  ['sk', 'slovenčina'],
  ['sl', 'slovenščina'],
  ['fi', 'suomi'],
  ['sv', 'svenska'],
].map(([code = '', ownName = '']) => ({ code, ownName }))

/** The languages the screens speak: English first, then the ones that prove switching. */
export const screenLanguages = ['en', 'fr', 'de'] as const

export const ScreenLanguage = z
  .enum(screenLanguages)
  .meta({ title: 'Language of the screens', description: 'Content stays in the language it was written in.' })
export type ScreenLanguage = z.infer<typeof ScreenLanguage>
