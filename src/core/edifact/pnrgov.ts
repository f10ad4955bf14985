import { releases } from './codes.ts'
import { readDayMonthYear } from './dates.ts'
import { type DocsData, readDocs } from './docs.ts'
import type { Booking, BookingList, Leg, Person } from './message.ts'
import { code, type RawMessage } from './messages.ts'
import { checkLeg } from './flight.ts'
import { type Values, valuesOf, withoutTitle } from './values.ts'
import { seatOf } from './paxlst.ts'

/**
 * Segments of PNRGOV that hold what the closed list of API data does not: they are reported, by what they are about,
 * and not taken in. The segments themselves stay in the raw message until the message is deleted.
 */
const outside: Readonly<Record<string, string>> = {
  ADD: 'addresses',
  FTI: 'frequent flyer',
  IFT: 'free text',
  FOP: 'form of payment',
  MON: 'fare',
  TKT: 'ticket',
  PTK: 'ticketing',
  TXD: 'taxes',
  EBD: 'excess baggage charge',
  FAR: 'fare type',
  LTS: 'history text',
  ABI: 'history',
}

/** SSR codes whose elements are seats: assigned, requested, and the older ones by smoking (IATA AIRIMP). */
const seatServices = new Set(['SEAT', 'RQST', 'NSST', 'NSSA', 'NSSB', 'NSSW', 'SMST', 'SMSA', 'SMSB', 'SMSW'])

const silent = new Set([
  'UNT',
  'MSG',
  'ORG',
  'DAT',
  'REF',
  'RPI',
  'APD',
  'TRA',
  'SAC',
  'MSD',
  'RCI',
  'RPI',
  'TRI',
  '',
])

/**
 * Reads a PNRGOV message (IATA PNRGOV implementation guide 11.1 to 16.1; 10.1 reads the same): the flight, and of each
 * booking its locator, flights, travellers and what SSR DOCS, SEAT, SSD and TBD say about each. History (from ABI) is
 * passed over. Never throws.
 */
export function readPnrgov(raw: RawMessage): BookingList {
  const values = valuesOf(raw)
  const { say, text } = values
  const list: BookingList = {
    kind: 'PNRGOV',
    version: `${raw.version}.${raw.release}`,
    reference: raw.reference,
    interchange: raw.interchange,
    findings: values.log.list,
    legs: [],
    bookings: [],
  }
  if (raw.access) list.access = raw.access
  if (raw.part) list.part = raw.part
  let booking: Booking | null = null
  let traveller: Person | null = null
  let leg: Leg | null = null
  let history = false
  let flightDay: string | null = null
  const dropped: Dropped = new Map()
  const pending: PendingDocs[] = []

  raw.segments.forEach((segment, index) => {
    values.at(segment, index + 1)
    if (segment.tag === 'SRC') {
      history = false
      traveller = null
      leg = null
      booking = { people: [], legs: [], segment: index + 1 }
      list.bookings.push(booking)
      return
    }
    if (segment.tag === 'ABI') history = true
    const about = outside[segment.tag]
    if (about) drop(dropped, about, index)
    if (history || about) return
    switch (segment.tag) {
      case 'UNH':
        if (!releases['PNRGOV']?.test(list.version)) say('version-unknown', code(list.version), 2)
        return
      case 'MSG':
        if (!list.function && text(0, 1)) list.function = text(0, 1)
        return
      case 'EQN':
        if (!booking && /^\d+$/.test(text(0))) list.total = Number(text(0))
        return
      case 'TVL': {
        // The operating flight of a codeshare follows in a TVL with a number only.
        if (leg && !text(0) && !text(1) && text(4)) {
          const marketed = leg.number
          leg.codeshare = { carrier: leg.carrier ?? '', number: marketed ?? '' }
          leg.number = text(4)
          const operating = operator(list, leg)
          if (operating) leg.carrier = operating
          return
        }
        leg = flightLeg(values)
        if (!booking) {
          list.legs.push(leg)
          flightDay = leg.departs?.slice(0, 10) ?? leg.arrives?.slice(0, 10) ?? null
          checkLeg(leg, values)
        } else booking.legs.push(leg)
        return
      }
      case 'RCI':
        if (booking && !booking.pnr) {
          if (text(0, 1)) booking.pnr = text(0, 1)
          const booked = values.date(readDayMonthYear(bookingDate(text(0, 3), text(0, 2)), ''), 1)
          if (booked) booking.booked = booked
        }
        return
      case 'TIF': {
        if (!booking) return say('segment-unexpected', 'TIF')
        if (text(0, 1) === 'G') {
          // The name of a group is no person's.
          traveller = null
          return drop(dropped, 'name of a group', index)
        }
        const reference = text(1, 2)
        const surname = text(0)
        traveller =
          booking.people.find(p =>
            reference && p.paxRef
              ? p.paxRef === reference
              : p.surname === surname && alike(p.given, withoutTitle(text(1)).given),
          ) ?? null
        if (!traveller) {
          traveller = travellerOf(index + 1, values)
          booking.people.push(traveller)
        }
        return
      }
      case 'SSR':
        if (!booking) return
        if (text(0) === 'DOCS') {
          const docs = readDocs(serviceText(values), flightDay, values)
          if (docs) pending.push({ booking, traveller, reference: text(1, 2), docs, index })
        } else if (seatServices.has(text(0)) && text(1)) seatsOf(booking, segment.elements.length, values)
        else {
          const address = text(0) === 'DOCA' || text(0) === 'DOCO'
          drop(dropped, address ? 'addresses and visas' : 'special services', index)
        }
        return
      case 'SSD':
        if (traveller && text(0)) addSeat(traveller, text(0), leg, values)
        return
      case 'TBD':
        if (traveller) bagsOf(traveller, values)
        return
      default:
        if (!silent.has(segment.tag)) say('segment-unexpected', code(segment.tag))
    }
  })

  // Travellers may be named after the data about them, so data is tied to people at the end.
  const go = (index: number) => {
    const segment = raw.segments[index]
    if (segment) values.at(segment, index + 1)
  }
  for (const { booking, traveller, reference, docs, index } of pending) {
    go(index)
    const person = whose(booking, traveller, reference, docs)
    if (person) mergeDocs(person, docs, values)
    else say('traveller-unlinked')
  }
  for (const [about, { count, first }] of dropped) {
    go(first)
    say('element-dropped', `${about}, ${count} segments`)
  }
  go(0)
  if (list.legs.length === 0) say('flight-missing')
  if (list.bookings.length === 0) say('nobody')
  const people = list.bookings.reduce((sum, one) => sum + one.people.length, 0)
  if (list.total !== undefined && list.total !== list.bookings.length && list.total !== people)
    say(
      'pnr-count',
      `${list.total} where the message has ${list.bookings.length} bookings of ${people} people`,
    )
  for (const one of list.bookings) {
    go(one.segment - 1)
    if (!one.pnr) say('locator-missing')
    if (one.people.length === 0) say('nobody')
    for (const person of one.people) {
      go(person.segment - 1)
      if (one.pnr) person.pnr = one.pnr
      if (!person.dob) say('birth-missing')
      if (!person.nationality) say('nationality-missing')
      if (person.documents.length === 0) say('document-missing')
    }
  }
  return list
}

