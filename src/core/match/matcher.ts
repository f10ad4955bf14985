// The matcher: a list of alerts that can be asked about one passenger after another while it changes.
import { parseName } from '#core/names/parts.ts'
import type { Slots } from './align.ts'
import { align, Alignment, boundOf } from './align.ts'
import type { Band } from './bands.ts'
import { bandOf, reviewScore } from './bands.ts'
import type { BirthRelation } from './birth.ts'
import { birthOf, isFullBirth, readBirth, relateBirth } from './birth.ts'
import type { Columns } from './columns.ts'
import { ColumnsBuilder, documentSalt } from './columns.ts'
import { birthPoints, otherPoints, pointsOf, reviewPoints, scoreOf, unclearedPoints } from './evidence.ts'
import type { Reason } from './explain.ts'
import { explain } from './explain.ts'
import { Candidates, gather, sharedUnits } from './gather.ts'
import type { Need } from './gather.ts'
import { ask, mostUnits } from './question.ts'
import type { Question } from './question.ts'
import type { AlertRecord, PassengerRecord } from './records.ts'
import { codeNumber, codeText, documentNumber, hashText, scannedNumber, sexNumber } from './records.ts'
import { FreshSegment, FrozenSegment } from './segment.ts'
import type { Segment } from './segment.ts'
import { showBirth } from './birth.ts'

export type Hit = { alert: string; score: number; band: Band; reasons: Reason[] }
export type ScreenOptions = { limit?: number; threshold?: number; explain?: boolean }

export type DocumentFinding = {
  points: number
  relation: 'same' | 'scanned' | 'other issuer'
  number: string
  alertNumber: string
}

/** What was found between one passenger and one alert. */
export type Finding = {
  segment: Segment
  alert: number
  points: number
  namePoints: number
  birth: BirthRelation
  uncleared: number
  nationPoints: number
  sexPoints: number
  document: DocumentFinding | undefined
  alignment: Alignment | undefined
  question: Question
}

const mostSlots = 8192

function newSlots(hot: Uint16Array): Slots {
  return {
    hot,
    masks: new Uint32Array(mostSlots),
    gains: new Int16Array(mostSlots * mostUnits),
    hows: new Uint8Array(mostSlots * mostUnits),
    best: new Int16Array(mostSlots),
    used: 1,
  }
}

/** Enters every word that may be one of the question's into the table the scan reads. */
function heat(question: Question, slots: Slots): void {
  slots.used = 1
  for (let unit = 0; unit < question.units.length; unit++) {
    const expansion = question.units[unit]?.expansion
    if (expansion === undefined) continue
    const { ids, gains, hows } = expansion
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      let slot = slots.hot[id] ?? 0
      if (slot === 0) {
        if (slots.used >= mostSlots) continue
        slot = slots.used++
        slots.hot[id] = slot
        slots.masks[slot] = 0
        slots.best[slot] = 0
        slots.gains.fill(0, slot * mostUnits, slot * mostUnits + mostUnits)
      }
      slots.masks[slot] = (slots.masks[slot] ?? 0) | (1 << unit)
      const gain = gains[i] ?? 0
      slots.gains[slot * mostUnits + unit] = gain
      if (gain > slots.best[slot]!) slots.best[slot] = gain
      slots.hows[slot * mostUnits + unit] = hows[i] ?? 0
    }
  }
}

function cool(question: Question, slots: Slots): void {
  for (const unit of question.units) for (const id of unit.expansion.ids) slots.hot[id] = 0
}

/** Points for a date of birth that is not there to clear the passenger. */
export function unclearedOf(key: number): number {
  if (key === 0) return unclearedPoints.none
  if (!isFullBirth(key)) return unclearedPoints.partial
  // the first of January stands for an unknown day more often than for a birthday
  const { month, day } = birthOf(key)
  return month === 1 && day === 1 ? unclearedPoints.partial : 0
}

export class Matcher {
  private frozen: FrozenSegment
  private fresh: FreshSegment
  private slots: Slots
  private freshSlots: Slots
  private candidates: Candidates
  private withdrawn = 0
  private readonly remembered: number
  private readonly trial = new Alignment()

  /**
   * @param columns what buildColumns or a snapshot gave; may be shared with other threads
   * @param remembered how many words' answers are kept in memory
   */
  constructor(columns: Columns, remembered = 60_000) {
    this.remembered = remembered
    this.frozen = new FrozenSegment(columns, remembered)
    this.fresh = new FreshSegment(() => this.nameCount())
    this.slots = newSlots(this.frozen.hot)
    this.freshSlots = newSlots(this.fresh.hot)
    this.candidates = new Candidates(this.frozen.count)
  }

  private nameCount(): number {
    return this.frozen.columns.nameCount[0] ?? 0
  }

