/** What is wrong in a machine-readable zone. Like all findings it never quotes a name, a birth date or a number. */
export type MrzFinding = {
  code: MrzFindingCode
  severity: 'error' | 'warning' | 'note'
  /** Line and column counted from 1. */
  position: { line: number; column: number; length: number }
  sentence: string
}

export const mrzFindingKinds = {
  'mrz-format': { severity: 'error', sentence: 'These lines are not a machine-readable zone: {}.' },
  'mrz-characters': {
    severity: 'warning',
    sentence: 'A line has characters other than A to Z, 0 to 9 and <.',
  },
  'mrz-normalised': {
    severity: 'note',
    sentence: 'Small letters, blanks or other marks were turned into capitals and <.',
  },
  'mrz-padded': { severity: 'warning', sentence: 'A line is too short. Fillers were added at its end.' },
  'mrz-check-digit': { severity: 'error', sentence: 'The check digit of the {} is wrong.' },
  'mrz-state-unknown': { severity: 'error', sentence: 'The {} is not a code of Doc 9303 or ISO 3166-1.' },
  'mrz-specimen': { severity: 'error', sentence: 'The {} is UTO (Utopia): a specimen, not a real document.' },
  'mrz-date': { severity: 'error', sentence: 'The {} is not a date.' },
  'mrz-date-partial': { severity: 'note', sentence: 'The {} is only partly known.' },
  'mrz-sex': { severity: 'error', sentence: 'The sex is none of M, F and <.' },
  'mrz-sex-x': { severity: 'note', sentence: 'The sex is written X, where the zone should have <.' },
  'mrz-name-missing': { severity: 'error', sentence: 'The zone has no name.' },
  'mrz-name-single': { severity: 'note', sentence: 'The name has one part only.' },
  'mrz-name-truncated': {
    severity: 'note',
    sentence: 'The name fills its field to the end and may be cut off.',
  },
  'mrz-name-characters': { severity: 'error', sentence: 'The name has digits in it.' },
  'mrz-number-missing': { severity: 'error', sentence: 'The document has no number.' },
  'mrz-digits': { severity: 'error', sentence: 'The {} has letters where digits belong.' },
  'mrz-document-code': {
    severity: 'warning',
    sentence: 'The document code does not belong to this kind of document.',
  },
  'mrz-composite-only': {
    severity: 'note',
    sentence:
      'Only the check digit over the whole is wrong: a character no other digit covers may be misread.',
  },
} as const satisfies Record<string, { severity: MrzFinding['severity']; sentence: string }>

export type MrzFindingCode = keyof typeof mrzFindingKinds

export const mrzFinding = (
  code: MrzFindingCode,
  line: number,
  from: number,
  length: number,
  detail = '',
): MrzFinding => ({
  code,
  severity: mrzFindingKinds[code].severity,
  position: { line: line + 1, column: from + 1, length },
  sentence: mrzFindingKinds[code].sentence.replace('{}', () => detail),
})
