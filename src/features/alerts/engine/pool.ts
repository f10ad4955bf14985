// The threads that screen. Each holds the same index in shared memory and a small part of its own with what changed since it was
// built; without threads the caller's own does the work, for tests and small lists.
import { Worker } from 'node:worker_threads'
import type { Columns } from '#core/match/columns.ts'
import type { Hit, ScreenOptions } from '#core/match/matcher.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import { type Answer, type Change, type Order, type Start, screener } from './thread.ts'

export interface Pool {
  screen(people: readonly PassengerRecord[], options: ScreenOptions): Promise<Hit[][]>
  /** Resolves when every thread has the change. */
  change(change: Change): Promise<void>
  /** Builds the index anew in a thread of its own, while the others go on, and hands it to all. */
  rebuild(): Promise<void>
  /** Gives all threads another index; changes made before are in it. */
  use(columns: Columns): Promise<void>
  /** Alerts changed since the index was built. */
  readonly pending: number
  readonly count: number
  close(): Promise<void>
}

interface Thread {
  readonly waits: number
  tell(order: Order): Promise<Answer>
  close(): Promise<unknown>
}

/** People handed to a thread at once: enough to pay for the message, few enough to share a full flight out. */
const portion = 16

export function startPool(first: Columns, threads: number): Pool {
  const open = threads === 0 ? sameThread : otherThread
  const all = Array.from({ length: Math.max(1, threads) }, () => open(first))
  let columns = first
  /** What changed since `columns` was built. */
  let since: Change[] = []
  let count = first.birth.length
  const tellAll = async (order: Order): Promise<void> => {
    for (const answer of await Promise.all(all.map(thread => thread.tell(order))))
      if ('count' in answer) count = answer.count
  }
  const use = async (made: Columns, rest: Change[]): Promise<void> => {
    columns = made
    since = rest
    await tellAll({ kind: 'use', columns, since })
  }
  return {
    async screen(people, options) {
      const parts: Promise<Answer>[] = []
      for (let from = 0; from < people.length; from += portion) {
        const least = all.reduce((best, thread) => (thread.waits < best.waits ? thread : best))
        parts.push(least.tell({ kind: 'screen', people: people.slice(from, from + portion), options }))
      }
      return (await Promise.all(parts)).flatMap(answer => ('hits' in answer ? answer.hits : []))
    },
    async change(change) {
      since.push(change)
      await tellAll({ kind: 'change', change })
    },
    use: made => use(made, []),
    async rebuild() {
      const [before, included] = [columns, since.length]
      const builder = open(before)
      try {
        await builder.tell({ kind: 'use', columns: before, since: since.slice(0, included) })
        const answer = await builder.tell({ kind: 'build' })
        // Not when another index has come in meanwhile.
        if ('columns' in answer && columns === before) await use(answer.columns, since.slice(included))
      } finally {
        await builder.close()
      }
    },
    get pending() {
      return since.reduce((sum, { ids }) => sum + ids.length, 0)
    },
    get count() {
      return count
    },
    async close() {
      await Promise.all(all.map(thread => thread.close()))
    },
  }
}

function sameThread(columns: Columns): Thread {
  const answer = screener(columns)
  return {
    waits: 0,
    tell: order => Promise.resolve().then(() => answer(order)),
    close: () => Promise.resolve(),
  }
}

function otherThread(columns: Columns): Thread {
  const start: Start = { screening: columns }
  // Run from the sources, a thread of Node 20 does not inherit the loader that reads TypeScript.
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(api => { api.register(); return import(${JSON.stringify(new URL('./thread.ts', import.meta.url).href)}) })`,
        { eval: true, workerData: start },
      )
    : new Worker(new URL('./screening-thread.mjs', import.meta.url), { workerData: start })
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: unknown): void }>()
  let last = 0
  let broken: Error | undefined
  const fail = (error: Error): void => {
    broken ??= error
    for (const asker of waiting.values()) asker.reject(error)
    waiting.clear()
  }
  worker.on('message', ({ number, answer, error }: { number: number; answer?: Answer; error?: Error }) => {
    const asker = waiting.get(number)
    waiting.delete(number)
    if (answer) asker?.resolve(answer)
    else asker?.reject(error)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('A screening thread has ended.')))
  return {
    get waits() {
      return waiting.size
    },
    tell: order =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        last += 1
        waiting.set(last, { resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ number: last, order })
      }),
    close: () => worker.terminate(),
  }
}
