import {
  gap,
  has,
  isMixed,
  isNumber,
  isWord,
  key,
  longGap,
  noGap,
  numberAt,
  shapes,
  type Text,
} from './text.ts'

/** A date as written: which tokens, and what it says. Month and day are 0 where it does not say them. */
export type WrittenDate = {
  readonly from: number
  readonly to: number
  readonly year: number
  readonly month: number
  readonly day: number
}

const locales =
  'en fr de el bg es it ar ar-SY tr ru uk ro pl pt nl cs sk hu hr sr sl sq mk da sv nb fi et lv lt fa fa-u-ca-gregory ur he hy ka ps hi bn am so'.split(
    ' ',
  )
let months: Map<string, number> | undefined

/** Month names, long and short, alone and beside a day, in every language above (Unicode CLDR by way of Intl). */
const monthOf = (word: string): number => {
  months ??= readMonths()
  return months.get(word) ?? 0
}

const readMonths = (): Map<string, number> => {
  const found = new Map<string, number>()
  for (const locale of locales)
    for (const style of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, {
          month: style,
          ...(day === undefined ? {} : { day }),
          timeZone: 'UTC',
        })
        for (let month = 0; month < 12; month++)
          for (const part of format.formatToParts(new Date(Date.UTC(2024, month, 25)))) {
            if (part.type !== 'month') continue
            const name = part.value
              .toLowerCase()
              .normalize('NFD')
              .replace(/[\p{M}\p{Cf}.]/gu, '')
              .replace(/[ıς]/g, each => (each === 'ı' ? 'i' : 'σ'))
            if (/^\p{L}{3,}$/u.test(name) && !found.has(name)) found.set(name, month + 1)
          }
      }
  for (const [at, word] of 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').entries())
    found.set(word, at + 1)
  found.set('sept', 9)
  return found
}

const small = new Set([
  'de',
  'del',
  'd',
  'of',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'ten',
  'την',
  'του',
  'г',
  'року',
  'lea',
])
const isYear = (year: number): boolean => year >= 1900 && year <= 2099
const fullYear = (text: Text, token: number): number => {
  const year = numberAt(text, token)
  if (text.digits[token] === 4 && isYear(year)) return year
  return text.digits[token] === 2 && year >= 0 ? (year > 40 ? 1900 + year : 2000 + year) : 0
}
const isDay = (text: Text, token: number): boolean => {
  const day = numberAt(text, token)
  return day >= 1 && day <= 31 && (text.digits[token] ?? 0) <= 2
}
const isMonth = (text: Text, token: number): boolean => {
  const month = numberAt(text, token)
  return month >= 1 && month <= 12 && (text.digits[token] ?? 0) <= 2
}
const close = /^(?:[./-]| ?[./-] ?| |, ?|)$/

/** The date that begins at this token, the longest there is; undefined when none does. Looks at no more than 8 tokens. */
export const dateAt = (text: Text, at: number): WrittenDate | undefined => {
  if (isMixed(text, at)) return glued(text, at)
  if (isWord(text, at)) return fromMonth(text, at)
  if (!isNumber(text, at)) return undefined
  return numeric(text, at) ?? fromDay(text, at) ?? eastAsian(text, at)
}

const numeric = (text: Text, at: number): WrittenDate | undefined => {
  if (!isNumber(text, at + 1) || !isNumber(text, at + 2)) return undefined
  const [a, b, c] = [text.digits[at] ?? 0, text.digits[at + 1] ?? 0, text.digits[at + 2] ?? 0]
  if (b > 2 || !((a <= 2 && (c === 2 || c === 4)) || (a === 4 && c <= 2))) return undefined
  const [before, after] = [text.gaps[at] ?? noGap, text.gaps[at + 1] ?? noGap]
  if (before === 0x20 && after === 0x20 && c !== 4) return undefined
  if (before === noGap || (before !== after && before !== longGap && after !== longGap)) return undefined
  const one = gap(text, at).trim()
  const two = gap(text, at + 1).trim()
  const blank = gap(text, at) === ' '
  if (!close.test(gap(text, at)) || !close.test(gap(text, at + 1)) || one !== two || one === ',')
    return undefined
  if (
    text.digits[at] === 4 &&
    isYear(numberAt(text, at)) &&
    isMonth(text, at + 1) &&
    isDay(text, at + 2) &&
    !blank
  )
    return {
      from: at,
      to: at + 2,
      year: numberAt(text, at),
      month: numberAt(text, at + 1),
      day: numberAt(text, at + 2),
    }
  // The Iranian calendar: 1369/02/22.
  const iranian = numberAt(text, at)
  if (
    text.digits[at] === 4 &&
    iranian > 1300 &&
    iranian < 1420 &&
    isMonth(text, at + 1) &&
    isDay(text, at + 2) &&
    !blank
  )
    return {
      from: at,
      to: at + 2,
      year: iranian + 621,
      month: numberAt(text, at + 1),
      day: numberAt(text, at + 2),
    }
  const year = fullYear(text, at + 2)
  if (text.digits[at + 2] === 2 && gap(text, at + 2) === gap(text, at) && isNumber(text, at + 3))
    return undefined
  if (year === 0 || (blank && text.digits[at + 2] !== 4)) return undefined
  if (isDay(text, at) && isMonth(text, at + 1))
    return { from: at, to: at + 2, year, month: numberAt(text, at + 1), day: numberAt(text, at) }
  if (one === '/' && isMonth(text, at) && isDay(text, at + 1))
    return { from: at, to: at + 2, year, month: numberAt(text, at), day: numberAt(text, at + 1) }
  return undefined
}

