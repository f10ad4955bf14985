import type { Answer } from './message.ts'
import { closed, type Sending, writeInterchange, type Written } from './writer.ts'

export type CusresData = Pick<Answer, 'answer' | 'txnRef' | 'legs'> & {
  reference: string
  access?: string
  part?: { sequence: string; status: string }
  results: { level: string; pnr?: string; paxRef?: string; statuses: { code: string }[]; text?: string }[]
}

/**
 * Writes CUSRES messages of interactive API (WCO/IATA/ICAO guide, Appendix IIB): 962 response, 132 unsolicited change,
 * 312 acknowledgement. Which status means what is data (`codes.ts`); this writes what it is told.
 */
export function writeCusres(sending: Sending, messages: readonly CusresData[], release = '05B'): string {
  const written = messages.map(message => segmentsOf(message, release))
  return writeInterchange(sending, { name: 'CUSRES', agency: 'UN', version: 'D', release }, written)
}

const minute = (time: string) => time.slice(2, 10).replace(/-/g, '') + time.slice(11).replace(':', '')

function segmentsOf(data: CusresData, release: string): Written[] {
  const part = data.part ? [data.part.sequence, data.part.status] : ''
  const out: Written[] = [
    ['UNH', data.reference, ['CUSRES', 'D', release, 'UN', 'IATA'], data.access ?? '', part],
    ['BGM', data.answer],
  ]
  if (data.txnRef) out.push(['RFF', ['TN', data.txnRef]])
  const leg = data.legs[0]
  if (leg?.number) out.push(['RFF', ['AF', `${leg.carrier ?? ''}${leg.number}${leg.suffix ?? ''}`]])
  if (leg?.departs) out.push(['DTM', ['189', minute(leg.departs), '201']])
  if (leg?.arrives) out.push(['DTM', ['232', minute(leg.arrives), '201']])
  if (leg?.from) out.push(['LOC', '125', leg.from])
  if (leg?.to) out.push(['LOC', '87', leg.to])
  for (const result of data.results) {
    out.push(['ERP', result.level])
    if (result.pnr) out.push(['RFF', ['AVF', result.pnr]])
    if (result.paxRef) out.push(['RFF', ['ABO', result.paxRef]])
    for (const status of result.statuses) out.push(['ERC', status.code])
    if (result.text) out.push(['FTX', 'AAP', '', '', result.text])
  }
  return closed(out, data.reference)
}
