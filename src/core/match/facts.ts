// What of a passenger is the same for all alerts, and what an alert must show beside it to be a hit.
import { hasClosedSurname } from '#core/names/parts.ts'
import type { NamePart } from '#core/names/parts.ts'
import { isFullBirth } from './birth.ts'
import { birthPointsOf, namePoints, otherPoints, unclearedPoints } from './evidence.ts'
import type { Question } from './question.ts'
import type { PassengerRecord } from './records.ts'
import { codeNumber, nationalityOf, sexNumber } from './records.ts'

export type Facts = {
  truncated: boolean
  /** how many parts of the name are initials */
  initials: number
  uncleared: number
  crowded: number
  nation: number
  /** what the same nationality counts: more where few who bear the name are of it, see bearers.ts */
  sameNation: number
  /** what another nationality counts: less where it is read off a passport */
  otherNation: number
  sex: number
  /** the points below which nothing is a hit */
  least: number
}

/** Points for a date of birth that is not there to clear the passenger. */
export function unclearedOf(key: number): number {
  return key === 0 ? unclearedPoints.none : isFullBirth(key) ? 0 : unclearedPoints.partial
}

/** @param birth the key of the passenger's date of birth, 0 for none */
export function factsOf(
  passenger: PassengerRecord,
  parts: readonly NamePart[],
  birth: number,
  least: number,
): Facts {
  const { code, by } = nationalityOf(passenger)
  return {
    truncated: passenger.truncated === true,
    initials: parts.filter(part => part.initial).length,
    uncleared: unclearedOf(birth),
    crowded: hasClosedSurname(parts) ? namePoints.crowded : 0,
    nation: codeNumber(code),
    sameNation: otherPoints.nationSame,
    otherNation: by === 'passport' ? otherPoints.issuerOther : otherPoints.nationOther,
    sex: sexNumber(passenger.sex),
    least,
  }
}

/** For each relation of dates of birth the name points that can still lead to a hit, given the best of the rest. */
export function setNeeds(facts: Facts, needs: Int32Array): void {
  const rest =
    (facts.nation === 0 ? 0 : facts.sameNation) +
    (facts.sex === 0 ? 0 : otherPoints.sexSame) -
    facts.crowded +
    // the passenger's initials and words cut short are found only when aligning
    (facts.truncated ? namePoints.initialFits + 400 : facts.initials * namePoints.initialFits)
  for (let i = 0; i < needs.length; i++) needs[i] = facts.least - rest - birthPointsOf[i]! - facts.uncleared
}

/** What an alert's name can be worth beyond the words it shares: what is found only when aligning. */
export function unsharedWorth(question: Question, mask: number, thorough: boolean, facts: Facts): number {
  let worth = facts.initials * namePoints.initialFits
  if (thorough)
    for (let unit = 0; unit < question.units.length; unit++)
      if ((mask & (1 << unit)) === 0) worth += question.units[unit]!.expansion.alone
  return worth + (facts.truncated ? namePoints.initialFits + 400 : thorough ? namePoints.cutUnsaid + 400 : 0)
}
