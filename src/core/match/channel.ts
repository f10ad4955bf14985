// What a word is worth that is not written like the one asked for: how unlikely the error, among how many who bear either.
import { latinCost } from '#core/names/sound-cost.ts'
import { telling } from './compare.ts'
import { namePoints } from './evidence.ts'
import { How, type Spoken } from './likeness.ts'
import type { Words } from './words.ts'

/** Weight of what is known of names in general against what the list says, in names. */
const priorNames = 20_000
export const scriptFactor = 2.1
export const typingFactor = 2.5

/**
 * How unlikely a bearer of the one word is to be written with just the other, hundredths of a nat, as a noisy channel has
 * it (Kernighan, Church and Gale 1990): an error has hundreds of ways to go, another orthography has few.
 */
export function channel(cost: number, how: How): number {
  if (how === How.Spelling) return Math.min(namePoints.spelling, cost)
  if (how === How.Nickname) return namePoints.nickname
  if (how === How.Script) return cost * scriptFactor
  if (how === How.Prefix) return cost <= 40 ? cost : Math.min(cost * typingFactor, namePoints.prefix)
  return cost <= 50 ? cost : cost * typingFactor
}

/** Of names that the list does not know, how many more are like a known one by chance than by error. */
const chance = 3
/** Names that may bear a word beside those the list shows. */
export const hidden = 2

/**
 * What the channel takes off too much of words not written alike, by how they are the same: found on two populations of
 * which one had not seen the channel, see docs/decisions/014.
 */
const mended = new Int16Array(Object.keys(How).length)
mended[How.Typing] = 60
mended[How.Sound] = 25
mended[How.Script] = 30
export const mostMended = 60

/** A word that gains no more than this is not looked for. */
export const leastGain = 90

/** What a word is worth of which a bearer is written otherwise at this cost, hundredths of a nat. */
export function gainOf(rarity: number, cost: number): number {
  return Math.min(namePoints.most, Math.round(rarity - cost))
}

/** The cost mended; the word itself alone costs nothing. */
export function mendedCost(cost: number, how: number): number {
  return cost === 0 ? 0 : Math.max(1, cost - mended[how]!)
}

/**
 * Among how many names, with those that a list of this size has not shown yet, and by how much more words near a word are met
 * by chance than by error.
 */
export function companyOf(
  words: Words,
  nameCount: number,
): { total: number; unseen: number; company: number } {
  const total = nameCount + priorNames
  // the share of words in names that a list of this size has not shown yet
  const unseen = (words.count * 0.4 + 4000) / (nameCount * 2.2 + 4000)
  return { total, unseen, company: 1 + chance * unseen }
}

/** How many names are written as a word besides those that bear the word or another like it on the list. */
export function generalOf(word: Spoken, known: number, total: number, unseen: number): number {
  const general = priorNames * Math.exp(-telling(word.latin, word.form))
  return known > 0 ? general : Math.min(general, unseen * total * Math.exp(-latinCost(word.latin)))
}
