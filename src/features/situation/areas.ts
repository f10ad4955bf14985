import type { Route } from '#vocabulary/route.ts'
import type { Area, Counted } from './model.ts'
import { cosineOfKm, dot, unitVector, type Vector } from './sphere.ts'

/** An area with fewer persons is counted and not drawn: a circle must not point at one event. */
const leastPersons = 5

type Cell = { route: Route; vector: Vector; incidents: Counted[]; persons: number }

/**
 * Gathers incidents into areas, each on one route, most persons first. Incidents of one half-degree cell stay together; the
 * cell with most persons begins an area and takes in the cells within `reachKm` of it, then the next one left, and so on. An
 * area stands at the mean of its incidents, rounded to half a degree, so that no point is an event’s own. The result
 * does not depend on the order of the incidents.
 */
export function areasOf(incidents: readonly Counted[], reachKm: number): Area[] {
  const byRoute = new Map<Route, Cell[]>()
  const nearest = cosineOfKm(reachKm)
  for (const cell of cellsOf(incidents)) {
    const areas = byRoute.get(cell.route) ?? []
    byRoute.set(cell.route, areas)
    const seed = areas.find(area => dot(area.vector, cell.vector) >= nearest)
    if (seed === undefined) areas.push({ ...cell, incidents: [...cell.incidents] })
    else {
      seed.incidents.push(...cell.incidents)
      seed.persons += cell.persons
    }
  }
  const drawn = [...byRoute.values()]
    .flat()
    .map(area => describe(area))
    .sort((a, b) => b.persons - a.persons || a.lon - b.lon || a.lat - b.lat || (a.route < b.route ? -1 : 1))
  return drawn.map((area, i) => ({ ...area, number: area.persons >= leastPersons ? i + 1 : null }))
}

/** Half-degree cells by route, most persons first, ties broken by where they are. */
function cellsOf(incidents: readonly Counted[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const each of incidents) {
    const [lon, lat] = [halfDegree(each.lon), halfDegree(each.lat)]
    const key = `${each.route} ${lon} ${lat}`
    const cell = cells.get(key) ?? {
      route: each.route,
      vector: unitVector(lon, lat),
      incidents: [],
      persons: 0,
    }
    cell.incidents.push(each)
    cell.persons += each.persons
    cells.set(key, cell)
  }
  return [...cells]
    .sort(([a, one], [b, other]) => other.persons - one.persons || (a < b ? -1 : 1))
    .map(([, cell]) => cell)
}

function describe({ route, incidents, persons }: Cell): Omit<Area, 'number'> {
  const mean = [0, 0, 0]
  for (const each of incidents) {
    const [x, y, z] = unitVector(each.lon, each.lat)
    mean[0] = (mean[0] ?? 0) + x
    mean[1] = (mean[1] ?? 0) + y
    mean[2] = (mean[2] ?? 0) + z
  }
  const [x = 0, y = 0, z = 0] = mean
  const degrees = 180 / Math.PI
  return {
    route,
    country: mostFrequent(incidents.map(each => each.country)),
    lon: halfDegree(Math.atan2(y, x) * degrees),
    lat: halfDegree(Math.atan2(z, Math.hypot(x, y)) * degrees),
    incidents: incidents.length,
    persons,
    months: new Set(incidents.map(each => each.day.slice(0, 7))).size,
  }
}

/** To the nearest half degree, halves upwards; without a negative zero. */
const halfDegree = (degrees: number): number => Math.round(degrees * 2) / 2 + 0

function mostFrequent(codes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [first] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return first?.[0] ?? 'UNK'
}
