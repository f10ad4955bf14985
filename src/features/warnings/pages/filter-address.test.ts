import { expect, test } from 'vitest'
import { Filter } from '../model.ts'
import { addressOf, narrowed, readFilter } from './filter-address.ts'

test('a filter survives its way through the address', () => {
  const filter = Filter.parse({
    view: 'unanswered',
    search: 'yacht & sail, 50 %',
    route: ['CMED', 'EMED'],
    country: ['TUR'],
    from: '2026-11-01',
  })
  expect(readFilter(addressOf(filter).split('?')[1] ?? '')).toEqual(filter)
  expect(addressOf(Filter.parse({}))).toBe('/warnings')
  expect(narrowed(Filter.parse({}))).toEqual({})
})

test('what an address holds that nobody understands is left out, and the rest still works', () => {
  const filter = readFilter('?route=CMED,NOWHERE&view=secret&from=yesterday&x=1&urgency=immediate')
  expect(narrowed(filter)).toEqual({ route: ['CMED'], urgency: ['immediate'] })
})
