import type { Decision } from './codes.ts'
import type { Finding } from './finding.ts'
import type { Envelope } from './messages.ts'

/**
 * The three messages in plain words. Dates are `CCYY-MM-DD`, or shorter where the message says less; times are local to
 * the place, without zone. Countries are ISO 3166-1 alpha-3 (special codes as in ICAO Doc 9303-3). A value that the
 * message does not give is absent.
 */
export type Message = PassengerList | BookingList | Answer | UnknownMessage

type Common = {
  /** `D.02B` to `D.15B`, `11.1` to `16.1`. */
  version: string
  reference: string
  access?: string
  part?: { sequence: string; status: string }
  interchange: Envelope | null
  findings: Finding[]
}

/** PAXLST: who is on a flight, as passenger or crew. */
export type PassengerList = Common & {
  kind: 'PAXLST'
  /** BGM 1001, such as 745 for passengers and 250 for crew. */
  list: string
  /** BGM 1004, such as CP or CLOB. */
  function?: string
  txnRef?: string
  revision?: string
  contactId?: string
  contact?: Contact
  legs: Leg[]
  people: Person[]
  /** CNT: how many are on the flight, and of whom (42 passengers, 41 crew). */
  total?: number
  totalKind?: string
}

export type Contact = { surname?: string; given?: string; coms: { kind: string; value: string }[] }

export type Leg = {
  carrier?: string
  /** As sent, without the carrier: `123`, `0989`. */
  number?: string
  suffix?: string
  /** 20 for a flight to the State, 34 for one over it. */
  transport?: string
  from?: string
  fromQual?: string
  to?: string
  toQual?: string
  departs?: string
  arrives?: string
  /** The flight under another carrier's number (PNRGOV). */
  codeshare?: { carrier: string; number: string }
}

export type Person = {
  /** NAD 3035 (`FL`, `FM`, `DDU`, `DDT`, `VW`), or for a booking A, C or IN. */
  party: string
  surname?: string
  given?: string
  second?: string
  title?: string
  gender?: string
  dob?: string
  nationality?: string
  documents: TravelDocument[]
  pnr?: string
  /** The carrier's own reference of the person (RFF+ABO), needed to answer. */
  paxRef?: string
  seats?: Seat[]
  bags?: number
  bagWeight?: { value: number; unit: 'kg' | 'lb' }
  bagTags?: { number: string; count: number }[]
  /** GEI: the data was read from the document (173) or not (174). */
  verified?: boolean
  /** The border crossing point of entry (LOC+22). */
  clearance?: string
  /** The initial point of embarkation (LOC+178). */
  embarked?: string
  destination?: string
  residence?: string
  birthPlace?: string
  street?: string
  city?: string
  region?: string
  regionName?: string
  postcode?: string
  country?: string
  coms?: { kind: string; value: string }[]
  references?: { kind: string; value: string }[]
  /** Where the person begins in the message (segment number, UNH is 1). */
  segment: number
}

export type Seat = { seat: string; from?: string; to?: string }

export type TravelDocument = {
  type: string
  number: string
  issuer?: string
  expires?: string
  issued?: string
}

/** PNRGOV: the bookings of a flight, of which only what the law lists is taken out. */
export type BookingList = Common & {
  kind: 'PNRGOV'
  /** MSG 1225: 22 the whole, 141 a change. */
  function?: string
  legs: Leg[]
  bookings: Booking[]
  /** EQN: how many bookings the sender announces. */
  total?: number
}

export type Booking = {
  pnr?: string
  booked?: string
  people: Person[]
  legs: Leg[]
  segment: number
}

/** CUSRES: what the State answers the carrier, and the carrier's acknowledgement. */
export type Answer = Common & {
  kind: 'CUSRES'
  /** BGM 1001: 962, 132 or 312. */
  answer: string
  txnRef?: string
  legs: Leg[]
  results: Result[]
}

export type Result = {
  /** ERP 1049: 1 for the whole message, 2 for a person. */
  level: string
  pnr?: string
  paxRef?: string
  /** ERC 9321 as sent, each with what this system takes it for. */
  statuses: { code: string; decision: Decision }[]
  text?: string
  segment: number
}

/** A message of another type, or none at all: kept, not interpreted. */
export type UnknownMessage = Common & { kind: 'UNKNOWN'; type: string }
