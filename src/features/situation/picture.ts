import type { Route } from '#vocabulary/route.ts'
import { areasOf } from './areas.ts'
import {
  type Counted,
  type Detection,
  type Filter,
  type Picture,
  regionOf,
  type Series,
  type Sum,
} from './model.ts'
import { monthsOf } from './months.ts'

/**
 * Map, timeline and list of the incidents that a filter lets through. All three are counted from one array, and their
 * totals are equal: total = drawn + small + doubtful = all months together; areas = drawn + small.
 */
export function picture(incidents: readonly Counted[], filter: Filter, reachKm = 150): Picture {
  const chosen = chosenOf(incidents, filter)
  const doubtful = chosen.filter(each => each.doubt !== null)
  const areas = areasOf(
    chosen.filter(each => each.doubt === null),
    reachKm,
  )
  const byMonth = new Map(monthsOf(filter).map(month => [month, { month, incidents: 0, persons: 0 }]))
  for (const each of chosen) {
    const month = byMonth.get(each.day.slice(0, 7))
    if (month === undefined) continue
    month.incidents += 1
    month.persons += each.persons
  }
  return {
    total: sumOf(chosen),
    drawn: addUp(areas.filter(area => area.number !== null)),
    small: addUp(areas.filter(area => area.number === null)),
    doubtful: sumOf(doubtful),
    areas,
    months: [...byMonth.values()],
  }
}

/** The incidents that a filter lets through, in the order given. */
export function chosenOf<Each extends Counted>(incidents: readonly Each[], filter: Filter): Each[] {
  const isOnRoute = routeTest(filter)
  const causes = new Set<string>(filter.causes)
  const nationalities = new Set<string>(filter.nationalities)
  return incidents.filter(
    each =>
      each.day.slice(0, 7) >= filter.from &&
      each.day.slice(0, 7) <= filter.to &&
      isOnRoute(each.route) &&
      (causes.size === 0 || each.causes.some(cause => causes.has(cause))) &&
      (nationalities.size === 0 || each.nationalities.some(code => nationalities.has(code))),
  )
}

/**
 * Detections by route and month. Within the months that the source covers, what is absent is 0; outside them it is not
 * available (null). Routes without a single detection in the filter are left out.
 */
export function seriesByMonth(
  detections: readonly Detection[],
  filter: Filter,
  coverage: { from: string; to: string },
): Series[] {
  const isOnRoute = routeTest(filter)
  const nationalities = new Set<string>(filter.nationalities)
  const months = monthsOf(filter)
  const counts = new Map<Route, Map<string, number>>()
  for (const each of detections) {
    if (each.month < filter.from || each.month > filter.to || !isOnRoute(each.route)) continue
    if (filter.border !== null && each.border !== filter.border) continue
    if (nationalities.size > 0 && !nationalities.has(each.nationality)) continue
    const ofRoute = counts.get(each.route) ?? new Map<string, number>()
    counts.set(each.route, ofRoute.set(each.month, (ofRoute.get(each.month) ?? 0) + each.detections))
  }
  const isCovered = (month: string) => month >= coverage.from && month <= coverage.to
  return [...counts]
    .map(([route, ofRoute]) => ({
      route,
      total: [...ofRoute.values()].reduce((sum, count) => sum + count, 0),
      months: months.map(month => ({
        month,
        detections: isCovered(month) ? (ofRoute.get(month) ?? 0) : null,
      })),
    }))
    .sort((a, b) => b.total - a.total || a.route.localeCompare(b.route))
}

function routeTest({ routes, region }: Filter): (route: Route) => boolean {
  const wanted = new Set(routes)
  return route => (wanted.size === 0 || wanted.has(route)) && (region === null || regionOf[route] === region)
}

const sumOf = (incidents: readonly Counted[]): Sum => ({
  incidents: incidents.length,
  persons: incidents.reduce((sum, each) => sum + each.persons, 0),
})

const addUp = (sums: readonly Sum[]): Sum => ({
  incidents: sums.reduce((sum, each) => sum + each.incidents, 0),
  persons: sums.reduce((sum, each) => sum + each.persons, 0),
})
