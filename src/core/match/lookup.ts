// The words of a list that may be one word of a passenger's: looked up under all keys the word may be met by, each compared
// once, the least cost kept.
import { soundKey } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, latinCost } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import { prefixes } from '#core/names/word-classes.ts'
import { answer, bound, compareTo, compareVowels, prepare, prepareVowels, spell } from './beside.ts'
import { channel, companyOf, generalOf, leastGain, mostMended, scriptFactor } from './channel.ts'
import type { Spoken } from './likeness.ts'
import { How, none, spoken, withoutArticle } from './likeness.ts'
import { nativeKey } from './native-keys.ts'
import { hashText } from './records.ts'
import { bones, eachLess, lessHash, Salt } from './vocabulary.ts'
import type { Words } from './words.ts'

const affixes = prefixes.filter(prefix => prefix.length > 1)

// Scratch of one expansion: words found, their costs and ways. `place` says where a word stands, one higher than its index.
const bucket = new Uint32Array(8192)
export const foundIds = new Uint32Array(8192)
export const foundCosts = new Int32Array(8192)
export const foundHows = new Uint8Array(8192)
let place = new Uint16Array(1024)
export let found = 0

function put(id: number, cost: number, how: How): void {
  const at = place[id]!
  if (at === 0) {
    if (found >= 8191) return
    foundIds[found] = id
    foundCosts[found] = cost
    foundHows[found] = how
    found++
    place[id] = found
  } else if (cost < foundCosts[at - 1]!) {
    foundCosts[at - 1] = cost
    foundHows[at - 1] = how
  }
}

function start(words: Words): void {
  for (let i = 0; i < found; i++) place[foundIds[i]!] = 0
  if (place.length < words.count) place = new Uint16Array(words.count + 1024)
  found = 0
}

/** Compares a word with one of the list; words too far apart are kept out of later comparisons too. */
function consider(words: Words, word: Spoken, own: number, id: number): void {
  if (place[id] !== 0) return
  compareTo(words, word, own, id)
  put(id, answer.cost, answer.how)
}

/** @param latinOnly words in other scripts are passed over */
function visit(words: Words, hash: number, word: Spoken, own: number, latinOnly = false): void {
  const length = words.under(hash, bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (!latinOnly || words.script(id) === Script.Latin) consider(words, word, own, id)
  }
}

/** Words of the same consonants. */
function visitBones(words: Words, hash: number, word: Spoken, own: number): void {
  const length = words.under(hash, bucket, 0)
  prepareVowels(word)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (place[id] !== 0) continue
    const latin = word.script === Script.Latin && words.script(id) === Script.Latin
    if (!latin || !compareVowels(words, id)) consider(words, word, own, id)
    else if (answer.cost < none) put(id, answer.cost, answer.how)
  }
}

function visitVariants(words: Words, form: string): void {
  for (const variant of variantsOf(form)) {
    const cost = variant.kind === 'nickname' ? 330 : 130
    const how = variant.kind === 'nickname' ? How.Nickname : How.Spelling
    const native = variant.form.charCodeAt(0) > 127
    const length = words.under(native ? hashText(variant.form, Salt.Form) : lessHash(variant.form), bucket, 0)
    for (let i = 0; i < length; i++) {
      const id = bucket[i]!
      if (words.form(id) === variant.form) put(id, cost, how)
      else if (!native && withoutArticle(words.latin(id)) === variant.form) put(id, cost + 30, how)
    }
  }
}

function visitWithoutPrefix(words: Words, latin: string): void {
  for (const prefix of affixes) {
    if (latin.length - prefix.length < 3 || !latin.startsWith(prefix)) continue
    const rest = latin.slice(prefix.length)
    const length = words.under(lessHash(rest), bucket, 0)
    for (let i = 0; i < length; i++) if (words.latin(bucket[i]!) === rest) put(bucket[i]!, 150, How.Prefix)
  }
}

