import type { Leg } from './message.ts'
import type { Values } from './values.ts'

/** A place of a flight, as its LOC and DTM segments give it. */
export type Stop = { qual: string; place: string; departs: string | null; arrives: string | null }

/** One TDT with its places; `index` says where it stands in the message. */
export type Flight = { head: Leg; stops: Stop[]; index: number }

/** Splits `QQ877`, `UA0989`, `UAE12A` into carrier, number and suffix (IATA Resolution 761: two or three characters). */
export function flightOf(
  text: string,
  carrier: string,
): { carrier?: string; number?: string; suffix?: string } | null {
  const flight = text.replace(/\s+/g, '').toUpperCase()
  const own = carrier.toUpperCase()
  const rest = own && flight.startsWith(own) ? flight.slice(own.length) : null
  const parts =
    rest !== null && /^\d{1,4}[A-Z]?$/.test(rest)
      ? [flight, own, rest]
      : (/^([A-Z]{3})(\d{1,4}[A-Z]?)$/.exec(flight) ??
        /^([A-Z][A-Z0-9]|[0-9][A-Z])(\d{1,4}[A-Z]?)$/.exec(flight) ??
        /^()(\d{1,4}[A-Z]?)$/.exec(flight))
  if (!parts) return null
  const tail = /^(\d+)([A-Z]?)$/.exec(parts[2] ?? '')
  const result: { carrier?: string; number?: string; suffix?: string } = {}
  if (parts[1] || own) result.carrier = parts[1] || own
  if (tail?.[1]) result.number = tail[1]
  if (tail?.[2]) result.suffix = tail[2]
  return result
}

/**
 * The legs of one TDT: neighbouring places make a leg. A place named twice in a row (once with its arrival, once with
 * its departure) is one place; an arrival written before the departure is turned round.
 */
export function legsOf(flight: Flight, values: Values): Leg[] {
  const stops: Stop[] = []
  for (const stop of flight.stops) {
    const before = stops.at(-1)
    if (before && before.place === stop.place) {
      before.departs ??= stop.departs
      before.arrives ??= stop.arrives
    } else stops.push({ ...stop })
  }
  if (stops.length === 2 && stops[0]?.qual === '87' && stops[1]?.qual === '125') {
    values.say('leg-order')
    stops.reverse()
  }
  const legs: Leg[] = []
  for (let i = 0; i + 1 < stops.length || (i === 0 && stops.length < 2); i++) {
    const from = stops[i]
    const to = stops[i + 1]
    const leg: Leg = { ...flight.head }
    const arrivalOnly = from && !to && (from.qual === '87' || from.qual === '130')
    if (from && !arrivalOnly) {
      leg.from = from.place
      leg.fromQual = from.qual
      if (from.departs) leg.departs = from.departs
    }
    const end = arrivalOnly ? from : to
    if (end) {
      leg.to = end.place
      leg.toQual = end.qual
      if (end.arrives) leg.arrives = end.arrives
    }
    checkLeg(leg, values)
    legs.push(leg)
  }
  return legs
}

/** What a leg lacks, said once the leg is complete. */
export function checkLeg(leg: Leg, values: Values) {
  if (!leg.from || !leg.to) values.say('leg-incomplete')
  if (!leg.departs) values.say('leg-time-missing', 'departure')
  if (!leg.arrives) values.say('leg-time-missing', 'arrival')
  // Local times: an eastward flight over the date line arrives up to a day "before" it departs.
  if (leg.departs && leg.arrives && leg.departs.length === 16 && leg.arrives.length === 16) {
    const hours = (Date.parse(`${leg.arrives}Z`) - Date.parse(`${leg.departs}Z`)) / 3_600_000
    if (hours < -25) values.say('leg-times-reversed')
  }
}