type Dropped = Map<string, { count: number; first: number }>
type PendingDocs = {
  booking: Booking
  traveller: Person | null
  reference: string
  docs: DocsData
  index: number
}

function drop(dropped: Dropped, about: string, index: number) {
  const known = dropped.get(about)
  if (known) known.count++
  else dropped.set(about, { count: 1, first: index })
}

/** RCI gives a date and a time in either order of the last two components, by sender. */
const bookingDate = (fourth: string, third: string): string => (/^\d{6}$/.test(third) ? third : fourth)

/** TVL: C310 dates and times (departure, arrival), places, carriers (marketing, operating), flight number and class. */
function flightLeg(values: Values): Leg {
  const { text } = values
  const leg: Leg = {}
  const departs = values.date(readDayMonthYear(text(0, 0), text(0, 1)), 1, 1)
  // `280918:1220:1505`: with three components the third is the time of arrival on the same day.
  const short = /^\d{4}$/.test(text(0, 2))
  const arrives = short
    ? values.date(readDayMonthYear(text(0, 0), text(0, 2)), 1, 3)
    : values.date(readDayMonthYear(text(0, 2) || text(0, 0), text(0, 3)), 1, 3)
  if (departs) leg.departs = departs
  if (arrives && (text(0, 3) || text(0, 2))) leg.arrives = arrives
  if (text(1)) leg.from = text(1)
  if (text(2)) leg.to = text(2)
  if (text(3)) leg.carrier = text(3, 1) || text(3)
  const flight = /^(\d{1,4})([A-Z]?)$/.exec(text(4))
  if (text(4)) leg.number = flight?.[1] ?? text(4)
  if (flight?.[2]) leg.suffix = flight[2]
  if (text(3, 1)) leg.codeshare = { carrier: text(3), number: text(4) }
  return leg
}

/** The operating carrier: named in the leg, or that of the reported flight where the route is the same. */
function operator(list: BookingList, leg: Leg): string | undefined {
  if (leg.codeshare && leg.carrier !== leg.codeshare.carrier) return leg.carrier
  const reported = list.legs[0]
  return reported && reported.from === leg.from && reported.to === leg.to ? reported.carrier : leg.carrier
}

