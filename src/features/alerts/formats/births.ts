import { readBirthDate } from '../birth.ts'

export interface BroughtBirth {
  birth: string | null
  circa: boolean
}

/** An identity has one date of birth; more than these are no help to anybody. */
const most = 20
/** “1970 to 1975”, “between 1970 and 1975”, “circa 1962-1964”, “01 Jan 1961 to 31 Dec 1963”. */
const range =
  /^(?:circa\s+|c\.\s*)?(?:between\s+)?(.+?)(?:\s+(?:to|and|until)\s+|(?<=\d{4})\s*[-–/]\s*(?=\d{4}$))(.+)$/i

/**
 * The dates of birth that a list gives of one person, each as an identity can have it. Of a span every year is one, because whoever is
 * compared was born in one of them; both ends alone would find nobody of the years between.
 * @param written as the list writes them, one date or span each.
 * @param left told what could not be read, or is too much.
 */
export function readBirths(written: readonly string[], left: (problem: string) => void): BroughtBirth[] {
  const births = written.flatMap(text => spanOf(text) ?? one(text, left))
  const distinct = births.filter(
    (each, at) => births.findIndex(other => other.birth === each.birth && other.circa === each.circa) === at,
  )
  if (distinct.length > most) left(`${distinct.length - most} more than ${most}.`)
  return distinct.slice(0, most)
}

function one(text: string, left: (problem: string) => void): BroughtBirth[] {
  const read = readBirthDate(text, '9999')
  if (!read.ok) left(read.problem)
  return read.ok ? [{ birth: read.birth, circa: read.circa }] : []
}

function spanOf(text: string): BroughtBirth[] | null {
  // No span is so long; of what is, the expression would try every blank with every other.
  const [, from = '', to = ''] = (text.length > 100 ? null : range.exec(text.trim())) ?? []
  const [first, last] = [from, to].map(end => {
    const read = readBirthDate(end, '9999')
    return read.ok ? Number(read.birth.slice(0, 4)) : Number.NaN
  }) as [number, number]
  if (!(last >= first) || last - first >= most) return null
  return Array.from({ length: last - first + 1 }, (_, at) => ({ birth: String(first + at), circa: true }))
}
