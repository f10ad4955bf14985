// `iconet screen`: reads a list of alerts and a list of passengers as JSON lines, writes one line of hits a passenger.
// A line that cannot be read is reported with file, number, what is wrong and how to mend it; the others are screened, and
// the exit code is 1. Exit code 2: a file cannot be opened, nothing was screened.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AlertLines } from '#core/match/alert-lines.ts'
import { reviewScore } from '#core/match/bands.ts'
import { readBirth } from '#core/match/birth.ts'
import type { Columns } from '#core/match/columns.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import { Matcher } from '#core/match/matcher.ts'
import type { ScreenOptions } from '#core/match/matcher.ts'
import { columnBytes } from '#core/match/snapshot.ts'
import type { AlertRecord, PassengerRecord } from '#core/match/records.ts'
import type { BatchAnswer, BatchQuestion, WorkerStart } from './screen-worker.ts'

export type ScreenCommand = {
  alerts: string
  passengers: string
  limit?: number
  threshold?: number
  explain?: boolean
  workers?: number
}

const batchSize = 500

/** Lines of a file, cut at line feeds; a carriage return before one is dropped. */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  rest += decoder.decode()
  if (rest !== '') yield [rest]
}

type Read<T> = { value: T } | { wrong: string }

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function optionalText(value: unknown): boolean {
  return value === undefined || value === null || isText(value)
}

function parseObject(line: string): Read<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { wrong: 'the line is no JSON object; write {"id": …} on one line' }
    return { value: value as Record<string, unknown> }
  } catch (error) {
    return {
      wrong: `the line is no JSON (${error instanceof Error ? error.message : 'unreadable'}); write one object a line`,
    }
  }
}

function wrongBirth(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (!isText(value) || readBirth(value) === undefined)
    return `birth ${JSON.stringify(value)} is no date; write "YYYY-MM-DD", "YYYY-MM", "YYYY" or null`
  return undefined
}

function wrongDocuments(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) return 'documents is no list; write [{"type":"P","number":"…","issuer":"…"}]'
  for (const document of value as unknown[]) {
    const held = document as { number?: unknown; type?: unknown; issuer?: unknown } | null
    if (typeof held !== 'object' || held === null || !isText(held.number))
      return 'a document has no number; write {"type":"P","number":"…","issuer":"…"} or leave the document out'
    if (!optionalText(held.issuer) || !optionalText(held.type))
      return 'issuer and type of a document are texts or null'
  }
  return undefined
}

function wrongName(name: unknown): string | undefined {
  const held = name as { family?: unknown; given?: unknown; full?: unknown } | null
  if (typeof held !== 'object' || held === null)
    return 'a name is no object; write {"family":"…","given":"…"} or {"full":"…"}'
  if (!optionalText(held.family) || !optionalText(held.given) || !optionalText(held.full))
    return 'family, given and full are texts or null'
  return `${(held.family as string | null) ?? ''}${(held.given as string | null) ?? ''}${(held.full as string | null) ?? ''}`.trim() ===
    ''
    ? 'a name is empty; write {"family":"…","given":"…"} or {"full":"…"}'
    : undefined
}

/** Reads one alert line. */
export function readAlert(line: string): Read<AlertRecord> {
  const read = parseObject(line)
  if ('wrong' in read) return read
  const { id, names, birth, nationalities, sex, documents } = read.value
  if (!isText(id) || id === '') return { wrong: 'id is missing; write "id":"…"' }
  if (!Array.isArray(names) || names.length === 0)
    return { wrong: 'names is missing or empty; write "names":[{"family":"…","given":"…"}]' }
  for (const name of names as unknown[]) {
    const wrong = wrongName(name)
    if (wrong !== undefined) return { wrong }
  }
  if (
    nationalities !== undefined &&
    nationalities !== null &&
    !(Array.isArray(nationalities) && nationalities.every(isText))
  )
    return { wrong: 'nationalities is no list of codes; write ["IRQ"] or leave it out' }
  if (!optionalText(sex)) return { wrong: 'sex is no text; write "M", "F", "X" or null' }
  const wrong = wrongBirth(birth) ?? wrongDocuments(documents)
  return wrong === undefined ? { value: read.value as unknown as AlertRecord } : { wrong }
}

