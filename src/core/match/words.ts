// The words of a list seen through one face, whether they are frozen into shared columns or were added a moment ago.
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, unitNumbers } from '#core/names/sound-cost.ts'
import { liftSteps } from './origins.ts'
import type { VocabularyColumns } from './vocabulary.ts'
import {
  bones,
  checkMask,
  eachKey,
  Field,
  fields,
  latinLengthOf,
  pack,
  scriptOfPacked,
  soundLengthOf,
  writeLetters,
} from './vocabulary.ts'

export interface Words {
  readonly count: number
  /** five numbers a word and the letters they point at, see vocabulary.ts */
  readonly record: Uint32Array
  readonly letters: Uint8Array
  latin(id: number): string
  /** Whether the Latin form of a word is this piece of a text. */
  isLatin(id: number, text: string, from: number, to: number): boolean
  sound(id: number): string
  form(id: number): string
  script(id: number): Script
  units(id: number): ArrayLike<number>
  /** the units of all words, and where those of one begin; they end where those of the next begin */
  readonly allUnits: Uint16Array
  readonly unitsAt: Uint32Array
  names(id: number): number
  /** how much of what the word tells its origin tells already, hundredths of a nat, see origins.ts; 0 where it is not known */
  lift(id: number): number
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

function latinOf(record: Uint32Array, letters: Uint8Array, id: number): string {
  const from = record[id * fields + Field.At] ?? 0
  return ascii(letters, from, from + latinLengthOf(record[id * fields + Field.Packed] ?? 0))
}

function isLatinOf(
  record: Uint32Array,
  letters: Uint8Array,
  id: number,
  text: string,
  from: number,
  to: number,
): boolean {
  if (latinLengthOf(record[id * fields + Field.Packed]!) !== to - from) return false
  const at = record[id * fields + Field.At]! - from
  for (let i = from; i < to; i++) if (letters[at + i] !== text.charCodeAt(i)) return false
  return true
}

function soundOf(record: Uint32Array, letters: Uint8Array, id: number): string {
  const packed = record[id * fields + Field.Packed] ?? 0
  const from = (record[id * fields + Field.At] ?? 0) + latinLengthOf(packed)
  return ascii(letters, from, from + soundLengthOf(packed))
}

export class FrozenWords implements Words {
  readonly count: number
  readonly record: Uint32Array
  readonly letters: Uint8Array
  readonly allUnits: Uint16Array
  readonly unitsAt: Uint32Array
  private readonly columns: VocabularyColumns
  private readonly lifts: Uint8Array

  constructor(columns: VocabularyColumns, lifts: Uint8Array) {
    this.lifts = lifts
    this.allUnits = columns.units
    this.unitsAt = columns.unitsAt
    this.columns = columns
    this.record = columns.record
    this.letters = columns.letters
    this.count = columns.record.length / fields - 1
  }

  latin(id: number): string {
    return latinOf(this.record, this.letters, id)
  }

  isLatin(id: number, text: string, from: number, to: number): boolean {
    return isLatinOf(this.record, this.letters, id, text, from, to)
  }

  sound(id: number): string {
    return soundOf(this.record, this.letters, id)
  }

  form(id: number): string {
    const { form, formAt } = this.columns
    if (this.script(id) === Script.Latin) return this.latin(id)
    return decoder.decode(form.slice(formAt[id] ?? 0, formAt[id + 1] ?? 0))
  }

  script(id: number): Script {
    return scriptOfPacked(this.record[id * fields + Field.Packed] ?? 0)
  }

  units(id: number): ArrayLike<number> {
    const { units, unitsAt } = this.columns
    return units.subarray(unitsAt[id] ?? 0, unitsAt[id + 1] ?? 0)
  }

  names(id: number): number {
    return this.record[id * fields + Field.Names] ?? 0
  }

  lift(id: number): number {
    return (this.lifts[id]! * 100) / liftSteps
  }

  latinLength(id: number): number {
    return latinLengthOf(this.record[id * fields + Field.Packed] ?? 0)
  }

