import { readCusres } from './cusres.ts'
import type { Message } from './message.ts'
import { code, positionOf, type RawMessage, readMessages } from './messages.ts'
import { findingLog } from './finding.ts'
import { readPaxlst } from './paxlst.ts'
import { readPnrgov } from './pnrgov.ts'

/**
 * What one raw message says. A message without its UNH is recognised by its segments. Findings of the envelope and of
 * the content stand in one list, in the order they were made.
 */
export function interpret(raw: RawMessage): Message {
  const type = raw.type || guess(raw)
  if (type === 'PAXLST') return readPaxlst(raw)
  if (type === 'PNRGOV') return readPnrgov(raw)
  if (type === 'CUSRES') return readCusres(raw)
  const log = findingLog([...raw.findings])
  const first = raw.segments[0]
  if (first) log.add('type-unknown', positionOf(first, 1), code(type) || 'that is missing')
  return {
    kind: 'UNKNOWN',
    type,
    version: `${raw.version}.${raw.release}`,
    reference: raw.reference,
    interchange: raw.interchange,
    findings: log.list,
  }
}

/** Reads a whole file or text: its messages in order, never an exception. */
export const readAll = (input: string | Uint8Array): Message[] => readMessages(input).map(interpret)

function guess(raw: RawMessage): string {
  const tags = new Set(raw.segments.map(segment => segment.tag))
  if (tags.has('SRC') || tags.has('TVL') || tags.has('TIF')) return 'PNRGOV'
  if (tags.has('ERP') || tags.has('ERC')) return 'CUSRES'
  if (tags.has('NAD') || tags.has('TDT')) return 'PAXLST'
  return ''
}
