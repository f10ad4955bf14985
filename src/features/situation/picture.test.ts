import * as fc from 'fast-check'
import { routes } from '#vocabulary/route.ts'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { carried, readAll } from './carried.ts'
import { doubtsOf } from './doubtful-points.ts'
import { readIncidents } from './import-iom.ts'
import { type Counted, Filter, type Incident, type Picture, type Sum } from './model.ts'
import { chosenOf, picture } from './picture.ts'
import { monthsOf } from './months.ts'

const add = (sums: readonly Sum[]): Sum => ({
  incidents: sums.reduce((sum, each) => sum + each.incidents, 0),
  persons: sums.reduce((sum, each) => sum + each.persons, 0),
})

/** Map, list and timeline say the same. */
function expectAgreement(made: Picture): void {
  expect(add([made.drawn, made.small, made.doubtful])).toEqual(made.total)
  expect(add(made.months)).toEqual(made.total)
  expect(add(made.areas.filter(area => area.number !== null))).toEqual(made.drawn)
  expect(add(made.areas)).toEqual(add([made.drawn, made.small]))
}

const doubt = { kind: 'far', countryKm: 900, routeKm: null, sharedRows: 1, sharedCountries: 1 } as const
const someIncident: fc.Arbitrary<Counted> = fc.record({
  day: fc
    .tuple(fc.integer({ min: 2019, max: 2022 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`),
  route: fc.constantFrom(...routes.map(each => each.code)),
  country: fc.constantFrom('LBY', 'TUN', 'ESP', 'GRC'),
  persons: fc.integer({ min: 0, max: 40 }),
  causes: fc.subarray(['drowning', 'violence', 'mixed'], { minLength: 1 }),
  nationalities: fc.subarray(['UNK', 'SYR', 'SEN'], { minLength: 1 }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  doubt: fc.constantFrom(null, null, null, doubt),
})
const someFilter = fc
  .record({
    from: fc.constantFrom('2018-11', '2020-01', '2021-06'),
    to: fc.constantFrom('2020-12', '2021-12', '2023-02'),
    routes: fc.subarray(routes.map(each => each.code)),
    region: fc.constantFrom(null, 'europe', 'africa', 'not-stated'),
    causes: fc.subarray(['drowning', 'violence']),
    nationalities: fc.subarray(['SYR', 'SEN']),
  })
  .map(each => Filter.parse(each))

describe('whatever the incidents and the filter', () => {
  test('map, timeline and list have one total', () => {
    fc.assert(
      fc.property(fc.array(someIncident, { maxLength: 60 }), someFilter, (incidents, filter) => {
        const made = picture(incidents, filter)
        expectAgreement(made)
        expect(made.total.incidents).toBe(chosenOf(incidents, filter).length)
      }),
      { numRuns: 200 },
    )
  })

  test('no area under five persons is drawn, and every point is a half degree', () => {
    fc.assert(
      fc.property(fc.array(someIncident, { maxLength: 60 }), someFilter, (incidents, filter) => {
        for (const area of picture(incidents, filter).areas) {
          expect(area.number !== null).toBe(area.persons >= 5)
          expect([area.lon * 2, area.lat * 2].every(Number.isInteger)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the order of the incidents does not matter', () => {
    fc.assert(
      fc.property(fc.array(someIncident, { maxLength: 40 }), someFilter, (incidents, filter) => {
        expect(picture(incidents.toReversed(), filter)).toEqual(picture(incidents, filter))
      }),
      { numRuns: 100 },
    )
  })
})

describe('over the real incidents', () => {
  let incidents: Incident[] = []
  beforeAll(async () => {
    const { rows } = await readAll(
      readIncidents(Readable.from([(await carried('iom-missing-migrants')).content])),
    )
    const doubts = doubtsOf(rows)
    incidents = rows.map((row, i) => ({ ...row, doubt: doubts[i] ?? null }))
  })
  const fourSeaRoutes = Filter.parse({
    from: '2021-01',
    to: '2021-12',
    routes: ['CMED', 'EMED', 'WMED', 'WAFR'],
  })

  test('the four sea routes of 2021 add up to 405 incidents and 3,231 persons, 26 and 277 of them not drawn', () => {
    const made = picture(incidents, fourSeaRoutes)
    expectAgreement(made)
    expect(made.total).toEqual({ incidents: 405, persons: 3231 })
    expect(made.doubtful).toEqual({ incidents: 26, persons: 277 })
    expect(add([made.drawn, made.small])).toEqual({ incidents: 379, persons: 2954 })
  })

  test('the whole file agrees with itself at every degree of detail', () => {
    for (const reachKm of [50, 150, 400])
      expectAgreement(picture(incidents, Filter.parse({ from: '2014-01', to: '2022-12' }), reachKm))
  })

  test('each month played alone adds up to the year', () => {
    const months = monthsOf(fourSeaRoutes).map(
      month => picture(incidents, { ...fourSeaRoutes, from: month, to: month }).total,
    )
    expect(months).toHaveLength(12)
    expect(add(months)).toEqual({ incidents: 405, persons: 3231 })
  })

  test('20,000 incidents make a picture well within the two seconds it may take', () => {
    const many = [...incidents, ...incidents].slice(0, 20_000)
    const took = [1, 2, 3].map(() => {
      const start = performance.now()
      picture(many, Filter.parse({ from: '2014-01', to: '2022-12' }))
      return performance.now() - start
    })
    expect(Math.min(...took)).toBeLessThan(1000)
  })
})

test('months run over the end of a year, and a period that ends before it begins has none', () => {
  expect(monthsOf({ from: '2021-11', to: '2022-02' })).toEqual(['2021-11', '2021-12', '2022-01', '2022-02'])
  expect(monthsOf({ from: '2022-01', to: '2021-12' })).toEqual([])
})
