// Learns, from public pairs of a name in Latin letters and in another script, which Latin spellings each sound unit has.
// Input: the development slices of steveash/NETransliteration-COLING2018 (CC0 1.0): Latin TAB letters TAB count.
// Run: node --import tsx bench/screening/learn-sounds.ts FOLDER [--hold-out] ; it writes src/core/names/sound-data.ts.
// With --hold-out it learns from four fifths, reports on the last fifth, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { foldLatin } from '#core/names/latin.ts'
import { Script } from '#core/names/script.ts'
import { soundUnits } from '#core/names/sound-units.ts'

const files: [string, Script][] = [
  ['russian', Script.Cyrillic],
  ['arabic', Script.Arabic],
  ['hebrew', Script.Hebrew],
  ['chinese', Script.Han],
  ['korean', Script.Hangul],
  ['katakana', Script.Kana],
]
const longest = 4
const floor = 1e-4

type Pair = { latin: string; units: string[]; count: number }
type Model = Map<string, Map<string, number>>

function readPairs(file: string, script: Script): Pair[] {
  const out: Pair[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [latin, native, count] = line.split('\t')
    if (latin === undefined || native === undefined) continue
    const folded = foldLatin(latin)
    const units = soundUnits(native.replaceAll(' ', ''), script)
    if (folded.length > 0 && units.length > 0) out.push({ latin: folded, units, count: Number(count ?? 1) })
  }
  return out
}

/** Letter pairs of the Latin side: what a Latin name looks like when nothing else is known. */
function letterModel(pairs: Pair[]): number[] {
  const counts = Array.from({ length: 27 * 27 }, () => 0.5)
  for (const pair of pairs) {
    let before = 26
    for (const letter of pair.latin) {
      const at = letter.charCodeAt(0) - 97
      if (at < 0 || at > 25) continue
      counts[before * 27 + at] = (counts[before * 27 + at] ?? 0) + 1
      before = at
    }
    counts[before * 27 + 26] = (counts[before * 27 + 26] ?? 0) + 1
  }
  for (let row = 0; row < 27; row++) {
    let sum = 0
    for (let i = 0; i < 27; i++) sum += counts[row * 27 + i] ?? 0
    for (let i = 0; i < 27; i++) counts[row * 27 + i] = -Math.log((counts[row * 27 + i] ?? 0) / sum)
  }
  return counts
}

function chance(model: Model, unit: string, spelling: string, seen: (spelling: string) => number): number {
  const p = model.get(unit)?.get(spelling) ?? 0
  return p * (1 - 0.02) + 0.02 * seen(spelling)
}

function unseen(spelling: string): number {
  return spelling.length === 0 ? 0.15 : 0.6 * 0.04 ** spelling.length * 2
}

/** One pass of expectation and maximisation over every way to cut the Latin word into the units' spellings. */
function pass(pairs: Pair[], model: Model, start: boolean): Model {
  const next: Model = new Map()
  for (const { latin, units, count } of pairs) {
    const weight = Math.min(3, 1 + Math.log(count))
    const n = units.length
    const m = latin.length
    const forward = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
    const backward = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
    const p = (i: number, from: number, to: number): number => {
      if (start) {
        const want = (m / n) * (i + 1)
        return Math.exp(-1.2 * Math.abs(want - to)) * (to - from === 0 ? 0.4 : 1)
      }
      return chance(model, units[i] ?? '', latin.slice(from, to), unseen)
    }
    const first = forward[0]
    const last = backward[n]
    if (first === undefined || last === undefined) continue
    first[0] = 1
    last[m] = 1
    for (let i = 0; i < n; i++)
      for (let from = 0; from <= m; from++) {
        const f = forward[i]?.[from] ?? 0
        if (f === 0) continue
        for (let to = from; to <= Math.min(m, from + longest); to++) {
          const row = forward[i + 1]
          if (row !== undefined) row[to] = (row[to] ?? 0) + f * p(i, from, to)
        }
      }
    const total = forward[n]?.[m] ?? 0
    if (!(total > 1e-300)) continue
    for (let i = n - 1; i >= 0; i--)
      for (let from = 0; from <= m; from++) {
        let sum = 0
        for (let to = from; to <= Math.min(m, from + longest); to++)
          sum += p(i, from, to) * (backward[i + 1]?.[to] ?? 0)
        const row = backward[i]
        if (row !== undefined) row[from] = sum
      }
    for (let i = 0; i < n; i++)
      for (let from = 0; from <= m; from++) {
        const f = forward[i]?.[from] ?? 0
        if (f === 0) continue
        for (let to = from; to <= Math.min(m, from + longest); to++) {
          const gain = (f * p(i, from, to) * (backward[i + 1]?.[to] ?? 0)) / total
          if (gain < 1e-6) continue
          const unit = units[i] ?? ''
          const row = next.get(unit) ?? new Map<string, number>()
          const spelling = latin.slice(from, to)
          row.set(spelling, (row.get(spelling) ?? 0) + gain * weight)
          next.set(unit, row)
        }
      }
  }
  for (const row of next.values()) {
    let sum = 2
    for (const value of row.values()) sum += value
    for (const [spelling, value] of row) row.set(spelling, value / sum)
  }
  return next
}

