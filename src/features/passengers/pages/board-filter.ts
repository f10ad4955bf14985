import { fold } from '#ui/fold.ts'
import { flightStates, type Flight } from '../model.ts'

export const periods = ['ahead', 'soon', 'today', 'left', 'all'] as const
export type Period = (typeof periods)[number]

export interface BoardFilter {
  period: Period
  carrier: string
  state: Flight['state'] | ''
  words: string
}

const hour = 3_600_000

/** `2026-11-22`: the day of a moment in a zone. */
const dayIn = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment)

/** What has left still belongs on the board while somebody must act on it: its list is late, or a decision is waiting. */
const stillOpen = ({ state, toReview }: Flight): boolean => state === 'late' || toReview > 0

const inPeriod = (flight: Flight, period: Period, now: Date, zone: string): boolean => {
  const at = flight.departsAt === null ? null : Date.parse(flight.departsAt)
  if (period === 'all' || at === null) return true
  const left = at < now.getTime()
  if (period === 'left') return left
  if (period === 'today') return dayIn(new Date(at), zone) === dayIn(now, zone)
  if (period === 'soon') return !left && at <= now.getTime() + 3 * hour
  return !left || stillOpen(flight)
}

/** The flights that a filter shows, in the order given. `zone` is the viewer's, for what today is. */
export const shownFlights = (
  flights: readonly Flight[],
  { period, carrier, state, words }: BoardFilter,
  now: Date,
  zone: string,
): Flight[] => {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return flights.filter(
    flight =>
      inPeriod(flight, period, now, zone) &&
      (!carrier || flight.carrierCode === carrier) &&
      (!state || flight.state === state) &&
      wanted.every(word =>
        fold(
          `${flight.number} ${flight.number.replace(' ', '')} ${flight.from} ${flight.to} ${flight.carrierName}`,
        ).includes(word),
      ),
  )
}

/** The flights that have not left and on which somebody still waits for a decision, the next to leave first. */
export const waitingFlights = (flights: readonly Flight[], now: Date): Flight[] =>
  flights
    .filter(
      ({ toReview, departsAt, state }) =>
        toReview > 0 &&
        state !== 'cancelled' &&
        (departsAt === null || Date.parse(departsAt) >= now.getTime()),
    )
    .toSorted((a, b) => Date.parse(a.departsAt ?? '9999-01-01') - Date.parse(b.departsAt ?? '9999-01-01'))

/** Reads a filter from an address; what is not understood is left out. */
export const readBoard = (search: string): BoardFilter => {
  // Addresses are written by the router, which puts text that looks like JSON in quotes.
  const said = (name: string) => (new URLSearchParams(search).get(name) ?? '').replace(/^"(.*)"$/, '$1')
  return {
    period: periods.find(each => each === said('period')) ?? 'ahead',
    carrier: /^[A-Z0-9]{2,3}$/.exec(said('carrier'))?.[0] ?? '',
    state: flightStates.find(each => each === said('state')) ?? '',
    words: said('words').slice(0, 80),
  }
}

export const boardAddress = ({ period, ...rest }: BoardFilter): string => {
  const said = new URLSearchParams(
    Object.entries({ ...rest, ...(period !== 'ahead' && { period }) }).filter(([, value]) => value !== ''),
  )
  return said.size ? `/passengers?${said}` : '/passengers'
}
