import type { ReactNode } from 'react'
import { useLanguage, useText } from '#ui/i18n.ts'
import { type MapPoint, type MapSign, WorldMap } from '#ui/map.tsx'
import { Part } from '#ui/parts.tsx'
import { type Edition, type Picture, regionOf } from '../model.ts'
import { situationTexts } from '../texts/situation.ts'
import type { View } from '../view.ts'
import { routeLines } from './route-lines.ts'
import { areaName, sourceLine } from './words.ts'

type Extent = [west: number, south: number, east: number, north: number]
const extents: Record<NonNullable<View['region']> | 'all', Extent> = {
  europe: [-19.5, 17.5, 37, 47.5],
  africa: [-22, -36, 62, 39],
  americas: [-122, -38, -32, 50],
  'asia-pacific': [34, -14, 150, 46],
  'not-stated': [-125, -40, 150, 62],
  all: [-125, -40, 150, 62],
}

/** A warning with a place, numbered as in its list. */
export type PlacedWarning = { id: string; mark: string; title: string; lon: number; lat: number }

/** The map: areas as circles, warnings as lozenges, routes as schematic lines. */
export function MapPart(props: {
  picture: Picture & { edition: Edition | null }
  /** The largest figure of the whole period, so that circles can be compared while months are played. */
  largest: number
  warnings: readonly PlacedWarning[]
  /** Warnings of the selection that name no coordinates: in the list only. */
  placeless: number
  view: View
  selected: string | null
  onSelect: (id: string | null) => void
  end?: ReactNode
}) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const { picture, warnings, view } = props
  const shown = view.layers.includes('incidents')
  const points: MapPoint[] = picture.areas.flatMap(area =>
    area.number === null || !shown
      ? []
      : [
          {
            id: `area-${area.number}`,
            lon: area.lon,
            lat: area.lat,
            figure: area.persons,
            mark: String(area.number),
            label: t('map.area', {
              number: area.number,
              place: areaName(area, t, language),
              route: t(`route.${area.route}`),
              persons: area.persons,
              incidents: area.incidents,
            }),
          },
        ],
  )
  const signs: MapSign[] = warnings.map(each => ({
    id: each.id,
    lon: each.lon,
    lat: each.lat,
    text: each.mark,
    label: `${each.mark}: ${each.title}`,
    href: `/warnings/${each.id}`,
  }))
  const lines = Object.entries(routeLines).flatMap(([code, path]) => {
    const route = code as keyof typeof routeLines
    const wanted =
      (view.region === null || regionOf[route] === view.region) &&
      (view.routes.length === 0 || view.routes.includes(route))
    return wanted && path ? [{ id: code, path, label: t(`route.${route}`) }] : []
  })
  return (
    <Part
      id="situation-map"
      title={t('map')}
      caption={[
        shown && t('map.caption', picture.drawn),
        view.layers.includes('warnings') && t('map.warnings', { count: warnings.length }),
        props.placeless > 0 && t('map.placeless', { count: props.placeless }),
      ]
        .filter(Boolean)
        .join('; ')}
      end={props.end}
    >
      <WorldMap
        label={t('map')}
        description={t('map.describe')}
        extent={extents[view.region ?? 'all']}
        points={points}
        signs={signs}
        routes={lines}
        largest={props.largest}
        unit={count => t('legend.persons', { count })}
        selected={props.selected}
        onSelect={props.onSelect}
        legend={
          <>
            <li>{t('legend.area')}</li>
            <li>
              <svg viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true">
                <g className="map-sign">
                  <path d="M0,-8l8,8l-8,8l-8,-8Z" />
                </g>
              </svg>
              {t('legend.warning')}
            </li>
          </>
        }
      />
      {shown && (
        <p className="source">
          {t('map.note')}{' '}
          {picture.doubtful.incidents > 0 &&
            t('map.doubtful', { count: picture.doubtful.incidents, persons: picture.doubtful.persons })}
        </p>
      )}
      {shown && picture.edition && <SourceNote edition={picture.edition} />}
    </Part>
  )
}

/** Whose figures these are, how old, under which licence, and how many rows could not be taken. */
export function SourceNote({ edition }: { edition: Edition }) {
  const t = useText(situationTexts)
  const language = useLanguage()
  return (
    <p className="source">
      {sourceLine(edition, t, language)}{' '}
      {edition.rejected > 0 && t('source.rejected', { count: edition.rejected })}
    </p>
  )
}
