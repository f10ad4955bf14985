import type { z } from 'zod'
import { AlertContent } from './content.ts'
import { type Kind, kindRules } from './kinds.ts'
import type { ListTerms } from './model.ts'

type Input = z.input<typeof AlertContent>

/** The content of an alert on an invented person, for tests: what matters is given, the rest is plausible. */
export const sampleContent = (more: Partial<Input> = {}): AlertContent =>
  AlertContent.parse({
    identities: [
      {
        names: [{ family: 'Qasemzadeh', given: 'Farrokh' }],
        birth: '1984-03-17',
        nationalities: ['IRN'],
        sex: 'M',
        description: 'Invented person.',
      },
    ],
    ground: { reason: 'Invented for a test.', decision: 'T-1/2026' },
    ...more,
  } satisfies Input)

/** The terms of a list of this kind, open to everybody with the area for all purposes that its kind allows. */
export const sampleTerms = (kind: Kind, more: Partial<ListTerms> = {}): ListTerms & { kind: Kind } => ({
  kind,
  name: `Test list of ${kind}`,
  legalBasis: kindRules[kind].source,
  action: kindRules[kind].actions[0],
  purposes: [...kindRules[kind].purposes],
  audience: ['all'],
  marking: 'LIMITED',
  fourEyes: false,
  reviewMonths: Math.min(36, kindRules[kind].mostMonths),
  warnMonths: 4,
  ...more,
})
