import { z } from 'zod'
import { documentNumber } from '#core/match/records.ts'
import { Marking } from '#vocabulary/marking.ts'
import { readBirthDate } from './birth.ts'
import { readState } from './codes.ts'
import { actions, documentStatuses, flags, identityKinds, nameKinds } from './kinds.ts'
import { searchKeys } from './signs.ts'

const text = (max: number) => z.string().trim().max(max).default('')
const none = <S extends z.ZodType>(schema: S) => schema.nullable().default(null)

/** A State's code as written, made the one code of people's data; or the sentence that says how to mend it. */
const StateCode = z
  .string()
  .trim()
  .max(60)
  .transform((written, context) => {
    const answer = readState(written)
    if (answer.ok) return answer.code
    context.addIssue({ code: 'custom', message: answer.problem })
    return z.NEVER
  })
  .pipe(z.string())
  .meta({ title: 'State', description: 'Three letters as on a travel document: SYR, XXA stateless.' })

const Day = z.iso.date({ error: 'Not a day. Write for example 2026-11-22.' })

const Birth = z
  .string()
  .trim()
  .max(40)
  .transform((written, context) => {
    const answer = readBirthDate(written, '9999-12-31')
    if (answer.ok) return answer.birth
    context.addIssue({ code: 'custom', message: answer.problem })
    return z.NEVER
  })
  .pipe(z.string())
  .meta({ title: 'Date of birth', description: 'As exactly as it is known: 1980-05-12, 1980-05 or 1980.' })

export const Name = z
  .object({
    kind: z.enum(nameKinds).default('primary').meta({
      title: 'Kind',
      description: 'A weak alias is too common or too short to find anybody by it alone.',
    }),
    family: text(120).meta({ title: 'Family name' }),
    given: text(120).meta({ title: 'Given names' }),
    full: text(240).meta({
      title: 'Name in one line',
      description: 'Where it is not known which part is which.',
    }),
    script: none(z.string().regex(/^[A-Z][a-z]{3}$/)).meta({
      title: 'Script',
      description: 'ISO 15924; filled in from the letters.',
    }),
  })
  .refine(({ family, given, full }) => family !== '' || given !== '' || full !== '', {
    error: 'A name needs at least one part.',
  })
export type Name = z.infer<typeof Name>

export const Identity = z.object({
  kind: z.enum(identityKinds).default('confirmed').meta({
    title: 'Identity',
    description:
      'Confirmed by documents, only claimed, or misused: then it is that of the victim, who agreed.',
  }),
  names: z.array(Name).min(1, 'An identity needs a name.').max(100).meta({ title: 'Names' }),
  birth: none(Birth),
  circa: z.boolean().default(false).meta({ title: 'Estimated' }),
  birthPlace: text(200).meta({ title: 'Place of birth' }),
  birthCountry: none(StateCode).meta({ title: 'Country of birth' }),
  sex: none(z.enum(['M', 'F', 'X'])).meta({ title: 'Sex', description: 'As on the document.' }),
  nationalities: z.array(StateCode).max(10).default([]).meta({ title: 'Nationalities' }),
  description: text(500).meta({
    title: 'Physical characteristics',
    description: 'Specific, objective, not subject to change.',
  }),
})
export type Identity = z.infer<typeof Identity>

const hasNumber = (written: string) => documentNumber(written).length >= 2

export const AlertDocument = z
  .object({
    type: z.string().trim().min(1).max(40).default('P').meta({
      title: 'Type',
      description: 'P passport, I identity card, V visa, AR residence permit, or a word.',
    }),
    number: z
      .string()
      .trim()
      .max(60)
      .refine(hasNumber, { error: 'A document number has at least two letters or digits.' })
      .meta({ title: 'Number', description: 'As it is written on the document.' }),
    to: none(z.string().trim().max(60).refine(hasNumber, { error: 'Not a document number.' })).meta({
      title: 'Last number',
      description: 'Of a range of blank documents.',
    }),
    issuer: none(StateCode).meta({ title: 'Issued by' }),
    status: z.enum(documentStatuses).default('held').meta({ title: 'Status' }),
    issuedOn: none(Day).meta({ title: 'Issued on' }),
    expiresOn: none(Day).meta({ title: 'Expires on' }),
  })
  .refine(({ number, to }) => to === null || isRange(number, to), {
    path: ['to'],
    error: 'The last number of a range is as long as the first and not before it.',
  })
  .refine(({ issuedOn, expiresOn }) => issuedOn === null || expiresOn === null || issuedOn <= expiresOn, {
    path: ['expiresOn'],
    error: 'It would have expired before it was issued.',
  })