/**
 * Words in another script under the classes of a Latin word: those near by their letters were found by other keys.
 * @param more what it costs that the Latin word is not the one asked for
 */
function visitSpelt(words: Words, hash: number, word: Spoken, own: number, more = 0): void {
  const length = words.under(hash, bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if ((more === 0 && place[id] !== 0) || words.script(id) === Script.Latin) continue
    answer.cost = none
    spell(words, word, own, id)
    put(id, answer.cost < none ? answer.cost + more : none, How.Script)
  }
}

function visitClasses(words: Words, word: Spoken, own: number, narrow: boolean): void {
  if (word.script === Script.Latin) {
    const key = soundKey(word.latin)
    if (key === '' || (narrow && (key.length < 2 || word.latin.length < 5))) return
    visitSpelt(words, hashText(key, Salt.Class), word, own)
    if (key.length >= 5 && !narrow)
      for (let i = 0; i < key.length; i++)
        visitSpelt(words, hashText(key.slice(0, i) + key.slice(i + 1), Salt.Class), word, own)
  } else if (hasSounds(word.script) && !narrow) {
    const key = nativeKey(word.latin, word.script)
    if (key.length >= 3) visit(words, hashText(key, Salt.ClassLatin), word, own, true)
  }
}

/** What stands before or behind an Arabic name in one word with it, and in Arabic letters apart from it or not at all. */
const arabicBefore = ['al', 'el', 'ben', 'bin', 'ibn', 'oul', 'ould']
const arabicBehind = /(?<=.{4})u[rldszn]$/

/** A word without what is written to it, against words in Arabic letters, which stand without theirs. */
function visitStem(words: Words, stem: string): void {
  const key = soundKey(stem)
  if (key === '') return
  const word = spoken(stem, stem, Script.Latin)
  const own = latinCost(stem)
  prepare(word)
  const length = words.under(hashText(key, Salt.Class), bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (words.script(id) !== Script.Arabic) continue
    compareTo(words, word, own, id)
    if (answer.cost < none) put(id, answer.cost + 20, How.Script)
  }
}

function visitStems(words: Words, latin: string): void {
  for (const before of arabicBefore)
    if (latin.length >= before.length + 3 && latin.startsWith(before))
      visitStem(words, latin.slice(before.length))
  const behind = latin.replace(arabicBehind, '')
  if (behind !== latin) visitStem(words, behind)
}

/** One sound as it is written in English, French, Arabic and Persian usage; each pair both ways. */
const usages: readonly (readonly [RegExp, string])[] = [
  [/gh/g, 'q'],
  [/q/g, 'gh'],
  [/ou(?=[aei])/g, 'w'],
  [/w(?=[aei])/g, 'ou'],
]
/** What another usage costs, hundredths of a nat. */
const otherUsage = 60

/** A Latin word as another usage writes it. */
function visitUsages(words: Words, latin: string): void {
  for (const [from, to] of usages) {
    const form = latin.replace(from, to)
    if (form === latin) continue
    const word = spoken(form, form, Script.Latin)
    const own = latinCost(form)
    const skeleton = bones(word.sound)
    prepare(word)
    for (const hash of [lessHash(form), lessHash(word.sound), hashText(skeleton, Salt.Bones)]) {
      const length = words.under(hash, bucket, 0)
      for (let i = 0; i < length; i++) {
        const id = bucket[i]!
        if (words.script(id) !== Script.Latin) continue
        compareTo(words, word, own, id)
        if (answer.cost < none)
          put(id, answer.cost + otherUsage, answer.cost === 0 ? How.Spelling : answer.how)
      }
    }
  }
}

/** Whether the very word was found. */
function isKnown(): boolean {
  for (let i = 0; i < found; i++) if (foundCosts[i] === 0) return true
  return false
}

const mostMeantCost = 320
/** Latin words near a word that nobody bears, of which spellings in other scripts are looked for. */
const mostMeant = 2
const meant: number[] = []

