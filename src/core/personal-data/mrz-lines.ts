import type { Span } from './finding.ts'

/**
 * Lines of the machine-readable zone (ICAO Doc 9303, parts 3 to 7): found by the filler `<` between letters, or by the
 * fixed places of dates, sex and check digits when a line has no filler. One pass over the filler signs.
 */
export const findMrz = (plain: string): Span[] => {
  const found: Span[] = []
  let from = plain.indexOf('<')
  while (from !== -1 && found.length < 100) {
    let start = from
    while (start > 0 && from - start < 60 && inZone(plain.charCodeAt(start - 1))) start--
    let end = from
    while (end < plain.length && end - start < 200 && inZone(plain.charCodeAt(end))) end++
    if (isZone(plain.slice(start, end))) found.push({ kind: 'mrz', start, end })
    from = plain.indexOf('<', Math.max(end, from + 1))
  }
  return found
}

/** A-Z, a-z, 0-9 and the filler. */
const inZone = (code: number): boolean =>
  code === 0x3c ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a)

const isZone = (run: string): boolean => {
  if (run.length < 8) return false
  const filler = run.split('<').length - 1
  const rest = run.length - filler
  if (rest < 3) return false
  if (/^[PVIAC][A-Z<][A-Z<]{3}[A-Z0-9]+</i.test(run) && filler >= 2) return true
  if (run.includes('<<') && /[A-Za-z]{2,}<<[A-Za-z]{1,}/.test(run)) return true
  return (run.length >= 20 && filler >= 2) || (run.length >= 28 && isSecondLine(run))
}

/** Number, check digit, State, birth, check digit, sex, expiry, check digit: the second line of TD3 and TD2, or of TD1. */
export const isSecondLine = (run: string): boolean =>
  /^[A-Z0-9<]{9}[\d<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d/i.test(run) || /^\d{6}\d[MFX<]\d{6}\d[A-Z<]{3}/i.test(run)
