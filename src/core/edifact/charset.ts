import type { FindingCode } from './finding.ts'

/**
 * Character sets an interchange may declare in UNB (ISO 9735-1 annex A, syntax identifiers), as the labels of the
 * Encoding standard. UNOA and UNOB are parts of ASCII; IATA and SIRE stand where carriers write them instead.
 */
const labels: Readonly<Record<string, string>> = {
  UNOA: 'ascii',
  UNOB: 'ascii',
  IATA: 'ascii',
  IATB: 'ascii',
  SIRE: 'ascii',
  UNOC: 'windows-1252',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'windows-1254',
  UNOW: 'utf-8',
  UNOY: 'utf-8',
}

const labelOf = (syntax: string): string | undefined =>
  Object.hasOwn(labels, syntax) ? labels[syntax] : undefined

export const knownCharset = (syntax: string): boolean => labelOf(syntax) !== undefined

/** Bytes as text, one character a byte, so that ASCII separators can be found before anything is decoded. */
export function latin1(bytes: Uint8Array): string {
  let high = 0
  for (let i = 0; i < bytes.length; i++) high |= bytes[i] ?? 0
  // Almost every message is ASCII, and then the decoder of the platform is the fastest way.
  if (high < 128) return ascii.decode(bytes)
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

const ascii = new TextDecoder('utf-8', { ignoreBOM: true })
const utf8 = new TextDecoder('utf-8', { fatal: true })
const others = new Map<string, TextDecoder>()

/**
 * What the bytes of one segment (read by `latin1`) say. Tries UTF-8 first, because bytes of a one-byte alphabet are
 * next to never valid UTF-8, then the declared set, then Latin-1. Never fails; says what did not agree.
 */
export function decode(text: string, syntax: string): { text: string; fault: FindingCode | null } {
  const bytes = Uint8Array.from(text, c => c.charCodeAt(0))
  const label = labelOf(syntax) ?? 'utf-8'
  const asciiOnly = label === 'ascii'
  try {
    const decoded = utf8.decode(bytes)
    return {
      text: decoded,
      fault: asciiOnly ? 'outside-charset' : label === 'utf-8' ? null : 'charset-mixed',
    }
  } catch {
    const name = asciiOnly || label === 'utf-8' ? 'windows-1252' : label
    let decoder = others.get(name)
    if (!decoder) others.set(name, (decoder = new TextDecoder(name)))
    return {
      text: decoder.decode(bytes),
      fault: asciiOnly ? 'outside-charset' : label === 'utf-8' ? 'undecodable' : null,
    }
  }
}

/** True where the declared set has no letters beyond ASCII. */
export const isAsciiOnly = (syntax: string): boolean => labelOf(syntax) === 'ascii'
