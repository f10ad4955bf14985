import { expect, test } from 'vitest'
import type { Flight } from '../model.ts'
import { byDay } from './days.ts'

const flight = (departsOn: string, passengers: number, messages = 1) =>
  ({ departsOn, carrierCode: 'ZZ', passengers, crew: 4, refused: 1, messages, errors: 2 }) as Flight

test('days are added up from what was counted and what is still kept, with people rounded to five', () => {
  const counted = {
    day: '2026-11-20',
    carrierCode: 'ZZ',
    flights: 3,
    messages: 9,
    errors: 1,
    passengers: 120,
    crew: 15,
    reviewed: 5,
    refused: 0,
  }
  expect(
    byDay(
      [counted, { ...counted, carrierCode: 'XX', passengers: 40 }],
      [
        flight('2026-11-22', 51),
        flight('2026-11-22', 52),
        flight('2026-11-22', 80, 0),
        flight('2026-11-20', 8),
      ],
    ),
  ).toEqual([
    // One carrier's flights of the day are still kept, so the day is not closed.
    {
      day: '2026-11-20',
      flights: 7,
      messages: 19,
      errors: 4,
      passengers: 170,
      crew: 35,
      refused: 0,
      counted: false,
    },
    {
      day: '2026-11-22',
      flights: 2,
      messages: 2,
      errors: 4,
      passengers: 105,
      crew: 10,
      refused: 0,
      counted: false,
    },
  ])
  expect(byDay([], [])).toEqual([])
})
