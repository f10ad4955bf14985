import { checkDigit } from './check-digit.ts'
import { mrzFinding, type MrzFinding } from './finding.ts'
import { type Field, type FieldName, type Format, formatOf, type FormatName } from './formats.ts'
import { over, repair, type Repair } from './repair.ts'
import { knownState, specimenCode } from './states.ts'

/** The fields that are plain text in the result; `name` is split into `surname` and `given`, `sex` is M, F or X. */
type TextField = Exclude<FieldName, 'name' | 'sex'>

export type Mrz = { [field in TextField]?: string } & {
  kind: 'MRZ'
  format: FormatName | null
  /** True when nothing is wrong: alphabet, codes, dates and every check digit. */
  valid: boolean
  lines: string[]
  sex?: 'M' | 'F' | 'X'
  truncated?: boolean
  checks: { of: string; given: string; expected: string; holds: boolean }[]
  findings: MrzFinding[]
  /** What may have been misread, and the lines put right; only where they differ. */
  repairs: Repair[]
  repaired?: string[]
  /** Document numbers that the check digit allows, where look-alikes leave more than one. */
  candidates?: string[]
}

export type MrzOptions = {
  /** Accept UTO, the State of specimens. Off wherever real people are checked. */
  specimen?: boolean
  /** The day of the reading (CCYY-MM-DD), to complete years of two digits; without it the expiry date decides. */
  on?: string
}

/**
 * Reads a machine-readable zone (ICAO Doc 9303 parts 3 to 7; French identity card, Swiss driving licence). Small
 * letters, blanks and `«` are put right and reported; misread characters are suggested, not changed, in `repairs`.
 * Never throws: lines that are no zone give `format: null` with a finding.
 */
export function readMrz(input: string | readonly string[], options: MrzOptions = {}): Mrz {
  const findings: MrzFinding[] = []
  const raw = typeof input === 'string' ? input.split(/\r\n|[\r\n]/) : [...input]
  const { lines, format } = normalise(raw, findings)
  const mrz: Mrz = {
    kind: 'MRZ',
    format: format?.name ?? null,
    valid: false,
    lines,
    checks: [],
    findings,
    repairs: [],
  }
  if (!format) {
    findings.push(
      mrzFinding(
        'mrz-format',
        0,
        0,
        0,
        `${lines.length} lines of ${lines.map(l => l.length).join(', ') || 'no'} characters`,
      ),
    )
    return mrz
  }
  lines.forEach((line, at) => {
    const wrong = /[^A-Z0-9<]/.exec(line)
    if (wrong) findings.push(mrzFinding('mrz-characters', at, wrong.index, 1))
  })
  const long = longNumber(format, lines)
  checkDigits(mrz, format, lines, long)
  for (const field of format.fields) readField(mrz, field, lines, options)
  if (long) mrz.documentNumber = long.number
  if (long && mrz.optional !== undefined) {
    if (long.rest) mrz.optional = long.rest
    else delete mrz.optional
  }
  if (!mrz.documentNumber) findings.push(mrzFinding('mrz-number-missing', 0, 0, 0))
  if (!mrz.surname && !mrz.given) findings.push(mrzFinding('mrz-name-missing', 0, 0, 0))
  centuries(mrz, options)
  mrz.valid = !findings.some(finding => finding.severity === 'error' || finding.code === 'mrz-characters')
  if (!mrz.valid) {
    const better = repair(format, lines)
    if (better.repairs.length > 0) {
      mrz.repairs = better.repairs
      mrz.repaired = better.lines
    }
    if (better.candidates.length > 0) mrz.candidates = better.candidates
  }
  return mrz
}

function normalise(
  raw: readonly string[],
  findings: MrzFinding[],
): { lines: string[]; format: Format | null } {
  const kept = raw.map(line => line.trim()).filter(line => line !== '')
  const lines = kept.map(line =>
    line
      .normalize('NFC')
      .toUpperCase()
      .replace(/[«‹]/g, mark => (mark === '«' ? '<<' : '<'))
      .replace(/\s/g, '<'),
  )
  lines.forEach((line, at) => {
    if (line !== kept[at]) findings.push(mrzFinding('mrz-normalised', at, 0, line.length))
  })
  const format = formatOf(lines)
  if (format) return { lines, format }
  // Fillers at the end of a line are often lost in copying; the other lines still tell the width.
  const longest = Math.max(0, ...lines.map(line => line.length))
  const width =
    lines.length === 3 ? 30 : lines.length === 2 ? (longest > 36 ? 44 : 36) : Number.POSITIVE_INFINITY
  const padded = lines.map((line, at) => {
    const full = lines.length === 3 && at === 0 && line.length <= 9 ? 9 : width
    const near = longest === width ? 5 : full - 14
    return line.length < full && line.length >= near && full <= 44 ? line.padEnd(full, '<') : line
  })
  const after = formatOf(padded)
  if (!after) return { lines, format: null }
  padded.forEach((line, at) => {
    if (line !== lines[at])
      findings.push(
        mrzFinding('mrz-padded', at, lines[at]?.length ?? 0, line.length - (lines[at]?.length ?? 0)),
      )
  })
  return { lines: padded, format: after }
}

