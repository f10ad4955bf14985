import { countryName } from '#vocabulary/country.ts'
import { routeFacts } from '#vocabulary/route.ts'
import type { Doubt, Incident } from './model.ts'
import { kmToCountry } from './outlines.ts'
import { kmOfCosine, unitVector, type Vector } from './sphere.ts'

/** Nearer than this to its stated country, a point is taken as it is: rescues reach far out to sea. */
const nearCountryKm = 250
/** Farther than this from its country, a point needs other places of its route close by (`closeKm`). */
const farCountryKm = 1000
const closeKm = 50
/** Between the two, the point must lie no farther from its route than the route's own outlying places do. */
const leastReachKm = 300
const neighbours = 5

/** What the rule looks at; the rest of an incident does not matter. */
export type Placed = Pick<Incident, 'route' | 'country' | 'place' | 'lon' | 'lat'>

type RouteEvidence = { places: Vector[]; reachKm: number }

/**
 * Finds the points that contradict the country and route of their own row, and says of what kind they are; null for a
 * point that may be where it is said to be. One rule for every file, with no list of known rows:
 *
 * A point within 250 km of its stated country is taken as it is. One farther off contradicts its row when
 * - exchanging longitude and latitude (*exchanged*) or turning a hemisphere (*sign*) puts it into the stated country, or
 *   one number stands for both (*repeated*); or
 * - it lies out of its route's reach: farther from the fifth-nearest other place of the route than three times what 95 % of
 *   the route's places do, and than 300 km; or
 * - it lies more than 1000 km from its country, and not within 50 km of five places of a stated route.
 * Such a point is a *default point* when rows that name three countries or more, or five different places or more, stand at
 * exactly the same coordinates; else *far*.
 *
 * Only places within 250 km of their own country are evidence for a route, so that errors which repeat do not vouch for
 * each other. Needs all rows of a file at once.
 */
export function doubtsOf(rows: readonly Placed[]): (Doubt | null)[] {
  const kmOff = rows.map(row => kmToCountry(row.country, row.lon, row.lat))
  const evidence = evidenceOf(rows, kmOff)
  const groups = byPoint(rows)
  return rows.map((row, i) => {
    const countryKm = kmOff[i] ?? null
    if (countryKm === null || countryKm <= nearCountryKm) return null
    const route = evidence.get(row.route)
    const isStated = row.route !== 'UND'
    const routeKm = route === undefined ? null : kmToFifth(unitVector(row.lon, row.lat), route.places)
    const group = groups.get(pointOf(row)) ?? []
    const slip = slipOf(row)
    const outOfReach = routeKm === null || routeKm > (route?.reachKm ?? leastReachKm)
    const isClose = isStated && routeKm !== null && routeKm <= closeKm
    const farOff = countryKm > farCountryKm && !isClose
    if (slip === null && !outOfReach && !farOff) return null
    const sharedCountries = new Set(group.map(each => each.country)).size
    const isDefault = sharedCountries >= 3 || new Set(group.map(each => each.place)).size >= 5
    return {
      kind: slip === 'repeated' ? slip : isDefault ? 'default-point' : (slip ?? 'far'),
      countryKm: Math.round(countryKm),
      routeKm: routeKm === null || !isStated ? null : Math.round(routeKm),
      sharedRows: group.length,
      sharedCountries,
    }
  })
}

/** The doubt as one sentence, in English. */
export function explainDoubt(doubt: Doubt, row: Placed): string {
  const country = countryName(row.country)
  const off = `The point is ${doubt.countryKm} km from ${country}`
  switch (doubt.kind) {
    case 'exchanged':
      return `${off}; with longitude and latitude exchanged it would lie there.`
    case 'sign':
      return `${off}; with a minus sign added or taken away it would lie there.`
    case 'repeated':
      return `${off}; the same number stands for longitude and latitude.`
    case 'default-point':
      return `${off}; the file has exactly this point for ${doubt.sharedRows} incidents of ${doubt.sharedCountries} countries.`
    default:
      return doubt.routeKm === null
        ? `${off}, which the row names.`
        : `${off} and ${doubt.routeKm} km from other places of the route ${routeFacts(row.route).name}.`
  }
}

/** Rows that stand at exactly the same coordinates. */
function byPoint(rows: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const row of rows) {
    const group = groups.get(pointOf(row))
    if (group === undefined) groups.set(pointOf(row), [row])
    else group.push(row)
  }
  return groups
}

const pointOf = (row: Placed): string => `${row.lon},${row.lat}`

/** The slip of the pen that explains the point: undone, it lies in the stated country (25 km for its coast). */
function slipOf({ country, lon, lat }: Placed): 'repeated' | 'exchanged' | 'sign' | null {
  const isThere = (x: number, y: number) =>
    Math.abs(y) <= 90 && (kmToCountry(country, x, y) ?? Number.POSITIVE_INFINITY) < 25
  if (lon === lat) return 'repeated'
  if (isThere(lat, lon)) return 'exchanged'
  return isThere(-lon, lat) || isThere(lon, -lat) || isThere(-lon, -lat) ? 'sign' : null
}

/** Distinct trusted places of each route, and how far its outlying ones stand from their neighbours. */
function evidenceOf(rows: readonly Placed[], kmOff: readonly (number | null)[]): Map<string, RouteEvidence> {
  const trusted = new Map<string, Map<string, Vector>>()
  rows.forEach((row, i) => {
    if ((kmOff[i] ?? Number.POSITIVE_INFINITY) > nearCountryKm) return
    const ofRoute = trusted.get(row.route) ?? new Map<string, Vector>()
    trusted.set(row.route, ofRoute.set(pointOf(row), unitVector(row.lon, row.lat)))
  })
  const evidence = new Map<string, RouteEvidence>()
  for (const [route, ofRoute] of trusted) {
    const places = [...ofRoute.values()]
    if (places.length > neighbours) evidence.set(route, { places, reachKm: reachOf(places) })
  }
  return evidence
}

/** Three times the distance within which 95 % of the places have five others; from at most 400 places evenly taken. */
function reachOf(places: readonly Vector[]): number {
  const step = Math.ceil(places.length / 400)
  const spacing = places
    .filter((_, i) => i % step === 0)
    .map(place => kmToFifth(place, places, place))
    .sort((a, b) => a - b)
  return Math.max(leastReachKm, 3 * (spacing[Math.floor(spacing.length * 0.95)] ?? 0))
}

/** Kilometres to the fifth-nearest of the places, itself left out. */
function kmToFifth([x, y, z]: Vector, places: readonly Vector[], itself?: Vector): number {
  const nearest = Array.from({ length: neighbours }, () => -1)
  for (const place of places) {
    const cosine = place[0] * x + place[1] * y + place[2] * z
    if (cosine <= (nearest[neighbours - 1] ?? -1) || place === itself) continue
    nearest[neighbours - 1] = cosine
    nearest.sort((one, other) => other - one)
  }
  return kmOfCosine(nearest[neighbours - 1] ?? -1)
}
