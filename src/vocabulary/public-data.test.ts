import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { parseCountry } from './country.ts'
import { parseRoute } from './route.ts'

const folder = new URL('../../../shared/data/', import.meta.url)
const here = existsSync(folder)

const columnOf = (name: string, column: string): string[] => {
  const file = readdirSync(new URL(`${name}/`, folder)).find(each => each.endsWith('.csv')) ?? ''
  const rows: Record<string, string>[] = parse(readFileSync(new URL(`${name}/${file}`, folder)), {
    columns: true,
  })
  return [...new Set(rows.flatMap(row => (row[column] ?? '').split(',').map(each => each.trim())))].filter(
    each => each !== '',
  )
}

test.skipIf(!here)(
  'every nationality and route in the public data of Frontex and IOM is known (needs ../shared/data)',
  () => {
    for (const name of ['frontex-ibc', 'iom-mmp']) {
      const source = name === 'iom-mmp' ? 'iom' : 'frontex'
      expect(columnOf(name, 'nat').filter(code => !parseCountry(code).ok)).toEqual([])
      expect(columnOf(name, 'route').filter(route => !parseRoute(route, source).ok)).toEqual([])
    }
  },
)