type Long = { number: string; digit: string; expected: string; rest: string; line: number; at: number }

/**
 * Document numbers of more than nine characters (Doc 9303-5 and -6): the filler stands in place of the check digit, the
 * rest of the number and its check digit open the optional data. Some States compute the digit with that filler in it,
 * which weighs nothing but moves the weights; both readings are accepted.
 */
function longNumber(format: Format, lines: readonly string[]): Long | null {
  if (format.name !== 'TD1' && format.name !== 'TD2') return null
  const line = format.name === 'TD1' ? 0 : 1
  const number = format.fields.find(field => field.name === 'documentNumber')
  const optional = format.fields.find(field => field.name === 'optional')
  if (!number || !optional) return null
  const text = lines[line] ?? ''
  const first = text.slice(number.from, number.to)
  if (text[number.to] !== '<' || first.endsWith('<')) return null
  const tail = /^([A-Z0-9]+)([A-Z0-9])(?:<(.*))?$/.exec(
    text.slice(optional.from, optional.to).replace(/<+$/, ''),
  )
  if (!tail) return null
  const [, more = '', digit = '', rest = ''] = tail
  const plain = checkDigit(first + more)
  const withFiller = checkDigit(`${first}<${more}`)
  return {
    number: first + more,
    digit,
    expected: digit === withFiller ? withFiller : plain,
    rest: rest.replace(/<+/g, ' ').trim(),
    line,
    at: optional.from + more.length,
  }
}

const spoken: Readonly<Record<string, string>> = {
  documentNumber: 'document number',
  birth: 'date of birth',
  expiry: 'date of expiry',
  optional: 'optional data',
  composite: 'whole zone',
  issuer: 'issuing State',
  nationality: 'nationality',
  issued: 'date of issue',
  pin: 'personal number',
  version: 'version',
}

function checkDigits(mrz: Mrz, format: Format, lines: readonly string[], long: Long | null) {
  for (const check of format.checks) {
    let given = lines[check.line]?.[check.at] ?? ''
    let expected = checkDigit(over(check, lines))
    let place = { line: check.line, at: check.at }
    if (check.of === 'documentNumber' && long) {
      given = long.digit
      expected = long.expected
      place = { line: long.line, at: long.at }
    }
    const empty = over(check, lines).replace(/</g, '') === ''
    // An empty field may have a filler for its digit (Doc 9303-4, 4.2.2).
    const holds = given === expected || (given === '<' && empty && check.of !== 'composite')
    mrz.checks.push({ of: check.of, given, expected, holds })
    if (!holds)
      mrz.findings.push(mrzFinding('mrz-check-digit', place.line, place.at, 1, spoken[check.of] ?? check.of))
  }
  const wrong = mrz.checks.filter(check => !check.holds)
  if (wrong.length === 1 && wrong[0]?.of === 'composite')
    mrz.findings.push(
      mrzFinding('mrz-composite-only', format.checks.at(-1)?.line ?? 0, format.checks.at(-1)?.at ?? 0, 1),
    )
}

function readField(mrz: Mrz, field: Field, lines: readonly string[], options: MrzOptions) {
  const { name, kind, line, from, to } = field
  const own: TextField = name === 'name' || name === 'sex' ? 'surname' : name
  const text = (lines[line] ?? '').slice(from, to)
  const say = (code: Parameters<typeof mrzFinding>[0], detail?: string) =>
    mrz.findings.push(mrzFinding(code, line, from, to - from, detail ?? spoken[name] ?? name))
  const value = text.replace(/</g, ' ').trim().replace(/ +/g, ' ')
  switch (kind) {
    case 'name':
      return readName(mrz, name === 'name' ? null : own, text, say)
    case 'state': {
      const state = text.replace(/</g, '')
      if (state) mrz[own] = state
      if (state === specimenCode && !options.specimen) say('mrz-specimen')
      else if (!knownState(state, options.specimen)) say('mrz-state-unknown')
      return
    }
    case 'sex':
      if (text === 'M' || text === 'F') mrz.sex = text
      else if (text === '<' || text === 'X') {
        mrz.sex = 'X'
        if (text === 'X') say('mrz-sex-x')
      } else say('mrz-sex')
      return
    case 'date':
    case 'month':
      if (name === 'birth' || name === 'expiry' || name === 'issued') readDay(mrz, name, text, kind, say)
      return
    case 'digits':
      if (/\D/.test(value)) say('mrz-digits')
      if (value) mrz[own] = value
      return
    case 'code':
      if (name === 'documentCode' && !codeFits(mrz.format, text)) say('mrz-document-code')
      if (value) mrz[own] = text.replace(/<+$/, '')
      return
    case 'number':
      if (value) mrz[own] = text.replace(/</g, '')
      return
    default:
      if (value) mrz[own] = text.replace(/<+$/, '')
  }
}

