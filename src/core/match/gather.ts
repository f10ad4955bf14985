// Which alerts may be the passenger: those with a matching document, those whose date of birth is near and that share two
// words, and, where the date is missing, partial or wrong, those that share two words of which one is rare.
import { birthKey, birthOf, firstYear, lastYear } from './birth.ts'
import type { Columns } from './columns.ts'
import { tokenMask } from './tokens.ts'
import type { Slots } from './align.ts'
import { companyFactor } from './evidence.ts'
import type { Question } from './question.ts'

/** A range of alerts, and whether one shared word is enough there. */
type Range = { from: number; to: number; one: boolean }

/** The longest range that is read alert by alert; longer ones are reached through the words. */
const longestScan = 700
/** Words in at most this many alerts are followed through the whole list without looking up ranges. */
const fewAlerts = 24
/** Alerts visited through words before the rest is left; only questions without a date of birth come near. */
const budget = 60_000

/** What the rest of the evidence can give at most, so that words too common to matter are not followed. */
export type Need = {
  /** name points needed where the date of birth is missing or partial */
  undated: number
  /** name points needed where day and month are right and the year is not */
  otherYear: number
  /** name points needed where the date of birth contradicts */
  contradicted: number
}

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

/**
 * The units an alert shares with the question, as bits; 0 where they are not enough to look closer. Enough are two words
 * of the alert that may be two words of the passenger, one that stands for two, or the only word of an alert.
 * @param one a single shared word is enough, for the date of birth says much
 */
export function sharedUnits(
  tokensAt: Uint32Array,
  tokens: Uint32Array,
  alert: number,
  slots: Slots,
  strong: number,
  one: boolean,
): number {
  const { hot, masks } = slots
  const from = tokensAt[alert]!
  const to = tokensAt[alert + 1]!
  let mask = 0
  let shared = 0
  for (let i = from; i < to; i++) {
    const slot = hot[tokens[i]! & tokenMask]!
    if (slot !== 0) {
      mask |= masks[slot]!
      shared++
    }
  }
  if (shared === 0) return 0
  if (one || (shared > 1 && (mask & (mask - 1)) !== 0) || (mask & strong) !== 0 || to - from === 1)
    return mask
  return 0
}

function scan(columns: Columns, slots: Slots, strong: number, range: Range, into: Candidates): void {
  const { tokensAt, tokens } = columns
  const { hot, masks } = slots
  const { one } = range
  let at = tokensAt[range.from]!
  for (let alert = range.from; alert < range.to; alert++) {
    const end = tokensAt[alert + 1]!
    const length = end - at
    let mask = 0
    let shared = 0
    for (; at < end; at++) {
      const slot = hot[tokens[at]! & tokenMask]!
      if (slot !== 0) {
        mask |= masks[slot]!
        shared++
      }
    }
    if (shared === 0) continue
    if (one || (shared > 1 && (mask & (mask - 1)) !== 0) || (mask & strong) !== 0 || length === 1)
      into.add(alert, mask)
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
  cells(birthKey(Math.max(firstYear, year - 1), 0, 0), birthKey(Math.min(lastYear, year + 1), 0, 0), false)
  if (month === 0) {
    cells(birthKey(year, 1, 0), birthKey(year, 12, 31), false)
    return out
  }
  for (let other = year - 1; other <= year + 1; other++) {
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
  if (month !== 1 || day !== 1) {
    cells(birthKey(year, 1, 1), birthKey(year, 1, 1), false)
  }
  return out
}

/** The right day and month in a wrong year. */
function otherYears(columns: Columns, key: number): Range[] {
  const { cell } = columns
  const out: Range[] = []
  const { year, month, day } = birthOf(key)
  if (day === 0 || (month === 1 && day === 1)) return out
  for (let other = Math.max(firstYear, year - 70); other <= Math.min(lastYear, year + 70); other++) {
    if (Math.abs(other - year) <= 1) continue
    const at = birthKey(other, month, day)
    const from = cell[at] ?? 0
    const to = cell[at + 1] ?? from
    if (to > from) out.push({ from, to, one: false })
  }
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
  need: Need,
  into: Candidates,
): void {
  const far: Range[] = []
  for (const range of ranges(columns, key))
    if (range.to - range.from <= longestScan) scan(columns, slots, strong, range, into)
    else far.push(range)
  far.sort((a, b) => a.from - b.from)
  const { postAt, post, tokensAt, tokens } = columns
  const own = question.readings[0]?.units ?? []
  const weights = question.units.map(unit => {
    let sum = 0
    for (const id of unit.expansion.ids) sum += (postAt[id + 1] ?? 0) - (postAt[id] ?? 0)
    return sum
  })
  let most = -1
  let all = 0
  for (const unit of own) {
    if (own.length > 1 && (most < 0 || (weights[unit] ?? 0) > (weights[most] ?? 0))) most = unit
    all += question.units[unit]?.expansion.best ?? 0
  }
  const visit = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const alert = post[i]!
      const mask = sharedUnits(tokensAt, tokens, alert, slots, strong, false)
      if (mask !== 0) into.add(alert, mask)
    }
    into.visited += to - from
  }
  const order = question.units.map((_, at) => at).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))
  // the right day in a wrong year: through the words where they are rare, otherwise by reading those days
  let contradicted = need.contradicted
  if (key !== 0) {
    let steps = 0
    let left = all
    for (const at of order) {
      const unit = question.units[at]
      if (at === most || unit === undefined) continue
      const { ids, gains, best } = unit.expansion
      if (unit.kind === 'word') left -= best
      for (let i = 0; i < ids.length && (gains[i] ?? 0) + left * companyFactor >= need.otherYear; i++)
        steps += (postAt[(ids[i] ?? 0) + 1] ?? 0) - (postAt[ids[i] ?? 0] ?? 0)
    }
    if (steps * 4 < columns.birth.length / 400) contradicted = need.otherYear
    else for (const range of otherYears(columns, key)) scan(columns, slots, strong, range, into)
  }
  // an alert that shares a word followed before was found by it: only words still to come can add to this one
  let rest = all
  for (const at of order) {
    if (at === most) continue
    const unit = question.units[at]
    if (unit === undefined) continue
    const { ids, gains, best } = unit.expansion
    if (unit.kind === 'word') rest -= best
    const others = rest * companyFactor
    for (let i = 0; i < ids.length; i++) {
      const reach = (gains[i] ?? 0) + others
      if (reach < need.undated) break
      if (into.visited > budget) return
      const id = ids[i] ?? 0
      const from = postAt[id] ?? 0
      const to = postAt[id + 1] ?? 0
      if (key === 0 || to - from <= fewAlerts || reach >= contradicted) visit(from, to)
      else {
        let reached = from
        for (const range of far) {
          const start = range.from === 0 ? from : lowerBound(post, reached, to, range.from)
          reached = lowerBound(post, start, to, range.to)
          visit(start, reached)
        }
      }
    }
  }
}
