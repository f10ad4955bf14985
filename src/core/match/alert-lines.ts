// Alerts from lines of JSON as bytes, without making an object of each: a list of a million alerts is read in about the
// time its bytes take to pass by. Only the plain form is read here; whatever is unusual (escapes in an id, numbers, keys not
// known, anything wrong) is left to the caller, who reads the line as JSON and says what is wrong with it.
import { Role } from '#core/names/parts.ts'
import { birthKey, firstYear, lastYear } from './birth.ts'
import type { ColumnsBuilder } from './columns.ts'
import { documentSalt, idSalt, readId } from './columns.ts'
import { codeOfBytes, finishHash, scannedCode } from './records.ts'

export type Taken = 'added' | 'known' | 'unusual'

const quote = 34
const comma = 44
const colon = 58
const open = 123
const close = 125
const openList = 91
const closeList = 93
const backslash = 92

const decoder = new TextDecoder()

/** A place in a line; -1 where the line is unusual. */
type Place = number

export class AlertLines {
  private readonly builder: ColumnsBuilder
  private bytes: Uint8Array = new Uint8Array(0)
  private end = 0
  // the string read last: its place without quotation marks, and whether there are escapes or other letters than ASCII
  private from = 0
  private to = 0
  private escaped = false
  private plain = true
  private birth = 0
  private nations = 0
  private sex = 0
  private idFrom = 0
  private idTo = 0
  private named = false

  constructor(builder: ColumnsBuilder) {
    this.builder = builder
  }

