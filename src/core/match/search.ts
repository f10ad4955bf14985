// Reading alerts: one after another, or word by word through what each word stands in. What can still be a hit becomes a candidate.
import type { AskedBirth } from './birth.ts'
import type { Candidates } from './candidates.ts'
import { wider } from './candidates.ts'
import type { Columns } from './columns.ts'
import { companyFactor, initialWorth, leastWorth } from './evidence.ts'
import type { Filter } from './filter.ts'
import { Relation } from './near.ts'
import { mostTokens } from './question.ts'
import type { Pieces } from './pieces.ts'
import { isOf } from './records.ts'
import type { Slots } from './slots.ts'
import { alertBit, initialBit, lastBit, milds, tokenMask } from './tokens.ts'
import type { FrozenWords } from './words.ts'

/** A word in at most this many alerts is followed to those whose date of birth contradicts. */
const rareAlerts = 400
/** So few alerts of a word are looked at without asking what stands beside it. */
const few = 2
/** A word of more alerts than this for each end of a near range is looked up range by range instead of read through. */
const searchedFor = 24

/** What was seen of the alert read last: units it may share with the question, as bits, how many of its words may be one of them. */
export const seen = { mask: 0, shared: 0, words: 0, reach: 0 }

/**
 * Reads the alert whose tokens begin at a place, and sets `seen`; `reach` is the most that its best name can be worth.
 * @param tolls see Question.tolls; none where words may be written together, for then fewer are over
 * @returns the place after its tokens
 */
export function readAlert(tokens: Uint32Array, from: number, slots: Slots, tolls: readonly number[]): number {
  const { hot, bits, masks, best, lift } = slots
  let at = from
  let mask = 0
  let shared = 0
  let reach = 0
  let token = 0
  let begin = from
  let mild = 0
  let sum = 0
  let first = 0
  // of the words of one name that may be shared: how many there are, the least worth and the least that is told already
  let found = 0
  let least = 0x7fff
  let told = 0x7fff
  do {
    token = tokens[at++]!
    const word = token & tokenMask
    if ((bits[word >>> 5]! & (1 << (word & 31))) !== 0) {
      const slot = hot[word]!
      mask |= masks[slot]!
      found++
      const gain = best[slot]!
      sum += gain
      if (gain > first) first = gain
      if (gain < least) least = gain
      const lifted = lift[slot]!
      if (lifted < told) told = lifted
    } else if ((token & initialBit) !== 0) sum += initialWorth
    mild |= milds(token)
    if ((token & lastBit) !== 0) {
      let points = first + (sum - first) * companyFactor
      if (points > reach) {
        // each word but the first tells less by what is told already, but never less than nothing
        if (found > 1)
          points -= (found - 1) * Math.max(0, Math.min(told, least * companyFactor - leastWorth) - 1)
        if (mild === 0) points -= tolls[Math.min(mostTokens, at - begin)]!
        if (points > reach) reach = points
      }
      shared += found
      sum = 0
      first = 0
      mild = 0
      found = 0
      least = 0x7fff
      told = 0x7fff
      begin = at
    }
  } while ((token & alertBit) === 0)
  seen.mask = mask
  seen.shared = shared
  seen.words = at - from
  seen.reach = reach
  return at
}

/**
 * Whether what an alert shares is enough to look closer: two words of the alert that may be two words of the passenger, one
 * that stands for two, or the only word of an alert.
 * @param one a single shared word is enough, for the date of birth says much
 */
export function isShared(strong: number, one: boolean): boolean {
  const { mask, shared, words } = seen
  return (
    shared > 0 && (one || (shared > 1 && (mask & (mask - 1)) !== 0) || (mask & strong) !== 0 || words === 1)
  )
}

/** For alerts whose words over cost nothing for certain. */
export const noTolls: readonly number[] = Array.from({ length: mostTokens + 1 }, () => 0)

