import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewScore } from './bands.ts'
import { buildColumns, Matcher } from './matcher.ts'
import type { AlertRecord } from './records.ts'

const families = 'Haddad Petrov Nguyen Rahman Okafor Quispealaya Zaragozi'.split(' ')
const givens = 'Samir Dmitri Minh Anisur Ngozi Teodomiro Ilarion'.split(' ')
const nations = ['SYR', 'RUS', 'VNM', 'BGD']

const two = (n: number): string => String(n).padStart(2, '0')

/** Few names that many bear, and two that few do; every date of some years, years alone, and no date at all. */
const list: AlertRecord[] = Array.from({ length: 6000 }, (_, i) => ({
  id: `A${i}`,
  names: [
    {
      family: families[i % 50 === 0 ? 5 + (i % 2) : i % 5],
      given: `${givens[i % 70 === 0 ? 5 + (i % 2) : (i >> 3) % 5]}${i % 3 === 0 ? ` ${givens[(i >> 2) % 5]}` : ''}`,
    },
  ],
  birth:
    i % 9 === 0
      ? null
      : i % 7 === 0
        ? String(1950 + (i % 50))
        : `${1950 + (i % 50)}-${two(1 + ((i >> 1) % 12))}-${two(1 + ((i >> 2) % 28))}`,
  nationalities: i % 4 === 0 ? [] : [nations[(i >> 2) % 4]!],
}))
const matcher = new Matcher(buildColumns(list))

const passenger = fc.record({
  family: fc.constantFrom(...families, 'Hadad', 'Petroff', 'Quispelaya'),
  given: fc.constantFrom(...givens, 'Samir Minh', 'Dmitry Anisur', 'Teodomir'),
  birth: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...list.flatMap(({ birth }) => birth ?? [])) },
    fc.constantFrom('1971-05-12', '1986-01-01', '1990-11', null),
  ),
  nationality: fc.constantFrom(null, ...nations),
})

/** Dates that contradict; an alert of such a date is found by a rare word alone, see `rareAlerts`. */
const contradicting = new Set(['same year', 'year beside', 'other'])

test('what is passed over on the way to hits would have been none: the same are found as when less is asked of them', () => {
  let hits = 0
  fc.assert(
    fc.property(passenger, who => {
      const asked = matcher.screen(who, { limit: 6000 })
      const all = matcher.screen(who, { threshold: 0.2, limit: 6000, explain: true })
      const needed = all.filter(
        ({ score, reasons }) =>
          score >= reviewScore &&
          !reasons.some(reason => reason.kind === 'birth' && contradicting.has(reason.relation)),
      )
      hits += needed.length
      const scores = new Map(asked.map(({ alert, score }) => [alert, score]))
      for (const { alert, score } of needed) expect(scores.get(alert)).toBe(score)
      expect(all.map(({ alert }) => alert)).toEqual(expect.arrayContaining(asked.map(({ alert }) => alert)))
    }),
    { numRuns: 400 },
  )
  expect(hits).toBeGreaterThan(1000)
})
