import { z } from 'zod'

/**
 * When something happened, no more exactly than is known. One text says both the time and its precision:
 *
 *     2026-11-22T03:10Z  moment     2026-11-22  day      2026-11  month     2026  year
 *     2026-Q4            quarter    2026-H2     half-year
 *     2026-11-01/2026-11-15, 2026-11/.., ../2026-11     range; `..` is an open end
 *
 * ISO 8601-1:2019 and 8601-2:2019 (open ends; 2026-33 to 36 for quarters and 2026-40 to 41 for half-years are read).
 * Q and H are the forms people write. All is UTC. Ends are held as milliseconds, `to` not included.
 */
export const precisions = ['moment', 'day', 'month', 'quarter', 'half-year', 'year', 'range'] as const

export const Precision = z
  .enum(precisions)
  .meta({ title: 'Precision', description: 'How exactly the time is known.' })
export type Precision = z.infer<typeof Precision>

export const Period = z
  .string()
  .refine(text => canonicalOf(text) === text, {
    error: 'Not a period. Write for example 2026-11-22, 2026-11, 2026-Q4, 2026 or 2026-11-01/2026-11-15.',
  })
  .meta({
    title: 'Period',
    description: 'A moment (UTC), day, month, quarter, half-year, year, or a range of them.',
  })
export type Period = z.infer<typeof Period>

export type Bounds = { readonly from: number; readonly to: number; readonly precision: Precision }

export type PeriodAnswer =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problem: string }

/** Reads what people and other systems write; gives the one canonical text, or a sentence on how to mend it. */
export const parsePeriod = (input: string): PeriodAnswer => {
  const text = input.trim().slice(0, 80)
  const parts = text.split('/')
  if (parts.length > 2) return no(text, 'a range has one slash: 2026-11-01/2026-11-15')
  const [first = '', second] = parts
  if (second === undefined) return readOne(first)
  const from = first === '..' ? null : readOne(first)
  const to = second === '..' ? null : readOne(completed(first, second))
  if (from !== null && !from.ok) return from
  if (to !== null && !to.ok) return to
  if (from === null && to === null) return no(text, 'one end must be known')
  if (from !== null && to !== null && boundsOf(from.period).from >= boundsOf(to.period).to)
    return no(text, 'the end lies before the beginning')
  return { ok: true, period: `${from?.period ?? '..'}/${to?.period ?? '..'}` }
}

/** Where a canonical period begins and ends, in milliseconds since 1970, and how exact it is. */
export const boundsOf = (period: Period): Bounds => {
  const [first = '', second] = period.split('/')
  if (second !== undefined)
    return {
      from: first === '..' ? -Infinity : boundsOf(first).from,
      to: second === '..' ? Infinity : boundsOf(second).to,
      precision: 'range',
    }
  if (period.includes('T')) {
    const from = Date.parse(period)
    return {
      from,
      to: from + (/T\d\d:\d\dZ$/.test(period) ? 60_000 : period.includes('.') ? 1 : 1000),
      precision: 'moment',
    }
  }
  const year = Number(period.slice(0, 4))
  const part = Number(period.slice(6))
  if (period[5] === 'Q') return months(year, (part - 1) * 3, 3, 'quarter')
  if (period[5] === 'H') return months(year, (part - 1) * 6, 6, 'half-year')
  if (period.length === 4) return months(year, 0, 12, 'year')
  const month = Number(period.slice(5, 7)) - 1
  if (period.length === 7) return months(year, month, 1, 'month')
  const from = utc(year, month, Number(period.slice(8)))
  return { from, to: from + 86_400_000, precision: 'day' }
}

export const precisionOf = (period: Period): Precision => boundsOf(period).precision

/** True when every instant of `inner` lies in `outer`. */
export const periodContains = (outer: Period, inner: Period): boolean => {
  const [a, b] = [boundsOf(outer), boundsOf(inner)]
  return a.from <= b.from && b.to <= a.to
}

