// The words of alert names as numbers, for lists of millions: each word, and each name that cannot be read word by word,
// is parsed once and remembered. What comes out is what parseName says of the whole name.
import type { NameInput, NamePart } from '#core/names/parts.ts'
import { isPatronymic, isPlain, parseField, parseName, Role } from '#core/names/parts.ts'
import { Script } from '#core/names/script.ts'
import { initialBit, lastBit, roleShift, tokenMask } from './tokens.ts'
import { Growing } from './growing.ts'
import type { WordEntry } from './vocabulary.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const mostRemembered = 4_000_000

/**
 * What words and fields stand for, by two hashes of their bytes (64 bits together: two of ten million different fields
 * meet with a chance of three in a million), in one open table of four numbers a place: both hashes, the token or the
 * place of several, and how many there are plus one.
 */
class Remembered {
  table = new Uint32Array(4 << 14)
  private used = 0
  readonly several = new Growing()

  /** The place in the table where these hashes stand or may be entered. */
  place(first: number, second: number): number {
    const { table } = this
    const mask = table.length - 4
    let at = (first << 2) & mask
    while (table[at + 3] !== 0 && (table[at] !== first || table[at + 1] !== second)) at = (at + 4) & mask
    return at
  }

  put(first: number, second: number, tokens: ArrayLike<number>): void {
    if (this.used >= mostRemembered) return
    if (this.used * 8 > this.table.length) {
      const old = this.table
      this.table = new Uint32Array(old.length * 2)
      for (let i = 0; i < old.length; i += 4) {
        if (old[i + 3] === 0) continue
        const at = this.place(old[i]!, old[i + 1]!)
        for (let k = 0; k < 4; k++) this.table[at + k] = old[i + k]!
      }
    }
    const at = this.place(first, second)
    this.table[at] = first
    this.table[at + 1] = second
    this.table[at + 2] = tokens.length === 1 ? tokens[0]! : this.several.length
    this.table[at + 3] = tokens.length + 1
    if (tokens.length > 1) for (let i = 0; i < tokens.length; i++) this.several.push(tokens[i]!)
    this.used++
  }
}

/** Two hashes of the same bytes: FNV-1a, and a multiplicative one with another factor and start. */
const firstStart = 0x811c9dc5
const secondStart = 0x2545f491
const firstFactor = 0x01000193
const secondFactor = 0x5bd1e995
const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

export class NameReader {
  readonly words: WordEntry[] = []
  readonly tokens = new Growing()
  names = 0
  private readonly wordIds = new Map<string, number>()
  private readonly fields: readonly [Remembered, Remembered, Remembered] = [
    new Remembered(),
    new Remembered(),
    new Remembered(),
  ]
  private readonly encoder = new TextEncoder()
  private scratch = new Uint8Array(1024)
  private start = 0
  private before = 0

  private wordId(form: string, latin: string, script: WordEntry['script']): number {
    const known = this.wordIds.get(form)
    if (known !== undefined) return known
    const id = this.words.length
    if (id > tokenMask)
      throw new Error('More than 16.7 million different words in one list; divide the list.')
    this.wordIds.set(form, id)
    this.words.push({ form, latin, script })
    return id
  }

  private token(part: NamePart): number {
    const id = this.wordId(part.form, part.latin, part.script)
    return (id | (part.role << roleShift) | (part.initial ? initialBit : 0)) >>> 0
  }

  /** The tokens of a field, empty where the whole name has to be read together. */
  private parse(text: string, role: Role): number[] {
    const parts =
      role === Role.Unknown && (text.includes(',') || !/\S[\s-]+\S/.test(text.trim()))
        ? undefined
        : parseField(text, role)
    return parts === undefined ? [] : parts.map(part => this.token(part))
  }