/** How much sooner a word found is meant than another by one that nobody bears. */
function meantMore(words: Words, i: number): number {
  return 100 * Math.log(words.names(foundIds[i]!)) - channel(foundCosts[i]!, foundHows[i]! as How)
}

/**
 * Words in other scripts that the words meant by one with an error spell, at the cost of both.
 * @param spare see bound
 */
function visitMeant(words: Words, spare: number): void {
  meant.length = 0
  for (let i = 0; i < found; i++)
    if (foundCosts[i]! <= mostMeantCost && words.script(foundIds[i]!) === Script.Latin) meant.push(i)
  meant.sort((a, b) => meantMore(words, b) - meantMore(words, a))
  for (let k = 0; k < Math.min(mostMeant, meant.length); k++) {
    const i = meant[k]!
    const latin = words.latin(foundIds[i]!)
    const key = soundKey(latin)
    if (key.length < 2) continue
    const error = channel(foundCosts[i]!, foundHows[i]! as How)
    bound(spare - error)
    visitSpelt(
      words,
      hashText(key, Salt.Class),
      spoken(latin, latin, Script.Latin),
      latinCost(latin),
      Math.round(error / scriptFactor),
    )
  }
}

/** The most that a word's rarity can be, hundredths of a nat, from those found so far: more will only make it less. */
function mostRarity(words: Words, nameCount: number, word: Spoken): number {
  let known = 0
  for (let i = 0; i < found; i++) if (foundCosts[i] === 0) known += words.names(foundIds[i]!)
  const { total, unseen } = companyOf(words, nameCount)
  return 100 * Math.log(total / (known + generalOf(word, known, total, unseen)))
}

/** What a word in another script may cost beside one that was joined or cut by us, hundredths of a nat. */
const mostJoined = 240

/**
 * Looks for all words of the list that may be a word; what is found stands in foundIds, foundCosts and foundHows.
 * @param narrow only the word itself, its sound, words with one letter more, other spellings and scripts: for words joined or cut by us
 */
export function lookUp(words: Words, nameCount: number, word: Spoken, narrow: boolean): void {
  start(words)
  bound(1e9)
  prepare(word)
  const { form, latin, sound, script } = word
  const own = latinCost(latin)
  if (script !== Script.Latin) visit(words, hashText(form, Salt.Form), word, own)
  if (latin !== '') {
    visit(words, lessHash(latin), word, own)
    if (sound !== latin) visit(words, lessHash(sound), word, own)
    const spare = mostRarity(words, nameCount, word) + mostMended - leastGain
    bound(spare)
    if (!narrow) {
      if (latin.length >= 3 && latin.length <= 24)
        eachLess(latin, hash => {
          visit(words, hash, word, own)
        })
      const skeleton = bones(sound)
      if (skeleton.length >= 2) visitBones(words, hashText(skeleton, Salt.Bones), word, own)
      if (script === Script.Latin) {
        visitWithoutPrefix(words, latin)
        visitUsages(words, latin)
        prepare(word)
      }
    }
    if (narrow) bound(mostJoined)
    visitClasses(words, word, own, narrow)
    if (script === Script.Latin) visitStems(words, latin)
    visitVariants(words, form)
    if (!narrow && script === Script.Latin && latin.length >= 4 && !isKnown()) visitMeant(words, spare)
  }
}

/** A word cut short by its field: every word of the list that begins so, all equally near. */
export function lookUpHead(words: Words, word: Spoken): void {
  start(words)
  const { latin } = word
  for (const hash of [hashText(latin.slice(0, 3), Salt.Head), lessHash(latin)]) {
    const length = words.under(hash, bucket, 0)
    for (let i = 0; i < length; i++) {
      const id = bucket[i]!
      const other = words.latin(id)
      if (other === latin) put(id, 0, How.Same)
      else if (latin.length >= 3 && other.startsWith(latin)) put(id, 40, How.Prefix)
    }
  }
}
