import { expect, test } from 'vitest'
import { readMrz } from '../mrz/read.ts'
import { withinClosedList } from './closed-list.ts'
import { damage } from './fuzz.ts'
import { readAll } from './interpret.ts'
import { samples } from './samples.ts'

test('2,000 damaged messages are read without an exception, none of them slowly', () => {
  const seed = 20_260_601
  for (let i = 0; i < 2_000; i++) {
    const text = damage(samples, seed + i)
    const input = i % 3 === 0 ? new TextEncoder().encode(text) : text
    const begin = performance.now()
    for (const message of readAll(input)) {
      const kept = withinClosedList(message)
      if (!Array.isArray(kept.findings)) throw new Error(`seed ${seed + i} has no findings`)
    }
    readMrz(text)
    if (performance.now() - begin > 3000) throw new Error(`seed ${seed + i} took longer than three seconds`)
  }
})

test('inputs made to be slow are not', () => {
  const hostile = [
    "UNB+UNOA:4+A+B'".repeat(20_000),
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'${"NAD+FL+++A:B'".repeat(20_000)}`,
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'${'?'.repeat(500_000)}`,
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'${'\n'.repeat(500_000)}`,
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'${'\n NAD'.repeat(100_000)}`,
    `UNB+UNOA:4+A+B'UNH+1+PNRGOV:11:1:IA'SRC'${"TIF+A+B:A:1'SSR+DOCS:HK:1:A:::::/P/A/1/A/1/1/1/A/B+::1'".repeat(5_000)}`,
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'FTX+${'\n'.repeat(60_000)}'`,
    `UNB+UNOA:4+A+B'UNH+1+PAXLST:D:05B:UN'FTX+${'\u2019 '.repeat(30_000)}'`,
    "UNH+1+PAXLST:D:05B:UN'CNT+42:1'".repeat(20_000),
    'UNA'.repeat(200_000),
    ' '.repeat(2_000_000),
    `${'\u2019'.repeat(300_000)}UNB+UNOA:4`,
  ]
  for (const text of hostile) {
    const begin = process.cpuUsage()
    readAll(text)
    const { user, system } = process.cpuUsage(begin)
    expect((user + system) / 1e6, text.slice(0, 60)).toBeLessThan(5)
  }
})
