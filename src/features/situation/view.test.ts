import * as fc from 'fast-check'
import { routes } from '#vocabulary/route.ts'
import { expect, test } from 'vitest'
import { monthsOf } from './months.ts'
import { layers, queryOf, searchOf, usualView, type View, viewFrom, warningQueryOf } from './view.ts'

const usual = usualView([{ to: '2022-12' }, { to: '2021-12' }], new Date('2026-11-22'))
const months = monthsOf({ from: '2018-01', to: '2022-12' })

const someView: fc.Arbitrary<View> = fc
  .record({
    from: fc.constantFrom(...months.slice(0, 30)),
    to: fc.constantFrom(...months.slice(30)),
    routes: fc.subarray(routes.map(each => each.code)),
    region: fc.constantFrom(null, 'europe' as const, 'africa' as const),
    causes: fc.subarray(['drowning' as const, 'violence' as const]),
    nationalities: fc.subarray(['SYR', 'XKX', 'UNK']),
    border: fc.constantFrom(null, 'land' as const, 'sea' as const),
    asOf: fc.constantFrom(null, '2025-06-04'),
    layers: fc.subarray([...layers], { minLength: 1 }),
    part: fc.constantFrom(null, { from: '2020-06', to: '2020-06' }, { from: '2020-05', to: '2020-08' }),
    warnings: fc.constantFrom('period' as const, 'recent' as const),
    list: fc.constantFrom('areas' as const, 'incidents' as const, 'doubtful' as const),
  })
  .map(view => ({
    ...view,
    part: view.part && view.from <= view.part.from && view.part.to <= view.to ? view.part : null,
  }))

test('the usual view is the last year that both sources cover', () => {
  expect([usual.from, usual.to]).toEqual(['2021-01', '2021-12'])
  expect(usualView([{ to: '2021-06' }], new Date()).to).toBe('2020-12')
  expect(usualView([], new Date('2026-11-22')).to).toBe('2025-12')
})

test('every view comes back from its own address', () => {
  fc.assert(
    fc.property(someView, view => {
      expect(viewFrom(searchOf(view, usual), usual)).toEqual(view)
    }),
  )
})

test('the usual view has a bare address', () => {
  expect(searchOf(usual, usual)).toEqual({})
})

test('an address that makes no sense opens the usual view', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('from', 'routes', 'region', 'layers', 'list'), fc.string()),
      search => {
        const view = viewFrom(search, usual)
        expect(view.from <= view.to).toBe(true)
        expect(view.layers.length).toBeGreaterThan(0)
      },
    ),
  )
  expect(viewFrom({ from: '2021-99', routes: 'NOWHERE', region: 7 }, usual)).toEqual(usual)
})

test('months in the wrong order are exchanged', () => {
  expect(viewFrom({ from: '2021-09', to: '2021-03' }, usual)).toMatchObject({
    from: '2021-03',
    to: '2021-09',
  })
})

test('the server is asked for the part that the timeline has chosen, and the warnings with it', () => {
  const view: View = {
    ...usual,
    part: { from: '2021-02', to: '2021-02' },
    warnings: 'period',
    routes: ['CMED'],
  }
  expect(queryOf(view, 'part')).toMatchObject({ from: '2021-02', to: '2021-02' })
  expect(queryOf(view, 'period')).toMatchObject({ from: '2021-01', to: '2021-12' })
  expect(warningQueryOf(view, new Date('2026-11-22'))).toEqual({
    from: '2021-02-01',
    to: '2021-02-28',
    route: ['CMED'],
    citizenship: [],
  })
  expect(warningQueryOf(usual, new Date('2026-11-22'))).toMatchObject({
    from: '2025-11-22',
    to: '2026-11-22',
  })
})
