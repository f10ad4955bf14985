// Every distinct word of all alert names once, over typed arrays that threads share, with one table of keys under which
// words that may be one are found again: the word itself, the word less one letter (Garbe's symmetric delete), its sound
// without vowels, and for words in other scripts the classes of their consonants.
import { isInitial } from '#core/names/parts.ts'
import { soundForm, soundKey } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { hasSounds, unitNumbers } from '#core/names/sound-cost.ts'
import { Growing } from './growing.ts'
import { nativeKey, nativeKeys } from './native-keys.ts'
import { finishHash, hashText } from './records.ts'

/** In a bucket: the word's number in the low 24 bits, above it as many bits of the key's hash, so that few others pass. */
export const checkMask = 0xff000000

export const Salt = { Form: 1, Less: 2, Bones: 3, Class: 4, ClassLatin: 5, Head: 6, Bit: 7 } as const

/** The consonants of a sound form: what is left when vowels and breath are taken away. */
export function bones(sound: string): string {
  let out = ''
  let last = 0
  for (let i = 0; i < sound.length; i++) {
    const code = bone[sound.charCodeAt(i) & 127]!
    if (code === 0) continue
    if (code !== last) out += String.fromCharCode(code)
    last = code
  }
  return out
}

/** For each letter of a sound the consonant it counts as; 0 for vowels and breath. */
const bone = new Uint8Array(128)
for (let code = 1; code < 128; code++) bone[code] = code
for (const letter of 'aeiouhy') bone[letter.charCodeAt(0)] = 0
bone['z'.charCodeAt(0)] = 's'.charCodeAt(0)
bone['v'.charCodeAt(0)] = 'f'.charCodeAt(0)

/** Calls `found` with the hash of every key a word stands under. */
export function eachKey(
  form: string,
  latin: string,
  sound: string,
  skeleton: string,
  script: Script,
  found: (hash: number) => void,
): void {
  if (script !== Script.Latin) found(hashText(form, Salt.Form))
  if (latin === '') return
  found(lessHash(latin))
  if (sound !== latin) found(lessHash(sound))
  if (latin.length >= 3 && latin.length <= mostLess) eachLess(latin, found)
  if (skeleton.length >= 2) found(hashText(skeleton, Salt.Bones))
  if (latin.length > 3) found(hashText(latin.slice(0, 3), Salt.Head))
  if (latin.length > 5 && (latin.startsWith('al') || latin.startsWith('el'))) {
    found(lessHash(latin, 2))
    found(lessHash(soundForm(latin.slice(2))))
  }
  if (script !== Script.Latin) {
    if (!hasSounds(script)) return
    if (script >= Script.Han && form.length < 3) return
    for (const key of nativeKeys(form, latin, script)) if (key !== '') found(hashText(key, Salt.Class))
  } else {
    const key = soundKey(latin)
    if (key.length >= 3) found(hashText(key, Salt.ClassLatin))
  }
}

const lessStart = 0x811c9dc5 ^ Salt.Less
const lessFactor = 0x9e3779b1
const mostLess = 24
const lessPowers = new Int32Array(mostLess + 1)
lessPowers[0] = 1
for (let i = 1; i <= mostLess; i++) lessPowers[i] = Math.imul(lessPowers[i - 1]!, lessFactor)

/** The key of a word as it is; a polynomial, so that leaving a letter out is two multiplications. */
export function lessHash(word: string, from = 0, to = word.length): number {
  let hash = lessStart
  for (let i = from; i < to; i++) hash = (Math.imul(hash, lessFactor) + word.charCodeAt(i)) | 0
  return finishHash(hash)
}

const rests = new Int32Array(mostLess + 2)

/** The keys of a word of at most 24 letters with one letter left out. */
export function eachLess(word: string, found: (hash: number) => void): void {
  const { length } = word
  rests[length] = 0
  for (let i = length - 1; i >= 0; i--)
    rests[i] = (Math.imul(word.charCodeAt(i), lessPowers[length - 1 - i]!) + rests[i + 1]!) | 0
  let hash = lessStart
  let last = -1
  for (let skip = 0; skip < length; skip++) {
    const code = word.charCodeAt(skip)
    if (code !== last)
      found(finishHash((Math.imul(hash, lessPowers[length - 1 - skip]!) + rests[skip + 1]!) | 0))
    last = code
    hash = (Math.imul(hash, lessFactor) + code) | 0
  }
}

/** Fields of a word's record: where its letters begin; lengths, script and bit; names; its postings. */
export const Field = { At: 0, Packed: 1, Names: 2, PostAt: 3, DatedAt: 4 } as const
export const fields = 5

