import { z } from 'zod'
import type { Actor, Area, Competence } from './actor.ts'

/** Why personal data is read. Stated by the officer at each reading and kept in the record. */
export const purposes = [
  'border-check',
  'visa-examination',
  'return',
  'identity-verification',
  'protection-of-the-person',
  'alert-keeping',
  'supervision',
  'request-of-the-person',
] as const

export const Purpose = z.enum(purposes).meta({
  title: 'Purpose',
  description: 'What the personal data is needed for. Kept in the record with your name.',
})
export type Purpose = z.infer<typeof Purpose>

/**
 * What a mandate needs for a purpose: any of the competences, and all of the areas. `network.my_lawful_purpose()` in
 * `access/table.sql` says the same in SQL; a test holds them together.
 */
export const purposeNeeds: Readonly<
  Record<Purpose, { anyOf: readonly Competence[]; areas: readonly Area[] }>
> = {
  'border-check': { anyOf: ['screen'], areas: [] },
  'visa-examination': { anyOf: ['read'], areas: ['travel-documents', 'alerts'] },
  return: { anyOf: ['read'], areas: ['returns', 'alerts'] },
  'identity-verification': { anyOf: ['screen'], areas: ['alerts'] },
  'protection-of-the-person': { anyOf: ['screen', 'alert'], areas: ['alerts'] },
  'alert-keeping': { anyOf: ['alert'], areas: ['alerts'] },
  supervision: { anyOf: ['supervise'], areas: [] },
  'request-of-the-person': { anyOf: ['protect'], areas: [] },
}

/** The purposes an official may state under the mandate they act under, in the order of the vocabulary. */
export const purposesOf = ({ competences, areas }: Pick<Actor, 'competences' | 'areas'>): Purpose[] =>
  purposes.filter(
    purpose =>
      purposeNeeds[purpose].anyOf.some(each => competences.includes(each)) &&
      purposeNeeds[purpose].areas.every(each => areas.includes(each)),
  )
