import { answerKinds, releases, statuses } from './codes.ts'
import { readDate } from './dates.ts'
import type { Answer, Leg, Result } from './message.ts'
import { code, type RawMessage } from './messages.ts'
import { flightOf } from './flight.ts'
import { valuesOf } from './values.ts'

/**
 * Reads a CUSRES message of interactive API (WCO/IATA/ICAO guide, Appendix IIB): response 962, unsolicited change 132,
 * acknowledgement 312. Statuses are kept as sent; what is not in the table is `unknown` and must be read by a person.
 * Never throws.
 */
export function readCusres(raw: RawMessage): Answer {
  const values = valuesOf(raw)
  const { say, text } = values
  const answer: Answer = {
    kind: 'CUSRES',
    version: `${raw.version}.${raw.release}`,
    reference: raw.reference,
    interchange: raw.interchange,
    findings: values.log.list,
    answer: '',
    legs: [],
    results: [],
  }
  if (raw.access) answer.access = raw.access
  if (raw.part) answer.part = raw.part
  const leg: Leg = {}
  let result: Result | null = null

  raw.segments.forEach((segment, index) => {
    values.at(segment, index + 1)
    switch (segment.tag) {
      case 'UNH':
        if (!releases['CUSRES']?.test(answer.version)) say('version-unknown', code(answer.version), 2)
        return
      case 'BGM':
        answer.answer = text(0)
        if (!Object.hasOwn(answerKinds, answer.answer)) say('function-unknown', code(answer.answer), 1)
        return
      case 'RFF': {
        const kind = text(0)
        const value = text(0, 1)
        if (kind === 'TN' && !result) answer.txnRef = value
        else if (kind === 'AF' && !result) {
          const flight = flightOf(value, '')
          if (flight) Object.assign(leg, flight)
          else say('flight-malformed', undefined, 1)
        } else if (kind === 'AVF' && result) result.pnr = value
        else if (kind === 'ABO' && result) result.paxRef = value
        else say('qualifier-unknown', code(`RFF.${kind}`), 1)
        return
      }
      case 'DTM': {
        const qual = text(0)
        const time = values.date(readDate(text(0, 1), text(0, 2), 'near', null), 1, 2)
        if (time && qual === '189') leg.departs = time
        else if (time && qual === '232') leg.arrives = time
        else if (qual !== '189' && qual !== '232') say('qualifier-unknown', code(`DTM.${qual}`), 1)
        return
      }
      case 'LOC': {
        const qual = text(0)
        if (qual === '125') {
          leg.from = text(1)
          leg.fromQual = qual
        } else if (qual === '87') {
          leg.to = text(1)
          leg.toQual = qual
        } else say('qualifier-unknown', code(`LOC.${qual}`), 1)
        return
      }
      case 'ERP':
        result = { level: text(0), statuses: [], segment: index + 1 }
        answer.results.push(result)
        return
      case 'ERC': {
        if (!result) {
          result = { level: '1', statuses: [], segment: index + 1 }
          answer.results.push(result)
        }
        const status = text(0)
        const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined
        if (!known) say('status-unknown', code(status), 1)
        result.statuses.push({ code: status, decision: known?.decision ?? 'unknown' })
        return
      }
      case 'FTX': {
        if (!result) return
        const words: string[] = []
        for (let c = 0; c < (segment.elements[3]?.length ?? 0); c++) if (text(3, c)) words.push(text(3, c))
        if (words.length > 0) result.text = [result.text, words.join(' ')].filter(Boolean).join(' ')
        return
      }
      case 'UNT':
      case '':
        return
      default:
        say('segment-unexpected', code(segment.tag))
    }
  })
  if (Object.keys(leg).length > 0) answer.legs.push(leg)
  if (answer.answer !== '312' && !answer.txnRef) say('transaction-missing')
  for (const one of answer.results) if (one.statuses.length === 0) say('status-missing')
  return answer
}