/** What `Packed` holds: length of the Latin form and of the sound (which follows it), the script, one of 32 bits. */
export const latinLengthOf = (packed: number): number => packed & 0xff
export const soundLengthOf = (packed: number): number => (packed >>> 8) & 0xff
export const scriptOfPacked = (packed: number): Script => ((packed >>> 16) & 0xff) as Script
/** The bit that stands for the word in postings: the same for words of the same consonants, and for all initials. */
export const bitOfPacked = (packed: number): number => packed >>> 24

const mostLetters = 255

/** The bit of all initials. */
export const initialsBit = 31

function bitOf(form: string, skeleton: string, script: Script): number {
  return isInitial(form, script) ? initialsBit : (hashText(skeleton, Salt.Bit) >>> 1) % initialsBit
}

export function pack(form: string, latin: string, sound: string, skeleton: string, script: Script): number {
  return (
    (Math.min(mostLetters, latin.length) |
      (Math.min(mostLetters, sound.length) << 8) |
      (script << 16) |
      (bitOf(form, skeleton, script) << 24)) >>>
    0
  )
}

/** Writes the Latin form and the sound one after the other; returns the place after them. */
export function writeLetters(into: Uint8Array, from: number, latin: string, sound: string): number {
  let at = from
  for (let i = 0; i < latin.length && i < mostLetters; i++) into[at++] = Math.min(127, latin.charCodeAt(i))
  for (let i = 0; i < sound.length && i < mostLetters; i++) into[at++] = Math.min(127, sound.charCodeAt(i))
  return at
}

/** The frozen vocabulary: plain typed arrays, so that it can be shared, written out and read back. */
export type VocabularyColumns = {
  /** five numbers a word, see Field; one record more than words says where the last one ends */
  record: Uint32Array
  /** Latin form and sound of each word, ASCII */
  letters: Uint8Array
  formAt: Uint32Array
  form: Uint8Array
  unitsAt: Uint32Array
  units: Uint16Array
  bucketAt: Uint32Array
  bucket: Uint32Array
}

export type WordEntry = { form: string; latin: string; script: Script }

const encoder = new TextEncoder()

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(Math.max(8, bytes))
}

const groupBits = 19

/** Words that are looked at together stand together: those of the same consonants, apart in Latin and other letters. */
function groupOf(latin: string, skeleton: string, script: Script): number {
  const own =
    script === Script.Latin || !hasSounds(script)
      ? hashText(skeleton, Salt.Bones)
      : hashText(nativeKey(latin, script), Salt.Class)
  return (own >>> (32 - groupBits)) | (script === Script.Latin ? 0 : 1 << groupBits)
}

/** The words collected while building, brought into the order in which they are numbered from then on. */
export class OrderedWords {
  readonly words: readonly WordEntry[]
  /** the number of each word as it was collected → its number from now on, and back */
  readonly rank: Uint32Array
  readonly order: Uint32Array
  /** sound and consonants of each word by the number as it was collected */
  readonly sounds: string[] = []
  readonly skeletons: string[] = []
  /** the bit that stands for each word in postings, by its number from now on */
  readonly bits: Uint8Array
  /** the number from now on of the empty word, -1 where there is none */
  readonly empty: number

  constructor(words: readonly WordEntry[]) {
    this.words = words
    const count = words.length
    const groups = new Uint32Array(count)
    const sizes = new Uint32Array((2 << groupBits) + 1)
    for (let id = 0; id < count; id++) {
      const { latin, script } = words[id]!
      const sound = soundForm(latin)
      const skeleton = bones(sound)
      this.sounds.push(sound)
      this.skeletons.push(skeleton)
      const group = groupOf(latin, skeleton, script)
      groups[id] = group
      sizes[group + 1] = sizes[group + 1]! + 1
    }
    for (let group = 1; group < sizes.length; group++) sizes[group] = sizes[group]! + sizes[group - 1]!
    this.rank = new Uint32Array(count)
    this.order = new Uint32Array(count)
    this.bits = new Uint8Array(count)
    let empty = -1
    for (let id = 0; id < count; id++) {
      const at = sizes[groups[id]!]!
      this.bits[at] = bitOf(words[id]!.form, this.skeletons[id]!, words[id]!.script)
      if (words[id]!.form === '') empty = at
      sizes[groups[id]!] = at + 1
      this.rank[id] = at
      this.order[at] = id
    }
    this.empty = empty
  }
}

