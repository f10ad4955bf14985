// The alerts as columns of numbers in the order of their dates of birth. Every column stands in a SharedArrayBuffer: one
// copy serves all threads, and a snapshot is the columns written out as they are. An alert's text is kept as the line of
// JSON it came in, or as one made of its record, for explanations and changes.
import type { NameInput } from '#core/names/parts.ts'
import { birthKeys, readBirth } from './birth.ts'
import { Growing } from './growing.ts'
import { NameReader } from './name-reader.ts'
import { postings } from './postings.ts'
import type { AlertRecord } from './records.ts'
import { originLift } from './origins.ts'
import { codeNumber, documentNumber, hashText, scannedNumber, sexNumber } from './records.ts'
import { alertBit, tokenMask } from './tokens.ts'
import type { VocabularyColumns } from './vocabulary.ts'
import { freezeVocabulary, OrderedWords } from './vocabulary.ts'

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
  /** the numbers of the alerts of each word; as far on again, as bits, which other words each of them has */
  post: Uint32Array
  /** document numbers as a scanner reads them: hash and alert in turns, open addressing */
  documents: Uint32Array
  /** alert numbers by their id, open addressing; 0 empty, otherwise number plus one */
  ids: Uint32Array
  /** where the line of each alert begins in text; it ends with a line feed */
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

const lineFeed = 10

export function writeText(alert: AlertRecord): string {
  const { id, names, documents } = alert
  return `${JSON.stringify(documents === undefined || documents === null ? { id, names } : { id, names, documents })}\n`
}

const decoder = new TextDecoder()

/** The text of an alert that begins at `from`. */
export function readText(text: Uint8Array, from: number): AlertText {
  const end = text.indexOf(lineFeed, from)
  const record = JSON.parse(decoder.decode(text.slice(from, end < 0 ? text.length : end))) as AlertRecord
  return {
    id: record.id,
    names: [...record.names],
    documents: (record.documents ?? []).map(({ type, number, issuer }) => ({
      type: type ?? '',
      number,
      issuer: issuer ?? '',
    })),
  }
}

const idFirst = new TextEncoder().encode('{"id":"')
const quote = 34
const backslash = 92

/** The id alone: alerts mostly begin with it, and no hit needs more. */
export function readId(text: Uint8Array, from: number): string {
  let at = from
  for (const code of idFirst) if (text[at++] !== code) return readText(text, from).id
  let id = ''
  for (; text[at] !== quote; at++) {
    const code = text[at]!
    if (code === backslash || code > 127) return readText(text, from).id
    id += String.fromCharCode(code)
  }
  return id
}

/** What is common to all ways an alert comes in: its numbers, besides the words and documents entered before. */
export type AlertNumbers = { idHash: number; birth: number; nations: number; sex: number }

const Given = { IdHash: 0, TokensAt: 1, TokensTo: 2, Birth: 3, Nations: 4, Sex: 5, TextAt: 6 } as const
const givens = 8

/** Collects alerts one after another and freezes them into columns. */
export class ColumnsBuilder {
  readonly reader = new NameReader()
  count = 0
  /** of each alert what Given says, together, for alerts are taken up again in another order */
  private readonly given = new Growing()
  private readonly documentHashes = new Growing()
  private readonly documentAlerts = new Growing()
  private seen = new Uint32Array(1 << 16)
  private text = sharedBytes(1 << 20)
  private textLength = 0
  private readonly encoder = new TextEncoder()

  /** Makes room for a list of about this many bytes of text, so that nothing is copied while it grows. */
  expect(bytes: number): void {
    if (bytes > this.text.length) {
      const wider = sharedBytes(bytes + (1 << 16))
      wider.set(this.text.subarray(0, this.textLength))
      this.text = wider
    }
    this.spread(Math.floor(bytes / 160))
  }

  /** Makes the table of ids wide enough for so many. */
  private spread(alerts: number): void {
    const length = 1 << Math.ceil(Math.log2(Math.max(1, alerts) * 2))
    if (length <= this.seen.length) return
    this.seen = new Uint32Array(length)
    for (let i = 0; i < this.count; i++) this.enter(this.given.list[i * givens + Given.IdHash]!, i)
  }

  /** Whether an alert of this id is there; `same` compares the ids of two whose hashes are equal. */
  isKnown(hash: number, same: (text: Uint8Array, from: number) => boolean): boolean {
    const mask = this.seen.length - 1
    for (let slot = hash & mask; this.seen[slot] !== 0; slot = (slot + 1) & mask) {
      const other = this.seen[slot]! - 1
      if (
        this.given.list[other * givens + Given.IdHash] === hash &&
        same(this.text, this.given.list[other * givens + Given.TextAt]!)
      )
        return true
    }
    return false
  }

  private know(hash: number): void {
    if ((this.count + 1) * 2 > this.seen.length) this.spread(this.seen.length)
    this.enter(hash, this.count)
  }

  private enter(hash: number, number: number): void {
    const mask = this.seen.length - 1
    let slot = hash & mask
    while (this.seen[slot] !== 0) slot = (slot + 1) & mask
    this.seen[slot] = number + 1
  }

  /** Enters a document number by its hash for the alert that comes next; take back what was entered with `undo`. */
  document(hash: number): void {
    this.documentHashes.push(hash)
    this.documentAlerts.push(this.count)
  }

