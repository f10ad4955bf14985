import { createHash } from 'node:crypto'
import { withinClosedList } from '#core/edifact/closed-list.ts'
import type { Finding as EdifactFinding } from '#core/edifact/finding.ts'
import { interpret } from '#core/edifact/interpret.ts'
import type { Leg, Message, Person } from '#core/edifact/message.ts'
import { createMessageReader, type RawMessage } from '#core/edifact/messages.ts'
import { readMrz } from '#core/mrz/read.ts'
import type { Document, Finding, Passenger } from './model.ts'
import type { SentList } from './sent.ts'

/** What one message says, in this feature's words: of the closed list only, whatever else was in it. */
export interface Announced {
  kind: 'PAXLST' | 'PNRGOV' | 'CUSRES' | 'JSON' | 'hand' | 'unknown'
  /** What it does to the list of the flight. `expects`: it is to come, and nothing is on it yet. */
  does: 'adds' | 'expects' | 'removes' | 'closes' | 'names-absent' | 'changes-flight' | 'cancels-flight'
  flight: AnnouncedFlight | null
  people: AnnouncedPerson[]
  passengersTotal: number | null
  crewTotal: number | null
  /** RFF+TN: what the answer is tied to. */
  transaction: string | null
  access: string
  part: number | null
  final: boolean
  findings: Finding[]
  /** Of a CUSRES: the transactions it acknowledges. */
  acknowledges: string[]
}

export interface AnnouncedFlight {
  carrier: string
  number: string
  suffix: string
  from: string
  to: string
  stops: string[]
  departs: string | null
  arrives: string | null
}

export type AnnouncedPerson = Pick<
  Passenger,
  'kind' | 'family' | 'given' | 'birth' | 'sex' | 'nationality' | 'seat' | 'pnr' | 'bags' | 'bagWeight'
> & {
  key: string
  paxRef: string | null
  embarked: string | null
  crossingPoint: string | null
  documents: Document[]
  /** Documents (from 1) of which a check digit was given and is wrong. */
  misread: number[]
}

/** What was sent, and the reference that identifies it to its sender; null where there is none. */
export interface Read {
  said: Announced[]
  control: string | null
}

/** The reference of an interchange, without reading all of it. */
export function controlOf(content: Uint8Array): string | null {
  const reader = createMessageReader()
  const [first] = [...reader.push(content.subarray(0, 8192)), ...reader.end()]
  return referenceOf(first)
}

const referenceOf = (raw: RawMessage | undefined): string | null =>
  raw?.interchange?.reference.slice(0, 70) || null

const chunk = 64 * 1024

/** Reads an interchange piece by piece, so that a large one does not hold up everybody else. */
export async function readEdifact(content: Uint8Array): Promise<Read> {
  const reader = createMessageReader()
  const said: Announced[] = []
  let control: string | null = null
  const take = (raw: RawMessage): void => {
    if (said.length === 0) control = referenceOf(raw)
    said.push(announced(interpret(raw)))
  }
  for (let at = 0; at < content.length; at += chunk) {
    if (at > 0) await new Promise(resolve => setImmediate(resolve))
    for (const raw of reader.push(content.subarray(at, at + chunk))) take(raw)
  }
  for (const raw of reader.end()) take(raw)
  return { said, control }
}

const does: Readonly<Record<string, Announced['does']>> = {
  XR: 'removes',
  RP: 'removes',
  CL: 'closes',
  CLOB: 'closes',
  CLNB: 'names-absent',
  CF: 'changes-flight',
  XF: 'cancels-flight',
}

export function announced(message: Message): Announced {
  const within = withinClosedList(message)
  const base: Announced = {
    kind: within.kind === 'UNKNOWN' ? 'unknown' : within.kind,
    does: 'adds',
    flight: null,
    people: [],
    passengersTotal: null,
    crewTotal: null,
    transaction: null,
    access: within.access?.slice(0, 70) ?? '',
    part: within.part ? Number(/\d+/.exec(within.part.sequence)?.[0] ?? 1) : null,
    final: /F/.test(`${within.part?.sequence ?? ''}${within.part?.status ?? ''}`),
    findings: within.findings.map(found),
    acknowledges: [],
  }
  if (within.kind === 'PAXLST')
    return {
      ...base,
      does: does[within.function ?? ''] ?? 'adds',
      flight: flightOf(within.legs),
      people: distinct(
        within.people.map(person => personOf(person)),
        base.findings,
      ),
      passengersTotal: within.totalKind === '41' ? null : (within.total ?? null),
      crewTotal: within.totalKind === '41' ? (within.total ?? null) : null,
      transaction: within.txnRef?.slice(0, 70) ?? null,
    }
  if (within.kind === 'PNRGOV')
    return {
      ...base,
      flight: flightOf(within.legs.length ? within.legs : (within.bookings[0]?.legs ?? [])),
      people: distinct(
        within.bookings.flatMap(booking => booking.people.map(person => personOf(person, booking.pnr))),
        base.findings,
      ),
    }
  if (within.kind === 'CUSRES')
    return {
      ...base,
      acknowledges: within.answer === '312' && within.txnRef ? [within.txnRef] : [],
    }
  return base
}

const found = ({ code, severity, position, sentence, times }: EdifactFinding): Finding => ({
  code,
  severity,
  segment: position.segment,
  tag: position.tag,
  sentence,
  ...(times !== undefined && { times }),
})

const place = (code: string | undefined): string | null => (code && /^[A-Z]{3}$/.test(code) ? code : null)

