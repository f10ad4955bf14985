import { z } from 'zod'
import { Actor, Area, Competence } from '#vocabulary/actor.ts'
import { ScreenLanguage } from '#vocabulary/language.ts'
import { Marking } from '#vocabulary/marking.ts'

/** The terms of use in force. A new text gets a new version, and everyone is asked again. */
export const termsVersion = '2026-11'

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

/** One of the mandates that a person can act under. */
export const OwnMandate = z.object({
  id: z.int(),
  competences: z.array(Competence),
  areas: z.array(Area),
  clearance: Marking,
  validUntil: z.iso.datetime(),
})
export type OwnMandate = z.infer<typeof OwnMandate>

/** What the page needs to know of the reader: who they are, what they may, which network this is. */
export const Me = z.object({
  actor: Actor.nullable(),
  demonstration: z.boolean(),
  /** The terms of use in force, and whether the reader must still accept them. */
  terms: z.object({ version: z.string(), due: z.boolean() }),
  /** The reader's mandates in force, to switch between. */
  mandates: z.array(OwnMandate),
})
export type Me = z.infer<typeof Me>

const reason = z.string().trim().max(500)

/** What a contact point grants to an official of its State: which acts, on which subjects, up to which marking, how long. */
export const NewMandate = z.object({
  official: z.int().meta({ title: 'Official' }),
  competences: z.array(Competence).min(1).meta({ title: 'Competences' }),
  areas: z.array(Area).min(1).meta({ title: 'Areas' }),
  clearance: Marking.meta({ title: 'May read up to' }),
  validUntil: z.iso.datetime().meta({ title: 'Valid until' }),
  reason: reason.default('').meta({ title: 'Reason' }),
})
export type NewMandate = z.infer<typeof NewMandate>

/** A State that joins: its first authority and unit, and the official whom it designated as its contact point. */
export const NewcomerState = z.object({
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ title: 'State' }),
  kind: z.enum(['member', 'associated', 'partner']).meta({ title: 'Kind' }),
  authority: z.string().trim().min(2).max(200).meta({ title: 'Authority' }),
  unit: z.string().trim().min(2).max(200).default('National contact point').meta({ title: 'Unit' }),
  name: z.string().trim().min(2).max(120).meta({ title: 'Contact point' }),
  email: z.email().max(254).meta({ title: 'E-mail' }),
  validUntil: z.iso.datetime().meta({ title: 'Valid until' }),
})

export const Withdrawal = z.object({
  id: z.int(),
  reason: reason.default('').meta({ title: 'Reason', description: 'Kept with the mandate.' }),
})

export const Extension = z.object({
  id: z.int(),
  validUntil: z.iso.datetime().meta({ title: 'Valid until', description: 'Later than now.' }),
})

export const Mandate = z.object({
  id: z.int(),
  official: z.int(),
  name: z.string(),
  unit: z.string(),
  state: z.string(),
  competences: z.array(Competence),
  areas: z.array(Area),
  clearance: Marking,
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  reason: z.string().nullable(),
  grantedBy: z.string().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type Mandate = z.infer<typeof Mandate>

/** A one-time link. The token is shown once and kept nowhere; the page is `/enrol#TOKEN`. */
export const Enrolment = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
})
export type Enrolment = z.infer<typeof Enrolment>

export const Token = z.string().regex(/^[\w-]{43}$/, { error: 'This is not a link of ours. Copy it whole.' })

export const Session = z.object({
  id: z.int(),
  how: z.enum(['passkey', 'demonstration']),
  device: z.string().nullable(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const Passkey = z.object({
  id: z.int(),
  label: z.string().nullable(),
  deviceBound: z.boolean(),
  enrolledAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
})
export type Passkey = z.infer<typeof Passkey>

export const notices = ['at-once', 'digest', 'none'] as const
const Notice = z.enum(notices)
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write a time of day as 22:00.' })
  .nullable()

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** How an official wants to be told by e-mail of what arrives. An e-mail never carries content. */
export const Preference = z
  .object({
    language: ScreenLanguage.default('en'),
    immediate: Notice.default('at-once').meta({ title: 'Immediate warnings' }),
    priority: Notice.default('at-once').meta({ title: 'Priority warnings' }),
    routine: Notice.default('digest').meta({ title: 'Routine warnings' }),
    quietFrom: timeOfDay
      .default(null)
      .meta({ title: 'Quiet from', description: 'Only immediate warnings are sent.' }),
    quietUntil: timeOfDay.default(null).meta({ title: 'Quiet until' }),
    zone: z
      .string()
      .max(60)
      .refine(isZone, { error: 'Not a time zone. Write it as Europe/Athens.' })
      .default('UTC')
      .meta({ title: 'Time zone', description: 'For the quiet hours, for example Europe/Athens.' }),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    error: 'Give both ends of the quiet hours, or neither.',
  })
export type Preference = z.infer<typeof Preference>

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)
const extensions = z.looseObject({}).default({})

/** What a browser answers when it made a passkey (W3C Web Authentication, RegistrationResponseJSON). */
export const Registration = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})
export type Registration = z.infer<typeof Registration>

/** What a browser answers when a passkey signed (AuthenticationResponseJSON). */
export const Assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})
export type Assertion = z.infer<typeof Assertion>