/** True when the two share at least one instant. Neighbours do not. */
export const periodsOverlap = (one: Period, other: Period): boolean => {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  return a.from < b.to && b.from < a.to
}

/** For sorting: the earlier beginning first, then the earlier end. */
export const comparePeriods = (one: Period, other: Period): number => {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  return sign(a.from, b.from) || sign(a.to, b.to)
}

/** The period of this precision that an instant lies in, for example the month of a date. */
export const periodOf = (instant: Date, precision: Exclude<Precision, 'range'>): Period => {
  const iso = instant.toISOString()
  const month = instant.getUTCMonth()
  if (precision === 'moment') return `${iso.slice(0, 16)}Z`
  if (precision === 'day') return iso.slice(0, 10)
  if (precision === 'month') return iso.slice(0, 7)
  if (precision === 'quarter') return `${iso.slice(0, 4)}-Q${Math.floor(month / 3) + 1}`
  if (precision === 'half-year') return `${iso.slice(0, 4)}-H${month < 6 ? 1 : 2}`
  return iso.slice(0, 4)
}

const canonicalOf = (text: string): string | undefined => {
  const answer = parsePeriod(text)
  return answer.ok ? answer.period : undefined
}

const sign = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Date.UTC reads the years 0 to 99 as 1900 to 1999; this does not. */
const utc = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month, day)

const months = (year: number, month: number, count: number, precision: Precision): Bounds => ({
  from: utc(year, month, 1),
  to: utc(year, month + count, 1),
  precision,
})

const no = (text: string, why: string): PeriodAnswer => ({
  ok: false,
  problem: `“${text}” is not a period: ${why}.`,
})

/** ISO 8601 lets the end of a range leave out what it shares with the beginning: 2026-11-01/15. */
const completed = (first: string, second: string): string =>
  /^\d{4}-\d\d(-\d\d)?$/.test(first) && /^\d\d(-\d\d)?$/.test(second) && second.length < first.length
    ? first.slice(0, first.length - second.length) + second
    : second

const readOne = (raw: string): PeriodAnswer => {
  const text = raw.trim().toUpperCase()
  if (/^\d{4}$/.test(text)) return { ok: true, period: text }
  const [, year, letter, number] = /^(\d{4})-?([QHS])([1-4])$/.exec(text) ?? []
  if (year !== undefined) {
    if (letter !== 'Q' && Number(number) > 2) return no(raw, 'a year has two halves')
    return { ok: true, period: `${year}-${letter === 'Q' ? 'Q' : 'H'}${number}` }
  }
  const [, groupYear, group] = /^(\d{4})-(3[3-6]|4[01])$/.exec(text) ?? []
  if (groupYear !== undefined)
    return {
      ok: true,
      period:
        Number(group) < 40 ? `${groupYear}-Q${Number(group) - 32}` : `${groupYear}-H${Number(group) - 39}`,
    }
  const [, date, time, zone] =
    /^(\d{4}-\d\d(?:-\d\d)?)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? []
  if (date === undefined) return no(raw, 'write it as 2026-11-22, 2026-11, 2026-Q4, 2026-H2 or 2026')
  const [y = 0, m = 0, d = 1] = date.split('-').map(Number)
  if (m < 1 || m > 12) return no(raw, `there is no month ${m}`)
  if (d < 1 || new Date(utc(y, m - 1, d)).getUTCDate() !== d) return no(raw, `that month has no day ${d}`)
  if (time === undefined) return { ok: true, period: date }
  if (date.length === 7) return no(raw, 'a time needs a day')
  if (zone === undefined)
    return no(raw, 'say the zone of the time, for example 03:10Z for UTC or 05:10+02:00')
  const instant = Date.parse(
    `${date}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`,
  )
  if (Number.isNaN(instant)) return no(raw, 'there is no such time of day')
  const iso = new Date(instant).toISOString()
  if (!/^\d{4}-/.test(iso)) return no(raw, 'the year must have four digits')
  return { ok: true, period: `${iso.slice(0, time.length === 5 ? 16 : time.length === 8 ? 19 : 23)}Z` }
}
