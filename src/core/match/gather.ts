// Which alerts may be the passenger: those with a matching document, those whose date of birth is near and that share two
// words, and, where the date is missing, partial or wrong, those that share two words of which one is rare.
import { birthKey, birthOf } from './birth.ts'
import type { Columns } from './columns.ts'
import { tokenMask } from './columns.ts'
import type { Slots } from './align.ts'
import type { Question } from './question.ts'

/** A range of alerts, and whether one shared word is enough there. */
type Range = { from: number; to: number; one: boolean }

/** The longest range that is read alert by alert; longer ones are reached through the words. */
const longestScan = 2600
/** Words in at most this many alerts are followed through the whole list. */
const rareWord = 700
/** Alerts visited through rare words before only the nearest spellings are followed. */
const rareBudget = 5000
const budget = 60_000

export class Candidates {
  list = new Uint32Array(4096)
  masks = new Uint32Array(4096)
  count = 0
  visited = 0
  private readonly seen: Uint8Array

  constructor(alerts: number) {
    this.seen = new Uint8Array(alerts)
  }

  add(alert: number, mask: number): void {
    if (this.seen[alert] === 1) return
    this.seen[alert] = 1
    if (this.count === this.list.length) {
      const list = new Uint32Array(this.list.length * 2)
      list.set(this.list)
      this.list = list
      const masks = new Uint32Array(this.masks.length * 2)
      masks.set(this.masks)
      this.masks = masks
    }
    this.list[this.count] = alert
    this.masks[this.count] = mask
    this.count++
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.seen[this.list[i] ?? 0] = 0
    this.count = 0
    this.visited = 0
  }
}

/** The units an alert shares with the question, as bits. */
export function maskOf(tokensAt: Uint32Array, tokens: Uint32Array, alert: number, slots: Slots): number {
  let mask = 0
  const { hot, masks } = slots
  const to = tokensAt[alert + 1] ?? 0
  for (let i = tokensAt[alert] ?? 0; i < to; i++) {
    const slot = hot[(tokens[i] ?? 0) & tokenMask] ?? 0
    if (slot !== 0) mask |= masks[slot] ?? 0
  }
  return mask
}

/** Whether the shared units are enough to look closer: two of them, or one that stands for two words. */
export function enough(mask: number, strong: number, tokens: number): boolean {
  return (mask & (mask - 1)) !== 0 || (mask & strong) !== 0 || (tokens === 1 && mask !== 0)
}

function scan(columns: Columns, slots: Slots, strong: number, range: Range, into: Candidates): void {
  const { tokensAt, tokens } = columns
  const { hot, masks } = slots
  let at = tokensAt[range.from] ?? 0
  for (let alert = range.from; alert < range.to; alert++) {
    const end = tokensAt[alert + 1] ?? 0
    const length = end - at
    let mask = 0
    for (; at < end; at++) {
      const slot = hot[(tokens[at] ?? 0) & tokenMask] ?? 0
      if (slot !== 0) mask |= masks[slot] ?? 0
    }
    if (mask === 0) continue
    if (range.one || (mask & (mask - 1)) !== 0 || (mask & strong) !== 0 || length === 1) into.add(alert, mask)
  }
}

function lowerBound(list: Uint32Array, from: number, to: number, value: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The ranges of alerts whose date of birth is near enough to `key` to be read whole, and those to reach by words. */
function ranges(columns: Columns, key: number): Range[] {
  const { cell } = columns
  const out: Range[] = []
  const cells = (first: number, last: number, one: boolean): void => {
    const from = cell[first] ?? 0
    const to = cell[last + 1] ?? from
    if (to > from) out.push({ from, to, one })
  }
  cells(0, 0, false)
  if (key === 0) return out
  const { year, month, day } = birthOf(key)
  if (month === 0) {
    cells(birthKey(year - 1, 0, 0), birthKey(year - 1, 0, 0), false)
    cells(birthKey(year, 0, 0), birthKey(year, 12, 31), false)
    cells(birthKey(year + 1, 0, 0), birthKey(year + 1, 0, 0), false)
    return out
  }
  for (let other = year - 1; other <= year + 1; other++) {
    cells(birthKey(other, 0, 0), birthKey(other, 0, 0), false)
    if (other !== year) {
      cells(birthKey(other, month, 0), birthKey(other, month, 0), false)
      if (day > 0) cells(birthKey(other, month, day), birthKey(other, month, day), true)
      if (day > 0 && day <= 12 && day !== month)
        cells(birthKey(other, day, month), birthKey(other, day, month), false)
    }
  }
  if (day === 0) {
    cells(birthKey(year, month, 0), birthKey(year, month, 31), false)
    return out
  }
  cells(birthKey(year, month, 0), birthKey(year, month, day - 1), false)
  cells(birthKey(year, month, day), birthKey(year, month, day), true)
  cells(birthKey(year, month, day + 1), birthKey(year, month, 31), false)
  for (let other = 1; other <= 12; other++)
    if (other !== month) cells(birthKey(year, other, day), birthKey(year, other, day), false)
  if (day <= 12 && day !== month) cells(birthKey(year, day, month), birthKey(year, day, month), true)
  if (month !== 1 || day !== 1) cells(birthKey(year, 1, 1), birthKey(year, 1, 1), false)
  return out
}

/**
 * Collects candidates of the frozen columns.
 * @param key the passenger's date of birth, 0 where none is known
 */
export function gather(
  columns: Columns,
  question: Question,
  slots: Slots,
  strong: number,
  key: number,
  into: Candidates,
): void {
  const far: Range[] = []
  for (const range of ranges(columns, key))
    if (range.to - range.from <= longestScan) scan(columns, slots, strong, range, into)
    else far.push(range)
  const { postAt, post, tokensAt, tokens } = columns
  const own = question.readings[0]?.units ?? []
  const weights = question.units.map(unit => {
    let sum = 0
    for (const id of unit.expansion.ids) sum += (postAt[id + 1] ?? 0) - (postAt[id] ?? 0)
    return sum
  })
  let most = -1
  if (own.length > 1)
    for (const unit of own) if (most < 0 || (weights[unit] ?? 0) > (weights[most] ?? 0)) most = unit
  const visit = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const alert = post[i] ?? 0
      const mask = maskOf(tokensAt, tokens, alert, slots)
      if (enough(mask, strong, (tokensAt[alert + 1] ?? 0) - (tokensAt[alert] ?? 0))) into.add(alert, mask)
    }
    into.visited += to - from
  }
  let spent = 0
  const order = question.units.map((_, at) => at).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))
  for (const at of order) {
    if (at === most) continue
    const unit = question.units[at]
    if (unit === undefined) continue
    const { ids } = unit.expansion
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      const from = postAt[id] ?? 0
      const to = postAt[id + 1] ?? 0
      const length = to - from
      if (into.visited > budget) return
      if (key === 0 || length <= 24 || (length <= rareWord && spent < rareBudget)) {
        visit(from, to)
        spent += length
      } else
        for (const range of far) {
          const start = range.from === 0 ? from : lowerBound(post, from, to, range.from)
          visit(start, lowerBound(post, start, to, range.to))
        }
    }
  }
}
