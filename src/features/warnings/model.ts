import { z } from 'zod'
import { Country } from '#vocabulary/country.ts'
import { BorderType, MeansOfTransport } from '#vocabulary/border.ts'
import { Marking } from '#vocabulary/marking.ts'
import { Route } from '#vocabulary/route.ts'
import { State } from '#vocabulary/state.ts'
import { Urgency } from '#vocabulary/urgency.ts'
import { Content, Coordinates, Member, relationKinds, Trigger } from './content.ts'

export const Id = z.uuid().meta({ title: 'Warning' })
export const Time = z.iso.datetime()

/** How a warning is handled: what its originator alone decides. */
export const Handling = z.object({
  marking: Marking.default('LIMITED'),
  audience: z
    .array(Member)
    .max(200)
    .default([])
    .meta({ title: 'Recipients', description: 'Who it is meant for.' }),
  inForceUntil: Time.nullable().default(null).meta({
    title: 'In force until',
    description: 'Shown as expired afterwards. Empty: three months.',
  }),
  keepUntil: Time.nullable().default(null).meta({
    title: 'Recipients keep it until',
    description: 'Afterwards only the originator can read it. Empty: one year.',
  }),
})
export type Handling = z.infer<typeof Handling>

/** `expired` is an issued warning whose time in force is over; it is never stored. */
export const statuses = [
  'draft',
  'submitted',
  'returned',
  'validated',
  'issued',
  'expired',
  'superseded',
  'withdrawn',
] as const
export const Status = z.enum(statuses).meta({ title: 'Status' })
export type Status = z.infer<typeof Status>

/** A unit as readers may know it; the name is null where the unit is not listed for them. */
export const UnitName = z.object({
  id: z.int(),
  name: z.string().nullable(),
  authority: z.string().nullable(),
  state: State,
})
export type UnitName = z.infer<typeof UnitName>

/** One line of a list. Of a withdrawn warning the title is empty. */
export const Listed = z.object({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  urgency: Urgency,
  triggers: z.array(Trigger),
  status: Status,
  marking: Marking,
  state: State.meta({ title: 'Originating State' }),
  unit: z.string().nullable(),
  route: Route.nullable(),
  country: Country.nullable(),
  borderType: BorderType.nullable(),
  means: z.array(MeansOfTransport),
  coordinates: Coordinates.nullable(),
  when: z.string(),
  version: z.int(),
  issuedAt: Time.nullable(),
  updatedAt: Time,
  inForceUntil: Time.nullable(),
  /** Set where the reader's own unit is a recipient. */
  dueAt: Time.nullable(),
  openedAt: Time.nullable(),
  answer: z.enum(['acting', 'taken-note', 'nothing-to-add']).nullable(),
})
export type Listed = z.infer<typeof Listed>

export const views = ['all', 'addressed', 'unanswered', 'ours', 'drafts', 'to-validate'] as const

const many = <S extends z.ZodType>(schema: S) => z.array(schema).max(60).default([])

/** What a list is narrowed by. Everything empty means everything one may see. */
export const Filter = z.object({
  view: z.enum(views).default('all').meta({ title: 'Which' }),
  search: z.string().trim().max(200).default('').meta({ title: 'Words' }),
  urgency: many(Urgency),
  status: many(Status),
  route: many(Route),
  country: many(Country).meta({ title: 'Country', description: 'Of the place, the way or a citizenship.' }),
  citizenship: many(Country),
  means: many(MeansOfTransport),
  trigger: many(Trigger),
  state: many(State).meta({ title: 'Originating State' }),
  marking: many(Marking),
  from: z.iso.date().nullable().default(null).meta({ title: 'Issued from' }),
  to: z.iso.date().nullable().default(null).meta({ title: 'Issued until' }),
})
export type Filter = z.infer<typeof Filter>

/** How far a warning has got with one recipient unit. `openedBy` is told to the originator and to the unit itself. */
export const Delivery = z.object({
  unit: UnitName,
  why: z.string(),
  deliveredAt: Time,
  dueAt: Time,
  openedAt: Time.nullable(),
  openedBy: z.string().nullable(),
  answer: z.enum(['acting', 'taken-note', 'nothing-to-add']).nullable(),
  answerText: z.string().nullable(),
  answeredAt: Time.nullable(),
  late: z.boolean(),
  escalatedAt: Time.nullable(),
  escalatedTo: z.string().nullable(),
  ours: z.boolean(),
})
export type Delivery = z.infer<typeof Delivery>

export const Answer = z.object({
  answer: z.enum(['acting', 'taken-note', 'nothing-to-add']).meta({
    title: 'Your answer',
    description:
      'acting: we are doing something · taken note: read and passed on · nothing to add: does not concern us',
  }),
  text: z.string().trim().max(2000).default('').meta({ title: 'What are you doing?' }),
})
export type Answer = z.infer<typeof Answer>

/** What units add to a warning. Measures and "we see this too" are for all its readers; a question is for the originator. */
export const remarkKinds = ['measure', 'corroboration', 'question'] as const
export const NewRemark = z.object({
  kind: z.enum(remarkKinds).meta({ title: 'Kind' }),
  text: z.string().trim().max(2000).default('').meta({ title: 'Text' }),
})
export const Remark = z.object({
  id: z.uuid(),
  kind: z.enum(remarkKinds),
  text: z.string(),
  unit: UnitName,
  at: Time,
  ours: z.boolean(),
  /** The originator's answer to a question. */
  reply: z.object({ text: z.string(), at: Time, toAll: z.boolean() }).nullable(),
})
export type Remark = z.infer<typeof Remark>

