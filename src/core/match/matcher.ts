// The matcher: a list of alerts that can be asked about one passenger after another while it changes.
import { parseName } from '#core/names/parts.ts'
import type { AlertNames } from './align.ts'
import { align, Alignment } from './align.ts'
import type { Band } from './bands.ts'
import { bandOf, reviewScore } from './bands.ts'
import { worthOfNation } from './bearers.ts'
import type { BirthRelation } from './birth.ts'
import { AskedBirth, birthRelations, readBirth } from './birth.ts'
import { Candidates } from './candidates.ts'
import type { Columns } from './columns.ts'
import { ColumnsBuilder, documentSalt } from './columns.ts'
import { birthPointsOf, otherPoints, pointsOf, reviewPoints, scoreOf, thoroughPoints } from './evidence.ts'
import type { Reason } from './explain.ts'
import { explain } from './explain.ts'
import type { Facts } from './facts.ts'
import { factsOf, setNeeds, unsharedWorth } from './facts.ts'
import { gather } from './gather.ts'
import { ask } from './question.ts'
import { isShared, noTolls, readAlert, Search, seen } from './search.ts'
import type { Question } from './question.ts'
import type { AlertRecord, PassengerRecord } from './records.ts'
import { codeNumber, codeText, documentNumber, hashText, isOf, scannedNumber } from './records.ts'
import { FreshSegment, FrozenSegment } from './segment.ts'
import type { Segment } from './segment.ts'
import type { Slots } from './slots.ts'
import { cool, heat, newSlots } from './slots.ts'
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
  /** words were compared that no key brought together */
  thorough: boolean
  alignment: Alignment | undefined
  question: Question
}

function bestOf(findings: Finding[], limit: number): Finding[] {
  return findings.sort((a, b) => b.points - a.points || a.alert - b.alert).slice(0, limit)
}

export class Matcher {
  private frozen: FrozenSegment
  private fresh: FreshSegment
  private readonly slots: Slots
  private freshSlots: Slots
  private readonly candidates: Candidates
  private readonly search: Search
  private withdrawn = 0
  private readonly remembered: number
  private readonly trial = new Alignment()
  private readonly asked = new AskedBirth()
  private readonly names: AlertNames
  private readonly needs = new Int32Array(birthRelations.length)

  /**
   * @param columns what buildColumns or a snapshot gave; may be shared with other threads
   * @param remembered how many words' answers are kept in memory
   */
  constructor(columns: Columns, remembered = 60_000) {
    this.remembered = remembered
    this.frozen = new FrozenSegment(columns, remembered)
    this.fresh = new FreshSegment(() => this.nameCount())
    this.slots = newSlots(this.frozen.words.count)
    this.freshSlots = newSlots(1024)
    this.candidates = new Candidates(this.frozen.count)
    this.search = new Search(columns, this.frozen.words, this.slots, this.candidates)
    const { tokens, words } = this.frozen
    this.names = { tokens, from: 0, to: 0, words, total: this.nameCount() }
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
    if (this.fresh.words.count > this.freshSlots.hot.length)
      this.freshSlots = newSlots(this.fresh.words.count * 2)
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
    const { threshold = reviewScore, limit = 50 } = options
    const review = this.review
    return this.find(passenger, threshold, limit, options.explain === true).map(finding => {
      const score = Math.round(scoreOf(finding.points, review) * 10000) / 10000
      return {
        alert: finding.segment.idOf(finding.alert),
        score,
        band: bandOf(score),
        reasons: options.explain === true ? explain(finding, passenger) : [],
      }
    })
  }

