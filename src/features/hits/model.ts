import { z } from 'zod'
import { AlertDocument, AlertObject, Identity } from '#features/alerts/content.ts'
import { Reason as MatchReason } from '#features/alerts/match.ts'
import { Action, Kind, Time } from '#features/alerts/model.ts'
import { flags, kinds } from '#features/alerts/kinds.ts'
import { Marking } from '#vocabulary/marking.ts'
import { closings, formKinds, hitStates, subjectKinds, verdicts } from './kinds.ts'

export const Id = z.uuid().meta({ title: 'Hit' })
export const HitState = z.enum(hitStates).meta({ title: 'State' })
export const Verdict = z.enum(verdicts).meta({
  title: 'Verdict',
  description: 'Whether the person is the one of the alert. A person says so, never the machine.',
})
export { Time }

/** One reason: what the matcher explains, that a document lies within a range, or that a thing bears the same sign. */
export const Reason = z.union([
  MatchReason,
  z.object({
    kind: z.literal('range'),
    passenger: z.string(),
    from: z.string(),
    to: z.string(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('object'),
    passenger: z.string(),
    alert: z.string(),
    relation: z.enum(['same', 'scanned']).default('same').meta({
      description: 'scanned: but for signs that people and cameras confuse, such as O and 0',
    }),
    points: z.number(),
  }),
])
export type Reason = z.infer<typeof Reason>

/** Whom the alert was compared with, as they were then. Empty once it is due to be forgotten. */
export const Subject = z.object({
  family: z.string().nullable().default(null),
  given: z.string().nullable().default(null),
  full: z.string().nullable().default(null),
  birth: z.string().nullable().default(null),
  nationality: z.string().nullable().default(null),
  sex: z.string().nullable().default(null),
  documents: z
    .array(
      z.object({
        type: z.string().nullable().default(null),
        number: z.string(),
        issuer: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** The sign of a vehicle or vessel. */
  object: z.string().nullable().default(null),
})
export type Subject = z.infer<typeof Subject>

const Place = z.object({ id: z.int(), name: z.string().nullable(), state: z.string() })
const Official = z.object({ id: z.int(), name: z.string().nullable() })

/** A hit as others of the network use it: what a screening feature needs to know of it, no more. */
export const RaisedHit = z.object({
  id: Id,
  subjectRef: z.uuid(),
  state: HitState,
  verdict: Verdict.nullable(),
  kind: Kind,
  action: Action,
  fourEyes: z.boolean(),
  /** Known not to be the same: recorded, and waiting for nobody. */
  suppressed: z.boolean(),
  band: z.enum(['strong', 'review']),
  score: z.number(),
  /** Whether an officer should look at the person: until a person has said that it is not the same. */
  look: z.boolean(),
})
export type RaisedHit = z.infer<typeof RaisedHit>

/** One line of the queue. */
export const HitLine = z.object({
  id: Id,
  state: HitState.meta({ description: 'closed: see closedBecause' }),
  closedBecause: z.enum(closings).nullable(),
  verdict: Verdict.nullable(),
  disagreed: z.boolean().meta({ description: 'Two officers came to different verdicts.' }),
  suppressed: z.boolean(),
  kind: Kind,
  action: Action,
  marking: Marking,
  owner: Place,
  executing: Place,
  subjectKind: z.enum(subjectKinds),
  subjectRef: z.uuid(),
  /** The person as screened; empty once forgotten. */
  name: z.string(),
  birth: z.string().nullable(),
  nationality: z.string().nullable(),
  score: z.number(),
  band: z.enum(['strong', 'review']),
  fourEyes: z.boolean(),
  raisedAt: Time,
  dueAt: Time.nullable(),
  decidedAt: Time.nullable(),
  /** Whether the reader may write a review of it now. */
  mine: z.boolean(),
  /** The reader is the first of the two officers: it waits for another. */
  waitsForAnother: z.boolean(),
  forms: z.object({ open: z.int(), late: z.int() }),
  version: z.int(),
})
export type HitLine = z.infer<typeof HitLine>

const words = z
  .string()
  .nullable()
  .meta({ description: 'Null once the person is forgotten: what was written about them goes with them.' })

export const Review = z.object({
  id: z.uuid(),
  round: z.int(),
  place: z.enum(['first', 'second']),
  official: Official,
  unit: Official,
  verdict: Verdict,
  reason: words,
  rememberMonths: z.int().nullable(),
  at: Time,
})

/** A question by which a victim of misused identity is told from the person who is looked for. */
export const MisusedQuestion = z.object({
  number: z.int().meta({ title: 'Identity', description: 'Its number in the alert: a misused one.' }),
  question: z.string().trim().min(3).max(500).meta({
    title: 'Question',
    description: 'What only the rightful bearer of the identity can answer.',
  }),
  answer: z.string().trim().min(1).max(500).meta({ title: 'Answer' }),
  particulars: z.string().trim().max(1000).default('').meta({
    title: 'What tells the person apart',
    description: 'Objective and not subject to change; their own documents.',
  }),
  consent: z.string().trim().min(3).max(300).meta({
    title: 'Consent',
    description: 'How and before whom the person agreed. Without it nothing of this is kept.',
  }),
  consentOn: z.iso.date().meta({ title: 'Agreed on' }),
})
export type MisusedQuestion = z.infer<typeof MisusedQuestion>

export const FormKind = z.enum(formKinds).meta({ title: 'Form' })
export const FormFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  at: Time,
})
export const Form = z.object({
  id: z.uuid(),
  hit: z.uuid(),
  kind: FormKind,
  from: Place,
  to: Place,
  urgent: z.boolean(),
  /** What the officers who carry out may know; empty once the person is forgotten. */
  note: z.string(),
  /** The form itself: for the two bureaux; null for everybody else, and once the person is forgotten. */
  text: z.string().nullable(),
  answers: z.uuid().nullable(),
  sentBy: Official,
  sentAt: Time,
  dueAt: Time.nullable(),
  dueSource: z.string().nullable().meta({
    description:
      'The article that the time for an answer comes from, or that none was found; null where none is due.',
  }),
  answeredAt: Time.nullable(),
  late: z.boolean(),
  files: z.array(FormFile),
  /** Whether the reader's bureau owes the answer. */
  owed: z.boolean(),
})
export type Form = z.infer<typeof Form>

export const NotTheSame = z.object({
  id: z.uuid(),
  hit: z.uuid(),
  kind: Kind,
  owner: Place,
  /** The person as screened then; empty once forgotten. */
  name: z.string(),
  birth: z.string().nullable(),
  official: Official,
  reason: words,
  at: Time,
  expiresAt: Time,
  withdrawnAt: Time.nullable(),
  withdrawnReason: z.string().nullable(),
  /** How many later hits it has kept out of the queue. */
  suppressed: z.int(),
})
export type NotTheSame = z.infer<typeof NotTheSame>

/** One hit, side by side with the alert. Never why the alert was entered: the officer is told what to do. */
export const Hit = HitLine.extend({
  subject: Subject,
  alert: z
    .object({
      id: z.uuid(),
      reference: z.string(),
      action: Action,
      flags: z.array(z.enum(flags)),
      number: z.int(),
      identity: Identity.nullable(),
      /** Its other identities. */
      others: z.array(Identity.extend({ number: z.int() })),
      documents: z.array(AlertDocument),
      objects: z.array(AlertObject),
    })
    .nullable()
    .meta({ description: 'Null once the alert has ended, or where the reader may not read it.' }),
  reasons: z.array(Reason),
  withheld: z.boolean().meta({
    description:
      'Whether the reasons are kept back: whoever answers a request reads them with the alert that they name, or not at all.',
  }),
  reviews: z.array(Review),
  /** What was decided before about this identity of the alert and the same person. */
  earlier: z.array(z.object({ hit: z.uuid(), verdict: Verdict, reason: words, at: Time })),
  knownNotTheSame: NotTheSame.nullable(),
  misused: z.array(MisusedQuestion),
  formsSent: z.array(Form.omit({ text: true, files: true, owed: true })),
})
export type Hit = z.infer<typeof Hit>

/** A hit on somebody who asks what is held about them, as far as whoever answers may read it. */
export const HeldHit = z.object({
  hit: HitLine,
  /** How like the person asked about the one of the hit is; 1 where a mark or a thing is the very one. */
  score: z.number(),
  by: z.enum(['likeness', 'mark']).meta({
    description:
      'likeness: of what was compared · mark: what was compared is forgotten, its mark is that of the very document or name and birth',
  }),
  reasons: z.array(MatchReason),
  /** What officers made of it, and why. */
  reviews: z.array(Review.pick({ verdict: true, reason: true, at: true })),
})
export type HeldHit = z.infer<typeof HeldHit>

export const Filter = z.object({
  view: z.enum(['queue', 'all', 'ours']).default('queue').meta({
    title: 'View',
    description: 'queue: waiting for the reader · all · ours: on alerts that one’s authority owns',
  }),
  state: z.array(HitState).max(hitStates.length).default([]).meta({ title: 'State' }),
  verdict: z.array(Verdict).max(verdicts.length).default([]).meta({ title: 'Verdict' }),
  kind: z.array(Kind).max(kinds.length).default([]).meta({ title: 'Kind' }),
  subjectKind: z.enum(subjectKinds).nullable().default(null).meta({ title: 'Found on' }),
  /** Passengers or queries: those of a flight, for example. */
  subjects: z.array(z.uuid()).max(1000).default([]).meta({ title: 'Persons' }),
  alert: z.uuid().nullable().default(null).meta({ title: 'Alert' }),
})
export type Filter = z.infer<typeof Filter>
