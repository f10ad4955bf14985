// What an alert and a passenger are to the matcher: only what can agree or disagree.
import { plainState, specialCodes } from '#core/mrz/states.ts'
import type { NameInput } from '#core/names/parts.ts'

export type DocumentRef = {
  type?: string | null | undefined
  number: string
  issuer?: string | null | undefined
}

export type AlertRecord = {
  id: string
  names: readonly NameInput[]
  /** YYYY, YYYY-MM, YYYY-MM-DD or null */
  birth?: string | null | undefined
  /** ICAO or ISO alpha-3 codes */
  nationalities?: readonly string[] | null | undefined
  sex?: string | null | undefined
  documents?: readonly DocumentRef[] | null | undefined
}

export type PassengerRecord = {
  id?: string | undefined
  family?: string | null | undefined
  given?: string | null | undefined
  full?: string | null | undefined
  /** the name was cut to fit its field, as on a machine-readable zone */
  truncated?: boolean | null | undefined
  birth?: string | null | undefined
  nationality?: string | null | undefined
  sex?: string | null | undefined
  documents?: readonly DocumentRef[] | null | undefined
}

/**
 * Passports as ICAO Doc 9303 codes them, of those that a State issues to its own nationals: not to refugees, to stateless persons or
 * to aliens, nor what an organisation issues.
 */
const nationalPassports = new Set(['P', 'P<', 'PP', 'PD', 'PO'])

/** A passenger's nationality: as it is stated, or, where it is not, the State that issued the passport. */
export function nationalityOf(passenger: PassengerRecord): {
  code: string
  by: 'nationality' | 'passport'
} {
  const { nationality, documents } = passenger
  if (nationality !== undefined && nationality !== null && nationality !== '')
    return { code: nationality, by: 'nationality' }
  for (const { type, issuer } of documents ?? [])
    if (codeNumber(issuer) !== 0 && nationalPassports.has((type ?? '').toUpperCase()))
      return { code: issuer ?? '', by: 'passport' }
  return { code: '', by: 'nationality' }
}

function codeValue(text: string): number {
  let value = 0
  for (let i = 0; i < text.length; i++) value = value * 27 + text.charCodeAt(i) - 64
  return value
}

/** For each code the one that stands for the same: one State may have several, and those of no State say nothing. */
const meant = Uint16Array.from({ length: 32768 }, (_, code) => code)
for (const [code, { kind }] of Object.entries(specialCodes))
  meant[codeValue(code)] = kind === 'person' || kind === 'organisation' ? 0 : codeValue(plainState(code))

/** A nationality code of up to three letters as a number below 32768; 0 for none or for codes that name no State (XXB, UNO). */
export function codeNumber(code: string | null | undefined): number {
  if (code === null || code === undefined) return 0
  let value = 0
  for (let i = 0; i < Math.min(3, code.length); i++) {
    const sign = code.charCodeAt(i)
    const letter = (sign & 0xdf) - 64
    if (sign > 127 || letter < 1 || letter > 26) return 0
    value = value * 27 + letter
  }
  return meant[value]!
}

/** Whether an alert is of a nationality; `nations` holds up to two of them as columns do, the second above 15 bits. */
export function isOf(nations: number, nation: number): boolean {
  return (nations & 0x7fff) === nation || nations >>> 15 === nation
}

/** The same for a code that stands as ASCII among other bytes. */
export function codeOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let i = from; i < Math.min(from + 3, to); i++) {
    const letter = (bytes[i]! & 0xdf) - 64
    if (letter < 1 || letter > 26) return 0
    value = value * 27 + letter
  }
  return meant[value]!
}

export function codeText(value: number): string {
  let out = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 27))
    out = String.fromCharCode(64 + (rest % 27)) + out
  return out
}

/** 0 unknown or unspecified, 1 male, 2 female. */
export function sexNumber(sex: string | null | undefined): number {
  const first = (sex ?? '').charAt(0).toUpperCase()
  return first === 'M' ? 1 : first === 'F' ? 2 : 0
}

const scanned: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
}

/** The value of a decimal digit of any script: each script has its ten in a row (The Unicode Standard, chapter 4.6). */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

/** A text with the digits of every script as 0 to 9. */
export function withPlainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => (digit <= '9' ? digit : digitValue(digit)))
}

/** A document number without blanks and signs, upper case, its digits as 0 to 9 whatever script they are in. */
export function documentNumber(number: string): string {
  const read = /\P{ASCII}/u.test(number) ? withPlainDigits(number.normalize('NFKC')) : number
  return read.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** A document number with the signs united that a scanner confuses (OCR-B: 0 O, 1 I, 5 S, 8 B, 2 Z, 6 G). */
export function scannedNumber(number: string): string {
  let out = ''
  for (const letter of documentNumber(number)) out += scanned[letter] ?? letter
  return out
}

const scannedCodes = new Uint8Array(256)
for (let code = 0; code < 128; code++) {
  const sign = scannedNumber(String.fromCharCode(code))
  scannedCodes[code] = sign === '' ? 0 : sign.charCodeAt(0)
}

/** One sign of a document number, an ASCII code, as scannedNumber writes it; 0 where it is left out. */
export function scannedCode(code: number): number {
  return scannedCodes[code] ?? 0
}

/** 32-bit FNV-1a of a text, with a salt so that several kinds of key may share one table. */
export function hashText(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finishHash(hash)
}

/** The last steps of a hash: every bit of what came in moves every bit of what goes out. */
export function finishHash(started: number): number {
  let hash = started
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0
}
