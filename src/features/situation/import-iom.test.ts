import { describe, expect, test } from 'vitest'
import { Readable } from 'node:stream'
import { carried, readAll } from './carried.ts'
import { readIncidents } from './import-iom.ts'
import { UnreadableFile } from './read-table.ts'

const heading = 't,month,type,route,geo,dead,cause,surv,nat,location,lon,lat'
const good =
  '2021-08-30,2021-08,Incident,Western African Atlantic Route,ESH,12,Drowning,3,"MAR,SEN",Off Dakhla,-16.2,23.8'
const read = (...lines: string[]) =>
  readAll(readIncidents(Readable.from([[heading, ...lines, ''].join('\n')])))
const unreadable = async (text: string) =>
  expect(readAll(readIncidents(Readable.from([text])))).rejects.toThrow(UnreadableFile)
const refused = async (line: string) => {
  const { rows, rejections } = await read(good, line)
  expect(rows).toHaveLength(1)
  expect(rejections.map(each => each.line)).toContain(3)
  return rejections[0]
}

describe('the file of IOM’s Missing Migrants Project', () => {
  test('is read whole: 13,516 incidents and 55,310 persons, as its publisher counts, with none rejected', async () => {
    const { source, content } = await carried('iom-missing-migrants')
    const { rows, rejections, remarks } = await readAll(readIncidents(Readable.from([content])))
    expect(rejections).toEqual([])
    expect(rows).toHaveLength(source.rows)
    expect(rows.reduce((sum, row) => sum + row.persons, 0)).toBe(source.total)
    expect([source.rows, source.total]).toEqual([13_516, 55_310])
    expect(new Set(rows.map(row => row.key)).size).toBe(13_516)
    expect(remarks.map(each => each.column)).toEqual(['surv', 'surv', 'surv', 'surv', 'surv'])
  })

  test('gives each row all its nationalities, causes and kinds when one field holds a list', async () => {
    const { rows } = await read(
      good,
      '2021-09-01,2021-09,"Incident,Split Incident",Undefined,LBY,2,"Harsh environmental conditions / lack of adequate shelter, food, water,Sickness / lack of access to adequate healthcare",,UNK,Sabha,14.4,27.0',
    )
    expect(rows[0]).toMatchObject({
      nationalities: ['MAR', 'SEN'],
      survivors: 3,
      route: 'WAFR',
      country: 'ESH',
    })
    expect(rows[1]).toMatchObject({
      kinds: ['incident', 'split'],
      causes: ['environment', 'sickness'],
      survivors: null,
    })
  })

  test('gives the same row the same key every time, and equal rows keys of their own', async () => {
    const [first, second] = [await read(good, good), await read(good, good)]
    expect(first.rows.map(row => row.key)).toEqual(second.rows.map(row => row.key))
    expect(first.rows[0]?.key).not.toBe(first.rows[1]?.key)
  })
})

describe('a row that cannot be taken is named with its line, the reason and what was probably meant', () => {
  test('an unknown route', async () => {
    const answer = await refused(
      good.replace('Western African Atlantic Route', 'Western Afican Atlantik Route'),
    )
    expect(answer).toMatchObject({ column: 'route', suggestion: 'WAFR' })
  })
  test('an unknown country', async () => {
    const answer = await refused(good.replace(',ESH,', ',EHS,'))
    expect(answer).toMatchObject({ column: 'geo', value: 'EHS', suggestion: 'ESH' })
  })
  test('a country that is no place', async () => {
    expect((await refused(good.replace(',ESH,', ',STL,')))?.reason).toContain('is no place')
  })
  test('an unknown nationality in a list', async () => {
    expect(await refused(good.replace('MAR,SEN', 'MAR,SNE'))).toMatchObject({
      column: 'nat',
      suggestion: 'SEN',
    })
  })
  test('an unknown cause', async () => {
    expect(await refused(good.replace('Drowning', 'Drowing'))).toMatchObject({
      column: 'cause',
      suggestion: 'Drowning',
    })
  })
  test.each([
    ['a day that does not exist', good.replace('2021-08-30', '2021-02-30'), 't'],
    ['a month other than the day’s', good.replace(',2021-08,', ',2021-09,'), 'month'],
    ['a number of persons below zero', good.replace(',12,', ',-12,'), 'dead'],
    ['a latitude beyond the pole', good.replace('23.8', '123.8'), 'lat'],
    ['a longitude in words', good.replace('-16.2', 'west'), 'lon'],
  ])('%s', async (_, line, column) => {
    expect((await refused(line))?.column).toBe(column)
  })
  test('a row with a field too few', async () => {
    expect((await refused(good.replace(',Off Dakhla', '')))?.reason).toContain('11 fields; it needs 12')
  })
  test('every fault of a row is said at once', async () => {
    const { rejections } = await read(good.replace(',ESH,', ',EHS,').replace('Drowning', 'Drowing'))
    expect(rejections.map(each => each.column)).toEqual(['geo', 'cause'])
  })
  test('a row after a text of two lines keeps the line on which it begins', async () => {
    const { rejections } = await read(
      good.replace('Off Dakhla', '"Off\nDakhla"'),
      good.replace(',ESH,', ',EHS,'),
    )
    expect(rejections[0]?.line).toBe(4)
  })
})

test('a negative number of survivors is taken as not known, and said', async () => {
  const { rows, remarks } = await read(good.replace(',3,', ',-1,'))
  expect(rows[0]?.survivors).toBeNull()
  expect(remarks).toMatchObject([{ line: 2, column: 'surv', value: '-1' }])
})

test('another file, an empty one and one with an open quotation mark are refused as a whole', async () => {
  await unreadable('route,type,nat,month,n\n')
  await unreadable('')
  await unreadable(`${heading}\n${good}\n"2021-08-30,2021-08`)
})
