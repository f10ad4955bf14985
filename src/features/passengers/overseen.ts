import { z } from 'zod'
import { Decision, flightStates, Id, Passenger, Time } from './model.ts'

// What whoever oversees sees, and the person who asks; and what is told in numbers.

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
