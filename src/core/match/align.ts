// The words of one alert name laid beside the words of the passenger's name so that the most is explained.
import type { NamePart } from '#core/names/parts.ts'
import { Role } from '#core/names/parts.ts'
import { Script } from '#core/names/script.ts'
import { initialBit, lastBit, roleShift, tokenMask } from './tokens.ts'
import { companyFactor, leastWorth, namePoints } from './evidence.ts'
import { latinCost, Speller } from '#core/names/sound-cost.ts'
import { How, leastLikelihood } from './likeness.ts'
import { nearGain } from './late.ts'
import { merge, merged } from './merged.ts'
import type { Question } from './question.ts'
import { isBorne, mostTokens, mostUnits } from './question.ts'
import type { Slots } from './slots.ts'
import type { Words } from './words.ts'

export type AlignedPart = { unit: number; token: number; gain: number; how: number }

export class Alignment {
  points = -100000
  /** points as names of one alert compete: a name in the passenger's own script goes first */
  rank = -100000
  name = 0
  reading = 0
  parts: AlignedPart[] = []
  /** places in the alert name that stayed without a partner, and parts of the passenger's name */
  leftTokens: number[] = []
  leftParts: number[] = []
}

/** One name of an alert beside one reading of the question: what is paired so far, and how much is left on either side. */
const tokenUsed = new Uint8Array(mostTokens)
const unitUsed = new Uint8Array(mostUnits)
const pickedUnit = new Uint8Array(mostTokens)
const pickedToken = new Uint8Array(mostTokens)
const pickedGain = new Int16Array(mostTokens)
const pickedHow = new Uint8Array(mostTokens)
let picked = 0
let points = 0
let restTokens = 0
let restUnits = 0

function begin(units: readonly number[], count: number, cost: number): void {
  tokenUsed.fill(0, 0, count)
  for (let u = 0; u < units.length; u++) unitUsed[units[u]!] = 0
  picked = 0
  points = -cost
  restTokens = count
  restUnits = units.length
}

function pair(unit: number, token: number, gain: number, how: How): void {
  tokenUsed[token] = 1
  unitUsed[unit] = 1
  pickedUnit[picked] = unit
  pickedToken[picked] = token
  pickedGain[picked] = gain
  pickedHow[picked] = how
  picked++
  points += gain
  restTokens--
  restUnits--
}

/** The place of the last part of the passenger's name that a unit covers. */
function placeOf(question: Question, unit: number): number {
  return 31 - Math.clz32(question.units[unit]!.covers)
}

function partOf(question: Question, unit: number): NamePart | undefined {
  return question.parts[placeOf(question, unit)]
}

export type AlertNames = {
  tokens: Uint32Array
  from: number
  to: number
  words: Words
  /** how many names the list has */
  total: number
}

/** A new cutting is worth a look only where all its new units are in this name. */
function isThere(
  question: Question,
  slots: Slots,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
): boolean {
  let mask = 0
  for (let t = 0; t < count; t++) mask |= slots.masks[slots.hot[alert.tokens[from + t]! & tokenMask]!]!
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!
    if (question.units[unit]!.kind !== 'word' && (mask & (1 << unit)) === 0) return false
  }
  return true
}

/** Pairs the words that keys brought together, the ones that tell most first. */
function pairFound(
  question: Question,
  slots: Slots,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
): void {
  const { tokens } = alert
  const { hot, gains, lifts, hows } = slots
  let firstLift = 0
  for (;;) {
    let best = 0
    let bestToken = -1
    let bestUnit = -1
    for (let t = 0; t < count; t++) {
      if (tokenUsed[t] === 1) continue
      const token = tokens[from + t]!
      const slot = hot[token & tokenMask]!
      if (slot === 0) continue
      const role = (token >>> roleShift) & 3
      for (let u = 0; u < units.length; u++) {
        const unit = units[u]!
        if (unitUsed[unit] === 1) continue
        let gain = gains[slot * mostUnits + unit]!
        if (gain <= 0) continue
        const own = partOf(question, unit)?.role ?? 0
        if (own * role === Role.Family * Role.Given) gain -= namePoints.fieldSwapped
        if (gain > best) {
          best = gain
          bestToken = t
          bestUnit = unit
        }
      }
    }
    if (bestToken < 0) return
    const word = tokens[from + bestToken]! & tokenMask
    const how = hows[hot[word]! * mostUnits + bestUnit]! as How
    const lift = lifts[hot[word]! * mostUnits + bestUnit]!
    // what a further name tells is what it tells among people of the same origin
    if (picked > 0) best = Math.max(leastWorth, Math.round(best * companyFactor - Math.min(lift, firstLift)))
    else firstLift = lift
    pair(bestUnit, bestToken, best, how)
  }
}

