// A thread of `iconet screen`: it sees the same index as all others and answers one batch after another.
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Columns } from '#core/match/columns.ts'
import { Matcher } from '#core/match/matcher.ts'
import type { ScreenOptions } from '#core/match/matcher.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import { screenBatch } from './screen.ts'

export type WorkerStart = { columns: Columns; options: ScreenOptions }
export type BatchQuestion = { passengers: (PassengerRecord & { id: string })[] }
export type BatchAnswer = { text: string; micros: Float32Array; cpuMs: number }

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  const { columns, options } = workerData as WorkerStart
  const matcher = new Matcher(columns)
  port.on('message', (question: BatchQuestion) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    port.postMessage(screenBatch(matcher, question, options))
  })
}
