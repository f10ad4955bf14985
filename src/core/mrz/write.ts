import { checkDigit } from './check-digit.ts'
import { formats, type FieldName, type FormatName } from './formats.ts'
import { over } from './repair.ts'

/** What stands in a zone. Dates are CCYY-MM-DD, or shorter where less is known; names and numbers as printed. */
export type MrzData = {
  format: FormatName
  documentCode: string
  issuer: string
  surname: string
  given?: string
  documentNumber: string
  nationality?: string
  birth?: string
  sex?: 'M' | 'F' | 'X'
  expiry?: string
  optional?: string
  optional2?: string
  department?: string
  language?: string
  pin?: string
  version?: string
}

/**
 * Writes a machine-readable zone (ICAO Doc 9303 parts 3 to 7) with its check digits. Names are turned into the alphabet
 * of the zone and cut to its length; a document number of more than nine characters continues in the optional data
 * (TD1 and TD2). What does not fit anywhere is named in `problems`; the lines always have the right length.
 */
export function writeMrz(data: MrzData): { lines: string[]; problems: string[] } {
  const format = formats[data.format]
  const problems: string[] = []
  const rows = format.widths.map(width => Array<string>(width).fill('<'))
  const put = (line: number, from: number, to: number, text: string, what: string) => {
    if (text.length > to - from)
      problems.push(`The ${what} is longer than the ${to - from} characters of its field.`)
    const row = rows[line]
    if (row) for (let i = 0; i < text.length && i < to - from; i++) row[from + i] = text.charAt(i)
  }
  const number = plain(data.documentNumber)
  const continued = number.length > 9 && (data.format === 'TD1' || data.format === 'TD2')
  for (const { name, line, from, to } of format.fields) {
    if (name === 'name') put(line, from, to, nameField(data.surname, data.given ?? '', to - from), 'name')
    else if (name === 'surname' || name === 'given')
      put(line, from, to, zoneName(data[name] ?? '').slice(0, to - from), name)
    else if (name === 'documentNumber')
      put(line, from, to, continued ? number.slice(0, 9) : number, 'document number')
    else if (name === 'birth' || name === 'expiry') put(line, from, to, zoneDate(data[name]), name)
    else if (name === 'sex') put(line, from, to, data.sex === 'M' || data.sex === 'F' ? data.sex : '<', name)
    else if (name === 'optional' && continued)
      put(
        line,
        from,
        to,
        `${number.slice(9)}${checkDigit(number)}<${plain(data.optional ?? '')}`,
        'document number',
      )
    // The French number contains the month of issue, so it is not written twice.
    else if (name !== 'issued')
      put(line, from, to, plain(data[name as Exclude<FieldName, 'name' | 'issued'>] ?? ''), name)
  }
  const now = () => rows.map(row => row.join(''))
  for (const check of format.checks) {
    const row = rows[check.line]
    if (!row || (check.of === 'documentNumber' && continued)) continue
    const text = over(check, now())
    row[check.at] = check.of === 'optional' && /^<*$/.test(text) ? '<' : checkDigit(text)
  }
  return { lines: now(), problems }
}

const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9<]/g, '<')
    .replace(/<+$/, '')

const zoneDate = (date: string | undefined): string => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return year.slice(-2).padStart(2, '<') + month.padStart(2, '<') + day.padStart(2, '<')
}

/** Letters that do not become their base letter (ICAO Doc 9303-3, section 6, transliteration of Latin characters). */
const letters: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ĳ: 'IJ',
  Ñ: 'N',
  Ŋ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  ß: 'SS',
  ẞ: 'SS',
  Þ: 'TH',
  Ü: 'UE',
  ĸ: 'Q',
  Ħ: 'H',
  Ł: 'L',
  Ŧ: 'T',
  ı: 'I',
  Ŀ: 'L',
}

/** A name in the alphabet of the zone: apostrophes and full stops left out, hyphens and blanks become a filler. */
export function zoneName(name: string): string {
  let text = ''
  for (const c of name.normalize('NFC').toUpperCase()) {
    const known = letters[c]
    if (known) text += known
    else if (/[A-Z]/.test(c)) text += c
    else if (/['’ʼ`.]/.test(c)) continue
    else {
      const base = c.normalize('NFD').replace(/\p{M}/gu, '')
      text += /^[A-Z]+$/.test(base) ? base : '<'
    }
  }
  return text.replace(/<+/g, '<').replace(/^<|<$/g, '')
}

/**
 * `SURNAME<<GIVEN<NAMES`. A field too short keeps the surname whole and cuts the given names; only a surname that would
 * leave less than an initial is cut itself (Doc 9303-4, 4.2.3).
 */
function nameField(surname: string, given: string, width: number): string {
  const first = zoneName(surname)
  const second = zoneName(given)
  if (!first) return second ? `<<${second}`.slice(0, width) : ''
  if (!second) return first.slice(0, width)
  const whole = `${first}<<${second}`
  if (whole.length <= width) return whole
  return `${first.slice(0, width - 3)}<<${second}`.slice(0, width)
}