/** A question on its way through the columns. */
export class Search {
  private readonly columns: Columns
  private readonly slots: Slots
  private readonly into: Candidates
  /** blocks of alerts of which some are in a near range, as bits: few enough to stay near the processor */
  private readonly near: Uint32Array
  private readonly shift: number
  /** the near ranges themselves, from and to in turn */
  private marks = new Uint32Array(64)
  private marked = 0
  readonly words: FrozenWords
  strong = 0
  /** see Question.tolls */
  tolls: readonly number[] = noTolls
  /** alerts met through words, where their tokens begin, and what the word that led there can come to; what they need */
  private met = new Int32Array(1024)
  private begin = new Int32Array(1024)
  private reach = new Int32Array(1024)
  private need = new Int32Array(1024)
  private waiting = 0
  /** kept only so that the compiler leaves in the loop that fetches tokens ahead of their reading */
  touched = 0
  /** the passenger's nationality, 0 for none, and how much more an alert needs that states none, or another */
  nation = 0
  nationUnsaid = 0
  nationOther = 0
  /** the least name points that an alert in a near range needs */
  nearNeed = 0
  constructor(columns: Columns, words: FrozenWords, slots: Slots, into: Candidates) {
    this.columns = columns
    this.words = words
    this.slots = slots
    this.into = into
    const alerts = columns.birth.length
    this.shift = Math.max(4, Math.ceil(Math.log2(Math.max(1, alerts / 65_536))))
    this.near = new Uint32Array((alerts >>> (this.shift + 5)) + 2)
  }

  /**
   * Reads alerts one after another.
   * @param one a single shared word is enough
   * @param need the name points without which an alert is no candidate
   */
  scan(fromAlert: number, toAlert: number, one: boolean, need: number): void {
    let at = this.columns.tokensAt[fromAlert]!
    for (let alert = fromAlert; alert < toAlert; alert++) at = this.read(alert, at, one, need)
  }

  /** Reads the alert whose tokens begin at a place; the place after them. */
  private read(alert: number, from: number, one: boolean, need: number): number {
    const after = readAlert(this.columns.tokens, from, this.slots, this.tolls)
    if (seen.reach >= need && isShared(this.strong, one)) this.into.add(alert, seen.mask, seen.reach)
    return after
  }

  /** Takes all alerts. */
  all(fromAlert: number, toAlert: number): void {
    for (let alert = fromAlert; alert < toAlert; alert++) this.into.add(alert, 0, 1e9)
  }

  /** Takes alerts of which two words or more stand in one unknown long word of the passenger's, written together. */
  merged(fromAlert: number, toAlert: number, pieces: Pieces): void {
    const { tokensAt, tokens } = this.columns
    const { bits, lengthOf, whole } = pieces
    let at = tokensAt[fromAlert]!
    for (let alert = fromAlert; alert < toAlert; alert++) {
      let covered = 0
      let count = 0
      for (const to = tokensAt[alert + 1]!; at < to; at++) {
        const word = tokens[at]! & tokenMask
        if ((bits[word >>> 5]! & (1 << (word & 31))) === 0) continue
        covered += lengthOf(word)
        count++
      }
      if (count > 0 && covered * 10 >= whole * 3) this.into.add(alert, 0, 1e9)
    }
  }

  /**
   * Follows a word through its alerts. Those before `dated` have no date of birth; of the others only those in a near
   * range are looked at, unless the word bears even a contradicting date. What other words an alert has is seen, as
   * bits, beside its number.
   */
  follow(
    from: number,
    dated: number,
    to: number,
    reach: number,
    asked: AskedBirth,
    needs: Int32Array,
    filter: Filter,
  ): void {
    const { post } = this.columns
    const half = post.length >>> 1
    const undated = needs[0]!
    // a passenger without a date of birth is to all alerts what an alert without one is to every passenger
    const undatedEnd = asked.key === 0 ? to : dated
    let i = from
    if (reach >= undated && from < undatedEnd) {
      if (undatedEnd - from > few) filter.set(undated)
      else filter.open()
      const { any, first, second } = filter
      for (; i < undatedEnd; i++) {
        const beside = post[half + i]!
        if (beside !== 0 && ((beside & any) === 0 || (beside & first) === 0 || (beside & second) === 0))
          continue
        this.meet(post[i]!, reach)
      }
    } else i = undatedEnd
    if (asked.key === 0 || i === to) return
    const { near, shift } = this
    // the first that is near; what an alert must show beside the word is made out only where there is one
    const far = reach >= needs[Relation.Other]! && filter.plain && to - from <= rareAlerts
    if (!far) {
      if (to - i > this.marked * searchedFor) {
        this.followMarked(i, to, reach, filter)
        return
      }
      for (; i < to; i++) {
        const block = post[i]! >>> shift
        if ((near[block >>> 5]! & (1 << (block & 31))) !== 0) break
      }
      if (i === to) return
    }
    if (to - i > few) filter.set(this.nearNeed)
    else filter.open()
    const { any, first, second } = filter
    // a contradicting date is borne by rare words only, not by words cut or joined anew
    if (!far) {
      for (; i < to; i++) {
        const alert = post[i]!
        const block = alert >>> shift
        if ((near[block >>> 5]! & (1 << (block & 31))) === 0) continue
        const beside = post[half + i]!
        if (beside !== 0 && ((beside & any) === 0 || (beside & first) === 0 || (beside & second) === 0))
          continue
        this.meet(alert, reach)
      }
      return
    }
    if (to - i > few) filter.set(needs[Relation.Other]!)
    const { any: anyFar, first: firstFar, second: secondFar } = filter
    for (; i < to; i++) {
      const beside = post[half + i]!
      const alert = post[i]!
      if (
        beside !== 0 &&
        ((beside & anyFar) === 0 || (beside & firstFar) === 0 || (beside & secondFar) === 0)
      ) {
        const block = alert >>> shift
        if ((near[block >>> 5]! & (1 << (block & 31))) === 0) continue
        if ((beside & any) === 0 || (beside & first) === 0 || (beside & second) === 0) continue
      }
      this.meet(alert, reach)
    }
  }

