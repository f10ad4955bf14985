import { afterEach, expect, test, vi } from 'vitest'
import { atMostEvery } from './live.ts'

afterEach(() => void vi.useRealTimers())

test('what changes fifty times a second is read at once, then once a second, and the last change is never missed', () => {
  vi.useFakeTimers()
  const read: string[] = []
  const ask = atMostEvery(1000, topic => read.push(`${topic} ${Date.now()}`))
  const start = Date.now()
  for (let at = 0; at < 2500; at += 20) {
    ask('passengers')
    vi.advanceTimersByTime(20)
  }
  ask('warnings')
  vi.advanceTimersByTime(5000)
  expect(read).toEqual([
    `passengers ${start}`,
    `passengers ${start + 1000}`,
    `passengers ${start + 2000}`,
    `warnings ${start + 2500}`,
    `passengers ${start + 3000}`,
  ])
})
