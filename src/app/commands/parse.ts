import { readFile } from 'node:fs/promises'
import { recognise, type RecogniseOptions } from '#core/edifact/recognise.ts'

export type ParseOptions = Partial<RecogniseOptions>

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

async function parseFile(file: string, options: RecogniseOptions, out: Output): Promise<string | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return reason(error)
  }
  if (bytes.length > larger)
    return `The file is larger than ${larger / 1024 / 1024} MB. Split it and read its parts.`
  if (bytes.length === 0) return 'The file is empty.'
  let known = false
  for (const message of recognise(bytes, options)) {
    known = true
    out.write(`${JSON.stringify({ file, ...message })}\n`)
  }
  return known ? null : 'This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone. Nothing was read.'
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EISDIR') return 'This is a folder. Name the files in it.'
  if (code === 'EACCES') return 'The file may not be read by this user.'
  return 'The file could not be read.'
}
