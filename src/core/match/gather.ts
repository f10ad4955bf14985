// Which alerts may be the passenger: those with a matching document, those whose date of birth is near and that share two
// words, and, where the date is missing, partial or wrong, those that share two words of which one is rare. An alert is a
// candidate only where the words it shares can still bear it over the threshold with what its date of birth adds.
import type { AskedBirth } from './birth.ts'
import { birthKey, birthRelations, firstYear, lastYear } from './birth.ts'
import type { BirthRelation } from './birth.ts'
import type { Columns } from './columns.ts'
import { How } from './likeness.ts'
import { alertBit, lastBit, tokenMask } from './tokens.ts'
import { lessHash } from './vocabulary.ts'
import { FrozenWords } from './words.ts'
import type { Slots } from './align.ts'
import { birthPointsOf, companyFactor, thoroughPoints } from './evidence.ts'
import type { Question, Unit } from './question.ts'

/** A word in at most this many alerts is followed to those whose date of birth contradicts. */
const rareAlerts = 400
/** Alerts looked at through words before the rest is left; only questions without a date of birth come near. */
const budget = 20_000
/** So few alerts of a word are looked at without asking what stands beside it. */
const few = 2
/** What things cost, in alerts read one after another: to begin a range, to begin a word's alerts, to step over one. */
const rangeCost = 8
const wordCost = 12
const stepCost = 0.15

export class Candidates {
  list = new Uint32Array(4096)
  masks = new Uint32Array(4096)
  count = 0
  visited = 0
  private seen: Uint8Array

  constructor(alerts: number) {
    this.seen = new Uint8Array(alerts)
  }

  /** Makes room for this many alerts; only while there are no candidates. */
  cover(alerts: number): void {
    if (alerts > this.seen.length) this.seen = new Uint8Array(alerts * 2)
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
    for (let i = 0; i < this.count; i++) this.seen[this.list[i]!] = 0
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

/** A question on its way through the columns. */
export class Search {
  private readonly columns: Columns
  private readonly slots: Slots
  private readonly into: Candidates
  /** blocks of alerts of which some are in a near range, as bits: few enough to stay near the processor */
  private readonly near: Uint32Array
  private readonly shift: number
  readonly words: FrozenWords
  strong = 0
  /** the least name points that an alert in a near range needs */
  nearNeed = 0
  constructor(columns: Columns, slots: Slots, into: Candidates) {
    this.columns = columns
    this.words = new FrozenWords(columns.words)
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
    const { tokensAt, tokens } = this.columns
    const { hot, bits, masks, best } = this.slots
    let at = tokensAt[fromAlert]!
    for (let alert = fromAlert; alert < toAlert; alert++) {
      const start = at
      let mask = 0
      let shared = 0
      let sum = 0
      let first = 0
      let most = 0
      let token = 0
      do {
        token = tokens[at++]!
        const word = token & tokenMask
        if ((bits[word >>> 5]! & (1 << (word & 31))) !== 0) {
          const slot = hot[word]!
          mask |= masks[slot]!
          shared++
          const gain = best[slot]!
          sum += gain
          if (gain > first) first = gain
        }
        if (shared !== 0 && (token & lastBit) !== 0) {
          const points = first + (sum - first) * companyFactor
          if (points > most) most = points
          sum = 0
          first = 0
        }
      } while ((token & alertBit) === 0)
      if (shared === 0 || most < need) continue
      if (one || (mask & (mask - 1)) !== 0 || (mask & this.strong) !== 0 || at - start === 1)
        this.into.add(alert, mask)
    }
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
      if (count > 0 && covered * 10 >= whole * (count > 1 ? 7 : 5)) this.into.add(alert, 0)
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
    const { post, birth } = this.columns
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
        const alert = post[i]!
        this.scan(alert, alert + 1, false, undated)
        this.into.visited++
      }
    } else i = undatedEnd
    if (asked.key === 0 || i === to) return
    const { near, shift } = this
    // the first that is near; what an alert must show beside the word is made out only where there is one
    const far = reach >= needs[Relation.Other]! && filter.plain && to - from <= rareAlerts
    if (!far) {
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
        this.visit(alert, birth, reach, asked, needs)
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
      this.visit(alert, birth, reach, asked, needs)
    }
  }

  private visit(
    alert: number,
    birth: Uint32Array,
    reach: number,
    asked: AskedBirth,
    needs: Int32Array,
  ): void {
    const need = needs[asked.relation(birth[alert]!)]!
    this.into.visited++
    if (reach >= need) this.scan(alert, alert + 1, false, need)
  }

