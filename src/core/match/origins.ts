// Names of one origin keep company: who bears one Georgian name bears others, so a second one tells less than its rarity in
// the whole list says. How much less is read from the list itself: how over-represented a word's most frequent nationality
// is among its bearers. Without nationalities nothing is taken off.
import { tokenMask } from './columns.ts'

/** Steps of the logarithm of the over-representation, a nat. */
export const liftSteps = 40

const unknownBearers = 3

/**
 * For each word the logarithm of how many times more often its foremost nationality is found with it than in the list.
 * Boyer and Moore's majority vote finds the nationality, a second pass counts it.
 */
export function originLift(
  words: number,
  tokensAt: Uint32Array,
  tokens: Uint32Array,
  nations: Uint32Array,
): Uint8Array {
  const alerts = nations.length
  const share = new Float64Array(32768)
  let known = 0
  for (let i = 0; i < alerts; i++) {
    const nation = (nations[i] ?? 0) & 0x7fff
    if (nation === 0) continue
    share[nation] = (share[nation] ?? 0) + 1
    known++
  }
  const leader = new Uint16Array(words)
  const votes = new Uint32Array(words)
  const counts = new Uint32Array(words)
  const totals = new Uint32Array(words)
  for (let i = 0; i < alerts; i++) {
    const nation = (nations[i] ?? 0) & 0x7fff
    if (nation === 0) continue
    const to = tokensAt[i + 1] ?? 0
    for (let at = tokensAt[i] ?? 0; at < to; at++) {
      const word = (tokens[at] ?? 0) & tokenMask
      const vote = votes[word] ?? 0
      if (vote === 0) {
        leader[word] = nation
        votes[word] = 1
      } else votes[word] = leader[word] === nation ? vote + 1 : vote - 1
    }
  }
  for (let i = 0; i < alerts; i++) {
    const nation = (nations[i] ?? 0) & 0x7fff
    if (nation === 0) continue
    const to = tokensAt[i + 1] ?? 0
    for (let at = tokensAt[i] ?? 0; at < to; at++) {
      const word = (tokens[at] ?? 0) & tokenMask
      totals[word] = (totals[word] ?? 0) + 1
      if (leader[word] === nation) counts[word] = (counts[word] ?? 0) + 1
    }
  }
  const lift = new Uint8Array(new SharedArrayBuffer(Math.max(8, words)), 0, words)
  for (let word = 0; word < words; word++) {
    const part = (share[leader[word] ?? 0] ?? 0) / Math.max(1, known)
    if (part === 0) continue
    const found = ((counts[word] ?? 0) + unknownBearers * part) / ((totals[word] ?? 0) + unknownBearers)
    lift[word] = Math.max(0, Math.min(255, Math.round(liftSteps * Math.log(found / part))))
  }
  return lift
}
