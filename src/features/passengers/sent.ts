import { z } from 'zod'
import { kinds, Local } from './model.ts'

// What a person types or a program sends.

const Airport = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, { error: 'Three letters, such as RIX.' })
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
