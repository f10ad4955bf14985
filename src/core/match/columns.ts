// The alerts as columns of numbers in the order of their dates of birth. Every column stands in a SharedArrayBuffer: one
// copy serves all threads, and a snapshot is the columns written out as they are.
import type { NameInput, NamePart } from '#core/names/parts.ts'
import { parseField, parseName, Role } from '#core/names/parts.ts'
import { Script } from '#core/names/script.ts'
import { birthKeys, readBirth } from './birth.ts'
import type { AlertRecord } from './records.ts'
import { originLift } from './origins.ts'
import { codeNumber, documentNumber, hashText, scannedNumber, sexNumber } from './records.ts'
import { alertBit, initialBit, lastBit, roleShift, tokenMask } from './tokens.ts'
import type { VocabularyColumns, WordEntry } from './vocabulary.ts'
import { bitOfPacked, Field, fields, freezeVocabulary } from './vocabulary.ts'

export const documentSalt = 0x51
export const idSalt = 0x52

export type Columns = {
  /** date of birth of each alert, ascending, see birth.ts */
  birth: Uint32Array
  /** up to two nationalities of each alert, 15 bits each */
  nations: Uint32Array
  sex: Uint8Array
  tokensAt: Uint32Array
  tokens: Uint32Array
  /** first alert of each date of birth */
  cell: Uint32Array
  /** alerts of each word in pairs: the alert's number, and as bits which other words it has */
  post: Uint32Array
  /** document numbers as a scanner reads them: hash and alert in turns, open addressing */
  documents: Uint32Array
  /** alert numbers by their id, open addressing; 0 empty, otherwise number plus one */
  ids: Uint32Array
  textAt: Uint32Array
  text: Uint8Array
  /** 1 where the alert was withdrawn or replaced */
  dead: Uint8Array
  words: VocabularyColumns
  /** how much a word's bearers share one origin, see origins.ts */
  lift: Uint8Array
  /** how many names there are in all */
  nameCount: Uint32Array
}

export function sharedWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(Math.max(8, length * 4)), 0, length)
}

export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(Math.max(8, length)), 0, length)
}

/** What is kept of an alert as text: its id, its names as written and its documents, for explanations and changes. */
export type AlertText = {
  id: string
  names: NameInput[]
  documents: { type: string; number: string; issuer: string }[]
}

const field = '\u001f'
const item = '\u001e'
const block = '\u001d'

export function writeText(alert: AlertRecord): string {
  let names = ''
  for (const name of alert.names) {
    if (names !== '') names += item
    names +=
      name.full !== undefined && name.full !== null && name.full !== ''
        ? name.full
        : `${name.family ?? ''}${field}${name.given ?? ''}`
  }
  let out = alert.id + block + names
  if (alert.documents !== undefined && alert.documents !== null && alert.documents.length > 0)
    out +=
      block +
      alert.documents
        .map(document => `${document.type ?? ''}${field}${document.number}${field}${document.issuer ?? ''}`)
        .join(item)
  return out
}

export function readText(text: string): AlertText {
  const [id, names, documents] = text.split(block)
  return {
    id: id ?? '',
    names: (names ?? '').split(item).map(name => {
      const at = name.indexOf(field)
      return at < 0 ? { full: name } : { family: name.slice(0, at), given: name.slice(at + 1) }
    }),
    documents:
      (documents ?? '') === ''
        ? []
        : (documents ?? '').split(item).map(document => {
            const [type, number, issuer] = document.split(field)
            return { type: type ?? '', number: number ?? '', issuer: issuer ?? '' }
          }),
  }
}

class Growing {
  list = new Uint32Array(1 << 16)
  length = 0
  push(value: number): void {
    if (this.length === this.list.length) {
      const wider = new Uint32Array(this.list.length * 2)
      wider.set(this.list)
      this.list = wider
    }
    this.list[this.length++] = value
  }
}

/** Collects alerts one after another and freezes them into columns. */
export class ColumnsBuilder {
  private readonly wordIds = new Map<string, number>()
  private readonly words: WordEntry[] = []
  private readonly families = new Map<string, Uint32Array>()
  private readonly givens = new Map<string, Uint32Array>()
  private readonly wordNames = new Growing()
  private readonly tokens = new Growing()
  private readonly tokensAt = new Growing()
  private readonly births = new Growing()
  private readonly nations = new Growing()
  private readonly sexes = new Growing()
  private readonly documentHashes = new Growing()
  private readonly documentAlerts = new Growing()
  private readonly idHashes = new Growing()
  private seen = new Uint32Array(1 << 16)
  private readonly textAt = new Growing()
  private text = new Uint8Array(1 << 20)
  private textLength = 0
  private names = 0
  private readonly encoder = new TextEncoder()
  private readonly decoder = new TextDecoder()

  get count(): number {
    return this.births.length
  }

