// Which alerts may be the passenger: those with a matching document, those whose date of birth is near and that share two
// words, and, where the date is missing, partial or wrong, those that share two words of which one is rare. An alert is a
// candidate only where the words it shares can still bear it over the threshold with what its date of birth adds.
import type { AskedBirth } from './birth.ts'
import { birthKey, firstYear, lastYear } from './birth.ts'
import type { Candidates } from './candidates.ts'
import type { Columns } from './columns.ts'
import { birthPointsOf, companyFactor, initialWorth, thoroughPoints } from './evidence.ts'
import type { Expansion } from './expand.ts'
import { Found, foundWidth } from './expand.ts'
import { Filter } from './filter.ts'
import { near, ranges, Relation } from './near.ts'
import { Pieces } from './pieces.ts'
import type { Question, Unit } from './question.ts'
import { isBorne } from './question.ts'
import type { Search } from './search.ts'
import { noTolls } from './search.ts'

/** Alerts looked at through words before the rest is left; only questions without a date of birth come near. */
const budget = 20_000
/** What things cost, in alerts read one after another: to begin a range, to begin a word's alerts, to step over one. */
const rangeCost = 8
const wordCost = 12
const stepCost = 0.15

const pieces = new Pieces()
const filter = new Filter()

/** The most a name is worth with a word of this gain and others that may come to `rest`. */
function reachOf(gain: number, rest: number, lead: number): number {
  return Math.max(lead, (1 - companyFactor) * gain) + (gain + rest) * companyFactor
}

