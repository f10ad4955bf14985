// Two names side by side, without a list behind them: how much of what they say agrees. Every pair of words is weighed by
// how much it tells (a rare long word more than a short one); what one name leaves out costs less than what contradicts.
import type { NamePart } from '#core/names/parts.ts'
import { parseName, Role } from '#core/names/parts.ts'
import { Script } from '#core/names/script.ts'
import { latinCost } from '#core/names/sound-cost.ts'
import type { How, Likeness, Spoken } from './likeness.ts'
import { How as Ways, likeness, spoken } from './likeness.ts'

export type ComparedPart = { left: string; right: string; how: How; cost: number; points: number }
export type Comparison = {
  /** 0 to below 1; at reviewScore and above the two names may be one */
  score: number
  parts: ComparedPart[]
  onlyLeft: string[]
  onlyRight: string[]
}

/** What a word tells, in nats: more for rare letters and length, at most nine. */
export function telling(latin: string, form: string): number {
  const word = latin === '' ? form : latin
  return Math.min(9, 1 + 0.55 * latinCost(word))
}

type Unit = {
  spoken: Spoken
  weight: number
  from: number
  to: number
  initial: boolean
  text: string
  part: NamePart
}

function unit(parts: readonly NamePart[], from: number, to: number, extra: string): Unit | undefined {
  const first = parts[from]
  if (first === undefined) return undefined
  const slice = parts.slice(from, to)
  const form = extra !== '' ? extra : slice.map(part => part.form).join('')
  const latin = extra !== '' ? extra : slice.map(part => part.latin).join('')
  const script = extra !== '' ? Script.Latin : first.script
  return {
    spoken: spoken(form, latin, script),
    weight: slice.reduce((sum, part) => sum + telling(part.latin, part.form), 0),
    from,
    to,
    initial: first.initial && to === from + 1,
    text: slice.map(part => part.text).join(' '),
    part: first,
  }
}

function units(parts: readonly NamePart[]): Unit[] {
  const out: Unit[] = []
  const add = (made: Unit | undefined): void => {
    if (made !== undefined) out.push(made)
  }
  for (let i = 0; i < parts.length; i++) {
    add(unit(parts, i, i + 1, ''))
    const joined = parts[i]?.joined ?? ''
    if (joined !== '') add(unit(parts, i, i + 1, joined))
  }
  for (let length = 2; length <= 3; length++)
    for (let i = 0; i + length <= parts.length; i++)
      if (parts.slice(i, i + length).every(part => part.script === parts[i]?.script))
        add(unit(parts, i, i + length, ''))
  return out
}

type Pair = { left: Unit; right: Unit; found: Likeness; gain: number; share: number }

function pairsOf(left: readonly Unit[], right: readonly Unit[]): Pair[] {
  const out: Pair[] = []
  for (const a of left)
    for (const b of right) {
      const merged = a.to - a.from > 1 || b.to - b.from > 1
      if (a.to - a.from > 1 && b.to - b.from > 1) continue
      let found: Likeness
      if (a.initial !== b.initial && !merged) {
        if (a.spoken.latin.charAt(0) !== b.spoken.latin.charAt(0)) continue
        found = { cost: 150, how: Ways.Initial, share: 0.6 }
      } else found = { ...likeness(a.spoken, b.spoken) }
      if (found.share <= 0) continue
      const eastAsian = a.spoken.script >= Script.Han || b.spoken.script >= Script.Han
      if (merged && found.share < 0.6 && !eastAsian) continue
      if (merged)
        found = { cost: found.cost + 40, how: Ways.Merged, share: found.share * (eastAsian ? 1 : 0.97) }
      const weight = Math.min(a.weight, b.weight)
      const share = found.share
      if (share <= 0.1) continue
      out.push({ left: a, right: b, found, gain: share * weight, share })
    }
  return out.sort((x, y) => y.gain - x.gain)
}

/**
 * Compares two names.
 * @returns a score on the scale of screening (see bands.ts) and the parts it came from
 */
export function compareParts(left: readonly NamePart[], right: readonly NamePart[]): Comparison {
  const empty: Comparison = { score: 0, parts: [], onlyLeft: [], onlyRight: [] }
  if (left.length === 0 || right.length === 0) return empty
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  const parts: ComparedPart[] = []
  let agreed = 0
  let weighed = 0
  let cut = 0
  for (const pair of pairsOf(units(left), units(right))) {
    const { left: a, right: b } = pair
    let free = true
    for (let i = a.from; i < a.to; i++) free = free && !usedLeft.has(i)
    for (let i = b.from; i < b.to; i++) free = free && !usedRight.has(i)
    if (!free) continue
    for (let i = a.from; i < a.to; i++) usedLeft.add(i)
    for (let i = b.from; i < b.to; i++) usedRight.add(i)
    const weight = pair.found.how === Ways.Initial ? 2 : Math.min(a.weight, b.weight)
    let share = pair.share
    if (a.part.role !== b.part.role && a.part.role * b.part.role === Role.Family * Role.Given) share *= 0.97
    agreed += share * weight
    weighed += weight
    parts.push({
      left: a.text,
      right: b.text,
      how: pair.found.how,
      cost: pair.found.cost,
      points: share * weight,
    })
    if (pair.found.how === Ways.Initial) cut++
  }
  const restLeft = left.filter((_, i) => !usedLeft.has(i))
  const restRight = right.filter((_, i) => !usedRight.has(i))
  const tell = (rest: readonly NamePart[]): number =>
    rest.reduce((sum, part) => sum + (part.initial ? 1.5 : telling(part.latin, part.form)), 0)
  const tellLeft = tell(restLeft)
  const tellRight = tell(restRight)
  const initials = restLeft.some(part => part.initial) || restRight.some(part => part.initial)
  const against = Math.min(tellLeft, tellRight) * (initials ? 2.5 : 1)
  const omitted = Math.max(0, Math.max(tellLeft, tellRight) - against)
  const total = weighed + 1.1 * against + 0.22 * omitted
  let score = total === 0 ? 0 : agreed / total
  const full = parts.length - cut
  if (
    full <= 1 &&
    Math.min(left.length, right.length) === 1 &&
    Math.max(left.length, right.length) > 1 &&
    omitted > 0
  )
    score *= 0.85
  return {
    score: Math.max(0, Math.min(0.999, score)),
    parts,
    onlyLeft: restLeft.map(part => part.text),
    onlyRight: restRight.map(part => part.text),
  }
}

/** Compares two names as written, full names or single words. */
export function compareNames(left: string, right: string): Comparison {
  return compareParts(parseName({ full: left }), parseName({ full: right }))
}
