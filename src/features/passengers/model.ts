import { z } from 'zod'
import { RaisedHit } from '#features/hits/model.ts'

export const Id = z.uuid()
export const Time = z.iso.datetime()
/** Local to the place, without zone: `2026-11-22T09:40`. */
const Local = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine(text => new Date(`${text}Z`).toJSON()?.startsWith(text) ?? false, {
    error: 'Write a day and time that there are, such as 2026-11-22T09:40.',
  })
const Airport = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, { error: 'Three letters, such as RIX.' })
const CarrierCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,3}$/, { error: 'The carrier’s code of two or three letters, such as ZZ.' })

/** What a carrier is told about a person. `selectee`: may travel, and an officer wants to see them first. */
export const standings = ['board', 'selectee', 'no-board'] as const
export const Standing = z.enum(standings).meta({ title: 'Standing' })
export type Standing = z.infer<typeof Standing>

/** A code of CUSRES (ERC 9321): what the State’s guide to carriers says. */
const Code = z.string().regex(/^[A-Z0-9]{1,8}$/, { error: 'Up to eight capitals or digits, such as 2Z.' })
export const Codes = z.object({ board: Code, selectee: Code, 'no-board': Code }).partial().meta({
  title: 'Codes in answers',
  description: 'Only where this carrier is told by other codes than the others.',
})

export const NewCarrier = z.object({
  code: CarrierCode.meta({ title: 'Carrier code' }),
  name: z.string().trim().min(2).max(120).meta({ title: 'Name' }),
  also: z.array(CarrierCode).max(10).default([]).meta({
    title: 'Other codes',
    description: 'Under which it flies too, such as its code of three letters.',
  }),
  contact: z
    .string()
    .trim()
    .max(300)
    .default('')
    .meta({ title: 'Operations desk', description: 'How the desk is reached, at all hours. Not a person.' }),
  codes: Codes.default({}),
})

export const Carrier = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  also: z.array(z.string()),
  contact: z.string(),
  codes: Codes,
  enteredAt: Time,
  suspendedAt: Time.nullable(),
  closeOuts: z.boolean().meta({
    description:
      'A close-out is asked of it. Where none is, whoever is on its list when the flight leaves counts as travelled.',
  }),
  quiet: z
    .object({
      since: Time,
      inVain: z.int().meta({ description: 'People on whom it was answered and who did not travel.' }),
      travelled: z.int(),
      selecteesInVain: z.int(),
      selecteesTravelled: z.int(),
      unclosed: z.int().meta({
        description: 'Of the people in vain, those on flights that left an hour ago and were not closed.',
      }),
    })
    .nullable()
    .meta({
      description:
        'It asks about many who do not travel: until an officer has looked its answers say nothing of lists. Null: they do.',
    }),
  keys: z.array(
    z.object({
      id: Id,
      label: z.string(),
      madeAt: Time,
      revokedAt: Time.nullable(),
    }),
  ),
})
export type Carrier = z.infer<typeof Carrier>

/** One finding about a message: what is wrong, where, said so that the carrier can mend it. Never what a person is called. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  segment: z.int().optional(),
  tag: z.string().optional(),
  sentence: z.string(),
  times: z.int().optional(),
})
export type Finding = z.infer<typeof Finding>

export const messageStates = ['received', 'processed', 'quarantined', 'discarded'] as const
export const channels = ['http', 'folder', 'mail', 'hand'] as const
export const Message = z.object({
  id: Id,
  carrierCode: z.string(),
  carrierName: z.string(),
  control: z.string(),
  kind: z.enum(['PAXLST', 'PNRGOV', 'CUSRES', 'JSON', 'hand', 'unknown']),
  channel: z.enum(channels),
  size: z.int(),
  receivedAt: Time,
  state: z.enum(messageStates),
  tries: z.int(),
  fault: z.string().nullable(),
  errors: z.int(),
  warnings: z.int(),
  people: z.int(),
  flight: Id.nullable(),
  processedAt: Time.nullable(),
  deleteAt: Time,
})
export type Message = z.infer<typeof Message>

/** What the sender of a message is told at once. */
export const Receipt = z.object({
  message: Id,
  control: z.string(),
  state: z.enum(messageStates).meta({
    description:
      'processed: answered below · received: taken, the answer follows · quarantined: looked at by a person',
  }),
  repeated: z
    .boolean()
    .meta({ description: 'The very same message came before; this is what it was answered.' }),
  cusres: z.string().nullable().meta({ description: 'The CUSRES interchange (UN/EDIFACT).' }),
  findings: z.array(Finding),
})
export type Receipt = z.infer<typeof Receipt>

