// What it tells that an alert is of the passenger's nationality: much where a name is borne in many countries, next to nothing
// where all who bear it are of one. How many are is read from the list itself.
import { otherPoints } from './evidence.ts'
import type { Expansion } from './expand.ts'
import { Found, foundWidth } from './expand.ts'
import type { Question } from './question.ts'
import { isOf } from './records.ts'

/** Bearers of a word that are looked at; spread evenly over all of them. */
const mostBearers = 64
/** Of fewer bearers nothing is told: they may be anyone, and the answer would tell of each of them. */
const fewestBearers = 10
/** What stands for what is not known: so many bearers more, of whom half are of the nationality. */
const unknownBearers = 3
const unknownShare = 0.5

/** Which share of those who bear a word, or one near it, are of a nationality; 0 where too few are known to say. */
function shareOf(expansion: Expansion, nation: number, post: Uint32Array, nations: Uint32Array): number {
  const { found, at, count } = expansion
  let known = 0
  let same = 0
  for (let word = at; word < at + count * foundWidth && known < mostBearers; word += foundWidth) {
    const from = found[word + Found.From]!
    const to = found[word + Found.To]!
    const step = Math.ceil((to - from) / mostBearers)
    for (let i = from; i < to; i += step) {
      const held = nations[post[i]!]!
      if (held === 0) continue
      known++
      if (isOf(held, nation)) same++
    }
  }
  if (known < fewestBearers) return 0
  return (same + unknownBearers * unknownShare) / (known + unknownBearers)
}

/**
 * Hundredths of a nat for an alert of the passenger's nationality: how much more often two records of one person agree in it than
 * those of two persons who share the most telling word of this name.
 * @param post @param nations columns of the list, see Columns
 */
export function worthOfNation(
  question: Question,
  nation: number,
  post: Uint32Array,
  nations: Uint32Array,
): number {
  let most = 0
  for (let part = 0; part < question.parts.length; part++) {
    const { expansion } = question.units[part]!
    if (expansion.count === 0) continue
    expansion.shares ??= new Map()
    let share = expansion.shares.get(nation)
    if (share === undefined) {
      share = shareOf(expansion, nation, post, nations)
      expansion.shares.set(nation, share)
    }
    if (share > most) most = share
  }
  if (most === 0) return otherPoints.nationSame
  return Math.max(1, Math.min(otherPoints.nationRare, Math.round(-100 * Math.log(most))))
}