const skipSmall = (text: Text, at: number): number =>
  isWord(text, at) && small.has(key(text, at)) ? at + 1 : at

const fromDay = (text: Text, at: number): WrittenDate | undefined => {
  if (!isDay(text, at)) return undefined
  const middle = skipSmall(text, at + 1)
  const month = isWord(text, middle) ? monthOf(key(text, middle)) : 0
  if (month === 0 || (text.starts[middle] ?? 0) - (text.ends[at] ?? 0) > 7) return undefined
  const last = skipSmall(text, middle + 1)
  const year =
    (text.starts[last] ?? 0) - (text.ends[middle] ?? 0) <= 7 && !gap(text, middle).includes('\n')
      ? fullYear(text, last)
      : 0
  const four = text.digits[last] === 4 || gap(text, last - 1) === '-'
  return year > 0 && four
    ? { from: at, to: last, year, month, day: numberAt(text, at) }
    : { from: at, to: middle, year: 0, month, day: numberAt(text, at) }
}

const fromMonth = (text: Text, at: number): WrittenDate | undefined => {
  const month = monthOf(key(text, at))
  if (month === 0) return undefined
  const middle = skipSmall(text, at + 1)
  if ((text.starts[middle] ?? 0) - (text.ends[at] ?? 0) > 6) return undefined
  const year = text.digits[middle] === 4 ? fullYear(text, middle) : 0
  if (isNumber(text, middle) && year > 0) return { from: at, to: middle, year, month, day: 0 }
  if (!isDay(text, middle)) return undefined
  const last = skipSmall(text, middle + 1)
  if (
    text.digits[last] === 4 &&
    isNumber(text, last) &&
    fullYear(text, last) > 0 &&
    close.test(gap(text, last - 1))
  )
    return { from: at, to: last, year: fullYear(text, last), month, day: numberAt(text, middle) }
  return undefined
}

/** 12MAY1990, 12may90, and 1st, 2nd, 12th before a month. */
const glued = (text: Text, at: number): WrittenDate | undefined => {
  if ((text.ends[at] ?? 0) - (text.starts[at] ?? 0) > 12 || has(text, at, shapes.caseless)) return undefined
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})(\p{L}{2,9})(\d{4}|\d{2})?$/u.exec(key(text, at)) ?? []
  if (day === '' || Number(day) < 1 || Number(day) > 31) return undefined
  const month = monthOf(name)
  if (month > 0 && year !== '') {
    const short = Number(year)
    return {
      from: at,
      to: at,
      year: year.length === 4 ? short : short > 40 ? 1900 + short : 2000 + short,
      month,
      day: Number(day),
    }
  }
  if (!small.has(name) && name !== 'ης' && name !== 'η') return undefined
  const next = fromMonth(text, skipSmall(text, at + 1))
  return next !== undefined && next.day === 0 ? { ...next, from: at, day: Number(day) } : undefined
}

/** 1990年5月12日, 1990년 5월 12일. */
const eastAsian = (text: Text, at: number): WrittenDate | undefined => {
  if (!has(text, at + 1, shapes.caseless) || text.gaps[at] !== noGap) return undefined
  if (!/^[年년]$/.test(key(text, at + 1)) || !isMonth(text, at + 2) || !isDay(text, at + 4)) return undefined
  return {
    from: at,
    to: at + 5,
    year: numberAt(text, at),
    month: numberAt(text, at + 2),
    day: numberAt(text, at + 4),
  }
}

/** A year on its own, 1920 to 2029, as written after "born". */
export const yearAt = (text: Text, at: number): number => {
  const year = text.digits[at] === 4 ? numberAt(text, at) : 0
  return year >= 1920 && year <= 2029 ? year : 0
}
