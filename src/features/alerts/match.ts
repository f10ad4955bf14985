import { z } from 'zod'
import type { PassengerRecord } from '#core/match/records.ts'
import { AlertDocument, AlertObject, Identity } from './content.ts'
import { AlertLine } from './model.ts'

/** One reason of a score, as `core/match` explains it: which name, which parts aligned how, what date and document did. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('name'),
    /** The alert's own name, never the one asked for. */
    alertName: z.string(),
    parts: z.array(
      z.object({ passenger: z.string(), alert: z.string(), how: z.string(), points: z.number() }),
    ),
    onlyAlert: z.array(z.string()),
    onlyPassenger: z.array(z.string()),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('birth'),
    passenger: z.string(),
    alert: z.string(),
    relation: z.string(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('nationality'),
    passenger: z.string(),
    alert: z.array(z.string()),
    by: z.enum(['nationality', 'passport']),
    agrees: z.boolean(),
    points: z.number(),
  }),
  z.object({ kind: z.literal('sex'), agrees: z.boolean(), points: z.number() }),
  z.object({
    kind: z.literal('document'),
    passenger: z.string(),
    alert: z.string(),
    relation: z.string(),
    points: z.number(),
  }),
  z.object({ kind: z.literal('rule'), rule: z.string(), points: z.number() }),
])
export type Reason = z.infer<typeof Reason>

/** An alert that may be about what was asked, side by side with it. A person decides what it means. */
export const Match = z.object({
  alert: AlertLine,
  /** Which identity matched; null where a document or object alone did. */
  number: z.int().nullable(),
  identity: Identity.nullable(),
  /** The documents and objects of the alert that are the ones asked for, ranges included. */
  documents: z.array(AlertDocument),
  objects: z.array(AlertObject),
  /** 0 to 1; 1 where a document or object is the very one. */
  score: z.number(),
  band: z.enum(['strong', 'review', 'below']),
  reasons: z.array(Reason),
})
export type Match = z.infer<typeof Match>

/** Whom or what an officer asks about. */
export const Question = z
  .object({
    person: z
      .object({
        family: z.string().trim().max(120).default(''),
        given: z.string().trim().max(120).default(''),
        full: z.string().trim().max(240).default(''),
        birth: Identity.shape.birth,
        nationality: Identity.shape.birthCountry,
        sex: Identity.shape.sex,
      })
      .nullable()
      .default(null)
      .meta({ title: 'Person' }),
    documents: z
      .array(
        z.object({
          type: z.string().trim().max(40).nullable().default(null),
          number: AlertDocument.shape.number,
          issuer: AlertDocument.shape.issuer,
        }),
      )
      .max(5)
      .default([])
      .meta({ title: 'Documents' }),
    object: z.string().trim().max(60).default('').meta({
      title: 'Vehicle or vessel',
      description: 'Registration number, VIN, IMO, MMSI or call sign.',
    }),
  })
  .refine(
    ({ person, documents, object }) =>
      documents.length > 0 ||
      object !== '' ||
      (person !== null && `${person.family}${person.given}${person.full}` !== ''),
    { error: 'Give a name, a document number or a registration number.' },
  )
export type Question = z.infer<typeof Question>

/** What is asked, as the matcher takes it. */
export const asked = ({ person, documents }: Pick<Question, 'person' | 'documents'>): PassengerRecord => ({
  family: person?.family || null,
  given: person?.given || null,
  full: person?.full || null,
  birth: person?.birth ?? null,
  nationality: person?.nationality ?? null,
  sex: person?.sex ?? null,
  documents,
})
