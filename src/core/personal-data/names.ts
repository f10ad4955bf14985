import { dateAt, type WrittenDate, yearAt } from './dates.ts'
import type { Span } from './finding.ts'
import { endsAsSurname } from './name-words.ts'
import { gap, has, isNumber, isWord, key, shapes, type Text } from './text.ts'
import { tells } from './words.ts'

type Name = { readonly from: number; readonly to: number; readonly score: number }

const tell = (told: Uint32Array, at: number, bits: number): boolean =>
  at >= 0 && ((told[at] ?? 0) & bits) !== 0

/** Could this word be part of a name as written here? */
const isPart = (text: Text, told: Uint32Array, at: number): boolean => {
  if (!isWord(text, at) || (text.letters[at] ?? 0) > 30) return false
  if (has(text, at, shapes.caseless))
    return tell(told, at, tells.given | tells.surname | tells.particle) && !tell(told, at, tells.birth)
  if (tell(told, at, tells.given | tells.surname))
    return has(text, at, shapes.capital) || tell(told, at, tells.given)
  if (!has(text, at, shapes.capital)) return false
  if (
    tell(
      told,
      at,
      tells.notName |
        tells.birth |
        tells.document |
        tells.title |
        tells.namedThing |
        tells.notDocument |
        tells.money |
        tells.phone |
        tells.number |
        tells.role |
        tells.named |
        tells.account |
        tells.identity |
        tells.plural |
        tells.counted |
        tells.nationality,
    )
  )
    return false
  return (text.letters[at] ?? 0) >= 2 || /^\.? $/.test(gap(text, at))
}

const joins = /^(?: |-|'|\. | - |\s\/\s)$/

/** The name around a token, or undefined: words that could be parts of one, joined by blanks, hyphens, particles, one comma. */
const nameAround = (text: Text, told: Uint32Array, at: number): Name | undefined => {
  if (!isPart(text, told, at)) return undefined
  let from = at
  let to = at
  let commas = 0
  const joined = (left: number): boolean => {
    const space = gap(text, left)
    if (joins.test(space)) return true
    const comma =
      space === ', ' &&
      commas === 0 &&
      (has(text, left, shapes.allCapitals) ||
        tell(told, left, tells.surname | tells.given) ||
        tell(told, left + 1, tells.given))
    if (comma) commas++
    return comma
  }
  while (to - at < 5 && to + 1 < text.count) {
    if (isPart(text, told, to + 1) && joined(to)) to++
    else if (
      tell(told, to + 1, tells.particle) &&
      isPart(text, told, to + 2) &&
      joins.test(gap(text, to)) &&
      joins.test(gap(text, to + 1))
    )
      to += 2
    else break
  }
  while (at - from < 5 && from > 0) {
    if (isPart(text, told, from - 1) && joined(from - 1)) from--
    else if (
      tell(told, from - 1, tells.particle) &&
      isPart(text, told, from - 2) &&
      joins.test(gap(text, from - 1)) &&
      joins.test(gap(text, from - 2))
    )
      from -= 2
    else break
  }
  return { from, to, score: scoreOf(text, told, from, to) }
}

const scoreOf = (text: Text, told: Uint32Array, from: number, to: number): number => {
  let [given, family, capitals, mixed, words] = [0, 0, 0, 0, 0]
  for (let at = from; at <= to; at++) {
    if (
      tell(told, at, tells.particle) &&
      !tell(told, at, tells.given | tells.surname) &&
      !(has(text, at, shapes.capital) && (text.letters[at] ?? 0) > 2)
    )
      continue
    words++
    if (tell(told, at, tells.given)) given++
    else if (tell(told, at, tells.surname)) family++
    else if (endsAsSurname(key(text, at))) family += 0.7
    if ((text.letters[at] ?? 0) >= 4 && has(text, at, shapes.allCapitals)) capitals++
    else mixed++
  }
  for (let near = Math.max(0, from - 3); near < from; near++)
    if (tell(told, near, tells.namedThing) && !tell(told, near, tells.title | tells.role | tells.named))
      return 0
  for (let at = to + 1; at <= to + 3 && gap(text, at - 1) === ' '; at++)
    if (tell(told, at, tells.namedThing)) return -9
  if (/^ \d/.test(text.plain.slice(text.ends[to], (text.ends[to] ?? 0) + 2)) && words === 1) return 0
  return (
    (given > 0 ? 2 : 0) +
    (given > 1 ? 1 : 0) +
    (family > 0 ? 1 : 0) +
    (capitals > 0 && mixed > 0 && words > 1 ? 1.5 : 0) +
    (words >= 2 && words <= 5 ? 0.5 : 0)
  )
}

/** A date or a year that says when somebody was born, with the name beside it where there is one. */
export const findBirths = (
  text: Text,
  told: Uint32Array,
  dates: readonly WrittenDate[],
  dated: Int32Array,
): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 200; at++) {
    if ((text.ahead[at] ?? 255) > 8 && (text.behind[at] ?? 255) > 4) continue
    if (!isBirthCue(text, told, at)) continue
    const date = dateBeside(text, told, dates, dated, at)
    if (date === undefined) continue
    const exact = date.day > 0 && date.month > 0 && date.year > 0
    const [first, last] = [Math.min(at, date.from), Math.max(at, date.to)]
    const name = nameNear(text, told, first, last, exact ? 0.5 : 1.5) ?? nameBeside(text, told, first)
    const generic =
      between(told, first + 1, date.from, tells.limit) ||
      between(told, first - 8, last, tells.plural) ||
      /^(?:often|usually|always|commonly|frequently|souvent|oft|meist|συχνα|често|spesso|menudo)$/.test(
        key(text, last + 2),
      )
    if (name !== undefined && !(generic && name.score < 1.5))
      found.push(
        spanOf(
          text,
          'name-with-birth-date',
          Math.min(name.from, at, date.from),
          Math.max(name.to, at, date.to),
        ),
      )
    else if (exact && !generic) found.push(spanOf(text, 'birth-date', date.from, date.to))
    else continue
    at = Math.max(at, date.to)
  }
  return found
}

