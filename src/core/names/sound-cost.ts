// How well a Latin word spells the sounds of a word in another script: the best way to cut the Latin word into spellings
// of the sound units, against how likely the Latin word is by itself. The result is a log likelihood ratio in nats.
import { Script } from './script.ts'
import { LETTER_PAIRS, SPELLINGS } from './sound-data.ts'
import { soundUnits } from './sound-units.ts'
import { ruled } from './spelling-rules.ts'

const unitIds = new Map<string, number>()
const longest = 4
/** Tenths of a nat for no letter up to four letters that no learned name shows for a unit. */
const unseenCost = [58, 69, 101, 133, 166]
const unseenMost = unseenCost.length
/**
 * Tenths of a nat that it costs more in scripts where many names sound nearly alike and learned spellings leave room for it; found with
 * two lists of invented people, and kept so low that words beside their spelling in another script are found as often as is aimed at.
 */
const unseenMore = new Map<string, number>([
  [`${Script.Cyrillic}`, 5],
  [`${Script.Arabic}`, 10],
  [`${Script.Han}`, 20],
  [`${Script.Hangul}`, 20],
  [`${Script.Devanagari}`, 20],
  [`${Script.Bengali}`, 20],
  [`${Script.Ethiopic}`, 20],
  [`${Script.Thai}`, 40],
])

/** Tenths of a nat for each learned spelling of each unit, while they are collected. */
const learned: Map<string, number>[] = []

function learn(unit: number, spelling: string, cost: number): void {
  if (spelling.length > longest) return
  const spellings = (learned[unit] ??= new Map())
  const known = spellings.get(spelling)
  if (known === undefined || known > cost) spellings.set(spelling, cost)
}

for (const line of SPELLINGS.trim().split('\n')) {
  const [script, unit, spellings] = line.split('|')
  const id = unitIds.size
  unitIds.set(`${script}|${unit}`, id)
  for (const entry of (spellings ?? '').split(',')) {
    const [spelling, cost] = entry.split(':')
    if (spelling !== undefined) learn(id, spelling, Number(cost))
  }
}

for (const [script, spellings] of ruled)
  for (const { unit, spelling, cost } of spellings) {
    const name = `${script}|${unit}`
    const id = unitIds.get(name) ?? unitIds.size
    unitIds.set(name, id)
    learn(id, spelling, cost)
  }

// Arabic and Hebrew leave short vowels and doubling unwritten: a consonant is spelt with any vowel after it, alone or
// doubled. A vowel costs 2.2 nats more, doubling 1.5 on top, unless learned cheaper.
for (const [name, id] of unitIds) {
  if (!name.startsWith(`${Script.Arabic}|`) && !name.startsWith(`${Script.Hebrew}|`)) continue
  for (const [spelling, cost] of Array.from(learned[id]!)) {
    if (cost > 35 || !/^[^aeiou]{1,2}$/.test(spelling)) continue
    for (const vowel of 'aeiou') {
      learn(id, spelling + vowel, cost + 22)
      if (spelling.length === 1) learn(id, spelling + spelling + vowel, cost + 37)
    }
    for (const vowel of ['ou', 'oo', 'ee']) learn(id, spelling + vowel, cost + 28)
  }
}

/** The letters of a piece as one number to the base 27; 0 for no letter. */
function pieceCode(piece: string): number {
  let code = 0
  for (let i = 0; i < piece.length; i++) code = code * 27 + (piece.charCodeAt(i) - 96)
  return code
}

/**
 * What each unit costs spelt by each piece, a row of all units for a piece: a word meets few pieces and the units of one
 * script, so that what it asks for stands near. The first rows are those of pieces never learned, by their length.
 */
const width = unitIds.size
const rowOf = new Uint16Array(27 ** longest)
let rowCount = unseenMost
for (const spellings of learned)
  for (const spelling of spellings?.keys() ?? []) {
    const code = pieceCode(spelling)
    if (rowOf[code] === 0) rowOf[code] = rowCount++
  }
const table = new Uint8Array(rowCount * width)
const moreOf = Array.from(unitIds.keys(), name => unseenMore.get(name.slice(0, name.indexOf('|'))) ?? 0)

function fillUnseen(start: number, length: number): void {
  for (let unit = 0; unit < width; unit++) table[start + unit] = unseenCost[length]! + moreOf[unit]!
}

for (let length = 0; length < unseenMost; length++) fillUnseen(length * width, length)
learned.forEach((spellings, unit) => {
  for (const [spelling, cost] of spellings) {
    const start = rowOf[pieceCode(spelling)]! * width
    if (table[start] === 0) fillUnseen(start, spelling.length)
    table[start + unit] = Math.min(255, cost)
  }
})
learned.length = 0

/** Whether Latin spellings of this script's sounds were learned, or written down as rules. */
export function hasSounds(script: Script): boolean {
  return (
    script === Script.Devanagari ||
    script === Script.Bengali ||
    script === Script.Ethiopic ||
    script === Script.Thai ||
    script === Script.Cyrillic ||
    script === Script.Arabic ||
    script === Script.Hebrew ||
    script === Script.Han ||
    script === Script.Hangul ||
    script === Script.Kana
  )
}

