import { geoCentroid, geoGraticule, geoMercator, geoPath } from 'd3-geo'
import { useEffect, useMemo, useState } from 'react'
import { parseCountry } from '#vocabulary/country.ts'
import { countryCode } from './format.ts'
import { type Land, loadLand } from './map-land.ts'

/** Radius of the widest circle on a drawing of that width. */
export const widestOn = (width: number): number => Math.min(36, Math.max(22, width / 24))

/** The land, coarse at first, finer when asked; null until the first has come. */
export const useLand = (fine: boolean): Land | null => {
  const [land, setLand] = useState<{ fine: boolean; land: Land } | null>(null)
  useEffect(() => {
    let gone = false
    loadLand(fine ? '50m' : '110m').then(
      found => !gone && setLand({ fine, land: found }),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [fine])
  return land?.land ?? null
}

/** Paths of land, boundaries and graticule, places of names, and where a point stands; for the whole map, before zooming. */
export const useDrawing = (
  extent: [west: number, south: number, east: number, north: number],
  width: number,
  height: number,
  land: Land | null,
) => {
  const [west, south, east, north] = extent
  return useMemo(() => {
    const corners = {
      type: 'MultiPoint' as const,
      coordinates: [
        [west, south],
        [east, north],
        [west, north],
        [east, south],
      ],
    }
    const projection = geoMercator().fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      corners,
    )
    projection.clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
    const path = geoPath(projection).digits(2)
    const place = geoMercator().scale(projection.scale()).translate(projection.translate())
    const at = (lon: number, lat: number): [number, number] => place([lon, lat]) ?? [Number.NaN, Number.NaN]
    const names = (land?.countries.features ?? []).flatMap(country => {
      const answer = parseCountry(String(country.id ?? ''))
      const [x, y] = at(...geoCentroid(country))
      const size = path.area(country)
      return answer.ok && size > 250 && x > 8 && x < width - 8 && y > 12 && y < height - 8
        ? [{ code: countryCode(answer.code), x, y, size }]
        : []
    })
    return {
      at,
      names,
      land: land ? (path(land.countries) ?? '') : '',
      borders: land ? (path(land.borders) ?? '') : '',
      graticule: path(geoGraticule().step([10, 10])()) ?? '',
    }
  }, [west, south, east, north, width, height, land])
}
