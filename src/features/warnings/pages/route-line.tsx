import './warnings.css'
import type { ReactNode } from 'react'

/** One station of a route, in the order people travel. */
export interface Station {
  role: string
  place: ReactNode
  note?: ReactNode
  /** How one goes on from here. */
  leg?: string | undefined
  entry?: boolean
  /** Said by those found, not established. */
  claimed?: boolean
}

/** A route as stations on a line; one beneath the other where it is narrow. */
export const RouteLine = ({ stations }: { stations: readonly Station[] }) => (
  <div className="route-box">
    <ol className="route-line">
      {stations.map((station, index) => (
        <li
          key={index}
          data-kind={station.entry ? 'entry' : undefined}
          data-claimed={station.claimed ? '' : undefined}
        >
          <span className="route-role">{station.role}</span>
          <span className="route-place">{station.place}</span>
          {station.note && <span className="route-note">{station.note}</span>}
          {station.leg && <span className="route-leg">{station.leg}</span>}
        </li>
      ))}
    </ol>
  </div>
)
