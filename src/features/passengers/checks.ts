import { createHash } from 'node:crypto'
import { checkDigit } from '#core/mrz/check-digit.ts'
import { knownState } from '#core/mrz/states.ts'
import type { AnnouncedPerson } from './announced.ts'
import type { Check, Document } from './model.ts'

/** The longest time that a travel document is valid anywhere; a later date of expiry was misread. */
const longestValidity = 15
/** A passport must be valid for three months beyond departure from the Union (Regulation (EU) 2016/399, Article 6(1)(a)). */
const monthsBeyond = 3
const oldest = 120

/**
 * What is wrong with the documents of a person, by what the message itself says. Whether a document is known as stolen or lost is
 * another question (screening.ts).
 * @param travels the day of the flight, CCYY-MM-DD.
 */
export function checksOf(
  person: Pick<AnnouncedPerson, 'kind' | 'birth' | 'nationality' | 'documents' | 'misread'>,
  travels: string,
): Check[] {
  const checks: Check[] = []
  const say = (code: Check['code'], severity: Check['severity'], document: number | null = null) =>
    checks.push({ code, severity, document })
  if (person.documents.length === 0) say('document-missing', 'warning')
  const { birth } = person
  // As exactly as it is known: a year, a month or a day.
  if (
    birth &&
    (!isDay(`${birth}-01-01`.slice(0, 10)) || birth > travels || birth < yearsBefore(travels, oldest))
  )
    say('birth-impossible', 'warning')
  if (person.nationality && !knownState(person.nationality)) say('nationality-unknown', 'note')
  person.documents.forEach(({ type, number, issuer, expires }, at) => {
    const which = at + 1
    if (issuer !== null && !knownState(issuer)) say('document-issuer-unknown', 'warning', which)
    if (person.misread.includes(which)) say('document-number-check-digit', 'warning', which)
    else if (!/^[A-Z0-9 -]{3,20}$/.test(number)) say('document-number-malformed', 'warning', which)
    else if (isPassport(type) && /^[A-Z0-9]{9}[0-9]$/.test(number))
      // A passport's number has at most nine signs (ICAO Doc 9303-4): the tenth is its check digit, typed along.
      say(
        'document-number-check-digit',
        checkDigit(number.slice(0, 9)) === number.slice(9) ? 'note' : 'warning',
        which,
      )
    else if (isPassport(type) && number.replace(/[ -]/g, '').length > 9)
      say('document-number-malformed', 'note', which)
    if (expires === null) return
    if (!isDay(expires) || expires > yearsBefore(travels, -longestValidity))
      say('document-date-impossible', 'warning', which)
    else if (expires < travels) say('document-expired', 'alarm', which)
    else if (isPassport(type) && expires < monthsLater(travels, monthsBeyond))
      say('document-expires-soon', 'note', which)
  })
  return checks
}

/**
 * What is gravely wrong, each as a digest of the fault and of the document that has it: another document with the same fault is
 * another alarm. A date that cannot be is among them: whoever was looked at for one document is looked at again for the next.
 */
export const alarmsOf = (checks: readonly Check[], documents: readonly Document[]): string[] =>
  checks.flatMap(({ code, severity, document }) => {
    if (severity !== 'alarm' && code !== 'document-date-impossible') return []
    const { type, number, issuer, expires } = documents[(document ?? 0) - 1] ?? {}
    const said = [code, type, number, issuer, expires].map(each => each ?? '').join('|')
    return createHash('sha256').update(said).digest('base64url').slice(0, 22)
  })

const isPassport = (type: string): boolean => type.startsWith('P')
const yearsBefore = (day: string, years: number): string =>
  String(Number(day.slice(0, 4)) - years).padStart(4, '0') + day.slice(4)
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
