// Names of one origin keep company: who bears one Georgian name bears others, so a second one tells less than its rarity in
// the whole list says. How much less is read from the list itself, in two ways: how over-represented the foremost
// nationality is among a word's bearers, and how over-represented the most common name beside it is. The greater counts.
import { tokenMask } from './tokens.ts'

/** Steps of the logarithm of the over-representation, a nat. */
export const liftSteps = 40

const unknownBearers = 3
const counters = 4

/** Finds a word's most frequent labels (Misra and Gries 1982, four counters) and how far they are over-represented. */
class Foremost {
  private readonly labels = new Int32Array(counters)
  private readonly votes = new Uint32Array(counters)
  private readonly counts = new Uint32Array(counters)
  private total = 0
  private readonly share: Uint32Array
  private known = 0
  constructor(labels: number) {
    this.share = new Uint32Array(labels + 1)
  }
  seen(label: number): void {
    this.share[label] = this.share[label]! + 1
    this.known++
  }
  /** Begins another word; each of its labels is to come twice, first as a vote, then to be counted. */
  start(): void {
    this.labels.fill(-1)
    this.votes.fill(0)
    this.counts.fill(0)
    this.total = 0
  }
  vote(label: number): void {
    const { labels, votes } = this
    let free = -1
    for (let i = 0; i < counters; i++) {
      if (labels[i] === label && votes[i] !== 0) {
        votes[i] = votes[i]! + 1
        return
      }
      if (votes[i] === 0) free = i
    }
    if (free >= 0) {
      labels[free] = label
      votes[free] = 1
    } else for (let i = 0; i < counters; i++) votes[i] = votes[i]! - 1
  }
  count(label: number): void {
    this.total++
    const { labels, counts } = this
    for (let i = 0; i < counters; i++)
      if (labels[i] === label) {
        counts[i] = counts[i]! + 1
        return
      }
  }
  lift(): number {
    let best = 0
    let most = 0
    for (let i = 0; i < counters; i++)
      if (this.counts[i]! > most) {
        most = this.counts[i]!
        best = this.labels[i]!
      }
    const part = this.share[best]! / Math.max(1, this.known)
    if (most === 0 || part === 0) return 0
    const found = (most + unknownBearers * part) / (this.total + unknownBearers)
    return Math.max(0, Math.log(found / part))
  }
}

/**
 * For each word the logarithm of how over-represented its company is, in steps.
 * @param names in how many names each word stands
 * @param postAt where each word's postings begin
 * @param post its alerts
 */
export function originLift(
  names: Uint32Array,
  tokensAt: Uint32Array,
  tokens: Uint32Array,
  nations: Uint32Array,
  postAt: Uint32Array,
  post: Uint32Array,
): Uint8Array {
  const words = names.length
  const alerts = nations.length
  const byNation = new Foremost(32768)
  const byName = new Foremost(words)
  // of each alert the nationality and its two most common words, one higher: each word is labelled by the first that is
  // not itself
  const of = new Uint32Array(alerts * 4)
  for (let alert = 0; alert < alerts; alert++) {
    const nation = nations[alert]! & 0x7fff
    let first = -1
    let second = -1
    let firstNames = 0
    let secondNames = 0
    const to = tokensAt[alert + 1]!
    for (let i = tokensAt[alert]!; i < to; i++) {
      const word = tokens[i]! & tokenMask
      if (word === first || word === second) continue
      const borne = names[word]!
      if (first < 0 || borne > firstNames) {
        second = first
        secondNames = firstNames
        first = word
        firstNames = borne
      } else if (second < 0 || borne > secondNames) {
        second = word
        secondNames = borne
      }
    }
    if (nation !== 0) byNation.seen(nation)
    if (second >= 0) byName.seen(first)
    of[alert * 4] = nation
    of[alert * 4 + 1] = first + 1
    of[alert * 4 + 2] = second + 1
  }
  const lift = new Uint8Array(new SharedArrayBuffer(Math.max(8, words)), 0, words)
  for (let word = 0; word < words; word++) {
    byNation.start()
    byName.start()
    const end = postAt[word + 1]!
    for (const pass of [0, 1])
      for (let i = postAt[word]!; i < end; i++) {
        const alert = post[i]! * 4
        const nation = of[alert]!
        const label = of[alert + 1] === word + 1 ? of[alert + 2]! : of[alert + 1]!
        if (pass === 0) {
          if (nation !== 0) byNation.vote(nation)
          if (label !== 0) byName.vote(label - 1)
        } else {
          if (nation !== 0) byNation.count(nation)
          if (label !== 0) byName.count(label - 1)
        }
      }
    lift[word] = Math.min(255, Math.round(liftSteps * Math.max(byNation.lift(), byName.lift())))
  }
  return lift
}