  /** How many alerts are in force. */
  get count(): number {
    return this.frozen.count + this.fresh.count - this.withdrawn
  }

  get columns(): Columns {
    return this.frozen.columns
  }

  /** Adds an alert, or replaces the one with the same id. The next question sees it. */
  put(alert: AlertRecord): void {
    this.remove(alert.id)
    this.fresh.add(alert)
    this.freshSlots.hot = this.fresh.hot
  }

  /** Takes an alert out of force; false where there is none of this id. */
  remove(id: string): boolean {
    for (const segment of [this.fresh, this.frozen]) {
      const alert = segment.find(id)
      if (alert < 0) continue
      segment.dead[alert] = 1
      this.withdrawn++
      return true
    }
    return false
  }

  /** How many changes wait to be frozen; above some thousands call compact. */
  get pending(): number {
    return this.fresh.count
  }

  /** Freezes everything in force into new columns. */
  compact(): Columns {
    const builder = new ColumnsBuilder()
    for (let i = 0; i < this.frozen.count; i++)
      if (this.frozen.dead[i] === 0) builder.add(recordOf(this.frozen, i))
    for (let i = 0; i < this.fresh.count; i++) {
      const record = this.fresh.record(i)
      if (this.fresh.dead[i] === 0 && record !== undefined) builder.add(record)
    }
    return builder.freeze()
  }

  /** The points an alert needs for review in a list of this size. */
  get review(): number {
    return reviewPoints(this.count)
  }

  /** Screens one passenger. The best hits come first; equal scores in the order of the list. */
  screen(passenger: PassengerRecord, options: ScreenOptions = {}): Hit[] {
    const findings = this.find(passenger, options.threshold ?? reviewScore)
    findings.sort((a, b) => b.points - a.points || a.alert - b.alert)
    const review = this.review
    return findings.slice(0, options.limit ?? 50).map(finding => {
      const score = Math.round(scoreOf(finding.points, review) * 10000) / 10000
      return {
        alert: finding.segment.textOf(finding.alert).id,
        score,
        band: bandOf(score),
        reasons: options.explain === true ? explain(finding, passenger, this.slotsOf(finding)) : [],
      }
    })
  }

  private slotsOf(finding: Finding): Slots {
    return finding.segment === this.frozen ? this.slots : this.freshSlots
  }

  private find(passenger: PassengerRecord, threshold: number): Finding[] {
    const out: Finding[] = []
    const parts = parseName(passenger)
    const key = readBirth(passenger.birth) ?? 0
    const least = Math.min(pointsOf(threshold, this.review), 1e9)
    for (const segment of this.fresh.count > 0 ? [this.frozen, this.fresh] : [this.frozen]) {
      const slots = segment === this.frozen ? this.slots : this.freshSlots
      const question = ask(
        parts,
        segment.words,
        segment.expansions,
        segment.cuts,
        passenger.truncated === true,
      )
      heat(question, slots)
      let strong = parts.length === 1 ? 1 : 0
      for (let i = 0; i < question.units.length; i++) {
        const unit = question.units[i]
        if (unit?.kind === 'joined' && (unit.covers & (unit.covers - 1)) !== 0) strong |= 1 << i
      }
      if (segment instanceof FrozenSegment)
        gather(
          segment.columns,
          question,
          slots,
          strong,
          key,
          this.need(least, passenger, key),
          this.candidates,
        )
      else this.sweep(segment, slots, strong, out, question, passenger, key, least)
      const documents = this.documents(segment, passenger)
      if (segment instanceof FrozenSegment) {
        for (const alert of documents.keys()) this.candidates.add(alert, 0xffffffff)
        for (let i = 0; i < this.candidates.count; i++)
          this.weigh(
            segment,
            this.candidates.list[i] ?? 0,
            this.candidates.masks[i] ?? 0,
            question,
            slots,
            passenger,
            key,
            least,
            documents,
            out,
          )
        this.candidates.clear()
      } else
        for (const alert of documents.keys())
          this.weigh(segment, alert, 0xffffffff, question, slots, passenger, key, least, documents, out)
      cool(question, slots)
    }
    return out
  }

  /** Name points that can still lead to a hit, given the best that date, nationality and sex may add. */
  private need(least: number, passenger: PassengerRecord, key: number): Need {
    const nation = codeNumber(passenger.nationality)
    const rest =
      (nation === 0 ? 0 : otherPoints.nationSame) + (sexNumber(passenger.sex) === 0 ? 0 : otherPoints.sexSame)
    const dated = key === 0 ? 0 : birthPoints['same year, day unknown']
    const names = least - rest - unclearedOf(key)
    return {
      undated: names - dated,
      otherYear: names - birthPoints['same day, year mistyped'],
      contradicted: names - birthPoints.other,
    }
  }