export const Attachment = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string().meta({ description: 'Media type, found from the content.' }),
  size: z.int(),
  at: Time,
})
export type Attachment = z.infer<typeof Attachment>

export const Related = z.object({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  kind: z.enum([...relationKinds, 'supersedes', 'superseded-by', 'updates', 'related-by']),
  issuedAt: Time.nullable(),
  marking: Marking,
})
export type Related = z.infer<typeof Related>

/** What the reader may do with this warning now; a page shows the acts that are true here and no others. */
export const May = z.object({
  edit: z.boolean(),
  submit: z.boolean(),
  validate: z.boolean(),
  issue: z.boolean(),
  remove: z.boolean(),
  revise: z.boolean(),
  widen: z.boolean(),
  withdraw: z.boolean(),
  answer: z.boolean(),
  remark: z.boolean(),
  reply: z.boolean(),
})
export type May = z.infer<typeof May>

/** A warning as its page shows it. Of a withdrawn one, readers other than the originator get no `content`. */
export const Warning = z.object({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  status: Status,
  form: z.int().meta({ title: 'Version of the form' }),
  version: z.int().meta({ title: 'Version', description: '0 before the first issue.' }),
  revision: z
    .int()
    .meta({ title: 'Revision', description: 'Counts every saving; send it back to change the draft.' }),
  originator: UnitName,
  author: z.string().nullable().meta({ description: 'Told within the originator’s authority only.' }),
  content: Content.nullable(),
  handling: Handling,
  issuedAt: Time.nullable(),
  updatedAt: Time,
  validatedAt: Time.nullable(),
  returned: z.object({ at: Time, reason: z.string() }).nullable(),
  withdrawn: z.object({ at: Time, reason: z.string() }).nullable(),
  needsValidation: z.boolean().meta({ description: 'This State’s rule: the contact point sees it first.' }),
  ours: z.boolean().meta({ description: 'The reader belongs to the originator’s authority.' }),
  deliveries: z.array(Delivery),
  remarks: z.array(Remark),
  attachments: z.array(Attachment),
  related: z.array(Related),
  versions: z.array(z.object({ version: z.int(), issuedAt: Time, note: z.string() })),
  may: May,
})
export type Warning = z.infer<typeof Warning>

/** One thing to mend before a warning can be sent: where, what, how, and for words in a text, which. */
export const Fault = z.object({
  kind: z.enum(['missing', 'inconsistent', 'personal-data']),
  path: z.array(z.union([z.string(), z.int()])),
  message: z.string(),
  mend: z.string().optional(),
  range: z.tuple([z.int(), z.int()]).optional(),
})
export type Fault = z.infer<typeof Fault>

/** Who will see it, and why; and who of those meant will not. Counted by the function that enforces it. */
export const Audience = z.object({
  units: z.array(
    z.object({
      unit: UnitName,
      officials: z.int().meta({ description: 'How many officials of the unit can read it.' }),
      why: z.array(z.enum(['all', 'state', 'authority', 'unit', 'originator', 'contact-point'])),
      receives: z.boolean().meta({ description: 'Gets a delivery with a deadline.' }),
    }),
  ),
  officials: z.int(),
  states: z.int(),
  excluded: z.array(
    z.object({
      unit: UnitName,
      why: z.enum(['marking', 'area', 'nobody']).meta({
        description:
          'marking: nobody there may read so high · area: nobody has a mandate for early warning · nobody: no official',
      }),
    }),
  ),
  suggested: z.array(
    z.object({ member: Member, unit: UnitName, why: z.enum(['place', 'route', 'subscription']) }),
  ),
})
export type Audience = z.infer<typeof Audience>

/** A saved search of one's own. */
export const SavedSearch = z.object({ id: z.uuid(), name: z.string(), filter: Filter })
export type SavedSearch = z.infer<typeof SavedSearch>

/** What an official's unit asks to be told of. Senders see that the unit asked when they choose recipients. */
export const Subscription = z.object({
  id: z.uuid(),
  routes: many(Route),
  countries: many(Country),
  citizenships: many(Country),
  means: many(MeansOfTransport),
})
export type Subscription = z.infer<typeof Subscription>

/** What lies before an official: late first. */
export const Work = z.object({
  addressed: z.array(Listed.extend({ late: z.boolean(), escalatedAt: Time.nullable() })),
  escalated: z.array(Listed.extend({ unitInDelay: UnitName, late: z.boolean() })).meta({
    description: 'Units of one’s State that let a deadline pass; shown to the deputy.',
  }),
  toValidate: z.array(Listed.extend({ submittedAt: Time, faults: z.int() })),
  drafts: z.array(Listed),
  questions: z
    .array(z.object({ warning: Listed, remark: z.uuid(), text: z.string(), unit: UnitName, at: Time }))
    .meta({ description: 'Asked of us and not yet answered.' }),
  ours: z.array(
    Listed.extend({
      units: z.int(),
      opened: z.int(),
      acting: z.int(),
      takenNote: z.int(),
      nothingToAdd: z.int(),
      silent: z.int(),
      late: z.int(),
      corroborations: z.int(),
      measures: z.array(z.object({ state: State, text: z.string() })),
    }),
  ),
})
export type Work = z.infer<typeof Work>
