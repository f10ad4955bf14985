// One word of a passenger's name against all words of a list: which of them may be the same word, how, and how many
// names of the list bear a word at least as near. The answer depends on the list only, so it is remembered.
import { soundForm, soundKey } from '#core/names/phonetic.ts'
import { prefixes } from '#core/names/word-classes.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import { telling } from './compare.ts'
import type { Spoken } from './likeness.ts'
import { How, likeness, none, spoken } from './likeness.ts'
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
const found = new Uint32Array(4096)
const found2 = new Map<number, { cost: number; how: How }>()
const mostWords = 400

const affixes = prefixes.filter(prefix => prefix.length > 1)

function visit(words: Words, hash: number, take: (id: number) => void): void {
  const length = words.under(hash, found, 0)
  for (let i = 0; i < length; i++) take(found[i] ?? 0)
}

/**
 * @param narrow only the word itself, its sound and words with one letter more: for words joined by us
 */
export function expand(words: Words, nameCount: number, word: Spoken, narrow: boolean): Expansion {
  found2.clear()
  const { form, latin, sound, script } = word
  const length = latin.length
  const consider = (id: number): void => {
    if (found2.has(id)) return
    const other = words.latinLength(id)
    if (script === Script.Latin && Math.abs(other - length) > 3 && words.script(id) === Script.Latin) return
    const near = likeness(word, {
      form: words.form(id),
      latin: words.latin(id),
      script: words.script(id),
      sound: words.sound(id),
      units: words.units(id),
    })
    if (near.cost < none) found2.set(id, { cost: near.cost, how: near.how })
  }
  if (script !== Script.Latin) visit(words, hashText(form, Salt.Form), consider)
  if (latin !== '') {
    visit(words, hashText(latin, Salt.Less), consider)
    if (sound !== latin) visit(words, hashText(sound, Salt.Less), consider)
  }
  if (!narrow && latin !== '') {
    if (length >= 3 && length <= 24) eachLess(latin, hash => visit(words, hash, consider))
    const skeleton = bones(sound)
    if (skeleton.length >= 2) visit(words, hashText(skeleton, Salt.Bones), consider)
    if (script === Script.Latin) {
      const key = soundKey(latin)
      if (key.length >= 2) {
        visit(words, hashText(key, Salt.Class), id => {
          if (words.script(id) !== Script.Latin) consider(id)
        })
        if (key.length >= 4)
          for (let i = 0; i < key.length; i++)
            visit(words, hashText(key.slice(0, i) + key.slice(i + 1), Salt.Class), id => {
              if (words.script(id) !== Script.Latin) consider(id)
            })
      }
    } else if (hasSounds(script)) {
      const key = nativeKey(latin, script)
      if (key.length >= 3)
        visit(words, hashText(key, Salt.ClassLatin), id => {
          if (words.script(id) === Script.Latin) consider(id)
        })
    }
    for (const variant of variantsOf(form)) {
      const cost = variant.kind === 'nickname' ? 330 : 130
      const how = variant.kind === 'nickname' ? How.Nickname : How.Spelling
      const native = variant.form.charCodeAt(0) > 127
      visit(words, hashText(variant.form, native ? Salt.Form : Salt.Less), id => {
        if (words.form(id) === variant.form && (found2.get(id)?.cost ?? none) > cost)
          found2.set(id, { cost, how })
      })
    }
    if (script === Script.Latin)
      for (const prefix of affixes) {
        if (length - prefix.length >= 3 && latin.startsWith(prefix)) {
          const rest = latin.slice(prefix.length)
          visit(words, hashText(rest, Salt.Less), id => {
            if (words.latin(id) === rest && (found2.get(id)?.cost ?? none) > 150)
              found2.set(id, { cost: 150, how: How.Prefix })
          })
        }
      }
  }
  return weigh(words, nameCount, word)
}

/** A word cut short by its field: every word of the list that begins so, all equally near. */
export function expandHead(words: Words, nameCount: number, word: Spoken): Expansion {
  found2.clear()
  const { latin } = word
  if (latin.length >= 3)
    visit(words, hashText(latin.slice(0, 3), Salt.Head), id => {
      if (words.latin(id).startsWith(latin)) found2.set(id, { cost: words.latin(id) === latin ? 0 : 40, how: How.Prefix })
    })
  visit(words, hashText(latin, Salt.Less), id => {
    if (words.latin(id) === latin) found2.set(id, { cost: 0, how: How.Same })
  })
  return weigh(words, nameCount, word)
}

/** Turns what was found into gains: the nearer and the rarer a word and all words nearer than it, the more. */
function weigh(words: Words, nameCount: number, word: Spoken): Expansion {
  const entries = Array.from(found2, ([id, { cost, how }]) => ({ id, cost, how })).sort(
    (a, b) => a.cost - b.cost,
  )
  const tell = telling(word.latin, word.form)
  const prior = priorNames * Math.exp(-tell)
  const kept = Math.min(entries.length, mostWords)
  const ids = new Uint32Array(kept)
  const gains = new Int16Array(kept)
  const hows = new Uint8Array(kept)
  let borne = prior
  let best = 0
  let used = 0
  for (let i = 0; i < kept; i++) {
    const entry = entries[i]
    if (entry === undefined) break
    // all words as near as this one count, also those that come after it in the order
    if (i === 0 || entry.cost !== entries[i - 1]?.cost)
      for (let j = i; j < entries.length && entries[j]?.cost === entry.cost; j++)
        borne += words.names(entries[j]?.id ?? 0)
    const rarity = Math.log((nameCount + priorNames) / borne) * 100
    const gain = Math.min(namePoints.most, Math.round(rarity - entry.cost))
    if (gain <= 30) continue
    ids[used] = entry.id
    gains[used] = gain
    hows[used] = entry.how
    used++
    if (gain > best) best = gain
  }
  return {
    word,
    ids: ids.subarray(0, used),
    gains: gains.subarray(0, used),
    hows: hows.subarray(0, used),
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
    return this.kept(`>${latin}`, () => expandHead(this.words, this.nameCount(), spoken(latin, latin, Script.Latin)))
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
