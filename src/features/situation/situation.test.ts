import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { carried } from './carried.ts'

const world = useWorld()
const analyst = () => world.as('annelies-verbrugghen-kai')
const officer = () => world.as('ivana-perkovic-lund')

const fourSeaRoutes = {
  from: '2021-01',
  to: '2021-12',
  routes: ['CMED' as const, 'EMED' as const, 'WMED' as const, 'WAFR' as const],
}
const iom = async (change: (lines: string[]) => string[]) => {
  const { content } = await carried('iom-missing-migrants')
  return new File([change(content.toString().split('\n')).join('\n')], 'iom.csv')
}
const count = async (table: 'incident' | 'detection') => {
  const { rows } = await world.owner.query<{ count: number }>(
    `select count(*)::int as count from stat.${table}`,
  )
  return rows[0]?.count
}

test('an analyst imports both carried editions; rows and totals are the publishers’', async () => {
  const client = await analyst()
  const person = (await world.actor('annelies-verbrugghen-kai')).person
  const heard: string[] = []
  const stop = world.ground.events.listen({
    person,
    tell: event => void (event.topic === 'import' && heard.push(event.id)),
    close: () => {},
  })
  const incidents = await client.situation.import({ source: 'iom-missing-migrants' })
  const detections = await client.situation.import({ source: 'frontex-detections' })
  stop()
  expect(incidents).toMatchObject({ rows: 13_516, total: 55_310, added: 13_516, gone: 0, rejected: 0 })
  expect(incidents.doubtful).toBeGreaterThan(300)
  expect(incidents.remarks).toHaveLength(5)
  expect(detections).toMatchObject({ rows: 26_564, total: 3_969_086, added: 26_564, gone: 0, rejected: 0 })
  expect(heard).toContain('iom-missing-migrants 13000 13516')
}, 120_000)

test('the same edition again changes nothing', async () => {
  const client = await analyst()
  expect(await client.situation.import({ source: 'iom-missing-migrants' })).toMatchObject({
    added: 0,
    gone: 0,
  })
  expect(await client.situation.import({ source: 'frontex-detections' })).toMatchObject({ added: 0, gone: 0 })
  expect(await client.situation.editions()).toHaveLength(2)
})

test('map, timeline and list agree on the four sea routes of 2021, with their source beside them', async () => {
  const client = await officer()
  const picture = await client.situation.picture(fourSeaRoutes)
  expect(picture.total).toEqual({ incidents: 405, persons: 3231 })
  expect(picture.doubtful).toEqual({ incidents: 26, persons: 277 })
  expect(picture.months.reduce((sum, month) => sum + month.persons, 0)).toBe(3231)
  expect(picture.areas.reduce((sum, area) => sum + area.persons, 277)).toBe(3231)
  expect(picture.edition).toMatchObject({ asOf: '2025-06-04', licence: 'CC BY 4.0, attribution required' })
  const listed = await client.situation.incidents({ ...fourSeaRoutes, limit: 10 })
  expect(listed.total).toEqual({ incidents: 405, persons: 3231 })
  expect(listed.rows).toHaveLength(10)
})

test('every incident that is not drawn is listed with a sentence that says why', async () => {
  const listed = await (await officer()).situation.incidents({ ...fourSeaRoutes, doubtful: true })
  expect(listed.total).toEqual({ incidents: 26, persons: 277 })
  expect(listed.rows.every(row => row.why?.startsWith('The point is '))).toBe(true)
})

test('a filter by cause, nationality or region narrows picture and list alike', async () => {
  const client = await officer()
  for (const filter of [
    { from: '2014-01', to: '2022-12', causes: ['violence' as const] },
    { from: '2014-01', to: '2022-12', nationalities: ['SYR'] },
    { from: '2019-01', to: '2021-12', region: 'africa' as const },
  ]) {
    const [picture, listed] = [
      await client.situation.picture(filter),
      await client.situation.incidents(filter),
    ]
    expect(listed.total).toEqual(picture.total)
    expect(picture.total.incidents).toBeGreaterThan(0)
    expect(picture.total.incidents).toBeLessThan(13_516)
  }
})

