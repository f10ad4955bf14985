// Names of one origin keep company: who bears one Georgian name bears others, so a second one tells less than its rarity in
// the whole list says. How much less is read from the list itself, in two ways: how over-represented the foremost
// nationality is among a word's bearers, and how over-represented the most common name beside it is. The greater counts.
import { tokenMask } from './tokens.ts'

/** Steps of the logarithm of the over-representation, a nat. */
export const liftSteps = 40

const unknownBearers = 3
const counters = 4

/** Finds each word's most frequent labels (Misra and Gries 1982, four counters) and how far they are over-represented. */
class Foremost {
  private readonly labels: Uint32Array
  private readonly votes: Uint32Array
  private readonly counts: Uint32Array
  private readonly totals: Uint32Array
  private readonly share: Uint32Array
  private known = 0
  constructor(words: number, labels: number) {
    this.labels = new Uint32Array(words * counters)
    this.votes = new Uint32Array(words * counters)
    this.counts = new Uint32Array(words * counters)
    this.totals = new Uint32Array(words)
    this.share = new Uint32Array(labels + 1)
  }
  seen(label: number): void {
    this.share[label] = this.share[label]! + 1
    this.known++
  }
  vote(word: number, label: number): void {
    const at = word * counters
    let free = -1
    for (let i = at; i < at + counters; i++) {
      if (this.labels[i] === label && this.votes[i] !== 0) {
        this.votes[i] = this.votes[i]! + 1
        return
      }
      if (this.votes[i] === 0) free = i
    }
    if (free >= 0) {
      this.labels[free] = label
      this.votes[free] = 1
    } else for (let i = at; i < at + counters; i++) this.votes[i] = this.votes[i]! - 1
  }
  count(word: number, label: number): void {
    this.totals[word] = this.totals[word]! + 1
    const at = word * counters
    for (let i = at; i < at + counters; i++)
      if (this.labels[i] === label) {
        this.counts[i] = this.counts[i]! + 1
        return
      }
  }
  lift(word: number): number {
    let best = 0
    let most = 0
    for (let i = word * counters; i < (word + 1) * counters; i++)
      if (this.counts[i]! > most) {
        most = this.counts[i]!
        best = this.labels[i]!
      }
    const part = this.share[best]! / Math.max(1, this.known)
    if (most === 0 || part === 0) return 0
    const found = (most + unknownBearers * part) / (this.totals[word]! + unknownBearers)
    return Math.max(0, Math.log(found / part))
  }
}

/**
 * For each word the logarithm of how over-represented its company is, in steps.
 * @param names in how many names each word stands
 */
export function originLift(
  words: number,
  names: Uint32Array,
  tokensAt: Uint32Array,
  tokens: Uint32Array,
  nations: Uint32Array,
): Uint8Array {
  const alerts = nations.length
  const byNation = new Foremost(words, 32768)
  const byName = new Foremost(words, words)
  for (const pass of [0, 1])
    for (let alert = 0; alert < alerts; alert++) {
      const nation = nations[alert]! & 0x7fff
      const from = tokensAt[alert]!
      const to = tokensAt[alert + 1]!
      // the two most common words of the alert: each word is labelled by the first that is not itself
      let first = -1
      let second = -1
      for (let i = from; i < to; i++) {
        const word = tokens[i]! & tokenMask
        if (word === first || word === second) continue
        if (first < 0 || names[word]! > names[first]!) {
          second = first
          first = word
        } else if (second < 0 || names[word]! > names[second]!) second = word
      }
      if (pass === 0) {
        if (nation !== 0) byNation.seen(nation)
        if (second >= 0) byName.seen(first)
      }
      for (let i = from; i < to; i++) {
        const word = tokens[i]! & tokenMask
        const label = word === first ? second : first
        if (pass === 0) {
          if (nation !== 0) byNation.vote(word, nation)
          if (label >= 0) byName.vote(word, label)
        } else {
          if (nation !== 0) byNation.count(word, nation)
          if (label >= 0) byName.count(word, label)
        }
      }
    }
  const lift = new Uint8Array(new SharedArrayBuffer(Math.max(8, words)), 0, words)
  for (let word = 0; word < words; word++)
    lift[word] = Math.min(255, Math.round(liftSteps * Math.max(byNation.lift(word), byName.lift(word))))
  return lift
}
