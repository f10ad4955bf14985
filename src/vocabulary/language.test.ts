import { expect, test } from 'vitest'
import { Language, parseLanguage, unionLanguages } from './language.ts'

test('the 24 languages of the Union stand in the order of the Official Journal', () => {
  expect(unionLanguages.map(({ code }) => code).join(' ')).toBe(
    'bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv',
  )
  for (const { code, ownName } of unionLanguages) {
    expect(Language.parse(code)).toBe(code)
    expect(ownName.toLowerCase()).toBe(
      new Intl.DisplayNames(code, { type: 'language' }).of(code)?.toLowerCase(),
    )
  }
})

test('two-letter, three-letter and bibliographic codes of one language are one', () => {
  expect(['el', 'ELL', 'gre', 'kur', 'tir', 'prs', 'xx'].map(parseLanguage)).toEqual([
    'el',
    'el',
    'el',
    'ku',
    'ti',
    undefined,
    undefined,
  ])
  expect([Language.safeParse('ell').success, Language.safeParse('haw').success]).toEqual([false, true])
})
