// Every distinct word of all alert names once, over typed arrays that threads share, with one table of keys under which
// words that may be one are found again: the word itself, the word less one letter (Garbe's symmetric delete), its sound
// without vowels, and for words in other scripts the classes of their consonants.
import { soundForm, soundKey } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, unitNumbers } from '#core/names/sound-cost.ts'
import { hashText } from './records.ts'

export const Salt = { Form: 1, Less: 2, Bones: 3, Class: 4, ClassLatin: 5, Head: 6, Bit: 7 } as const

/** The consonants of a sound form: what is left when vowels and breath are taken away. */
export function bones(sound: string): string {
  let out = ''
  let last = ''
  for (let i = 0; i < sound.length; i++) {
    let letter = sound.charAt(i)
    if ('aeiouhy'.includes(letter)) continue
    if (letter === 'z') letter = 's'
    else if (letter === 'v') letter = 'f'
    if (letter !== last) out += letter
    last = letter
  }
  return out
}

/** Consonant classes of a word of another script; the Hebrew vav is a vowel as often as not. */
export function nativeKey(latin: string, script: Script): string {
  return soundKey(script === Script.Hebrew ? latin.replaceAll('v', '') : latin)
}

/** Calls `found` with the hash of every key a word stands under. */
export function eachKey(
  form: string,
  latin: string,
  sound: string,
  script: Script,
  found: (hash: number) => void,
): void {
  if (script !== Script.Latin) found(hashText(form, Salt.Form))
  if (latin === '') return
  found(hashText(latin, Salt.Less))
  if (sound !== latin) found(hashText(sound, Salt.Less))
  if (latin.length >= 3 && latin.length <= 24) eachLess(latin, found)
  const skeleton = bones(sound)
  if (skeleton.length >= 2) found(hashText(skeleton, Salt.Bones))
  if (latin.length > 3) found(hashText(latin.slice(0, 3), Salt.Head))
  if (latin.length > 5 && (latin.startsWith('al') || latin.startsWith('el'))) {
    found(hashText(latin.slice(2), Salt.Less))
    found(hashText(soundForm(latin.slice(2)), Salt.Less))
  }
  if (script !== Script.Latin) {
    if (!hasSounds(script)) return
    if (script >= Script.Han && form.length < 3) return
    const key = nativeKey(latin, script)
    if (key.length >= 2) found(hashText(key, Salt.Class))
  } else {
    const key = soundKey(latin)
    if (key.length >= 3) found(hashText(key, Salt.ClassLatin))
  }
}

/** Hashes of the word with one letter left out; the hash of the rest is built without building the rest. */
export function eachLess(word: string, found: (hash: number) => void): void {
  let last = -1
  for (let skip = 0; skip < word.length; skip++) {
    if (word.charCodeAt(skip) === last) continue
    last = word.charCodeAt(skip)
    let hash = 0x811c9dc5 ^ Salt.Less
    for (let i = 0; i < word.length; i++)
      if (i !== skip) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x2c1b3c6d)
    hash ^= hash >>> 12
    found(hash >>> 0)
  }
}

/** The frozen vocabulary: plain typed arrays, so that it can be shared, written out and read back. */
export type VocabularyColumns = {
  latinAt: Uint32Array
  latin: Uint8Array
  soundAt: Uint32Array
  sound: Uint8Array
  formAt: Uint32Array
  form: Uint8Array
  unitsAt: Uint32Array
  units: Uint16Array
  script: Uint8Array
  /** in how many names the word stands */
  names: Uint32Array
  /** one of 32 bits for each word, the same for words of the same consonants */
  bit: Uint8Array
  bucketAt: Uint32Array
  bucket: Uint32Array
}

export type WordEntry = { form: string; latin: string; script: Script }

const encoder = new TextEncoder()

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(Math.max(8, bytes))
}

function blob(texts: readonly string[]): { at: Uint32Array; bytes: Uint8Array } {
  const at = new Uint32Array(shared((texts.length + 1) * 4))
  let size = 0
  for (let i = 0; i < texts.length; i++) {
    at[i] = size
    const text = texts[i] ?? ''
    let plain = true
    for (let j = 0; j < text.length; j++) if (text.charCodeAt(j) > 127) plain = false
    size += plain ? text.length : encoder.encode(text).length
  }
  at[texts.length] = size
  const bytes = new Uint8Array(shared(size))
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? ''
    const from = at[i] ?? 0
    const length = (at[i + 1] ?? 0) - from
    if (length === text.length) for (let j = 0; j < length; j++) bytes[from + j] = text.charCodeAt(j)
    else bytes.set(encoder.encode(text), from)
  }
  return { at, bytes }
}

/** Freezes the words collected while building. */
export function freezeVocabulary(words: readonly WordEntry[], names: Uint32Array): VocabularyColumns {
  const count = words.length
  const sounds = words.map(word => soundForm(word.latin))
  const script = new Uint8Array(shared(count))
  const bit = new Uint8Array(shared(count))
  const unitsAt = new Uint32Array(shared((count + 1) * 4))
  const unitList: number[] = []
  let hashes = new Uint32Array(count * 12 + 64)
  let owners = new Uint32Array(hashes.length)
  let entries = 0
  const buckets = 1 << Math.max(8, Math.min(22, Math.ceil(Math.log2(count * 8 + 1))))
  const mask = buckets - 1
  const sizes = new Uint32Array(buckets + 1)
  for (let id = 0; id < count; id++) {
    const word = words[id]
    if (word === undefined) continue
    script[id] = word.script
    bit[id] = hashText(bones(sounds[id] ?? ''), Salt.Bit) & 31
    unitsAt[id] = unitList.length
    if (word.script !== Script.Latin && hasSounds(word.script))
      for (const unit of unitNumbers(word.form, word.script)) unitList.push(unit)
    if (entries + 64 > hashes.length) {
      const wider = new Uint32Array(hashes.length * 2)
      wider.set(hashes)
      hashes = wider
      const more = new Uint32Array(owners.length * 2)
      more.set(owners)
      owners = more
    }
    eachKey(word.form, word.latin, sounds[id] ?? '', word.script, hash => {
      const at = hash & mask
      hashes[entries] = at
      owners[entries] = id
      sizes[at] = (sizes[at] ?? 0) + 1
      entries++
    })
  }
  unitsAt[count] = unitList.length
  const bucketAt = new Uint32Array(shared((buckets + 1) * 4))
  let sum = 0
  for (let i = 0; i < buckets; i++) {
    bucketAt[i] = sum
    sum += sizes[i] ?? 0
    sizes[i] = bucketAt[i] ?? 0
  }
  bucketAt[buckets] = sum
  const bucket = new Uint32Array(shared(sum * 4))
  for (let i = 0; i < entries; i++) {
    const at = hashes[i] ?? 0
    const place = sizes[at] ?? 0
    bucket[place] = owners[i] ?? 0
    sizes[at] = place + 1
  }
  const latin = blob(words.map(word => word.latin))
  const sound = blob(sounds)
  const form = blob(words.map(word => (word.script === Script.Latin ? '' : word.form)))
  const units = new Uint16Array(shared(unitList.length * 2))
  units.set(unitList)
  const kept = new Uint32Array(shared(count * 4))
  kept.set(names.subarray(0, count))
  return {
    latinAt: latin.at,
    latin: latin.bytes,
    soundAt: sound.at,
    sound: sound.bytes,
    formAt: form.at,
    form: form.bytes,
    unitsAt,
    units,
    script,
    names: kept,
    bit,
    bucketAt,
    bucket,
  }
}