  /** Reads one line, without its line feed. */
  add(bytes: Uint8Array, from: number, to: number): Taken {
    const { builder } = this
    this.bytes = bytes
    this.end = to
    this.birth = this.nations = this.sex = this.idFrom = this.idTo = 0
    this.named = false
    const at = this.object(this.blank(from), this.alertField)
    if (at < 0 || this.blank(at) !== to || this.idTo === this.idFrom || !this.named) {
      builder.undo()
      return 'unusual'
    }
    let hash = 0x811c9dc5 ^ idSalt
    for (let i = this.idFrom; i < this.idTo; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
    const idHash = finishHash(hash)
    const known = builder.isKnown(idHash, this.same)
    if (known) {
      builder.undo()
      return 'known'
    }
    builder.push({ idHash, birth: this.birth, nations: this.nations, sex: this.sex }, bytes, from, to)
    return 'added'
  }

  private readonly same = (text: Uint8Array, start: number): boolean =>
    readId(text, start) === decoder.decode(this.bytes.slice(this.idFrom, this.idTo))

  private blank(from: Place): Place {
    let at = from
    while (at >= 0 && at < this.end) {
      const byte = this.bytes[at]!
      if (byte !== 32 && byte !== 9 && byte !== 13) break
      at++
    }
    return at
  }

  /** The place after a string that begins here. */
  private string(from: Place): Place {
    const { bytes, end } = this
    if (from < 0 || bytes[from] !== quote) return -1
    this.from = from + 1
    this.escaped = false
    this.plain = true
    for (let at = from + 1; at < end; at++) {
      const byte = bytes[at]!
      if (byte === quote) {
        this.to = at
        return at + 1
      }
      if (byte < 32) return -1
      if (byte === backslash) {
        this.escaped = true
        at++
      } else if (byte > 126) this.plain = false
    }
    return -1
  }

  /** `field` gets the place of a value and the place of its key, and answers with the place after the value. */
  private object(from: Place, field: (at: Place, keyFrom: number, keyTo: number) => Place): Place {
    const { bytes } = this
    if (from < 0 || bytes[from] !== open) return -1
    let at = this.blank(from + 1)
    if (bytes[at] === close) return at + 1
    for (;;) {
      at = this.string(at)
      if (at < 0 || this.escaped) return -1
      const keyFrom = this.from
      const keyTo = this.to
      at = this.blank(at)
      if (bytes[at] !== colon) return -1
      at = field(this.blank(at + 1), keyFrom, keyTo)
      if (at < 0) return -1
      at = this.blank(at)
      if (bytes[at] === close && at < this.end) return at + 1
      if (bytes[at] !== comma) return -1
      at = this.blank(at + 1)
    }
  }

  private list(from: Place, item: (at: Place) => Place): Place {
    const { bytes } = this
    if (from < 0 || bytes[from] !== openList) return -1
    let at = this.blank(from + 1)
    if (bytes[at] === closeList) return at + 1
    for (;;) {
      at = item(at)
      if (at < 0) return -1
      at = this.blank(at)
      if (bytes[at] === closeList && at < this.end) return at + 1
      if (bytes[at] !== comma) return -1
      at = this.blank(at + 1)
    }
  }

  /** A key told by its length and its first letter; any other key makes the line unusual. */
  private key(from: number, to: number, text: string): boolean {
    if (to - from !== text.length) return false
    for (let i = 0; i < text.length; i++) if (this.bytes[from + i] !== text.charCodeAt(i)) return false
    return true
  }

  private nothing(at: Place): Place {
    return this.key(at, at + 4, 'null') ? at + 4 : -1
  }

  private readonly alertField = (at: Place, keyFrom: number, keyTo: number): Place => {
    if (this.key(keyFrom, keyTo, 'id')) {
      const after = this.string(at)
      if (this.escaped || !this.plain) return -1
      this.idFrom = this.from
      this.idTo = this.to
      return after
    }
    if (this.key(keyFrom, keyTo, 'names')) {
      if (this.named) return -1
      return this.list(at, this.name)
    }
    if (this.key(keyFrom, keyTo, 'birth')) return this.readBirth(at)
    if (this.key(keyFrom, keyTo, 'nationalities')) {
      this.nations = 0
      this.nation = 0
      return this.bytes[at] === openList ? this.list(at, this.nationality) : this.nothing(at)
    }
    if (this.key(keyFrom, keyTo, 'sex')) {
      if (this.bytes[at] !== quote) return this.nothing(at)
      const after = this.string(at)
      const letter = (this.bytes[this.from] ?? 0) & 0xdf
      this.sex = this.to === this.from ? 0 : letter === 77 ? 1 : letter === 70 ? 2 : 0
      return after
    }
    if (this.key(keyFrom, keyTo, 'documents'))
      return this.bytes[at] === openList ? this.list(at, this.document) : this.nothing(at)
    return -1
  }

  private familyBytes: Uint8Array = this.bytes
  private givenBytes: Uint8Array = this.bytes
  private fullBytes: Uint8Array = this.bytes
  private familyFrom = 0
  private familyTo = 0
  private givenFrom = 0
  private givenTo = 0
  private fullFrom = 0
  private fullTo = 0

  private readonly name = (at: Place): Place => {
    this.familyTo = this.givenTo = this.fullTo = this.familyFrom = this.givenFrom = this.fullFrom = 0
    const after = this.object(at, this.nameField)
    if (after < 0) return -1
    const { familyBytes, givenBytes, fullBytes } = this
    const { reader } = this.builder
    const family = this.familyTo > this.familyFrom
    const given = this.givenTo > this.givenFrom
    const full = this.fullTo > this.fullFrom
    reader.startName()
    const read =
      family && given
        ? reader.field(familyBytes, this.familyFrom, this.familyTo, Role.Family) &&
          reader.field(givenBytes, this.givenFrom, this.givenTo, Role.Given)
        : full && !family && !given && reader.field(fullBytes, this.fullFrom, this.fullTo, Role.Unknown)
    if (read && reader.length <= 8) reader.endName()
    else {
      reader.dropName()
      const name = {
        family: family ? decoder.decode(familyBytes.slice(this.familyFrom, this.familyTo)) : '',
        given: given ? decoder.decode(givenBytes.slice(this.givenFrom, this.givenTo)) : '',
        full: full ? decoder.decode(fullBytes.slice(this.fullFrom, this.fullTo)) : '',
      }
      if (`${name.family}${name.given}${name.full}`.trim() === '') return -1
      reader.name(name)
    }
    this.named = true
    return after
  }

  private readonly nameField = (at: Place, keyFrom: number, keyTo: number): Place => {
    const isFamily = this.key(keyFrom, keyTo, 'family')
    const isGiven = !isFamily && this.key(keyFrom, keyTo, 'given')
    if (!isFamily && !isGiven && !this.key(keyFrom, keyTo, 'full')) return -1
    if (this.bytes[at] !== quote) return this.nothing(at)
    const after = this.string(at)
    if (after < 0) return -1
    let { from, to, bytes } = this
    if (this.escaped) {
      const written = unescaped(bytes.slice(from - 1, to + 1))
      if (written === undefined) return -1
      bytes = written
      from = 0
      to = written.length
    }
    if (isFamily) {
      this.familyBytes = bytes
      this.familyFrom = from
      this.familyTo = to
    } else if (isGiven) {
      this.givenBytes = bytes
      this.givenFrom = from
      this.givenTo = to
    } else {
      this.fullBytes = bytes
      this.fullFrom = from
      this.fullTo = to
    }
    return after
  }

  private nation = 0
  private readonly nationality = (at: Place): Place => {
    const after = this.string(at)
    if (after < 0 || this.escaped) return -1
    if (this.nation < 2) {
      const code = codeOfBytes(this.bytes, this.from, this.to)
      this.nations |= this.nation === 0 ? code : code << 15
    }
    this.nation++
    return after
  }

  private number = 0
  private numberLength = -1
  private readonly document = (at: Place): Place => {
    this.numberLength = -1
    const after = this.object(at, this.documentField)
    if (after < 0 || this.numberLength < 0) return -1
    if (this.numberLength >= 4) this.builder.document(this.number)
    return after
  }

  private readonly documentField = (at: Place, keyFrom: number, keyTo: number): Place => {
    if (this.key(keyFrom, keyTo, 'number')) {
      const after = this.string(at)
      if (after < 0 || this.escaped || !this.plain) return -1
      let hash = 0x811c9dc5 ^ documentSalt
      let length = 0
      for (let i = this.from; i < this.to; i++) {
        const code = scannedCode(this.bytes[i]!)
        if (code === 0) continue
        hash = Math.imul(hash ^ code, 0x01000193)
        length++
      }
      this.number = finishHash(hash)
      this.numberLength = length
      return after
    }
    if (!this.key(keyFrom, keyTo, 'type') && !this.key(keyFrom, keyTo, 'issuer')) return -1
    return this.bytes[at] === quote ? this.string(at) : this.nothing(at)
  }

  private readBirth(at: Place): Place {
    if (this.bytes[at] !== quote) {
      this.birth = 0
      return this.nothing(at)
    }
    const after = this.string(at)
    if (after < 0 || this.escaped) return -1
    const { bytes, from, to } = this
    const length = to - from
    if (length !== 10 && length !== 7 && length !== 4) return -1
    const year = digits(bytes, from, 4)
    const month = length > 4 ? digits(bytes, from + 5, 2) : 0
    let day = length > 7 ? digits(bytes, from + 8, 2) : 0
    if (length > 4 && bytes[from + 4] !== 45) return -1
    if (length > 7 && bytes[from + 7] !== 45) return -1
    if (year < firstYear || year > lastYear || month < 0 || month > 12 || day < 0 || day > 31) return -1
    if (month === 0) day = 0
    this.birth = birthKey(year, month, day)
    return after
  }
}

function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0
  for (let i = start; i < start + count; i++) {
    const digit = bytes[i]! - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const encoder = new TextEncoder()

function unescaped(literal: Uint8Array): Uint8Array | undefined {
  try {
    const text: unknown = JSON.parse(decoder.decode(literal))
    return typeof text === 'string' ? encoder.encode(text) : undefined
  } catch {
    return undefined
  }
}
