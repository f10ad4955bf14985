/** The first year a date of birth may have, as the matcher reads it. */
const firstYear = 1880

export type BirthAnswer = { ok: true; birth: string; circa: boolean } | { ok: false; problem: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date of birth, no more exactly than it is known: 1980, 1980-05, 1980-05-12; of published lists also 12 May 1980,
 * May 1980, circa 1980, 19800512, and 1980-00-00 for an unknown month and day. Gives YYYY[-MM[-DD]] and whether it is estimated.
 * Dates written 12/05/1980 are refused: nobody can tell which is the month.
 * @param today the latest day it may be, as YYYY-MM-DD.
 */
export function readBirthDate(input: string, today: string): BirthAnswer {
  const circa = /^(circa|approximately|approx\.?|about|ca?\.|~)\s*/i
  const isCirca = circa.test(input.trim())
  const text = input.trim().replace(circa, '')
  const parts = numbersOf(text)
  if (!parts)
    return no(`“${input.trim().slice(0, 40)}” is no date of birth. Write 1980-05-12, 1980-05 or 1980.`)
  const [year, month, day] = parts
  if (year < firstYear) return no(`${year} is too long ago to be a year of birth.`)
  if (month > 12) return no(`There is no month ${month}.`)
  if (day > 0 && month === 0) return no('A day needs its month. Write 1980-05-12, 1980-05 or 1980.')
  if (day > 0 && day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return no(`${year}-${two(month)} has no day ${day}.`)
  const birth = [String(year), ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-')
  if (birth > today.slice(0, birth.length)) return no(`${birth} has not been yet.`)
  return { ok: true, birth, circa: isCirca }
}

function numbersOf(text: string): [year: number, month: number, day: number] | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2] ?? 0), Number(iso[3] ?? 0)]
  const words = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$/.exec(text)
  const month = words ? months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return words && month > 0 ? [Number(words[3]), month, Number(words[1] ?? 0)] : null
}

const two = (n: number): string => String(n).padStart(2, '0')
const no = (problem: string): BirthAnswer => ({ ok: false, problem })