/** The numbers of a word's sound units; units never seen are left out. */
export function unitNumbers(word: string, script: Script): number[] {
  const out: number[] = []
  for (const unit of soundUnits(word, script)) {
    const id = unitIds.get(`${script}|${unit}`)
    if (id !== undefined) out.push(id)
  }
  return out
}

/** Cost in nats of a Latin word by itself, from the learned letter pairs. */
export function latinCost(latin: string): number {
  let before = 26
  let sum = 0
  for (let i = 0; i < latin.length; i++) {
    const at = latin.charCodeAt(i) - 97
    if (at < 0 || at > 25) continue
    sum += LETTER_PAIRS[before * 27 + at] ?? 0
    before = at
  }
  return (sum + (LETTER_PAIRS[before * 27 + 26] ?? 0)) / 10
}

const mostLetters = 60
const far = 1 << 20
const oneRow = new Int32Array(mostLetters + 1)
const otherRow = new Int32Array(mostLetters + 1)

/** One Latin word made ready to be laid beside many words of other scripts. */
export class Speller {
  private length = 0
  private own = 0
  /** where the row of each piece begins: for each letter five, of no letter to four letters from there on */
  private readonly pieces = new Uint32Array((mostLetters + 1) * (longest + 1))
  /** what each unit costs at least, whatever piece of the word spells it, and the units of which that is known */
  private readonly leastOf = new Int16Array(width).fill(-1)
  private readonly entered: number[] = []
  private rest = new Int32Array(64)

  /** @param own what latinCost says of `latin` */
  set(latin: string, own: number): void {
    this.length = Math.min(mostLetters, latin.length)
    this.own = own
    for (const unit of this.entered) this.leastOf[unit] = -1
    this.entered.length = 0
    const { pieces, length } = this
    for (let from = 0; from <= length; from++) {
      let code = 0
      let plain = true
      for (let size = 0; size <= longest && from + size <= length; size++) {
        if (size > 0) {
          const letter = latin.charCodeAt(from + size - 1) - 96
          if (letter < 1 || letter > 26) plain = false
          code = code * 27 + letter
        }
        const known = plain ? rowOf[code]! : 0
        pieces[from * (longest + 1) + size] = (known === 0 ? size : known) * width
      }
    }
  }

  private enter(unit: number): void {
    const { pieces, length } = this
    let least = unseenCost[0]! + moreOf[unit]!
    for (let from = 0; from <= length; from++) {
      const most = Math.min(longest, length - from)
      for (let size = 0; size <= most; size++) {
        const cost = table[pieces[from * (longest + 1) + size]! + unit]!
        if (cost < least) least = cost
      }
    }
    this.entered.push(unit)
    this.leastOf[unit] = least
  }

  /**
   * Log likelihood ratio, in nats, that the word spells the units from `begin` to `end` of a list rather than being any Latin
   * word. Above 0 the two are more likely one name than not; random pairs are above 0 in about one of a hundred cases.
   * @param least below this the answer is only "less": the search ends early
   */
  likeness(units: ArrayLike<number>, begin: number, end: number, least: number): number {
    const n = end - begin
    const m = this.length
    if (n === 0 || m === 0 || m > n * longest) return -50
    const most = Math.floor((this.own - least) * 10 + 1e-6)
    if (n >= this.rest.length) this.rest = new Int32Array(n * 2)
    const { leastOf, rest, pieces } = this
    // what the units from each one on cost at least, however they are spelt
    let sum = 0
    rest[n] = 0
    for (let i = n - 1; i >= 0; i--) {
      const unit = units[begin + i]!
      if (leastOf[unit]! < 0) this.enter(unit)
      sum += leastOf[unit]!
      rest[i] = sum
    }
    if (sum > most) return -50
    let row = oneRow
    let next = otherRow
    row[0] = 0
    let low = 0
    let high = 0
    for (let i = 0; i < n; i++) {
      const unit = units[begin + i]!
      const bound = most - rest[i + 1]!
      // letters that the units still to come cannot take have to be taken now
      const due = m - (n - 1 - i) * longest
      const reach = Math.min(m, high + longest)
      for (let to = low; to <= reach; to++) next[to] = far
      let first = m + 1
      let final = -1
      for (let from = low; from <= high; from++) {
        const before = row[from]!
        if (before === far) continue
        const last = Math.min(m, from + longest)
        let to = from
        let at = from * (longest + 1)
        if (to < due) {
          at += due - to
          to = due
        }
        for (; to <= last; to++) {
          const value = before + table[pieces[at++]! + unit]!
          if (value <= bound && value < next[to]!) {
            next[to] = value
            if (to < first) first = to
            if (to > final) final = to
          }
        }
      }
      if (first > m) return -50
      low = first
      high = final
      const swap = row
      row = next
      next = swap
    }
    return high < m || row[m] === far ? -50 : this.own - row[m]! / 10
  }
}

const speller = new Speller()

/** What Speller.likeness says of one pair; for many words beside one, ask a Speller of your own. */
export function soundLikeness(units: ArrayLike<number>, latin: string): number {
  const own = latinCost(latin)
  speller.set(latin, own)
  return speller.likeness(units, 0, units.length, own - 60)
}
