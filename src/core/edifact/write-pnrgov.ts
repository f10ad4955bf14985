import type { Booking, BookingList, Leg, Person } from './message.ts'
import { closed, type Sending, writeInterchange, type Written } from './writer.ts'

export type PnrgovData = Pick<BookingList, 'function' | 'legs' | 'bookings'> & {
  reference: string
  access?: string
}

/**
 * Writes PNRGOV messages (IATA PNRGOV implementation guide) with what this network reads of a booking: locator, flights,
 * travellers, document data, seats and bags. `version` is such as `11.1` or `16.1`.
 */
export function writePnrgov(sending: Sending, messages: readonly PnrgovData[], version = '16.1'): string {
  const [major = '16', minor = '1'] = version.split('.')
  const written = messages.map(message => segmentsOf(sending.sender, message, major, minor))
  const syntax = sending.syntax ?? 'IATA'
  return writeInterchange(
    { ...sending, syntax },
    { name: 'PNRGOV', agency: 'IA', version: major, release: minor },
    written,
  )
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
/** `2013-06-21` as `210613`; `T09:00` apart as `0900`. */
const day = (date: string) => `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}`
const clock = (time: string) => time.slice(11).replace(':', '')
/** `1976-05-30` as `30MAY76`, the form of SSR DOCS. */
const docsDay = (date: string | undefined) =>
  date?.length === 10
    ? `${date.slice(8)}${months[Number(date.slice(5, 7)) - 1] ?? ''}${date.slice(2, 4)}`
    : ''

function flight(leg: Leg): Written {
  return [
    'TVL',
    [
      leg.departs ? day(leg.departs) : '',
      leg.departs ? clock(leg.departs) : '',
      leg.arrives ? day(leg.arrives) : '',
      leg.arrives ? clock(leg.arrives) : '',
    ],
    leg.from ?? '',
    leg.to ?? '',
    leg.carrier ?? '',
    `${leg.number ?? ''}${leg.suffix ?? ''}`,
  ]
}

function segmentsOf(sender: string, data: PnrgovData, major: string, minor: string): Written[] {
  const out: Written[] = [
    ['UNH', data.reference, ['PNRGOV', major, minor, 'IA'], data.access ?? ''],
    ['MSG', ['', data.function ?? '22']],
    ['ORG', sender],
    ...data.legs.map(flight),
    ['EQN', String(data.bookings.length)],
  ]
  for (const booking of data.bookings) out.push(...bookingSegments(sender, booking))
  return closed(out, data.reference)
}

function bookingSegments(sender: string, booking: Booking): Written[] {
  const out: Written[] = [
    ['SRC'],
    ['RCI', [sender, booking.pnr ?? '', '', booking.booked ? day(booking.booked) : '']],
  ]
  booking.people.forEach((person, index) => {
    const reference = person.paxRef ?? String(index + 1)
    out.push(['TIF', person.surname ?? '', [person.given ?? '', person.party, reference]])
    out.push(...docs(sender, person, reference))
  })
  for (const leg of booking.legs) {
    out.push(flight(leg))
    const seats = booking.people.flatMap((person, index) =>
      (person.seats ?? [])
        .filter(seat => (!seat.from || seat.from === leg.from) && (!seat.to || seat.to === leg.to))
        .map(seat => [seat.seat, '', person.paxRef ?? String(index + 1)]),
    )
    if (seats.length > 0)
      out.push([
        'SSR',
        ['SEAT', 'HK', String(seats.length), sender, '', '', leg.from ?? '', leg.to ?? ''],
        ...seats,
      ])
  }
  booking.people.forEach((person, index) => {
    if (person.bags === undefined) return
    out.push(['TRI', '', ['', '', '', person.paxRef ?? String(index + 1)]])
    out.push([
      'TIF',
      person.surname ?? '',
      [person.given ?? '', person.party, person.paxRef ?? String(index + 1)],
    ])
    const weight = person.bagWeight
    const unit = weight?.unit === 'lb' ? '701' : '700'
    out.push(['TBD', '', weight ? [String(person.bags), String(weight.value), unit] : [String(person.bags)]])
  })
  return out
}

function docs(sender: string, person: Person, reference: string): Written[] {
  const sex = person.gender ? `${person.gender}${person.party === 'IN' ? 'I' : ''}` : ''
  const documents = person.documents.length > 0 ? person.documents : person.dob ? [undefined] : []
  return documents.map(document => {
    const parts = [
      document?.type ?? '',
      document?.issuer ?? '',
      document?.number ?? '',
      person.nationality ?? '',
      docsDay(person.dob),
      sex,
      docsDay(document?.expires),
      person.surname ?? '',
      person.given ?? '',
    ]
    if (person.second) parts.push(person.second)
    return ['SSR', ['DOCS', 'HK', '1', sender, '', '', '', '', `/${parts.join('/')}`], ['', '', reference]]
  })
}
