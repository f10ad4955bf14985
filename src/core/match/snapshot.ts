// The columns as bytes and back: a head of JSON that names each column and its place, then the columns as they are in
// memory (little-endian, as on every machine Node 20 runs on).
import type { Columns } from './columns.ts'

const magic = 'iconet-alerts-8\n'

type Column = Uint8Array | Uint16Array | Uint32Array

/** Every column with its name; those of the words are prefixed with `words.`. */
function listed(columns: Columns): [string, Column][] {
  const { words, ...own } = columns
  return [
    ...Object.entries(own),
    ...Object.entries(words).map(([name, column]): [string, Column] => [`words.${name}`, column]),
  ]
}

/** Bytes of the index, without and with the strings of alerts and words. */
export function columnBytes(columns: Columns): { index: number; strings: number } {
  let index = 0
  let strings = 0
  for (const [name, column] of listed(columns))
    if (name === 'text' || name === 'words.form') strings += column.byteLength
    else index += column.byteLength
  return { index, strings }
}

/** The pieces of a snapshot in the order they are to be written; the columns are not copied. */
export function snapshot(columns: Columns): Uint8Array[] {
  const parts: Uint8Array[] = []
  const head: { name: string; kind: string; at: number; length: number }[] = []
  let at = 0
  for (const [name, column] of listed(columns)) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    const padding = (8 - (bytes.length % 8)) % 8
    head.push({ name, kind: column.constructor.name, at, length: column.length })
    parts.push(bytes)
    if (padding > 0) parts.push(new Uint8Array(padding))
    at += bytes.length + padding
  }
  let text = magic + JSON.stringify(head)
  text += ' '.repeat((8 - ((text.length + 1) % 8)) % 8)
  return [new TextEncoder().encode(`${text}\n`), ...parts]
}

/**
 * Columns of a snapshot, in shared memory.
 * @param bytes the whole snapshot
 * @throws where the bytes are no snapshot of this version or are cut short
 */
export function reload(bytes: Uint8Array): Columns {
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.slice(0, magic.length)) !== magic)
    throw new Error('This is no snapshot of an alert list, or one of another version; build the list anew.')
  const end = bytes.indexOf(10, magic.length)
  const head = JSON.parse(decoder.decode(bytes.slice(magic.length, end))) as {
    name: string
    kind: string
    at: number
    length: number
  }[]
  const out: Record<string, unknown> = {}
  const words: Record<string, unknown> = {}
  for (const { name, kind, at, length } of head) {
    const width = kind === 'Uint32Array' ? 4 : kind === 'Uint16Array' ? 2 : 1
    const from = end + 1 + at
    if (from + length * width > bytes.length)
      throw new Error('The snapshot of the alert list is cut short; build the list anew.')
    const buffer = new SharedArrayBuffer(Math.max(8, length * width))
    new Uint8Array(buffer).set(bytes.subarray(from, from + length * width))
    const column =
      width === 4
        ? new Uint32Array(buffer, 0, length)
        : width === 2
          ? new Uint16Array(buffer, 0, length)
          : new Uint8Array(buffer, 0, length)
    if (name.startsWith('words.')) words[name.slice(6)] = column
    else out[name] = column
  }
  return { ...out, words } as unknown as Columns
}