test('detections of a year come with the two years before it, in the source’s own totals', async () => {
  const { series, total, edition } = await (await officer()).situation.detections({
    from: '2021-01',
    to: '2021-12',
  })
  expect(series[0]).toMatchObject({ route: 'CMED', inPeriod: 67_724 })
  expect(series[0]?.months).toHaveLength(36)
  expect(total).toBe(202_119)
  expect(edition?.caveat).toContain('not persons')
})

test('a month beyond the source is not available, not zero', async () => {
  const { series } = await (await officer()).situation.detections({
    from: '2021-12',
    to: '2022-02',
    before: 0,
  })
  expect(series[0]?.months.map(each => each.detections)).toEqual([expect.any(Number), null, null])
})

test('the whole file is drawn within two seconds', async () => {
  const client = await officer()
  const took: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now()
    const picture = await client.situation.picture({ from: '2014-01', to: '2022-12' })
    took.push(performance.now() - start)
    expect(picture.total).toEqual({ incidents: 13_516, persons: 55_310 })
  }
  // The best of three: other work on the machine is not what is measured.
  expect(Math.min(...took)).toBeLessThan(2000)
})

test('a file with an unknown code is refused whole, with line, reason and the nearest known code', async () => {
  const file = await iom(lines => lines.with(4, lines[4]?.replace(',USA,', ',USB,') ?? ''))
  const before = await count('incident')
  await expect(
    (await analyst()).situation.import({ source: 'iom-missing-migrants', file, asOf: '2025-07-01' }),
  ).rejects.toMatchObject({
    code: 'invalid-input',
    data: { issues: [{ path: ['file', 5, 'geo'], mend: 'Write USA.' }] },
  })
  expect(await count('incident')).toBe(before)
}, 120_000)

test('a newer edition adds and retires rows, and the picture as of the earlier day stays what it was', async () => {
  const client = await analyst()
  const file = await iom(lines => [...lines.slice(0, 13_000), lines[13_000]?.replace(/,1,/, ',2,') ?? ''])
  const zipped = new File([gzipSync(Buffer.from(await file.arrayBuffer()))], 'iom.csv.gz')
  const result = await client.situation.import({
    source: 'iom-missing-migrants',
    file: zipped,
    asOf: '2025-07-01',
  })
  expect(result.rows).toBeLessThan(13_001)
  expect(result.gone).toBeGreaterThan(500)
  const all = { from: '2014-01', to: '2022-12' }
  expect((await client.situation.picture(all)).total.incidents).toBe(result.rows)
  const earlier = await client.situation.picture({ ...all, asOf: '2025-06-30' })
  expect(earlier.total).toEqual({ incidents: 13_516, persons: 55_310 })
  expect(earlier.edition?.asOf).toBe('2025-06-04')
  await expect(
    client.situation.import({
      source: 'iom-missing-migrants',
      file: await iom(lines => lines.slice(0, 100)),
      asOf: '2025-01-01',
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
}, 120_000)

test('a file that does not add up to what its publisher says is refused', async () => {
  const { content } = await carried('frontex-detections')
  const lines = content.toString().trimEnd().split('\n')
  const file = new File([lines.slice(0, -1).join('\n')], 'frontex.csv')
  await expect(
    (await analyst()).situation.import({
      source: 'frontex-detections',
      file,
      asOf: '2025-08-01',
      rows: 26_564,
    }),
  ).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('26563 rows') })
})

test('an officer who is no analyst imports nothing', async () => {
  await expect((await officer()).situation.import({ source: 'iom-missing-migrants' })).rejects.toMatchObject({
    code: 'not-competent',
  })
})

test('an official whose mandate covers neither statistics nor early warning finds no open data', async () => {
  const administrator = await world.as('bertil-oksanen-grey')
  expect(await administrator.situation.editions()).toEqual([])
  const picture = await administrator.situation.picture({ from: '2014-01', to: '2022-12' })
  expect(picture).toMatchObject({ total: { incidents: 0, persons: 0 }, areas: [], edition: null })
  const listed = await administrator.situation.incidents({ from: '2014-01', to: '2022-12' })
  expect(listed).toMatchObject({ rows: [], total: { incidents: 0, persons: 0 } })
})

test('a period that ends before it begins is refused with a way to mend it', async () => {
  await expect((await officer()).situation.picture({ from: '2021-12', to: '2021-01' })).rejects.toMatchObject(
    { code: 'invalid-input' },
  )
})
