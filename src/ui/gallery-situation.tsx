// A page of the gallery: charts, map, timeline and a way taken, of invented figures.
import { lazy, Suspense, useState } from 'react'
import { MonthBars } from './chart.tsx'
import { usePageMarking } from './page.ts'
import { PageHead, Part } from './parts.tsx'
import { RouteDiagram } from './route-diagram.tsx'
import { Timeline } from './timeline.tsx'

const WorldMap = lazy(() => import('./map.tsx').then(({ WorldMap: component }) => ({ default: component })))

const months = Array.from({ length: 36 }, (_, index) => ({
  month: `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  value: Math.round(4000 + 3500 * Math.sin(index / 3) + ((index * 977) % 900)),
}))
const areas: [name: string, lon: number, lat: number, figure: number][] = [
  ['Off Zuwarah and Tripoli', 12.5, 33.2, 812],
  ['Gulf of Gabès and Zarzis', 10.9, 34.2, 336],
  ['Off Nouadhibou', -17.3, 20.6, 165],
  ['Off Khoms and Misrata', 14.4, 32.7, 137],
  ['Gulf of Tunis to Sfax', 10.9, 36.0, 115],
  ['South of Lampedusa', 12.5, 35.3, 101],
  ['Off Oran and Mostaganem', -0.4, 36.3, 86],
  ['Crete and Cyclades', 24.9, 35.9, 74],
  ['Strait of Gibraltar', -5.6, 35.9, 67],
  ['Evros / Meriç valley', 26.3, 41.2, 55],
]

export const Situation = () => {
  const [selected, setSelected] = useState<string | null>(null)
  const [span, setSpan] = useState<readonly [string, string] | null>(['2021-01', '2021-12'])
  usePageMarking('PUBLIC', 'Figures invented for the gallery.')
  return (
    <>
      <PageHead title="Situation">Map, timeline and list show the same selection.</PageHead>
      <Part
        title="Map"
        caption="1 948 persons dead or missing"
        end={
          <a className="link" href="#list">
            Same figures as a list
          </a>
        }
      >
        <Suspense fallback={<p>…</p>}>
          <WorldMap
            label="Map of the Mediterranean"
            extent={[-19, 19, 37, 46]}
            points={areas.map(([name, lon, lat, figure], index) => ({
              id: String(index),
              lon,
              lat,
              figure,
              mark: String(index + 1),
              label: `${index + 1}. ${name}: ${figure} dead or missing`,
            }))}
            signs={[{ id: 'w1', lon: 26, lat: 39, label: 'Warning W1', text: 'W1' }]}
            routes={[
              {
                id: 'c',
                label: 'Central Mediterranean',
                path: [
                  [13, 32.9],
                  [13.4, 35],
                  [14.2, 36.8],
                ],
              },
            ]}
            unit={figure => `${figure} persons`}
            selected={selected}
            onSelect={setSelected}
          />
        </Suspense>
        <p className="source" id="chosen-area">
          {selected === null ? '–' : (areas[Number(selected)]?.[0] ?? selected)}
        </p>
      </Part>
      <Part title="Timeline" caption="Detections by month">
        <Timeline label="Detections" data={months} span={span} onChange={setSpan} />
      </Part>
      <Part title="By route">
        <div className="multiples">
          <MonthBars title="Central Mediterranean" data={months} span={span} top={10_000} table />
          <MonthBars
            title="Western Balkan"
            data={months.map(each => ({ ...each, value: Math.round(each.value / 3) }))}
            span={span}
            top={10_000}
          />
        </div>
      </Part>
      <Part title="Route" caption="Solid: established. Broken: as stated">
        <RouteDiagram
          label="Route"
          stations={[
            {
              id: 1,
              role: 'Origin',
              place: 'AF, IR, IQ',
              note: 'Entry to TR over land',
              leg: 'by road',
              claimed: true,
            },
            { id: 2, role: 'Transit', place: 'TR Izmir, Didim', note: 'Small marinas', leg: 'by yacht' },
            { id: 3, role: 'Transit', place: 'South of EL', note: 'No port call', leg: '4–6 days' },
            {
              id: 4,
              role: 'Entry point',
              place: 'IT Calabria',
              note: 'Ionian coast',
              leg: 'by road',
              claimed: true,
              entry: true,
            },
            { id: 5, role: 'Destination, stated', place: 'DE, SE, UK' },
          ]}
        />
      </Part>
    </>
  )
}