  private wordId(form: string, latin: string, script: number): number {
    const known = this.wordIds.get(form)
    if (known !== undefined) return known
    const id = this.words.length
    this.wordIds.set(form, id)
    this.words.push({ form, latin, script: script as WordEntry['script'] })
    this.wordNames.push(0)
    return id
  }

  /** Tokens of a field, remembered by its text; empty where the whole name has to be read together. */
  private field(text: string, role: Role): Uint32Array {
    const memory = role === Role.Family ? this.families : this.givens
    const known = memory.get(text)
    if (known !== undefined) return known
    const made = Uint32Array.from(parseField(text, role) ?? [], part => this.token(part))
    if (memory.size < 400_000) memory.set(text, made)
    return made
  }

  private token(part: NamePart): number {
    const id = this.wordId(part.form, part.latin, part.script)
    return (id | (part.role << roleShift) | (part.initial ? initialBit : 0)) >>> 0
  }

  private addTokens(tokens: ArrayLike<number>, from: number, to: number, end: boolean): void {
    for (let i = from; i < to; i++) {
      const token = tokens[i] ?? 0
      const id = token & tokenMask
      this.wordNames.list[id] = (this.wordNames.list[id] ?? 0) + 1
      this.tokens.push(end && i === to - 1 ? (token | lastBit) >>> 0 : token)
    }
  }

  private addName(name: NameInput): void {
    const { family, given } = name
    if (typeof family === 'string' && typeof given === 'string' && family !== '' && given !== '') {
      const first = this.field(family, Role.Family)
      const second = first.length === 0 ? first : this.field(given, Role.Given)
      if (second.length > 0 && first.length + second.length <= 8) {
        this.names++
        this.addTokens(first, 0, first.length, false)
        this.addTokens(second, 0, second.length, true)
        return
      }
    }
    const parts = parseName(name)
    if (parts.length === 0) return
    this.names++
    const tokens = parts.map(part => this.token(part))
    this.addTokens(tokens, 0, tokens.length, true)
  }

  /** The id of an alert added before, from its text. */
  private idOf(number: number): string {
    const from = this.textAt.list[number] ?? 0
    let end = from
    while (end < this.textLength && this.text[end] !== 0x1d) end++
    return this.decoder.decode(this.text.subarray(from, end))
  }

  private isKnown(id: string, hash: number): boolean {
    let slot = hash & (this.seen.length - 1)
    for (; this.seen[slot] !== 0; slot = (slot + 1) & (this.seen.length - 1)) {
      const other = (this.seen[slot] ?? 1) - 1
      if (this.idHashes.list[other] === hash && this.idOf(other) === id) return true
    }
    this.seen[slot] = this.births.length + 1
    if (this.births.length * 2 > this.seen.length) {
      this.seen = new Uint32Array(this.seen.length * 2)
      for (let i = 0; i <= this.births.length; i++) {
        const own = i === this.births.length ? hash : (this.idHashes.list[i] ?? 0)
        let at = own & (this.seen.length - 1)
        while (this.seen[at] !== 0) at = (at + 1) & (this.seen.length - 1)
        this.seen[at] = i + 1
      }
    }
    return false
  }

  /**
   * Adds one alert. Dates that cannot be read count as none; the caller has checked them.
   * @returns false, and nothing added, where an alert of this id is already there
   */
  add(alert: AlertRecord): boolean {
    const number = this.births.length
    const idHash = hashText(alert.id, idSalt)
    if (this.isKnown(alert.id, idHash)) return false
    this.births.push(readBirth(alert.birth) ?? 0)
    const nations = alert.nationalities ?? []
    this.nations.push(codeNumber(nations[0]) | (codeNumber(nations[1]) << 15))
    this.sexes.push(sexNumber(alert.sex))
    this.tokensAt.push(this.tokens.length)
    const first = this.tokens.length
    for (const name of alert.names) this.addName(name)
    if (this.tokens.length === first) this.tokens.push((this.wordId('', '', Script.Latin) | lastBit) >>> 0)
    const last = this.tokens.length - 1
    this.tokens.list[last] = (this.tokens.list[last]! | alertBit) >>> 0
    for (const document of alert.documents ?? []) {
      if (documentNumber(document.number).length < 4) continue
      this.documentHashes.push(hashText(scannedNumber(document.number), documentSalt))
      this.documentAlerts.push(number)
    }
    this.idHashes.push(idHash)
    this.textAt.push(this.textLength)
    const text = writeText(alert)
    if (this.textLength + text.length * 3 > this.text.length) {
      const wider = new Uint8Array(this.text.length * 2 + text.length * 3)
      wider.set(this.text.subarray(0, this.textLength))
      this.text = wider
    }
    this.textLength += this.encoder.encodeInto(text, this.text.subarray(this.textLength)).written
    return true
  }

