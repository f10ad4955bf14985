// What each finding is worth, in hundredths of a nat: the logarithm of how much more often it is seen between two records
// of one person than between two persons (Fellegi and Sunter 1969). Names are weighed by how many others bear them.
import type { BirthRelation } from './birth.ts'
import { birthRelations } from './birth.ts'
import { reviewScore } from './bands.ts'

/**
 * Same person: how records differ. Other persons: the share of random dates of birth that stand in this relation. Against
 * names these count somewhat more than the bare logarithms, for what names tell is overstated by as much.
 */
export const birthPoints: Record<BirthRelation, number> = {
  none: 0,
  same: 1000,
  'day and month swapped': 790,
  'same day, year beside': 600,
  'same day, year mistyped': 495,
  'same day and month, other year': 315,
  'same month and year, day close': 350,
  'same month and year': 350,
  'same day and year': 170,
  'swapped, year beside': 240,
  'estimated, same year': 330,
  'estimated, year close': 20,
  'same month and year, day unknown': 700,
  'same year, day unknown': 400,
  'same month, year beside, day unknown': 360,
  'year beside, day unknown': 110,
  // a year alone is often an estimate, and estimates are some years out
  'year near, day unknown': -110,
  'same year': -180,
  'year beside': -380,
  other: -600,
}

/** The same in the order of birthRelations. */
export const birthPointsOf = Int16Array.from(birthRelations, relation => birthPoints[relation])

/** From here on the date of birth says so much that the names are compared word by word. */
export const thoroughPoints = 500

/** A passenger whose own date is missing or partial cannot be cleared by it, so less is asked of the rest. */
export const unclearedPoints = { none: 760, partial: 350 } as const

export const namePoints = {
  /** the most one word can be worth, however rare */
  most: 1250,
  /** a word of the alert that the passenger's name has not; travel documents leave out less than they add */
  omitted: 230,
  /** the same where the passenger's name is said to be cut short */
  cutOff: 40,
  /** a word of the passenger's name that the alert has not */
  added: 340,
  /** names of peoples with few family names: near names of others abound, more than word by word can be seen */
  crowded: 110,
  omittedPatronymic: 30,
  omittedInitial: 15,
  /** a word of one name against another word of the other */
  against: 740,
  patronymicAgainst: 350,
  initialAgainst: 250,
  /** one in twelve words begins so, and few names but the person's own come down to an initial */
  initialFits: 360,
  /** the same for the last word of a name that is cut short and does not say so; its letters count beside it */
  cutUnsaid: -250,
  /** given names in their short form, names spelt in another tradition, names with or without an article */
  nickname: 450,
  spelling: 100,
  prefix: 250,
  fieldSwapped: 40,
} as const

export const otherPoints = {
  // people of one name mostly are of one sex anyway, so agreeing tells little
  sexSame: 5,
  sexOther: -400,
  // where the list does not say of which nationality the bearers of the name are: as if half of them were of it
  nationSame: 69,
  // the most that it comes to where few of them are of it, see bearers.ts
  nationRare: 250,
  // one in thirty is said to be of another nationality than the list says, of others of the name about two in three
  nationOther: -300,
  // and about one in eleven may travel on the passport of a State that the list does not name
  issuerOther: -200,
  documentSame: 1450,
  documentScanned: 1200,
  documentOtherIssuer: 700,
} as const

/** Further words of one name tell less than they seem to: names of one origin keep company. */
export const companyFactor = 0.95

/** What a word that agrees is worth at least, whatever its company tells. */
export const leastWorth = 20

/** What an initial that fits counts where further words count by their company: it is worth the same whatever stands beside it. */
export const initialWorth = Math.ceil(namePoints.initialFits / companyFactor)

/** Points at which an alert of a list of this size is worth a person's look. */
export function reviewPoints(alerts: number): number {
  return Math.round(100 * (Math.log(Math.max(10_000, alerts)) - 0.9))
}

/** Points to the scale of bands.ts: reviewScore at the review points, towards 1 and 0 without reaching them. */
export function scoreOf(points: number, review: number): number {
  const beyond = (points - review) / 100
  return beyond >= 0
    ? reviewScore + (1 - reviewScore) * (1 - Math.exp(-beyond / 9))
    : reviewScore * Math.exp(beyond / 7)
}

/** The points that a score needs; the inverse of scoreOf. */
export function pointsOf(score: number, review: number): number {
  if (score <= 0) return -1e9
  if (score >= 1) return 1e9
  return score >= reviewScore
    ? review - 900 * Math.log(1 - (score - reviewScore) / (1 - reviewScore))
    : review + 700 * Math.log(score / reviewScore)
}
