// Alerts stand in the order of their dates of birth, so that those near one date stand in a few ranges.
import type { AskedBirth, BirthRelation } from './birth.ts'
import { birthKey, birthRelations, digitSlip, firstYear, lastYear } from './birth.ts'
import type { Columns } from './columns.ts'

const relationNumber = (relation: BirthRelation): number => birthRelations.indexOf(relation)
/** The relations of dates of birth that ranges are made of, as places in birthRelations. */
export const Relation = {
  None: relationNumber('none'),
  Same: relationNumber('same'),
  Swapped: relationNumber('day and month swapped'),
  YearBeside: relationNumber('same day, year beside'),
  YearMistyped: relationNumber('same day, year mistyped'),
  OtherYear: relationNumber('same day and month, other year'),
  SwappedBeside: relationNumber('swapped, year beside'),
  SameMonth: relationNumber('same month and year, day close'),
  SameDay: relationNumber('same day and year'),
  Estimated: relationNumber('estimated, same year'),
  EstimatedClose: relationNumber('estimated, year close'),
  DayUnknown: relationNumber('same month and year, day unknown'),
  YearOnly: relationNumber('same year, day unknown'),
  MonthBeside: relationNumber('same month, year beside, day unknown'),
  BesideOnly: relationNumber('year beside, day unknown'),
  NearOnly: relationNumber('year near, day unknown'),
  Other: relationNumber('other'),
} as const

const mostRanges = 512

/** Ranges of alerts near one date of birth: from, to and relation of each in turn. */
export const ranges = new Uint32Array(mostRanges * 3)
let rangeCount = 0

function cells(columns: Columns, first: number, last: number, relation: number): void {
  const from = columns.cell[first]!
  const to = columns.cell[last + 1]!
  if (to <= from || rangeCount >= mostRanges) return
  ranges[rangeCount * 3] = from
  ranges[rangeCount * 3 + 1] = to
  ranges[rangeCount * 3 + 2] = relation
  rangeCount++
}

/**
 * Writes down the ranges of alerts whose date of birth says so much that a name of at most `possible` points can be enough.
 * @returns how many there are
 */
export function near(columns: Columns, asked: AskedBirth, needs: Int32Array, possible: number): number {
  rangeCount = 0
  if (asked.key !== 0) collect(columns, asked, needs, possible)
  return rangeCount
}

function collect(columns: Columns, asked: AskedBirth, needs: Int32Array, possible: number): void {
  const { year, month, day } = asked
  if (needs[Relation.YearOnly]! <= possible)
    cells(columns, birthKey(year, 0, 0), birthKey(year, 0, 0), Relation.YearOnly)
  if (month === 0) {
    wholeYears(columns, year, year, needs, possible, Relation.YearOnly)
    for (const by of [-1, 1]) {
      wholeYears(columns, year + by, year + by, needs, possible, Relation.BesideOnly)
      wholeYears(columns, year + by * 2, year + by * 10, needs, possible, Relation.NearOnly)
    }
    return
  }
  if (day === 0) {
    cells(columns, birthKey(year, month, 0), birthKey(year, month, 31), Relation.DayUnknown)
    if (needs[Relation.MonthBeside]! > possible) return
    for (const other of [year - 1, year + 1])
      if (other >= firstYear && other <= lastYear)
        cells(columns, birthKey(other, month, 0), birthKey(other, month, 31), Relation.MonthBeside)
    return
  }
  const exact = birthKey(year, month, day)
  cells(columns, birthKey(year, month, 0), birthKey(year, month, 0), Relation.DayUnknown)
  cells(columns, exact, exact, Relation.Same)
  if (needs[Relation.SameMonth]! <= possible) {
    if (day > 1) cells(columns, birthKey(year, month, 1), exact - 1, Relation.SameMonth)
    cells(columns, exact + 1, birthKey(year, month, 31), Relation.SameMonth)
  }
  if (needs[Relation.SameDay]! <= possible)
    for (let other = 1; other <= 12; other++)
      if (other !== month)
        cells(columns, birthKey(year, other, day), birthKey(year, other, day), Relation.SameDay)
  const swaps = day <= 12 && day !== month
  if (swaps) cells(columns, birthKey(year, day, month), birthKey(year, day, month), Relation.Swapped)
  const first = month === 1 && day === 1
  if (needs[Relation.Estimated]! <= possible) {
    if (first) cells(columns, birthKey(year, 1, 2), birthKey(year, 12, 31), Relation.Estimated)
    else cells(columns, birthKey(year, 1, 1), birthKey(year, 1, 1), Relation.Estimated)
  }
  for (const other of [year - 1, year + 1]) {
    if (other < firstYear || other > lastYear) continue
    cells(columns, birthKey(other, month, day), birthKey(other, month, day), Relation.YearBeside)
    if (needs[Relation.MonthBeside]! <= possible)
      cells(columns, birthKey(other, month, 0), birthKey(other, month, 0), Relation.MonthBeside)
    if (needs[Relation.EstimatedClose]! <= possible) {
      if (first) cells(columns, birthKey(other, 1, 0), birthKey(other, 12, 31), Relation.EstimatedClose)
      else cells(columns, birthKey(other, 1, 1), birthKey(other, 1, 1), Relation.EstimatedClose)
    }
    if (swaps && needs[Relation.SwappedBeside]! <= possible)
      cells(columns, birthKey(other, day, month), birthKey(other, day, month), Relation.SwappedBeside)
  }
  // the right day and month in a wrong year
  if (first || needs[Relation.YearMistyped]! > possible) return
  const { mistyped, others } = wrongYears(year)
  dayIn(columns, mistyped, asked, Relation.YearMistyped)
  if (needs[Relation.OtherYear]! <= possible) dayIn(columns, others, asked, Relation.OtherYear)
}

/** All months of some years, from one to another in either order, beside a year of which no more is known. */
function wholeYears(
  columns: Columns,
  one: number,
  other: number,
  needs: Int32Array,
  possible: number,
  relation: number,
): void {
  const first = Math.max(firstYear, Math.min(one, other))
  const last = Math.min(lastYear, Math.max(one, other))
  if (first <= last && needs[relation]! <= possible)
    cells(columns, birthKey(first, 1, 0), birthKey(last, 12, 31), relation)
}

function dayIn(columns: Columns, years: readonly number[], asked: AskedBirth, relation: number): void {
  for (let i = 0; i < years.length; i++) {
    const key = birthKey(years[i]!, asked.month, asked.day)
    cells(columns, key, key, relation)
  }
}

/** Years that somebody's may be written as by mistake, by one slip of a digit and otherwise; the same for everybody of a year. */
type WrongYears = { mistyped: number[]; others: number[] }
const wrong = new Map<number, WrongYears>()

function wrongYears(year: number): WrongYears {
  let years = wrong.get(year)
  if (years === undefined) {
    years = { mistyped: [], others: [] }
    for (let other = Math.max(firstYear, year - 70); other <= Math.min(lastYear, year + 70); other++)
      if (Math.abs(other - year) > 1) (digitSlip(year, other) ? years.mistyped : years.others).push(other)
    wrong.set(year, years)
  }
  return years
}
