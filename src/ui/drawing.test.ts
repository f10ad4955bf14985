import fc from 'fast-check'
import { type Box, freePlace, routePlaces, signPlaces } from './map-labels.ts'
import { describe, expect, test } from 'vitest'
import { activeKeys, keyName } from './keys.ts'
import { clusterSpots, held, legendFigures, radiusOf, zoomed } from './map-shape.ts'
import { nextSpan } from './timeline.tsx'

const spot = fc.record({
  x: fc.double({ min: 0, max: 800, noNaN: true }),
  y: fc.double({ min: 0, max: 500, noNaN: true }),
  figure: fc.integer({ min: 0, max: 900 }),
})

describe('the map', () => {
  test('a circle’s area is in proportion to its figure', () => {
    expect(radiusOf(400, 400, 40)).toBe(40)
    expect(radiusOf(100, 400, 40)).toBe(20)
    expect(radiusOf(0, 400, 40)).toBe(0)
  })

  test('clusters count every place once and every figure in full', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 120 }), spots => {
        const all = spots.map((each, index) => ({ ...each, id: String(index) }))
        const clusters = clusterSpots(all, figure => radiusOf(figure, 900, 40), 56)
        expect(clusters.flatMap(cluster => cluster.ids).sort()).toEqual(all.map(each => each.id).sort())
        const total = clusters.reduce((sum, cluster) => sum + cluster.figure, 0)
        expect(total).toBe(all.reduce((sum, each) => sum + each.figure, 0))
      }),
    )
  })

  test('twenty thousand places are joined in well under a second of computing', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => ({
      id: String(index),
      x: (index * 7919) % 800,
      y: (index * 104_729) % 500,
      figure: index % 40,
    }))
    const start = process.cpuUsage()
    clusterSpots(all, figure => radiusOf(figure, 4000, 40), 56)
    // Microseconds of this process, so that other work on the machine does not count.
    expect(process.cpuUsage(start).user).toBeLessThan(700_000)
  })

  test('zooming keeps the point under the pointer and never shows beyond the edge', () => {
    const start = { k: 2, x: -300, y: -200 }
    const next = zoomed(start, 1.5, 400, 260, 840, 520)
    expect((400 - next.x) / next.k).toBeCloseTo((400 - start.x) / start.k)
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 40, noNaN: true }), fc.integer(), fc.integer(), (k, x, y) => {
        const view = held({ k, x, y }, 840, 520)
        expect(view.x <= 0 && view.y <= 0).toBe(true)
        expect(view.x + 840 * view.k).toBeGreaterThanOrEqual(840 - 1e-6)
      }),
    )
  })

  test('the legend shows round figures not above the largest', () => {
    expect(legendFigures(812)).toEqual([20, 100, 500])
    expect(legendFigures(1)).toEqual([1])
  })
})

test('a period played moves month by month, keeps its length and begins again', () => {
  const months = ['2021-01', '2021-02', '2021-03', '2021-04']
  expect(nextSpan(months, null)).toEqual(['2021-01', '2021-01'])
  expect(nextSpan(months, ['2021-01', '2021-02'])).toEqual(['2021-02', '2021-03'])
  expect(nextSpan(months, ['2021-03', '2021-04'])).toEqual(['2021-01', '2021-02'])
})

describe('keys', () => {
  const action = (label: string) => ({ label, run: () => undefined })
  test('Command on a Mac is Ctrl here, and letters are named in lower case', () => {
    expect(keyName({ key: 'K', metaKey: true, ctrlKey: false })).toBe('Ctrl+k')
    expect(keyName({ key: 'Enter', metaKey: false, ctrlKey: true })).toBe('Ctrl+Enter')
    expect(keyName({ key: 'J', metaKey: false, ctrlKey: false })).toBe('j')
  })

  test('a dialog silences the page beneath it, and what came later wins', () => {
    const page = { level: 0, keys: () => ({ j: action('next'), n: action('new') }) }
    const part = { level: 0, keys: () => ({ n: action('new here') }) }
    const dialog = { level: 1, keys: () => ({ y: action('yes') }) }
    expect(activeKeys([page, part]).get('n')?.label).toBe('new here')
    expect([...activeKeys([page, part, dialog]).keys()]).toEqual(['y'])
  })
})

test('signs at one place stand beside each other, a route is named where it covers none, and the first keeps its point', () => {
  const taken: Box[] = []
  const signs = Array.from({ length: 3 }, () => freePlace(taken, signPlaces(200, 150, 'W12')))
  expect(signs[0]).toMatchObject({ x: 200, y: 150 })
  const name = freePlace(
    taken,
    routePlaces(
      [
        [260, 220],
        [200, 150],
      ],
      'Western Balkan',
    ),
  )
  expect(name.box.right - name.box.left).toBeGreaterThan(60)
  const boxes = taken.flatMap((a, index) => taken.slice(index + 1).map(b => [a, b] as const))
  for (const [a, b] of boxes)
    expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)
})
