import type { Leg, PassengerList, Person } from './message.ts'
import { closed, type Sending, writeInterchange, type Written } from './writer.ts'

export type PaxlstData = Pick<
  PassengerList,
  | 'list'
  | 'function'
  | 'txnRef'
  | 'revision'
  | 'contact'
  | 'contactId'
  | 'legs'
  | 'people'
  | 'total'
  | 'totalKind'
> & { reference: string; access?: string; part?: { sequence: string; status: string } }

/**
 * Writes PAXLST messages (WCO/IATA/ICAO guide, Appendix IIA) in one interchange. `release` is the directory, such as
 * `02B` or `15B`. What `readPaxlst` reads is what was written; dates are CCYY-MM-DD, times CCYY-MM-DDTHH:MM.
 */
export function writePaxlst(sending: Sending, messages: readonly PaxlstData[], release = '15B'): string {
  const written = messages.map(message => segmentsOf(message, release))
  return writeInterchange(sending, { name: 'PAXLST', agency: 'UN', version: 'D', release }, written)
}

const short = (day: string) => day.slice(2).replace(/-/g, '')
const minute = (time: string) => short(time.slice(0, 10)) + time.slice(11).replace(':', '')

function segmentsOf(data: PaxlstData, release: string): Written[] {
  const part = data.part ? [data.part.sequence, data.part.status] : ''
  const out: Written[] = [
    ['UNH', data.reference, ['PAXLST', 'D', release, 'UN', 'IATA'], data.access ?? '', part],
    ['BGM', data.list, data.function ?? ''],
  ]
  if (data.txnRef) out.push(['RFF', ['TN', data.txnRef, '', '', data.revision ?? '']])
  if (data.contact || data.contactId) {
    out.push([
      'NAD',
      'MS',
      data.contactId ?? '',
      '',
      [data.contact?.surname ?? '', data.contact?.given ?? ''],
    ])
    if (data.contact?.coms.length) out.push(['COM', ...data.contact.coms.map(c => [c.value, c.kind])])
  }
  for (const leg of data.legs) out.push(...legSegments(leg))
  for (const person of data.people) out.push(...personSegments(person))
  out.push([
    'CNT',
    [data.totalKind ?? (data.list === '250' ? '41' : '42'), String(data.total ?? data.people.length)],
  ])
  return closed(out, data.reference)
}

function legSegments(leg: Leg): Written[] {
  const carrier = leg.carrier ?? ''
  const out: Written[] = [
    ['TDT', leg.transport ?? '20', `${carrier}${leg.number ?? ''}${leg.suffix ?? ''}`, '', '', carrier],
  ]
  if (leg.from) out.push(['LOC', leg.fromQual ?? '125', leg.from])
  if (leg.departs) out.push(['DTM', ['189', minute(leg.departs), '201']])
  if (leg.to) out.push(['LOC', leg.toQual ?? '87', leg.to])
  if (leg.arrives) out.push(['DTM', ['232', minute(leg.arrives), '201']])
  return out
}

/** A birth date on which less is known, or a hundred years back or more, needs all four digits of its year. */
const birth = (day: string): string[] =>
  day.length === 10
    ? ['329', day.replace(/-/g, ''), '102']
    : day.length === 7
      ? ['329', day.replace('-', ''), '610']
      : ['329', day, '602']

function personSegments(person: Person): Written[] {
  const out: Written[] = [
    [
      'NAD',
      person.party,
      '',
      '',
      [person.surname ?? '', person.given ?? '', person.second ?? ''],
      person.street ?? '',
      person.city ?? '',
      [person.region ?? '', '', '', person.regionName ?? ''],
      person.postcode ?? '',
      person.country ?? '',
    ],
  ]
  if (person.gender) out.push(['ATT', '2', '', person.gender])
  if (person.dob) out.push(['DTM', birth(person.dob)])
  if (person.bags !== undefined) out.push(['MEA', 'CT', '', ['', String(person.bags)]])
  if (person.bagWeight)
    out.push([
      'MEA',
      'WT',
      '',
      [person.bagWeight.unit === 'lb' ? 'LBR' : 'KGM', String(person.bagWeight.value)],
    ])
  if (person.verified !== undefined) out.push(['GEI', '4', person.verified ? '173' : '174'])
  for (const tag of person.bagTags ?? []) out.push(['FTX', 'BAG', '', '', [tag.number, String(tag.count)]])
  const places: [string, string | undefined][] = [
    ['22', person.clearance],
    ['174', person.residence],
    ['178', person.embarked],
    ['179', person.destination],
  ]
  for (const [qual, place] of places) if (place) out.push(['LOC', qual, place])
  if (person.birthPlace) out.push(['LOC', '180', ['', '', '', person.birthPlace]])
  if (person.coms?.length) out.push(['COM', ...person.coms.map(c => [c.value, c.kind])])
  if (person.nationality) out.push(['NAT', '2', person.nationality])
  if (person.pnr) out.push(['RFF', ['AVF', person.pnr]])
  if (person.paxRef) out.push(['RFF', ['ABO', person.paxRef]])
  for (const seat of person.seats ?? []) out.push(['RFF', ['SEA', seat.seat]])
  for (const reference of person.references ?? []) out.push(['RFF', [reference.kind, reference.value]])
  for (const document of person.documents) {
    out.push(['DOC', document.type, document.number])
    if (document.expires) out.push(['DTM', ['36', document.expires.replace(/-/g, ''), '102']])
    if (document.issued) out.push(['DTM', ['182', document.issued.replace(/-/g, ''), '102']])
    if (document.issuer) out.push(['LOC', '91', document.issuer])
  }
  return out
}
