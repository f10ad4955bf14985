import { formatDate, formatDateTime } from '#ui/format.ts'
import { boundsOf, parsePeriod, type Period, periodOf } from '#vocabulary/period.ts'

/**
 * Periods as people write and read them. What is typed may be `16 Nov`, `16–18 Nov 2026`, `16.11.2026`, `November 2026`,
 * `yesterday` in English, French or German, or the forms of `vocabulary/period.ts`. Pure: today and language are arguments.
 */
export type TypedPeriod =
  | { ok: true; period: Period }
  | { ok: false; why: 'empty' | 'unread' | 'future'; suggestion?: Period }

const day = 86_400_000
const relative: Record<string, number> = {
  today: 0,
  heute: 0,
  "aujourd'hui": 0,
  yesterday: 1,
  gestern: 1,
  hier: 1,
}

const monthNames = new Map<string, number>()
for (const language of ['en', 'fr', 'de'])
  for (const style of ['long', 'short'] as const)
    for (let month = 0; month < 12; month += 1) {
      const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
        .format(new Date(Date.UTC(2024, month, 1)))
        .toLowerCase()
        .replaceAll('.', '')
      monthNames.set(name, month + 1)
      if (name.length > 3) monthNames.set(name.slice(0, 3), monthNames.get(name.slice(0, 3)) ?? month + 1)
    }
// Three letters do not tell juin from juillet; only the whole words and `jun`, `jul` do.
monthNames.delete('jui')
monthNames.set('sept', 9)

const two = (value: number | string): string => String(value).padStart(2, '0')

interface Part {
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

const readPart = (text: string): Part | null => {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), ...(iso[3] && { day: Number(iso[3]) }) }
  const figures = /^(\d{1,2})[./](\d{1,2})\.?(?:[./]?(\d{4}))?$/.exec(text)
  if (figures)
    return {
      day: Number(figures[1]),
      month: Number(figures[2]),
      ...(figures[3] && { year: Number(figures[3]) }),
    }
  const words = /^(?:(\d{1,2})(?:\.|er|st|nd|rd|th)?\s*)?([\p{L}]+)?\.?\s*(\d{4})?$/u.exec(text)
  if (!words || (!words[1] && !words[2] && !words[3])) return null
  const month = words[2] === undefined ? undefined : monthNames.get(words[2])
  if (words[2] !== undefined && month === undefined) return null
  return {
    ...(words[1] && { day: Number(words[1]) }),
    ...(month && { month }),
    ...(words[3] && { year: Number(words[3]) }),
  }
}

const isoOf = ({ year, month, day }: Part): string =>
  [year, month && two(month), day && two(day)].filter(Boolean).join('-')

/** The year that is meant when none is written: this one, or the last where that day has not come yet. */
const withYear = (part: Part, today: Date): Part => {
  if (part.year !== undefined || part.month === undefined) return part
  const year = today.getUTCFullYear()
  const begins = Date.UTC(year, part.month - 1, part.day ?? 1)
  // A day or two ahead is a slip to be pointed at, not last year.
  return { ...part, year: begins > today.getTime() + 45 * day ? year - 1 : year }
}

const readWords = (typed: string, today: Date): string | null => {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[–—]| to | bis | au /g, '-')
    .replaceAll(/^(since|seit|depuis le|depuis|from|ab|on|am|le|in|im|en)\s+/g, '')
    .replaceAll(',', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*-\s*/g, '-')
  const back = relative[text]
  if (back !== undefined) return periodOf(new Date(today.getTime() - back * day), 'day')
  const single = readPart(text)
  if (single) return isoOf(withYear(single, today))
  const cuts = [...text.matchAll(/-/g)].map(({ index }) => index)
  for (const cut of cuts) {
    const [first, second] = [readPart(text.slice(0, cut)), readPart(text.slice(cut + 1))]
    if (!first || !second) continue
    const to = withYear(second, today)
    const from = { year: first.year ?? to.year, month: first.month ?? to.month, day: first.day }
    if (from.year === undefined) continue
    return `${isoOf(from)}/${isoOf(to)}`
  }
  return null
}

/** Reads what was typed, and refuses what begins after today with the nearest sensible reading as a suggestion. */
export const readPeriod = (typed: string, today: Date): TypedPeriod => {
  if (typed.trim() === '') return { ok: false, why: 'empty' }
  const plain = parsePeriod(typed)
  const words = plain.ok ? null : readWords(typed, today)
  const answer = words === null ? plain : parsePeriod(words)
  if (!answer.ok) return { ok: false, why: 'unread' }
  const { period } = answer
  const [first = '', second] = period.split('/')
  const now = today.getTime()
  const lastDay = periodOf(today, 'day')
  if (boundsOf(first === '..' ? (second ?? first) : first).from > now)
    return { ok: false, why: 'future', suggestion: lastDay }
  if (second !== undefined && second !== '..' && boundsOf(second).from > now)
    return { ok: false, why: 'future', suggestion: `${first}/${lastDay}` }
  return { ok: true, period }
}

const one = (period: Period, language: string): string => {
  const from = new Date(boundsOf(period).from)
  if (period.includes('T')) return formatDateTime(from, language)
  if (period[5] === 'Q' || period[5] === 'H') return `${period.slice(5)} ${period.slice(0, 4)}`
  if (period.length === 4) return period
  return formatDate(from, language, period.length === 7 ? 'month' : 'date')
}

/** `16 Nov 2026`, `16–18 Nov 2026`, `November 2026`, `Q4 2026`; an open end is drawn as `…`. */
export const periodText = (period: Period, language: string): string => {
  const [first = '', second] = period.split('/')
  if (second === undefined) return one(first, language)
  const [from, to] = [first, second].map(end => (end === '..' ? '…' : one(end, language))) as [string, string]
  const sameMonth = /^\d{4}-\d\d-\d\d$/.test(second) && first.slice(0, 7) === second.slice(0, 7)
  if (sameMonth && first.length === 10)
    return `${Number(first.slice(8))}${language === 'de' ? '.' : ''}–${to}`
  return `${from} – ${to}`
}
