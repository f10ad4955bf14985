// Which alerts may be the passenger: those with a matching document, those whose date of birth is near and that share two
// words, and, where the date is missing, partial or wrong, those that share two words of which one is rare. An alert is a
// candidate only where the words it shares can still bear it over the threshold with what its date of birth adds.
import type { AskedBirth } from './birth.ts'
import { birthKey, firstYear, lastYear } from './birth.ts'
import type { Columns } from './columns.ts'
import { birthPointsOf, companyFactor, initialWorth, thoroughPoints } from './evidence.ts'
import { Filter } from './filter.ts'
import { How } from './likeness.ts'
import { near, ranges, Relation } from './near.ts'
import { Pieces } from './pieces.ts'
import type { Question, Unit } from './question.ts'
import type { Candidates, Search } from './search.ts'

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
function followed(ids: Uint32Array, cap: number): number {
  return ids.length === 0 ? cap - initialWorth : cap
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
  const rangeCount = near(columns, asked, needs, possible)
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
      if (units[at]!.kind === 'word') left -= followed(ids, caps[at]!)
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
    if (units[at]!.kind === 'word') rest -= followed(ids, caps[at]!)
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
