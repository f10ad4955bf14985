// A part of the list that can be asked: the frozen columns, or what was added since. The question's slots are kept per
// segment, for each has its own words.
import { parseName } from '#core/names/parts.ts'
import { readBirth } from './birth.ts'
import type { AlertText, Columns } from './columns.ts'
import { documentSalt, idSalt, readId, readText } from './columns.ts'
import { alertBit, initialBit, lastBit, roleShift } from './tokens.ts'
import type { AlertRecord } from './records.ts'
import { codeNumber, hashText, scannedNumber, sexNumber } from './records.ts'
import { Expansions } from './expansions.ts'
import { FreshWords, FrozenWords } from './words.ts'
import type { Words } from './words.ts'

export interface Segment {
  readonly words: Words
  readonly expansions: Expansions
  readonly cuts: Map<string, number>
  readonly count: number
  readonly births: Uint32Array
  readonly nations: Uint32Array
  readonly sexes: Uint8Array
  readonly tokensAt: Uint32Array
  readonly tokens: Uint32Array
  readonly dead: Uint8Array
  idOf(alert: number): string
  textOf(alert: number): AlertText
  /** Alerts whose document reads like this number to a scanner. */
  withDocument(hash: number, found: (alert: number) => void): void
  find(id: string): number
}

export class FrozenSegment implements Segment {
  readonly columns: Columns
  readonly words: FrozenWords
  readonly expansions: Expansions
  readonly cuts = new Map<string, number>()
  readonly count: number
  readonly births: Uint32Array
  readonly nations: Uint32Array
  readonly sexes: Uint8Array
  readonly tokensAt: Uint32Array
  readonly tokens: Uint32Array
  readonly dead: Uint8Array

  constructor(columns: Columns, remembered: number) {
    this.columns = columns
    this.words = new FrozenWords(columns.words, columns.lift)
    const names = columns.nameCount[0] ?? 0
    this.expansions = new Expansions(this.words, () => names, remembered)
    this.count = columns.birth.length
    this.births = columns.birth
    this.nations = columns.nations
    this.sexes = columns.sex
    this.tokensAt = columns.tokensAt
    this.tokens = columns.tokens
    this.dead = columns.dead
  }

  idOf(alert: number): string {
    const { text, textAt } = this.columns
    return readId(text, textAt[alert] ?? 0)
  }

  textOf(alert: number): AlertText {
    const { text, textAt } = this.columns
    return readText(text, textAt[alert] ?? 0)
  }

  withDocument(hash: number, found: (alert: number) => void): void {
    const { documents } = this.columns
    const mask = documents.length / 2 - 1
    for (let slot = hash & mask; documents[slot * 2 + 1] !== 0; slot = (slot + 1) & mask)
      if (documents[slot * 2] === hash) found((documents[slot * 2 + 1] ?? 1) - 1)
  }

  find(id: string): number {
    const { ids } = this.columns
    const mask = ids.length - 1
    for (let slot = hashText(id, idSalt) & mask; ids[slot] !== 0; slot = (slot + 1) & mask) {
      const alert = (ids[slot] ?? 1) - 1
      if (this.dead[alert] === 0 && this.idOf(alert) === id) return alert
    }
    return -1
  }
}

function wider<T extends Uint32Array | Uint8Array>(from: T, make: (length: number) => T, least: number): T {
  const to = make(Math.max(least, from.length * 2))
  to.set(from)
  return to
}

/** Alerts added since the columns were frozen; small, asked one after another. */
export class FreshSegment implements Segment {
  readonly words = new FreshWords()
  readonly expansions: Expansions
  readonly cuts = new Map<string, number>()
  count = 0
  births: Uint32Array = new Uint32Array(256)
  nations: Uint32Array = new Uint32Array(256)
  sexes: Uint8Array = new Uint8Array(256)
  tokensAt: Uint32Array = new Uint32Array(257)
  tokens: Uint32Array = new Uint32Array(1024)
  dead: Uint8Array = new Uint8Array(256)
  private readonly records: AlertRecord[] = []
  private readonly ids = new Map<string, number>()
  private readonly documents = new Map<number, number[]>()

  constructor(nameCount: () => number) {
    this.expansions = new Expansions(this.words, nameCount, 2000)
  }

  add(alert: AlertRecord): void {
    const number = this.count
    if (number + 1 >= this.births.length) {
      this.births = wider(this.births, n => new Uint32Array(n), 0)
      this.nations = wider(this.nations, n => new Uint32Array(n), 0)
      this.sexes = wider(this.sexes, n => new Uint8Array(n), 0)
      this.tokensAt = wider(this.tokensAt, n => new Uint32Array(n), this.births.length + 1)
      this.dead = wider(this.dead, n => new Uint8Array(n), 0)
    }
    this.births[number] = readBirth(alert.birth) ?? 0
    const nations = alert.nationalities ?? []
    this.nations[number] = codeNumber(nations[0]) | (codeNumber(nations[1]) << 15)
    this.sexes[number] = sexNumber(alert.sex)
    let at = this.tokensAt[number] ?? 0
    for (const name of alert.names) {
      const parts = parseName(name)
      if (at + parts.length >= this.tokens.length)
        this.tokens = wider(this.tokens, n => new Uint32Array(n), 0)
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]
        if (part === undefined) continue
        const id = this.words.take(part.form, part.latin, part.script)
        let token = id | (part.role << roleShift)
        if (part.initial) token |= initialBit
        if (i === parts.length - 1) token |= lastBit
        this.tokens[at++] = token >>> 0
      }
    }
    if (at > this.tokensAt[number]!) this.tokens[at - 1]! |= alertBit
    this.tokensAt[number + 1] = at
    for (const document of alert.documents ?? []) {
      const hash = hashText(scannedNumber(document.number), documentSalt)
      this.documents.set(hash, [...(this.documents.get(hash) ?? []), number])
    }
    this.records.push(alert)
    this.ids.set(alert.id, number)
    this.count++
    this.expansions.forget()
    this.cuts.clear()
  }

  record(alert: number): AlertRecord | undefined {
    return this.records[alert]
  }

  idOf(alert: number): string {
    return this.records[alert]?.id ?? ''
  }

  textOf(alert: number): AlertText {
    const record = this.records[alert]
    return {
      id: record?.id ?? '',
      names: [...(record?.names ?? [])],
      documents: (record?.documents ?? []).map(({ type, number, issuer }) => ({
        type: type ?? '',
        number,
        issuer: issuer ?? '',
      })),
    }
  }

  withDocument(hash: number, found: (alert: number) => void): void {
    for (const alert of this.documents.get(hash) ?? []) found(alert)
  }

  find(id: string): number {
    const alert = this.ids.get(id)
    return alert === undefined || this.dead[alert] === 1 ? -1 : alert
  }
}
