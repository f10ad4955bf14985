import { z } from 'zod'

/** Where and how people travelled and were met, and what was wrong with a document: the closed lists of our own form. */
export const borderTypes = ['land', 'sea', 'air', 'inland'] as const

export const BorderType = z
  .enum(borderTypes)
  .meta({ title: 'Border type', description: 'Where it was found: at a land, sea or air border, or inland.' })
export type BorderType = z.infer<typeof BorderType>

export const meansOfTransport = [
  'on-foot',
  'car',
  'lorry',
  'bus',
  'rail',
  'boat',
  'ship',
  'aircraft',
  'other',
] as const

export const MeansOfTransport = z
  .enum(meansOfTransport)
  .meta({ title: 'Means of transport', description: 'What people travelled in or hid in.' })
export type MeansOfTransport = z.infer<typeof MeansOfTransport>

export const documentTypes = [
  'passport',
  'identity-card',
  'visa',
  'residence-permit',
  'refugee-travel-document',
  'emergency-travel-document',
  'driving-licence',
  'seaman-book',
  'stamp',
  'supporting-document',
  'other',
] as const

export const DocumentType = z
  .enum(documentTypes)
  .meta({ title: 'Document', description: 'The kind of document, never its number.' })
export type DocumentType = z.infer<typeof DocumentType>

export const documentFrauds = [
  'counterfeit',
  'forged-biographical-page',
  'page-substitution',
  'forged-visa-or-stamp',
  'stolen-blank',
  'impostor',
  'fraudulently-obtained',
  'pseudo-document',
] as const

export const DocumentFraud = z.enum(documentFrauds).meta({
  title: 'Document fraud',
  description:
    'counterfeit: made from nothing · forged biographical page · page substitution · forged visa or stamp · ' +
    'stolen blank · impostor: a genuine document of someone else · fraudulently obtained: genuine, by deceit · ' +
    'pseudo-document: of an issuer that does not exist',
})
export type DocumentFraud = z.infer<typeof DocumentFraud>

export const trends = ['new', 'up', 'stable', 'down'] as const

export const Trend = z
  .enum(trends)
  .meta({ title: 'Trend', description: 'Compared with what was usual before.' })
export type Trend = z.infer<typeof Trend>
