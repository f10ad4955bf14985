/**
 * Where each field stands in each machine-readable zone. ICAO Doc 9303 part 4 (TD3), part 5 (TD1), part 6 (TD2),
 * part 7 (visas MRV-A and MRV-B); the French identity card of 1995 to 2021 (arrêté national layout, two lines of 36)
 * and the Swiss driving licence (ISO/IEC 18013 national layout, lines of 9, 30 and 30).
 */
export type FormatName = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRENCH-ID' | 'SWISS-LICENCE'

/** What may stand in a field: it decides which look-alikes can be told apart without a check digit. */
export type FieldKind =
  | 'code'
  | 'state'
  | 'number'
  | 'date'
  | 'month'
  | 'sex'
  | 'name'
  | 'free'
  | 'digit'
  | 'digits'

export type FieldName =
  | 'documentCode'
  | 'issuer'
  | 'name'
  | 'surname'
  | 'given'
  | 'documentNumber'
  | 'nationality'
  | 'birth'
  | 'sex'
  | 'expiry'
  | 'issued'
  | 'optional'
  | 'optional2'
  | 'department'
  | 'language'
  | 'pin'
  | 'version'

export type Field = { name: FieldName; kind: FieldKind; line: number; from: number; to: number }

export type Check = {
  of: 'documentNumber' | 'birth' | 'expiry' | 'optional' | 'composite'
  line: number
  at: number
  /** What it is computed over, in order. */
  over: { line: number; from: number; to: number }[]
}

export type Format = { name: FormatName; widths: number[]; fields: Field[]; checks: Check[] }

const field = (name: FieldName, kind: FieldKind, line: number, from: number, to: number): Field => ({
  name,
  kind,
  line,
  from,
  to,
})
const check = (of: Check['of'], line: number, at: number, ...over: [number, number, number][]): Check => ({
  of,
  line,
  at,
  over: over.map(([l, from, to]) => ({ line: l, from, to })),
})

const secondLine = (optionalTo: number) => [
  field('documentNumber', 'number', 1, 0, 9),
  field('nationality', 'state', 1, 10, 13),
  field('birth', 'date', 1, 13, 19),
  field('sex', 'sex', 1, 20, 21),
  field('expiry', 'date', 1, 21, 27),
  field('optional', 'free', 1, 28, optionalTo),
]
const secondLineChecks = [
  check('documentNumber', 1, 9, [1, 0, 9]),
  check('birth', 1, 19, [1, 13, 19]),
  check('expiry', 1, 27, [1, 21, 27]),
]
const firstLine = (width: number) => [
  field('documentCode', 'code', 0, 0, 2),
  field('issuer', 'state', 0, 2, 5),
  field('name', 'name', 0, 5, width),
]

export const formats: Readonly<Record<FormatName, Format>> = {
  TD1: {
    name: 'TD1',
    widths: [30, 30, 30],
    fields: [
      field('documentCode', 'code', 0, 0, 2),
      field('issuer', 'state', 0, 2, 5),
      field('documentNumber', 'number', 0, 5, 14),
      field('optional', 'free', 0, 15, 30),
      field('birth', 'date', 1, 0, 6),
      field('sex', 'sex', 1, 7, 8),
      field('expiry', 'date', 1, 8, 14),
      field('nationality', 'state', 1, 15, 18),
      field('optional2', 'free', 1, 18, 29),
      field('name', 'name', 2, 0, 30),
    ],
    checks: [
      check('documentNumber', 0, 14, [0, 5, 14]),
      check('birth', 1, 6, [1, 0, 6]),
      check('expiry', 1, 14, [1, 8, 14]),
      check('composite', 1, 29, [0, 5, 30], [1, 0, 7], [1, 8, 15], [1, 18, 29]),
    ],
  },
  TD2: {
    name: 'TD2',
    widths: [36, 36],
    fields: [...firstLine(36), ...secondLine(35)],
    checks: [...secondLineChecks, check('composite', 1, 35, [1, 0, 10], [1, 13, 20], [1, 21, 35])],
  },
  TD3: {
    name: 'TD3',
    widths: [44, 44],
    fields: [...firstLine(44), ...secondLine(42)],
    checks: [
      ...secondLineChecks,
      check('optional', 1, 42, [1, 28, 42]),
      check('composite', 1, 43, [1, 0, 10], [1, 13, 20], [1, 21, 43]),
    ],
  },
  'MRV-A': {
    name: 'MRV-A',
    widths: [44, 44],
    fields: [...firstLine(44), ...secondLine(44)],
    checks: secondLineChecks,
  },
  'MRV-B': {
    name: 'MRV-B',
    widths: [36, 36],
    fields: [...firstLine(36), ...secondLine(36)],
    checks: secondLineChecks,
  },
  'FRENCH-ID': {
    name: 'FRENCH-ID',
    widths: [36, 36],
    fields: [
      field('documentCode', 'code', 0, 0, 2),
      field('issuer', 'state', 0, 2, 5),
      field('surname', 'name', 0, 5, 30),
      field('department', 'free', 0, 30, 36),
      field('issued', 'month', 1, 0, 4),
      field('documentNumber', 'number', 1, 0, 12),
      field('given', 'name', 1, 13, 27),
      field('birth', 'date', 1, 27, 33),
      field('sex', 'sex', 1, 34, 35),
    ],
    checks: [
      check('documentNumber', 1, 12, [1, 0, 12]),
      check('birth', 1, 33, [1, 27, 33]),
      check('composite', 1, 35, [0, 0, 36], [1, 0, 35]),
    ],
  },
  'SWISS-LICENCE': {
    name: 'SWISS-LICENCE',
    widths: [9, 30, 30],
    fields: [
      field('documentNumber', 'number', 0, 0, 6),
      field('language', 'code', 0, 6, 7),
      field('documentCode', 'code', 1, 0, 2),
      field('issuer', 'state', 1, 2, 5),
      field('pin', 'digits', 1, 5, 14),
      field('version', 'digits', 1, 14, 17),
      field('birth', 'date', 1, 19, 25),
      field('name', 'name', 2, 0, 30),
    ],
    checks: [],
  },
}

/** Which format lines of these widths are, or null. `lines` are already in capitals with `<` as filler. */
export function formatOf(lines: readonly string[]): Format | null {
  const widths = lines.map(line => line.length).join(' ')
  const first = lines[0] ?? ''
  if (widths === '30 30 30') return formats.TD1
  if (widths === '44 44') return first.startsWith('V') ? formats['MRV-A'] : formats.TD3
  if (widths === '36 36')
    return first.startsWith('V')
      ? formats['MRV-B']
      : first.startsWith('IDFRA')
        ? formats['FRENCH-ID']
        : formats.TD2
  if (widths === '9 30 30') return formats['SWISS-LICENCE']
  return null
}