const codeFits = (format: FormatName | null, code: string): boolean =>
  format === 'TD3' ? code[0] === 'P' : format === 'SWISS-LICENCE' ? code === 'FA' : /^[ACIVP]/.test(code)

function readName(
  mrz: Mrz,
  own: TextField | null,
  text: string,
  say: (code: Parameters<typeof mrzFinding>[0]) => void,
) {
  if (/[0-9]/.test(text)) say('mrz-name-characters')
  if (!text.endsWith('<')) {
    mrz.truncated = true
    say('mrz-name-truncated')
  }
  if (own) {
    // The French card parts given names with two fillers.
    if (words(text)) mrz[own] = words(text)
    return
  }
  const cut = text.indexOf('<<')
  const surname = words(cut < 0 ? text : text.slice(0, cut))
  const given = cut < 0 ? '' : words(text.slice(cut))
  if (surname) mrz.surname = surname
  if (given) mrz.given = given
  if (!surname !== !given) say('mrz-name-single')
}

function readDay(
  mrz: Mrz,
  name: 'birth' | 'expiry' | 'issued',
  text: string,
  kind: 'date' | 'month',
  say: (code: Parameters<typeof mrzFinding>[0]) => void,
) {
  const year = text.slice(0, 2)
  const month = text.slice(2, 4)
  const day = kind === 'month' ? '' : text.slice(4, 6)
  if (/^<+$/.test(text)) {
    if (name === 'birth') say('mrz-date-partial')
    return
  }
  const wholeMonth = /^\d\d$/.test(month) && Number(month) >= 1 && Number(month) <= 12
  const wholeDay = /^\d\d$/.test(day) && Number(day) >= 1 && Number(day) <= lastDay(Number(month))
  if (!/^\d\d$/.test(year) || (!wholeMonth && !unknown(month)) || (!wholeDay && !unknown(day)))
    return say('mrz-date')
  if (!wholeMonth) {
    say('mrz-date-partial')
    mrz[name] = year
  } else if (!wholeDay) {
    if (kind === 'date') say('mrz-date-partial')
    mrz[name] = `${year}-${month}`
  } else mrz[name] = `${year}-${month}-${day}`
}

const words = (part: string): string => part.replace(/<+/g, ' ').trim()

const unknown = (part: string): boolean => part === '' || part === '<<' || part === '00'

/** The last year not after `latest` that ends with the first two digits of the text. */
function near(text: string, latest: number): number {
  const two = Number(text.slice(0, 2))
  return latest - ((((latest - two) % 100) + 100) % 100)
}

const lastDay = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)

/**
 * Completes years of two digits. An expiry lies within fifty years of the day of reading (1970 to 2069 without one), a
 * birth at most a hundred years before the day of reading, or before the expiry where no day is given.
 */
function centuries(mrz: Mrz, options: MrzOptions) {
  const today = options.on ?? null
  if (mrz.expiry) {
    const year = near(mrz.expiry, today ? Number(today.slice(0, 4)) + 50 : 2069)
    mrz.expiry = `${year}${mrz.expiry.slice(2)}`
  }
  if (mrz.issued)
    mrz.issued = `${near(mrz.issued, today ? Number(today.slice(0, 4)) : 2029)}${mrz.issued.slice(2)}`
  const end = today ?? mrz.expiry ?? '2029-12-31'
  if (mrz.birth) {
    let year = near(mrz.birth, Number(end.slice(0, 4)))
    if (`${year}${mrz.birth.slice(2)}` > end) year -= 100
    mrz.birth = `${year}${mrz.birth.slice(2)}`
    const feb29 = mrz.birth.endsWith('-02-29') && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
    if (feb29) mrz.findings.push(mrzFinding('mrz-date', 0, 0, 0, 'date of birth'))
  }
}