export const flightStates = ['expected', 'late', 'received', 'closed', 'cancelled'] as const
export const Flight = z.object({
  id: Id,
  carrierCode: z.string(),
  carrierName: z.string(),
  number: z.string().meta({ description: 'As shown: carrier, number, suffix.' }),
  from: z.string(),
  to: z.string(),
  stops: z.array(z.string()),
  departsOn: z.string(),
  departsLocal: Local.nullable(),
  arrivesLocal: Local.nullable(),
  departsAt: Time.nullable().meta({ description: 'UTC; null where the airport’s zone is not known.' }),
  arrivesAt: Time.nullable(),
  state: z.enum(flightStates).meta({
    description: 'late: nothing or no close-out has come although it was due (deadlines.ts)',
  }),
  scheduled: z.boolean(),
  passengers: z.int(),
  crew: z.int(),
  passengersTotal: z.int().nullable().meta({ description: 'On board as the carrier counts.' }),
  crewTotal: z.int().nullable(),
  /** 0 to 1: passengers announced against the carrier’s own count; null before it counts. */
  completeness: z.number().nullable(),
  messages: z.int(),
  errors: z.int(),
  warnings: z.int(),
  partsMissing: z.int(),
  toReview: z.int(),
  documentFaults: z
    .int()
    .meta({ description: 'People whose document, or what was said of it, is at fault.' }),
  refused: z.int(),
  lastReceivedAt: Time.nullable(),
  closedAt: Time.nullable(),
  deleteAt: Time,
})
export type Flight = z.infer<typeof Flight>

/** What is wrong with a travel document, or with what was said about it. */
export const checkCodes = [
  'document-missing',
  'document-expired',
  'document-expires-soon',
  'document-date-impossible',
  'document-number-check-digit',
  'document-number-malformed',
  'document-issuer-unknown',
  'document-known',
  'birth-impossible',
  'nationality-unknown',
] as const
export const Check = z.object({
  code: z.enum(checkCodes),
  severity: z.enum(['alarm', 'warning', 'note']),
  /** Which of the person’s documents, from 1. */
  document: z.int().nullable(),
})
export type Check = z.infer<typeof Check>

export const Document = z.object({
  type: z.string(),
  number: z.string(),
  issuer: z.string().nullable(),
  expires: z.string().nullable(),
})
export type Document = z.infer<typeof Document>

export const Decision = z.object({
  id: Id,
  says: Standing,
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Null once the person is masked: the words go with the name.' }),
  officer: z.string(),
  at: Time,
  secondNeeded: z.boolean(),
  secondOfficer: z.string().nullable(),
  secondAt: Time.nullable(),
  /** It is what the carrier is told now. */
  stands: z.boolean(),
})
export type Decision = z.infer<typeof Decision>