  under(hash: number, into: Uint32Array, from: number): number {
    const { bucket, bucketAt } = this.columns
    const at = hash & (bucketAt.length - 2)
    let to = from
    const end = bucketAt[at + 1] ?? 0
    for (let i = bucketAt[at]!; i < end && to < into.length; i++) {
      const entry = bucket[i]!
      if (((entry ^ hash) & checkMask) === 0) into[to++] = entry & ~checkMask
    }
    return to
  }
}

/** Words that come in one after another. */
export class FreshWords implements Words {
  record: Uint32Array = new Uint32Array(fields * 256)
  letters: Uint8Array = new Uint8Array(4096)
  allUnits = new Uint16Array(256)
  unitsAt = new Uint32Array(257)
  private written = 0
  private readonly forms: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly keys = new Map<number, number[]>()

  get count(): number {
    return this.forms.length
  }

  /** The number of a word, which is entered where it is new. */
  take(form: string, latin: string, script: Script): number {
    let id = this.ids.get(form)
    if (id === undefined) {
      id = this.forms.length
      const own = id
      this.ids.set(form, own)
      const sound = soundForm(latin)
      const units = script !== Script.Latin && hasSounds(script) ? unitNumbers(form, script) : []
      this.forms.push(form)
      const skeleton = bones(sound)
      this.write(own, form, latin, sound, skeleton, script)
      this.writeUnits(own, units)
      eachKey(form, latin, sound, skeleton, script, hash => {
        const bucket = this.keys.get(hash)
        if (bucket === undefined) this.keys.set(hash, [own])
        else bucket.push(own)
      })
    }
    this.record[id * fields + Field.Names] = (this.record[id * fields + Field.Names] ?? 0) + 1
    return id
  }

  private write(
    id: number,
    form: string,
    latin: string,
    sound: string,
    skeleton: string,
    script: Script,
  ): void {
    if ((id + 2) * fields > this.record.length) {
      const record = new Uint32Array(this.record.length * 2)
      record.set(this.record)
      this.record = record
    }
    if (this.written + latin.length + sound.length > this.letters.length) {
      const letters = new Uint8Array(this.letters.length * 2 + latin.length + sound.length)
      letters.set(this.letters)
      this.letters = letters
    }
    this.record[id * fields + Field.At] = this.written
    this.record[id * fields + Field.Packed] = pack(form, latin, sound, skeleton, script)
    this.written = writeLetters(this.letters, this.written, latin, sound)
  }

  private writeUnits(id: number, units: readonly number[]): void {
    const from = this.unitsAt[id]!
    if (id + 2 >= this.unitsAt.length) {
      const unitsAt = new Uint32Array(this.unitsAt.length * 2)
      unitsAt.set(this.unitsAt)
      this.unitsAt = unitsAt
    }
    if (from + units.length > this.allUnits.length) {
      const wider = new Uint16Array(this.allUnits.length * 2 + units.length)
      wider.set(this.allUnits)
      this.allUnits = wider
    }
    this.allUnits.set(units, from)
    this.unitsAt[id + 1] = from + units.length
  }

  latin(id: number): string {
    return latinOf(this.record, this.letters, id)
  }
  isLatin(id: number, text: string, from: number, to: number): boolean {
    return isLatinOf(this.record, this.letters, id, text, from, to)
  }
  sound(id: number): string {
    return soundOf(this.record, this.letters, id)
  }
  form(id: number): string {
    return this.forms[id] ?? ''
  }
  script(id: number): Script {
    return scriptOfPacked(this.record[id * fields + Field.Packed] ?? 0)
  }
  units(id: number): ArrayLike<number> {
    return this.allUnits.subarray(this.unitsAt[id], this.unitsAt[id + 1])
  }
  names(id: number): number {
    return this.record[id * fields + Field.Names] ?? 0
  }
  lift(): number {
    return 0
  }

  latinLength(id: number): number {
    return latinLengthOf(this.record[id * fields + Field.Packed] ?? 0)
  }
  under(hash: number, into: Uint32Array, from: number): number {
    let to = from
    for (const id of this.keys.get(hash) ?? []) if (to < into.length) into[to++] = id
    return to
  }
}