  /** Sorts by date of birth, builds postings and tables, and hands out the columns. */
  freeze(): Columns {
    const count = this.births.length
    this.tokensAt.push(this.tokens.length)
    this.textAt.push(this.textLength)
    const cell = sharedWords(birthKeys + 1)
    for (let i = 0; i < count; i++) {
      const key = (this.births.list[i] ?? 0) + 1
      cell[key] = (cell[key] ?? 0) + 1
    }
    for (let key = 1; key <= birthKeys; key++) cell[key] = (cell[key] ?? 0) + (cell[key - 1] ?? 0)
    const next = cell.slice()
    const order = new Uint32Array(count)
    const place = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const key = this.births.list[i] ?? 0
      const at = next[key] ?? 0
      next[key] = at + 1
      order[at] = i
      place[i] = at
    }
    const birth = sharedWords(count)
    const nations = sharedWords(count)
    const sex = sharedBytes(count)
    const tokensAt = sharedWords(count + 1)
    const tokens = sharedWords(this.tokens.length)
    const textAt = sharedWords(count + 1)
    const text = sharedBytes(this.textLength)
    const ids = sharedWords(1 << Math.ceil(Math.log2(count * 1.5 + 8)))
    const words = this.words.length
    const postAt = new Uint32Array(words + 1)
    const undated = new Uint32Array(words)
    const stamp = new Uint32Array(words)
    let tokenPlace = 0
    let textPlace = 0
    for (let at = 0; at < count; at++) {
      const from = order[at] ?? 0
      birth[at] = this.births.list[from] ?? 0
      nations[at] = this.nations.list[from] ?? 0
      sex[at] = this.sexes.list[from] ?? 0
      tokensAt[at] = tokenPlace
      for (let i = this.tokensAt.list[from] ?? 0; i < (this.tokensAt.list[from + 1] ?? 0); i++) {
        const token = this.tokens.list[i] ?? 0
        tokens[tokenPlace++] = token
        const word = token & tokenMask
        if (stamp[word] !== at + 1) {
          stamp[word] = at + 1
          postAt[word + 1] = postAt[word + 1]! + 1
          if (birth[at] === 0) undated[word] = undated[word]! + 1
        }
      }
      textAt[at] = textPlace
      const textFrom = this.textAt.list[from] ?? 0
      const textTo = this.textAt.list[from + 1] ?? 0
      text.set(this.text.subarray(textFrom, textTo), textPlace)
      textPlace += textTo - textFrom
      const idMask = ids.length - 1
      let slot = (this.idHashes.list[from] ?? 0) & idMask
      while (ids[slot] !== 0) slot = (slot + 1) & idMask
      ids[slot] = at + 1
    }
    tokensAt[count] = tokenPlace
    textAt[count] = textPlace
    for (let word = 1; word <= words; word++) postAt[word] = (postAt[word] ?? 0) + (postAt[word - 1] ?? 0)
    const post = sharedWords((postAt[words] ?? 0) * 2)
    const postNext = postAt.slice()
    stamp.fill(0)
    const vocabulary = freezeVocabulary(this.words, this.wordNames.list, postAt, undated)
    const bitOf = Uint8Array.from({ length: words }, (_, word) =>
      bitOfPacked(vocabulary.record[word * fields + Field.Packed] ?? 0),
    )
    for (let at = 0; at < count; at++) {
      const from = tokensAt[at]!
      const to = tokensAt[at + 1]!
      for (let i = from; i < to; i++) {
        const word = tokens[i]! & tokenMask
        if (stamp[word] === at + 1) continue
        stamp[word] = at + 1
        let bits = 0
        for (let j = from; j < to; j++) {
          const other = tokens[j]! & tokenMask
          if (other !== word) bits |= 1 << bitOf[other]!
        }
        const place = postNext[word]!
        post[place * 2] = at
        post[place * 2 + 1] = bits
        postNext[word] = place + 1
      }
    }
    const documents = sharedWords(2 * (1 << Math.ceil(Math.log2(this.documentHashes.length * 1.6 + 8))))
    const documentMask = documents.length / 2 - 1
    for (let i = 0; i < this.documentHashes.length; i++) {
      const hash = this.documentHashes.list[i] ?? 0
      let slot = hash & documentMask
      while (documents[slot * 2 + 1] !== 0) slot = (slot + 1) & documentMask
      documents[slot * 2] = hash
      documents[slot * 2 + 1] = (place[this.documentAlerts.list[i] ?? 0] ?? 0) + 1
    }
    const nameCount = sharedWords(1)
    nameCount[0] = this.names
    return {
      birth,
      nations,
      sex,
      tokensAt,
      tokens,
      cell,
      post,
      documents,
      ids,
      textAt,
      text,
      dead: sharedBytes(count),
      words: vocabulary,
      lift: originLift(words, this.wordNames.list, tokensAt, tokens, nations),
      nameCount,
    }
  }
}
