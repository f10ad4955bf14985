import type { FeatureCollection, Geometry, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/**
 * Land and boundaries of Natural Earth (public domain) through world-atlas 2.0.2 (ISC): 1:110m at first,
 * 1:50m once the reader zooms in. They show who is in control and imply no position on status.
 */
export interface Land {
  countries: FeatureCollection<Geometry, { name: string }>
  borders: MultiLineString
}
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

const landOf = (atlas: Atlas): Land => ({
  countries: feature(atlas, atlas.objects.countries),
  borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
})

const loaded = new Map<'110m' | '50m', Promise<Land>>()
const sources = {
  '110m': () => import('world-atlas/countries-110m.json'),
  '50m': () => import('world-atlas/countries-50m.json'),
}

/** The land at that scale, fetched once. */
export const loadLand = (scale: '110m' | '50m'): Promise<Land> => {
  const known = loaded.get(scale)
  if (known) return known
  const made = sources[scale]().then(({ default: atlas }) => landOf(atlas as unknown as Atlas))
  loaded.set(scale, made)
  made.catch(() => loaded.delete(scale))
  return made
}