  /**
   * Reads a field as it stands in UTF-8; false where the whole name has to be read together, and nothing was entered.
   * A field of letters and blanks is read word by word, for words come again more often than fields.
   */
  field(bytes: Uint8Array, from: number, to: number, role: 0 | 1 | 2): boolean {
    const memory = this.fields[role]
    const start = this.tokens.length
    let at = from
    let first = firstStart
    let second = secondStart
    let words = 0
    for (let i = from; ; i++) {
      const byte = i < to ? bytes[i]! : 32
      if ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte > 127) {
        const letter = byte > 127 ? byte : byte | 32
        first = Math.imul(first ^ letter, firstFactor)
        second = Math.imul(second, secondFactor) + letter
        continue
      }
      if (byte !== 32) {
        // signs between letters: remembered as a whole
        this.tokens.length = start
        return this.whole(bytes, from, to, role)
      }
      if (i > at) {
        if (!this.known(memory, mixed(first), second >>> 0, bytes, at, i, role)) {
          this.tokens.length = start
          return this.whole(bytes, from, to, role)
        }
        words++
      }
      if (i >= to) break
      at = i + 1
      first = firstStart
      second = secondStart
    }
    if (words > 0 && this.tokens.length - start <= 8 && !(role === Role.Unknown && words < 2)) return true
    this.tokens.length = start
    return false
  }

  /** Enters the tokens remembered at a place of the table; false where there are none. */
  private enter(memory: Remembered, place: number): boolean {
    const count = memory.table[place + 3]! - 1
    const what = memory.table[place + 2]!
    if (count === 1) this.tokens.push(what)
    else for (let i = 0; i < count; i++) this.tokens.push(memory.several.list[what + i]!)
    return count > 0
  }

  /** One plain word; a title or particle has no tokens, and the field that holds it is read as a whole. */
  private known(
    memory: Remembered,
    first: number,
    second: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    role: Role,
  ): boolean {
    const place = memory.place(first, second)
    if (memory.table[place + 3] !== 0) return this.enter(memory, place)
    let text = ''
    let plain = true
    for (let i = from; i < to; i++) {
      if (bytes[i]! > 127) plain = false
      text += String.fromCharCode(bytes[i]! | 32)
    }
    let tokens: number[]
    if (!plain)
      tokens = (parseField(decoder.decode(bytes.slice(from, to)), role) ?? []).map(part => this.token(part))
    else if (isPlain(text)) {
      const word = this.wordId(text, text, Script.Latin)
      const own = isPatronymic(text, role) ? Role.Patronymic : role
      tokens = [(word | (own << roleShift) | (text.length === 1 ? initialBit : 0)) >>> 0]
    } else tokens = (parseField(text, role) ?? []).map(part => this.token(part))
    memory.put(first, second, tokens)
    for (const token of tokens) this.tokens.push(token)
    return tokens.length > 0
  }

  private whole(bytes: Uint8Array, from: number, to: number, role: 0 | 1 | 2): boolean {
    let first = firstStart
    let second = secondStart ^ 0x5a5a5a5a
    for (let i = from; i < to; i++) {
      first = Math.imul(first ^ bytes[i]!, firstFactor)
      second = Math.imul(second, secondFactor) + bytes[i]!
    }
    const memory = this.fields[role]
    first = mixed(first)
    second >>>= 0
    const place = memory.place(first, second)
    if (memory.table[place + 3] !== 0) return this.enter(memory, place)
    const tokens = this.parse(decoder.decode(bytes.slice(from, to)), role)
    memory.put(first, second, tokens)
    for (const token of tokens) this.tokens.push(token)
    return tokens.length > 0
  }

  /** How many words were read since `startName`. */
  get length(): number {
    return this.tokens.length - this.start
  }

  /** Begins a name; `endName` or `name` ends it. */
  startName(): void {
    this.start = this.tokens.length
  }

  /** Ends a name whose fields were all read; names longer than eight words are cut. */
  endName(): void {
    const { start } = this
    if (this.tokens.length === start) return
    if (this.tokens.length > start + 8) this.tokens.length = start + 8
    const last = this.tokens.length - 1
    this.tokens.list[last] = (this.tokens.list[last]! | lastBit) >>> 0
    this.names++
  }

  /** Forgets what was read since `startName`. */
  dropName(): void {
    this.tokens.length = this.start
  }

  private text(text: string, role: 0 | 1 | 2): boolean {
    if (text.length * 3 > this.scratch.length) this.scratch = new Uint8Array(text.length * 3)
    const { written } = this.encoder.encodeInto(text, this.scratch)
    return this.field(this.scratch, 0, written, role)
  }

  /** Reads a whole name. */
  name(name: NameInput): void {
    const family = name.family ?? ''
    const given = name.given ?? ''
    const full = name.full ?? ''
    this.startName()
    const read =
      family !== '' && given !== ''
        ? this.text(family, Role.Family) &&
          this.text(given, Role.Given) &&
          this.tokens.length - this.start <= 8
        : family === '' && given === '' && full !== '' && this.text(full, Role.Unknown)
    if (!read) {
      this.dropName()
      for (const part of parseName(name)) this.tokens.push(this.token(part))
    }
    this.endName()
  }

  /** Ends an alert: marks its last token, which there is always, and says where its tokens begin. */
  endAlert(mark: number): number {
    const from = this.before
    if (this.tokens.length === from) this.tokens.push((this.wordId('', '', Script.Latin) | lastBit) >>> 0)
    const last = this.tokens.length - 1
    this.tokens.list[last] = (this.tokens.list[last]! | mark) >>> 0
    this.before = this.tokens.length
    return from
  }

  /** Forgets the names read since the last alert. */
  undo(): void {
    for (let i = this.before; i < this.tokens.length; i++)
      if ((this.tokens.list[i]! & lastBit) !== 0) this.names--
    this.tokens.length = this.before
  }
}
