import { z } from 'zod'

/** Why personal data is read. Stated by the officer at each reading and kept in the record. */
export const purposes = [
  'border-check',
  'visa-examination',
  'return',
  'identity-verification',
  'protection-of-the-person',
  'supervision',
  'request-of-the-person',
] as const

export const Purpose = z.enum(purposes).meta({
  title: 'Purpose',
  description: 'What the personal data is needed for. Kept in the record with your name.',
})
export type Purpose = z.infer<typeof Purpose>
