// Invented persons, alerts and passengers for the bench. Nothing here knows how the matcher works: errors are written by
// rules of their own, seeds are given, and the same seed gives the same list.
import { origins } from './stock.ts'
import type { Origin } from './stock.ts'

export type Random = () => number

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, n: number): number => Math.floor(random() * n)
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T

type Word = { spellings: string[]; native: string }
type Stock = {
  origin: Origin
  families: Word[]
  givens: Word[]
  familyLaw: number[]
  givenLaw: number[]
  tail: string[]
  givenTail: string[]
}

function readWords(text: string): Word[] {
  const out: Word[] = []
  let article = ''
  for (const entry of text.trim().split(/\s+/)) {
    if (entry === 'al') {
      article = 'al '
      continue
    }
    const [latin, native] = entry.split('|')
    out.push({
      spellings: (latin ?? '').split('/').map((s, i) => (i === 0 ? article + s : s)),
      native: native ?? '',
    })
    article = ''
  }
  return out
}

function law(count: number, skew: number): number[] {
  const out: number[] = []
  let sum = 0
  for (let i = 0; i < count; i++) out.push((sum += 1 / (i + 1) ** skew))
  return out.map(x => x / sum)
}

function byLaw(random: Random, cumulative: readonly number[]): number {
  const x = random()
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 1) < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Rare families: the head of one name and the end of another, cut after a vowel. */
function longTail(random: Random, words: readonly Word[], count: number): string[] {
  const heads: string[] = []
  const ends: string[] = []
  for (const word of words) {
    const text = word.spellings[0] ?? ''
    for (let i = 2; i < text.length - 2; i++)
      if ('aeiouüöıéáíóú'.includes(text[i - 1] ?? '') && !'aeiouüöıéáíóú '.includes(text[i] ?? '')) {
        heads.push(text.slice(0, i))
        ends.push(text.slice(i))
      }
  }
  const out = new Set<string>()
  if (heads.length === 0) return []
  for (let i = 0; i < count * 3 && out.size < count; i++) {
    const middle = random() < 0.5 ? (pick(random, ends).match(/^[^aeiou]+[aeiou]+/)?.[0] ?? '') : ''
    const made = pick(random, heads) + middle + pick(random, ends)
    if (made.length < 15) out.add(made)
  }
  return [...out]
}

export function stocks(random: Random, tail: number): Stock[] {
  return origins.map(origin => {
    const families = readWords(origin.families)
    const givens = readWords(origin.givens)
    return {
      origin,
      families,
      givens,
      familyLaw: law(families.length, origin.skew),
      givenLaw: law(givens.length, 0.6),
      tail: longTail(random, [...families, ...givens], Math.ceil(tail * origin.share)),
      givenTail: longTail(random, givens, Math.ceil((tail * origin.share) / 10)),
    }
  })
}

export type Person = {
  origin: Origin
  family: Word
  givens: Word[]
  birth: { y: number; m: number; d: number }
  nation: string
  sex: 'M' | 'F'
}

const originLaw = law(1, 1)
originLaw.length = 0
{
  let sum = 0
  for (const origin of origins) originLaw.push((sum += origin.share))
  for (let i = 0; i < originLaw.length; i++) originLaw[i] = (originLaw[i] ?? 0) / sum
}

