import { z } from 'zod'
import { Language } from '#vocabulary/language.ts'

const short = (max: number) => z.string().trim().min(2).max(max)
const contact = (max: number) => z.string().trim().max(max).nullable()
const country = z.string().regex(/^[A-Z]{2}$/)

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
  code: country.meta({ title: 'State', description: 'ISO 3166-1 alpha-2; EU for Union bodies.' }),
  kind: z.enum(['member', 'associated', 'union', 'partner']).meta({ title: 'Kind' }),
  validates: z.boolean().default(false).meta({
    title: 'Four eyes',
    description: 'Warnings of this State leave it only after its contact point has validated them.',
  }),
})
export type Participant = z.infer<typeof Participant>

export const Authority = z.object({ id: z.int(), state: z.string(), name: z.string() })

export const NewAuthority = z.object({
  state: Participant.shape.code,
  name: short(200).meta({ title: 'Authority', description: 'Its official name in its own language.' }),
})

/** How a unit is reached. */
const reach = {
  mailbox: contact(254).meta({ title: 'Functional mailbox' }),
  dutyPhone: contact(40).meta({ title: 'Duty telephone', description: 'With the country’s prefix.' }),
  dutyHours: contact(100).meta({
    title: 'Duty hours',
    description: 'In UTC, for example Mon–Fri 06:00–18:00.',
  }),
}

export const NewUnit = z.object({
  authority: z.int().meta({ title: 'Authority' }),
  name: short(200).meta({ title: 'Unit' }),
  kind: Unit.shape.kind,
  postedIn: country
    .nullable()
    .default(null)
    .meta({ title: 'Posted in', description: 'For a liaison post: the country it works in.' }),
  mailbox: reach.mailbox.default(null),
  dutyPhone: reach.dutyPhone.default(null),
  dutyHours: reach.dutyHours.default(null),
  listed: z
    .boolean()
    .default(true)
    .meta({ title: 'Listed', description: 'Shown to the officials of other States.' }),
})

export const UnitChange = z.object({
  id: z.int(),
  name: NewUnit.shape.name.optional(),
  mailbox: reach.mailbox.optional(),
  dutyPhone: reach.dutyPhone.optional(),
  dutyHours: reach.dutyHours.optional(),
  listed: z.boolean().optional().meta({ title: 'Listed' }),
})

/** Somebody who works in the network, as colleagues see them. */
export const Official = z.object({
  id: z.int(),
  name: z.string().meta({ title: 'Name' }),
  title: z.string().nullable().meta({ title: 'Function' }),
  email: z.string().nullable().meta({ title: 'E-mail' }),
  phone: z.string().nullable().meta({ title: 'Telephone' }),
  languages: z.array(z.string()).meta({ title: 'Languages' }),
  active: z.boolean(),
  unit: z.int(),
  unitName: z.string().meta({ title: 'Unit' }),
  kind: Unit.shape.kind,
  authority: z.string().meta({ title: 'Authority' }),
  state: z.string().meta({ title: 'State' }),
  postedIn: z.string().nullable().meta({ title: 'Posted in' }),
})
export type Official = z.infer<typeof Official>

const personal = {
  name: short(120).meta({ title: 'Name' }),
  title: contact(120).meta({ title: 'Function' }),
  email: z.email().max(254).nullable().meta({ title: 'E-mail' }),
  phone: contact(40).meta({ title: 'Telephone' }),
  languages: z
    .array(Language)
    .max(10)
    .meta({ title: 'Languages', description: 'The official can be addressed in these.' }),
}

export const NewOfficial = z.object({
  unit: z.int().meta({ title: 'Unit' }),
  name: personal.name,
  title: personal.title.default(null),
  email: personal.email.default(null),
  phone: personal.phone.default(null),
  languages: personal.languages.default([]),
})

export const OfficialChange = z.object({
  id: z.int(),
  unit: z.int().optional().meta({ title: 'Unit' }),
  name: personal.name.optional(),
  title: personal.title.optional(),
  email: personal.email.optional(),
  phone: personal.phone.optional(),
  languages: personal.languages.optional(),
})

/** Whom a State designated (Council Decision 2005/267/EC, Article 4). */
export const Designation = z.object({
  state: Participant.shape.code,
  unit: z.int().meta({ title: 'Unit' }),
  official: z.int().meta({ title: 'National contact point' }),
  deputy: z.int().nullable().default(null).meta({ title: 'Deputy' }),
})
export type Designation = z.infer<typeof Designation>

const Reached = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})

/** A State's contact point: who, who stands in, and who answers at this moment. */
export const ContactPoint = z.object({
  state: z.string(),
  unit: z.int(),
  unitName: z.string(),
  mailbox: z.string().nullable(),
  dutyPhone: z.string().nullable(),
  dutyHours: z.string().nullable(),
  official: Reached,
  deputy: Reached.nullable(),
  /** Who answers now: whoever the roster names, else the designated official. */
  onDuty: Reached.extend({ until: z.iso.datetime({ offset: true }).nullable() }),
})
export type ContactPoint = z.infer<typeof ContactPoint>

export const NewDuty = z
  .object({
    unit: z.int().meta({ title: 'Unit' }),
    official: z.int().meta({ title: 'Official' }),
    startsAt: z.iso.datetime().meta({ title: 'From' }),
    endsAt: z.iso.datetime().meta({ title: 'Until', description: 'At most 31 days later.' }),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    error: 'The duty ends before it begins. Choose a later end.',
  })

export const Duty = z.object({
  id: z.int(),
  unit: z.int(),
  official: z.int(),
  name: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type Duty = z.infer<typeof Duty>

export const StateOverview = Participant.extend({
  contactPoint: ContactPoint.nullable(),
  authorities: z.array(Authority),
  units: z.array(Unit),
})

export const UnitOverview = Unit.extend({
  listed: z.boolean(),
  officials: z.array(Official),
  duties: z.array(Duty),
})