  /** Forgets names and documents entered since the last alert. */
  undo(): void {
    this.reader.undo()
    while (
      this.documentAlerts.length > 0 &&
      this.documentAlerts.list[this.documentAlerts.length - 1] === this.count
    ) {
      this.documentAlerts.length--
      this.documentHashes.length--
    }
  }

  /** Adds the alert whose names and documents were entered; its line of text is copied. */
  push(numbers: AlertNumbers, bytes: Uint8Array, from: number, to: number): void {
    this.know(numbers.idHash)
    const { given } = this
    const at = this.count * givens
    if (at + givens > given.list.length) given.widen(given.list.length * 2)
    given.list[at + Given.IdHash] = numbers.idHash
    given.list[at + Given.TokensAt] = this.reader.endAlert(alertBit)
    given.list[at + Given.TokensTo] = this.reader.tokens.length
    given.list[at + Given.Birth] = numbers.birth
    given.list[at + Given.Nations] = numbers.nations
    given.list[at + Given.Sex] = numbers.sex
    given.list[at + Given.TextAt] = this.textLength
    this.count++
    const length = to - from
    if (this.textLength + length + 1 > this.text.length) {
      const wider = sharedBytes(this.text.length * 2 + length)
      wider.set(this.text.subarray(0, this.textLength))
      this.text = wider
    }
    this.text.set(bytes.subarray(from, to), this.textLength)
    this.textLength += length
    this.text[this.textLength++] = lineFeed
  }

  /**
   * Adds one alert. Dates that cannot be read count as none; the caller has checked them.
   * @returns false, and nothing added, where an alert of this id is already there
   */
  add(alert: AlertRecord): boolean {
    const { id } = alert
    const idHash = hashText(id, idSalt)
    if (this.isKnown(idHash, (text, from) => readId(text, from) === id)) return false
    for (const name of alert.names) this.reader.name(name)
    for (const document of alert.documents ?? [])
      if (documentNumber(document.number).length >= 4)
        this.document(hashText(scannedNumber(document.number), documentSalt))
    const nations = alert.nationalities ?? []
    const text = this.encoder.encode(writeText(alert))
    this.push(
      {
        idHash,
        birth: readBirth(alert.birth) ?? 0,
        nations: codeNumber(nations[0]) | (codeNumber(nations[1]) << 15),
        sex: sexNumber(alert.sex),
      },
      text,
      0,
      text.length - 1,
    )
    return true
  }

  /** Sorts by date of birth, builds postings and tables, and hands out the columns. */
  freeze(): Columns {
    const { count } = this
    const given = this.given.list
    const { tokens: collected, words: entries } = this.reader
    const ordered = new OrderedWords(entries)
    const { rank } = ordered
    const cell = sharedWords(birthKeys + 1)
    for (let i = 0; i < count; i++) {
      const key = given[i * givens + Given.Birth]! + 1
      cell[key] = cell[key]! + 1
    }
    for (let key = 1; key <= birthKeys; key++) cell[key] = cell[key]! + cell[key - 1]!
    const next = cell.slice()
    const order = new Uint32Array(count)
    const place = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const key = given[i * givens + Given.Birth]!
      const at = next[key]!
      next[key] = at + 1
      order[at] = i
      place[i] = at
    }
    const birth = sharedWords(count)
    const nations = sharedWords(count)
    const sex = sharedBytes(count)
    const tokensAt = sharedWords(count + 1)
    const tokens = sharedWords(collected.length)
    const textAt = sharedWords(count)
    const ids = sharedWords(1 << Math.ceil(Math.log2(count * 1.5 + 8)))
    const idMask = ids.length - 1
    const words = entries.length
    for (let i = 0; i < collected.length; i++) {
      const token = collected.list[i]!
      collected.list[i] = (token & ~tokenMask) | rank[token & tokenMask]!
    }
    let tokenPlace = 0
    for (let at = 0; at < count; at++) {
      const from = order[at]! * givens
      birth[at] = given[from + Given.Birth]!
      nations[at] = given[from + Given.Nations]!
      sex[at] = given[from + Given.Sex]!
      textAt[at] = given[from + Given.TextAt]!
      tokensAt[at] = tokenPlace
      const to = given[from + Given.TokensTo]!
      for (let i = given[from + Given.TokensAt]!; i < to; i++) tokens[tokenPlace++] = collected.list[i]!
    }
    tokensAt[count] = tokenPlace
    for (let i = 0; i < count; i++) {
      let slot = given[i * givens + Given.IdHash]! & idMask
      while (ids[slot] !== 0) slot = (slot + 1) & idMask
      ids[slot] = place[i]! + 1
    }
    const { names, postAt, undated, post } = postings(
      words,
      tokensAt,
      tokens,
      cell[1]!,
      ordered.bits,
      sharedWords,
    )
    // an alert without names has one empty word, which no name bears
    if (ordered.empty >= 0) names[ordered.empty] = 0
    const vocabulary = freezeVocabulary(ordered, names, postAt, undated)
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
    nameCount[0] = this.reader.names
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
      text: this.text.subarray(0, this.textLength),
      dead: sharedBytes(count),
      words: vocabulary,
      lift: originLift(names, tokensAt, tokens, nations, postAt, post),
      nameCount,
    }
  }
}
