import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { Source } from './model.ts'
import type { Reading, Rejection, Remark } from './read-table.ts'

/** Where the open data stands: `opendata` beside `src`, and beside `dist` when the program is built. */
const folders = ['../../../opendata/', '../opendata/'].map(each => new URL(each, import.meta.url))

/** What the repository carries: `opendata/sources.json`. */
export async function carriedSources(): Promise<Source[]> {
  return z.array(Source).parse(JSON.parse(await readFile(await find('sources.json'), 'utf8')))
}

/** One carried set: its description, and its rows as text, unpacked. Fails when there is no such set. */
export async function carried(code: Source['code']): Promise<{ source: Source; input: Readable }> {
  const source = (await carriedSources()).find(each => each.code === code)
  if (source === undefined) throw new Error(`opendata/sources.json does not describe ${code}.`)
  const input = new PassThrough()
  // pipeline destroys `input` with the error, so that whoever reads it hears of it.
  pipeline(createReadStream(await find(source.file)), createGunzip(), input).catch(() => undefined)
  return { source, input }
}

/** SHA-256 of everything a stream gives. */
export async function sha256Of(input: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of input as AsyncIterable<Uint8Array>) hash.update(chunk)
  return hash.digest('hex')
}

/** All that was read of a file. */
export type Table<Row> = { rows: Row[]; rejections: Rejection[]; remarks: Remark[] }

/** Reads to the end, keeping rows, rejections and remarks; `progress` hears of every 1000th row read. */
export async function readAll<Row>(
  readings: AsyncIterable<Reading<Row>>,
  progress: (read: number) => void = () => {},
): Promise<Table<Row>> {
  const table: Table<Row> = { rows: [], rejections: [], remarks: [] }
  let read = 0
  for await (const reading of readings) {
    read += 1
    if (read % 1000 === 0) progress(read)
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