/** Puts owners in the order of their hashes: dealt out by the upper bits first, so that both passes stay in one place. */
function intoBuckets(
  hashes: Uint32Array,
  owners: Uint32Array,
  entries: number,
  buckets: number,
): { bucketAt: Uint32Array; bucket: Uint32Array } {
  const bits = Math.log2(buckets)
  const shift = Math.max(0, bits - 10)
  const parts = new Uint32Array((1 << (bits - shift)) + 1)
  for (let i = 0; i < entries; i++) {
    const part = (hashes[i]! >>> shift) + 1
    parts[part] = parts[part]! + 1
  }
  for (let part = 1; part < parts.length; part++) parts[part] = parts[part]! + parts[part - 1]!
  const dealt = new Uint32Array(entries * 2)
  for (let i = 0; i < entries; i++) {
    const part = hashes[i]! >>> shift
    const at = parts[part]!
    parts[part] = at + 1
    dealt[at * 2] = hashes[i]!
    dealt[at * 2 + 1] = owners[i]!
  }
  const bucketAt = new Uint32Array(shared((buckets + 1) * 4))
  for (let i = 0; i < entries; i++) {
    const at = dealt[i * 2]! + 1
    bucketAt[at] = bucketAt[at]! + 1
  }
  for (let at = 1; at <= buckets; at++) bucketAt[at] = bucketAt[at]! + bucketAt[at - 1]!
  const bucket = new Uint32Array(shared(entries * 4))
  const next = bucketAt.slice()
  for (let i = 0; i < entries; i++) {
    const at = dealt[i * 2]!
    const place = next[at]!
    bucket[place] = dealt[i * 2 + 1]!
    next[at] = place + 1
  }
  return { bucketAt, bucket }
}

/**
 * Freezes the words collected while building.
 * @param names in how many names each word stands, by its number from now on, as the rest
 * @param postAt where each word's postings begin, with the end of the last
 * @param undated how many of its postings have no date of birth
 */
export function freezeVocabulary(
  ordered: OrderedWords,
  names: Uint32Array,
  postAt: Uint32Array,
  undated: Uint32Array,
): VocabularyColumns {
  const { words, order, sounds, skeletons } = ordered
  const count = words.length
  const record = new Uint32Array(shared((count + 1) * fields * 4))
  const unitsAt = new Uint32Array(shared((count + 1) * 4))
  const formAt = new Uint32Array(shared((count + 1) * 4))
  const unitList = new Growing()
  let forms = new Uint8Array(1 << 16)
  let formBytes = 0
  let size = 0
  let most = 0
  for (const word of words) most += word.latin.length * 3 + 2
  const draft = new Uint8Array(most)
  let hashes = new Uint32Array(count * 14 + 512)
  let owners = new Uint32Array(hashes.length)
  let entries = 0
  const buckets = 1 << Math.max(8, Math.min(24, Math.ceil(Math.log2(count * 8 + 1))))
  const mask = buckets - 1
  let owner = 0
  const enter = (hash: number): void => {
    hashes[entries] = hash & mask
    owners[entries] = ((hash & checkMask) | owner) >>> 0
    entries++
  }
  for (let id = 0; id < count; id++) {
    const collected = order[id]!
    const { form, latin, script } = words[collected]!
    const sound = sounds[collected]!
    const skeleton = skeletons[collected]!
    const at = id * fields
    record[at + Field.At] = size
    record[at + Field.Packed] = pack(form, latin, sound, skeleton, script)
    record[at + Field.Names] = names[id]!
    record[at + Field.PostAt] = postAt[id]!
    record[at + Field.DatedAt] = postAt[id]! + undated[id]!
    size = writeLetters(draft, size, latin, sound)
    unitsAt[id] = unitList.length
    formAt[id] = formBytes
    if (script !== Script.Latin) {
      if (hasSounds(script)) for (const unit of unitNumbers(form, script)) unitList.push(unit)
      if (formBytes + form.length * 3 > forms.length) {
        const wider = new Uint8Array(forms.length * 2 + form.length * 3)
        wider.set(forms)
        forms = wider
      }
      formBytes += encoder.encodeInto(form, forms.subarray(formBytes)).written
    }
    if (entries + 400 > hashes.length) {
      const wider = new Uint32Array(hashes.length * 2)
      wider.set(hashes)
      hashes = wider
      const more = new Uint32Array(owners.length * 2)
      more.set(owners)
      owners = more
    }
    owner = id
    eachKey(form, latin, sound, skeleton, script, enter)
  }
  unitsAt[count] = unitList.length
  formAt[count] = formBytes
  record[count * fields + Field.At] = size
  record[count * fields + Field.PostAt] = postAt[count] ?? 0
  const { bucketAt, bucket } = intoBuckets(hashes, owners, entries, buckets)
  const letters = new Uint8Array(shared(size), 0, size)
  letters.set(draft.subarray(0, size))
  const form = new Uint8Array(shared(formBytes), 0, formBytes)
  form.set(forms.subarray(0, formBytes))
  const units = new Uint16Array(shared(unitList.length * 2), 0, unitList.length)
  units.set(unitList.list.subarray(0, unitList.length))
  return { record, letters, formAt, form, unitsAt, units, bucketAt, bucket }
}
