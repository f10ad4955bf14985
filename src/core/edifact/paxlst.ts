import {
  documentTypes,
  flightPlaces,
  functions,
  listKinds,
  parties,
  personPlaces,
  references,
  releases,
} from './codes.ts'
import { type Century, readDate } from './dates.ts'
import type { Leg, PassengerList, Person, TravelDocument } from './message.ts'
import { code, type RawMessage } from './messages.ts'
import { type Flight, flightOf, legsOf } from './flight.ts'
import { type Values, valuesOf, withoutTitle } from './values.ts'

/**
 * Reads a PAXLST message (WCO/IATA/ICAO guide, Appendix IIA; D.02B to D.15B): passengers, crew, progressive flights,
 * changes and close-outs. Everything is read; `withinClosedList` then keeps what the law lists. Never throws.
 */
export function readPaxlst(raw: RawMessage): PassengerList {
  const values = valuesOf(raw)
  const { say, text } = values
  const list: PassengerList = {
    kind: 'PAXLST',
    version: `${raw.version}.${raw.release}`,
    reference: raw.reference,
    interchange: raw.interchange,
    findings: values.log.list,
    list: '',
    legs: [],
    people: [],
  }
  if (raw.access) list.access = raw.access
  if (raw.part) list.part = raw.part
  const flightDay = dayOf(raw)
  const date = (element: number, century: Century) =>
    values.date(readDate(text(element, 1), text(element, 2), century, flightDay), element + 1, 2)
  let flight: Flight | null = null
  let person: Person | null = null
  let document: TravelDocument | null = null
  let documentNumber = 0
  let contact = false

  const closeFlight = () => {
    const begin = flight ? raw.segments[flight.index] : undefined
    if (flight && begin) {
      values.at(begin, flight.index + 1)
      for (const leg of legsOf(flight, values)) list.legs.push(leg)
    }
    flight = null
  }
  const closePerson = () => {
    const begin = person ? raw.segments[person.segment - 1] : undefined
    if (person && begin) {
      values.at(begin, person.segment)
      checkPerson(person, documentNumber, flightDay, values)
    }
    person = null
    document = null
    documentNumber = 0
  }

  raw.segments.forEach((segment, index) => {
    values.at(segment, index + 1)
    switch (segment.tag) {
      case 'UNH':
        if (!releases['PAXLST']?.test(list.version)) say('version-unknown', code(list.version), 2)
        return
      case 'BGM':
        list.list = text(0)
        if (text(1)) list.function = text(1)
        if (!Object.hasOwn(listKinds, list.list)) say('function-unknown', code(list.list), 1)
        if (list.function && !Object.hasOwn(functions, list.function))
          say('function-unknown', code(list.function), 2)
        return
      case 'RFF': {
        const kind = text(0)
        const value = text(0, 1)
        if (kind === 'TN' && !person) {
          list.txnRef = value
          const revision = text(0, 4) || text(0, 3)
          if (revision) list.revision = revision
          return
        }
        if (!value) return say('element-empty', 'RFF', 1)
        if (!person) {
          if (!Object.hasOwn(references, kind))
            say('qualifier-unknown', code(`RFF ${kind}`.replace(' ', '.')), 1)
          return
        }
        if (kind === 'AVF') person.pnr = value
        else if (kind === 'ABO') person.paxRef = value
        else if (kind === 'SEA') (person.seats ??= []).push({ seat: seatOf(value, values) })
        else {
          if (!Object.hasOwn(references, kind)) say('qualifier-unknown', code(`RFF.${kind}`), 1)
          ;(person.references ??= []).push({ kind, value })
        }
        return
      }
      case 'NAD': {
        const party = text(0)
        if (party === 'MS') {
          contact = true
          if (text(1)) list.contactId = text(1)
          const surname = text(3)
          const given = text(3, 1)
          if (surname || given)
            list.contact = {
              ...(surname && { surname }),
              ...(given && { given }),
              coms: list.contact?.coms ?? [],
            }
          return
        }
        closeFlight()
        closePerson()
        values.at(segment, index + 1)
        const name = segment.elements[3] ?? []
        if (name.length > 1 && name.at(-1) === '') say('component-empty-last', undefined, 4, name.length)
        if (!Object.hasOwn(parties, party)) say('qualifier-unknown', code(`NAD.${party}`), 1)
        person = personOf(party, index + 1, values)
        list.people.push(person)
        return
      }
      case 'COM': {
        const target = person ? (person.coms ??= []) : contact ? (list.contact ??= { coms: [] }).coms : []
        segment.elements.forEach((_, element) => {
          const value = text(element)
          if (value) target.push({ kind: text(element, 1), value })
        })
        return
      }
      case 'TDT': {
        closeFlight()
        values.at(segment, index + 1)
        const carrier = text(4)
        const named = text(1)
        const parts = flightOf(named, carrier)
        if (!parts) say('flight-malformed', undefined, 2)
        if (parts && !carrier) say('carrier-missing', undefined, 5)
        if (parts?.carrier && carrier && parts.carrier !== carrier.toUpperCase())
          say('carrier-differs', code(`${carrier}.${parts.carrier}`), 5)
        const head: Leg = { ...parts }
        if (text(0)) head.transport = text(0)
        if (!parts && named) head.number = named
        if (!head.carrier && carrier) head.carrier = carrier
        flight = { head, stops: [], index }
        return
      }
      case 'LOC': {
        const qual = text(0)
        const place = text(1)
        if (document && qual === '91') {
          if (!place) return say('element-empty', 'LOC', 2)
          const issuer = values.country(place, 2)
          if (issuer) document.issuer = issuer
          return
        }
        if (person) return placeOf(person, qual, place, values)
        if (!place) return say('element-empty', 'LOC', 2)
        if (flight && Object.hasOwn(flightPlaces, qual) && qual !== '188' && qual !== '172') {
          if (!/^[A-Z]{3}$/.test(place)) say('place-malformed', undefined, 2)
          flight.stops.push({ qual, place, departs: null, arrives: null })
        } else if (!Object.hasOwn(flightPlaces, qual)) say('qualifier-unknown', code(`LOC.${qual}`), 1)
        return
      }
      case 'DTM': {
        const qual = text(0)
        if (!text(0, 1)) {
          if (document && qual === '36') return
          return say('element-empty', 'DTM', 1)
        }
        if (document && (qual === '36' || qual === '182')) {
          const day = date(0, qual === '36' ? 'expiry' : 'birth')
          if (day) document[qual === '36' ? 'expires' : 'issued'] = day
        } else if (person && qual === '329') {
          const born = date(0, 'birth')
          if (born) person.dob = born
          if (born && flightDay && born > flightDay) say('birth-in-future', undefined, 1)
        } else if (flight && (qual === '189' || qual === '232')) {
          const time = date(0, 'near')
          const stop = flight.stops.at(-1)
          const key = qual === '189' ? 'departs' : 'arrives'
          if (time && stop) stop[key] ??= time
          else if (time) flight.head[key] = time
        } else if (qual !== '554') say('qualifier-unknown', code(`DTM.${qual}`), 1)
        return
      }
      case 'ATT':
        if (!person) return
        if (text(0) !== '2') return say('qualifier-unknown', code(`ATT.${text(0)}`), 1)
        {
          const sex = text(2).toUpperCase()
          if (/^[MFXU]$/.test(sex)) person.gender = sex
          else say('sex-unknown-code', undefined, 3)
        }
        return
      case 'MEA': {
        if (!person) return
        const value = Number(text(2, 1) || text(2))
        if (!Number.isFinite(value) || value < 0) return say('bags-malformed', undefined, 3)
        if (text(0) === 'CT') person.bags = value
        else if (text(0) === 'WT') person.bagWeight = { value, unit: /LB/i.test(text(2)) ? 'lb' : 'kg' }
        else say('qualifier-unknown', code(`MEA.${text(0)}`), 1)
        return
      }
      case 'GEI':
        if (person && text(0) === '4') person.verified = text(1) === '173'
        return
      case 'FTX': {
        if (!person || text(0) !== 'BAG') return
        const components = segment.elements[3]?.length ?? 0
        for (let c = 0; c < components; c += 2) {
          const number = text(3, c)
          const count = Number(text(3, c + 1) || '1')
          if (number) (person.bagTags ??= []).push({ number, count: Number.isFinite(count) ? count : 1 })
        }
        return
      }
      case 'NAT': {
        if (!person) return
        const nationality = values.country(text(1), 2)
        if (nationality) person.nationality = nationality
        return
      }
      case 'DOC': {
        if (!person) return
        documentNumber++
        document = null
        const type = text(0).toUpperCase()
        const number = text(1)
        if (!number) {
          say('document-empty', undefined, 2)
          document = { type, number: '' }
          return
        }
        if (!Object.hasOwn(documentTypes, type)) say('document-type-unknown', code(type), 1)
        document = { type, number }
        person.documents.push(document)
        return
      }
      case 'CNT': {
        closeFlight()
        closePerson()
        values.at(segment, index + 1)
        const stated = text(0, 1) || text(1)
        const total = Number(stated)
        list.totalKind = text(0)
        if (Number.isInteger(total) && stated !== '') list.total = total
        return
      }
      case 'EMP':
      case 'CTA':
      case 'AUT':
      case 'UNT':
      case '':
        return
      default:
        say('segment-unexpected', code(segment.tag))
    }
  })
  closeFlight()
  closePerson()
  checkList(list, contact, values)
  return list
}

