// How a passenger's record departs from the alert on the same person: one rule a class, written from what travel data
// suffers, without any knowledge of the matcher.
import type { Known, MadePassenger, Random } from './people.ts'
import { below, iso, machine, passengerFor, person, pick } from './people.ts'
import type { stocks } from './people.ts'

type Stocks = ReturnType<typeof stocks>

function typo(random: Random, word: string): string {
  if (word.length < 3) return word
  const at = 1 + below(random, word.length - 1)
  const letter = String.fromCharCode(65 + below(random, 26))
  const kind = below(random, 4)
  if (kind === 0) return word.slice(0, at) + letter + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at)
  if (kind === 2) return word.slice(0, at) + word.slice(at + 1)
  return at + 1 < word.length
    ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    : word.slice(0, at)
}

const scans: [string, string][] = [
  ['O', '0'],
  ['I', '1'],
  ['S', '5'],
  ['B', '8'],
  ['Z', '2'],
  ['G', '6'],
  ['L', '1'],
]

function misread(random: Random, word: string): string {
  const fits = scans.filter(([letter]) => word.includes(letter))
  if (fits.length === 0) return word
  const [letter, digit] = pick(random, fits)
  return word.replace(letter, digit)
}

function misreadNumber(random: Random, number: string): string {
  const fits = scans.filter(([letter, digit]) => number.includes(letter) || number.includes(digit))
  if (fits.length === 0) return number
  const [letter, digit] = pick(random, fits)
  return number.includes(letter) ? number.replace(letter, digit) : number.replace(digit, letter)
}

const orthographies: [RegExp, string][] = [
  [/OU/, 'U'],
  [/U/, 'OU'],
  [/KH/, 'H'],
  [/SH/, 'CH'],
  [/CH/, 'TCH'],
  [/Y/, 'I'],
  [/I/, 'Y'],
  [/EE/, 'I'],
  [/I/, 'EE'],
  [/Q/, 'K'],
  [/K/, 'C'],
  [/W/, 'V'],
  [/V/, 'W'],
  [/J/, 'DJ'],
  [/Z/, 'S'],
  [/PH/, 'F'],
  [/F/, 'PH'],
  [/(.)\1/, '$1'],
  [/([LMNST])(?=[AEIOU])/, '$1$1'],
  [/E/, 'I'],
  [/O/, 'U'],
  [/A$/, 'AH'],
  [/AH$/, 'A'],
  [/EV$/, 'IEV'],
  [/OV$/, 'OFF'],
  [/X/, 'KS'],
  [/TS/, 'C'],
  [/SKI$/, 'SKY'],
  [/II$/, 'Y'],
  [/GH/, 'G'],
  [/AE/, 'A'],
  [/UE/, 'U'],
  [/OE/, 'O'],
]

function respell(random: Random, word: string): string {
  const fits = orthographies.filter(([from]) => from.test(word))
  if (fits.length === 0) return word
  const [from, to] = pick(random, fits)
  return word.replace(from, to)
}

function onWord(random: Random, made: MadePassenger, change: (word: string) => string): void {
  const field = random() < 0.5 && made.given !== '' ? 'given' : 'family'
  const words = made[field].split(' ')
  let at = 0
  for (let i = 1; i < words.length; i++) if ((words[i]?.length ?? 0) > (words[at]?.length ?? 0)) at = i
  words[at] = change(words[at] ?? '')
  made[field] = words.join(' ')
}

function shift(known: Known, made: MadePassenger, years: number): void {
  made.birth = iso({ ...known.person.birth, y: known.person.birth.y + years })
}

type Rule = (random: Random, made: MadePassenger, known: Known, all: Stocks) => boolean