/** What a word is worth at least that no key brought together with one of the passenger's. */
const leastUnfound = 80

/** Pairs words that no key brought together, where other evidence is strong. */
function pairUnfound(
  question: Question,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
): void {
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!
    for (let t = 0; t < count && unitUsed[unit] === 0; t++) {
      if (tokenUsed[t] === 1) continue
      const gain = nearGain(question, alert.words, unit, alert.tokens[from + t]! & tokenMask, leastUnfound)
      if (gain >= leastUnfound) pair(unit, t, gain, How.Typing)
    }
  }
}

/** Pairs words of the passenger's with several of the alert's, written together. */
function pairMerged(
  question: Question,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
): void {
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!
    const { kind, expansion } = question.units[unit]!
    if (unitUsed[unit] === 1 || kind !== 'word' || expansion.word.latin.length < 5) continue
    const left: number[] = []
    for (let t = 0; t < count; t++) if (tokenUsed[t] === 0) left.push(t)
    merge(alert, from, left, expansion.word.latin, isBorne(expansion))
    const { gain, places } = merged
    if (gain < 80 || picked + places.length > mostTokens) continue
    for (let i = 0; i < places.length; i++) pair(unit, places[i]!, i === 0 ? gain : 0, How.Merged)
    restUnits += places.length - 1
  }
}

const speller = new Speller()
/** What the first sounds of a word may cost at most beside a cut word that spells them, see crossCost. */
const mostBegun = 150

/** Whether a word of the list begins with a Latin word, by its letters or, in another script, by its sounds. */
function beginsWith(words: Words, id: number, other: string, latin: string): boolean {
  if (other.startsWith(latin)) return true
  const from = words.unitsAt[id]!
  const to = words.unitsAt[id + 1]!
  if (from === to) return false
  const own = latinCost(latin)
  speller.set(latin, own)
  for (let end = from + 1; end < to; end++) {
    const least = leastLikelihood(mostBegun, own, end - from)
    if (speller.likeness(words.allUnits, from, end, least) >= least) return true
  }
  return false
}

/** Pairs initials that fit, and words cut short with what begins so: any where the name is said to be cut, else the last. */
function pairInitials(
  question: Question,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
  truncated: boolean,
  thorough: boolean,
): void {
  const last = truncated ? -1 : thorough ? question.parts.length - 1 : mostUnits
  for (let t = 0; t < count; t++) {
    const token = alert.tokens[from + t]!
    const short = (token & initialBit) !== 0
    for (let u = 0; u < units.length; u++) {
      const unit = units[u]!
      if (tokenUsed[t] === 1) break
      if (unitUsed[unit] === 1) continue
      const place = placeOf(question, unit)
      const part = question.parts[place]!
      const initial = part.initial || short
      if (part.initial === short && !truncated && place !== last) continue
      const other = alert.words.latin(token & tokenMask)
      if (initial) {
        if (other.charCodeAt(0) === part.latin.charCodeAt(0))
          pair(unit, t, namePoints.initialFits, How.Initial)
      } else if (
        part.script === Script.Latin &&
        beginsWith(alert.words, token & tokenMask, other, part.latin)
      )
        pair(
          unit,
          t,
          (truncated ? namePoints.initialFits : namePoints.cutUnsaid) +
            100 * Math.min(4, part.latin.length - 1),
          How.Prefix,
        )
    }
  }
}

/** Words worth less than this contradict as any two words do. */
const leastNear = -namePoints.against + 40

/** Pairs words that are near each other, yet nearer to other names: they contradict less than any two words do. */
function pairNear(
  question: Question,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
  floor: number,
): void {
  while (restTokens > 0 && restUnits > 0 && points + 100 >= floor) {
    // the best pair comes first: where it falls short of this, none after it makes up for it
    const least = Math.max(leastNear, Math.min(0, floor - points))
    let best = least
    let bestToken = -1
    let bestUnit = -1
    for (let u = 0; u < units.length; u++) {
      const unit = units[u]!
      if (unitUsed[unit] === 1) continue
      for (let t = 0; t < count; t++) {
        if (tokenUsed[t] === 1) continue
        const gain = nearGain(question, alert.words, unit, alert.tokens[from + t]! & tokenMask, least)
        if (gain <= best) continue
        best = gain
        bestToken = t
        bestUnit = unit
      }
    }
    if (bestToken < 0) return
    pair(bestUnit, bestToken, best > 0 && picked > 0 ? Math.round(best * companyFactor) : best, How.Typing)
  }
}