/** Negative logarithm of the best cutting, in nats. */
function distance(model: Model, latin: string, units: string[]): number {
  const n = units.length
  const m = latin.length
  let row = Array.from({ length: m + 1 }, () => Infinity)
  row[0] = 0
  for (let i = 0; i < n; i++) {
    const next = Array.from({ length: m + 1 }, () => Infinity)
    for (let from = 0; from <= m; from++) {
      const before = row[from] ?? Infinity
      if (before === Infinity) continue
      for (let to = from; to <= Math.min(m, from + longest); to++) {
        const value = before - Math.log(chance(model, units[i] ?? '', latin.slice(from, to), unseen))
        if (value < (next[to] ?? Infinity)) next[to] = value
      }
    }
    row = next
  }
  return row[m] ?? Infinity
}

function plain(letters: number[], latin: string): number {
  let before = 26
  let sum = 0
  for (const letter of latin) {
    const at = Math.max(0, Math.min(25, letter.charCodeAt(0) - 97))
    sum += letters[before * 27 + at] ?? 0
    before = at
  }
  return sum + (letters[before * 27 + 26] ?? 0)
}

function learn(pairs: Pair[]): Model {
  let model: Model = pass(pairs, new Map(), true)
  for (let round = 0; round < 12; round++) model = pass(pairs, model, false)
  return model
}

function report(name: string, model: Model, letters: number[], test: Pair[]): void {
  const score = (latin: string, units: string[]): number =>
    plain(letters, latin) - distance(model, latin, units)
  const good = test.map(pair => score(pair.latin, pair.units))
  const random: number[] = []
  for (let shift = 1; shift <= 10; shift++)
    for (let i = 0; i < test.length; i++) {
      const other = test[(i * 7 + shift * 131) % test.length]
      const own = test[i]
      if (other !== undefined && own !== undefined && other.latin !== own.latin)
        random.push(score(other.latin, own.units))
    }
  random.sort((a, b) => b - a)
  const limit = random[Math.floor(random.length * 0.01)] ?? 0
  const recall = good.filter(value => value > limit).length / good.length
  process.stdout.write(
    `${name}: ${test.length} held out, limit ${limit.toFixed(2)}, recall ${recall.toFixed(4)}\n`,
  )
}

const folder = process.argv[2] ?? ''
const holdOut = process.argv.includes('--hold-out')
const all = files.map(([name, script]) => ({
  name,
  script,
  pairs: readPairs(`${folder}/wd_${name}_16.tsv`, script),
}))
const letters = letterModel(all.flatMap(({ pairs }) => pairs))
const lines: string[] = []
for (const { name, script, pairs } of all) {
  const model = learn(holdOut ? pairs.filter((_, i) => i % 5 !== 0) : pairs)
  report(
    name,
    model,
    letters,
    pairs.filter((_, i) => i % 5 === 0),
  )
  for (const [unit, row] of [...model].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const kept = [...row].filter(([, p]) => p > Math.max(floor, 0.003)).sort((a, b) => b[1] - a[1])
    if (kept.length > 0 && !/[`|$\\]/.test(unit))
      lines.push(
        `${script}|${unit}|${kept.map(([s, p]) => `${s}:${Math.round(-Math.log(p) * 10)}`).join(',')}`,
      )
  }
}
if (!holdOut)
  writeFileSync(
    new URL('../../src/core/names/sound-data.ts', import.meta.url),
    `// Latin spellings of the sound units of six scripts, with their cost in tenths of a nat, and the cost of Latin letter pairs.
// Learned by bench/screening/learn-sounds.ts from the development slices of steveash/NETransliteration-COLING2018,
// mined from Wikidata, CC0 1.0. One line a unit: script number, unit, spellings with costs.

export const SPELLINGS = \`
${lines.join('\n')}
\`

/** 27 by 27: cost in tenths of a nat of a letter (column, 26 = end) after another (row, 26 = start). */
export const LETTER_PAIRS: readonly number[] = [
${Array.from(
  { length: 27 },
  (_, row) =>
    `  ${letters
      .slice(row * 27, row * 27 + 27)
      .map(x => Math.round(x * 10))
      .join(', ')},`,
).join('\n')}
]
`,
  )
