// Dates of birth as one number, so that alerts sorted by it lie in ranges: 0 for none, otherwise year, month (0 unknown)
// and day (0 unknown) from 1880 to 2043. Partial dates follow ISO 8601-1 reduced precision (YYYY, YYYY-MM).

export const firstYear = 1880
export const lastYear = 2043
const years = lastYear - firstYear + 1
/** Years alone come before all fuller dates, so that the years around one stand side by side. */
const fuller = years + 1
export const birthKeys = fuller + years * 13 * 32

export type Birth = { year: number; month: number; day: number }

/** The key of a date; month and day 0 where unknown. Outside the years kept the key is 0, as for no date. */
export function birthKey(year: number, month: number, day: number): number {
  if (year < firstYear || year > lastYear) return 0
  if (month === 0) return 1 + year - firstYear
  return fuller + ((year - firstYear) * 13 + month) * 32 + day
}

export function birthOf(key: number): Birth {
  if (key === 0) return { year: 0, month: 0, day: 0 }
  if (key < fuller) return { year: firstYear + key - 1, month: 0, day: 0 }
  const rest = key - fuller
  return { year: firstYear + Math.floor(rest / 416), month: (rest >> 5) % 13, day: rest & 31 }
}

/** Whether year, month and day are all known. */
export function isFullBirth(key: number): boolean {
  return key >= fuller && ((key - fuller) & 31) !== 0
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `00` stands for an unknown month or day, as on travel documents.
 * @returns the key, 0 for no date, or undefined where the text is no such date
 */
export function readBirth(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text === '') return 0
  const parts = pattern.exec(text)
  if (parts === null) return undefined
  const year = Number(parts[1])
  const month = Number(parts[2] ?? 0)
  let day = Number(parts[3] ?? 0)
  if (month > 12 || day > 31) return undefined
  if (month === 0) day = 0
  if (year < firstYear || year > lastYear) return undefined
  return birthKey(year, month, day)
}

export function showBirth(key: number): string {
  const { year, month, day } = birthOf(key)
  if (year === 0) return ''
  const two = (n: number): string => String(n).padStart(2, '0')
  return month === 0
    ? String(year)
    : day === 0
      ? `${year}-${two(month)}`
      : `${year}-${two(month)}-${two(day)}`
}

/** What two dates of birth say to one another. Evidence in hundredths of a nat stands in evidence.ts. */
export type BirthRelation =
  | 'none'
  | 'same'
  | 'day and month swapped'
  | 'same day, year beside'
  | 'same day, year mistyped'
  | 'same day and month, other year'
  | 'same month and year, day close'
  | 'same month and year'
  | 'same day and year'
  | 'swapped, year beside'
  | 'estimated, same year'
  | 'estimated, year close'
  | 'same month and year, day unknown'
  | 'same year, day unknown'
  | 'year beside, day unknown'
  | 'same year'
  | 'year beside'
  | 'other'

function digitSlip(a: number, b: number): boolean {
  const x = String(a)
  const y = String(b)
  let different = 0
  for (let i = 0; i < 4; i++) if (x[i] !== y[i]) different++
  if (different === 1) return true
  return different === 2 && Array.from(x).sort().join('') === Array.from(y).sort().join('')
}

/** Compares two keys; the order of the two does not matter. */
export function relateBirth(a: number, b: number): BirthRelation {
  if (a === 0 || b === 0) return 'none'
  if (a === b && isFullBirth(a)) return 'same'
  const x = birthOf(a)
  const y = birthOf(b)
  const years = Math.abs(x.year - y.year)
  if (x.month === 0 || y.month === 0)
    return years === 0 ? 'same year, day unknown' : years === 1 ? 'year beside, day unknown' : 'other'
  if (x.day === 0 || y.day === 0)
    return years === 0
      ? x.month === y.month
        ? 'same month and year, day unknown'
        : 'same year'
      : years === 1 && x.month === y.month
        ? 'year beside, day unknown'
        : 'other'
  const swapped = x.day === y.month && x.month === y.day
  const sameDay = x.day === y.day && x.month === y.month
  if (years === 0) {
    if (swapped) return 'day and month swapped'
    if (x.month === y.month)
      return Math.abs(x.day - y.day) <= 1 ||
        x.day % 10 === y.day % 10 ||
        Math.floor(x.day / 10) === Math.floor(y.day / 10)
        ? 'same month and year, day close'
        : 'same month and year'
    if (x.day === y.day) return 'same day and year'
  }
  const estimated = (x.day === 1 && x.month === 1) || (y.day === 1 && y.month === 1)
  if (estimated && years === 0) return 'estimated, same year'
  if (sameDay) {
    if (x.day === 1 && x.month === 1) return years <= 1 ? 'estimated, year close' : 'other'
    if (years === 1) return 'same day, year beside'
    return digitSlip(x.year, y.year) ? 'same day, year mistyped' : 'same day and month, other year'
  }
  if (years === 1)
    return swapped ? 'swapped, year beside' : estimated ? 'estimated, year close' : 'year beside'
  return years === 0 ? 'same year' : 'other'
}
