/**
 * Reads a text into tokens once, in linear time, into typed arrays; every rule walks these and none uses a regular
 * expression over the whole text, so no input can make it slow. Positions are those of the original text.
 *
 * A token is a run of letters, digits and marks; letters without case (Arabic, Hebrew, Han …) do not join digits. Digits
 * of any script count as digits (UAX #44, Nd), full-width forms as their narrow ones, and invisible characters as nothing.
 */
const UPPER = 2
const LOWER = 3
const CASELESS = 4
const IGNORED = 5
const DIGIT = 1

export type Text = {
  readonly source: string
  /** Digits as ASCII, blanks as space, dashes as `-`, apostrophes as `'`; letters as they are. Same length as the source. */
  readonly plain: string
  /** As `plain`, with case and diacritics folded away. Same length. */
  readonly folded: string
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly letters: Uint16Array
  readonly digits: Uint16Array
  /** Bits of `shapes`. */
  readonly shape: Uint8Array
  /** What stands before the next token: the code of one sign, `noGap` for nothing, `longGap` for more than one. */
  readonly gaps: Uint16Array
  /** How many tokens ahead the next figure stands, and how many behind the last one; 255 is far. */
  readonly ahead: Uint8Array
  readonly behind: Uint8Array
}

export const noGap = 0
export const longGap = 0xffff

export const shapes = { capital: 1, allCapitals: 2, caseless: 4, broken: 8 } as const

const kinds = new Uint8Array(65_536)
const plains = new Uint16Array(65_536)
const folds = new Uint16Array(65_536)
let ready = false

const replaced = new Map<string, string>([
  ...'‐‑‒–—―−'.split('').map((dash): [string, string] => [dash, '-']),
  ...'’ʼ‘`´′'.split('').map((mark): [string, string] => [mark, "'"]),
  ...'ıłøđςىیکةؤئ'.split('').map((letter, at): [string, string] => [letter, 'ilodσييكهوي'[at] ?? letter]),
])