export const kinds = ['passenger', 'crew', 'transit', 'transit-crew'] as const
export const Passenger = z.object({
  id: Id,
  flight: Id,
  source: z.enum(['api', 'pnr']),
  kind: z.enum(kinds),
  family: z.string().nullable(),
  given: z.string().nullable(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  nationality: z.string().nullable(),
  seat: z.string().nullable(),
  pnr: z.string().nullable(),
  /** How many on this flight travel under the same record locator, this person included. */
  party: z.int(),
  bags: z.int().nullable(),
  bagWeight: z.number().nullable(),
  onBoard: z.boolean().nullable(),
  cancelledAt: Time.nullable(),
  documents: z.array(Document),
  checks: z.array(Check),
  suggestion: z.enum(['board', 'selectee']),
  standing: Standing,
  decided: z.boolean(),
  again: z.boolean().meta({ description: 'Decided on, and something is new since: an officer looks again.' }),
  screenedAt: Time.nullable(),
  maskedAt: Time.nullable(),
  sameAs: Id.nullable().meta({
    description: 'Of a booking: the announcement of the same traveller on this flight.',
  }),
  /** The hits that stand on this person, best first, as far as the reader may read them. */
  hits: z.array(RaisedHit),
})
export type Passenger = z.infer<typeof Passenger>

/** A flight as its supervisor sees it: what was sent about it, and nobody on it. */
export const OverseenFlight = z.object({
  id: Id,
  authority: z.string(),
  number: z.string(),
  from: z.string(),
  to: z.string(),
  departsOn: z.string(),
  departsAt: Time.nullable(),
  state: z.enum(flightStates),
  messages: z.int(),
  errors: z.int(),
  aside: z.int().meta({ description: 'Messages put aside.' }),
  deleteAt: Time,
})
export type OverseenFlight = z.infer<typeof OverseenFlight>

/** A decision as the supervisor sees it: who decided what and why, never about whom. */
export const OverseenDecision = Decision.omit({ stands: true }).extend({ authority: z.string() })
export type OverseenDecision = z.infer<typeof OverseenDecision>

/** What is kept of somebody who asks what is known of them. */
export const RequestedPerson = z.object({
  person: Passenger,
  on: z.object({
    authority: z.string(),
    number: z.string(),
    from: z.string(),
    to: z.string(),
    departsOn: z.string(),
    deleteAt: Time,
  }),
})
export type RequestedPerson = z.infer<typeof RequestedPerson>

/** How somebody who asks is found: by name and birth, or by a document; nobody is leafed through. */
export const Request = z
  .object({
    family: z.string().trim().max(120).default('').meta({ title: 'Surname' }),
    given: z.string().trim().max(120).default('').meta({ title: 'Given names' }),
    birth: z
      .string()
      .trim()
      .regex(/^([0-9]{4}-[0-9]{2}-[0-9]{2})?$/, { error: 'Write it as 1980-05-12.' })
      .default('')
      .meta({ title: 'Date of birth' }),
    document: z.string().trim().max(30).default('').meta({ title: 'Document number' }),
  })
  .refine(({ family, birth, document }) => document !== '' || (family !== '' && birth !== ''), {
    path: ['family'],
    error: 'Give surname and date of birth, or a document number.',
  })

const booking = Passenger.nullable().meta({
  description: 'What was booked for the same traveller, where that came, too. A decision covers both.',
})

export const PassengerDetail = Passenger.extend({
  booking,
  flightNumber: z.string(),
  from: z.string(),
  to: z.string(),
  departsAt: Time.nullable(),
  embarked: z.string().nullable(),
  crossingPoint: z.string().nullable(),
  travelsWith: z.array(Passenger.pick({ id: true, family: true, given: true, seat: true, standing: true })),
  decisions: z.array(Decision),
  told: z.array(
    z.object({
      at: Time,
      kind: z.enum(['962', '132']),
      told: Standing,
      dueAt: Time.nullable(),
      acknowledgedAt: Time.nullable(),
    }),
  ),
  deleteAt: Time,
  version: z.string().meta({
    description: 'Of what is known of the person and was found on them: another as soon as that is other.',
  }),
})

/** A person to be looked at, with how long there is. */
export const Waiting = Passenger.extend({
  booking,
  flightNumber: z.string(),
  from: z.string(),
  to: z.string(),
  departsAt: Time.nullable(),
  secondsLeft: z.int().nullable().meta({ description: 'Until departure; negative when it has left.' }),
  secondNeeded: z.boolean().meta({ description: 'An officer has decided; another one must confirm.' }),
  alike: z
    .int()
    .meta({ description: 'How many alerts ask for a look, by announcement and booking together.' }),
})
export type Waiting = z.infer<typeof Waiting>

export const Told = z.object({
  id: Id,
  flight: Id,
  flightNumber: z.string(),
  carrierCode: z.string(),
  kind: z.enum(['962', '132']),
  at: Time,
  people: z.int(),
  selectees: z.int(),
  refused: z.int(),
  fetchedAt: Time.nullable(),
  dueAt: Time.nullable(),
  acknowledgedAt: Time.nullable(),
  overdue: z.boolean(),
})
export type Told = z.infer<typeof Told>

export const Quality = z.object({
  carrierCode: z.string(),
  carrierName: z.string(),
  flights: z.int(),
  late: z.int(),
  messages: z.int(),
  quarantined: z.int(),
  passengers: z.int(),
  errors: z.int(),
  warnings: z.int(),
  /** Share of announced passengers who have a name, a birth date, a nationality and a document with its number. */
  complete: z.number().nullable(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      times: z.int(),
      sentence: z.string(),
    }),
  ),
})
export type Quality = z.infer<typeof Quality>

