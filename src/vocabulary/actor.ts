import { z } from 'zod'
import { Marking } from './marking.ts'

/** What an official's mandate lets them do. A contact point grants these, one by one, and withdraws them. */
export const competences = [
  'read',
  'issue',
  'validate',
  'appoint',
  'analyse',
  'screen',
  'alert',
  'supervise',
  'protect',
  'administer',
  'run',
] as const

export const Competence = z.enum(competences).meta({
  title: 'Competence',
  description:
    'read what is shared and answer it · issue in the name of one’s unit · validate for the State · ' +
    'appoint: grant and withdraw mandates of one’s State · analyse data · screen at the border · ' +
    'alert: keep the alert lists of one’s authority · supervise the record · protect personal data · administer the network · run automatic duties',
})
export type Competence = z.infer<typeof Competence>

/** Subject areas of the network (Council Decision 2005/267/EC, Article 2, and those added since). */
export const areas = [
  'early-warning',
  'liaison',
  'travel-documents',
  'returns',
  'alerts',
  'passengers',
  'statistics',
  'network',
] as const

export const Area = z
  .enum(areas)
  .meta({ title: 'Area', description: 'The subject a mandate or an item belongs to.' })
export type Area = z.infer<typeof Area>

/** Who is asking, and within which mandate. Made by the access feature from a session, never by a caller. */
export const Actor = z.object({
  mandate: z.int(),
  person: z.int(),
  name: z.string(),
  unit: z.int(),
  unitName: z.string(),
  authority: z.int(),
  state: z.string().meta({ description: 'ISO 3166-1 alpha-2 code, or EU for the Union’s own bodies.' }),
  competences: z.array(Competence),
  areas: z.array(Area),
  clearance: Marking,
  /** Signed in, but the terms of use in force are not yet accepted: hardly anything is open. */
  termsDue: z.boolean().optional(),
})
export type Actor = z.infer<typeof Actor>
