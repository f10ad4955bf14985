import { Country } from '#vocabulary/country.ts'
import { Route, routes } from '#vocabulary/route.ts'
import { z } from 'zod'
import { Cause, Day, DetectionBorder, type Edition, Month, Region, regionOf } from './model.ts'

/** From month to month, both included. */
const Part = z.object({ from: Month, to: Month })

export const layers = ['warnings', 'incidents', 'detections'] as const
export const Layer = z.enum(layers)
export type Layer = z.infer<typeof Layer>

/**
 * Everything the screen can be set to: the filter, the day of knowledge, the layers, the part of the period that the timeline
 * has chosen or plays, which warnings are shown (of the same period, or recent ones beside older open data), and the list.
 */
export const View = z.object({
  from: Month,
  to: Month,
  routes: z.array(Route),
  region: Region.nullable(),
  causes: z.array(Cause),
  nationalities: z.array(Country),
  border: DetectionBorder.nullable(),
  asOf: Day.nullable(),
  layers: z.array(Layer),
  part: Part.nullable(),
  warnings: z.enum(['period', 'recent']),
  list: z.enum(['areas', 'incidents', 'doubtful']),
})
export type View = z.infer<typeof View>

/** The last year that every source covers in full; the year before `today` when nothing was imported. */
export function usualView(editions: readonly Pick<Edition, 'to'>[], today: Date): View {
  const year = editions.map(each => Number(each.to.slice(0, 4)) - (each.to.endsWith('-12') ? 0 : 1))
  const last = year.length > 0 ? Math.min(...year) : today.getUTCFullYear() - 1
  return {
    from: `${last}-01`,
    to: `${last}-12`,
    routes: [],
    region: 'europe',
    causes: [],
    nationalities: [],
    border: null,
    asOf: null,
    layers: [...layers],
    part: null,
    warnings: 'recent',
    list: 'areas',
  }
}

/**
 * Reads a view from an address. What is missing or makes no sense falls back to the usual view, so that an old or mistyped
 * link still opens.
 */
export function viewFrom(search: Readonly<Record<string, unknown>>, usual: View): View {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const one = <T>(name: string, schema: z.ZodType<T>, fallback: T): T => {
    const value = text(name)
    if (value === undefined) return fallback
    const read = schema.safeParse(value === 'any' ? null : value)
    return read.success ? read.data : fallback
  }
  const list = <T>(name: string, schema: z.ZodType<T>, fallback: T[]): T[] => {
    const value = text(name)
    if (value === undefined) return fallback
    const read = value.split('.').map(each => schema.safeParse(each))
    const known = read.flatMap(each => (each.success ? [each.data] : []))
    return known.length > 0 ? known : fallback
  }
  const [from, to] = [one('from', Month, usual.from), one('to', Month, usual.to)]
  const [first, last] = list('part', Month, [])
  const fits = first !== undefined && last !== undefined && from <= first && first <= last && last <= to
  return {
    ...(from <= to ? { from, to } : { from: to, to: from }),
    routes: list('routes', Route, usual.routes),
    region: one('region', Region.nullable(), usual.region),
    causes: list('causes', Cause, usual.causes),
    nationalities: list('nationalities', Country, usual.nationalities),
    border: one('border', DetectionBorder.nullable(), usual.border),
    asOf: one('asOf', Day.nullable(), usual.asOf),
    layers: list('layers', Layer, usual.layers),
    part: fits ? { from: first, to: last } : null,
    warnings: one('warnings', View.shape.warnings, usual.warnings),
    list: one('list', View.shape.list, usual.list),
  }
}

/** The address of a view: only what differs from the usual one, in one order, so that equal views have equal links. */
export function searchOf(view: View, usual: View): Record<string, string> {
  const written = (value: View[keyof View]): string => {
    if (value === null) return 'any'
    if (typeof value === 'string') return value
    return Array.isArray(value) ? value.join('.') : `${value.from}.${value.to}`
  }
  return Object.fromEntries(
    View.keyof().options.flatMap(name => {
      const value = written(view[name])
      return value === written(usual[name]) || value === '' ? [] : [[name, value]]
    }),
  )
}

/** The filter that the server is asked with: of the whole period, or of the part that the timeline has chosen. */
export const queryOf = (
  { from, to, routes, region, causes, nationalities, border, asOf, part }: View,
  span: 'period' | 'part',
) => ({
  ...(span === 'part' && part !== null ? part : { from, to }),
  routes,
  region,
  causes,
  nationalities,
  border,
  asOf,
})

/** What the warnings feature is asked: warnings issued in the part or period, or in the last twelve months. */
export function warningQueryOf(view: View, today: Date) {
  const { from, to } = view.part ?? view
  const recent = view.warnings === 'recent'
  const yearAgo = new Date(Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), today.getUTCDate()))
  const inRegion = routes
    .map(each => each.code)
    .filter(code => view.region === null || regionOf[code] === view.region)
  const wanted = view.routes.filter(code => inRegion.includes(code))
  return {
    from: recent ? yearAgo.toISOString().slice(0, 10) : `${from}-01`,
    to: recent ? today.toISOString().slice(0, 10) : lastDay(to),
    // A warning may name no route; it is left out only when routes were chosen.
    route: view.routes.length === 0 ? [] : wanted,
    citizenship: view.nationalities,
  }
}

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