  /** The best findings, at most `limit` of them. */
  private find(passenger: PassengerRecord, threshold: number, limit: number, explained: boolean): Finding[] {
    let out: Finding[] = []
    const parts = parseName(passenger)
    const { asked } = this
    asked.set(readBirth(passenger.birth) ?? 0)
    const least = Math.min(pointsOf(threshold, this.review), 1e9)
    const facts = factsOf(passenger, parts, asked.key, least)
    for (const segment of this.fresh.count > 0 ? [this.frozen, this.fresh] : [this.frozen]) {
      const slots = segment === this.frozen ? this.slots : this.freshSlots
      const question = ask(parts, segment.words, segment.expansions, segment.cuts, facts.truncated)
      heat(question, slots)
      let strong = parts.length === 1 ? 1 : 0
      for (let i = 0; i < question.units.length; i++) {
        const unit = question.units[i]
        if (unit?.kind === 'joined' && (unit.covers & (unit.covers - 1)) !== 0) strong |= 1 << i
      }
      const documents = this.documents(segment, passenger)
      const { candidates } = this
      candidates.cover(segment.count)
      if (segment instanceof FrozenSegment) {
        if (facts.nation !== 0)
          facts.sameNation = worthOfNation(question, facts.nation, segment.columns.post, segment.nations)
        setNeeds(facts, this.needs)
        this.search.nation = facts.nation
        this.search.nationUnsaid = facts.sameNation
        this.search.nationOther = facts.sameNation - facts.otherNation
        gather(segment.columns, question, this.search, strong, asked, this.needs, candidates)
      } else this.sweep(segment, question, slots, strong)
      if (documents !== undefined)
        for (const alert of documents.keys()) candidates.add(alert, 0xffffffff, 1e9)
      for (let i = 0; i < candidates.count; i++) {
        const alert = candidates.list[i]!
        const document = documents?.get(alert)
        const mask = document === undefined ? candidates.masks[i]! : 0xffffffff
        this.weigh(segment, alert, mask, candidates.reach[i]!, question, slots, facts, document, out)
        if (out.length < 2 * limit + 50) continue
        // what is worse than as many as are wanted need not be weighed
        out = bestOf(out, limit)
        facts.least = Math.max(facts.least, out[limit - 1]?.points ?? 1e9)
      }
      out = bestOf(out, limit)
      if (explained)
        for (const finding of out) if (finding.segment === segment) this.layOut(finding, facts, slots)
      candidates.clear()
      cool(question, slots)
    }
    return out
  }

  private sweep(segment: FreshSegment, question: Question, slots: Slots, strong: number): void {
    const { key } = this.asked
    for (let alert = 0; alert < segment.count; alert++) {
      const from = segment.tokensAt[alert]!
      if (segment.dead[alert] === 1 || segment.tokensAt[alert + 1] === from) continue
      const birth = segment.births[alert]!
      const thorough = birthPointsOf[this.asked.relation(birth)]! >= thoroughPoints
      readAlert(segment.tokens, from, slots, thorough ? noTolls : question.tolls)
      if (isShared(strong, birth === key && key !== 0)) this.candidates.add(alert, seen.mask, seen.reach)
    }
  }

  private documents(segment: Segment, passenger: PassengerRecord): Map<number, DocumentFinding> | undefined {
    let out: Map<number, DocumentFinding> | undefined
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
          out ??= new Map()
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
    reach: number,
    question: Question,
    slots: Slots,
    facts: Facts,
    document: DocumentFinding | undefined,
    out: Finding[],
  ): void {
    if (segment.dead[alert] === 1) return
    const { least, nation, sameNation, otherNation, sex, truncated, uncleared } = facts
    const relation = this.asked.relation(segment.births[alert]!)
    const birth = birthPointsOf[relation]!
    let nationPoints = 0
    const nations = segment.nations[alert]!
    if (nation !== 0 && nations !== 0) nationPoints = isOf(nations, nation) ? sameNation : otherNation
    let sexPoints = 0
    const alertSex = segment.sexes[alert]!
    if (sex !== 0 && alertSex !== 0) sexPoints = sex === alertSex ? otherPoints.sexSame : otherPoints.sexOther
    const others = birth + uncleared + nationPoints + sexPoints + (document?.points ?? 0)
    const thorough = document !== undefined || birth >= thoroughPoints
    const { names } = this
    names.tokens = segment.tokens
    names.from = segment.tokensAt[alert]!
    names.to = segment.tokensAt[alert + 1]!
    names.words = segment.words
    if (document === undefined && others + reach + unsharedWorth(question, mask, thorough, facts) < least)
      return
    const floor = document === undefined ? least - others + facts.crowded : -1e9
    const { trial } = this
    align(question, slots, names, thorough, truncated, false, floor, trial)
    // a hit is aligned to the end, so that its score does not depend on what was asked for
    if (document === undefined && trial.points >= floor)
      align(question, slots, names, thorough, truncated, false, -1e9, trial)
    const named = Math.max(trial.points - facts.crowded, document === undefined ? -1200 : -700)
    let points = named + others
    // a document that is on the list is always looked at, whatever the name says
    if (document !== undefined && document.relation !== 'other issuer')
      points = Math.max(points, this.review + 50 + Math.max(0, points / 20))
    if (points < least) return
    out.push({
      segment,
      alert,
      points,
      namePoints: named,
      birth: birthRelations[relation] ?? 'none',
      uncleared,
      nationPoints,
      sexPoints,
      document,
      thorough,
      alignment: undefined,
      question,
    })
  }

  /** Aligns the name of a finding once more, so that it can be explained. */
  private layOut(finding: Finding, facts: Facts, slots: Slots): void {
    const { question, segment, alert, thorough } = finding
    const { names } = this
    names.from = segment.tokensAt[alert]!
    names.to = segment.tokensAt[alert + 1]!
    finding.alignment = new Alignment()
    align(question, slots, names, thorough, facts.truncated, true, -1e9, finding.alignment)
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
