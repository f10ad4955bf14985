// One word of a passenger's name against all words of a list: which of them may be the same word, how, and how many
// names of the list bear a word at least as near. The answer depends on the list only, so it is remembered.
import { soundForm, soundKey } from '#core/names/phonetic.ts'
import { prefixes } from '#core/names/word-classes.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, latinCost, soundLikeness } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import { telling } from './compare.ts'
import type { Spoken } from './likeness.ts'
import { crossCost, How, latinEdits, likeness, none, spoken, surprise } from './likeness.ts'
import { namePoints } from './evidence.ts'
import { hashText } from './records.ts'
import { bones, eachLess, nativeKey, Salt } from './vocabulary.ts'
import type { Words } from './words.ts'

export type Expansion = {
  word: Spoken
  /** words of the list that may be this word, the nearest first */
  ids: Uint32Array
  /** what finding each of them in an alert is worth, hundredths of a nat */
  gains: Int16Array
  hows: Uint8Array
  /** the most that any of them is worth */
  best: number
  /** what this word is worth where a word outside the list is found to be like it */
  alone: number
}

/** Weight of what is known of names in general against what the list says, in names. */
const priorNames = 20_000
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

const considered: Spoken = { form: '', latin: '', script: Script.Latin, sound: '', units: [] }

/** Compares a word with one of the list; words too far apart are kept out of later comparisons too. */
function consider(words: Words, word: Spoken, own: number, id: number): void {
  if (place[id] !== 0) return
  const script = words.script(id)
  const other = words.latinLength(id)
  const length = word.latin.length
  let cost: number = none
  let how: How = How.Typing
  if (script === Script.Latin && word.script === Script.Latin) {
    if (other > length + 3 || other < length - 3) return
    considered.latin = considered.form = words.latin(id)
    considered.script = script
    considered.sound = words.sound(id)
    considered.units = []
    const near = likeness(word, considered)
    cost = near.cost
    how = near.how
  } else if (word.script === Script.Latin) {
    const latin = words.latin(id)
    if (latin === word.latin) {
      cost = 40
      how = How.Script
    } else if (Math.abs(latin.length - length) <= 3) {
      const edits = latinEdits(word.latin, word.sound, latin, words.sound(id))
      if (edits < none) {
        cost = surprise(edits) + 40
        how = How.Script
      }
    }
    const units = words.units(id)
    if (units.length > 0) {
      const likelihood = soundLikeness(units, word.latin, own, 0.5)
      if (likelihood >= 0.5) {
        const spelt = crossCost(likelihood, word.latin, units.length)
        if (spelt < cost) {
          cost = spelt
          how = How.Script
        }
      }
    }
  } else {
    const near = likeness(word, {
      form: words.form(id),
      latin: words.latin(id),
      script,
      sound: words.sound(id),
      units: words.units(id),
    })
    cost = near.cost
    how = near.how
  }
  put(id, cost, how)
}

/** Which words under a hash are looked at: all, those in Latin letters, those in others. */
const Which = { All: 0, Latin: 1, Native: 2 } as const
type Which = (typeof Which)[keyof typeof Which]

function visit(words: Words, hash: number, word: Spoken, own: number, which: Which): void {
  const length = words.under(hash, bucket, 0)
  for (let i = 0; i < length; i++) {
    const id = bucket[i]!
    if (which !== Which.All && (words.script(id) === Script.Latin) !== (which === Which.Latin)) continue
    consider(words, word, own, id)
  }
}

function visitVariants(words: Words, form: string): void {
  for (const variant of variantsOf(form)) {
    const cost = variant.kind === 'nickname' ? 330 : 130
    const how = variant.kind === 'nickname' ? How.Nickname : How.Spelling
    const native = variant.form.charCodeAt(0) > 127
    const length = words.under(hashText(variant.form, native ? Salt.Form : Salt.Less), bucket, 0)
    for (let i = 0; i < length; i++) if (words.form(bucket[i]!) === variant.form) put(bucket[i]!, cost, how)
  }
}

function visitWithoutPrefix(words: Words, latin: string): void {
  for (const prefix of affixes) {
    if (latin.length - prefix.length < 3 || !latin.startsWith(prefix)) continue
    const rest = latin.slice(prefix.length)
    const length = words.under(hashText(rest, Salt.Less), bucket, 0)
    for (let i = 0; i < length; i++) if (words.latin(bucket[i]!) === rest) put(bucket[i]!, 150, How.Prefix)
  }
}