export function person(random: Random, all: readonly Stock[]): Person {
  const stock = all[byLaw(random, originLaw)] as Stock
  const { origin } = stock
  const rare = stock.tail.length > 0 && random() < origin.tail
  const family = rare
    ? { spellings: [stock.tail[Math.floor(stock.tail.length * random() ** 2)] ?? ''], native: '' }
    : (stock.families[byLaw(random, stock.familyLaw)] as Word)
  const [least, most] = origin.givenCount
  const givens: Word[] = []
  const count = least + below(random, most - least + 1)
  const monosyllables = origin.key === 'chinese' || origin.key === 'korean'
  for (let i = 0; i < count; i++) {
    const first = stock.givens[byLaw(random, stock.givenLaw)] as Word
    if (monosyllables && random() < 0.8) {
      const second = stock.givens[byLaw(random, stock.givenLaw)] as Word
      givens.push({
        spellings: [(first.spellings[0] ?? '') + (second.spellings[0] ?? '')],
        native: first.native + second.native,
      })
    } else if (i === 0 && random() < origin.tail / 2 && stock.givenTail.length > 0)
      givens.push({
        spellings: [stock.givenTail[Math.floor(stock.givenTail.length * random() ** 2)] ?? ''],
        native: '',
      })
    else if (!givens.includes(first)) givens.push(first)
  }
  // ages as of the twenties of this century, thinner towards both ends
  const y = 1945 + Math.floor(65 * (0.5 * random() + 0.5 * random()))
  const m = 1 + below(random, 12)
  return {
    origin,
    family,
    givens,
    birth: { y, m, d: 1 + below(random, m === 2 ? 28 : 30) },
    nation: random() < 0.95 ? pick(random, origin.nations) : pick(random, pick(random, origins).nations),
    sex: random() < 0.6 ? 'M' : 'F',
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
export const iso = (b: { y: number; m: number; d: number }): string => `${b.y}-${two(b.m)}-${two(b.d)}`

export function documentNumber(random: Random): string {
  let out = random() < 0.6 ? String.fromCharCode(65 + below(random, 26)) : ''
  while (out.length < 9) out += below(random, 10)
  return out
}

export type MadeAlert = {
  id: string
  names: { family?: string; given?: string; full?: string }[]
  birth: string | null
  nationalities: string[]
  sex: string | null
  documents: { type: string; number: string; issuer: string }[]
}

export type Known = { person: Person; alert: MadeAlert; script: string }

/** An alert on a person: 15 % without a full date of birth, aliases, documents, native script where the origin says so. */
export function alertOn(random: Random, who: Person, id: string): Known {
  const native =
    random() < who.origin.native && who.family.native !== '' && who.givens.every(given => given.native !== '')
  const space = who.origin.script === 'Han' || who.origin.script === 'Hangul' ? '' : ' '
  const spelt = (word: Word): string =>
    random() < 0.7 ? (word.spellings[0] ?? '') : pick(random, word.spellings)
  const latin = (): MadeAlert['names'][number] => ({
    family: title(spelt(who.family)),
    given: who.givens.map(given => title(spelt(given))).join(' '),
  })
  const names: MadeAlert['names'] = []
  if (native) {
    const given = who.givens.map(word => word.native)
    names.push(
      random() < 0.5
        ? { family: who.family.native, given: given.join(space) }
        : space === ''
          ? { full: who.family.native + given.join('') }
          : { full: [...given, who.family.native].join(' ') },
    )
  } else names.push(random() < 0.85 ? latin() : { full: Object.values(latin()).reverse().join(' ') })
  if (random() < 0.2) names.push(latin())
  const chance = random()
  const birth =
    chance < 0.05
      ? null
      : chance < 0.13
        ? String(who.birth.y)
        : chance < 0.15
          ? `${who.birth.y}-${two(who.birth.m)}`
          : iso(who.birth)
  return {
    person: who,
    script: native ? who.origin.script : 'Latin',
    alert: {
      id,
      names,
      birth,
      nationalities: [who.nation],
      sex: random() < 0.95 ? who.sex : null,
      documents: random() < 0.4 ? [{ type: 'P', number: documentNumber(random), issuer: who.nation }] : [],
    },
  }
}

export function title(text: string): string {
  return text
    .split(' ')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

const plainLetters: Record<string, string> = { ı: 'i', đ: 'd', ł: 'l', ß: 'ss', ø: 'o', æ: 'ae' }

/** As a travel document's machine-readable zone writes it. */
export function machine(text: string): string {
  let out = ''
  for (const letter of text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, ''))
    out += plainLetters[letter] ?? letter
  return out
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .trim()
}

export type MadePassenger = {
  id: string
  family: string
  given: string
  truncated?: boolean
  birth: string | null
  nationality?: string
  sex?: string
  documents: { type: string; number: string; issuer: string }[]
}

/** A passenger who is this person: spelt in one of the ways of the origin, as the document of travel has it. */
export function passengerFor(random: Random, who: Person, id: string, extra: boolean): MadePassenger {
  return {
    id,
    family: machine(who.family.spellings[0] ?? ''),
    given: who.givens.map(given => machine(given.spellings[0] ?? '')).join(' '),
    birth: iso(who.birth),
    ...(extra ? { nationality: who.nation, sex: who.sex } : {}),
    documents: random() < 0.9 ? [{ type: 'P', number: documentNumber(random), issuer: who.nation }] : [],
  }
}
