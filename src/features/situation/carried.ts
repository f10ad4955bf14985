import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { Source } from './model.ts'
import type { Reading, Rejection, Remark } from './read-table.ts'

/** Where the open data stands: `opendata` beside `src`, and beside `dist` when the program is built. */
const folders = ['../../../opendata/', '../opendata/'].map(each => new URL(each, import.meta.url))

/** What the repository carries: `opendata/sources.json`. */
export async function carriedSources(): Promise<Source[]> {
  return z.array(Source).parse(JSON.parse(await readFile(await find('sources.json'), 'utf8')))
}

/** One carried set: its description, and its file unpacked. Fails when there is no such set. */
export async function carried(code: Source['code']): Promise<{ source: Source; content: Buffer }> {
  const source = (await carriedSources()).find(each => each.code === code)
  if (source === undefined) throw new Error(`opendata/sources.json does not describe ${code}.`)
  return { source, content: unpacked(await readFile(await find(source.file))) }
}

/** The content of a file that may be compressed with gzip (RFC 1952). Stops at 200 MB: a small file can hide a huge one. */
export const unpacked = (file: Buffer): Buffer =>
  file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file, { maxOutputLength: 200_000_000 }) : file

/** SHA-256 of a file's content, in hexadecimal digits: the same content is the same edition. */
export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** All that was read of a file. */
export type Table<Row> = { rows: Row[]; rejections: Rejection[]; remarks: Remark[] }

/** Reads to the end, keeping rows, rejections and remarks; `progress` hears of every 1000th row read. */
export async function readAll<Row>(
  readings: AsyncIterable<Reading<Row>>,
  progress: (read: number) => Promise<void> = async () => {},
): Promise<Table<Row>> {
  const table: Table<Row> = { rows: [], rejections: [], remarks: [] }
  let read = 0
  for await (const reading of readings) {
    read += 1
    if (read % 1000 === 0) await progress(read)
    if (reading.taken) {
      table.rows.push(reading.row)
      table.remarks.push(...reading.remarks)
    } else table.rejections.push(...reading.rejections)
  }
  return table
}

async function find(file: string): Promise<URL> {
  for (const folder of folders) {
    const url = new URL(file, folder)
    const isThere = await access(url).then(
      () => true,
      () => false,
    )
    if (isThere) return url
  }
  throw new Error(`opendata/${file} is missing. It belongs to the repository; fetch it again.`)
}
