import { readFile } from 'node:fs/promises'
import { withinClosedList } from '#core/edifact/closed-list.ts'
import { interpret } from '#core/edifact/interpret.ts'
import { createMessageReader } from '#core/edifact/messages.ts'
import { readMrz } from '#core/mrz/read.ts'
import { formatOf } from '#core/mrz/formats.ts'

export type ParseOptions = {
  /** Print everything a message says, not only the closed list. For test messages of invented people. */
  all?: boolean
  /** Accept UTO, the State of specimens, in machine-readable zones. */
  specimen?: boolean
  /** The day of reading (CCYY-MM-DD), which completes years of two digits; today by default. */
  on?: string
}

type Output = { write: (text: string) => unknown }

const larger = 64 * 1024 * 1024

/**
 * `npx iconet parse FILE…`: prints one JSON object a message (PAXLST, PNRGOV, CUSRES) or machine-readable zone, with its
 * findings. Of people only the closed list of advance passenger information is printed; what was left out is a
 * finding. A file that cannot be read or is none of these gets a sentence on `err`, and the others are still read.
 * Returns the exit code: 0, or 1 when at least one file failed.
 */
export async function parse(
  files: string[],
  options: ParseOptions,
  out: Output,
  err: Output,
): Promise<number> {
  if (files.length === 0) {
    err.write('Name at least one file: npx iconet parse FILE…\n')
    return 1
  }
  const on = options.on ?? new Date().toISOString().slice(0, 10)
  let failed = false
  for (const file of files) {
    const problem = await parseFile(file, { ...options, on }, out)
    if (problem) {
      failed = true
      err.write(`${file}: ${problem}\n`)
    }
  }
  return failed ? 1 : 0
}

async function parseFile(
  file: string,
  options: ParseOptions & { on: string },
  out: Output,
): Promise<string | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return reason(error)
  }
  if (bytes.length > larger)
    return `The file is larger than ${larger / 1024 / 1024} MB. Split it and read its parts.`
  if (bytes.length === 0) return 'The file is empty.'
  const print = (content: object) => out.write(`${JSON.stringify({ file, ...content })}\n`)

  const zones = zonesOf(new TextDecoder().decode(bytes.subarray(0, 65_536)))
  if (zones) {
    for (const zone of zones) print(readMrz(zone, options))
    return null
  }
  const reader = createMessageReader()
  let known = false
  for (let at = 0; at <= bytes.length; at += 65_536) {
    const last = at + 65_536 > bytes.length
    const messages = reader.push(bytes.subarray(at, at + 65_536))
    if (last) for (const message of reader.end()) messages.push(message)
    for (const raw of messages) {
      if (raw.segments.length === 0 && raw.findings.some(finding => finding.code === 'not-edifact')) continue
      known = true
      const message = interpret(raw)
      print(options.all ? message : withinClosedList(message))
    }
  }
  return known ? null : 'This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone. Nothing was read.'
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

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EISDIR') return 'This is a folder. Name the files in it.'
  if (code === 'EACCES') return 'The file may not be read by this user.'
  return 'The file could not be read.'
}
