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

/** The number that digits of a text make, or -1. */
function digits(text: string, from: number, to: number): number {
  let out = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    out = out * 10 + digit
  }
  return out
}

const dash = 45

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `00` stands for an unknown month or day, as on travel documents.
 * @returns the key, 0 for no date, or undefined where the text is no such date
 */
export function readBirth(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text === '') return 0
  const { length } = text
  if (length !== 4 && length !== 7 && length !== 10) return undefined
  if ((length > 4 && text.charCodeAt(4) !== dash) || (length > 7 && text.charCodeAt(7) !== dash))
    return undefined
  const year = digits(text, 0, 4)
  const month = length > 4 ? digits(text, 5, 7) : 0
  let day = length > 7 ? digits(text, 8, 10) : 0
  if (year < 0 || month < 0 || month > 12 || day < 0 || day > 31) return undefined
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
export const birthRelations = [
  'none',
  'same',
  'day and month swapped',
  'same day, year beside',
  'same day, year mistyped',
  'same day and month, other year',
  'same month and year, day close',
  'same month and year',
  'same day and year',
  'swapped, year beside',
  'estimated, same year',
  'estimated, year close',
  'same month and year, day unknown',
  'same year, day unknown',
  'same month, year beside, day unknown',
  'year beside, day unknown',
  'year near, day unknown',
  'same year',
  'year beside',
  'other',
] as const
export type BirthRelation = (typeof birthRelations)[number]

const numberOf = (relation: BirthRelation): number => birthRelations.indexOf(relation)
const Same = numberOf('same')
const Swapped = numberOf('day and month swapped')
const YearBeside = numberOf('same day, year beside')
const YearMistyped = numberOf('same day, year mistyped')
const OtherYear = numberOf('same day and month, other year')
const DayClose = numberOf('same month and year, day close')
const SameMonth = numberOf('same month and year')
const SameDay = numberOf('same day and year')
const SwappedBeside = numberOf('swapped, year beside')
const Estimated = numberOf('estimated, same year')
const EstimatedClose = numberOf('estimated, year close')
const DayUnknown = numberOf('same month and year, day unknown')
const MonthUnknown = numberOf('same year, day unknown')
const MonthBeside = numberOf('same month, year beside, day unknown')
const BesideUnknown = numberOf('year beside, day unknown')
const NearUnknown = numberOf('year near, day unknown')
const SameYear = numberOf('same year')
const Beside = numberOf('year beside')
const Other = numberOf('other')

/** One wrong digit, or two digits in each other's place. */
export function digitSlip(a: number, b: number): boolean {
  let different = 0
  let sum = 0
  let squares = 0
  for (let x = a, y = b; x > 0 || y > 0; x = (x / 10) | 0, y = (y / 10) | 0) {
    const left = x % 10
    const right = y % 10
    if (left === right) continue
    different++
    sum += left - right
    squares += left * left - right * right
  }
  return different === 1 || (different === 2 && sum === 0 && squares === 0)
}

/** One date of birth, taken apart once to be compared with many. */
export class AskedBirth {
  key = 0
  year = 0
  month = 0
  day = 0

  set(key: number): void {
    const { year, month, day } = birthOf(key)
    this.key = key
    this.year = year
    this.month = month
    this.day = day
  }

  /** How another date stands to this one, as a place in birthRelations. */
  relation(other: number): number {
    if (other === 0 || this.key === 0) return 0
    const { year, month, day } = this
    let otherYear = firstYear + other - 1
    let otherMonth = 0
    let otherDay = 0
    if (other >= fuller) {
      const rest = other - fuller
      otherYear = firstYear + ((rest / 416) | 0)
      otherMonth = (rest >> 5) % 13
      otherDay = rest & 31
    }
    const years = Math.abs(year - otherYear)
    if (month === 0 || otherMonth === 0)
      return years === 0 ? MonthUnknown : years === 1 ? BesideUnknown : years <= 10 ? NearUnknown : Other
    if (day === 0 || otherDay === 0)
      return years === 0
        ? month === otherMonth
          ? DayUnknown
          : SameYear
        : years === 1 && month === otherMonth
          ? MonthBeside
          : Other
    if (other === this.key) return Same
    const swapped = day === otherMonth && month === otherDay
    const sameDay = day === otherDay && month === otherMonth
    if (years === 0) {
      if (swapped) return Swapped
      if (month === otherMonth)
        return Math.abs(day - otherDay) <= 1 ||
          day % 10 === otherDay % 10 ||
          ((day / 10) | 0) === ((otherDay / 10) | 0)
          ? DayClose
          : SameMonth
      if (day === otherDay) return SameDay
    }
    const estimated = (day === 1 && month === 1) || (otherDay === 1 && otherMonth === 1)
    if (estimated && years === 0) return Estimated
    if (sameDay) {
      if (day === 1 && month === 1) return years <= 1 ? EstimatedClose : Other
      if (years === 1) return YearBeside
      return digitSlip(year, otherYear) ? YearMistyped : OtherYear
    }
    if (years === 1) return swapped ? SwappedBeside : estimated ? EstimatedClose : Beside
    return years === 0 ? SameYear : Other
  }
}

const asked = new AskedBirth()

/** Compares two keys; the order of the two does not matter. */
export function relateBirth(a: number, b: number): BirthRelation {
  asked.set(a)
  return birthRelations[asked.relation(b)] ?? 'none'
}
