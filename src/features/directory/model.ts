import { z } from 'zod'

/** A place of work in the network: a contact point, a unit, a liaison post abroad, an agency's desk. */
export const Unit = z.object({
  id: z.int(),
  name: z.string().meta({ title: 'Unit' }),
  kind: z.enum(['contact-point', 'unit', 'liaison-post', 'agency', 'desk']).meta({ title: 'Kind' }),
  authority: z.string().meta({ title: 'Authority' }),
  state: z.string().meta({ title: 'State' }),
  postedIn: z
    .string()
    .nullable()
    .meta({ title: 'Posted in', description: 'The country a liaison post works in.' }),
  mailbox: z.string().nullable().meta({ title: 'Functional mailbox' }),
  dutyPhone: z.string().nullable().meta({ title: 'Duty telephone' }),
  dutyHours: z.string().nullable().meta({ title: 'Duty hours' }),
})
export type Unit = z.infer<typeof Unit>

/** A State, or the Union for its own bodies, as a participant in the network. */
export const Participant = z.object({
  code: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ title: 'State', description: 'ISO 3166-1 alpha-2; EU for Union bodies.' }),
  kind: z.enum(['member', 'associated', 'union', 'partner']).meta({ title: 'Kind' }),
  validates: z.boolean().default(false).meta({
    title: 'Four eyes',
    description: 'Warnings of this State leave it only after its contact point has validated them.',
  }),
})
export type Participant = z.infer<typeof Participant>

const short = (max: number) => z.string().trim().min(2).max(max)
const contact = (max: number) => z.string().trim().max(max).nullable().default(null)

export const Authority = z.object({ id: z.int(), state: z.string(), name: z.string() })

export const NewAuthority = z.object({
  state: Participant.shape.code,
  name: short(200).meta({ title: 'Authority', description: 'Its official name in its own language.' }),
})

export const NewUnit = z.object({
  authority: z.int(),
  name: short(200).meta({ title: 'Unit' }),
  kind: Unit.shape.kind,
  postedIn: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null)
    .meta({ title: 'Posted in' }),
  mailbox: contact(254).meta({ title: 'Functional mailbox' }),
  dutyPhone: contact(40).meta({ title: 'Duty telephone' }),
  dutyHours: contact(100).meta({ title: 'Duty hours' }),
  listed: z
    .boolean()
    .default(true)
    .meta({ title: 'Listed', description: 'Shown to the officials of other States.' }),
})

export const NewOfficial = z.object({
  unit: z.int(),
  name: short(120).meta({ title: 'Name' }),
  title: contact(120).meta({ title: 'Function' }),
  email: z.email().max(254).nullable().default(null).meta({ title: 'E-mail' }),
  phone: contact(40).meta({ title: 'Telephone' }),
  languages: z.array(z.string().length(2)).max(10).default([]).meta({ title: 'Languages' }),
})

export const Designation = z.object({
  state: Participant.shape.code,
  unit: z.int(),
  official: z.int().meta({ title: 'National contact point' }),
  deputy: z.int().nullable().default(null).meta({ title: 'Deputy' }),
})
export type Designation = z.infer<typeof Designation>