export type AlertDocument = z.infer<typeof AlertDocument>

const isRange = (first: string, last: string): boolean => {
  const [from, to] = [documentNumber(first), documentNumber(last)]
  return from.length === to.length && from <= to
}

export const AlertObject = z
  .object({
    type: z.enum(['vehicle', 'vessel']),
    plate: text(20).meta({ title: 'Registration number' }),
    country: none(StateCode).meta({ title: 'Country of registration or flag' }),
    vin: text(30).meta({ title: 'Vehicle identification number' }),
    make: text(60),
    model: text(60),
    colour: text(40),
    name: text(120).meta({ title: 'Name of the vessel' }),
    imo: none(
      z
        .string()
        .trim()
        .regex(/^\d{7}$/, 'An IMO number has seven digits.'),
    ),
    mmsi: none(
      z
        .string()
        .trim()
        .regex(/^\d{9}$/, 'An MMSI has nine digits.'),
    ),
    callSign: text(10),
  })
  .refine(each => keysOf(each).length > 0 || each.name !== '', {
    error: 'Give a registration number, VIN, name, IMO number, MMSI or call sign.',
  })
export type AlertObject = z.infer<typeof AlertObject>

interface Keys {
  plate: string
  vin: string
  imo: string | null
  mmsi: string | null
  callSign: string
}

/** The signs that a thing bears. */
export const signsOf = ({ plate, vin, imo, mmsi, callSign }: Keys): string[] =>
  [plate, vin, imo ?? '', mmsi ?? '', callSign].filter(Boolean)

/** Everything an object is found by. */
export const keysOf = (object: Keys): string[] => [...new Set(signsOf(object).flatMap(searchKeys))]

/** Why the alert stands: for the bureaux, not for the officer who carries it out. */
export const AlertGround = z.object({
  reason: z.string().trim().min(3, 'Say why the alert is entered.').max(2000).meta({ title: 'Reason' }),
  decision: text(200).meta({ title: 'Reference of the decision' }),
  evidence: text(500).meta({ title: 'Where the file and the evidence are' }),
  offence: text(200).meta({ title: 'Type of offence' }),
  note: text(2000).meta({ title: 'Note for the bureaux' }),
})
export type AlertGround = z.infer<typeof AlertGround>

/** What only return decisions and refusals have (Regulation (EU) 2018/1860, Article 4(1)(x) to (z)). */
export const Particulars = z.object({
  departureUntil: none(Day).meta({ title: 'Last day for voluntary departure' }),
  suspended: z.boolean().default(false).meta({ title: 'The decision is suspended' }),
  entryBan: z.boolean().default(false).meta({ title: 'Accompanied by an entry ban' }),
  unionFamily: z.boolean().default(false).meta({ title: 'Family member of a Union citizen' }),
})
export type Particulars = z.infer<typeof Particulars>

/** What an alert says. What is left empty is taken from its list. */
export const AlertContent = z.object({
  action: none(z.enum(actions)).meta({ title: 'Action to take', description: 'Empty: that of the list.' }),
  legalBasis: text(500).meta({ title: 'Legal basis', description: 'Empty: that of the list.' }),
  flags: z.array(z.enum(flags)).max(flags.length).default([]).meta({ title: 'Warnings for officers' }),
  marking: none(Marking).meta({ title: 'Marking', description: 'Empty: that of the list; never lower.' }),
  particulars: Particulars.default(Particulars.parse({})),
  endsOn: none(Day).meta({
    title: 'Ends on',
    description: 'Where the decision ends before the review. The alert is deleted then.',
  }),
  identities: z.array(Identity).max(50).default([]).meta({ title: 'Identities' }),
  documents: z.array(AlertDocument).max(200).default([]).meta({ title: 'Documents' }),
  objects: z.array(AlertObject).max(20).default([]).meta({ title: 'Objects' }),
  ground: AlertGround,
})
export type AlertContent = z.infer<typeof AlertContent>
