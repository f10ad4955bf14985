// One word of a passenger's name against all words of a list: which of them may be the same word, how, and how many
// names of the list bear a word at least as near. The answer depends on the list only, so it is remembered.
import { soundForm, soundKey } from '#core/names/phonetic.ts'
import { prefixes } from '#core/names/word-classes.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, latinCost, Speller } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import {
  channel,
  companyOf,
  gainOf,
  generalOf,
  hidden,
  mendedCost,
  mostMended,
  scriptFactor,
  typingFactor,
} from './channel.ts'
import type { Spoken } from './likeness.ts'
import { Pattern } from './edit.ts'
import {
  crossCost,
  editLimit,
  editsWithin,
  How,
  latinSurprise,
  leastLikelihood,
  likeness,
  none,
  spoken,
  surprise,
  withoutArticle,
} from './likeness.ts'
import { namePoints } from './evidence.ts'
import { hashText } from './records.ts'
import {
  bitOfPacked,
  bones,
  eachLess,
  Field,
  fields,
  latinLengthOf,
  lessHash,
  nativeKey,
  Salt,
  scriptOfPacked,
  soundLengthOf,
} from './vocabulary.ts'
import { Vowels } from './vowels.ts'
import type { Words } from './words.ts'

/**
 * What is known of a word of the list that may be the one asked for: its number, what finding it in an alert is worth in
 * hundredths of a nat, how it is the same word, where its postings begin, where those with a date of birth begin and where they
 * end, the bits (see vocabulary.ts) of it and all words before it, and how much of its worth the origin tells that another word
 * of the name shows already.
 */
export const Found = { Id: 0, Gain: 1, How: 2, From: 3, Dated: 4, To: 5, Bits: 6, Lift: 7 } as const
/** Numbers from one word to the next. */
export const foundWidth = 8

export type Expansion = {
  word: Spoken
  /** words of the list that may be this word, the nearest first: `count` of them from `at` on, see Found */
  found: Int32Array
  at: number
  count: number
  /** the most that any of them is worth */
  best: number
  /** the bits of all of them */
  bits: number
  /** how many names bear one of the words */
  borne: number
  /** the most this word is worth beside one that no key led to */
  alone: number
  /** how many names would be written as this word, by how much more words near it are met by chance, among how many */
  mass: number
  company: number
  total: number
}

const mostWords = 400

const affixes = prefixes.filter(prefix => prefix.length > 1)

// Scratch of one expansion: words found, their costs and ways. `place` says where a word stands, one higher than its index.
const bucket = new Uint32Array(8192)
const foundIds = new Uint32Array(8192)
const foundCosts = new Int32Array(8192)
const foundHows = new Uint8Array(8192)
let place = new Uint16Array(1024)
let found = 0

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
  if (place.length < words.count) place = new Uint16Array(words.count + 1024)
  found = 0
}

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

function prepare(word: Spoken): void {
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
function bound(spare: number): void {
  mostCost = spare
  mostEdits = Math.max(35, editsWithin(spare / typingFactor))
  mostScriptEdits = Math.max(35, editsWithin(spare / scriptFactor - otherScript))
}

/** Whether two words are compared because all else agrees, not because a key brought them together. */
let late = false
let latest: Expansion | undefined
let latestOwn = 0
let latestRarity = 0
let latestVariants: ReturnType<typeof variantsOf> = []

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
const answer: { cost: number; how: How } = { cost: none, how: How.Typing }

function compareTo(words: Words, word: Spoken, own: number, id: number): void {
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
      answer.cost = surprise(edits) + otherScript
      answer.how = How.Script
    }
  }
  spell(words, word, own, id)
}

