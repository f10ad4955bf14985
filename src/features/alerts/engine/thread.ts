// A thread of the screening pool: it answers one order after another.
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Columns } from '#core/match/columns.ts'
import { type Hit, Matcher, type ScreenOptions } from '#core/match/matcher.ts'
import type { AlertRecord, PassengerRecord } from '#core/match/records.ts'

/** Alerts whose identities leave the index, and the identities that enter it. */
export type Change = { ids: readonly string[]; fresh: readonly AlertRecord[] }

export type Order =
  | { kind: 'screen'; people: readonly PassengerRecord[]; options: ScreenOptions }
  | { kind: 'change'; change: Change }
  /** Another index, and what changed since it was begun. */
  | { kind: 'use'; columns: Columns; since: readonly Change[] }
  /** Builds an index with all changes in it. */
  | { kind: 'build' }

export type Answer = { hits: Hit[][] } | { count: number } | { columns: Columns }

/** What a new thread is given. */
export type Start = { screening: Columns }

/** An alert holds identities numbered from 1 to this; 0 are documents that nobody in particular holds. */
export const mostIdentities = 50

/** The same columns with marks of its own for what was withdrawn, so that a change is whole in each thread. */
const own = (columns: Columns): Columns => ({ ...columns, dead: columns.dead.slice() })

function apply(matcher: Matcher, { ids, fresh }: Change): void {
  for (const alert of ids)
    for (let number = 0; number <= mostIdentities; number++) matcher.remove(`${alert}/${number}`)
  for (const alert of fresh) matcher.put(alert)
}

/** Answers orders over an index; keeps what changed since it was built. */
export function screener(first: Columns): (order: Order) => Answer {
  let matcher = new Matcher(own(first))
  return order => {
    switch (order.kind) {
      case 'screen':
        return { hits: order.people.map(person => matcher.screen(person, order.options)) }
      case 'build':
        return { columns: matcher.compact() }
      case 'use':
        matcher = new Matcher(own(order.columns))
        for (const change of order.since) apply(matcher, change)
        return { count: matcher.count }
      case 'change':
        apply(matcher, order.change)
        return { count: matcher.count }
    }
  }
}

if (!isMainThread && parentPort !== null && (workerData as Partial<Start> | null)?.screening) {
  const port = parentPort
  const answer = screener((workerData as Start).screening)
  port.on('message', ({ number, order }: { number: number; order: Order }) => {
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      port.postMessage({ number, answer: answer(order) })
    } catch (error) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      port.postMessage({ number, error })
    }
  })
}
