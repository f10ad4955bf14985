// What is known of an alert before it is read: beside its number in the postings stand, as bits, which other words it has.
import { companyFactor, initialWorth } from './evidence.ts'
import { Found, foundWidth } from './expand.ts'
import type { Question } from './question.ts'
import { initialsBit } from './vocabulary.ts'

const initials = 1 << initialsBit

/** What an alert must show beside the word that led to it, as bits of words: see bit in vocabulary.ts. */
export class Filter {
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
    this.any = any | initials
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
      const { found, at: from, count } = question.units[i]!.expansion
      // gains fall from the first word to the last
      let at = 0
      let end = count
      while (at < end) {
        const middle = (at + end) >>> 1
        if (found[from + middle * foundWidth + Found.Gain]! >= least) at = middle + 1
        else end = middle
      }
      const bits =
        (at === 0 ? 0 : found[from + (at - 1) * foundWidth + Found.Bits]!) |
        (least <= initialWorth ? initials : 0)
      if (this.first === -1 && own.sibling < 0) this.first = bits
      else this.second &= this.second === -1 ? bits : -1
    }
  }
}