  /** The same in the near ranges of a word that very many bear: its alerts stand in order, so each range is looked up. */
  private followMarked(from: number, to: number, reach: number, filter: Filter): void {
    const { post } = this.columns
    const half = post.length >>> 1
    filter.set(this.nearNeed)
    const { any, first, second } = filter
    for (let mark = 0; mark < this.marked; mark += 2) {
      const start = this.marks[mark]!
      const end = this.marks[mark + 1]!
      let i = from
      for (let above = to; i < above; ) {
        const middle = (i + above) >>> 1
        if (post[middle]! < start) i = middle + 1
        else above = middle
      }
      for (; i < to && post[i]! < end; i++) {
        const beside = post[half + i]!
        if (beside !== 0 && ((beside & any) === 0 || (beside & first) === 0 || (beside & second) === 0))
          continue
        this.meet(post[i]!, reach)
      }
    }
  }

  /** An alert that a word led to waits to be looked at together with others. */
  private meet(alert: number, reach: number): void {
    const at = this.waiting++
    if (at === this.met.length) {
      this.met = wider(this.met)
      this.begin = wider(this.begin)
      this.reach = wider(this.reach)
      this.need = wider(this.need)
    }
    this.met[at] = alert
    this.reach[at] = reach
    this.into.visited++
  }

  /**
   * Looks at the alerts that were met. They lie far apart in memory: what each column says of them is fetched for all of
   * them before the next, so that many fetches are on their way at the same time.
   */
  look(asked: AskedBirth, needs: Int32Array): void {
    const { met, begin, reach, need, waiting } = this
    const { birth, nations, tokensAt, tokens } = this.columns
    let kept = 0
    for (let i = 0; i < waiting; i++) {
      const least = needs[asked.relation(birth[met[i]!]!)]!
      if (reach[i]! < least) continue
      met[kept] = met[i]!
      reach[kept] = reach[i]!
      need[kept++] = least
    }
    if (this.nation !== 0) {
      const near = kept
      kept = 0
      for (let i = 0; i < near; i++) {
        const held = nations[met[i]!]!
        const least =
          need[i]! + (held === 0 ? this.nationUnsaid : isOf(held, this.nation) ? 0 : this.nationOther)
        if (reach[i]! < least) continue
        met[kept] = met[i]!
        need[kept++] = least
      }
    }
    for (let i = 0; i < kept; i++) begin[i] = tokensAt[met[i]!]!
    let touched = 0
    for (let i = 0; i < kept; i++) touched ^= tokens[begin[i]!]!
    this.touched = touched
    for (let i = 0; i < kept; i++) this.read(met[i]!, begin[i]!, false, need[i]!)
    this.waiting = 0
  }

  /** Marks the blocks of alerts that a range touches. */
  mark(from: number, to: number): void {
    const { near, shift } = this
    if (this.marked === this.marks.length) this.marks = wider(this.marks)
    this.marks[this.marked++] = from
    this.marks[this.marked++] = to
    const first = from >>> shift
    const last = (to - 1) >>> shift
    const head = -1 << (first & 31)
    const tail = -1 >>> (31 - (last & 31))
    if (first >>> 5 === last >>> 5) {
      near[first >>> 5]! |= head & tail
      return
    }
    near[first >>> 5]! |= head
    near[last >>> 5]! |= tail
    near.fill(0xffffffff, (first >>> 5) + 1, last >>> 5)
  }

  unmark(): void {
    this.near.fill(0)
    this.marked = 0
  }
}
