import { expect, test } from 'vitest'
import type { Flight } from '../model.ts'
import { type BoardFilter, boardAddress, readBoard, shownFlights, waitingFlights } from './board-filter.ts'

const now = new Date('2026-11-22T12:00:00Z')
const flight = (number: string, hours: number, more: Partial<Flight> = {}) =>
  ({
    number,
    carrierCode: number.slice(0, 2),
    carrierName: 'Sample Airways',
    from: 'IST',
    to: 'RIX',
    departsAt: new Date(now.getTime() + hours * 3_600_000).toISOString(),
    state: 'received',
    toReview: 0,
    ...more,
  }) as Flight
const flights = [
  flight('ZZ 1', -10, { state: 'closed' }),
  flight('ZZ 2', -6, { state: 'late' }),
  flight('ZZ 3', -2, { state: 'closed', toReview: 1 }),
  flight('XX 4', 1, { toReview: 2 }),
  flight('ZZ 5', 2, { state: 'cancelled', toReview: 3 }),
  flight('ZZ 6', 5, { toReview: 1 }),
  flight('XX 7', 13),
  flight('ZZ 8', 0, { departsAt: null, state: 'expected' }),
]
const all: BoardFilter = { period: 'ahead', carrier: '', state: '', words: '' }
const numbers = (filter: Partial<BoardFilter>) =>
  shownFlights(flights, { ...all, ...filter }, now, 'UTC').map(({ number }) => number.slice(3))

test('the board shows what is ahead, and what has left only while somebody must act on it', () => {
  expect(numbers({})).toEqual(['2', '3', '4', '5', '6', '7', '8'])
  expect(numbers({ period: 'left' })).toEqual(['1', '2', '3', '8'])
  expect(numbers({ period: 'soon' })).toEqual(['4', '5', '8'])
  // 13 hours on it is the next day.
  expect(numbers({ period: 'today' })).toEqual(['1', '2', '3', '4', '5', '6', '8'])
  expect(numbers({ period: 'all', carrier: 'XX' })).toEqual(['4', '7'])
  expect(numbers({ state: 'late' })).toEqual(['2'])
  expect(numbers({ words: 'xx4' })).toEqual(['4'])
  expect(numbers({ words: 'ist sample' })).toHaveLength(7)
})

test('first stands the next to leave on which somebody waits; what has left or is cancelled is past help', () => {
  expect(waitingFlights(flights, now).map(({ number }) => number)).toEqual(['XX 4', 'ZZ 6'])
})

test('a filter stands in the address and is read from it again, and nonsense in it is left out', () => {
  const filter: BoardFilter = { period: 'soon', carrier: 'XX', state: 'late', words: 'riga 4' }
  expect(readBoard(boardAddress(filter).replace('/passengers', ''))).toEqual(filter)
  expect(boardAddress(all)).toBe('/passengers')
  expect(readBoard('?period=yesterday&carrier=%3Cb%3E&state=0&words=%22a%22')).toEqual({ ...all, words: 'a' })
})