/** Each rule changes the passenger in place and says whether it applied. */
export const rules: Record<string, Rule> = {
  exact: () => true,
  typo: (random, made) => (onWord(random, made, word => typo(random, word)), true),
  'two typos in a word': (random, made) => (
    onWord(random, made, word => (word.length < 6 ? typo(random, word) : typo(random, typo(random, word)))),
    true
  ),
  'typos in two words': (random, made) => {
    made.family = typo(random, made.family)
    made.given = typo(random, made.given)
    return made.given.length > 3 && made.family.length > 3
  },
  'misread by a scanner': (random, made) => (onWord(random, made, word => misread(random, word)), true),
  'other spelling': (random, made, known) => {
    const { person: who } = known
    if (who.family.spellings.length > 1) made.family = machine(who.family.spellings[1] ?? '')
    else made.family = respell(random, made.family)
    made.given = who.givens.map(word => machine(pick(random, word.spellings))).join(' ')
    return true
  },
  'fields swapped': (_random, made) => (([made.family, made.given] = [made.given, made.family]), true),
  'a part missing': (random, made) => {
    const given = made.given.split(' ')
    if (given.length < 2) return false
    given.splice(below(random, given.length), 1)
    made.given = given.join(' ')
    return true
  },
  'a part more': (random, made, _known, all) => {
    made.given += ` ${machine(pick(random, person(random, all).givens).spellings[0] ?? '')}`
    return true
  },
  'parts merged': (random, made) => {
    const given = made.given.split(' ')
    if (given.length > 1) made.given = given.join('')
    else if (random() < 0.5) {
      made.family = made.given + made.family.replaceAll(' ', '')
      made.given = ''
    } else {
      made.family = made.family.replaceAll(' ', '') + made.given
      made.given = ''
    }
    return true
  },
  'a part split': (random, made) => {
    const words = made.family.split(' ')
    const last = words.pop() ?? ''
    if (last.length < 6) return false
    const at = 3 + below(random, last.length - 5)
    made.family = [...words, last.slice(0, at), last.slice(at)].join(' ')
    return true
  },
  'name truncated': (random, made) => {
    const given = made.given.split(' ')
    const last = given.pop() ?? ''
    if (last.length < 4) return false
    made.given = [...given, last.slice(0, 2 + below(random, last.length - 2))].join(' ')
    made.truncated = true
    return true
  },
  initials: (random, made) => {
    const given = made.given.split(' ')
    if (given.length < 2) return false
    const at = below(random, given.length)
    given[at] = (given[at] ?? '').charAt(0)
    made.given = given.join(' ')
    return true
  },
  'day and month swapped': (_random, made, { person: who }) => {
    if (who.birth.d > 12 || who.birth.d === who.birth.m) return false
    made.birth = iso({ y: who.birth.y, m: who.birth.d, d: who.birth.m })
    return true
  },
  'year off by one': (random, made, known) => (shift(known, made, random() < 0.5 ? 1 : -1), true),
  'other day': (random, made, { person: who }) => (
    (made.birth = iso({ ...who.birth, d: 1 + ((who.birth.d + below(random, 26)) % 28) })), true
  ),
  'year only': (_random, made, { person: who }) => ((made.birth = String(who.birth.y)), true),
  'estimated first of January': (_random, made, { person: who }) => (
    (made.birth = `${who.birth.y}-01-01`), true
  ),
  'document misread, two typos': (random, made, { alert }) => {
    const held = alert.documents[0]
    if (held === undefined) return false
    made.documents = [{ ...held, number: misreadNumber(random, held.number) }]
    made.family = typo(random, made.family)
    made.given = typo(random, made.given)
    return true
  },
  'new surname, right document': (random, made, { alert }, all) => {
    const held = alert.documents[0]
    if (held === undefined) return false
    made.documents = [held]
    made.family = machine(person(random, all).family.spellings[0] ?? '')
    return true
  },
  'spelling and year off by one': (random, made, known, all) =>
    (rules['other spelling'] as Rule)(random, made, known, all) && (shift(known, made, 1), true),
  'typo and day for month': (random, made, known, all) =>
    (rules['day and month swapped'] as Rule)(random, made, known, all) &&
    (rules['typo'] as Rule)(random, made, known, all),
  'spelling and a part missing': (random, made, known, all) =>
    (rules['other spelling'] as Rule)(random, made, known, all) &&
    (rules['a part missing'] as Rule)(random, made, known, all),
}

/** The classes of the second figure: no date of birth at all, or one that is wrong by more than a year. */
export const withoutBirth: Record<string, Rule> = {
  'no birth date': (_random, made) => ((made.birth = null), true),
  'no birth date, typo': (random, made) => {
    made.birth = null
    onWord(random, made, word => typo(random, word))
    return true
  },
  'year wrong': (random, made, known) => (
    shift(known, made, (random() < 0.5 ? 1 : -1) * (2 + below(random, 9))), true
  ),
  'decade mistyped': (random, made, known) => (shift(known, made, random() < 0.5 ? 10 : -10), true),
}

export type Positive = {
  passenger: MadePassenger
  alert: string
  rule: string
  script: string
  origin: string
  birthKnown: boolean
}

/** Draws passengers who are on the list, the classes in turn. */
export function positives(
  random: Random,
  all: Stocks,
  known: readonly Known[],
  chosen: Record<string, Rule>,
  count: number,
  extra: boolean,
): Positive[] {
  const out: Positive[] = []
  const names = Object.keys(chosen)
  for (let tries = 0; out.length < count && tries < count * 40; tries++) {
    const rule = names[out.length % names.length] ?? ''
    const one = pick(random, known)
    const passenger = passengerFor(random, one.person, `P${out.length}`, extra)
    if (one.alert.documents.length > 0 && random() < 0.5) passenger.documents = one.alert.documents.slice()
    const before = JSON.stringify(passenger)
    if (!(chosen[rule] as Rule)(random, passenger, one, all)) continue
    if (rule !== 'exact' && JSON.stringify(passenger) === before) continue
    // most people travel on another document than the one on the list, except where the class is about it
    if (!rule.includes('document'))
      passenger.documents = passengerFor(random, one.person, '', false).documents
    out.push({
      passenger,
      alert: one.alert.id,
      rule,
      script: one.script,
      origin: one.person.origin.key,
      birthKnown: one.alert.birth !== null && one.alert.birth.length === 10,
    })
  }
  return out
}
