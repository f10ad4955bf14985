// For one question: which words of the list may be which of its words, and what each is worth, laid out so that alerts can be read fast.
import { Found, foundWidth } from './expand.ts'
import type { Question } from './question.ts'
import { mostUnits } from './question.ts'

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
  /** slot × unit → how much of it the origin of another word tells already, see Found */
  lifts: Int16Array
  /** slot × unit → how */
  hows: Uint8Array
  /** slot → the most any unit gains by it */
  best: Int16Array
  /** slot → the least that is told already, whatever unit it is */
  lift: Int16Array
  used: number
}

const mostSlots = 8192

export function newSlots(words: number): Slots {
  return {
    hot: new Uint16Array(words),
    bits: new Uint32Array((words >>> 5) + 1),
    masks: new Uint32Array(mostSlots),
    gains: new Int16Array(mostSlots * mostUnits),
    lifts: new Int16Array(mostSlots * mostUnits),
    hows: new Uint8Array(mostSlots * mostUnits),
    best: new Int16Array(mostSlots),
    lift: new Int16Array(mostSlots),
    used: 1,
  }
}

/** Enters every word that may be one of the question's into the table the scan reads. */
export function heat(question: Question, slots: Slots): void {
  const { hot, bits, masks, gains: table, lifts, hows: ways, best, lift } = slots
  let { used } = slots
  for (let unit = 0; unit < question.units.length; unit++) {
    const expansion = question.units[unit]?.expansion
    if (expansion === undefined) continue
    const { found, at, count } = expansion
    for (let i = at; i < at + count * foundWidth; i += foundWidth) {
      const id = found[i + Found.Id]!
      let slot = hot[id]!
      if (slot === 0) {
        if (used >= mostSlots) continue
        slot = used++
        hot[id] = slot
        bits[id >>> 5]! |= 1 << (id & 31)
        masks[slot] = 0
        best[slot] = 0
        lift[slot] = 0x7fff
      }
      masks[slot]! |= 1 << unit
      const gain = found[i + Found.Gain]!
      table[slot * mostUnits + unit] = gain
      if (gain > best[slot]!) best[slot] = gain
      const told = found[i + Found.Lift]!
      lifts[slot * mostUnits + unit] = told
      if (told < lift[slot]!) lift[slot] = told
      ways[slot * mostUnits + unit] = found[i + Found.How]!
    }
  }
  slots.used = used
}

/** Takes them out again; what no unit entered into the table of gains stays 0. */
export function cool(question: Question, slots: Slots): void {
  const { hot, bits, gains: table, hows: ways } = slots
  for (let unit = 0; unit < question.units.length; unit++) {
    const expansion = question.units[unit]?.expansion
    if (expansion === undefined) continue
    const { found, at, count } = expansion
    for (let i = at; i < at + count * foundWidth; i += foundWidth) {
      const id = found[i + Found.Id]!
      bits[id >>> 5] = 0
      hot[id] = 0
    }
  }
  table.fill(0, 0, slots.used * mostUnits)
  ways.fill(0, 0, slots.used * mostUnits)
  slots.used = 1
}