/** The day of the flight (first departure, else first arrival, else the day the message was prepared): CCYY-MM-DD. */
function dayOf(raw: RawMessage): string | null {
  for (const qual of ['189', '232'])
    for (const segment of raw.segments) {
      if (segment.tag === 'NAD' && segment.elements[0]?.[0] !== 'MS') break
      const [dtm, value = '', format = ''] = segment.elements[0] ?? []
      if (segment.tag !== 'DTM' || dtm !== qual) continue
      const day = readDate(value, format, 'near', null).value
      if (day && day.length >= 10) return day.slice(0, 10)
    }
  const prepared = raw.interchange?.date ?? ''
  return readDate(prepared, '', 'near', null).value?.slice(0, 10) ?? null
}

function personOf(party: string, segment: number, values: Values): Person {
  const { say, text } = values
  const person: Person = { party, documents: [], segment }
  let surname = text(3)
  let given = text(3, 1)
  if (!surname && !given && text(2)) {
    // Some carriers put the name into C058, before its place.
    surname = text(2)
    given = text(2, 1)
  }
  if (!surname && !given) say('name-missing', undefined, 4)
  else if (!surname || !given) say('name-single', undefined, 4)
  const whole = `${surname}${given}${text(3, 2)}`
  if (whole !== whole.toUpperCase()) say('name-lower-case', undefined, 4)
  if (/[0-9@#_<>()[\]{}*"!%&=;|\\/]/.test(whole)) say('name-characters', undefined, 4)
  const clean = withoutTitle(given)
  if (clean.fault) say(clean.fault, clean.title, 4, 2)
  if (surname) person.surname = surname
  if (clean.given) person.given = clean.given
  if (clean.title && clean.fault === 'name-title') person.title = clean.title
  const second = withoutTitle(text(3, 2))
  if (second.fault === 'name-title') say('name-title', second.title, 4, 3)
  if (second.given) person.second = second.given
  if (second.title && second.fault === 'name-title') person.title = second.title
  const set = (key: 'street' | 'city' | 'region' | 'regionName' | 'postcode' | 'country', value: string) => {
    if (value) person[key] = value
  }
  set('street', text(4))
  set('city', text(5))
  set('region', text(6))
  set('regionName', text(6, 3))
  set('postcode', text(7))
  set('country', text(8) && (values.country(text(8), 9) ?? text(8)))
  return person
}

function placeOf(person: Person, qual: string, place: string, values: Values): void {
  const { say, text } = values
  if (!Object.hasOwn(personPlaces, qual)) return say('qualifier-unknown', code(`LOC.${qual}`), 1)
  if (qual === '180') {
    const words = [text(1, 3), text(2, 3)].filter(Boolean).join(' ')
    const where = words || [place, text(2)].filter(Boolean).join(' ')
    if (where) person.birthPlace = where
    else say('element-empty', 'LOC', 2)
    return
  }
  if (!place) return say('element-empty', 'LOC', 2)
  if (qual === '174') {
    const country = values.country(place, 2)
    if (country) person.residence = country
    return
  }
  if (!/^[A-Z]{3}$/.test(place)) say('place-malformed', undefined, 2)
  if (qual === '22') person.clearance = place
  else if (qual === '178') person.embarked = place
  else person.destination = place
}

/** `12A`, `012A`, `12 A` as `12A`; anything else is kept and reported. */
export function seatOf(text: string, values: Values): string {
  const parts = /^0*(\d{1,3})\s*([A-Z])$/.exec(text.toUpperCase())
  if (!parts) values.say('seat-malformed')
  return parts ? `${parts[1]}${parts[2]}` : text
}

function checkPerson(person: Person, documents: number, flightDay: string | null, values: Values) {
  const { say } = values
  if (!person.dob) say('birth-missing')
  if (!person.gender) say('sex-missing')
  if (!person.nationality) say('nationality-missing')
  if (documents === 0) say('document-missing')
  for (const document of person.documents) {
    if (!document.issuer) say('document-issuer-missing')
    if (!document.expires) say('document-expiry-missing')
    else if (flightDay && document.expires < flightDay) say('document-expired')
  }
}

function checkList(list: PassengerList, contact: boolean, values: Values) {
  const { say } = values
  if (!contact) say('contact-missing')
  if (list.legs.length === 0 && list.list !== '336') say('flight-missing')
  if (!list.txnRef && list.list !== '250' && list.list !== '336') say('transaction-missing')
  if (list.people.length === 0 && !/^(XF|CF|CL)/.test(list.function ?? '')) say('nobody')
  if (list.totalKind === undefined) return say('count-missing')
  if (list.total !== undefined && list.total !== list.people.length)
    say('count-differs', `${list.total} and the message names ${list.people.length}`)
}
