import { z } from 'zod'
import { Actor, Area, Competence } from '#vocabulary/actor.ts'
import { Marking } from '#vocabulary/marking.ts'

/** Somebody of the demonstration whom a newcomer can be with one click. Invented, never a real person. */
export const Persona = z.object({
  id: z.string().meta({ title: 'Persona', description: 'A short name, the same after every seeding.' }),
  mandate: z.int(),
  name: z.string(),
  title: z.string().nullable(),
  unit: z.string(),
  state: z.string(),
})
export type Persona = z.infer<typeof Persona>

/** What the page needs to know of the reader: who they are, what they may, which network this is. */
export const Me = z.object({
  actor: Actor.nullable(),
  demonstration: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** What a contact point grants to an official of its State: which acts, on which subjects, up to which marking, how long. */
export const NewMandate = z.object({
  official: z.int().meta({ title: 'Official' }),
  competences: z.array(Competence).min(1).meta({ title: 'Competences' }),
  areas: z.array(Area).min(1).meta({ title: 'Areas' }),
  clearance: Marking.meta({ title: 'May read up to' }),
  validUntil: z.iso.datetime().meta({ title: 'Valid until' }),
  reason: z.string().trim().max(500).default('').meta({ title: 'Reason' }),
})
export type NewMandate = z.infer<typeof NewMandate>

export const Mandate = z.object({
  id: z.int(),
  official: z.int(),
  name: z.string(),
  unit: z.string(),
  competences: z.array(Competence),
  areas: z.array(Area),
  clearance: Marking,
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
})
export type Mandate = z.infer<typeof Mandate>
