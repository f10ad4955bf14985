// Longer than 400 lines: one drawing whose pointer, touch, keys and parts share one view; arithmetic and land stand beside it.
import './map.css'
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { useWidth } from './use-width.ts'
import { Icon } from './icons.tsx'
import { useDrawing, useLand, widestOn } from './map-drawing.ts'
import { type Box, freePlace, routePlaces, signPlaces } from './map-labels.ts'
import { Circles } from './map-legend.tsx'
import { type Cluster, clusterSpots, held, largestOf, radiusOf, type View, zoomed } from './map-shape.ts'

/** A place with a figure; `mark` is what stands in its circle, such as its row in the list. */
export interface MapPoint {
  id: string
  lon: number
  lat: number
  figure: number
  /** The whole sentence for this place: name and figure with its unit. */
  label: string
  mark?: string
}
/** A single thing with no figure, such as a warning: a lozenge. */
export interface MapSign {
  id: string
  lon: number
  lat: number
  label: string
  text?: string
  href?: string
}
export interface MapRoute {
  id: string
  path: [lon: number, lat: number][]
  label?: string
}

export interface WorldMapProps {
  label: string
  description?: string
  /** West, south, east, north of what the whole map shows, in degrees. */
  extent: [west: number, south: number, east: number, north: number]
  points?: readonly MapPoint[]
  signs?: readonly MapSign[]
  routes?: readonly MapRoute[]
  /** The figure of the largest circle; give it where the figures change (play), so that sizes can be compared. */
  largest?: number
  /** Several figures in words, for clusters and the legend: `(812) => '812 persons'`. */
  unit?: (figure: number) => string
  selected?: string | null
  onSelect?: (id: string | null) => void
  /** The way to the same figures as a list: shown above the map, first in the order of the keyboard. */
  list?: ReactNode
  /** Further lines of the legend. */
  legend?: ReactNode
  height?: number
}

/**
 * A map of circles, signs and routes: zoom and move by buttons, keys (arrows, + − 0), pointer and touch. Circles whose middles
 * would lie inside each other are drawn as one until the reader zooms in. Its list stands beside it, given by the caller.
 */
