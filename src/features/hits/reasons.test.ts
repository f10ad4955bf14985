import { expect, test } from 'vitest'
import { birthRelations } from '#core/match/birth.ts'
import { bandOf } from '#core/match/bands.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import type { NamePiece } from '#core/match/explain.ts'
import { Matcher } from '#core/match/matcher.ts'
import { codes as de } from './texts/codes-de.ts'
import { codes as en } from './texts/codes-en.ts'
import { codes as fr } from './texts/codes-fr.ts'
import { reasonsInWords, type Words } from './reasons.ts'
import { closings, formKinds, hitStates, verdicts } from './kinds.ts'

/** Each way in which a part of a name can agree; one that the matcher gains does not compile here until it has words. */
const ways: Record<NamePiece['how'], true> = {
  same: true,
  typing: true,
  sound: true,
  nickname: true,
  spelling: true,
  script: true,
  prefix: true,
  initial: true,
  merged: true,
}

const keysOf = (words: readonly Words[]): string[] => words.flatMap(each => [each.key, ...keysOf(each.parts)])

test('every reason the matcher can give has words in each language, and each sentence takes in all its values', () => {
  const found = [
    ...birthRelations
      .filter(each => each !== 'none')
      .map(relation => ({ kind: 'birth' as const, passenger: '1980', alert: '1981', relation, points: 1 })),
    ...Object.keys(ways).map(how => ({
      kind: 'name' as const,
      alertName: 'Name',
      parts: [{ passenger: 'A', alert: 'B', how, points: 1 }],
      onlyAlert: ['C'],
      onlyPassenger: ['D'],
      points: 1,
    })),
    ...[true, false].flatMap(agrees => [
      { kind: 'sex' as const, agrees, points: 1 },
      ...(['nationality', 'passport'] as const).map(by => ({
        kind: 'nationality' as const,
        passenger: 'IRN',
        alert: ['IRQ'],
        by,
        agrees,
        points: 1,
      })),
    ]),
    ...['same', 'scanned', 'other issuer'].map(relation => ({
      kind: 'document' as const,
      passenger: '1',
      alert: '2',
      relation,
      points: 1,
    })),
    { kind: 'range' as const, passenger: '5', from: '1', to: '9', points: 0 },
    { kind: 'object' as const, passenger: 'yhb 1', alert: 'YHB-1', relation: 'same' as const, points: 0 },
    { kind: 'object' as const, passenger: 'yh8 1', alert: 'YHB-1', relation: 'scanned' as const, points: 0 },
    ...['document on the list', 'no full date of birth to clear by'].map(rule => ({
      kind: 'rule' as const,
      rule,
      points: 1,
    })),
  ]
  const words = reasonsInWords(found)
  const said = new Set(keysOf(words))
  for (const texts of [en, fr, de] as Record<string, string>[]) {
    for (const key of said) expect(texts[key], key).toBeDefined()
    for (const key of Object.keys(texts).filter(each => each.startsWith('reason.')))
      expect(said.has(key), key).toBe(true)
  }
  const check = ({ key, values, parts }: Words): void => {
    for (const texts of [en, fr, de] as Record<string, string>[])
      for (const [, name = ''] of (texts[key] ?? '').matchAll(/\{\{(\w+)\}\}/g))
        expect(values[name], `${key} ${name}`).toBeDefined()
    parts.forEach(check)
  }
  words.forEach(check)
})

test('states, verdicts, closings and forms have words', () => {
  for (const key of [
    ...hitStates.map(each => `state.${each}`),
    ...verdicts.map(each => `verdict.${each}`),
    ...closings.map(each => `closed.${each}`),
    ...formKinds.map(each => `form.${each}`),
  ])
    expect(en, key).toHaveProperty([key])
})

test('what the matcher says of two invented people reads as sentences, the alert’s own name first', () => {
  const matcher = new Matcher(new ColumnsBuilder().freeze())
  matcher.put({
    id: 'A/1',
    names: [{ family: 'Qasemzadeh', given: 'Farrokh' }],
    birth: '1984-03-17',
    nationalities: ['IRN'],
    sex: 'M',
  })
  const [hit] = matcher.screen(
    { family: 'QASEMZADEH', given: 'FAROKH', birth: '1984-03-17', nationality: 'TUR' },
    { explain: true },
  )
  expect(bandOf(hit?.score ?? 0)).not.toBe('below')
  const words = reasonsInWords(hit?.reasons ?? [])
  expect(words[0]).toMatchObject({ key: 'reason.name', values: { name: 'Qasemzadeh, Farrokh' }, says: 'for' })
  expect(keysOf(words)).toEqual(
    expect.arrayContaining(['reason.part.same', 'reason.birth.same', 'reason.nationality.differs']),
  )
})