  /** Marks the blocks of alerts that a range touches. */
  mark(from: number, to: number): void {
    const { near, shift } = this
    const last = (to - 1) >>> shift
    for (let block = from >>> shift; block <= last; block++) near[block >>> 5]! |= 1 << (block & 31)
  }

  unmark(): void {
    this.near.fill(0)
  }
}

const mostPieces = 1024
const under = new Uint32Array(1024)

/** The words of the list that stand in one long word, as bits. */
class Pieces {
  bits = new Uint32Array(1)
  /** how long the long word is */
  whole = 0
  private readonly found = new Uint32Array(mostPieces)
  private count = 0
  private words: FrozenWords | undefined

  readonly lengthOf = (word: number): number => this.words?.latinLength(word) ?? 0

  find(words: FrozenWords, latin: string): void {
    if (this.bits.length < (words.count >>> 5) + 1) this.bits = new Uint32Array((words.count >>> 5) + 1)
    this.words = words
    this.whole = latin.length
    this.count = 0
    for (let from = 0; from + 2 <= latin.length; from++)
      for (let to = from + 2; to <= latin.length && to - from <= latin.length - 2; to++) {
        const length = words.under(lessHash(latin, from, to), under, 0)
        for (let i = 0; i < length; i++)
          if (this.count < mostPieces && words.isLatin(under[i]!, latin, from, to)) {
            const word = under[i]!
            this.bits[word >>> 5]! |= 1 << (word & 31)
            this.found[this.count++] = word
          }
      }
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.bits[this.found[i]! >>> 5] = 0
    this.count = 0
  }
}

const pieces = new Pieces()

/** What an alert must show beside the word that led to it, as bits of words: see bit in vocabulary.ts. */
class Filter {
  any = 0
  first = 0
  second = 0
  /** the unit is a word as it was written */
  plain = true
  private question: Question | undefined
  private unit = 0
  private gain = 0

  start(question: Question, unit: number): void {
    this.question = question
    this.unit = unit
    this.plain = question.units[unit]?.kind === 'word'
  }

  word(gain: number): void {
    this.gain = gain
  }

  /** Nothing is asked for; where there are few alerts it is cheaper to look at each. */
  open(): void {
    this.any = this.first = this.second = -1
  }

  /** For alerts that need this many points: each further word without which they cannot be reached. */
  set(need: number): void {
    const { question } = this
    this.any = this.first = this.second = -1
    const own = question?.units[this.unit]
    // one unit that stands for two words needs no other
    if (question === undefined || own === undefined || (own.covers & (own.covers - 1)) !== 0) return
    const { parts } = question
    if (parts.length < 2 && own.kind === 'word') return
    let sum = 0
    let most = this.gain
    let any = 0
    for (let i = 0; i < parts.length; i++) {
      if ((own.covers & (1 << i)) !== 0) continue
      const cap = question.caps[i]!
      sum += cap
      if (cap > most) most = cap
    }
    for (let i = 0; i < question.units.length; i++)
      if (i !== this.unit) any |= question.units[i]!.expansion.bits
    this.any = any
    let spare = (need - (1 - companyFactor) * most) / companyFactor - this.gain
    if (own.sibling >= 0) {
      // the other piece of the word has to be there in any case
      const { bits, best } = question.units[own.sibling]!.expansion
      this.first = bits
      spare -= best
    }
    for (let i = 0; i < parts.length; i++) {
      if ((own.covers & (1 << i)) !== 0) continue
      const least = spare - (sum - question.caps[i]!)
      if (least <= 0) continue
      const { gains, bitsTo } = question.units[i]!.expansion
      // gains fall from the first word to the last
      let at = 0
      let end = gains.length
      while (at < end) {
        const middle = (at + end) >>> 1
        if (gains[middle]! >= least) at = middle + 1
        else end = middle
      }
      const bits = at === 0 ? 0 : bitsTo[at - 1]!
      if (this.first === -1 && own.sibling < 0) this.first = bits
      else this.second &= this.second === -1 ? bits : -1
    }
  }
}

const filter = new Filter()

const relationNumber = (relation: BirthRelation): number => birthRelations.indexOf(relation)
const Relation = {
  None: relationNumber('none'),
  Same: relationNumber('same'),
  Swapped: relationNumber('day and month swapped'),
  YearBeside: relationNumber('same day, year beside'),
  OtherYear: relationNumber('same day, year mistyped'),
  SwappedBeside: relationNumber('swapped, year beside'),
  SameMonth: relationNumber('same month and year, day close'),
  SameDay: relationNumber('same day and year'),
  Estimated: relationNumber('estimated, same year'),
  DayUnknown: relationNumber('same month and year, day unknown'),
  YearOnly: relationNumber('same year, day unknown'),
  BesideOnly: relationNumber('year beside, day unknown'),
  Other: relationNumber('other'),
} as const

