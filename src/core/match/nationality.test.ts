import { expect, test } from 'vitest'
import { ColumnsBuilder } from './columns.ts'
import { Matcher } from './matcher.ts'
import type { PassengerRecord } from './records.ts'

const person = { family: 'Zaragozi', given: 'Ilarion', birth: '1980-05-12' }

const listed = (nationality: string): Matcher => {
  const builder = new ColumnsBuilder()
  builder.add({
    id: 'Q',
    names: [{ full: 'Zaragozi Ilarion' }],
    birth: person.birth,
    nationalities: [nationality],
  })
  return new Matcher(builder.freeze())
}

const georgian = listed('GEO')

const asked = (more: PassengerRecord, matcher = georgian) => {
  const [hit] = matcher.screen({ ...person, ...more }, { explain: true })
  return { score: hit?.score ?? 0, reason: hit?.reasons.find(each => each.kind === 'nationality') }
}

const carrying = (type: string | null, issuer: string): PassengerRecord => ({
  documents: [{ type, number: 'C4711', issuer }],
})

const nothing = asked({})

test('where no nationality is stated, the State that issued the passport stands for it, and counts less', () => {
  const other = asked(carrying('P', 'MLI'))
  expect(other.score).toBeLessThan(nothing.score)
  expect(other.score).toBeGreaterThan(asked({ nationality: 'MLI' }).score)
  expect(other.reason).toMatchObject({ by: 'passport', passenger: 'MLI', alert: ['GEO'], agrees: false })
  expect(asked(carrying('PD', 'GEO')).reason).toMatchObject({
    by: 'passport',
    passenger: 'GEO',
    agrees: true,
  })
})

test('a nationality that is stated is taken, whatever State issued the passport', () => {
  const stated = asked({ nationality: 'GEO', ...carrying('P', 'MLI') })
  expect(stated.reason).toMatchObject({ by: 'nationality', passenger: 'GEO', agrees: true })
  expect(asked({ nationality: 'XXB', ...carrying('P', 'MLI') })).toEqual(nothing)
})

test.each([
  ['PR', 'DEU'],
  ['PT', 'DEU'],
  ['V', 'DEU'],
  ['AR', 'DEU'],
  ['I', 'DEU'],
  [null, 'DEU'],
  ['P', 'UNO'],
  ['P', 'EUE'],
])('a document %s of %s says nothing of its bearer’s nationality', (type, issuer) => {
  expect(asked(carrying(type, issuer))).toEqual(nothing)
})

test('codes of one State are one nationality, and the codes of those without one are none', () => {
  for (const [alert, passenger] of [
    ['DEU', 'D'],
    ['XKX', 'RKS'],
    ['RKS', 'XXK'],
  ] as const)
    expect(asked({ nationality: passenger }, listed(alert)).reason).toMatchObject({ agrees: true })
  for (const code of ['XXA', 'XXB', 'XXC', 'XXX', 'UNO'])
    expect(asked({ nationality: code })).toEqual(nothing)
})

/** A list on which these share a family name, one alert each, and another name that somebody of the first nationality bears. */
function family(nationalities: readonly string[]): Matcher {
  const builder = new ColumnsBuilder()
  nationalities.forEach((nationality, i) => {
    builder.add({
      id: String(i),
      names: [{ family: 'Zaragozi', given: i === 0 ? 'Ilarion' : `Bearer${String.fromCharCode(97 + i)}` }],
      birth: i === 0 ? person.birth : `19${10 + i}-01-02`,
      nationalities: [nationality],
    })
  })
  return new Matcher(builder.freeze())
}

const repeated = (code: string, count: number): string[] => Array.from({ length: count }, () => code)

test('the same nationality tells more the fewer who bear the name are of it, and never less than nothing', () => {
  const worth = (matcher: Matcher): number =>
    asked({ nationality: 'GEO' }, matcher).reason?.points ?? Number.NaN
  const all = worth(family(repeated('GEO', 24)))
  const half = worth(family([...repeated('GEO', 12), ...repeated('ARM', 12)]))
  const few = worth(family(['GEO', ...repeated('ARM', 23)]))
  expect(all).toBeGreaterThan(0)
  expect(half).toBeGreaterThan(all + 30)
  expect(few).toBeGreaterThan(half + 80)
  expect(few).toBeLessThanOrEqual(250)
})

test('of a name that fewer than ten bear the points tell nothing about their nationalities', () => {
  const some = family([...repeated('GEO', 2), ...repeated('ARM', 7)])
  expect(asked({ nationality: 'GEO' }, some).reason?.points).toBe(
    asked({ nationality: 'GEO' }, family(repeated('GEO', 9))).reason?.points,
  )
})