/** What a word followed cannot add any more to alerts found by others; one that nobody bears may still be an initial there. */
function followed({ count }: Expansion, cap: number): number {
  return count === 0 ? cap - initialWorth : cap
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

/** The most that any way to read the name can be worth, what of it the first word lends, and the sum of its words. */
let possible = 0
let lead = 0
let whole = 0
/** The unit of the word that most names bear: it is not followed, for two words are needed. -1 where there is one word only. */
let most = -1

function weigh(question: Question): void {
  const { units, readings, caps } = question
  let top = 0
  possible = 0
  for (let r = 0; r < readings.length; r++) {
    const reading = readings[r]!.units
    let sum = 0
    let first = 0
    for (let i = 0; i < reading.length; i++) {
      const { best } = units[reading[i]!]!.expansion
      sum += best
      if (best > first) first = best
    }
    possible = Math.max(possible, first + (sum - first) * companyFactor)
    if (first > top) top = first
  }
  lead = (1 - companyFactor) * top
  whole = 0
  for (let i = 0; i < caps.length; i++) whole += caps[i]!
  const own = readings[0]!.units
  most = -1
  for (let i = 0; i < own.length && own.length > 1; i++)
    if (most < 0 || units[own[i]!]!.expansion.borne > units[most]!.expansion.borne) most = own[i]!
}

/**
 * Reads alerts of a date that says much for a word of the passenger's that nobody on the list bears: it may be several. Where it is
 * the whole name, no word can be shared, and all of the same date are looked at.
 */
function readMerged(question: Question, search: Search, rangeCount: number): void {
  const { units } = question
  for (let i = 0; i < units.length; i++) {
    const { kind, expansion } = units[i]!
    if (kind !== 'word' || expansion.word.latin.length < 5 || isBorne(expansion)) continue
    pieces.find(search.words, expansion.word.latin)
    for (let r = 0; r < rangeCount * 3; r += 3) {
      const from = ranges[r]!
      const to = ranges[r + 1]!
      const relation = ranges[r + 2]!
      if (relation === Relation.Same && question.parts.length === 1) search.all(from, to)
      else if (birthPointsOf[relation]! >= thoroughPoints) search.merged(from, to, pieces)
    }
    pieces.clear()
  }
}

/**
 * Reads the ranges of alerts whose date says much. The others that can be enough stay, put together at the beginning.
 * @returns how many stay
 */
function readNear(search: Search, needs: Int32Array, rangeCount: number): number {
  let far = 0
  for (let i = 0; i < rangeCount * 3; i += 3) {
    const from = ranges[i]!
    const to = ranges[i + 1]!
    const relation = ranges[i + 2]!
    if (birthPointsOf[relation]! >= thoroughPoints)
      search.scan(
        from,
        to,
        relation === Relation.Same || relation === Relation.YearBeside || relation === Relation.Swapped,
        -1e9,
      )
    else if (needs[relation]! <= possible) {
      ranges[far] = from
      ranges[far + 1] = to
      ranges[far + 2] = relation
      far += 3
    }
  }
  return far / 3
}

/** Whether reading the ranges that stay alert by alert costs less than following words through them. */
function readingIsCheaper(question: Question, far: number, least: number): boolean {
  const { units, caps, order } = question
  let readCost = 0
  for (let i = 0; i < far * 3; i += 3) readCost += ranges[i + 1]! - ranges[i]! + rangeCost
  let cost = 0
  let rest = whole
  for (let o = 0; o < order.length && cost < readCost; o++) {
    const at = order[o]!
    if (at === most) continue
    const { expansion } = units[at]!
    if (units[at]!.kind === 'word') rest -= followed(expansion, caps[at]!)
    else if (passed(units, at)) continue
    const others = besides(question, at, rest)
    const { found } = expansion
    const end = expansion.at + expansion.count * foundWidth
    for (let i = expansion.at; i < end && cost < readCost; i += foundWidth) {
      if (reachOf(found[i + Found.Gain]!, others, lead) < least) break
      cost += (found[i + Found.To]! - found[i + Found.From]!) * stepCost + wordCost
    }
  }
  return cost >= readCost
}

/** Follows words in the order of how many bear them: an alert that shares one followed before was found by it. */
function follow(
  question: Question,
  search: Search,
  asked: AskedBirth,
  needs: Int32Array,
  into: Candidates,
): void {
  const { units, caps, order } = question
  const lowest = Math.min(search.nearNeed, needs[Relation.None]!)
  let rest = whole
  for (let o = 0; o < order.length; o++) {
    const at = order[o]!
    if (at === most) continue
    const { expansion } = units[at]!
    if (units[at]!.kind === 'word') rest -= followed(expansion, caps[at]!)
    else if (passed(units, at)) continue
    const others = besides(question, at, rest)
    filter.start(question, at)
    const { found } = expansion
    const end = expansion.at + expansion.count * foundWidth
    for (let i = expansion.at; i < end; i += foundWidth) {
      const gain = found[i + Found.Gain]!
      const reach = Math.floor(reachOf(gain, others, lead))
      if (reach < lowest || into.visited > budget) break
      filter.word(gain)
      search.follow(
        found[i + Found.From]!,
        found[i + Found.Dated]!,
        found[i + Found.To]!,
        reach,
        asked,
        needs,
        filter,
      )
    }
  }
  search.look(asked, needs)
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
  if (question.units.length === 0) return
  search.strong = strong
  search.tolls = noTolls
  weigh(question)
  const rangeCount = near(columns, asked, needs, possible)
  if (rangeCount > 0) readMerged(question, search, rangeCount)
  let far = readNear(search, needs, rangeCount)
  search.tolls = question.tolls
  let least = asked.key === 0 ? needs[Relation.None]! : 1e9
  for (let i = 0; i < far; i++) least = Math.min(least, needs[ranges[i * 3 + 2]!]!)
  // the near ranges are read alert by alert, or the words are followed through them, whatever costs less
  if (far > 0 && readingIsCheaper(question, far, least)) {
    for (let i = 0; i < far * 3; i += 3)
      search.scan(ranges[i]!, ranges[i + 1]!, false, needs[ranges[i + 2]!]!)
    far = 0
    least = 1e9
  }
  for (let i = 0; i < far * 3; i += 3) search.mark(ranges[i]!, ranges[i + 1]!)
  let besideFrom = 0
  let besideTo = 0
  if (asked.key !== 0 && needs[Relation.BesideOnly]! <= possible) {
    const years = needs[Relation.NearOnly]! <= possible ? 10 : 1
    besideFrom = columns.cell[birthKey(Math.max(firstYear, asked.year - years), 0, 0)]!
    besideTo = columns.cell[birthKey(Math.min(lastYear, asked.year + years), 0, 0) + 1]!
    if (besideTo > besideFrom) search.mark(besideFrom, besideTo)
  }
  search.nearNeed = Math.min(least, needs[Relation.BesideOnly]!)
  follow(question, search, asked, needs, into)
  if (far > 0 || besideTo > besideFrom) search.unmark()
}
