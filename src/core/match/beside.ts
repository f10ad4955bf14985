// The word of a passenger's that is asked for beside one word of the list: what it costs to take them for one, and how. What
// is needed again and again of the word asked for is made ready once.
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { Speller } from '#core/names/sound-cost.ts'
import { scriptFactor, typingFactor } from './channel.ts'
import { Pattern } from './edit.ts'
import type { Spoken } from './likeness.ts'
import {
  crossCost,
  editLimit,
  editsWithin,
  How,
  latinSurprise,
  leastLikelihood,
  likeness,
  none,
} from './likeness.ts'
import { Field, fields, latinLengthOf, scriptOfPacked, soundLengthOf } from './vocabulary.ts'
import { Vowels } from './vowels.ts'
import type { Words } from './words.ts'

/** The word asked for, its sound, and whether it begins with an Arabic article that may as well be left out. */
const letters = new Pattern()
const sounds = new Pattern()
const vowels = new Vowels()
const speller = new Speller()
let spelled: Spoken | undefined
let article = false
/** The word and its sound without the article it begins with. */
const bareLetters = new Pattern()
const bareSounds = new Pattern()

function hasArticle(first: number, second: number, length: number): boolean {
  return length > 5 && (first === 97 || first === 101) && second === 108
}

/** The word that is made ready to be compared. */
export let prepared: Spoken | undefined

export function prepare(word: Spoken): void {
  prepared = word
  letters.set(word.latin)
  sounds.set(word.sound)
  article = hasArticle(word.latin.charCodeAt(0), word.latin.charCodeAt(1), word.latin.length)
  if (!article) return
  const bare = word.latin.slice(2)
  bareLetters.set(bare)
  bareSounds.set(soundForm(bare))
}

/** What a word costs more, hundredths of a nat, for standing in another script than the one asked for. */
const otherScript = 40

/**
 * The most that an error may cost a word that is still looked for, before and in what channel makes of it: where many bear
 * the word asked for, only what is very near it gains anything.
 */
let mostCost = 1e9
let mostEdits = 1e9
let mostScriptEdits = 1e9

/** @param spare hundredths of a nat that a word of the list may be less likely than the word itself */
export function bound(spare: number): void {
  mostCost = spare
  mostEdits = Math.max(35, editsWithin(spare / typingFactor))
  mostScriptEdits = Math.max(35, editsWithin(spare / scriptFactor - otherScript))
}

/** Whether two words are compared because all else agrees, not because a key brought them together. */
let late = false

/** The most edits between words when all else agrees: two in a word of four letters. */
function lateLimit(length: number): number {
  return length <= 3 ? editLimit(length) : length <= 5 ? 200 : 300
}

let sameSound = false
/**
 * Edits between the word asked for and the Latin form of one of the list, as latinEdits says; sets `sameSound`.
 * @param from where its letters begin @param packed the lengths of its Latin form and its sound
 */
function editsTo(bytes: Uint8Array, from: number, packed: number, most: number): number {
  const length = latinLengthOf(packed)
  const soundFrom = from + length
  const shorter = Math.min(letters.length, length)
  const limit = Math.min(most, late ? lateLimit(shorter) : editLimit(shorter))
  return editsOf(letters, sounds, bytes, from, soundFrom, soundFrom, soundFrom + soundLengthOf(packed), limit)
}

/** The same between a word and its sound, made ready, and letters and a sound that stand in `bytes`. */
function editsOf(
  ownLetters: Pattern,
  ownSounds: Pattern,
  bytes: Uint8Array,
  from: number,
  to: number,
  soundFrom: number,
  soundTo: number,
  limit: number,
): number {
  sameSound = ownSounds.is(bytes, soundFrom, soundTo)
  const raw = ownLetters.cost(bytes, from, to, limit)
  if (sameSound) return Math.min(raw, 35)
  if (raw <= 60) return raw
  const edits = Math.min(raw, ownSounds.cost(bytes, soundFrom, soundTo, Math.min(limit, raw) - 30) + 30)
  return edits >= 9999 ? none : edits
}

/** Edits between the word asked for and one of the list of which just one begins with an article, which is left out. */
function editsWithoutArticle(bytes: Uint8Array, from: number, packed: number): number {
  const to = from + latinLengthOf(packed)
  const soundTo = to + soundLengthOf(packed)
  return article
    ? editsOf(
        bareLetters,
        bareSounds,
        bytes,
        from,
        to,
        to,
        soundTo,
        editLimit(Math.min(bareLetters.length, to - from)),
      )
    : editsOf(
        letters,
        sounds,
        bytes,
        from + 2,
        to,
        to + 2,
        soundTo,
        editLimit(Math.min(letters.length, to - from - 2)),
      )
}