/** Reads one passenger line. */
export function readPassenger(line: string): Read<PassengerRecord & { id: string }> {
  const read = parseObject(line)
  if ('wrong' in read) return read
  const { id, birth, nationality, sex, documents, truncated } = read.value
  if (!isText(id) || id === '') return { wrong: 'id is missing; write "id":"…"' }
  if (!optionalText(nationality) || !optionalText(sex))
    return { wrong: 'nationality and sex are texts or null' }
  if (truncated !== undefined && truncated !== null && typeof truncated !== 'boolean')
    return { wrong: 'truncated is neither true nor false' }
  const wrong = wrongName(read.value) ?? wrongBirth(birth) ?? wrongDocuments(documents)
  return wrong === undefined
    ? { value: read.value as unknown as PassengerRecord & { id: string } }
    : { wrong }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(since)
  return (used.user + used.system) / 1000
}

class Complaints {
  count = 0
  private readonly err: NodeJS.WritableStream
  constructor(err: NodeJS.WritableStream) {
    this.err = err
  }
  say(file: string, line: number, wrong: string): void {
    this.count++
    if (this.count <= 100) this.err.write(`${file} line ${line}: ${wrong}\n`)
    else if (this.count === 101)
      this.err.write('More lines cannot be read; they are counted but not shown.\n')
  }
}

async function readAlerts(file: string, complaints: Complaints): Promise<Columns> {
  const builder = new ColumnsBuilder()
  const lines = new AlertLines(builder)
  const decoder = new TextDecoder()
  let number = 0
  const take = (bytes: Uint8Array, from: number, to: number): void => {
    number++
    if (from === to || lines.add(bytes, from, to) === 'added') return
    const line = decoder.decode(bytes.slice(from, to))
    if (line.trim() === '') return
    const read = readAlert(line)
    if ('wrong' in read) complaints.say(file, number, read.wrong)
    else if (!builder.add(read.value))
      complaints.say(
        file,
        number,
        `id "${read.value.id}" is already used by an earlier line; give each alert its own`,
      )
  }
  const handle = await open(file)
  try {
    builder.expect((await handle.stat()).size)
    let buffer = new Uint8Array(4 << 20)
    let held = 0
    for (;;) {
      if (held === buffer.length) {
        const wider = new Uint8Array(buffer.length * 2)
        wider.set(buffer)
        buffer = wider
      }
      const { bytesRead } = await handle.read(buffer, held, buffer.length - held)
      const end = held + bytesRead
      let from = 0
      for (let at = buffer.indexOf(10, held); at >= 0 && at < end; at = buffer.indexOf(10, from)) {
        take(buffer, from, at)
        from = at + 1
      }
      if (bytesRead === 0) {
        if (from < end) take(buffer, from, end)
        break
      }
      buffer.copyWithin(0, from, end)
      held = end - from
    }
  } finally {
    await handle.close()
  }
  return builder.freeze()
}

/** One way to screen a batch: in this thread or in another. */
type Screener = { ask(question: BatchQuestion): Promise<BatchAnswer>; close(): Promise<unknown> }

export function screenBatch(matcher: Matcher, question: BatchQuestion, options: ScreenOptions): BatchAnswer {
  const micros = new Float32Array(question.passengers.length)
  const before = process.cpuUsage()
  const hits = question.passengers.map((passenger, i) => {
    const start = performance.now()
    const found = matcher.screen(passenger, options)
    micros[i] = (performance.now() - start) * 1000
    return found
  })
  const used = process.cpuUsage(before)
  const text = hits
    .map((found, i) => {
      const rows =
        options.explain === true
          ? found
          : found.map(({ alert, score, band }) => ({ alert, score, band, reasons: [] }))
      return `${JSON.stringify({ passenger: question.passengers[i]?.id ?? '', hits: rows })}\n`
    })
    .join('')
  return { text, micros, cpuMs: (used.user + used.system) / 1000 }
}

function ownThread(columns: Columns, options: ScreenOptions): Screener {
  const matcher = new Matcher(columns)
  return {
    ask: question => Promise.resolve(screenBatch(matcher, question, options)),
    close: () => Promise.resolve(),
  }
}