/** The whole way under one flight number: from the first place to the last, with the stops between. */
function flightOf(legs: readonly Leg[]): AnnouncedFlight | null {
  const own = legs.filter(leg => leg.carrier === legs[0]?.carrier && leg.number === legs[0]?.number)
  const first = own[0]
  const last = own.at(-1)
  const from = place(first?.from)
  const to = place(last?.to)
  const digits = /^\d{1,5}$/.test(first?.number ?? '')
  if (!first?.carrier || !digits || !from || !to) return null
  return {
    carrier: first.carrier,
    number: String(Number(first.number)),
    suffix: /^[A-Z]$/.test(first.suffix ?? '') ? (first.suffix ?? '') : '',
    from,
    to,
    stops: own.slice(1).flatMap(leg => place(leg.from) ?? []),
    departs: minute(first.departs),
    arrives: minute(last?.arrives),
  }
}

const minute = (time: string | undefined): string | null =>
  time && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time) ? time.slice(0, 16) : null

const kindOf: Readonly<Record<string, Passenger['kind']>> = {
  FM: 'crew',
  DDU: 'transit',
  DDT: 'transit-crew',
}
const poundInKilograms = 0.453_592_37
const code = (text: string | undefined): string | null => (text && /^[A-Z]{1,3}$/.test(text) ? text : null)
const cut = (text: string | undefined, most: number): string | null => text?.slice(0, most) || null

function personOf(person: Person, pnr = person.pnr): AnnouncedPerson {
  const documents = person.documents
    .filter(document => document.number)
    .slice(0, 9)
    .map(({ type, number, issuer, expires }) => ({
      type: type.slice(0, 5),
      number: number.slice(0, 40),
      issuer: code(issuer),
      expires: cut(expires, 10),
    }))
  const weight = person.bagWeight
  const made = {
    kind: kindOf[person.party] ?? 'passenger',
    paxRef: cut(person.paxRef, 70),
    family: cut(person.surname, 100),
    given: cut([person.given, person.second].filter(Boolean).join(' '), 100),
    birth: /^\d{4}(-\d\d(-\d\d)?)?$/.test(person.dob ?? '') ? (person.dob ?? null) : null,
    sex: /^[MFXU]$/.test(person.gender ?? '') ? (person.gender ?? null) : null,
    nationality: code(person.nationality),
    seat: cut(person.seats?.[0]?.seat, 6),
    pnr: cut(pnr, 20),
    bags: whole(person.bags),
    bagWeight: weight
      ? Math.round(weight.value * (weight.unit === 'lb' ? poundInKilograms : 1) * 10) / 10
      : null,
    embarked: place(person.embarked),
    crossingPoint: cut(person.clearance, 10),
    documents,
    misread: [],
  }
  return { ...made, key: keyOf(made) }
}

const whole = (count: number | undefined): number | null =>
  count !== undefined && Number.isInteger(count) && count >= 0 && count < 1000 ? count : null

type Keyed = Pick<AnnouncedPerson, 'kind' | 'paxRef' | 'family' | 'given' | 'birth' | 'documents'>

/** What makes two announcements speak of one person: the carrier's own reference, else name, birth and first document. */
const keyOf = ({ kind, paxRef, family, given, birth, documents }: Keyed): string =>
  paxRef
    ? `ref ${kind.startsWith('crew') ? 'crew' : 'passenger'} ${paxRef}`
    : `who ${createHash('sha256')
        .update([family, given, birth, documents[0]?.number].map(each => each ?? '').join('|'))
        .digest('base64url')
        .slice(0, 32)}`

/** Each person once; the later announcement counts. */
function distinct(people: readonly AnnouncedPerson[], findings: Finding[]): AnnouncedPerson[] {
  const once = new Map(people.map(person => [person.key, person]))
  const twice = people.length - once.size
  if (twice > 0)
    findings.push({
      code: 'person-twice',
      severity: 'warning',
      sentence: 'The message names a person twice under one reference. The later data were taken.',
      times: twice,
    })
  return [...once.values()]
}

/** A list as JSON or typed by hand. */
export function announcedList(
  list: SentList,
  carrier: string,
  kind: 'JSON' | 'hand',
  today: string,
): Announced {
  const { number, from, to, departs, arrives } = list.flight
  const findings: Finding[] = []
  const people = list.people.map(person => {
    const documents: Document[] = []
    const misread: number[] = []
    person.documents.forEach(({ mrz, type, number, issuer, expires }, at) => {
      documents.push({ type, number, issuer, expires })
      if (mrz && !holds(mrz, number, today)) misread.push(at + 1)
    })
    const made = {
      kind: person.kind,
      paxRef: person.reference,
      family: person.family,
      given: person.given || null,
      birth: person.birth,
      sex: person.sex,
      nationality: person.nationality,
      seat: person.seat,
      pnr: person.pnr,
      bags: person.bags,
      bagWeight: person.bagWeight,
      embarked: null,
      crossingPoint: null,
      documents,
      misread,
    }
    return { ...made, key: keyOf(made) }
  })
  return {
    kind,
    does: list.closes ? 'closes' : 'adds',
    flight: {
      carrier,
      number: String(Number(/^\d+/.exec(number)?.[0] ?? 0)),
      suffix: /[A-Z]$/.exec(number)?.[0] ?? '',
      from,
      to,
      stops: [],
      departs,
      arrives,
    },
    people: distinct(people, findings),
    passengersTotal: null,
    crewTotal: null,
    transaction: null,
    access: '',
    part: null,
    final: false,
    findings,
    acknowledges: [],
  }
}

/** Every check digit of the zone holds, and it is that of this document. */
function holds(mrz: string, number: string, today: string): boolean {
  const read = readMrz(mrz.trim().split(/\r?\n|\s{2,}/), { on: today })
  const plain = (text: string | undefined) => (text ?? '').replace(/[^A-Z0-9]/g, '')
  return (
    read.format !== null &&
    read.checks.every(check => check.holds) &&
    plain(read.documentNumber) === plain(number)
  )
}
