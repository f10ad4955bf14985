import { isoCountries } from '#vocabulary/country-table.ts'
import type { Geometry, Position } from 'geojson'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { kmOfCosine, unitVector, type Vector } from './sphere.ts'

const load = createRequire(import.meta.url)

/** One country: its rings in degrees (holes among them), and their corners as unit vectors (x, y, z, x, y, z, …). */
type Outline = { rings: Ring[]; corners: Float64Array }

/** A closed line, and the box it stands in: most points are outside most boxes. */
type Ring = { line: Position[]; east: number; south: number; north: number }

/** Parts that Natural Earth draws apart without a code, and the code under which both sources report them. */
const withoutCode = new Map([
  ['Kosovo', 'XKX'],
  ['N. Cyprus', 'CYP'],
  ['Somaliland', 'SOM'],
])

let loaded: ReadonlyMap<string, Outline> | undefined

/**
 * Kilometres from a point to the nearest part of a country (ISO 3166-1 alpha-3): 0 inside it; null for a country without
 * an outline of its own. Natural Earth's outlines at 1 : 50 million (world-atlas 2.0.2, public domain) are accurate to a
 * few kilometres; distances are taken to their corners, on a sphere.
 */
export function kmToCountry(country: string, lon: number, lat: number): number | null {
  loaded ??= loadOutlines()
  const outline = loaded.get(country)
  if (outline === undefined) return null
  return isInside(outline.rings, lon, lat) ? 0 : kmToNearest(outline.corners, unitVector(lon, lat))
}

/**
 * Whether a line eastwards from the point crosses the rings an odd number of times. In plain degrees: the outlines are
 * cut at 180°, and their sides are short.
 */
function isInside(rings: readonly Ring[], lon: number, lat: number): boolean {
  let inside = false
  for (const { line, east, south, north } of rings) {
    if (lat < south || lat > north || lon > east) continue
    let [lastX = 0, lastY = 0] = line.at(-1) ?? []
    for (const [x = 0, y = 0] of line) {
      if (y > lat !== lastY > lat && lon < ((lastX - x) * (lat - y)) / (lastY - y) + x) inside = !inside
      lastX = x
      lastY = y
    }
  }
  return inside
}

function kmToNearest(corners: Float64Array, [x, y, z]: Vector): number {
  let greatest = -1
  for (let i = 0; i < corners.length; i += 3) {
    const cosine = (corners[i] ?? 0) * x + (corners[i + 1] ?? 0) * y + (corners[i + 2] ?? 0) * z
    if (cosine > greatest) greatest = cosine
  }
  return kmOfCosine(greatest)
}

function loadOutlines(): ReadonlyMap<string, Outline> {
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = load(
    'world-atlas/countries-50m.json',
  )
  const byNumeric = new Map(isoCountries.map(row => [row.numeric, row.alpha3]))
  const lines = new Map<string, Position[][]>()
  for (const each of feature(atlas, atlas.objects.countries).features) {
    const code = byNumeric.get(String(each.id)) ?? withoutCode.get(each.properties.name)
    if (code !== undefined) lines.set(code, [...(lines.get(code) ?? []), ...linesOf(each.geometry)])
  }
  return new Map(
    [...lines].map(([code, all]) => [
      code,
      { rings: all.map(inBox), corners: Float64Array.from(all.flat().flatMap(toVector)) },
    ]),
  )
}

function inBox(line: Position[]): Ring {
  const lats = line.map(([, lat = 0]) => lat)
  return {
    line,
    east: Math.max(...line.map(([lon = 0]) => lon)),
    south: Math.min(...lats),
    north: Math.max(...lats),
  }
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

const toVector = ([lon = 0, lat = 0]: Position): Vector => unitVector(lon, lat)
