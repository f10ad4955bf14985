import type { FindingCode } from './finding.ts'

/** A date read from a message: `2013-06-21`, `1980-05`, `1980`, or with time `2013-06-21T09:00` (local, no zone). */
export type ReadDate = { value: string | null; fault: FindingCode | null }

/** Which century completes a year of two digits. All are compared with the day of the flight, never with a clock. */
export type Century = 'birth' | 'expiry' | 'near'

const none: ReadDate = { value: null, fault: null }

/**
 * The year that two digits mean, seen from the day of the flight: a birth lies before it, at most a hundred years; an
 * expiry from thirty years before to sixty-nine after it; anything else within fifty years. Without a flight day the
 * window ends in 2029 for births and 2069 for the rest.
 */
export function fullYear(two: number, monthDay: string, century: Century, flight: string | null): number {
  if (!flight) return two + (two <= (century === 'birth' ? 29 : 69) ? 2000 : 1900)
  const year = Number(flight.slice(0, 4))
  const latest = century === 'birth' ? year : century === 'expiry' ? year + 69 : year + 50
  let full = latest - ((((latest - two) % 100) + 100) % 100)
  if (century === 'birth' && full === year && monthDay > flight.slice(5, 10)) full -= 100
  return full
}

const format = (y: number, m: string, d: string) => `${String(y).padStart(4, '0')}-${m}-${d}`

/** True where the day is in the calendar (Gregorian, proleptic). */
export function realDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/**
 * Reads a date or time of DTM (UN/EDIFACT 2379: 101 YYMMDD, 102 CCYYMMDD, 201 YYMMDDHHMM, 203 CCYYMMDDHHMM and with
 * seconds 202, 204; 602 CCYY, 610 CCYYMM). The length decides where the format is missing or wrong. Years only and
 * unknown days (`00`) become partial dates.
 */
export function readDate(text: string, code: string, century: Century, flight: string | null): ReadDate {
  const digits = text.trim()
  if (digits === '') return none
  if (!/^\d+$/.test(digits)) return { value: null, fault: 'date-malformed' }
  const expected = { '101': 6, '102': 8, '201': 10, '202': 12, '203': 12, '204': 14, '602': 4, '610': 6 }[
    code
  ]
  let fault: FindingCode | null =
    expected !== undefined && expected !== digits.length ? 'date-format-differs' : null
  let year: number
  let rest: string
  const twelveIsLong = digits.length === 12 && (code === '203' || (code !== '202' && /^(19|20)/.test(digits)))
  if (digits.length === 6 && code === '610') {
    year = Number(digits.slice(0, 4))
    rest = digits.slice(4)
  } else if (digits.length === 4) {
    year = Number(digits)
    rest = ''
  } else if (digits.length === 8 || twelveIsLong || digits.length === 14) {
    year = Number(digits.slice(0, 4))
    rest = digits.slice(4)
  } else if (digits.length === 6 || digits.length === 10 || digits.length === 12) {
    rest = digits.slice(2)
    year = fullYear(Number(digits.slice(0, 2)), `${rest.slice(0, 2)}-${rest.slice(2, 4)}`, century, flight)
    if (!flight && century !== 'near') fault ??= 'century-guessed'
  } else return { value: null, fault: 'date-malformed' }
  const month = rest.slice(0, 2)
  const day = rest.slice(2, 4)
  const time = rest.slice(4)
  if (month === '' || (month === '00' && (day === '' || day === '00')))
    return { value: String(year).padStart(4, '0'), fault: month === '' ? fault : 'birth-partial' }
  if (day === '' || day === '00') {
    if (Number(month) < 1 || Number(month) > 12) return { value: null, fault: 'date-impossible' }
    return {
      value: `${String(year).padStart(4, '0')}-${month}`,
      fault: day === '00' ? 'birth-partial' : fault,
    }
  }
  if (!realDay(year, Number(month), Number(day))) return { value: null, fault: 'date-impossible' }
  if (time === '') return { value: format(year, month, day), fault }
  const hour = Number(time.slice(0, 2))
  const minute = Number(time.slice(2, 4))
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0))
    return { value: format(year, month, day), fault: 'date-impossible' }
  return {
    value: `${format(year, month, day)}T${time.slice(0, 2)}:${time.slice(2, 4).padEnd(2, '0')}`,
    fault,
  }
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** Reads `30MAY76` or `30MAY1976`, the dates of an SSR DOCS element (IATA AIRIMP). */
export function readMonthDate(text: string, century: Century, flight: string | null): ReadDate {
  const trimmed = text.trim().toUpperCase()
  if (trimmed === '') return none
  const parts = /^(\d{1,2})([A-Z]{3})(\d{2}|\d{4})$/.exec(trimmed)
  const month = months.indexOf(parts?.[2] ?? '') + 1
  if (!parts || month === 0) return { value: null, fault: 'date-malformed' }
  const day = (parts[1] ?? '').padStart(2, '0')
  const mm = String(month).padStart(2, '0')
  const yearText = parts[3] ?? ''
  const year =
    yearText.length === 4 ? Number(yearText) : fullYear(Number(yearText), `${mm}-${day}`, century, flight)
  if (!realDay(year, month, Number(day))) return { value: null, fault: 'date-impossible' }
  return {
    value: format(year, mm, day),
    fault: yearText.length === 2 && !flight && century !== 'near' ? 'century-guessed' : null,
  }
}

/** PNRGOV gives dates as DDMMYY and times as HHMM in elements of their own (TVL, DAT). */
export function readDayMonthYear(date: string, time: string): ReadDate {
  const digits = date.trim()
  if (digits === '') return none
  if (!/^\d{6}$/.test(digits)) return { value: null, fault: 'date-malformed' }
  const year = fullYear(Number(digits.slice(4)), '', 'near', null)
  if (!realDay(year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2))))
    return { value: null, fault: 'date-impossible' }
  const day = format(year, digits.slice(2, 4), digits.slice(0, 2))
  const clock = time.trim()
  if (clock === '') return { value: day, fault: null }
  if (!/^\d{4}(\d\d)?$/.test(clock)) return { value: day, fault: 'date-malformed' }
  if (Number(clock.slice(0, 2)) > 24 || Number(clock.slice(2, 4)) > 59)
    return { value: day, fault: 'date-impossible' }
  return { value: `${day}T${clock.slice(0, 2)}:${clock.slice(2, 4)}`, fault: null }
}
