import { expect, test } from 'vitest'
import { Readable } from 'node:stream'
import { carried, readAll, sha256Of } from './carried.ts'
import { readDetections } from './import-frontex.ts'
import { Filter } from './model.ts'
import { seriesByMonth } from './picture.ts'

const read = (...lines: string[]) =>
  readAll(readDetections(Readable.from([`${['route,type,nat,month,n', ...lines].join('\n')}\n`])))
const good = 'Western Balkan Route,Land,SYR,2021-06,17'

test('Frontex’s file is read whole: 26,564 rows and 3,969,086 detections, with none rejected', async () => {
  const { source, content } = await carried('frontex-detections')
  const { rows, rejections } = await readAll(readDetections(Readable.from([content])))
  expect(rejections).toEqual([])
  expect(rows).toHaveLength(source.rows)
  expect(rows.reduce((sum, row) => sum + row.detections, 0)).toBe(source.total)
  expect([source.rows, source.total]).toEqual([26_564, 3_969_086])
  const of2021 = Filter.parse({ from: '2021-01', to: '2021-12' })
  const totals = Object.fromEntries(seriesByMonth(rows, of2021, source).map(each => [each.route, each.total]))
  expect(totals).toMatchObject({
    CMED: 67_724,
    WBAL: 61_618,
    EMED: 22_793,
    WAFR: 22_351,
    WMED: 18_466,
    EBOR: 8_075,
  })
})

test('both carried files are, byte for byte, what their description says', async () => {
  for (const code of ['iom-missing-migrants', 'frontex-detections'] as const) {
    const { source, content } = await carried(code)
    expect(sha256Of(content)).toBe(source.sha256)
  }
})

test('Kosovo, stateless, unknown and unspecified persons are known; they are no mistakes', async () => {
  const { rows } = await read(...['XKX', 'STL', 'OOO', 'OOS'].map(code => good.replace('SYR', code)))
  expect(rows.map(row => row.nationality)).toEqual(['XKX', 'STL', 'OOO', 'OOS'])
})

test('an unknown code is refused with its line and the nearest known one', async () => {
  const { rows, rejections } = await read(
    good,
    good.replace('SYR', 'SRY'),
    good.replace('Western Balkan', 'Western Balkans'),
    good.replace('Land', 'Lnad'),
  )
  expect(rows).toHaveLength(1)
  expect(rejections.map(({ line, column, suggestion }) => [line, column, suggestion])).toEqual([
    [3, 'nat', 'SYR'],
    [4, 'route', 'WBAL'],
    [5, 'type', 'Land'],
  ])
})

test('a second figure for the same route, border, nationality and month is refused, not added', async () => {
  const { rows, rejections } = await read(good, good.replace(',17', ',18'))
  expect(rows).toHaveLength(1)
  expect(rejections[0]).toMatchObject({ line: 3, reason: expect.stringContaining('Line 2') })
})

test('a zero, a fraction and a month that does not exist are refused', async () => {
  const { rejections } = await read(
    good.replace(',17', ',0'),
    good.replace(',17', ',1.5'),
    good.replace('2021-06', '2021-13'),
  )
  expect(rejections.map(each => each.column)).toEqual(['n', 'n', 'month'])
})

test('what is absent is 0 where the source reaches, and not available where it does not', async () => {
  const { rows } = await read(good)
  const filter = Filter.parse({ from: '2021-05', to: '2022-01' })
  const [series] = seriesByMonth(rows, filter, { from: '2009-01', to: '2021-12' })
  expect(series?.months.map(each => each.detections)).toEqual([0, 17, 0, 0, 0, 0, 0, 0, null])
})
