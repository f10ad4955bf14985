import { findAccounts, findEmails, findPhones } from './contacts.ts'
import { findCards, findDocumentNumbers, findIbans, findPlates, findSelfEvident } from './documents.ts'
import { type Finding, type FindingKind, findingKinds, findingSentence, type Span } from './finding.ts'
import { findMrz, isSecondLine } from './mrz-lines.ts'
import { findBirths, findNames, findNamesWithDates, readDates } from './names.ts'
import { gap, isMixed, isNumber, readText, type Text, written } from './text.ts'
import { readTells, tells } from './words.ts'

export type FindOptions = {
  /** Look for registrations of vehicles too. */
  readonly plates?: boolean
  /** Stop after so many findings (200). */
  readonly limit?: number
}

/**
 * The personal data in a free text, in the order of the text, none overlapping. Warnings and reports carry no personal data
 * (Commission press text on the 2005 implementing decision), so each finding stops a send and points at the words. It looks
 * for what identifies a person and leaves alone what a warning is made of: places, ships, routes, references, dates of
 * events, flights, prices, coordinates, laws and figures. Rules, not a model: each finding can be explained. Linear in time.
 */
export const findPersonalData = (
  source: string,
  { plates = false, limit = 200 }: FindOptions = {},
): Finding[] => {
  const text = readText(source)
  const told = readTells(text)
  const { dates, dated } = readDates(text)
  const taken = new Uint8Array(text.count)
  for (let at = 0; at < text.count; at++) if ((dated[at] ?? -1) >= 0) taken[at] = 1
  markFigures(text, told, taken)
  const spans: Span[] = [
    ...findMrz(text.plain),
    ...findWholeLines(text),
    ...findBirths(text, told, dates, dated),
    ...findNamesWithDates(text, told, dates),
    ...findEmails(text, text, told),
    ...findIbans(text),
    ...findCards(text, taken),
    ...findDocumentNumbers(text, told, taken),
    ...findSelfEvident(text),
    ...findPhones(text, told, taken),
    ...findAccounts(text, told),
    ...findNames(text, told),
    ...(plates ? findPlates(text, told) : []),
  ]
  return settled(spans)
    .slice(0, limit)
    .map(span => ({
      ...span,
      excerpt: source.slice(span.start, Math.min(span.end, span.start + 120)),
      sentence: findingSentence[span.kind],
    }))
}

const rank = new Map<FindingKind, number>(findingKinds.map((kind, at) => [kind, at]))

/** Of overlapping spans the one that says most stays. */
const settled = (spans: Span[]): Span[] => {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last === undefined || span.start >= last.end) kept.push(span)
    else if (
      (rank.get(span.kind) ?? 99) < (rank.get(last.kind) ?? 99) &&
      span.end - span.start >= (last.end - last.start) / 2
    )
      kept[kept.length - 1] = {
        ...span,
        start: Math.min(span.start, last.start),
        end: Math.max(span.end, last.end),
      }
  }
  return kept
}

/** Machine-readable lines without a filler sign. */
const findWholeLines = (text: Text): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 100; at++) {
    if (!isMixed(text, at) || (text.ends[at] ?? 0) - (text.starts[at] ?? 0) < 28) continue
    if ((text.ends[at] ?? 0) - (text.starts[at] ?? 0) <= 100 && isSecondLine(written(text, at)))
      found.push({ kind: 'mrz', start: text.starts[at] ?? 0, end: text.ends[at] ?? 0 })
  }
  return found
}

/** Marks figures that are times, laws, coordinates, shares, references, vessels and flights, so that no rule takes them up. */
const markFigures = (text: Text, told: Uint32Array, taken: Uint8Array): void => {
  for (let at = 0; at < text.count; at++) {
    if (!isNumber(text, at) || taken[at] !== 0) continue
    const behindWord = at > 0 ? (told[at - 1] ?? 0) : 0
    if ((behindWord & tells.notDocument) !== 0 && (behindWord & (tells.phone | tells.document)) === 0)
      taken[at] = 1
    if ((behindWord & tells.number) !== 0 && ((told[at - 2] ?? 0) & tells.notDocument) !== 0) taken[at] = 1
    const before = text.plain[(text.starts[at] ?? 0) - 1] ?? ' '
    if (before === ' ' && text.gaps[at] === 0x20) continue
    const after = gap(text, at)
    const next = isNumber(text, at + 1)
    // 10:30, 10:30:15
    if (after === ':' && next && (text.digits[at] ?? 0) <= 2) taken[at] = taken[at + 1] = 1
    // (EU) 2016/399, 810/2009, 2026/45
    if (after === '/' && next && (isYearLike(text, at) || isYearLike(text, at + 1)))
      taken[at] = taken[at + 1] = 1
    // 36.5123 N, 36°51', 25.9%
    if (text.gaps[at] !== 0x2e && /^ ?[°'"%‰]/.test(after)) taken[at] = 1
    if (
      after === '.' &&
      !(before === '.' && isNumber(text, at - 1)) &&
      next &&
      (text.digits[at] ?? 0) <= 3 &&
      (text.digits[at + 1] ?? 0) >= 3 &&
      gap(text, at + 1) !== '.' &&
      !/^[ -]\d/.test(after)
    ) {
      const tail = gap(text, at + 1)
      if (!/^[./ -]$/.test(tail) || !isNumber(text, at + 2))
        if ((text.digits[at + 1] ?? 0) !== 7 || before === '-') taken[at] = taken[at + 1] = 1
    }
    // EWS-EL-2026-0093, IMO 9123456, MMSI 237012345, flight 1234
    if ('-_/#'.includes(before) && at > 0 && !isNumber(text, at - 1) && gap(text, at - 1).length === 1)
      taken[at] = before === '-' ? 2 : 1
    if (taken[at - 1] === 1 && before === '-' && isNumber(text, at - 1) && !/\d{7,}/.test(written(text, at)))
      taken[at] = 1
  }
}

const isYearLike = (text: Text, at: number): boolean =>
  /^(?:19|20)\d\d$/.test((text.digits[at] ?? 0) === 4 ? written(text, at) : '')

export type FieldFinding = Finding & { readonly path: (string | number)[] }

/**
 * The same for every text in a record, at any depth. Offsets are those of the field. The field's own name counts as a word
 * before it, so that a bare value under `passportNumber` is found. Text only: numbers and dates as values are not read.
 */
export const findInRecord = (record: Record<string, unknown>, options: FindOptions = {}): FieldFinding[] => {
  const found: FieldFinding[] = []
  const seen = new Set<object>()
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') {
      const label = spoken(path.findLast(step => typeof step === 'string') ?? '')
      for (const each of findPersonalData(`${label}: ${value}`, options)) {
        const shift = label.length + 2
        if (each.end <= shift) continue
        const start = Math.max(0, each.start - shift)
        found.push({
          ...each,
          start,
          end: each.end - shift,
          excerpt: value.slice(start, Math.min(each.end - shift, start + 120)),
          path,
        })
      }
    } else if (typeof value === 'object' && value !== null && !seen.has(value) && path.length < 40) {
      seen.add(value)
      if (Array.isArray(value)) value.forEach((each: unknown, at) => visit(each, [...path, at]))
      else for (const [name, each] of Object.entries(value)) visit(each, [...path, name])
    }
  }
  visit(record, [])
  return found
}

/** passportNumber and passport_number as words: passport number. */
const spoken = (name: string): string =>
  name
    .slice(0, 60)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
