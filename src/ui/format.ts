import { alpha2Of, countryName as vocabularyName } from '#vocabulary/country.ts'

/**
 * How figures, times and names are written: thin no-break spaces between thousands, times in UTC, EU codes (EL, UK).
 * Pure: language, zone and the present moment are arguments.
 */

const locale = (language: string): string => (language === 'en' ? 'en-GB' : language)

const memo = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>()
  return key => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

const thin = '\u202f'
const numbers = memo(
  key =>
    new Intl.NumberFormat(locale(key.slice(0, 2)), {
      maximumFractionDigits: Number(key.slice(2)),
      useGrouping: true,
    }),
)

/** `67 724`, `1 234.5`; thousands parted by U+202F in every language, from four digits on. */
export const formatNumber = (value: number, language: string, digits = 2): string =>
  numbers(`${language.slice(0, 2)}${digits}`)
    .formatToParts(value)
    .map(part => (part.type === 'group' ? thin : part.type === 'minusSign' ? '−' : part.value))
    .join('')

const dates = memo(key => {
  const [language = 'en', zone = 'UTC', style = 'date'] = key.split('|')
  const options: Intl.DateTimeFormatOptions = { timeZone: zone }
  if (style !== 'time') Object.assign(options, { day: 'numeric', month: 'short' })
  if (style === 'date') options.year = 'numeric'
  if (style === 'long') Object.assign(options, { year: 'numeric', month: 'long', weekday: 'long' })
  if (style === 'month')
    return new Intl.DateTimeFormat(locale(language), { timeZone: zone, month: 'long', year: 'numeric' })
  if (style === 'time') Object.assign(options, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return new Intl.DateTimeFormat(locale(language), options)
})

/** `19 Nov 2026`; `day` leaves the year out, `long` adds the weekday, `month` is `November 2026`. */
export const formatDate = (
  when: Date,
  language: string,
  style: 'date' | 'day' | 'long' | 'month' = 'date',
  zone = 'UTC',
): string =>
  dates(`${language}|${zone}|${style}`)
    .format(when)
    .replace(/\bSept\b/, 'Sep')
    .replaceAll(' ', style === 'long' || style === 'month' ? ' ' : '\u00a0')

/** `06:02`, in UTC unless a zone is given. */
export const formatTime = (when: Date, language: string, zone = 'UTC'): string =>
  dates(`${language}|${zone}|time`).format(when)

/** `19 Nov 2026, 06:02 UTC`. */
export const formatDateTime = (when: Date, language: string): string =>
  `${formatDate(when, language)}, ${formatTime(when, language)}\u00a0UTC`

/** `19 Nov 12:00 (13:00)`: UTC, then the viewer's own clock where it differs; the year only when it is another one. */
export const formatDue = (due: Date, now: Date, language: string, zone: string): string => {
  const day = formatDate(due, language, due.getUTCFullYear() === now.getUTCFullYear() ? 'day' : 'date')
  const utc = formatTime(due, language)
  const own = formatTime(due, language, zone)
  return `${day} ${utc}${own === utc ? '' : ` (${own})`}`
}

/** How far away a deadline is. `soon` within twelve hours. All figures rounded towards zero. */
export interface Remaining {
  kind: 'late' | 'soon' | 'later'
  days: number
  hours: number
  minutes: number
}
export const remaining = (due: Date, now: Date, soonHours = 12): Remaining => {
  const span = due.getTime() - now.getTime()
  const minutes = Math.floor(Math.abs(span) / 60_000)
  return {
    kind: span < 0 ? 'late' : span <= soonHours * 3_600_000 ? 'soon' : 'later',
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }
}

/** The viewer's zone as `Zagreb (UTC+1)`, or null where the viewer's clock is UTC. */
export const formatZone = (zone: string, when: Date, language: string): string | null => {
  const part = new Intl.DateTimeFormat(locale(language), { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(when)
    .find(({ type }) => type === 'timeZoneName')?.value
  const offset = (part ?? '').replace('GMT', 'UTC')
  if (/^(UTC)?[+−-]?0?$/.test(offset)) return null
  return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} (${offset})`
}

const euCodes: Record<string, string> = { GR: 'EL', GB: 'UK' }
const isoCodes: Record<string, string> = { EL: 'GR', UK: 'GB' }

// Two letters as Intl knows them, from alpha-2, alpha-3 or the Union's EL and UK; null for codes of no place.
const alpha2 = (code: string): string | null =>
  code.length === 3 ? alpha2Of(code) : /^[A-Z]{2}$/.test(code) ? (isoCodes[code] ?? code) : null

/**
 * The code shown to readers: two letters, and EL and UK as the Union writes them (Interinstitutional Style Guide,
 * 7.1.1). Takes ISO 3166-1 alpha-2 or alpha-3; codes of no place come back as they are.
 */
export const countryCode = (code: string): string => {
  const two = alpha2(code)
  return two === null ? code : (euCodes[two] ?? two)
}

const names = memo(key => {
  const [language = 'en', type = 'region'] = key.split('|')
  return new Intl.DisplayNames(locale(language), { type: type as 'region', fallback: 'code' })
})
// Codes that Intl does not name: the Union as a party, and persons of no State, of one not known, or as sources record them.
const others: Record<string, Record<string, string>> = {
  en: { EU: 'European Union', STL: 'Stateless', UNK: 'Not known' },
  fr: {
    EU: 'Union européenne',
    STL: 'Apatride',
    UNK: 'Non connu',
    TIB: 'Tibétain (origine selon le HCR)',
    OOS: 'Afrique subsaharienne, pays non précisé',
    OOO: 'Autre ou non précisé',
  },
  de: {
    EU: 'Europäische Union',
    STL: 'Staatenlos',
    UNK: 'Nicht bekannt',
    TIB: 'Tibetisch (Herkunft laut UNHCR)',
    OOS: 'Subsahara-Afrika, Land nicht angegeben',
    OOO: 'Anderes oder nicht angegeben',
  },
}

/** The State's name in the reader's language, from alpha-2, alpha-3, EL, UK or one of the vocabulary's other codes. */
export const countryName = (code: string, language: string): string => {
  const other = others[language]?.[code]
  if (other) return other
  const two = alpha2(code)
  if (two === null) return vocabularyName(code, language)
  const name = names(`${language}|region`).of(two) ?? code
  // Shown without prejudice to positions on status (UNSCR 1244/1999, ICJ opinion of 22 July 2010).
  return two === 'XK' ? `${name}*` : name
}

/** A language's name in the reader's language; its own name where `language` is the code itself. */
export const languageName = (code: string, language: string): string =>
  names(`${language}|language`).of(code) ?? code
