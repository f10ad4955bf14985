import { formatOf } from '#core/mrz/formats.ts'
import { readMrz } from '#core/mrz/read.ts'
import { withinClosedList } from './closed-list.ts'
import { interpret } from './interpret.ts'
import { createMessageReader } from './messages.ts'

export type RecogniseOptions = {
  /** Give everything a message says, not only the closed list. For test messages of invented people. */
  all?: boolean
  /** Accept UTO, the State of specimens, in machine-readable zones. */
  specimen?: boolean
  /** The day of reading (CCYY-MM-DD), which completes years of two digits. */
  on: string
}

const portion = 65_536

/**
 * Finds out what the bytes are, PAXLST, PNRGOV, CUSRES or machine-readable zones, and gives one object a message or zone with
 * its findings, in order and as it goes. Of people only the closed list of advance passenger information is given; what was
 * left out is a finding. Nothing comes when the bytes are none of these.
 */
export function* recognise(bytes: Uint8Array, options: RecogniseOptions): Generator<object> {
  const zones = zonesOf(new TextDecoder().decode(bytes.subarray(0, portion)))
  if (zones) {
    for (const zone of zones) yield readMrz(zone, options)
    return
  }
  const reader = createMessageReader()
  for (let at = 0; at <= bytes.length; at += portion) {
    const last = at + portion > bytes.length
    const messages = reader.push(bytes.subarray(at, at + portion))
    if (last) for (const message of reader.end()) messages.push(message)
    for (const raw of messages) {
      if (raw.segments.length === 0 && raw.findings.some(finding => finding.code === 'not-edifact')) continue
      const message = interpret(raw)
      yield options.all ? message : withinClosedList(message)
    }
  }
}

/**
 * Machine-readable zones in a text: runs of two or three lines of the alphabet of the zone, parted by blank lines or
 * by their length. Null when any other line is in it.
 */
export function zonesOf(text: string): string[][] | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map(line => line.trim())
  const zones: string[][] = []
  let zone: string[] = []
  const close = () => {
    while (zone.length > 0) {
      const size =
        [3, 2].find(n => formatOf(zone.slice(0, n).map(line => line.toUpperCase())) !== null) ?? zone.length
      zones.push(zone.splice(0, size))
    }
  }
  for (const line of lines) {
    if (line === '') {
      close()
      continue
    }
    if (!/^[A-Za-z0-9<« ]{5,60}$/.test(line)) return null
    zone.push(line)
  }
  close()
  const fillers = zones.flat().some(line => /[<«]/.test(line))
  return fillers && zones.length > 0 ? zones : null
}