/** How the word prepared and one of the list are one; the same object again with each call. */
export const answer: { cost: number; how: How } = { cost: none, how: How.Typing }

export function compareTo(words: Words, word: Spoken, own: number, id: number): void {
  const packed = words.record[id * fields + Field.Packed]!
  const script = scriptOfPacked(packed)
  answer.cost = none
  answer.how = How.Typing
  if (word.script !== Script.Latin) {
    const near = likeness(word, {
      form: words.form(id),
      latin: words.latin(id),
      script,
      sound: words.sound(id),
      units: words.units(id),
    })
    answer.cost = near.cost
    answer.how = near.how
    return
  }
  const bytes = words.letters
  const length = latinLengthOf(packed)
  const near = Math.abs(length - letters.length) <= 3
  if (script === Script.Latin) {
    if (!near) return
    const from = words.record[id * fields + Field.At]!
    if (letters.is(bytes, from, from + length)) {
      answer.cost = 0
      answer.how = How.Same
      return
    }
    const edits = editsTo(bytes, from, packed, mostEdits)
    if (edits < none) {
      answer.cost = latinSurprise(edits)
      answer.how = sameSound ? How.Sound : How.Typing
    }
    if (answer.cost > 40 && article !== hasArticle(bytes[from]!, bytes[from + 1]!, length)) {
      const apart = editsWithoutArticle(bytes, from, packed)
      const cost = apart < none ? latinSurprise(apart + 20) + 30 : none
      if (cost < answer.cost) {
        answer.cost = cost
        answer.how = How.Prefix
      }
    }
    return
  }
  const from = words.record[id * fields + Field.At]!
  if (letters.is(bytes, from, from + length)) {
    answer.cost = otherScript
    answer.how = How.Script
  } else if (near) {
    const edits = editsTo(bytes, from, packed, mostScriptEdits)
    if (edits < none) {
      answer.cost = latinSurprise(edits) + otherScript
      answer.how = How.Script
    }
  }
  spell(words, word, own, id)
}

/** Whether the Latin word asked for spells the sounds of a word in another script; a better answer than there was is kept. */
export function spell(words: Words, word: Spoken, own: number, id: number): void {
  const begin = words.unitsAt[id]!
  const end = words.unitsAt[id + 1]!
  if (begin === end) return
  if (spelled !== word) {
    spelled = word
    speller.set(word.latin, own)
  }
  const least = leastLikelihood(mostCost / scriptFactor, own, end - begin)
  const likelihood = speller.likeness(words.allUnits, begin, end, least)
  if (likelihood < least) return
  const spelt = crossCost(likelihood, word.latin, end - begin)
  if (spelt < answer.cost) {
    answer.cost = spelt
    answer.how = How.Script
  }
}

/** The same as compareTo where all else agrees, so that more errors are believed. */
export function compareLate(words: Words, word: Spoken, own: number, id: number): void {
  late = true
  compareTo(words, word, own, id)
  late = false
}

/** Makes ready that the word is compared with words of the same consonants. */
export function prepareVowels(word: Spoken): void {
  vowels.set(word.sound)
}

/**
 * The same as compareTo for two Latin words of the same consonants: what their vowels differ by is what their sounds differ by.
 * @returns whether that was enough; where not, they are to be compared as others are
 */
export function compareVowels(words: Words, id: number): boolean {
  const packed = words.record[id * fields + Field.Packed]!
  const bytes = words.letters
  const other = latinLengthOf(packed)
  const from = words.record[id * fields + Field.At]!
  answer.cost = none
  answer.how = How.Typing
  if (Math.abs(other - letters.length) > 3) return true
  const soundTo = from + other + soundLengthOf(packed)
  const most = Math.min(mostEdits, editLimit(Math.min(other, letters.length)))
  const apart = vowels.apart(bytes, from + other, soundTo, most - 30)
  if (apart > most) return true
  if (article !== hasArticle(bytes[from]!, bytes[from + 1]!, other)) return false
  const same = apart === 0 && sounds.is(bytes, from + other, soundTo)
  const spoken = same ? 35 : apart + 30
  answer.cost = latinSurprise(Math.min(spoken, letters.cost(bytes, from, from + other, spoken)))
  answer.how = same ? How.Sound : How.Typing
  return true
}
