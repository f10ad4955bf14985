// A passenger as a question to the index: the words of the name, the ways to cut them anew, and for every word of the list
// that may be one of them a slot in a table that the scan reads.
import type { NamePart } from '#core/names/parts.ts'
import { Role } from '#core/names/parts.ts'
import { Script } from '#core/names/script.ts'
import { initialWorth, namePoints } from './evidence.ts'
import type { Expansion } from './expand.ts'
import { Found } from './expand.ts'
import type { Expansions } from './expansions.ts'
import { How } from './likeness.ts'
import { lessHash } from './vocabulary.ts'
import type { Words } from './words.ts'

export const mostUnits = 16

/** A word that is looked for: one of the passenger's own, two of them joined, or a piece of one. */
export type Unit = {
  expansion: Expansion
  /** the parts of the passenger's name it covers, as bits */
  covers: number
  text: string
  kind: 'word' | 'joined' | 'piece'
  /** the unit of the other piece of a word, or -1 */
  sibling: number
}

/** One way to cut the whole name: which units, and what the cutting costs. */
export type Reading = { units: number[]; cost: number }

export type Question = {
  parts: readonly NamePart[]
  units: Unit[]
  readings: Reading[]
  /** the most that each part of the name can be worth as it was written, or as its initial */
  caps: number[]
  /** units in the order of how many names bear words like them */
  order: number[]
  /** how many words an alert's name has → the least that cutting the passenger's name and the words over cost */
  tolls: number[]
}

/** Words of a name that are compared; more are left out. */
export const mostTokens = 8

const found = new Uint32Array(2048)

/** The number of the Latin word in the list that is this piece of a text, or -1. */
function exactWord(words: Words, latin: string, from: number, to: number): number {
  const length = words.under(lessHash(latin, from, to), found, 0)
  for (let i = 0; i < length; i++) if (words.isLatin(found[i]!, latin, from, to)) return found[i]!
  return -1
}

/** The best place to cut a word that holds two words of the list; 0 where there is none. */
function cutPlace(words: Words, latin: string): number {
  let best = 0
  let most = 0
  for (let at = 2; at <= latin.length - 2; at++) {
    const left = exactWord(words, latin, 0, at)
    if (left < 0) continue
    const right = exactWord(words, latin, at, latin.length)
    if (right < 0) continue
    const bear =
      Math.log(1 + words.names(left)) + Math.log(1 + words.names(right)) + Math.min(at, latin.length - at)
    if (bear > most) {
      most = bear
      best = at
    }
  }
  return best
}

/** Whether somebody on the list bears the very word. */
export function isBorne({ found, at, count }: Expansion): boolean {
  return count > 0 && found[at + Found.How] === How.Same
}

/** See Question.tolls; for names of alerts without initials and patronymics, which cost less. */
function tollsOf(parts: readonly NamePart[], readings: readonly Reading[], truncated: boolean): number[] {
  let initials = 0
  let patronymics = 0
  for (let i = 0; i < parts.length; i++)
    if (parts[i]!.role === Role.Patronymic) patronymics++
    else if (parts[i]!.initial) initials++
  const tolls = [0]
  for (let count = 1; count <= mostTokens; count++) {
    let least = 1e9
    for (let r = 0; r < readings.length; r++) {
      const { units, cost } = readings[r]!
      const over = Math.abs(units.length - count)
      const lightest = Math.min(over, initials)
      const light = Math.min(over - lightest, patronymics)
      const apiece =
        units.length > count ? namePoints.added : truncated ? namePoints.cutOff : namePoints.omitted
      const toll =
        cost +
        lightest * namePoints.omittedInitial +
        light * namePoints.omittedPatronymic +
        (over - lightest - light) * apiece
      if (toll < least) least = toll
    }
    tolls.push(least)
  }
  return tolls
}

function added(units: Unit[], unit: Unit): number {
  units.push(unit)
  return units.length - 1
}

/** Builds the question of a name. `memo` says whether cuts may be remembered for these words. */
export function ask(
  parts: readonly NamePart[],
  words: Words,
  expansions: Expansions,
  memo: Map<string, number>,
  truncated: boolean,
): Question {
  const units: Unit[] = []
  const own: number[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    if (part === undefined) continue
    own.push(units.length)
    units.push({
      expansion: expansions.of(part.form, part.latin, part.script, false),
      covers: 1 << i,
      text: part.text,
      kind: 'word',
      sibling: -1,
    })
  }
  const readings: Reading[] = [{ units: own, cost: 0 }]
  for (let i = 0; i < parts.length && units.length < mostUnits; i++) {
    const part = parts[i]
    const after = parts[i + 1]
    if (part === undefined || part.initial) continue
    if (truncated && i === parts.length - 1 && part.script === Script.Latin && part.latin.length >= 3) {
      const expansion = expansions.headed(part.latin)
      if (expansion.count > 0) {
        const unit = added(units, { expansion, covers: 1 << i, text: part.text, kind: 'joined', sibling: -1 })
        readings.push({ units: own.map((u, at) => (at === i ? unit : u)), cost: 0 })
      }
    }
    if (part.joined !== '') {
      const expansion = expansions.of(part.joined, part.joined, Script.Latin, true)
      if (expansion.count > 0) {
        const unit = added(units, { expansion, covers: 1 << i, text: part.text, kind: 'joined', sibling: -1 })
        readings.push({ units: own.map((u, at) => (at === i ? unit : u)), cost: 40 })
      }
    }
    if (after !== undefined && !after.initial && after.script === part.script && units.length < mostUnits) {
      // pieces that nobody on the list bears are a word cut in two, which may be written in any way
      const cut = !isBorne(units[own[i]!]!.expansion) && !isBorne(units[own[i + 1]!]!.expansion)
      const expansion = expansions.of(part.form + after.form, part.latin + after.latin, part.script, !cut)
      if (expansion.count > 0) {
        const unit = added(units, {
          expansion,
          covers: 3 << i,
          text: `${part.text} ${after.text}`,
          kind: 'joined',
          sibling: -1,
        })
        readings.push({ units: [...own.slice(0, i), unit, ...own.slice(i + 2)], cost: 70 })
      }
    }
    if (part.latin.length >= 5 && units.length + 1 < mostUnits && part.script === Script.Latin) {
      let at = memo.get(part.latin)
      if (at === undefined) {
        at = cutPlace(words, part.latin)
        if (memo.size > 200_000) memo.clear()
        memo.set(part.latin, at)
      }
      if (at > 0) {
        const left = expansions.of(part.latin.slice(0, at), part.latin.slice(0, at), Script.Latin, true)
        const right = expansions.of(part.latin.slice(at), part.latin.slice(at), Script.Latin, true)
        const a = added(units, {
          expansion: left,
          covers: 1 << i,
          text: part.text,
          kind: 'piece',
          sibling: units.length + 1,
        })
        const b = added(units, {
          expansion: right,
          covers: 1 << i,
          text: part.text,
          kind: 'piece',
          sibling: a,
        })
        readings.push({ units: [...own.slice(0, i), a, b, ...own.slice(i + 1)], cost: 70 })
      }
    }
  }
  const order = units.map((_, at) => at)
  order.sort((a, b) => (units[a]?.expansion.borne ?? 0) - (units[b]?.expansion.borne ?? 0))
  const caps = own.map(unit => Math.max(initialWorth, units[unit]?.expansion.best ?? 0))
  return { parts, units, readings, caps, order, tolls: tollsOf(parts, readings, truncated) }
}
