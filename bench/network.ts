import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Network, openNetwork } from '#app/network.ts'
import { seed } from '#app/seed.ts'
import { readConfig } from '#kit/config.ts'

/** A network with the demonstration's people in a folder of its own, for one measurement. */
export async function benchNetwork(): Promise<Network & { end(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'iconet-bench-'))
  const network = await openNetwork(
    readConfig({ data, demo: true, logLevel: 'error' }),
    pino({ level: 'error' }),
  )
  await seed(network.ground, () => {}, { openData: false, work: false })
  return {
    ...network,
    async end() {
      await network.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The value below which `share` of the times lie, in milliseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Times of `rounds` runs after a few that do not count. */
export async function timesOf(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < 5; i++) await work()
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  return times
}