/** Whether the Latin word asked for spells the sounds of a word in another script; a better answer than there was is kept. */
function spell(words: Words, word: Spoken, own: number, id: number): void {
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

/** Compares a word with one of the list; words too far apart are kept out of later comparisons too. */
function consider(words: Words, word: Spoken, own: number, id: number): void {
  if (place[id] !== 0) return
  compareTo(words, word, own, id)
  put(id, answer.cost, answer.how)
}

/** Whether a word of the list has this form. */
function isForm(words: Words, id: number, form: string): boolean {
  const latin = words.script(id) === Script.Latin
  return form.charCodeAt(0) > 127
    ? !latin && words.form(id) === form
    : latin && words.isLatin(id, form, 0, form.length)
}

/** What a word of the list that no key led to is worth beside the word asked for; -none where they are too far apart. */
export function lateGain(words: Words, asked: Expansion, id: number, least: number): number {
  const { word } = asked
  if (Math.abs(words.latinLength(id) - word.latin.length) > 4) return -none
  if (latest !== asked) {
    latest = asked
    latestOwn = latinCost(word.latin)
    latestRarity = 100 * Math.log(asked.total / asked.mass)
    latestVariants = variantsOf(word.form)
    prepare(word)
  }
  bound(latestRarity + mostMended - least)
  late = true
  compareTo(words, word, latestOwn, id)
  late = false
  let { cost } = answer
  let how: How = answer.how
  if (cost >= 130)
    for (const variant of latestVariants) {
      const own = variant.kind === 'nickname' ? 330 : 130
      if (own >= cost || !isForm(words, id, variant.form)) continue
      cost = own
      how = variant.kind === 'nickname' ? How.Nickname : How.Spelling
    }
  if (cost >= none) return -none
  cost = channel(cost, how)
  const mass = asked.mass + asked.company * (words.names(id) + hidden) * Math.exp(-cost / 100)
  return gainOf(100 * Math.log(asked.total / mass), mendedCost(cost, how))
}

/** @param latinOnly words in other scripts are passed over */
function visit(words: Words, hash: number, word: Spoken, own: number, latinOnly = false): void {
  const length = words.under(hash, bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (!latinOnly || words.script(id) === Script.Latin) consider(words, word, own, id)
  }
}

/** Words of the same consonants: what their vowels differ by is what their sounds differ by. */
function visitBones(words: Words, hash: number, word: Spoken, own: number): void {
  const length = words.under(hash, bucket, 0)
  const { record, letters: bytes } = words
  vowels.set(word.sound)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (place[id] !== 0) continue
    const packed = record[id * fields + Field.Packed]!
    if (word.script === Script.Latin && scriptOfPacked(packed) === Script.Latin) {
      const other = latinLengthOf(packed)
      if (Math.abs(other - letters.length) > 3) continue
      const from = record[id * fields + Field.At]!
      const soundTo = from + other + soundLengthOf(packed)
      const most = Math.min(mostEdits, editLimit(Math.min(other, letters.length)))
      const apart = vowels.apart(bytes, from + other, soundTo, most - 30)
      if (apart > most) continue
      if (article === hasArticle(bytes[from]!, bytes[from + 1]!, other)) {
        sameSound = apart === 0 && sounds.is(bytes, from + other, soundTo)
        const spoken = sameSound ? 35 : apart + 30
        const edits = Math.min(spoken, letters.cost(bytes, from, from + other, spoken))
        put(id, latinSurprise(edits), sameSound ? How.Sound : How.Typing)
        continue
      }
    }
    consider(words, word, own, id)
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

/** Words in another script under the classes of a Latin word: those near by their letters were found by other keys. */
function visitSpelt(words: Words, hash: number, word: Spoken, own: number): void {
  const length = words.under(hash, bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (place[id] !== 0 || words.script(id) === Script.Latin) continue
    answer.cost = none
    spell(words, word, own, id)
    put(id, answer.cost, How.Script)
  }
}

function visitClasses(words: Words, word: Spoken, own: number): void {
  if (word.script === Script.Latin) {
    const key = soundKey(word.latin)
    if (key.length < 2) return
    visitSpelt(words, hashText(key, Salt.Class), word, own)
    if (key.length >= 5)
      for (let i = 0; i < key.length; i++)
        visitSpelt(words, hashText(key.slice(0, i) + key.slice(i + 1), Salt.Class), word, own)
  } else if (hasSounds(word.script)) {
    const key = nativeKey(word.latin, word.script)
    if (key.length >= 3) visit(words, hashText(key, Salt.ClassLatin), word, own, true)
  }
}

/** A word with the Arabic article written to it, against words in Arabic letters, which stand without theirs. */
function visitWithoutArticle(words: Words, latin: string): void {
  const rest = withoutArticle(latin)
  if (rest === latin) return
  const word = spoken(rest, rest, Script.Latin)
  const own = latinCost(rest)
  const key = soundKey(rest)
  if (key.length < 2) return
  prepare(word)
  const length = words.under(hashText(key, Salt.Class), bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (words.script(id) !== Script.Arabic) continue
    compareTo(words, word, own, id)
    if (answer.cost < none) put(id, answer.cost + 20, How.Script)
  }
}

/**
 * Looks for all words of the list that may be a word, and weighs them.
 * @param narrow only the word itself, its sound, words with one letter more and other spellings: for words joined by us
 */
export function expand(words: Words, nameCount: number, word: Spoken, narrow: boolean): Expansion {
  start(words)
  latest = undefined
  bound(1e9)
  prepare(word)
  const { form, latin, sound, script } = word
  const own = latinCost(latin)
  if (script !== Script.Latin) visit(words, hashText(form, Salt.Form), word, own)
  if (latin !== '') {
    visit(words, lessHash(latin), word, own)
    if (sound !== latin) visit(words, lessHash(sound), word, own)
    bound(mostRarity(words, nameCount, word) + mostMended - leastGain)
    if (!narrow) {
      if (latin.length >= 3 && latin.length <= 24)
        eachLess(latin, hash => {
          visit(words, hash, word, own)
        })
      const skeleton = bones(sound)
      if (skeleton.length >= 2) visitBones(words, hashText(skeleton, Salt.Bones), word, own)
      visitClasses(words, word, own)
      if (script === Script.Latin) {
        visitWithoutPrefix(words, latin)
        visitWithoutArticle(words, latin)
      }
    }
    visitVariants(words, form)
  }
  return weigh(words, nameCount, word)
}

/** A word cut short by its field: every word of the list that begins so, all equally near. */
export function expandHead(words: Words, nameCount: number, word: Spoken): Expansion {
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
  return weigh(words, nameCount, word)
}

const order: number[] = []
/** A word that gains no more than this is not looked for. */
const leastGain = 90

/** Expansions share pieces of memory: one typed array for each would cost more than what stands in it. */
let slab = new Int32Array(0)
let slabUsed = 0

/** Where the next words found are to be put down. */
function room(count: number): number {
  if (slabUsed + count * foundWidth > slab.length) {
    slab = new Int32Array(mostWords * foundWidth * 16)
    slabUsed = 0
  }
  const at = slabUsed
  slabUsed += count * foundWidth
  return at
}

/** The most that a word's rarity can be, hundredths of a nat, from those found so far: more will only make it less. */
function mostRarity(words: Words, nameCount: number, word: Spoken): number {
  let known = 0
  for (let i = 0; i < found; i++) if (foundCosts[i] === 0) known += words.names(foundIds[i]!)
  const { total, unseen } = companyOf(words, nameCount)
  return 100 * Math.log(total / (known + generalOf(word, known, total, unseen)))
}

/** How much of what a further word tells is told already by the origin that the first one shows, hundredths of a nat. */
function liftOf(words: Words, at: number, id: number, how: number): number {
  const own = words.lift(id)
  if (how !== How.Script) return own
  // rarity counts a word in every script, so the script itself must not count again: the same word in Latin letters
  // shows what the origin alone tells
  return slab[at + Found.How] === How.Same ? Math.min(own * 0.7, words.lift(slab[at + Found.Id]!)) : own * 0.6
}

/**
 * Turns what was found into gains: how much likelier a bearer of each word is to be written as the word asked for than
 * anyone is. Where the word asked for is borne by many itself, words near it gain little, for most who are written so are
 * so named; where nobody on the list bears it, it is an error or another spelling sooner than a name of its own.
 */
function weigh(words: Words, nameCount: number, word: Spoken): Expansion {
  const table = words.record
  order.length = 0
  const { total, unseen, company } = companyOf(words, nameCount)
  let known = 0
  let mass = 0
  for (let i = 0; i < found; i++) {
    place[foundIds[i]!] = 0
    if (foundCosts[i]! >= none) continue
    const cost = channel(foundCosts[i]!, foundHows[i]! as How)
    foundCosts[i] = mendedCost(cost, foundHows[i]!)
    order.push(i)
    const names = words.names(foundIds[i]!)
    if (cost === 0) {
      known += names
      mass += names
    } else mass += (names + hidden) * Math.exp(-cost / 100) * company
  }
  mass += generalOf(word, known, total, unseen)
  const rarity = Math.log(total / mass) * 100
  // words that gain next to nothing are left out before they are put in order
  let worth = 0
  for (let i = 0; i < order.length; i++)
    if (gainOf(rarity, foundCosts[order[i]!]!) > leastGain) order[worth++] = order[i]!
  order.length = worth
  if (worth > 1) order.sort((a, b) => foundCosts[a]! - foundCosts[b]!)
  const kept = Math.min(worth, mostWords)
  const at = room(kept)
  let bits = 0
  let best = 0
  let bearers = 0
  for (let i = 0; i < kept; i++) {
    const from = order[i]!
    const id = foundIds[from]!
    const record = id * fields
    const gain = gainOf(rarity, foundCosts[from]!)
    bits |= 1 << bitOfPacked(table[record + Field.Packed]!)
    bearers += table[record + Field.Names]!
    if (gain > best) best = gain
    const to = at + i * foundWidth
    slab[to + Found.Id] = id
    slab[to + Found.Gain] = gain
    slab[to + Found.How] = foundHows[from]!
    slab[to + Found.From] = table[record + Field.PostAt]!
    slab[to + Found.Dated] = table[record + Field.DatedAt]!
    slab[to + Found.To] = table[record + fields + Field.PostAt]!
    slab[to + Found.Bits] = bits
    slab[to + Found.Lift] = Math.round(liftOf(words, at, id, foundHows[from]!))
  }
  return {
    word,
    found: slab,
    at,
    count: kept,
    bits,
    best,
    borne: bearers,
    alone: Math.max(0, Math.min(namePoints.most, rarity)),
    mass,
    company,
    total,
  }
}
