import { withinClosedList } from '#core/edifact/closed-list.ts'
import { damage } from '#core/edifact/fuzz.ts'
import { interpret, readAll } from '#core/edifact/interpret.ts'
import { createMessageReader, readMessages } from '#core/edifact/messages.ts'
import { readPieces } from '#core/edifact/reader.ts'
import { sampleList, samples } from '#core/edifact/samples.ts'
import { readMrz } from '#core/mrz/read.ts'

/**
 * `npm run bench -- messages`: how fast passenger messages are read, beside a limit (every byte looked at once, nothing
 * kept) and the plainest peer (the text split at its separators: no release characters, no checks, no meaning), and whether damaged input can stop the reader. `FUZZ`
 * sets the number of damaged inputs (1,000,000 by default), `SEED` the seed.
 */
export async function run(): Promise<void> {
  speed()
  stream(100)
  await fuzz(Number(process.env['FUZZ'] ?? 1_000_000), Number(process.env['SEED'] ?? 20_260_601))
}

function speed() {
  const text = sampleList(200)
  const bytes = new TextEncoder().encode(text)
  const segments = readMessages(bytes)[0]?.segments.length ?? 0
  console.log(`One PAXLST of 200 passengers: ${segments} segments, ${bytes.length} bytes. Per second of CPU:`)
  const limit = measure(() => {
    let count = 0
    for (let i = 0; i < bytes.length; i++) {
      const c = bytes[i]
      if (c === 39 || c === 43 || c === 58 || c === 63) count++
    }
    return count
  })
  const peer = measure(() => {
    let count = 0
    for (const segment of new TextDecoder().decode(bytes).split("'"))
      for (const element of segment.split('+')) count += element.split(':').length
    return count
  })
  const rows: [string, () => unknown][] = [
    ['segments and elements read', () => readPieces(bytes)],
    ['messages with their envelope checked', () => readMessages(bytes)],
    ['interpreted, with findings', () => readMessages(bytes).map(interpret)],
    ['and the closed list applied', () => readMessages(bytes).map(raw => withinClosedList(interpret(raw)))],
  ]
  const show = (name: string, perSecond: number) =>
    console.log(
      `  ${name.padEnd(40)} ${Math.round(perSecond * segments)
        .toLocaleString('en')
        .padStart(12)} segments/s ` +
        `${((perSecond * bytes.length) / 1e6).toFixed(1).padStart(7)} MB/s ${(peer / perSecond).toFixed(2).padStart(6)} × the peer’s time`,
    )
  show('limit: every byte looked at once', limit)
  show('peer: split at the separators', peer)
  let slowest = peer
  for (const [name, work] of rows) {
    const perSecond = measure(work)
    slowest = perSecond
    show(name, perSecond)
  }
  console.log(
    `  ${slowest * segments >= 200_000 ? 'reached' : 'NOT REACHED'}: at least 200,000 segments/s with everything done`,
  )
}

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** One stream of many megabytes through one reader: what it holds must not grow with what went through. */
function stream(megabytes: number) {
  const bytes = new TextEncoder().encode(sampleList(200))
  const reader = createMessageReader()
  const times = Math.ceil((megabytes * 1e6) / bytes.length)
  let people = 0
  let early = 0
  const begin = process.cpuUsage()
  for (let i = 0; i < times; i++) {
    for (const raw of reader.push(bytes)) {
      const message = interpret(raw)
      if (message.kind === 'PAXLST') people += message.people.length
    }
    if (i === Math.floor(times / 10)) early = heap()
  }
  for (const raw of reader.end()) {
    const message = interpret(raw)
    if (message.kind === 'PAXLST') people += message.people.length
  }
  const { user, system } = process.cpuUsage(begin)
  console.log(
    `One stream of ${megabytes} MB: ${people.toLocaleString('en')} people of ${(times * 200).toLocaleString('en')} in ` +
      `${((user + system) / 1e6).toFixed(1)} s of CPU; heap after a tenth ${early.toFixed(1)} MB, at the end ${heap().toFixed(1)} MB`,
  )
}

/** Runs of the work per second of CPU (user and system), after warming up, over at least a second. */
function measure(work: () => unknown): number {
  for (let i = 0; i < 30; i++) work()
  const begin = process.cpuUsage()
  let runs = 0
  for (;;) {
    for (let i = 0; i < 20; i++) work()
    runs += 20
    const { user, system } = process.cpuUsage(begin)
    if (user + system > 1_500_000) return runs / ((user + system) / 1e6)
  }
}

async function fuzz(count: number, seed: number) {
  console.log(`${count.toLocaleString('en')} damaged inputs, seed ${seed}:`)
  const encoder = new TextEncoder()
  let thrown = 0
  let slowest = { ms: 0, seed }
  let messages = 0
  let findings = 0
  let early = 0
  const begin = process.cpuUsage()
  for (let i = 0; i < count; i++) {
    const text = damage(samples, seed + i)
    const from = performance.now()
    try {
      for (const message of readAll(i % 3 === 0 ? encoder.encode(text) : text)) {
        messages++
        findings += withinClosedList(message).findings.length
      }
      readMrz(text)
    } catch (error) {
      thrown++
      if (thrown < 5) console.log(`  seed ${seed + i} threw`, error)
    }
    const ms = performance.now() - from
    if (ms > slowest.ms) slowest = { ms, seed: seed + i }
    if (i === Math.floor(count / 10)) early = heap()
    // Lets the process be stopped.
    if (i % 50_000 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  const { user, system } = process.cpuUsage(begin)
  const late = heap()
  console.log(
    `  ${messages.toLocaleString('en')} messages with ${findings.toLocaleString('en')} findings in ${((user + system) / 1e6).toFixed(0)} s of CPU`,
  )
  console.log(
    `  exceptions: ${thrown}; slowest input ${slowest.ms.toFixed(0)} ms of clock time (seed ${slowest.seed})`,
  )
  console.log(
    globalThis.gc
      ? `  heap after a tenth ${early.toFixed(1)} MB, at the end ${late.toFixed(1)} MB`
      : '  heap not measured: run with --expose-gc',
  )
}