const day = z.iso.date()
const upper = (most: number) => z.string().trim().toUpperCase().max(most)

/** A document as a person types or a program sends it. */
export const SentDocument = z.object({
  type: upper(3).default('P').meta({ title: 'Type' }),
  number: upper(20).min(1).meta({ title: 'Number' }),
  issuer: upper(3).nullable().default(null).meta({ title: 'Issuing State' }),
  expires: day.nullable().default(null).meta({ title: 'Expires' }),
  mrz: z.string().max(140).nullable().default(null).meta({
    title: 'Machine-readable zone',
    description: 'Its check digits are verified; the lines are not kept.',
  }),
})

/** One person as a person types or a program sends them: the closed list of Regulations (EU) 2025/12 and 2025/13, no more. */
export const SentPerson = z.object({
  kind: z.enum(kinds).default('passenger').meta({ title: 'Travels as' }),
  family: upper(100).min(1).meta({ title: 'Surname' }),
  given: upper(100).default('').meta({ title: 'Given names' }),
  birth: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, {
      error: 'Write 1980-05-12, or 1980-05 or 1980 where no more is known.',
    })
    .nullable()
    .default(null)
    .meta({ title: 'Date of birth' }),
  sex: z.enum(['M', 'F', 'X', 'U']).default('U').meta({ title: 'Sex' }),
  nationality: upper(3).nullable().default(null).meta({ title: 'Nationality' }),
  documents: z.array(SentDocument).max(5).default([]).meta({ title: 'Travel documents' }),
  pnr: upper(20).nullable().default(null).meta({ title: 'Record locator' }),
  reference: z.string().trim().max(40).nullable().default(null).meta({ title: 'Carrier’s reference' }),
  seat: upper(5).nullable().default(null).meta({ title: 'Seat' }),
  bags: z.int().min(0).max(99).nullable().default(null).meta({ title: 'Bags' }),
  bagWeight: z.number().min(0).max(9999).nullable().default(null).meta({ title: 'Weight of bags, kg' }),
})
export type SentPerson = z.infer<typeof SentPerson>

export const SentFlight = z.object({
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9]{1,4}[A-Z]?$/, { error: 'Digits without the carrier, such as 123.' })
    .meta({ title: 'Flight number' }),
  from: Airport.meta({ title: 'From' }),
  to: Airport.meta({ title: 'To' }),
  departs: Local.meta({ title: 'Departs (local time)' }),
  arrives: Local.nullable().default(null).meta({ title: 'Arrives (local time)' }),
})
export type SentFlight = z.infer<typeof SentFlight>

/** A list as JSON, for carriers that do not write EDIFACT, and as typed by hand. */
export const SentList = z.object({
  flight: SentFlight,
  people: z.array(SentPerson).max(1000).meta({ title: 'People' }),
  closes: z
    .boolean()
    .default(false)
    .meta({ title: 'The flight is closed', description: 'These people are on board, and nobody else.' }),
})
export type SentList = z.infer<typeof SentList>

export const CountOfDay = z.object({
  day: z.string(),
  carrierCode: z.string(),
  flights: z.int(),
  messages: z.int(),
  errors: z.int(),
  passengers: z.int().meta({ description: 'Rounded to the nearest five.' }),
  crew: z.int(),
  reviewed: z.int(),
  refused: z.int(),
})
