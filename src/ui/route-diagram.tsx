import './route-diagram.css'
import type { ReactNode } from 'react'
import { useText } from './i18n.ts'

/** A station of a route; `leg` and `claimed` say how one goes on from it, and whether that is only stated. */
export interface Station {
  id: string | number
  /** Origin, transit, entry point, destination: in the reader's language. */
  role: ReactNode
  place: ReactNode
  note?: ReactNode
  leg?: ReactNode
  claimed?: boolean
  /** The entry into the area: a lozenge. */
  entry?: boolean
}

/** A route as stations on a line, across where there is room, else downwards. */
export const RouteDiagram = ({ label, stations }: { label: string; stations: readonly Station[] }) => {
  const t = useText()
  return (
    <div className="route-box">
      <ol className="route" aria-label={label}>
        {stations.map(station => (
          <li
            key={station.id}
            data-kind={station.entry ? 'entry' : undefined}
            data-claimed={station.claimed ? '' : undefined}
          >
            <span className="route-role">{station.role}</span>
            <span className="route-place">{station.place}</span>
            {station.note && <span className="route-note">{station.note}</span>}
            {station.leg && <span className="route-leg">{station.leg}</span>}
            {station.claimed && <span className="unseen"> {t('route.claimed')}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
