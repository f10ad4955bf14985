import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { carried, readAll } from './carried.ts'
import { doubtsOf, explainDoubt, type Placed } from './doubtful-points.ts'
import { readIncidents } from './import-iom.ts'
import type { Doubt, Incident } from './model.ts'
import { kmToCountry } from './outlines.ts'

let rows: Incident[] = []
let doubts: (Doubt | null)[] = []
beforeAll(async () => {
  rows = (await readAll(readIncidents(Readable.from([(await carried('iom-missing-migrants')).content])))).rows
  doubts = doubtsOf(rows)
})

const doubtful = (test: (row: Incident, doubt: Doubt) => boolean) =>
  rows.filter((row, i) => {
    const doubt = doubts[i]
    return doubt !== null && doubt !== undefined && test(row, doubt)
  })

const isThere = (row: Incident) => row.lat === 33.01479981 && row.lon === 12.54897854
const coast = (lon: number): Placed => ({ route: 'WMED', country: 'DZA', place: `Oran ${lon}`, lon, lat: 36 })

describe('in the real file', () => {
  test('28 of the 30 rows at the default point off Libya are found; the two that lie off Libya are left', () => {
    expect(rows.filter(isThere)).toHaveLength(30)
    expect(doubtful((row, doubt) => isThere(row) && doubt.kind === 'default-point')).toHaveLength(28)
    expect(rows.filter((row, i) => isThere(row) && doubts[i] === null).map(row => row.country)).toEqual([
      'LBY',
      'LBY',
    ])
  })

  test('on the four sea routes of 2021, 26 incidents with 277 persons contradict their route', () => {
    const found = doubtful(
      row => row.day.startsWith('2021') && ['CMED', 'EMED', 'WMED', 'WAFR'].includes(row.route),
    )
    expect(found).toHaveLength(26)
    expect(found.reduce((sum, row) => sum + row.persons, 0)).toBe(277)
  })

  test('Bamako with longitude and latitude exchanged is found every time it occurs', () => {
    const swapped = doubtful(row => row.place === 'Bamako, Mali' && row.lat < 0)
    expect(swapped.length).toBeGreaterThan(20)
    expect(
      rows.filter((row, i) => row.place === 'Bamako, Mali' && row.lat > 0 && doubts[i] !== null),
    ).toEqual([])
  })

  test('an incident at sea between Libya and Italy, or far out in the Atlantic, is left as it is', () => {
    expect(
      doubtful(row => row.place.startsWith('Unspecified location between North Africa and Italy')),
    ).toEqual([])
    expect(doubtful(row => row.place.startsWith('Boat found 500km southwest of El Hierro'))).toEqual([])
    expect(doubtful(row => row.place.includes('Rock of Gibraltar'))).toEqual([])
  })

  test('every doubt is explained in one sentence with its figures', () => {
    rows.forEach((row, i) => {
      const doubt = doubts[i]
      if (doubt) expect(explainDoubt(doubt, row)).toMatch(/^The point is \d+ km from .+\.$/)
    })
  })
})

describe('the rule is general', () => {
  const route = Array.from({ length: 40 }, (_, i) => coast(-1 + i / 10))
  const at = (change: Partial<Placed>): Doubt | null =>
    doubtsOf([...route, { ...coast(0), place: 'Off Oran', ...change }]).at(-1) ?? null

  test('a point among the others of its route is not doubted', () => {
    expect(at({})).toBeNull()
  })
  test('exchanged coordinates are named', () => {
    expect(at({ lon: 36, lat: 0.5 })?.kind).toBe('exchanged')
  })
  test('a lost sign is named', () => {
    expect(at({ country: 'USA', route: 'CAME', lon: 110, lat: 32 })?.kind).toBe('sign')
  })
  test('one number in both places is named', () => {
    expect(at({ lon: 52, lat: 52 })?.kind).toBe('repeated')
  })
  test('a new default point, anywhere, is found without being listed', () => {
    const point = { lon: 77.5, lat: -11.5 }
    const others = ['MAR', 'ESP', 'TUN', 'DZA'].map(country => ({
      ...coast(0),
      ...point,
      country,
      place: country,
    }))
    const found = doubtsOf([...route, ...others]).slice(-4)
    expect(found.map(each => each?.kind)).toEqual(Array.from({ length: 4 }, () => 'default-point'))
    expect(found[0]).toMatchObject({ sharedRows: 4, sharedCountries: 4 })
  })
})

test('distance to a country is 0 inside it and right to a few kilometres outside', () => {
  expect(kmToCountry('LBY', 15, 28)).toBe(0)
  expect(kmToCountry('SOM', 45.5, 9.5)).toBe(0)
  // Lampedusa lies about 115 km from the coast of Tunisia near Mahdia.
  expect(kmToCountry('TUN', 12.6, 35.5)).toBeGreaterThan(105)
  expect(kmToCountry('TUN', 12.6, 35.5)).toBeLessThan(145)
  expect(kmToCountry('UNK', 0, 0)).toBeNull()
})
