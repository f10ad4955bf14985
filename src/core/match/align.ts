// The words of one alert name laid beside the words of the passenger's name so that the most is explained.
import { Role } from '#core/names/parts.ts'
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { initialBit, lastBit, roleShift, tokenMask } from './tokens.ts'
import { companyFactor, namePoints } from './evidence.ts'
import { liftSteps } from './origins.ts'
import { lateGain } from './expand.ts'
import { editCost } from './edit.ts'
import { editLimit, How, latinEdits, surprise } from './likeness.ts'
import type { Question } from './question.ts'
import { mostUnits } from './question.ts'
import type { Words } from './words.ts'

const mostTokens = 8

/** Per question: for each word of the list a slot, for each slot what every unit gains by it. */
export type Slots = {
  /** word of the list → slot, 0 for none */
  hot: Uint16Array
  /** the words with a slot as bits, small enough to stay near the processor */
  bits: Uint32Array
  /** slot → units it may be, as bits */
  masks: Uint32Array
  /** slot × unit → hundredths of a nat */
  gains: Int16Array
  /** slot × unit → how */
  hows: Uint8Array
  /** slot → the most any unit gains by it */
  best: Int16Array
  used: number
}

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

const tokenUsed = new Uint8Array(mostTokens)
const unitUsed = new Uint8Array(mostUnits)
const pickedUnit = new Uint8Array(mostTokens)
const pickedToken = new Uint8Array(mostTokens)
const pickedGain = new Int16Array(mostTokens)
const pickedHow = new Uint8Array(mostTokens)

export type AlertNames = {
  tokens: Uint32Array
  from: number
  to: number
  words: Words
  lift: Uint8Array
  /** how many names the list has */
  total: number
}

/** How much of what a further word tells is told already by the origin that the first one shows, hundredths of a nat. */
function liftOf(alert: AlertNames, question: Question, unit: number, word: number, how: number): number {
  const own = ((alert.lift[word] ?? 0) * 100) / liftSteps
  if (how !== How.Script) return own
  // rarity counts a word in every script, so the script itself must not count again: the same word in Latin letters
  // shows what the origin alone tells
  const expansion = question.units[unit]?.expansion
  const latin = expansion !== undefined && expansion.hows[0] === How.Same ? expansion.ids[0] : undefined
  return latin === undefined ? own * 0.6 : Math.min(own * 0.7, ((alert.lift[latin] ?? 0) * 100) / liftSteps)
}

let mergedGain = 0
let mergedCount = 0
const mergedTokens = new Uint8Array(mostTokens)

/**
 * Words of the alert that were left over, written together, against one word of the passenger's: sets what it is worth
 * and which places of the name it takes. Any number of neighbours, beginning anywhere, for fields are swapped as well.
 */
function merge(alert: AlertNames, from: number, count: number, latin: string): void {
  mergedGain = mergedCount = 0
  const left: number[] = []
  for (let t = 0; t < count; t++) if (tokenUsed[t] === 0) left.push(t)
  for (let start = 0; start < left.length; start++) {
    let text = ''
    let rarity = 0
    for (let length = 1; length <= left.length; length++) {
      const place = left[(start + length - 1) % left.length]!
      const word = alert.tokens[from + place]! & tokenMask
      text += alert.words.latin(word)
      rarity += 100 * Math.log((alert.total + 1000) / (alert.words.names(word) + 20))
      if (length < 2 || Math.abs(text.length - latin.length) > 2) continue
      let edits = editCost(text, latin, editLimit(latin.length))
      // QASSEM ZADEH against GHASEMZADEH: most of what differs sounds alike
      if (edits > 60 && edits < 9999) edits = latinEdits(text, soundForm(text), latin, soundForm(latin))
      if (edits >= 9999) continue
      const gain = Math.round(Math.min(namePoints.most, rarity * 0.65) - namePoints.merged - surprise(edits))
      if (gain <= mergedGain) continue
      mergedGain = gain
      mergedCount = length
      for (let i = 0; i < length; i++) mergedTokens[i] = left[(start + i) % left.length]!
    }
  }
}

