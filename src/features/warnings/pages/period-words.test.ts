import { expect, test } from 'vitest'
import { periodText, readPeriod } from './period-words.ts'

const today = new Date('2026-11-19T09:41:00Z')
const period = (typed: string) => {
  const answer = readPeriod(typed, today)
  return answer.ok ? answer.period : answer.why
}

test('a day, a span of days, a month or a word is read as people write it', () => {
  expect(period('16 Nov 2026')).toBe('2026-11-16')
  expect(period('16 Nov')).toBe('2026-11-16')
  expect(period('16–18 Nov')).toBe('2026-11-16/2026-11-18')
  expect(period('16 - 18 November 2026')).toBe('2026-11-16/2026-11-18')
  expect(period('28 Oct – 3 Nov')).toBe('2026-10-28/2026-11-03')
  expect(period('November 2026')).toBe('2026-11')
  expect(period('16.11.2026')).toBe('2026-11-16')
  expect(period('16/11/2026')).toBe('2026-11-16')
  expect(period('16.–18. November')).toBe('2026-11-16/2026-11-18')
  expect(period('vom Balkan')).toBe('unread')
  expect(period('hier')).toBe('2026-11-18')
  expect(period('Heute')).toBe('2026-11-19')
  expect(period('1er août 2026')).toBe('2026-08-01')
  expect(period('3. März 2026')).toBe('2026-03-03')
  expect(period('2026-11-16T03:10Z')).toBe('2026-11-16T03:10Z')
  expect(period('2026-Q3')).toBe('2026-Q3')
})

test('a month without a year that lies ahead is that of last year', () => {
  expect(period('20 February')).toBe('2026-02-20')
  expect(period('5 Jan')).toBe('2026-01-05')
  expect(readPeriod('20 Dec', new Date('2026-01-05T00:00:00Z'))).toEqual({ ok: true, period: '2025-12-20' })
})

test('what lies after today is refused with the nearest reading that does not', () => {
  expect(readPeriod('16–29 Nov 2026', today)).toEqual({
    ok: false,
    why: 'future',
    suggestion: '2026-11-16/2026-11-19',
  })
  expect(period('29 Nov 2026')).toBe('future')
})

test('a period is shown in the reader’s language', () => {
  expect(periodText('2026-11-16', 'en')).toBe('16\u00a0Nov\u00a02026')
  expect(periodText('2026-11-16/2026-11-18', 'en')).toBe('16–18\u00a0Nov\u00a02026')
  expect(periodText('2026-10-28/2026-11-03', 'en')).toBe('28\u00a0Oct\u00a02026 – 3\u00a0Nov\u00a02026')
  expect(periodText('2026-11', 'fr')).toBe('novembre 2026')
  expect(periodText('2026-Q4', 'de')).toBe('Q4 2026')
  expect(periodText('2026-11/..', 'en')).toBe('November 2026 – …')
})
