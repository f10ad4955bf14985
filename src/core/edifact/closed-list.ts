import { type FindingCode, findingLog } from './finding.ts'
import type { BookingList, Leg, Message, PassengerList, Person, TravelDocument } from './message.ts'

/**
 * The closed list of advance passenger information: Regulations (EU) 2025/12 and 2025/13. Surname and given names, date
 * of birth, sex, nationality; type, number, issuing country and expiry of the travel document; PNR record locator; seat;
 * number and weight of bags. Of the flight: its number, the border crossing point of entry, airports, the initial point
 * of embarkation, local dates and times, the carrier's contact. `party`, `paxRef` and `segment` are no data about the
 * person: they say passenger or crew, let the carrier be answered, and show where in the message the person stands.
 */
export const keptOfPerson = [
  'party',
  'surname',
  'given',
  'second',
  'dob',
  'gender',
  'nationality',
  'documents',
  'pnr',
  'paxRef',
  'seats',
  'bags',
  'bagWeight',
  'clearance',
  'embarked',
  'segment',
] as const satisfies (keyof Person)[]
export const keptOfDocument = [
  'type',
  'number',
  'issuer',
  'expires',
] as const satisfies (keyof TravelDocument)[]
export const keptOfLeg = [
  'carrier',
  'number',
  'suffix',
  'transport',
  'from',
  'fromQual',
  'to',
  'toQual',
  'departs',
  'arrives',
  'codeshare',
] as const satisfies (keyof Leg)[]

/** Documents that are not travel documents: a visa is not on the list. */
const notForTravel: ReadonlySet<string> = new Set(['V'])

/** What each dropped element is called in the finding. */
const spoken: Readonly<Record<string, string>> = {
  title: 'title',
  bagTags: 'bag tags',
  verified: 'how the data was captured',
  destination: 'destination',
  residence: 'residence',
  birthPlace: 'place of birth',
  street: 'address',
  city: 'address',
  region: 'address',
  regionName: 'address',
  postcode: 'address',
  country: 'address',
  coms: 'telephone and e-mail of the person',
  references: 'other references',
}

/**
 * Keeps of a message what the closed list names and nothing else; each kind of data that was left out is said once,
 * with how many people it concerned and never what it was. The argument is not changed. CUSRES holds no data beyond
 * references and the State's own answer and passes as it is.
 */
export function withinClosedList(message: Message): Message {
  if (message.kind === 'PAXLST') return keepList(message)
  if (message.kind === 'PNRGOV') return keepBookings(message)
  return message
}

function keepList(list: PassengerList): PassengerList {
  const dropped = new Dropped('NAD')
  const people = list.people.map(person => keepPerson(person, dropped))
  return {
    ...list,
    people,
    legs: list.legs.map(keepLeg),
    findings: [...list.findings, ...dropped.findings()],
  }
}

function keepBookings(list: BookingList): BookingList {
  const dropped = new Dropped('TIF')
  const bookings = list.bookings.map(({ pnr, people, legs, segment }) => ({
    ...(pnr !== undefined && { pnr }),
    people: people.map(person => keepPerson(person, dropped)),
    legs: legs.map(keepLeg),
    segment,
  }))
  const said = dropped.findings()
  const dated = list.bookings.find(booking => booking.booked !== undefined)
  if (dated)
    findingLog(said).add('element-dropped', { segment: dated.segment, tag: 'RCI' }, 'date of booking')
  return { ...list, bookings, legs: list.legs.map(keepLeg), findings: [...list.findings, ...said] }
}

/** Copies the named properties that are there. */
function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const kept: Partial<Pick<T, K>> = {}
  for (const key of keys) if (from[key] !== undefined) kept[key] = from[key]
  return kept
}

const keepLeg = (leg: Leg): Leg => pick(leg, keptOfLeg)

function keepPerson(person: Person, dropped: Dropped): Person {
  const kept: ReadonlySet<string> = new Set(keptOfPerson)
  const lost = new Set<string>()
  for (const key of Object.keys(person))
    if (!kept.has(key)) lost.add((Object.hasOwn(spoken, key) && spoken[key]) || 'other data')
  const documents: TravelDocument[] = []
  for (const document of person.documents) {
    if (notForTravel.has(document.type)) lost.add('visa')
    else documents.push({ type: document.type, number: document.number, ...pick(document, keptOfDocument) })
    if (document.issued) lost.add('date of issue')
  }
  for (const what of lost) dropped.add(what, person.segment)
  return { party: person.party, segment: person.segment, ...pick(person, keptOfPerson), documents }
}

class Dropped {
  readonly #tag: string
  readonly #counts = new Map<string, { people: number; segment: number }>()

  constructor(tag: string) {
    this.#tag = tag
  }

  add(what: string, segment: number) {
    const known = this.#counts.get(what)
    if (known) known.people++
    else this.#counts.set(what, { people: 1, segment })
  }

  findings() {
    const log = findingLog()
    const code: FindingCode = 'element-dropped'
    for (const [what, { people, segment }] of this.#counts)
      log.add(code, { segment, tag: this.#tag }, `${what}, ${people} ${people === 1 ? 'person' : 'people'}`)
    return log.list
  }
}