// ranges of one question: from, to, relation
const ranges = new Uint32Array(512 * 3)
let rangeCount = 0

function cells(columns: Columns, first: number, last: number, relation: number): void {
  const from = columns.cell[first]!
  const to = columns.cell[last + 1]!
  if (to <= from || rangeCount >= 512) return
  ranges[rangeCount * 3] = from
  ranges[rangeCount * 3 + 1] = to
  ranges[rangeCount * 3 + 2] = relation
  rangeCount++
}

/** The ranges of alerts whose date of birth says so much that a name of at most `possible` points can be enough. */
function near(columns: Columns, asked: AskedBirth, needs: Int32Array, possible: number): void {
  const { year, month, day } = asked
  rangeCount = 0
  if (needs[Relation.YearOnly]! <= possible)
    cells(columns, birthKey(year, 0, 0), birthKey(year, 0, 0), Relation.YearOnly)
  if (month === 0) {
    if (needs[Relation.YearOnly]! <= possible)
      cells(columns, birthKey(year, 1, 0), birthKey(year, 12, 31), Relation.YearOnly)
    return
  }
  if (day === 0) {
    cells(columns, birthKey(year, month, 0), birthKey(year, month, 31), Relation.DayUnknown)
    return
  }
  const exact = birthKey(year, month, day)
  cells(columns, birthKey(year, month, 0), birthKey(year, month, 0), Relation.DayUnknown)
  cells(columns, exact, exact, Relation.Same)
  if (needs[Relation.SameMonth]! <= possible) {
    if (day > 1) cells(columns, birthKey(year, month, 1), exact - 1, Relation.SameMonth)
    cells(columns, exact + 1, birthKey(year, month, 31), Relation.SameMonth)
  }
  if (needs[Relation.SameDay]! <= possible)
    for (let other = 1; other <= 12; other++)
      if (other !== month)
        cells(columns, birthKey(year, other, day), birthKey(year, other, day), Relation.SameDay)
  const swaps = day <= 12 && day !== month
  if (swaps) cells(columns, birthKey(year, day, month), birthKey(year, day, month), Relation.Swapped)
  const first = month === 1 && day === 1
  if (needs[Relation.Estimated]! <= possible) {
    if (first) cells(columns, birthKey(year, 1, 2), birthKey(year, 12, 31), Relation.Estimated)
    else cells(columns, birthKey(year, 1, 1), birthKey(year, 1, 1), Relation.Estimated)
  }
  for (const other of [year - 1, year + 1]) {
    if (other < firstYear || other > lastYear) continue
    cells(columns, birthKey(other, month, day), birthKey(other, month, day), Relation.YearBeside)
    if (swaps && needs[Relation.SwappedBeside]! <= possible)
      cells(columns, birthKey(other, day, month), birthKey(other, day, month), Relation.SwappedBeside)
  }
  // the right day and month in a wrong year
  if (first || needs[Relation.OtherYear]! > possible) return
  for (let other = Math.max(firstYear, year - 70); other <= Math.min(lastYear, year + 70); other++)
    if (Math.abs(other - year) > 1)
      cells(columns, birthKey(other, month, day), birthKey(other, month, day), Relation.OtherYear)
}

/** The most a name is worth with a word of this gain and others that may come to `rest`. */
function reachOf(gain: number, rest: number, lead: number): number {
  return Math.max(lead, (1 - companyFactor) * gain) + (gain + rest) * companyFactor
}

/** A piece of a word whose other piece is rarer: an alert has to have both, so it was found by that one. */
function passed(units: readonly Unit[], at: number): boolean {
  const { sibling, expansion } = units[at]!
  if (sibling < 0) return false
  const other = units[sibling]!.expansion.borne
  return other < expansion.borne || (other === expansion.borne && sibling < at)
}

/**
 * What the words beside this unit can be worth. An alert found by a word as it was written has none of those followed
 * before, for it was found by them; words cut or joined anew are followed by themselves.
 */
function besides(question: Question, at: number, rest: number): number {
  const { kind, covers, sibling } = question.units[at]!
  if (kind === 'word') return rest
  let sum = sibling < 0 ? 0 : question.units[sibling]!.expansion.best
  for (let i = 0; i < question.caps.length; i++) if ((covers & (1 << i)) === 0) sum += question.caps[i]!
  return sum
}

/**
 * Collects candidates of the frozen columns.
 * @param asked the passenger's date of birth
 * @param needs for each relation of dates of birth the name points that must come together
 */
