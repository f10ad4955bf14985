// How far two words of a name are from each other, in hundredths of a nat of surprise: 0 for the same word, about 270 for
// one typing error, 99999 for words that are not taken for one. Latin words by weighted edits of letters and of sounds,
// words in different scripts by learned spellings, words in one other script sign by sign.
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, soundLikeness, unitNumbers, latinCost } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import { editCost } from './edit.ts'

export type Spoken = { form: string; latin: string; script: Script; sound: string; units: ArrayLike<number> }
/** `cost` in hundredths of a nat for screening; `share` is how much of what a word tells agrees, 1 for all of it. */
export type Likeness = { cost: number; how: How; share: number }
export const How = {
  Same: 0,
  Typing: 1,
  Sound: 2,
  Nickname: 3,
  Spelling: 4,
  Script: 5,
  Prefix: 6,
  Initial: 7,
  Merged: 8,
} as const
export type How = (typeof How)[keyof typeof How]

export const none = 99999

/** A comparison form with what comparing it needs. */
export function spoken(form: string, latin: string, script: Script): Spoken {
  return {
    form,
    latin,
    script,
    sound: soundForm(latin),
    units: script !== Script.Latin && hasSounds(script) ? unitNumbers(form, script) : [],
  }
}

/** The most edits that two words of this length may be apart, in hundredths. */
export function editLimit(length: number): number {
  if (length <= 2) return 45
  if (length === 3) return 100
  if (length <= 5) return 150
  if (length <= 7) return 220
  return 280
}

/** Hundredths of a nat for an edit cost: the first error is the rarest step. */
export function surprise(edits: number): number {
  return edits <= 0 ? 0 : 30 + edits * 2.2
}

/** The most edits that surprise so little; the inverse of surprise. */
export function editsWithin(cost: number): number {
  return Math.floor((cost - 30) / 2.2)
}

/** The same between two Latin words, where what sounds the same, or nearly, is little else than another orthography. */
export function latinSurprise(edits: number): number {
  return edits <= 35 ? Math.min(50, surprise(edits)) : surprise(edits)
}

/** Edits between two Latin words in hundredths, by their letters or by their sounds; `none` beyond the limit. */
export function latinEdits(a: string, aSound: string, b: string, bSound: string): number {
  if (a === b) return 0
  const limit = editLimit(Math.min(a.length, b.length))
  const raw = editCost(a, b, limit)
  if (aSound === bSound) return Math.min(raw, 35)
  if (raw <= 60) return raw
  const sounds = editCost(aSound, bSound, limit - 30)
  const edits = Math.min(raw, sounds + 30)
  return edits >= 9999 ? none : edits
}

/** What agrees of two words so many edits apart: short words bear less. */
function editShare(edits: number, length: number): number {
  const relative = edits / 100 / length
  return Math.max(0, 1 - 1.6 * relative - 2.2 * relative * relative)
}

/** Hundredths of a nat for a word spelling the sounds of another script with this log likelihood ratio. */
export function crossCost(likelihood: number, latin: string, units: number): number {
  return Math.round(50 + 60 * Math.max(0, latinCost(latin) - likelihood - 1.8 * units - 1))
}

/** The likelihood ratio at which crossCost is `most`, never below one half: what is less is not taken for one word. */
export function leastLikelihood(most: number, own: number, units: number): number {
  return Math.max(0.5, own - 1.8 * units - 1 - (most - 50) / 60)
}

/**
 * What is granted each script, in nats, so that chance pairs stand above one half as seldom: about one in two hundred. Korean
 * syllables spell foreign names coarsely, so that chance pairs score lower than elsewhere; Cyrillic letters spell them closely.
 */
const granted: Partial<Record<Script, number>> = {
  [Script.Cyrillic]: 3.6,
  [Script.Arabic]: 1.7,
  [Script.Hebrew]: 1.7,
  [Script.Han]: 1.8,
  [Script.Hangul]: 4.4,
  [Script.Kana]: 2.6,
}

