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
  latinLength(id: number): number
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
  private readonly columns: VocabularyColumns
  private readonly latins: (string | undefined)[] = []
  private readonly sounds: (string | undefined)[] = []

  constructor(columns: VocabularyColumns) {
    this.columns = columns
    this.count = columns.script.length
    this.latins = Array.from({ length: this.count })
    this.sounds = Array.from({ length: this.count })
  }

  latin(id: number): string {
    const known = this.latins[id]
    if (known !== undefined) return known
    const { latin, latinAt } = this.columns
    const made = ascii(latin, latinAt[id] ?? 0, latinAt[id + 1] ?? 0)
    this.latins[id] = made
    return made
  }

  sound(id: number): string {
    const known = this.sounds[id]
    if (known !== undefined) return known
    const { sound, soundAt } = this.columns
    const made = ascii(sound, soundAt[id] ?? 0, soundAt[id + 1] ?? 0)
    this.sounds[id] = made
    return made
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

  latinLength(id: number): number {
    const { latinAt } = this.columns
    return (latinAt[id + 1] ?? 0) - (latinAt[id] ?? 0)
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

/** Words that grow while the list is in use. */
export class FreshWords implements Words {
  private readonly ids = new Map<string, number>()
  private readonly list: FreshWord[] = []
  private readonly keys = new Map<number, number[]>()

  get count(): number {
    return this.list.length
  }

  /** The number of a word, a new one where it was not there; counts one more name that bears it. */
  take(form: string, latin: string, script: Script): number {
    let id = this.ids.get(form)
    if (id === undefined) {
      id = this.list.length
      const own = id
      this.ids.set(form, own)
      const sound = soundForm(latin)
      const units = script !== Script.Latin && hasSounds(script) ? unitNumbers(form, script) : []
      this.list.push({ form, latin, sound, script, units, names: 0 })
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
  latinLength(id: number): number {
    return this.list[id]?.latin.length ?? 0
  }
  under(hash: number, into: Uint32Array, from: number): number {
    let to = from
    for (const id of this.keys.get(hash) ?? []) if (to < into.length) into[to++] = id
    return to
  }
}
