import { z } from 'zod'
import type { BorderType } from './border.ts'

/**
 * The migration routes, by one code, with the names that Frontex (monthly detections of illegal border-crossing) and IOM
 * (Missing Migrants Project) give them. The two do not always agree: Frontex's Western African Route is IOM's Western
 * African Atlantic Route, and several routes are known to one of them only. The mapping is our own, made from the names
 * that stand in both data sets as of June 2025 (Frontex: reuse with acknowledgement; IOM: attribution, CC BY 4.0).
 * `borders` are the kinds of border that Frontex reports on the route.
 */
const table = [
  {
    code: 'CMED',
    name: 'Central Mediterranean',
    frontex: 'Central Mediterranean Route',
    iom: 'Central Mediterranean Route',
    borders: ['sea'],
  },
  {
    code: 'EMED',
    name: 'Eastern Mediterranean',
    frontex: 'Eastern Mediterranean Route',
    iom: 'Eastern Mediterranean Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'WMED',
    name: 'Western Mediterranean',
    frontex: 'Western Mediterranean Route',
    iom: 'Western Mediterranean Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'WAFR',
    name: 'Western African',
    frontex: 'Western African Route',
    iom: 'Western African Atlantic Route',
    borders: ['sea'],
  },
  {
    code: 'WBAL',
    name: 'Western Balkan',
    frontex: 'Western Balkan Route',
    iom: null,
    borders: ['land', 'sea'],
  },
  { code: 'EBOR', name: 'Eastern borders', frontex: 'Eastern Borders Route', iom: null, borders: ['land'] },
  {
    code: 'ALGR',
    name: 'Albania to Greece, circular',
    frontex: 'Circular Route from Albania to Greece',
    iom: null,
    borders: ['land'],
  },
  { code: 'BLKS', name: 'Black Sea', frontex: 'Black Sea Route', iom: null, borders: ['sea'] },
  {
    code: 'INEU',
    name: 'Within Europe',
    frontex: null,
    iom: 'Intra-European routes',
    borders: ['land', 'sea', 'air'],
  },
  {
    code: 'INAF',
    name: 'Within Africa',
    frontex: null,
    iom: 'Intra-African routes',
    borders: ['land', 'sea'],
  },
  {
    code: 'HOAE',
    name: 'Horn of Africa, eastern',
    frontex: null,
    iom: 'EHOA Eastern Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'HOAS',
    name: 'Horn of Africa, southern',
    frontex: null,
    iom: 'EHOA Southern Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'HOAN',
    name: 'Horn of Africa, northern',
    frontex: null,
    iom: 'EHOA Northern Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'HOAI',
    name: 'Within the Horn of Africa',
    frontex: null,
    iom: 'EHOA Horn of Africa Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'ASPA',
    name: 'Asia and the Pacific',
    frontex: null,
    iom: 'Asia Pacific routes',
    borders: ['land', 'sea', 'air'],
  },
  {
    code: 'CAME',
    name: 'Central America',
    frontex: null,
    iom: 'Central American Route',
    borders: ['land', 'sea'],
  },
  {
    code: 'SAME',
    name: 'South America',
    frontex: null,
    iom: 'South American Route',
    borders: ['land', 'sea'],
  },
  { code: 'OTH', name: 'Other', frontex: 'Other', iom: null, borders: ['land', 'sea', 'air'] },
  {
    code: 'UND',
    name: 'Not defined',
    frontex: null,
    iom: 'Undefined',
    borders: ['land', 'sea', 'air', 'inland'],
  },
] as const satisfies readonly {
  code: string
  name: string
  frontex: string | null
  iom: string | null
  borders: readonly BorderType[]
}[]

export const Route = z
  .enum(table.map(row => row.code))
  .meta({ title: 'Route', description: 'The migration route, as Frontex and IOM name it.' })
export type Route = z.infer<typeof Route>

export type RouteFacts = {
  readonly code: Route
  readonly name: string
  readonly frontex: string | null
  readonly iom: string | null
  readonly borders: readonly BorderType[]
}

export const routes: readonly RouteFacts[] = table

export const routeFacts = (route: Route): RouteFacts => {
  const facts = routes.find(row => row.code === route)
  if (facts === undefined) throw new Error(`There is no route ${route}.`)
  return facts
}

export type RouteAnswer =
  | { readonly ok: true; readonly route: Route }
  | { readonly ok: false; readonly problem: string; readonly suggestions: readonly Route[] }

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\broutes?\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** Reads our code, or a name as `source` gives it; blanks, case and the word "route" do not matter. */
export const parseRoute = (input: string, source: 'frontex' | 'iom' | 'any' = 'any'): RouteAnswer => {
  const text = input.trim().slice(0, 80)
  const name = bare(text)
  const found = routes.find(
    row =>
      row.code === text.toUpperCase() ||
      (name !== '' &&
        [
          source === 'iom' ? null : row.frontex,
          source === 'frontex' ? null : row.iom,
          source === 'any' ? row.name : null,
        ].some(each => each !== null && bare(each) === name)),
  )
  if (found !== undefined) return { ok: true, route: found.code }
  const words = name.split(' ').filter(word => word.length > 3)
  const shared = (row: RouteFacts): number => {
    const all = bare(`${row.name} ${row.frontex ?? ''} ${row.iom ?? ''}`)
    return words.filter(word => all.includes(word.slice(0, 5))).length
  }
  const near = routes
    .filter(row => shared(row) > 0)
    .toSorted((a, b) => shared(b) - shared(a))
    .slice(0, 3)
  const hint =
    near.length === 0
      ? `Choose one of ${routes.map(row => row.code).join(', ')}.`
      : `Did you mean ${near.map(row => `${row.code} (${row.name})`).join(' or ')}?`
  return {
    ok: false,
    problem: `“${text}” is not a known route. ${hint}`,
    suggestions: near.map(row => row.code),
  }
}