/** What agrees of two words in two scripts; random pairs are above one half in less than one of a hundred cases. */
function crossShare(likelihood: number, script: Script): number {
  const lifted = likelihood + (granted[script] ?? 1.5)
  return lifted <= 0 ? Math.max(0, 0.1 + lifted / 100) : lifted / (lifted + 2.5)
}

function signLikeness(a: string, b: string): number {
  const from = Array.from(a)
  const to = Array.from(b)
  const longer = Math.max(from.length, to.length)
  if (Math.abs(from.length - to.length) > 1 || longer < 2) return none
  let row = to.map((_, j) => j + 1)
  row.unshift(0)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  const edits = row[to.length] ?? 99
  return edits <= longer / 4 ? edits * 100 : none
}

/** Latin form of the other word's variants, as a cost. */
function variantLikeness(a: string, b: string): Likeness | undefined {
  for (const variant of variantsOf(a))
    if (variant.form === b)
      return variant.kind === 'nickname'
        ? { cost: 330, how: How.Nickname, share: 0.7 }
        : { cost: 130, how: How.Spelling, share: 0.88 }
  return undefined
}

/** A word without the Arabic article that is written with it as often as apart. */
export function withoutArticle(latin: string): string {
  return latin.length > 5 && (latin.startsWith('al') || latin.startsWith('el')) ? latin.slice(2) : latin
}

const answer: Likeness = { cost: none, how: How.Same, share: 0 }

function offer(edits: number, length: number, extra: number, how: How): void {
  if (edits >= none) return
  const cost = latinSurprise(edits) + extra
  const share = editShare(edits, Math.max(2, length)) * (1 - extra / 2000)
  if (cost < answer.cost) {
    answer.cost = cost
    answer.how = how
  }
  if (share > answer.share) answer.share = share
}

/**
 * The cost of taking two words for one, and in what way.
 * The answer is one object used again by the next call; take out of it what is needed.
 */
export function likeness(a: Spoken, b: Spoken): Likeness {
  if (a.form === b.form) {
    answer.cost = 0
    answer.how = How.Same
    answer.share = 1
    return answer
  }
  const variant = variantLikeness(a.form, b.form)
  answer.cost = variant?.cost ?? none
  answer.how = variant?.how ?? How.Same
  answer.share = variant?.share ?? 0
  const aLatin = a.script === Script.Latin
  const bLatin = b.script === Script.Latin
  const length = (a.latin.length + b.latin.length) / 2
  if (aLatin && bLatin) {
    const left = withoutArticle(a.latin)
    const right = withoutArticle(b.latin)
    if ((left !== a.latin) !== (right !== b.latin)) {
      const edits = latinEdits(left, soundForm(left), right, soundForm(right))
      if (edits < none) offer(edits + 20, length, 30, How.Prefix)
    }
    offer(
      latinEdits(a.latin, a.sound, b.latin, b.sound),
      length,
      0,
      a.sound === b.sound ? How.Sound : How.Typing,
    )
    return answer
  }
  if (a.script === b.script) {
    if (a.script === Script.Han && a.latin === b.latin && a.latin !== '') offer(35, length, 140, How.Sound)
    if (a.script === Script.Arabic || a.script === Script.Hebrew || a.script === Script.Han)
      offer(signLikeness(a.form, b.form), length, 0, How.Typing)
    else offer(latinEdits(a.latin, a.sound, b.latin, b.sound), length, 20, How.Typing)
    return answer
  }
  if (aLatin !== bLatin) {
    const other = aLatin ? b : a
    const latin = aLatin ? a : b
    if (other.units.length > 0) {
      const likelihood = soundLikeness(other.units, latin.latin)
      const cost = likelihood < 0.5 ? none : crossCost(likelihood, latin.latin, other.units.length)
      const share = crossShare(likelihood, other.script)
      if (cost < answer.cost) {
        answer.cost = cost
        answer.how = How.Script
      }
      if (share > answer.share) {
        answer.share = share
        answer.how = How.Script
      }
    }
    offer(latinEdits(latin.latin, latin.sound, other.latin, other.sound), length, 40, How.Script)
    return answer
  }
  offer(latinEdits(a.latin, a.sound, b.latin, b.sound), length, 80, How.Script)
  return answer
}