const spanOf = (text: Text, kind: Span['kind'], from: number, to: number): Span => ({
  kind,
  start: text.starts[from] ?? 0,
  end: text.ends[to] ?? 0,
})

const between = (told: Uint32Array, from: number, to: number, bits: number): boolean => {
  for (let at = Math.max(0, from); at < to; at++) if (tell(told, at, bits)) return true
  return false
}

/** Words for birth, and the signs b., f., * and ° that stand for it before a date or a year. */
const isBirthCue = (text: Text, told: Uint32Array, at: number): boolean => {
  if (tell(told, at, tells.birth)) return true
  const word = text.letters[at] === 1 ? key(text, at) : ''
  if (
    /^[bfnrγрн]$/.test(word) &&
    isNumber(text, at + 1) &&
    (yearAt(text, at + 1) > 0 || dateAt(text, at + 1) !== undefined) &&
    /^\.? ?$/.test(gap(text, at)) &&
    !has(text, at, shapes.capital)
  )
    return /[(,] ?$|^ $/.test(gap(text, at - 1))
  return (
    isNumber(text, at) &&
    /(?:^|[\s(,])[*°†] ?$/.test(text.plain.slice(Math.max(0, (text.starts[at] ?? 0) - 4), text.starts[at]))
  )
}

const dateBeside = (
  text: Text,
  told: Uint32Array,
  dates: readonly WrittenDate[],
  dated: Int32Array,
  cue: number,
): WrittenDate | undefined => {
  for (let at = cue; at < Math.min(text.count, cue + 8); at++) {
    if (
      at > cue &&
      /[;!?]|\.\s+\p{Lu}/u.test(gap(text, at - 1) + (text.plain[text.starts[at] ?? 0] ?? '')) &&
      (text.letters[at - 1] ?? 0) > 4
    )
      break
    const date = dates[dated[at] ?? -1]
    if (date !== undefined && date.from === at) return date
    const year = yearAt(text, at)
    if (year > 0 && at - cue <= 3) return { from: at, to: at, year, month: 0, day: 0 }
  }
  for (let at = cue - 1; at >= Math.max(0, cue - 4); at--) {
    if (/[;!?\n]/.test(gap(text, at))) break
    const date = dates[dated[at] ?? -1]
    if (date !== undefined) return date
    if (yearAt(text, at) > 0 && cue - at <= 2)
      return { from: at, to: at, year: yearAt(text, at), month: 0, day: 0 }
    if (at < cue - 2 && !tell(told, at, tells.particle)) break
  }
  return undefined
}

/** At least two words that could be a name, directly before the word for birth: Aracelly Banderas (b. 1955). */
const nameBeside = (text: Text, told: Uint32Array, cue: number): Name | undefined => {
  if (!/^(?:,? ?\(?| - |: )$/.test(gap(text, cue - 1))) return undefined
  const name = nameAround(text, told, cue - 1)
  return name !== undefined &&
    name.to === cue - 1 &&
    name.to > name.from &&
    name.score >= 0.5 &&
    !isPlace(text, told, name)
    ? name
    : undefined
}

/** The best name within twelve words before or eight after, in the same sentence or line. */
const nameNear = (
  text: Text,
  told: Uint32Array,
  from: number,
  to: number,
  least: number,
): Name | undefined => {
  let best: Name | undefined
  const take = (at: number): number => {
    const name = nameAround(text, told, at)
    if (name === undefined) return at
    const near = cueBefore(text, told, name.from) ? name.score + 1 : name.score
    if (near >= least && (name.to > name.from || near >= 2) && near > (best?.score ?? 0))
      best = { ...name, score: near }
    return name.from
  }
  for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
    if (endsSentence(text, at)) break
    at = Math.min(at, take(at))
  }
  for (let at = to + 1; at < Math.min(text.count, to + 9); at++) {
    if (endsSentence(text, at - 1)) break
    take(at)
  }
  return best
}

const endsSentence = (text: Text, at: number): boolean => {
  const space = gap(text, at)
  return /[!?]\s|\n\s*\n/.test(space) || (/\.\s/.test(space) && (text.letters[at] ?? 0) > 3)
}

/** A word just before that says a person's name comes: named, Mr, driver, citizen. */
const cueBefore = (text: Text, told: Uint32Array, from: number): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    if (/[.;!?\n]/.test(gap(text, at)) && !tell(told, at, tells.title)) return false
    if (tell(told, at, tells.title | tells.role | tells.named | tells.nationality)) return true
    if (tell(told, at, tells.namedThing)) return false
  }
  return false
}