export const WorldMap = (props: WorldMapProps) => {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const { points = [], signs = [], routes = [] } = props
  const [box, width] = useWidth<HTMLDivElement>(840)
  const height = props.height ?? Math.round(Math.min(560, Math.max(300, width * 0.62)))
  const widest = widestOn(width)
  const [wished, setView] = useState<View>({ k: 1, x: 0, y: 0 })
  // Another width is another drawing: never beyond its edges.
  const view = held(wished, width, height)
  const [note, setNote] = useState('')
  const [moving, setMoving] = useState(false)
  const svg = useRef<SVGSVGElement>(null)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const moved = useRef(0)
  const land = useLand(view.k >= 2.5)
  const drawing = useDrawing(props.extent, width, height, land)
  const placed = useMemo(
    () =>
      points.flatMap(({ id: spot, lon, lat, figure }) => {
        const [x, y] = drawing.at(lon, lat)
        const inside = x >= -5 && x <= width + 5 && y >= -5 && y <= height + 5
        return inside ? [{ id: spot, x, y, figure }] : []
      }),
    [points, drawing, width, height],
  )
  const met = useMemo(() => largestOf(placed, widest), [placed, widest])
  const largest = props.largest ?? met
  const unit = props.unit ?? (figure => formatNumber(figure, language))
  const byId = useMemo(() => new Map(points.map(point => [point.id, point])), [points])

  const spots = useMemo(
    () => placed.map(spot => ({ ...spot, x: spot.x * view.k, y: spot.y * view.k })),
    [placed, view.k],
  )
  const clusters = useMemo(
    () => clusterSpots(spots, figure => radiusOf(figure, largest, widest), 1.4 * widest),
    [spots, largest, widest],
  )

  // Signs first, then the names of routes where they cover no sign and no circle.
  const placing = useMemo(() => {
    const taken: Box[] = []
    const within = { left: 0, top: 0, right: width * view.k, bottom: height * view.k }
    const scaled = (lon: number, lat: number) => drawing.at(lon, lat).map(n => n * view.k) as [number, number]
    const signsAt = new Map(
      signs.map(sign => [
        sign.id,
        freePlace(taken, signPlaces(...scaled(sign.lon, sign.lat), sign.text ?? '')),
      ]),
    )
    for (const { x, y, figure } of clusters) {
      const r = radiusOf(figure, largest, widest)
      taken.push({ left: x - r, top: y - r, right: x + r, bottom: y + r })
    }
    const nameOf = ({ path, label = '' }: MapRoute) => {
      const points = path.map(point => scaled(...point))
      return freePlace(taken, routePlaces(points, label), within)
    }
    const routesAt = new Map(
      routes.filter(({ label }) => label).map(route => [route.id, nameOf(route)] as const),
    )
    return { signsAt, routesAt }
  }, [signs, routes, clusters, drawing, view.k, largest, widest, width, height])

  const zoom = (factor: number, px = width / 2, py = height / 2) =>
    setView(now => zoomed(now, factor, px, py, width, height))
  const move = (dx: number, dy: number) =>
    setView(now => held({ ...now, x: now.x + dx, y: now.y + dy }, width, height))
  const whole = () => setView({ k: 1, x: 0, y: 0 })

  // In units of the drawing, whatever its size on the screen.
  const toDrawing = useCallback((clientX: number, clientY: number): [number, number] => {
    const edge = svg.current?.getBoundingClientRect()
    return edge ? [clientX - edge.left, clientY - edge.top] : [0, 0]
  }, [])
  useEffect(() => {
    const element = svg.current
    if (!element) return
    // Only with Ctrl (which a pinch on a touch pad sends too), so that the page can be scrolled past the map.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const [px, py] = toDrawing(event.clientX, event.clientY)
      setView(now => zoomed(now, Math.exp(-event.deltaY / 200), px, py, width, height))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [width, height, toDrawing])

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    moved.current = 0
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (!before) return
    const others = [...pointers.current].filter(([pointer]) => pointer !== event.pointerId)
    const other = others[0]?.[1]
    const [x, y] = toDrawing(event.clientX, event.clientY)
    const [bx, by] = toDrawing(before.x, before.y)
    moved.current += Math.hypot(x - bx, y - by)
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y)
      const is = Math.hypot(event.clientX - other.x, event.clientY - other.y)
      const [mx, my] = toDrawing((event.clientX + other.x) / 2, (event.clientY + other.y) / 2)
      if (was > 0) zoom(is / was, mx, my)
    } else if (view.k > 1 && moved.current > 4) {
      if (!moving) {
        setMoving(true)
        svg.current?.setPointerCapture(event.pointerId)
      }
      move(x - bx, y - by)
    }
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onPointerEnd = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    setMoving(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, () => void> = {
      ArrowLeft: () => move(60, 0),
      ArrowRight: () => move(-60, 0),
      ArrowUp: () => move(0, 60),
      ArrowDown: () => move(0, -60),
      '+': () => zoom(1.5),
      '=': () => zoom(1.5),
      '-': () => zoom(1 / 1.5),
      '0': whole,
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  const zoomTo = (cluster: Cluster) => {
    const at = (base: number) => base / view.k
    const xs = spots.filter(spot => cluster.ids.includes(spot.id))
    const [left, right] = [Math.min(...xs.map(s => at(s.x))), Math.max(...xs.map(s => at(s.x)))]
    const [top, bottom] = [Math.min(...xs.map(s => at(s.y))), Math.max(...xs.map(s => at(s.y)))]
    const fit = Math.min(width / (right - left + 1), height / (bottom - top + 1)) * 0.6
    const k = Math.min(24, Math.max(view.k * 1.8, fit))
    setView(
      held(
        { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 },
        width,
        height,
      ),
    )
  }
  const press = (cluster: Cluster) => {
    if (moved.current > 4) return
    const only = cluster.ids.length === 1 || view.k >= 24 ? cluster.ids[0] : undefined
    if (only === undefined) zoomTo(cluster)
    else props.onSelect?.(only === props.selected ? null : only)
  }
  const onEnter = (event: KeyboardEvent, act: () => void) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    moved.current = 0
    act()
  }
  const words = (cluster: Cluster): string =>
    cluster.ids.length === 1
      ? (byId.get(cluster.ids[0] ?? '')?.label ?? '')
      : t('map.cluster', { places: cluster.ids.length, figure: unit(cluster.figure) })

  return (
    <>
      {props.list && <p>{props.list}</p>}
      {/* The keys move the whole map; what can be pressed inside has keys of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="map-box"
        ref={box}
        role="group"
        aria-label={props.label}
        aria-describedby={`${id}-help`}
        onKeyDown={onKeyDown}
      >
        {/* Dragging and pinching; the buttons and keys do the same. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <svg
          className="map"
          ref={svg}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-labelledby={`${id}-title`}
          data-zoomed={view.k > 1 ? '' : undefined}
          data-moving={moving ? '' : undefined}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
          onPointerLeave={event => !moving && onPointerEnd(event)}
          onDoubleClick={event => zoom(2, ...toDrawing(event.clientX, event.clientY))}
        >
          <title id={`${id}-title`}>{props.description ?? props.label}</title>
          <defs>
            <marker
              id={`${id}-arrow`}
              viewBox="0 0 8 8"
              refX="6"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path className="map-arrow" d="M0,0.5L7,4L0,7.5Z" />
            </marker>
          </defs>
          <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`} aria-hidden="true">
            <path className="map-grat" d={drawing.graticule} />
            <path className="map-land" d={drawing.land} />
            <path className="map-border" d={drawing.borders} />
            {routes.map(route => (
              <path
                key={route.id}
                className="map-route"
                d={`M${route.path
                  .map(([lon, lat]) =>
                    drawing
                      .at(lon, lat)
                      .map(n => n.toFixed(1))
                      .join(','),
                  )
                  .join('L')}`}
                markerEnd={`url(#${id}-arrow)`}
              />
            ))}
          </g>
          <g transform={`translate(${view.x} ${view.y})`}>
            <g aria-hidden="true">
              {drawing.names
                .filter(({ size }) => size * view.k * view.k > 500)
                .map(({ code, x, y }) => (
                  <text key={code} className="map-state" x={x * view.k} y={y * view.k}>
                    {code}
                  </text>
                ))}
            </g>
            {clusters.map(cluster => {
              const r = radiusOf(cluster.figure, largest, widest)
              const mark =
                cluster.ids.length === 1 ? byId.get(cluster.ids[0] ?? '')?.mark : String(cluster.ids.length)
              const name = words(cluster)
              return (
                <g
                  key={cluster.ids.join(' ')}
                  className="map-area"
                  role="button"
                  tabIndex={0}
                  aria-label={name}
                  aria-pressed={cluster.ids.length === 1 ? cluster.ids[0] === props.selected : undefined}
                  data-chosen={
                    props.selected != null && cluster.ids.includes(props.selected) ? '' : undefined
                  }
                  onClick={() => press(cluster)}
                  onKeyDown={event => onEnter(event, () => press(cluster))}
                  onFocus={() => setNote(name)}
                  onBlur={() => setNote('')}
                  onPointerEnter={() => setNote(name)}
                  onPointerLeave={() => setNote('')}
                >
                  <circle cx={cluster.x} cy={cluster.y} r={r} />
                  <circle className="map-reach" cx={cluster.x} cy={cluster.y} r={Math.max(12, r)} />
                  {mark && r > 8 && (
                    <text x={cluster.x} y={cluster.y + 4}>
                      {cluster.ids.length === 1 ? mark : `×${mark}`}
                    </text>
                  )}
                </g>
              )
            })}
            {signs.map(sign => {
              const [ox = 0, oy = 0] = drawing.at(sign.lon, sign.lat).map(n => n * view.k)
              const { x, y } = placing.signsAt.get(sign.id) ?? { x: ox, y: oy }
              const act = () => props.onSelect?.(sign.id === props.selected ? null : sign.id)
              const drawn = (
                <>
                  {(x !== ox || y !== oy) && <line x1={ox} y1={oy} x2={x} y2={y} />}
                  <path d={`M${x},${y - 9}l9,9l-9,9l-9,-9Z`} />
                  {sign.text && (
                    <text x={x + 12} y={y + 4}>
                      {sign.text}
                    </text>
                  )}
                </>
              )
              const say = { onFocus: () => setNote(sign.label), onBlur: () => setNote('') }
              return sign.href ? (
                <a key={sign.id} className="map-sign" href={sign.href} aria-label={sign.label} {...say}>
                  {drawn}
                </a>
              ) : (
                <g
                  key={sign.id}
                  className="map-sign"
                  role="button"
                  tabIndex={0}
                  aria-label={sign.label}
                  aria-pressed={sign.id === props.selected}
                  data-chosen={sign.id === props.selected ? '' : undefined}
                  onClick={act}
                  onKeyDown={event => onEnter(event, act)}
                  {...say}
                >
                  {drawn}
                </g>
              )
            })}
            <g aria-hidden="true">
              {routes.map(route => {
                const place = placing.routesAt.get(route.id)
                if (!place) return null
                return (
                  <text key={route.id} className="map-label" x={place.x} y={place.y}>
                    {route.label}
                  </text>
                )
              })}
            </g>
          </g>
        </svg>
        <div className="map-tools">
          <button
            type="button"
            className="button"
            data-icon
            aria-label={t('map.zoom-in')}
            onClick={() => zoom(1.5)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="button"
            data-icon
            aria-label={t('map.zoom-out')}
            onClick={() => zoom(1 / 1.5)}
          >
            <Icon name="minus" />
          </button>
          <button type="button" className="button" data-icon aria-label={t('map.reset')} onClick={whole}>
            <Icon name="whole" />
          </button>
        </div>
        <div className="map-note" aria-hidden="true">
          {note}
        </div>
      </div>
      <p className="unseen" id={`${id}-help`}>
        {t('map.help')}
      </p>
      <ul className="legend" aria-label={t('map.legend')}>
        {points.length > 0 && (
          <li>
            <Circles largest={largest} widest={widest} unit={unit} />
          </li>
        )}
        {props.legend}
      </ul>
      <p className="source">{t('map.boundaries')}</p>
    </>
  )
}