export function gather(
  columns: Columns,
  question: Question,
  search: Search,
  strong: number,
  asked: AskedBirth,
  needs: Int32Array,
  into: Candidates,
): void {
  const { units, caps } = question
  search.strong = strong
  // the most that any way to read the name can be worth
  let possible = 0
  let top = 0
  for (const reading of question.readings) {
    let sum = 0
    let first = 0
    for (const unit of reading.units) {
      const { best } = units[unit]!.expansion
      sum += best
      if (best > first) first = best
    }
    possible = Math.max(possible, first + (sum - first) * companyFactor)
    if (first > top) top = first
  }
  const lead = (1 - companyFactor) * top
  let rest = 0
  for (const cap of caps) rest += cap
  // a word that nobody on the list bears may be several written together
  const long: string[] = []
  for (const { kind, expansion } of units)
    if (kind === 'word' && expansion.word.latin.length >= 5 && expansion.hows[0] !== How.Same)
      long.push(expansion.word.latin)
  let readCost = 0
  let least = asked.key === 0 ? needs[Relation.None]! : 1e9
  rangeCount = 0
  if (asked.key !== 0) near(columns, asked, needs, possible)
  for (const latin of rangeCount > 0 ? long : []) {
    pieces.find(search.words, latin)
    for (let i = 0; i < rangeCount * 3; i += 3)
      if (birthPointsOf[ranges[i + 2]!]! >= thoroughPoints) search.merged(ranges[i]!, ranges[i + 1]!, pieces)
    pieces.clear()
  }
  let far = 0
  for (let i = 0; i < rangeCount * 3; i += 3) {
    const from = ranges[i]!
    const to = ranges[i + 1]!
    const relation = ranges[i + 2]!
    const need = needs[relation]!
    if (birthPointsOf[relation]! >= thoroughPoints) {
      search.scan(
        from,
        to,
        relation === Relation.Same || relation === Relation.YearBeside || relation === Relation.Swapped,
        -1e9,
      )
    } else if (need <= possible) {
      readCost += to - from + rangeCost
      if (need < least) least = need
      ranges[far] = from
      ranges[far + 1] = to
      ranges[far + 2] = relation
      far += 3
    }
  }
  // words in the order of how many bear them, the most common one not at all: two words are needed
  const own = question.readings[0]?.units ?? []
  const { order } = question
  let most = -1
  for (const unit of own)
    if (own.length > 1 && (most < 0 || units[unit]!.expansion.borne > units[most]!.expansion.borne))
      most = unit
  // the near ranges are read alert by alert, or the words are followed through them, whatever costs less
  if (far > 0) {
    let cost = 0
    let left = rest
    for (const at of order) {
      if (at === most) continue
      const { ids, gains, posts } = units[at]!.expansion
      if (units[at]!.kind === 'word') left -= caps[at]!
      else if (passed(units, at)) continue
      const others = besides(question, at, left)
      for (let i = 0; i < ids.length && reachOf(gains[i]!, others, lead) >= least && cost < readCost; i++)
        cost += (posts[i * 3 + 2]! - posts[i * 3]!) * stepCost + wordCost
    }
    if (cost >= readCost) {
      for (let i = 0; i < far; i += 3) search.scan(ranges[i]!, ranges[i + 1]!, false, needs[ranges[i + 2]!]!)
      far = 0
      least = 1e9
    }
  }
  for (let i = 0; i < far; i += 3) search.mark(ranges[i]!, ranges[i + 1]!)
  let besideFrom = 0
  let besideTo = 0
  if (asked.key !== 0 && needs[Relation.BesideOnly]! <= possible) {
    besideFrom = columns.cell[birthKey(Math.max(firstYear, asked.year - 10), 0, 0)]!
    besideTo = columns.cell[birthKey(Math.min(lastYear, asked.year + 10), 0, 0) + 1]!
    if (besideTo > besideFrom) search.mark(besideFrom, besideTo)
  }
  // an alert that shares a word followed before was found by it: only words still to come can add to this one
  search.nearNeed = Math.min(least, needs[Relation.BesideOnly]!)
  const lowest = Math.min(search.nearNeed, needs[Relation.None]!)
  for (const at of order) {
    if (at === most) continue
    const { ids, gains, posts } = units[at]!.expansion
    if (units[at]!.kind === 'word') rest -= caps[at]!
    else if (passed(units, at)) continue
    const others = besides(question, at, rest)
    filter.start(question, at)
    for (let i = 0; i < ids.length; i++) {
      const reach = reachOf(gains[i]!, others, lead)
      if (reach < lowest || into.visited > budget) break
      filter.word(gains[i]!)
      search.follow(posts[i * 3]!, posts[i * 3 + 1]!, posts[i * 3 + 2]!, reach, asked, needs, filter)
    }
  }
  if (far > 0 || besideTo > besideFrom) search.unmark()
}