const prepare = (): void => {
  let digit = 0
  for (let code = 0; code < 65_536; code++) {
    const raw = String.fromCharCode(code)
    const char = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : raw
    plains[code] = char.charCodeAt(0)
    folds[code] = plains[code] ?? code
    if (/\p{Nd}/u.test(char)) {
      kinds[code] = DIGIT
      const ascii = char === raw && code > 0x39 ? 0x30 + (digit++ % 10) : char.charCodeAt(0)
      plains[code] = ascii
      folds[code] = ascii
    } else if (/\p{L}/u.test(char)) {
      kinds[code] = /\p{Lu}|\p{Lt}/u.test(char) ? UPPER : /\p{Ll}/u.test(char) ? LOWER : CASELESS
      const lower =
        code > 0x2e80 && code < 0xfb00 ? char : char.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
      const one = replaced.get(lower) ?? lower
      if (one.length === 1) folds[code] = one.charCodeAt(0)
    } else if (/\p{M}|\p{Cf}/u.test(char)) kinds[code] = IGNORED
    else if (/\s/u.test(char) && char !== '\n') plains[code] = folds[code] = 0x20
    else {
      const other = replaced.get(char)
      if (other !== undefined) plains[code] = folds[code] = other.charCodeAt(0)
    }
  }
  ready = true
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

export const readText = (source: string): Text => {
  if (!ready) prepare()
  const length = source.length
  const plain = new Uint16Array(length)
  const folded = new Uint16Array(length)
  const room = (length >> 1) + 2
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  const letters = new Uint16Array(room)
  const digits = new Uint16Array(room)
  const shape = new Uint8Array(room)
  let count = 0
  let open = false
  let first = 0
  let nLetters = 0
  let nDigits = 0
  let nUpper = 0
  let nCaseless = 0
  let broken = false
  const close = (end: number): void => {
    starts[count] = first
    ends[count] = end
    letters[count] = Math.min(nLetters, 65_535)
    digits[count] = Math.min(nDigits, 65_535)
    shape[count] =
      (nUpper > 0 && kinds[source.charCodeAt(first)] === UPPER ? shapes.capital : 0) |
      (nUpper > 0 && nUpper === nLetters ? shapes.allCapitals : 0) |
      (nCaseless > 0 ? shapes.caseless : 0) |
      (broken ? shapes.broken : 0)
    count++
    open = false
  }
  for (let at = 0; at < length; at++) {
    const code = source.charCodeAt(at)
    plain[at] = plains[code] ?? code
    folded[at] = folds[code] ?? code
    const kind = kinds[code] ?? 0
    if (kind === 0) {
      if (open) close(at)
      continue
    }
    if (kind === IGNORED) {
      if (open) broken = true
      continue
    }
    if (open && (kind === CASELESS ? nCaseless < nLetters + nDigits : nCaseless > 0)) close(at)
    if (!open) {
      open = true
      first = at
      nLetters = nDigits = nUpper = nCaseless = 0
      broken = false
    }
    if (kind === DIGIT) nDigits++
    else {
      nLetters++
      if (kind === UPPER) nUpper++
      else if (kind === CASELESS) nCaseless++
    }
  }
  if (open) close(length)
  const gaps = new Uint16Array(count)
  const ahead = new Uint8Array(count)
  const behind = new Uint8Array(count)
  for (let at = 0, far = 255; at < count; at++) {
    const end = ends[at] ?? 0
    const space = at + 1 < count ? (starts[at + 1] ?? 0) - end : 2
    gaps[at] = space === 0 ? noGap : space === 1 ? (plain[end] ?? longGap) : longGap
    far = (digits[at] ?? 0) > 0 ? 0 : Math.min(255, far + 1)
    behind[at] = far
  }
  for (let at = count - 1, far = 255; at >= 0; at--) {
    far = (digits[at] ?? 0) > 0 ? 0 : Math.min(255, far + 1)
    ahead[at] = far
  }
  return {
    source,
    gaps,
    ahead,
    behind,
    plain: decoder.decode(plain),
    folded: decoder.decode(folded),
    count,
    starts,
    ends,
    letters,
    digits,
    shape,
  }
}

/** The token for looking up: folded, without marks. Empty outside the text. */
export const key = (text: Text, token: number): string => {
  if (token < 0 || token >= text.count) return ''
  const raw = text.folded.slice(text.starts[token], text.ends[token])
  return ((text.shape[token] ?? 0) & shapes.broken) === 0 ? raw : raw.replace(/[\p{M}\p{Cf}]/gu, '')
}

/** The token as written, digits as ASCII, marks and invisible characters left out. */
export const written = (text: Text, token: number): string => {
  const raw = text.plain.slice(text.starts[token], text.ends[token])
  return ((text.shape[token] ?? 0) & shapes.broken) === 0 ? raw : raw.replace(/[\p{M}\p{Cf}]/gu, '')
}

/** What stands between a token and the next, at most 8 characters of it. */
export const gap = (text: Text, token: number): string => {
  if (token < 0 || token + 1 >= text.count) return '\n'
  const code = text.gaps[token] ?? noGap
  if (code === 0x20) return ' '
  if (code === noGap) return ''
  const from = text.ends[token] ?? 0
  return text.plain.slice(from, Math.min(text.starts[token + 1] ?? from, from + 8))
}

/** The value of a token of figures, up to eight of them; -1 when it is none. */
export const numberAt = (text: Text, token: number): number => {
  if (!isNumber(text, token) || (text.digits[token] ?? 0) > 8) return -1
  let value = 0
  for (let at = text.starts[token] ?? 0; at < (text.ends[token] ?? 0); at++) {
    const digit = text.plain.charCodeAt(at) - 0x30
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
  }
  return value
}

export const isNumber = (text: Text, token: number): boolean =>
  token >= 0 && token < text.count && text.letters[token] === 0 && (text.digits[token] ?? 0) > 0

export const isWord = (text: Text, token: number): boolean =>
  token >= 0 && token < text.count && text.digits[token] === 0

export const isMixed = (text: Text, token: number): boolean =>
  token >= 0 && token < text.count && (text.digits[token] ?? 0) > 0 && (text.letters[token] ?? 0) > 0

export const has = (text: Text, token: number, bit: number): boolean => ((text.shape[token] ?? 0) & bit) !== 0