function visitClasses(words: Words, word: Spoken, own: number): void {
  if (word.script === Script.Latin) {
    const key = soundKey(word.latin)
    if (key.length < 2) return
    visit(words, hashText(key, Salt.Class), word, own, Which.Native)
    if (key.length >= 4)
      for (let i = 0; i < key.length; i++)
        visit(words, hashText(key.slice(0, i) + key.slice(i + 1), Salt.Class), word, own, Which.Native)
  } else if (hasSounds(word.script)) {
    const key = nativeKey(word.latin, word.script)
    if (key.length >= 3) visit(words, hashText(key, Salt.ClassLatin), word, own, Which.Latin)
  }
}

/**
 * @param narrow only the word itself, its sound and words with one letter more: for words joined by us
 */
export function expand(words: Words, nameCount: number, word: Spoken, narrow: boolean): Expansion {
  start(words)
  const { form, latin, sound, script } = word
  const own = latinCost(latin)
  if (script !== Script.Latin) visit(words, hashText(form, Salt.Form), word, own, Which.All)
  if (latin !== '') {
    visit(words, hashText(latin, Salt.Less), word, own, Which.All)
    if (sound !== latin) visit(words, hashText(sound, Salt.Less), word, own, Which.All)
    if (!narrow) {
      if (latin.length >= 3 && latin.length <= 24)
        eachLess(latin, hash => {
          visit(words, hash, word, own, Which.All)
        })
      const skeleton = bones(sound)
      if (skeleton.length >= 2) visit(words, hashText(skeleton, Salt.Bones), word, own, Which.All)
      visitClasses(words, word, own)
      visitVariants(words, form)
      if (script === Script.Latin) visitWithoutPrefix(words, latin)
    }
  }
  return weigh(words, nameCount, word)
}

/** A word cut short by its field: every word of the list that begins so, all equally near. */
export function expandHead(words: Words, nameCount: number, word: Spoken): Expansion {
  start(words)
  const { latin } = word
  for (const hash of [hashText(latin.slice(0, 3), Salt.Head), hashText(latin, Salt.Less)]) {
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

/** Turns what was found into gains: the nearer and the rarer a word and all words nearer than it, the more. */
function weigh(words: Words, nameCount: number, word: Spoken): Expansion {
  order.length = 0
  for (let i = 0; i < found; i++) {
    place[foundIds[i]!] = 0
    if (foundCosts[i]! < none) order.push(i)
  }
  order.sort((a, b) => foundCosts[a]! - foundCosts[b]!)
  const kept = Math.min(order.length, mostWords)
  const ids = new Uint32Array(kept)
  const gains = new Int16Array(kept)
  const hows = new Uint8Array(kept)
  let borne = priorNames * Math.exp(-telling(word.latin, word.form))
  let best = 0
  let used = 0
  let last = -1
  let rarity = 0
  for (let i = 0; i < kept; i++) {
    const at = order[i]!
    const cost = foundCosts[at]!
    if (cost !== last) {
      // all words as near as this one count, also those that come after it in the order
      for (let j = i; j < order.length && foundCosts[order[j]!] === cost; j++)
        borne += words.names(foundIds[order[j]!]!)
      rarity = Math.log((nameCount + priorNames) / borne) * 100
      last = cost
    }
    const gain = Math.min(namePoints.most, Math.round(rarity - cost))
    if (gain <= 30) continue
    ids[used] = foundIds[at]!
    gains[used] = gain
    hows[used] = foundHows[at]!
    used++
    if (gain > best) best = gain
  }
  return {
    word,
    ids: ids.slice(0, used),
    gains: gains.slice(0, used),
    hows: hows.slice(0, used),
    best,
    alone: Math.min(namePoints.most, Math.log((nameCount + priorNames) / borne) * 100),
  }
}

/** Remembers expansions, two generations of them: what was not asked for in one generation is forgotten. */
export class Expansions {
  private young = new Map<string, Expansion>()
  private old = new Map<string, Expansion>()
  private readonly limit: number
  private readonly words: Words
  private readonly nameCount: () => number

  constructor(words: Words, nameCount: () => number, limit: number) {
    this.words = words
    this.nameCount = nameCount
    this.limit = limit
  }

  /** The words that begin with a word that was cut short. */
  headed(latin: string): Expansion {
    return this.kept(`>${latin}`, () =>
      expandHead(this.words, this.nameCount(), spoken(latin, latin, Script.Latin)),
    )
  }

  of(form: string, latin: string, script: Script, narrow: boolean): Expansion {
    return this.kept(narrow ? `+${form}` : form, () =>
      expand(
        this.words,
        this.nameCount(),
        narrow && script === Script.Latin
          ? { form, latin, script, sound: soundForm(latin), units: [] }
          : spoken(form, latin, script),
        narrow,
      ),
    )
  }

  private kept(key: string, make: () => Expansion): Expansion {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const made = this.old.get(key) ?? make()
    this.young.set(key, made)
    if (this.young.size > this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    return made
  }

  forget(): void {
    this.young.clear()
    this.old.clear()
  }
}
