import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  boundsOf,
  comparePeriods,
  Period,
  parsePeriod,
  periodContains,
  periodOf,
  periodsOverlap,
  precisionOf,
} from './period.ts'

const read = (text: string): string => {
  const answer = parsePeriod(text)
  return answer.ok ? answer.period : `refused: ${answer.problem}`
}

test('each precision is read, kept and told', () => {
  const told = [
    '2026-11-22T03:10Z',
    '2026-11-22',
    '2026-11',
    '2026-Q4',
    '2026-H2',
    '2026',
    '2026-01/2026-03',
  ].map(text => precisionOf(Period.parse(text)))
  expect(told).toEqual(['moment', 'day', 'month', 'quarter', 'half-year', 'year', 'range'])
})

test('other ways of writing lead to the one canonical text', () => {
  expect(
    [
      '2026Q1',
      '2026-S2',
      '2026-33',
      '2026-41',
      '2026-11-22 05:10+02:00',
      '2026-11-01/15',
      '2026-11-28/12-03',
      '2026-02/..',
    ].map(read),
  ).toEqual([
    '2026-Q1',
    '2026-H2',
    '2026-Q1',
    '2026-H2',
    '2026-11-22T03:10Z',
    '2026-11-01/2026-11-15',
    '2026-11-28/2026-12-03',
    '2026-02/..',
  ])
  expect(Period.safeParse('2026Q1').success).toBe(false)
})

test('a wrong period is refused with a sentence that says why', () => {
  expect(read('2026-02-30')).toMatch(/that month has no day 30/)
  expect(read('2026-13')).toMatch(/there is no month 13/)
  expect(read('2026-11-22T03:10')).toMatch(/say the zone/)
  expect(read('2026-11-22T25:10Z')).toMatch(/no such time/)
  expect(read('2026-05/2026-04')).toMatch(/end lies before/)
  expect(read('2026-H3')).toMatch(/two halves/)
  expect(read('../..')).toMatch(/one end must be known/)
  expect(read('a/b/c')).toMatch(/one slash/)
  for (const wrong of ['', '/', 'yesterday', '22.11.2026', '2026-11-22T03:10Z/2026-11-22T03:09Z'])
    expect(read(wrong)).toMatch(/^refused/)
})

test('the quarters of a year lie in it, touch and do not overlap', () => {
  const quarters = [1, 2, 3, 4].map(n => `2026-Q${n}`)
  for (const quarter of quarters) expect(periodContains('2026', quarter)).toBe(true)
  for (let at = 1; at < 4; at++) {
    const [one = '', next = ''] = quarters.slice(at - 1, at + 1)
    expect(boundsOf(one).to).toBe(boundsOf(next).from)
    expect(periodsOverlap(one, next)).toBe(false)
  }
  expect(periodContains('../2026-06', '2025')).toBe(true)
  expect(periodContains('2026-11', '2026-10-31T23:59Z')).toBe(false)
})

const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
const single = fc
  .tuple(instant, fc.constantFrom('moment', 'day', 'month', 'quarter', 'half-year', 'year'))
  .map(([at, precision]) => periodOf(at, precision))
const anyPeriod = fc.oneof(
  single,
  fc.tuple(single, single).map(([a, b]) => (boundsOf(a).from < boundsOf(b).to ? `${a}/${b}` : `${b}/${a}`)),
  single.map(a => `${a}/..`),
  single.map(a => `../${a}`),
)

test('every period reads back as itself and has a beginning before its end', () => {
  fc.assert(
    fc.property(anyPeriod, period => {
      const { from, to } = boundsOf(period)
      return read(period) === period && from < to
    }),
  )
})

test('the period of an instant contains it, and a coarser one contains the finer', () => {
  fc.assert(
    fc.property(instant, at => {
      const all = (['year', 'half-year', 'quarter', 'month', 'day', 'moment'] as const).map(each =>
        periodOf(at, each),
      )
      return all.every(
        (period, i) =>
          boundsOf(period).from <= at.getTime() &&
          at.getTime() < boundsOf(period).to &&
          periodContains(all[i - 1] ?? period, period),
      )
    }),
  )
})

test('containing implies overlapping, and the order is total and consistent', () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
      if (periodContains(a, b) && !periodsOverlap(a, b)) return false
      if (comparePeriods(a, b) !== 0 - comparePeriods(b, a)) return false
      return !(comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) || comparePeriods(a, c) <= 0
    }),
  )
})
