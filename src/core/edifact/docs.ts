import { readMonthDate } from './dates.ts'
import type { TravelDocument } from './message.ts'
import { withoutTitle, type Values } from './values.ts'

/** What an SSR DOCS element says about one traveller (IATA AIRIMP; PNRGOV guide, SSR). */
export type DocsData = {
  document?: TravelDocument
  nationality?: string
  dob?: string
  gender?: string
  infant: boolean
  surname?: string
  given?: string
  second?: string
}

/**
 * Reads `/P/GBR/123456789/GBR/12JUL64/M/23AUG19/SMITHJR/JONATHON/ROBERT`: type, issuer, number, nationality, birth, sex
 * (`FI` and `MI` for infants), expiry, names. The leading stroke may be missing. Country codes of two letters are
 * turned into three. `flightDay` completes years of two digits.
 */
export function readDocs(text: string, flightDay: string | null, values: Values): DocsData | null {
  const parts = text
    .replace(/^\//, '')
    .split('/')
    .map(part => part.trim())
  if (parts.length < 6) {
    values.say('docs-malformed', undefined, 1)
    return null
  }
  const [type = '', issuer = '', number = '', nationality = '', birth = '', sex = '', expiry = ''] = parts
  const data: DocsData = { infant: sex.endsWith('I') }
  if (number) {
    data.document = { type: type.toUpperCase() || 'P', number }
    const state = values.country(issuer, 1)
    if (state) data.document.issuer = state
    else values.say('document-issuer-missing')
    const expires = values.date(readMonthDate(expiry, 'expiry', flightDay), 1)
    if (expires) data.document.expires = expires
    if (expires && flightDay && expires < flightDay) values.say('document-expired', undefined, 1)
  } else if (type) values.say('document-empty', undefined, 1)
  const citizen = values.country(nationality, 1)
  if (citizen) data.nationality = citizen
  const born = values.date(readMonthDate(birth, 'birth', flightDay), 1)
  if (born) data.dob = born
  const gender = sex.toUpperCase().replace(/I$/, '')
  if (/^[MFXU]$/.test(gender)) data.gender = gender
  else if (sex) values.say('sex-unknown-code', undefined, 1)
  if (parts[7]) data.surname = parts[7]
  const given = withoutTitle(parts[8] ?? '')
  if (given.given) data.given = given.given
  if (parts[9]) data.second = parts[9]
  return data
}