/** What the words cost that stay without a partner: those that contradict each other, and those that one side leaves out. */
function costOfRest(
  question: Question,
  alert: AlertNames,
  from: number,
  count: number,
  units: readonly number[],
  truncated: boolean,
): number {
  const pairs = Math.min(restTokens, restUnits)
  let patronymics = 0
  let initials = 0
  for (let t = 0; t < count; t++) {
    if (tokenUsed[t] === 1) continue
    const token = alert.tokens[from + t]!
    if (((token >>> roleShift) & 3) === Role.Patronymic) patronymics++
    else if ((token & initialBit) !== 0) initials++
  }
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!
    if (unitUsed[unit] === 1) continue
    const part = partOf(question, unit)
    if (part?.role === Role.Patronymic) patronymics++
    else if (part?.initial === true) initials++
  }
  const mild = Math.min(pairs, initials)
  const patronymicPairs = Math.min(pairs - mild, Math.floor(patronymics / 2))
  const over = Math.max(restTokens, restUnits) - pairs
  const softly = Math.min(over, Math.max(0, patronymics - patronymicPairs * 2))
  const initialsOver = Math.min(over - softly, Math.max(0, initials - mild))
  const apiece =
    restUnits > restTokens ? namePoints.added : truncated ? namePoints.cutOff : namePoints.omitted
  return (
    mild * namePoints.initialAgainst +
    patronymicPairs * namePoints.patronymicAgainst +
    (pairs - mild - patronymicPairs) * namePoints.against +
    softly * namePoints.omittedPatronymic +
    initialsOver * namePoints.omittedInitial +
    (over - softly - initialsOver) * apiece
  )
}

function keepParts(count: number, units: readonly number[], into: Alignment): void {
  into.parts = []
  for (let i = 0; i < picked; i++)
    into.parts.push({
      unit: pickedUnit[i]!,
      token: pickedToken[i]!,
      gain: pickedGain[i]!,
      how: pickedHow[i]!,
    })
  into.leftTokens = []
  for (let t = 0; t < count; t++) if (tokenUsed[t] === 0) into.leftTokens.push(t)
  into.leftParts = units.filter(unit => unitUsed[unit] === 0)
}

/**
 * Finds the best alignment over all names of an alert and all readings of the question.
 * @param thorough compare also words that no key brought together; only where other evidence is strong
 * @param keep write the parts into `into`, for explanations
 * @param floor the points without which the alert is no hit: what cannot reach them need not be weighed to the end
 */
export function align(
  question: Question,
  slots: Slots,
  alert: AlertNames,
  thorough: boolean,
  truncated: boolean,
  keep: boolean,
  floor: number,
  into: Alignment,
): void {
  into.points = -100000
  into.rank = -100000
  let name = 0
  for (let from = alert.from; from < alert.to; name++) {
    let to = from
    while (to < alert.to && (alert.tokens[to]! & lastBit) === 0) to++
    to++
    const count = Math.min(mostTokens, to - from)
    for (let r = 0; r < question.readings.length; r++) {
      const { units, cost } = question.readings[r]!
      if (r > 0 && !isThere(question, slots, alert, from, count, units)) continue
      begin(units, count, cost)
      pairFound(question, slots, alert, from, count, units)
      if (thorough && restTokens > 0 && restUnits > 0) pairUnfound(question, alert, from, count, units)
      if (thorough && restTokens > 1 && restUnits > 0) pairMerged(question, alert, from, count, units)
      if (restTokens > 0 && restUnits > 0)
        pairInitials(question, alert, from, count, units, truncated, thorough)
      pairNear(question, alert, from, count, units, floor)
      if (restTokens > 0 || restUnits > 0)
        points -= costOfRest(question, alert, from, count, units, truncated)
      let rank = points
      for (let i = 0; i < picked; i++) if (pickedHow[i] === How.Script) rank -= 150
      if (rank <= into.rank) continue
      into.rank = rank
      into.points = points
      into.name = name
      into.reading = r
      if (keep) keepParts(count, units, into)
    }
    from = to
  }
}
