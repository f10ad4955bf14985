import { z } from 'zod'
import { RaisedHit } from '#features/hits/model.ts'

export const Id = z.uuid()
export const Time = z.iso.datetime()
/** Local to the place, without zone: `2026-11-22T09:40`. */
export const Local = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine(text => new Date(`${text}Z`).toJSON()?.startsWith(text) ?? false, {
    error: 'Write a day and time that there are, such as 2026-11-22T09:40.',
  })
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