function otherThread(columns: Columns, options: ScreenOptions): Screener {
  const start: WorkerStart = { columns, options }
  // run from the sources, a thread of Node 20 does not inherit the loader that reads TypeScript
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(api => { api.register(); return import(${JSON.stringify(new URL('./screen-worker.ts', import.meta.url).href)}) })`,
        { eval: true, workerData: start },
      )
    : new Worker(new URL('./screen-worker.mjs', import.meta.url), { workerData: start })
  return {
    ask: async question => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(question)
      const [answer] = (await once(worker, 'message')) as [BatchAnswer]
      return answer
    },
    close: () => worker.terminate(),
  }
}

async function write(out: NodeJS.WritableStream, text: string): Promise<void> {
  if (text !== '' && !out.write(text)) await once(out, 'drain')
}

/** Passengers in batches; lines that cannot be read are reported and left out. */
async function* batches(file: string, complaints: Complaints): AsyncGenerator<BatchQuestion> {
  let number = 0
  let passengers: BatchQuestion['passengers'] = []
  for await (const lines of linesOf(file))
    for (const line of lines) {
      number++
      if (line.trim() === '') continue
      const read = readPassenger(line)
      if ('wrong' in read) complaints.say(file, number, read.wrong)
      else passengers.push(read.value)
      if (passengers.length === batchSize) {
        yield { passengers }
        passengers = []
      }
    }
  if (passengers.length > 0) yield { passengers }
}

function share(sorted: Float64Array, part: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10
}

/**
 * Screens a file of passengers against a file of alerts.
 * @param out JSON lines, one a passenger in the order of the file, best hit first
 * @param err complaints, then one JSON line of figures
 * @returns 0, 1 where lines could not be read, 2 where a file or an option is no good
 */
export async function screen(
  command: ScreenCommand,
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<number> {
  const complaints = new Complaints(err)
  const options: ScreenOptions = {
    limit: command.limit ?? 50,
    threshold: command.threshold ?? reviewScore,
    explain: command.explain ?? false,
  }
  const workers = command.workers ?? 0
  if (!Number.isInteger(options.limit) || (options.limit ?? 0) < 1) {
    err.write(`--limit ${String(command.limit)} is no whole number above 0; leave it out for 50\n`)
    return 2
  }
  if (!((options.threshold ?? 0) > 0 && (options.threshold ?? 1) < 1)) {
    err.write(
      `--threshold ${String(command.threshold)} is not between 0 and 1; leave it out for ${reviewScore}\n`,
    )
    return 2
  }
  if (!Number.isInteger(workers) || workers < 0 || workers > 256) {
    err.write(`--workers ${String(command.workers)} is no whole number from 0 to 256\n`)
    return 2
  }
  const figures: { micros: Float32Array[]; screenCpuMs: number; passengers: number } = {
    micros: [],
    screenCpuMs: 0,
    passengers: 0,
  }
  try {
    const before = process.cpuUsage()
    const columns = await readAlerts(command.alerts, complaints)
    const buildCpuMs = cpuMs(before)
    const screening = process.cpuUsage()
    const screeners = Array.from({ length: Math.max(1, workers) }, () =>
      workers > 0 ? otherThread(columns, options) : ownThread(columns, options),
    )
    const free = screeners.slice()
    const waiting: Promise<BatchAnswer>[] = []
    const take = async (): Promise<void> => {
      const answer = await waiting.shift()
      if (answer === undefined) return
      figures.micros.push(answer.micros)
      figures.passengers += answer.micros.length
      if (workers === 0) figures.screenCpuMs += answer.cpuMs
      await write(out, answer.text)
    }
    for await (const question of batches(command.passengers, complaints)) {
      if (waiting.length >= screeners.length * 2) await take()
      const screener = free[0] as Screener
      free.push(...free.splice(0, 1))
      const previous = tails.get(screener) ?? Promise.resolve()
      const next = previous.then(() => screener.ask(question))
      tails.set(screener, next)
      waiting.push(next)
    }
    while (waiting.length > 0) await take()
    // with threads the whole process counts: their start, reading and writing too
    if (workers > 0) figures.screenCpuMs = cpuMs(screening)
    await Promise.all(screeners.map(screener => screener.close()))
    const all = new Float64Array(figures.passengers)
    let at = 0
    for (const part of figures.micros) {
      all.set(part, at)
      at += part.length
    }
    all.sort()
    const alerts = columns.birth.length
    err.write(
      `${JSON.stringify({
        alerts,
        passengers: figures.passengers,
        buildCpuMs: Math.round(buildCpuMs),
        screenCpuMs: Math.round(figures.screenCpuMs * 10) / 10,
        screensPerCpuSecond:
          figures.screenCpuMs > 0 ? Math.round((1000 * figures.passengers) / figures.screenCpuMs) : 0,
        p50Us: share(all, 0.5),
        p99Us: share(all, 0.99),
        bytesPerAlert: alerts === 0 ? 0 : Math.round((columnBytes(columns).index / alerts) * 10) / 10,
        reviewThreshold: reviewScore,
        unreadableLines: complaints.count,
      })}\n`,
    )
    return complaints.count > 0 ? 1 : 0
  } catch (error) {
    const failed = error as NodeJS.ErrnoException
    if (failed.code === 'ENOENT' || failed.code === 'EACCES' || failed.code === 'EISDIR') {
      err.write(
        `${failed.path ?? ''} cannot be read (${failed.code}); give the path of a file of JSON lines\n`,
      )
      return 2
    }
    throw error
  }
}

const tails = new WeakMap<Screener, Promise<unknown>>()