/** The most points that aligning this alert can give; what cannot reach the threshold is not aligned. */
export function boundOf(
  question: Question,
  slots: Slots,
  alert: AlertNames,
  mask: number,
  thorough: boolean,
  truncated: boolean,
): number {
  const { tokens } = alert
  let best = 0
  let sum = 0
  let first = 0
  for (let i = alert.from; i < alert.to; i++) {
    const token = tokens[i]!
    const slot = slots.hot[token & tokenMask]!
    if (slot !== 0) {
      const gain = slots.best[slot]!
      sum += gain
      if (gain > first) first = gain
    }
    if ((token & lastBit) !== 0) {
      const points = first + (sum - first) * companyFactor
      if (points > best) best = points
      sum = 0
      first = 0
    }
  }
  if (thorough)
    for (let unit = 0; unit < question.units.length; unit++)
      if ((mask & (1 << unit)) === 0) best += question.units[unit]!.expansion.alone
  // initials and words cut short are found only when aligning
  return best + namePoints.initialFits + (truncated ? 400 : 0)
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
  const { tokens, words } = alert
  let name = 0
  for (let from = alert.from; from < alert.to; ) {
    let to = from
    while (to < alert.to && ((tokens[to] ?? 0) & lastBit) === 0) to++
    to++
    const count = Math.min(mostTokens, to - from)
    for (let r = 0; r < question.readings.length; r++) {
      const reading = question.readings[r]
      if (reading === undefined) continue
      const units = reading.units
      if (r > 0) {
        // a new cutting is worth a look only where all its new units are in this name
        let mask = 0
        for (let t = 0; t < count; t++)
          mask |= slots.masks[slots.hot[(tokens[from + t] ?? 0) & tokenMask] ?? 0] ?? 0
        let fits = true
        for (const unit of units)
          if (question.units[unit]?.kind !== 'word' && (mask & (1 << unit)) === 0) fits = false
        if (!fits) continue
      }
      tokenUsed.fill(0, 0, count)
      for (const unit of units) unitUsed[unit] = 0
      let picked = 0
      let points = -reading.cost
      let firstLift = 0
      for (;;) {
        let best = 0
        let bestToken = -1
        let bestUnit = -1
        for (let t = 0; t < count; t++) {
          if (tokenUsed[t] === 1) continue
          const token = tokens[from + t] ?? 0
          const slot = slots.hot[token & tokenMask] ?? 0
          if (slot === 0) continue
          const role = (token >>> roleShift) & 3
          for (const unit of units) {
            if (unitUsed[unit] === 1) continue
            let gain = slots.gains[slot * mostUnits + unit] ?? 0
            if (gain <= 0) continue
            const own = question.parts[31 - Math.clz32(question.units[unit]?.covers ?? 1)]?.role ?? 0
            if (own * role === Role.Family * Role.Given) gain -= namePoints.fieldSwapped
            if (gain > best) {
              best = gain
              bestToken = t
              bestUnit = unit
            }
          }
        }
        if (bestToken < 0) break
        tokenUsed[bestToken] = 1
        unitUsed[bestUnit] = 1
        const slot = slots.hot[(tokens[from + bestToken] ?? 0) & tokenMask] ?? 0
        pickedUnit[picked] = bestUnit
        pickedToken[picked] = bestToken
        const lift = liftOf(
          alert,
          question,
          bestUnit,
          (tokens[from + bestToken] ?? 0) & tokenMask,
          slots.hows[slot * mostUnits + bestUnit] ?? 0,
        )
        // what a further name tells is what it tells among people of the same origin
        pickedGain[picked] =
          picked === 0 ? best : Math.max(20, Math.round(best * companyFactor - Math.min(lift, firstLift)))
        if (picked === 0) firstLift = lift
        pickedHow[picked] = slots.hows[slot * mostUnits + bestUnit] ?? 0
        points += pickedGain[picked] ?? 0
        picked++
      }
      let restTokens = 0
      let restUnits = 0
      for (let t = 0; t < count; t++) if (tokenUsed[t] === 0) restTokens++
      for (const unit of units) if (unitUsed[unit] === 0) restUnits++
      if (thorough && restTokens > 0 && restUnits > 0)
        for (const unit of units) {
          if (unitUsed[unit] === 1) continue
          const expansion = question.units[unit]?.expansion
          for (let t = 0; t < count; t++) {
            if (tokenUsed[t] === 1 || unitUsed[unit] === 1 || expansion === undefined) continue
            const gain = lateGain(words, expansion, (tokens[from + t] ?? 0) & tokenMask, 80)
            if (gain < 80) continue
            tokenUsed[t] = 1
            unitUsed[unit] = 1
            pickedUnit[picked] = unit
            pickedToken[picked] = t
            pickedGain[picked] = gain
            pickedHow[picked] = How.Typing
            picked++
            points += gain
            restTokens--
            restUnits--
          }
        }
      if (thorough && restTokens > 1 && restUnits > 0)
        for (const unit of units) {
          const asked = question.units[unit]
          if (unitUsed[unit] === 1 || asked?.kind !== 'word' || asked.expansion.word.latin.length < 5)
            continue
          merge(alert, from, count, asked.expansion.word.latin)
          if (mergedGain < 80 || picked + mergedCount > mostTokens) continue
          unitUsed[unit] = 1
          for (let i = 0; i < mergedCount; i++) {
            const place = mergedTokens[i] ?? 0
            tokenUsed[place] = 1
            pickedUnit[picked] = unit
            pickedToken[picked] = place
            pickedGain[picked] = i === 0 ? mergedGain : 0
            pickedHow[picked] = How.Merged
            picked++
          }
          points += mergedGain
          restTokens -= mergedCount
          restUnits--
        }
      // what is left: initials that fit, words against words, words that one side does not have
      if (restTokens > 0 && restUnits > 0)
        for (let t = 0; t < count; t++) {
          if (tokenUsed[t] === 1) continue
          const token = tokens[from + t] ?? 0
          for (const unit of units) {
            if (unitUsed[unit] === 1 || tokenUsed[t] === 1) continue
            const part = question.parts[31 - Math.clz32(question.units[unit]?.covers ?? 1)]
            const short = (token & initialBit) !== 0
            if (part === undefined || (part.initial === short && !truncated)) continue
            const other = words.latin(token & tokenMask)
            const fits =
              part.initial || short
                ? other.charCodeAt(0) === part.latin.charCodeAt(0)
                : other.startsWith(part.latin) && part.script === Script.Latin
            if (!fits) continue
            tokenUsed[t] = 1
            unitUsed[unit] = 1
            const gain =
              part.initial || short
                ? namePoints.initialFits
                : namePoints.initialFits + 100 * Math.min(4, part.latin.length - 1)
            pickedUnit[picked] = unit
            pickedToken[picked] = t
            pickedGain[picked] = gain
            pickedHow[picked] = part.initial || short ? How.Initial : How.Prefix
            picked++
            points += gain
            restTokens--
            restUnits--
          }
        }
      // words that are near each other, yet nearer to other names: they contradict less than any two words do
      while (restTokens > 0 && restUnits > 0 && points + 100 >= floor) {
        let best = -namePoints.against + 40
        let bestToken = -1
        let bestUnit = -1
        for (const unit of units) {
          const expansion = question.units[unit]?.expansion
          if (unitUsed[unit] === 1 || expansion === undefined) continue
          for (let t = 0; t < count; t++) {
            if (tokenUsed[t] === 1) continue
            const gain = lateGain(words, expansion, (tokens[from + t] ?? 0) & tokenMask, best)
            if (gain <= best) continue
            best = gain
            bestToken = t
            bestUnit = unit
          }
        }
        if (bestToken < 0) break
        if (best > 0 && picked > 0) best = Math.round(best * companyFactor)
        tokenUsed[bestToken] = 1
        unitUsed[bestUnit] = 1
        pickedUnit[picked] = bestUnit
        pickedToken[picked] = bestToken
        pickedGain[picked] = best
        pickedHow[picked] = How.Typing
        picked++
        points += best
        restTokens--
        restUnits--
      }
      if (restTokens > 0 || restUnits > 0) {
        const pairs = Math.min(restTokens, restUnits)
        let patronymics = 0
        let initials = 0
        for (let t = 0; t < count; t++)
          if (tokenUsed[t] === 0) {
            if ((((tokens[from + t] ?? 0) >>> roleShift) & 3) === Role.Patronymic) patronymics++
            else if (((tokens[from + t] ?? 0) & initialBit) !== 0) initials++
          }
        for (const unit of units)
          if (unitUsed[unit] === 0) {
            const part = question.parts[31 - Math.clz32(question.units[unit]?.covers ?? 1)]
            if (part?.role === Role.Patronymic) patronymics++
            else if (part?.initial === true) initials++
          }
        const mild = Math.min(pairs, initials)
        const patronymicPairs = Math.min(pairs - mild, Math.floor(patronymics / 2))
        points -= mild * namePoints.initialAgainst
        points -= patronymicPairs * namePoints.patronymicAgainst
        points -= (pairs - mild - patronymicPairs) * namePoints.against
        const over = Math.max(restTokens, restUnits) - pairs
        const softly = Math.min(over, Math.max(0, patronymics - patronymicPairs * 2))
        const initialsOver = Math.min(over - softly, Math.max(0, initials - mild))
        points -= softly * namePoints.omittedPatronymic + initialsOver * namePoints.omittedInitial
        const apiece = restUnits > restTokens ? namePoints.added : truncated ? 40 : namePoints.omitted
        points -= (over - softly - initialsOver) * apiece
        if (picked === 1 && over > 0) points -= namePoints.single
      }
      let rank = points
      for (let i = 0; i < picked; i++) if (pickedHow[i] === How.Script) rank -= 150
      if (rank > into.rank) {
        into.rank = rank
        into.points = points
        into.name = name
        into.reading = r
        if (keep) {
          into.parts = []
          for (let i = 0; i < picked; i++)
            into.parts.push({
              unit: pickedUnit[i] ?? 0,
              token: pickedToken[i] ?? 0,
              gain: pickedGain[i] ?? 0,
              how: pickedHow[i] ?? 0,
            })
          into.leftTokens = []
          for (let t = 0; t < count; t++) if (tokenUsed[t] === 0) into.leftTokens.push(t)
          into.leftParts = []
          for (const unit of units) if (unitUsed[unit] === 0) into.leftParts.push(unit)
        }
      }
    }
    from = to
    name++
  }
}
