import { z } from 'zod'
import { Marking } from '#vocabulary/marking.ts'
import { Purpose } from '#vocabulary/purpose.ts'
import { AlertDocument, AlertGround, AlertObject, Identity, Particulars } from './content.ts'
import { actions, flags, kinds, linkKinds, withdrawalReasons } from './kinds.ts'

export const Id = z.uuid().meta({ title: 'Alert' })
export const Time = z.iso.datetime()
export const Kind = z.enum(kinds).meta({ title: 'Kind' })
export const Action = z.enum(actions).meta({ title: 'Action to take' })
export const LinkKind = z.enum(linkKinds).meta({ title: 'How they belong together' })
export const WithdrawalReason = z.enum(withdrawalReasons).meta({ title: 'Why it is withdrawn' })

/** A name in an audience: everyone, a State, an authority, a unit. */
export const Member = z
  .string()
  .trim()
  .max(40)
  .regex(/^(all|state:[A-Z]{2}|authority:\d{1,9}|unit:\d{1,9})$/, {
    error: 'Write all, state:HR, authority:3 or unit:12.',
  })
  .meta({ title: 'Reader' })

/** What its owner decides about a list. */
export const ListTerms = z.object({
  name: z.string().trim().min(3).max(160).meta({ title: 'Name' }),
  legalBasis: z.string().trim().min(3).max(500).meta({ title: 'Legal basis' }),
  action: Action.meta({ title: 'Action to take', description: 'Where an alert does not say otherwise.' }),
  purposes: z.array(Purpose).min(1).max(8).meta({
    title: 'Opened for',
    description: 'The purposes for which its readers may open its alerts.',
  }),
  audience: z.array(Member).min(1, 'Say who may read it.').max(200).meta({ title: 'Readers' }),
  marking: Marking.default('LIMITED'),
  fourEyes: z
    .boolean()
    .default(false)
    .meta({ title: 'Four eyes', description: 'A hit needs a second officer.' }),
  reviewMonths: z.int().min(1).max(120).default(36).meta({
    title: 'Review after',
    description: 'Months. An alert that nobody extends is deleted then.',
  }),
  warnMonths: z.int().min(1).max(24).default(4).meta({ title: 'Warning ahead', description: 'Months.' }),
})
export type ListTerms = z.infer<typeof ListTerms>

const Owner = z.object({ id: z.int(), name: z.string().nullable(), state: z.string() })

export const AlertList = ListTerms.extend({
  id: z.uuid(),
  kind: Kind,
  owner: Owner,
  revision: z.int(),
  /** Whether the reader keeps it. */
  mine: z.boolean(),
  /** How many of its alerts the reader may read at this moment, under the purpose stated; null without a purpose. */
  count: z.int().nullable(),
  /** Of whom it may be read; empty for readers other than its owner. */
  audience: z.array(z.string()),
  changedAt: Time,
})
export type AlertList = z.infer<typeof AlertList>

/** One line of a list of alerts. */
export const AlertLine = z.object({
  id: Id,
  reference: z.string().meta({ title: 'Reference' }),
  list: z.object({ id: z.uuid(), name: z.string().nullable() }),
  owner: Owner,
  kind: Kind,
  action: Action,
  flags: z.array(z.enum(flags)),
  marking: Marking,
  /** What it is known by: the first name, document, plate or vessel. */
  title: z.string(),
  birth: z.string().nullable(),
  nationalities: z.array(z.string()),
  sex: z.string().nullable(),
  misused: z.boolean().meta({ description: 'One of its identities is that of a victim.' }),
  documents: z.int(),
  enteredAt: Time,
  reviewAt: Time,
  expiresAt: Time,
  /** Within the months in which its owner is warned. */
  due: z.boolean(),
  mine: z.boolean(),
  version: z.int(),
})
export type AlertLine = z.infer<typeof AlertLine>

const Official = z.object({ id: z.int(), name: z.string().nullable() })

export const Link = z.object({
  alert: AlertLine.pick({ id: true, reference: true, kind: true, title: true }),
  kind: LinkKind,
  /** Whether this alert's owner made it, and may take it away. */
  mine: z.boolean(),
  madeAt: Time,
})

export const Achieved = z.object({
  id: z.uuid(),
  unit: Official,
  note: z.string(),
  at: Time,
  dueAt: Time,
  late: z.boolean(),
  standsBecause: z.string().nullable(),
  answeredAt: Time.nullable(),
})

export const Assessment = z.object({ text: z.string(), until: Time, official: Official, at: Time })

/** One alert: for the officer who carries it out what to do and whom it is about; for the bureaux the grounds as well. */
export const Alert = AlertLine.omit({ documents: true }).extend({
  legalBasis: z.string(),
  particulars: Particulars,
  identities: z.array(Identity),
  documents: z.array(AlertDocument),
  objects: z.array(AlertObject),
  fourEyes: z.boolean(),
  validFrom: Time,
  changedAt: Time,
  links: z.array(Link),
  /** Null for whoever carries it out. */
  ground: AlertGround.nullable(),
  assessments: z.array(Assessment),
  achieved: z.array(Achieved),
})
export type Alert = z.infer<typeof Alert>

export const historyActs = [
  'entered',
  'changed',
  'extended',
  'linked',
  'unlinked',
  'kept',
  'withdrawn',
  'expired',
] as const

export const HistoryEntry = z.object({
  id: z.uuid(),
  at: Time,
  act: z.enum(historyActs),
  version: z.int(),
  /** Null: by the passing of time. */
  official: Official.nullable(),
  unit: Official.nullable(),
  fields: z.array(z.string()),
  /** What it said before; null where nothing was replaced, and for all once the alert is gone. */
  before: z.unknown(),
  reason: z.string().nullable(),
  keptUntil: Time.nullable(),
})

export const Filter = z.object({
  list: z.uuid().nullable().default(null).meta({ title: 'List' }),
  kind: z.array(Kind).max(kinds.length).default([]).meta({ title: 'Kind' }),
  state: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .default([])
    .meta({ title: 'Owner’s State' }),
  view: z.enum(['all', 'ours', 'due']).default('all').meta({ title: 'View' }),
  search: z.string().trim().max(200).default('').meta({
    title: 'Name or reference',
    description: 'The beginning of words. To look for a person as they might also be written, ask instead.',
  }),
  document: z.string().trim().max(60).default('').meta({ title: 'Document number' }),
  object: z.string().trim().max(60).default('').meta({ title: 'Registration, VIN, IMO, MMSI' }),
})
export type Filter = z.infer<typeof Filter>