/** TIF: C322 family name (a `G` or `I` behind it says group or individual), C324 given name, type, reference, infant. */
function travellerOf(segment: number, values: Values): Person {
  const { say, text } = values
  const person: Person = { party: text(1, 1) || 'A', documents: [], segment }
  const surname = text(0)
  const clean = withoutTitle(text(1))
  if (clean.fault) say(clean.fault, clean.title, 2, 1)
  if (surname) person.surname = surname
  if (clean.given) person.given = clean.given
  if (clean.title && clean.fault === 'name-title') person.title = clean.title
  if (text(1, 2)) person.paxRef = text(1, 2)
  if (!surname) say('name-missing', undefined, 1)
  else if (!clean.given) say('name-single', undefined, 2)
  return person
}

function seatsOf(booking: Booking, elements: number, values: Values) {
  const { say, text } = values
  const leg = { from: text(0, 6), to: text(0, 7) }
  for (let element = 1; element < elements; element++) {
    const seat = text(element)
    const reference = text(element, 2)
    const person = reference ? booking.people.find(p => p.paxRef === reference) : onlyOne(booking)
    if (!seat) continue
    if (person) addSeat(person, seat, leg, values)
    else say('traveller-unlinked', undefined, element + 1)
  }
}

/** The free text of an SSR: its ninth component, or the first that begins with a stroke. */
function serviceText(values: Values): string {
  for (let component = 4; component < 12; component++) {
    const part = values.text(0, component)
    if (part.includes('/')) return part
  }
  return values.text(0, 8)
}

/** Whom document data is about: the reference given, else the names in it, else the traveller it stands under. */
function whose(booking: Booking, traveller: Person | null, reference: string, docs: DocsData): Person | null {
  if (reference) {
    const referred = booking.people.find(p => p.paxRef === reference)
    // Infants share the reference of the adult who carries them, so the given name has to agree as well.
    if (referred && (!docs.infant || referred.party === 'IN')) return referred
  }
  const named = booking.people.find(p => p.surname === docs.surname && alike(p.given, docs.given))
  if (named) return named
  if (docs.infant) return booking.people.find(p => p.party === 'IN') ?? null
  return traveller ?? onlyOne(booking)
}

const onlyOne = (booking: Booking): Person | null =>
  booking.people.length === 1 ? (booking.people[0] ?? null) : null

const letters = (text: string | undefined) => (text ?? '').toUpperCase().replace(/[^A-Z]/g, '')
const alike = (a: string | undefined, b: string | undefined) => {
  const [x, y] = [letters(a), letters(b)]
  return x !== '' && y !== '' && (x.startsWith(y) || y.startsWith(x))
}

function mergeDocs(person: Person, docs: DocsData, values: Values) {
  if (docs.document) {
    const { type, number } = docs.document
    const known = person.documents.find(d => d.type === type && d.number === number)
    if (known) Object.assign(known, docs.document)
    else person.documents.push(docs.document)
  }
  if (docs.dob) person.dob = docs.dob
  if (docs.gender) person.gender = docs.gender
  if (docs.nationality) person.nationality = docs.nationality
  // The document's own names are closer to the passport than those of the booking.
  if (docs.surname && docs.given) {
    if (letters(person.surname) !== letters(docs.surname) || !alike(person.given, docs.given))
      values.say('names-differ')
    // A line break in the document data leaves a blank in the name; the traveller's own spelling then stands.
    if (letters(person.surname) !== letters(docs.surname)) person.surname = docs.surname
    person.given = docs.given
    if (docs.second) person.second = docs.second
  }
}

function addSeat(person: Person, text: string, leg: { from?: string; to?: string } | null, values: Values) {
  if (/^X+$/.test(text)) return
  const seat = {
    seat: seatOf(text, values),
    ...(leg?.from && { from: leg.from }),
    ...(leg?.to && { to: leg.to }),
  }
  person.seats ??= []
  if (!person.seats.some(s => s.seat === seat.seat && s.from === seat.from && s.to === seat.to))
    person.seats.push(seat)
}

/** TBD: C675 pieces, weight, unit (700 kilograms, 701 pounds); bag tags follow and are outside the closed list. */
function bagsOf(person: Person, values: Values) {
  const { say, text } = values
  const pieces = text(1)
  if (!pieces) return
  const count = Number(pieces)
  if (!Number.isInteger(count) || count < 0) return say('bags-malformed', undefined, 2)
  person.bags = count
  const weight = Number(text(1, 1))
  if (text(1, 1) && Number.isFinite(weight))
    person.bagWeight = { value: weight, unit: text(1, 2) === '701' ? 'lb' : 'kg' }
}
