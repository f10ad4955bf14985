// The words of a list seen through one face, whether they are frozen into shared columns or were added a moment ago.
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, unitNumbers } from '#core/names/sound-cost.ts'
import type { VocabularyColumns } from './vocabulary.ts'
import { eachKey } from './vocabulary.ts'

export interface Words {
  readonly count: number
  latin(id: number): string
  sound(id: number): string
  form(id: number): string
  script(id: number): Script
  units(id: number): ArrayLike<number>
  names(id: number): number
  /** Where the word's alerts begin among all postings; `id + 1` says where they end. */
  postAt(id: number): number
  /** Where those of its alerts begin that have a date of birth. */
  datedAt(id: number): number
  /** The bit that stands for the word in postings. */
  bit(id: number): number
  latinLength(id: number): number
  /** The Latin forms one after another, where each begins, and the same of the sounds. */
  readonly latinAt: Uint32Array
  readonly latinLetters: Uint8Array
  readonly soundAt: Uint32Array
  readonly soundLetters: Uint8Array
  /** Puts the words that stand under a hash into `into` from `from` on; the new length. */
  under(hash: number, into: Uint32Array, from: number): number
}

const decoder = new TextDecoder()

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let out = ''
  for (let i = from; i < to; i++) out += String.fromCharCode(bytes[i] ?? 0)
  return out
}

export class FrozenWords implements Words {
  readonly count: number
  readonly latinAt: Uint32Array
  readonly latinLetters: Uint8Array
  readonly soundAt: Uint32Array
  readonly soundLetters: Uint8Array
  private readonly columns: VocabularyColumns

  private readonly posts: Uint32Array
  private readonly pairs: Uint32Array
  private readonly undated: number

  /** @param posts @param pairs postAt and post of the alerts @param undated how many alerts have no date of birth */
  constructor(columns: VocabularyColumns, posts: Uint32Array, pairs: Uint32Array, undated: number) {
    this.columns = columns
    this.posts = posts
    this.pairs = pairs
    this.undated = undated
    this.count = columns.script.length
    this.latinAt = columns.latinAt
    this.latinLetters = columns.latin
    this.soundAt = columns.soundAt
    this.soundLetters = columns.sound
  }

  latin(id: number): string {
    return ascii(this.latinLetters, this.latinAt[id] ?? 0, this.latinAt[id + 1] ?? 0)
  }

  sound(id: number): string {
    return ascii(this.soundLetters, this.soundAt[id] ?? 0, this.soundAt[id + 1] ?? 0)
  }

  form(id: number): string {
    const { form, formAt, script } = this.columns
    if (script[id] === Script.Latin) return this.latin(id)
    return decoder.decode(form.slice(formAt[id] ?? 0, formAt[id + 1] ?? 0))
  }

  script(id: number): Script {
    return (this.columns.script[id] ?? 0) as Script
  }

  units(id: number): ArrayLike<number> {
    const { units, unitsAt } = this.columns
    return units.subarray(unitsAt[id] ?? 0, unitsAt[id + 1] ?? 0)
  }

  names(id: number): number {
    return this.columns.names[id] ?? 0
  }

  postAt(id: number): number {
    return this.posts[id] ?? 0
  }

  datedAt(id: number): number {
    let low = this.posts[id] ?? 0
    let high = this.posts[id + 1] ?? 0
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.pairs[middle * 2] ?? 0) < this.undated) low = middle + 1
      else high = middle
    }
    return low
  }

  bit(id: number): number {
    return this.columns.bit[id] ?? 0
  }

  latinLength(id: number): number {
    return (this.latinAt[id + 1] ?? 0) - (this.latinAt[id] ?? 0)
  }

  under(hash: number, into: Uint32Array, from: number): number {
    const { bucket, bucketAt } = this.columns
    const at = hash & (bucketAt.length - 2)
    let to = from
    const end = bucketAt[at + 1] ?? 0
    for (let i = bucketAt[at] ?? 0; i < end && to < into.length; i++) into[to++] = bucket[i] ?? 0
    return to
  }
}

type FreshWord = {
  form: string
  latin: string
  sound: string
  script: Script
  units: ArrayLike<number>
  names: number
}

/** Words that come in one after another. */
export class FreshWords implements Words {
  latinAt: Uint32Array = new Uint32Array(257)
  latinLetters: Uint8Array = new Uint8Array(2048)
  soundAt: Uint32Array = new Uint32Array(257)
  soundLetters: Uint8Array = new Uint8Array(2048)
  private readonly list: FreshWord[] = []
  private readonly ids = new Map<string, number>()
  private readonly keys = new Map<number, number[]>()

  get count(): number {
    return this.list.length
  }

  private write(at: Uint32Array, letters: Uint8Array, text: string, id: number): [Uint32Array, Uint8Array] {
    let starts = at
    let bytes = letters
    if (id + 1 >= starts.length) {
      starts = new Uint32Array(at.length * 2)
      starts.set(at)
    }
    const from = starts[id] ?? 0
    if (from + text.length > bytes.length) {
      bytes = new Uint8Array(bytes.length * 2 + text.length)
      bytes.set(letters)
    }
    for (let i = 0; i < text.length; i++) bytes[from + i] = text.charCodeAt(i)
    starts[id + 1] = from + text.length
    return [starts, bytes]
  }

  /** The number of a word, which is entered where it is new. */
  take(form: string, latin: string, script: Script): number {
    let id = this.ids.get(form)
    if (id === undefined) {
      id = this.list.length
      const own = id
      this.ids.set(form, own)
      const sound = soundForm(latin)
      const units = script !== Script.Latin && hasSounds(script) ? unitNumbers(form, script) : []
      this.list.push({ form, latin, sound, script, units, names: 0 })
      ;[this.latinAt, this.latinLetters] = this.write(this.latinAt, this.latinLetters, latin, own)
      ;[this.soundAt, this.soundLetters] = this.write(this.soundAt, this.soundLetters, sound, own)
      eachKey(form, latin, sound, script, hash => {
        const bucket = this.keys.get(hash)
        if (bucket === undefined) this.keys.set(hash, [own])
        else bucket.push(own)
      })
    }
    const word = this.list[id]
    if (word !== undefined) word.names++
    return id
  }

  latin(id: number): string {
    return this.list[id]?.latin ?? ''
  }
  sound(id: number): string {
    return this.list[id]?.sound ?? ''
  }
  form(id: number): string {
    return this.list[id]?.form ?? ''
  }
  script(id: number): Script {
    return this.list[id]?.script ?? Script.Other
  }
  units(id: number): ArrayLike<number> {
    return this.list[id]?.units ?? []
  }
  names(id: number): number {
    return this.list[id]?.names ?? 0
  }
  postAt(_id: number): number {
    return 0
  }
  datedAt(_id: number): number {
    return 0
  }
  bit(_id: number): number {
    return 0
  }
  latinLength(id: number): number {
    return this.list[id]?.latin.length ?? 0
  }
  under(hash: number, into: Uint32Array, from: number): number {
    let to = from
    for (const id of this.keys.get(hash) ?? []) if (to < into.length) into[to++] = id
    return to
  }
}