  private sweep(
    segment: FreshSegment,
    slots: Slots,
    strong: number,
    out: Finding[],
    question: Question,
    passenger: PassengerRecord,
    key: number,
    least: number,
  ): void {
    const documents = this.documents(segment, passenger)
    for (let alert = 0; alert < segment.count; alert++) {
      if (segment.dead[alert] === 1 || documents.has(alert)) continue
      const one = segment.births[alert] === key && key !== 0
      const mask = sharedUnits(segment.tokensAt, segment.tokens, alert, slots, strong, one)
      if (mask !== 0) this.weigh(segment, alert, mask, question, slots, passenger, key, least, documents, out)
    }
  }

  private documents(segment: Segment, passenger: PassengerRecord): Map<number, DocumentFinding> {
    const out = new Map<number, DocumentFinding>()
    for (const document of passenger.documents ?? []) {
      const number = documentNumber(document.number)
      if (number.length < 4) continue
      const scanned = scannedNumber(document.number)
      segment.withDocument(hashText(scanned, documentSalt), alert => {
        for (const held of segment.textOf(alert).documents) {
          if (scannedNumber(held.number) !== scanned) continue
          const ours = codeNumber(document.issuer)
          const theirs = codeNumber(held.issuer)
          const relation =
            ours !== 0 && theirs !== 0 && ours !== theirs
              ? 'other issuer'
              : documentNumber(held.number) === number
                ? 'same'
                : 'scanned'
          const points =
            relation === 'same'
              ? otherPoints.documentSame
              : relation === 'scanned'
                ? otherPoints.documentScanned
                : otherPoints.documentOtherIssuer
          if (points > (out.get(alert)?.points ?? 0))
            out.set(alert, { points, relation, number: document.number, alertNumber: held.number })
        }
      })
    }
    return out
  }

  private weigh(
    segment: Segment,
    alert: number,
    mask: number,
    question: Question,
    slots: Slots,
    passenger: PassengerRecord,
    key: number,
    least: number,
    documents: Map<number, DocumentFinding>,
    out: Finding[],
  ): void {
    if (segment.dead[alert] === 1) return
    const birth = relateBirth(key, segment.births[alert] ?? 0)
    const document = documents.get(alert)
    let nationPoints = 0
    const nations = segment.nations[alert] ?? 0
    const nation = codeNumber(passenger.nationality)
    if (nation !== 0 && nations !== 0)
      nationPoints =
        (nations & 0x7fff) === nation || nations >>> 15 === nation
          ? otherPoints.nationSame
          : otherPoints.nationOther
    let sexPoints = 0
    const sex = sexNumber(passenger.sex)
    const alertSex = segment.sexes[alert] ?? 0
    if (sex !== 0 && alertSex !== 0) sexPoints = sex === alertSex ? otherPoints.sexSame : otherPoints.sexOther
    const uncleared = unclearedOf(key)
    const others = birthPoints[birth] + uncleared + nationPoints + sexPoints + (document?.points ?? 0)
    const thorough = document !== undefined || birthPoints[birth] >= 550
    const names = {
      tokens: segment.tokens,
      from: segment.tokensAt[alert] ?? 0,
      to: segment.tokensAt[alert + 1] ?? 0,
      words: segment.words,
      lift: segment.lift,
    }
    if (document === undefined && others + boundOf(question, slots, names, mask, thorough) < least) return
    align(question, slots, names, thorough, passenger.truncated === true, false, this.trial)
    const named = Math.max(this.trial.points, document === undefined ? -1200 : -700)
    let points = named + others
    // a document that is on the list is always looked at, whatever the name says
    if (document !== undefined && document.relation !== 'other issuer')
      points = Math.max(points, this.review + 50 + Math.max(0, points / 20))
    if (points < least) return
    const alignment = new Alignment()
    align(question, slots, names, thorough, passenger.truncated === true, true, alignment)
    out.push({
      segment,
      alert,
      points,
      namePoints: named,
      birth,
      uncleared,
      nationPoints,
      sexPoints,
      document,
      alignment,
      question,
    })
  }
}

/** An alert of the frozen columns as a record again. */
export function recordOf(segment: FrozenSegment, alert: number): AlertRecord {
  const text = segment.textOf(alert)
  const nations = segment.nations[alert] ?? 0
  const sex = segment.sexes[alert] ?? 0
  return {
    id: text.id,
    names: text.names,
    birth: showBirth(segment.births[alert] ?? 0) || null,
    nationalities: [nations & 0x7fff, nations >>> 15].filter(code => code !== 0).map(codeText),
    sex: sex === 1 ? 'M' : sex === 2 ? 'F' : null,
    documents: text.documents,
  }
}

/** Builds the columns of a list. */
export function buildColumns(alerts: Iterable<AlertRecord>): Columns {
  const builder = new ColumnsBuilder()
  for (const alert of alerts) builder.add(alert)
  return builder.freeze()
}
