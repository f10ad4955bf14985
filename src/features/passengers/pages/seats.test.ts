import { expect, test } from 'vitest'
import { readSeat, seatMap } from './seats.ts'

test('a seat is read however a carrier writes it, and what is none is none', () => {
  expect(['12C', '012C', '1A', 'INF', '', '12', '0A', '100A'].map(readSeat)).toEqual([
    { row: 12, letter: 'C' },
    { row: 12, letter: 'C' },
    { row: 1, letter: 'A' },
    null,
    null,
    null,
    null,
    null,
  ])
})

test('the cabin is drawn from the seats announced: rows without a gap, aisles where they lie, two people on one seat', () => {
  const map = seatMap(['3A', '3D', '6C', '3A', null, 'INF', '4H'].map((seat, id) => ({ seat, id })))
  expect(map.rows).toEqual([3, 4, 5, 6])
  expect(map.letters).toEqual(['A', 'C', null, 'D', null, 'H'])
  expect(map.at.get('3A')?.map(({ id }) => id)).toEqual([0, 3])
  expect(map.without.map(({ id }) => id)).toEqual([4, 5])
  expect(seatMap([]).rows).toEqual([])
})
