import { z } from 'zod'
import { Grading } from '#vocabulary/admiralty.ts'
import { BorderType, DocumentFraud, DocumentType, MeansOfTransport, Trend } from '#vocabulary/border.ts'
import { Country } from '#vocabulary/country.ts'
import { PersonAggregate } from '#vocabulary/person-aggregate.ts'
import { Route } from '#vocabulary/route.ts'
import { State } from '#vocabulary/state.ts'
import { Urgency } from '#vocabulary/urgency.ts'

/** The three triggers that the rules of 2005 name, the second of them split into its two halves. */
export const triggers = ['first-indication', 'route-change', 'method-change', 'other-event'] as const
export const Trigger = z.enum(triggers).meta({
  title: 'What is new',
  description: 'First indication, change of route, change of method, or another event that announces one.',
})
export type Trigger = z.infer<typeof Trigger>

const line = (max: number) => z.string().trim().max(max)
const text = (max: number) => z.string().trim().max(max).default('')
export const Coordinates = z
  .object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
  .meta({ title: 'Coordinates', description: 'Degrees east and north (WGS 84).' })

/** Where: as much as is known. */
export const Place = z
  .object({
    country: Country.nullable().default(null),
    section: text(200).meta({ title: 'Border section', description: 'For example “HR–BA land border”.' }),
    crossingPoint: text(200).meta({
      title: 'Crossing point',
      description: 'Name or code of the crossing point.',
    }),
    name: text(200).meta({ title: 'Place', description: 'Town, road, port or stretch of coast.' }),
    coordinates: Coordinates.nullable().default(null),
  })
  .meta({ title: 'Where' })
export type Place = z.infer<typeof Place>

export const legRoles = ['origin', 'transit', 'entry', 'destination'] as const
/** One step of the way people took, in order. */
export const Leg = z.object({
  role: z.enum(legRoles).meta({ title: 'Step' }),
  country: Country.nullable().default(null),
  place: text(200).meta({ title: 'Place' }),
  means: MeansOfTransport.nullable().default(null).meta({ title: 'Onward by' }),
  note: text(300).meta({ title: 'Note', description: 'For example “no port call, 4–6 days”.' }),
  stated: z
    .boolean()
    .default(false)
    .meta({ title: 'Only stated', description: 'Said by those found, not established.' }),
})
export type Leg = z.infer<typeof Leg>

export const DocumentUse = z.object({
  type: DocumentType,
  issuer: Country.nullable().default(null).meta({ title: 'Issued by' }),
  fraud: DocumentFraud.nullable().default(null),
  note: text(300).meta({ title: 'Note', description: 'How to recognise it. Never a number or a name.' }),
})
export type DocumentUse = z.infer<typeof DocumentUse>

/** What is paid for the passage, as a range. */
export const Price = z
  .object({
    from: z.number().min(0).max(10_000_000),
    to: z.number().min(0).max(10_000_000),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Three capital letters, for example EUR (ISO 4217).')
      .meta({ title: 'Currency', description: 'ISO 4217, three letters.' }),
    per: z.enum(['person', 'family', 'group', 'leg', 'document']).default('person').meta({ title: 'Per' }),
  })
  .meta({ title: 'Price' })
export type Price = z.infer<typeof Price>

export const relationKinds = ['same-route', 'same-method', 'same-event', 'follows'] as const
/** A link to an earlier warning. Readers see it only where they may see the other one too. */
export const Relation = z.object({ id: z.uuid(), kind: z.enum(relationKinds) })
export type Relation = z.infer<typeof Relation>

/**
 * What a warning says: form version 1. A draft may lack any of it and may hold half a date; `check` says what an issue still
 * needs. Persons are numbers only: there is no field for anything about one person.
 */
export const Content = z.object({
  title: text(160).meta({
    title: 'Title',
    description: 'One line. Left empty, the first sentence is taken.',
  }),
  urgency: Urgency.default('routine'),
  triggers: z.array(Trigger).max(4).default([]).meta({ title: 'What is new?' }),
  summary: text(4000).meta({
    title: 'What happened?',
    description: 'Routes and methods, never a person who can be recognised.',
  }),
  when: text(80).meta({
    title: 'When?',
    description: 'A moment (UTC), day, month, quarter or range: 2026-11-16, 2026-11, 2026-11-16/2026-11-18.',
  }),
  place: Place.default(Place.parse({})),
  borderType: BorderType.nullable().default(null),
  context: text(500).meta({
    title: 'How it was found',
    description: 'At which control, by whom, by what chance.',
  }),
  persons: PersonAggregate.nullable().default(null),
  route: Route.nullable().default(null),
  legs: z.array(Leg).max(20).default([]).meta({ title: 'The way they took', description: 'In order.' }),
  means: z.array(MeansOfTransport).max(9).default([]).meta({ title: 'Means of transport' }),
  documents: z.array(DocumentUse).max(20).default([]).meta({ title: 'Documents' }),
  method: text(4000).meta({ title: 'How it was done', description: 'Concealment, steering, timing.' }),
  recruitment: text(1000).meta({
    title: 'How people are found',
    description: 'Where the passage is offered, in general.',
  }),
  price: Price.nullable().default(null),
  danger: text(2000).meta({
    title: 'Danger to life',
    description: 'What endangered people, so that others look for it.',
  }),
  grading: Grading.nullable().default(null),
  assessment: text(4000).meta({ title: 'Assessment' }),
  trend: Trend.nullable().default(null),
  measures: text(4000).meta({ title: 'Measures taken' }),
  request: text(2000).meta({ title: 'What is asked', description: 'What the recipients should do or tell.' }),
  askedOf: z
    .array(State)
    .max(60)
    .default([])
    .meta({ title: 'Asked of', description: 'States; empty means all recipients.' }),
  relations: z.array(Relation).max(20).default([]).meta({ title: 'Earlier warnings' }),
})
export type Content = z.infer<typeof Content>

/** The line a warning is known by: its title, else its first sentence. */
export const shownTitle = (content: Pick<Content, 'title' | 'summary'>): string => {
  if (content.title) return content.title
  const first = /^.*?[.!?](?=\s|$)/su.exec(content.summary)?.[0] ?? content.summary
  return first.length > 160 ? `${first.slice(0, 159).trimEnd()}…` : first
}

/** A name in an audience: everyone, a State, an authority, a unit. */
export const Member = line(40)
  .regex(/^(all|state:[A-Z]{2}|authority:\d{1,9}|unit:\d{1,9})$/, {
    error: 'Write all, state:HR, authority:3 or unit:12.',
  })
  .meta({ title: 'Recipient' })
export type Member = z.infer<typeof Member>