/** A full date beside a name without a word for birth: a list of persons, or a name with the date in brackets. */
export const findNamesWithDates = (text: Text, told: Uint32Array, dates: readonly WrittenDate[]): Span[] => {
  const found: Span[] = []
  for (const date of dates) {
    if (found.length >= 200) break
    if (date.day === 0 || date.year < 1920 || date.year > 2026) continue
    const name = beside(text, told, date)
    if (name !== undefined)
      found.push(
        spanOf(text, 'name-with-birth-date', Math.min(name.from, date.from), Math.max(name.to, date.to)),
      )
  }
  return found
}

const beside = (text: Text, told: Uint32Array, date: WrittenDate): Name | undefined => {
  let at = date.from - 1
  let steps = 0
  const onDate = tell(told, at, tells.onDate | tells.limit) && !/^\s*[,(]/.test(gap(text, at))
  while (
    steps < 4 &&
    at > 0 &&
    (tell(told, at, tells.nationality) || (text.letters[at] === 1 && /^[mfx]$/.test(key(text, at)))) &&
    /^[\s,;|/(\-:]{1,3}$/.test(gap(text, at))
  ) {
    at--
    steps++
  }
  // A date long past in brackets behind two capitalised words is a birth, hardly an event that a warning tells of.
  const bracketed = /^ ?[([]/.test(gap(text, at)) && /^ ?[)\],;]/.test(gap(text, date.to))
  const need = date.year <= 2006 && bracketed ? 0.5 : date.year <= 2012 ? 2 : 3
  if (!onDate && /^[\s,;:|/()\-[\t]{1,4}$/.test(gap(text, at))) {
    const name = nameAround(text, told, at)
    if (name !== undefined && enough(text, told, name, need) && !(need < 1 && isPlace(text, told, name)))
      return name
  }
  const next = date.to + 1
  if (onDate || !/^[\s,;:|/()\-\t]{1,3}$/.test(gap(text, date.to))) return undefined
  const name = nameAround(text, told, next)
  return name !== undefined && enough(text, told, name, Math.max(2, need) + 0.5) ? name : undefined
}

const enough = (text: Text, told: Uint32Array, name: Name, need: number): boolean =>
  name.to > name.from && name.score + (cueBefore(text, told, name.from) ? 1 : 0) >= need

/** Names by themselves, where the words around or the names themselves leave little doubt. */
export const findNames = (text: Text, told: Uint32Array): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 200; at++) {
    const titled = tell(told, at, tells.title)
    if (!titled && !tell(told, at, tells.given)) {
      const unknown = tell(told, at, tells.role | tells.named) ? afterRole(text, told, at) : undefined
      if (unknown === undefined) continue
      found.push(spanOf(text, 'person-name', unknown.from, unknown.to))
      at = unknown.to
      continue
    }
    const first = titled ? at + 1 : at
    if (
      titled &&
      (!/^\.? $/.test(gap(text, at)) ||
        (!has(text, at, shapes.capital) && !has(text, at, shapes.caseless) && (text.letters[at] ?? 0) < 4))
    )
      continue
    const name = nameAround(text, told, first)
    if (name === undefined) continue
    const cue = cueBefore(text, told, name.from)
    const score = name.score + (titled ? 2.5 : cue ? 1.5 : 0)
    const long = name.to > name.from
    const sure = score >= (long ? 3.5 : 4.5) || (titled && score >= 2.5)
    if (
      sure &&
      (titled || (cue && !tell(told, name.from, tells.placePrefix)) || !isPlace(text, told, name)) &&
      !(isSmall(text, name) && !(long && cue))
    )
      found.push(spanOf(text, 'person-name', name.from, name.to))
    at = Math.max(at, name.to)
  }
  return found
}

/** Two to four words that could be a name, directly behind the word for a role: the driver Helmer Buitrago. */
const afterRole = (text: Text, told: Uint32Array, role: number): Name | undefined => {
  const space = gap(text, role)
  const said = tell(told, role, tells.role)
  if (
    !(said ? /^(?: |, | ?: )$/ : /^(?: ?: )$/).test(space) ||
    (said && has(text, role, shapes.allCapitals) && (text.letters[role] ?? 0) > 1)
  )
    return undefined
  const name = nameAround(text, told, role + 1)
  if (name === undefined || name.from !== role + 1 || name.to - name.from < 1 || name.to - name.from > 3)
    return undefined
  if (name.score < (space === ' ' ? 0.5 : 1.2) || isPlace(text, told, name)) return undefined
  for (let at = name.from; at <= name.to; at++)
    if (!has(text, at, shapes.capital) && !tell(told, at, tells.particle) && !has(text, at, shapes.caseless))
      return undefined
  return name
}

/** A bare name that the words around make a place: near Juan Rodríguez Clara, 509 Felix Martinez, San Diego. */
const isPlace = (text: Text, told: Uint32Array, name: Name): boolean => {
  if (tell(told, name.from - 1, tells.placeBefore | tells.placePrefix) || isNumber(text, name.from - 1))
    return true
  for (let at = name.from; at <= name.to; at++)
    if (tell(told, at, tells.placePrefix | tells.placeBefore) && has(text, at, shapes.capital)) return true
  return false
}

/** Written without capitals in a script that has them. */
const isSmall = (text: Text, name: Name): boolean =>
  !has(text, name.from, shapes.caseless) &&
  !has(text, name.from, shapes.capital) &&
  !has(text, name.to, shapes.capital)

/** All dates of a text in order, and for each token the index of the date it belongs to, or -1. */
export const readDates = (text: Text): { readonly dates: WrittenDate[]; readonly dated: Int32Array } => {
  const dates: WrittenDate[] = []
  const dated = new Int32Array(text.count).fill(-1)
  for (let at = 0; at < text.count; at++) {
    const date = dateAt(text, at)
    if (date === undefined) continue
    dated.fill(dates.length, date.from, date.to + 1)
    dates.push(date)
    at = date.to
  }
  return { dates, dated }
}
