import type { Span } from './finding.ts'
import { gap, has, isMixed, isNumber, isWord, key, shapes, type Text, written } from './text.ts'
import { tells } from './words.ts'

/**
 * Numbers of passports, cards, visas, permits and licences, found near a word for the document, and numbers that a State
 * gives to one person, near the word for them. A figure alone is never one: a report is full of figures.
 */
export const findDocumentNumbers = (text: Text, told: Uint32Array, taken: Uint8Array): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 200; at++) {
    const tell = told[at] ?? 0
    const cue = tell & (tells.document | tells.identity)
    const bare =
      cue === 0 &&
      /^(?:ID|Id|IDs)$/.test(short(text, at)) &&
      !has2(told, at - 1, tells.notDocument | tells.namedThing | tells.phone)
    if (cue === 0 && !bare) continue
    if (has2(told, at - 1, tells.notDocument) && cue !== 0 && (tell & tells.identity) !== 0) continue
    const kind = (tell & tells.identity) !== 0 ? 'personal-number' : 'document-number'
    if ((text.ahead[at] ?? 255) > 11 && (text.behind[at] ?? 255) > 8) continue
    const hit =
      ahead(text, told, taken, at, kind === 'personal-number') ??
      (bare ? undefined : behind(text, told, taken, at))
    if (hit === undefined) continue
    found.push({ kind, start: text.starts[hit.from] ?? 0, end: text.ends[hit.to] ?? 0 })
    for (let each = hit.from; each <= hit.to; each++) taken[each] = 1
    if (hit.from > at) at = hit.to - 1
  }
  return found
}

type Hit = { readonly from: number; readonly to: number }

const short = (text: Text, at: number): string => ((text.letters[at] ?? 0) > 12 ? '' : written(text, at))
const has2 = (told: Uint32Array, at: number, bits: number): boolean =>
  at >= 0 && ((told[at] ?? 0) & bits) !== 0

const ahead = (
  text: Text,
  told: Uint32Array,
  taken: Uint8Array,
  cue: number,
  identity: boolean,
): Hit | undefined => {
  let linked = true
  let numbered = false
  for (let at = cue + 1; at < Math.min(text.count, cue + 11); at++) {
    const space = gap(text, at - 1)
    if (/[;!?]|\n\s*\n/.test(space)) return undefined
    if (/\.\s/.test(space) && (text.letters[at - 1] ?? 0) > 4) return undefined
    if (/[:#№=º°]/.test(space)) numbered = true
    if (has2(told, at, tells.notDocument)) return undefined
    if (has2(told, at - 1, tells.phone) && isNumber(text, at)) return undefined
    const hit =
      lettered(text, told, taken, at) ??
      (linked
        ? figures(
            text,
            told,
            taken,
            at,
            numbered || at === cue + 1 || (at === cue + 2 && (text.digits[at] ?? 0) >= 8),
            identity,
          )
        : undefined)
    if (hit !== undefined) return hit
    if (isNumber(text, at)) linked = false
    else if (has2(told, at, tells.number)) numbered = true
    else if (
      !has2(told, at, passing) &&
      !(text.letters[at] === 3 && has(text, at, shapes.allCapitals)) &&
      (text.letters[at] ?? 0) > 3
    )
      linked = (numbered && at - cue <= 4) || at === cue + 1
  }
  return undefined
}

const passing =
  tells.document | tells.identity | tells.nationality | tells.particle | tells.named | tells.role

const behind = (text: Text, told: Uint32Array, taken: Uint8Array, cue: number): Hit | undefined => {
  if ((text.behind[cue] ?? 255) > 7) return undefined
  for (let at = cue - 1; at >= Math.max(0, cue - 7); at--) {
    const space = gap(text, at)
    if (/[;!?\n]/.test(space) || (/\.\s/.test(space) && (text.ends[at] ?? 0) - (text.starts[at] ?? 0) > 4))
      return undefined
    if (
      has2(told, at, tells.notDocument | tells.namedThing | tells.plate) ||
      has2(told, at - 1, tells.notDocument | tells.namedThing | tells.plate)
    )
      return undefined
    const hit = lettered(text, told, taken, isNumber(text, at) && isWord(text, at - 1) ? at - 1 : at)
    if (hit !== undefined && !has2(told, hit.from - 2, tells.notDocument)) return hit
    if (
      isNumber(text, at) &&
      (text.digits[at] ?? 0) >= 7 &&
      taken[at] === 0 &&
      /^ ?\($/.test(gap(text, cue - 1)) &&
      at === cue - 1
    )
      return { from: at, to: at }
  }
  return undefined
}

const notLetters = new Set(
  'eur usd gbp bgn try chf rsd no nr imo mmsi ews sis vis ees km kg nm utc art eu un tlp gps kw hp m v mv id ref az iso doc co op cet eet gmt'.split(
    ' ',
  ),
)

/** AB1234567, C01X00T47, AK 123456, X-1234567, 12AB34567: capitals and at least five figures, six to fifteen signs. */
const lettered = (text: Text, told: Uint32Array, taken: Uint8Array, at: number): Hit | undefined => {
  if (at < 0 || taken[at] !== 0) return undefined
  const glue = text.plain[(text.starts[at] ?? 0) - 1] ?? ' '
  if (/[@/_]/.test(glue)) return undefined
  if (isMixed(text, at) && !has(text, at, shapes.caseless)) {
    let [digits, letters, to] = [text.digits[at] ?? 0, text.letters[at] ?? 0, at]
    while (
      to - at < 3 &&
      /^[- ]$/.test(gap(text, to)) &&
      (isNumber(text, to + 1) || (isMixed(text, to + 1) && gap(text, to) === '-')) &&
      taken[to + 1] === 0 &&
      digits + (text.digits[to + 1] ?? 0) <= 14
    ) {
      to++
      digits += text.digits[to] ?? 0
      letters += text.letters[to] ?? 0
    }
    const size = digits + letters
    const run = text.plain.slice(text.starts[at], text.ends[to])
    if (!/\p{Lu}/u.test(run) && digits < 6) return undefined
    return digits >= 5 &&
      letters <= 9 &&
      size >= 6 &&
      size <= 18 &&
      !/^\d+(?:st|nd|rd|th|km|m|h|kg|e|er)$/i.test(run)
      ? { from: at, to }
      : digits >= 4 && letters >= 2 && size >= 8 && size <= 12
        ? { from: at, to }
        : undefined
  }
  if (
    isWord(text, at) &&
    has(text, at, shapes.allCapitals) &&
    (text.letters[at] ?? 9) <= 3 &&
    !notLetters.has(key(text, at)) &&
    !has2(told, at, tells.money | tells.title)
  ) {
    const space = gap(text, at)
    if (
      !/^(?:[- /]| ?[№#] ?| ?n[o°º]?\.? ?)$/i.test(space) ||
      !isNumber(text, at + 1) ||
      !(
        taken[at + 1] === 0 ||
        (taken[at + 1] === 2 && space === '-' && glue !== '-' && (text.letters[at] ?? 9) <= 2)
      )
    )
      return undefined
    let [digits, to] = [text.digits[at + 1] ?? 0, at + 1]
    while (
      to - at < 3 &&
      /^[- ]$/.test(gap(text, to)) &&
      isNumber(text, to + 1) &&
      taken[to + 1] === 0 &&
      digits < 9
    ) {
      to++
      digits += text.digits[to] ?? 0
    }
    return digits >= 5 &&
      digits <= 12 &&
      !countedAfter(text, told, to) &&
      !(digits === 8 && /^(?:19|20)\d\d$/.test(text.plain.slice(text.starts[at + 1], text.ends[at + 1])))
      ? { from: at, to }
      : undefined
  }
  return undefined
}

const countedAfter = (text: Text, told: Uint32Array, to: number): boolean =>
  (gap(text, to).length <= 2 &&
    !/[\n.;,)]/.test(gap(text, to)) &&
    has2(told, to + 1, tells.counted | tells.money)) ||
  /^ ?[%€$£]/.test(gap(text, to))

/** Figures only: six to twelve in one run, or in groups that are no thousands, directly behind the word or "no". */
const figures = (
  text: Text,
  told: Uint32Array,
  taken: Uint8Array,
  at: number,
  near: boolean,
  identity: boolean,
): Hit | undefined => {
  if (!isNumber(text, at) || taken[at] !== 0 || !near) return undefined
  if (
    /[€$£+]\s?$/.test(text.plain.slice(Math.max(0, (text.starts[at] ?? 0) - 2), text.starts[at])) ||
    has2(told, at - 1, tells.money)
  )
    return undefined
  let [digits, to] = [text.digits[at] ?? 0, at]
  const sizes = [digits]
  while (
    to - at < 5 &&
    /^(?:[- ./]| ?[№#] ?)$/.test(gap(text, to)) &&
    (isNumber(text, to + 1) || (isMixed(text, to + 1) && (text.letters[to + 1] ?? 9) <= 2)) &&
    taken[to + 1] === 0 &&
    digits + (text.digits[to + 1] ?? 0) <= 16
  ) {
    to++
    digits += text.digits[to] ?? 0
    sizes.push(text.digits[to] ?? 0)
  }
  if (
    countedAfter(text, told, to) ||
    digits < (identity ? 7 : has2(told, at - 1, tells.number) && sizes.length === 1 ? 5 : 6) ||
    digits > 15
  )
    return undefined
  const run = text.plain.slice(text.starts[at], text.ends[to])
  if (/^(?:19|20)\d\d[ /.-](?:19|20)?\d\d$/.test(run) || /^\d+[/]\d{4}$/.test(run)) return undefined
  const thousands = sizes.length > 1 && (sizes[0] ?? 0) <= 3 && sizes.slice(1).every(size => size === 3)
  const numberSaid = has2(told, at - 1, tells.number) || /[:#№]/.test(gap(text, at - 1))
  return thousands && !(numberSaid && digits >= 7) && !(identity && digits >= 8)
    ? undefined
    : { from: at, to }
}

/** Length of an account number by country: ISO 13616, SWIFT IBAN registry. */
const ibanLengths = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23
  GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30
  NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .trim()
    .split(/\s+/)
    .map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** Account numbers of ISO 13616 by country and length, written in one piece or in groups. */
export const findIbans = (text: Text): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 100; at++) {
    if (!isMixed(text, at) || (text.letters[at] ?? 0) > 20) continue
    const head = written(text, at).toUpperCase()
    const length = /^[A-Z]{2}\d\d/.test(head) ? ibanLengths.get(head.slice(0, 2)) : undefined
    if (length === undefined) continue
    let [size, to] = [head.length, at]
    while (
      size < length &&
      to - at < 10 &&
      /^[ -]$/.test(gap(text, to)) &&
      (text.digits[to + 1] ?? 0) + (text.letters[to + 1] ?? 0) <= 4
    ) {
      to++
      size += (text.digits[to] ?? 0) + (text.letters[to] ?? 0)
    }
    if (size === length) found.push({ kind: 'iban', start: text.starts[at] ?? 0, end: text.ends[to] ?? 0 })
  }
  return found
}

/** Payment cards: 13 to 19 figures that pass the check of ISO/IEC 7812-1, annex B (Luhn), in one piece or in fours. */
export const findCards = (text: Text, taken: Uint8Array): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 100; at++) {
    if (!isNumber(text, at) || taken[at] !== 0) continue
    let digits = written(text, at)
    let to = at
    if (digits.length === 4)
      while (
        to - at < 4 &&
        /^[ -]$/.test(gap(text, to)) &&
        isNumber(text, to + 1) &&
        (text.digits[to + 1] ?? 0) <= 4 &&
        digits.length <= 15
      ) {
        to++
        digits += written(text, to)
      }
    if (/^[3-6]\d{12,18}$/.test(digits) && passesLuhn(digits)) {
      found.push({ kind: 'payment-card', start: text.starts[at] ?? 0, end: text.ends[to] ?? 0 })
      for (let each = at; each <= to; each++) taken[each] = 1
    }
  }
  return found
}

const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Numbers whose own form gives them away: the Italian fiscal code and the Spanish DNI and NIE with a right check letter. */
export const findSelfEvident = (text: Text): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 100; at++) {
    if (!isMixed(text, at) || (text.letters[at] ?? 0) + (text.digits[at] ?? 0) > 16) continue
    const run = written(text, at)
    if (/^[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]$/i.test(run) || isSpanish(run.toUpperCase()))
      found.push({ kind: 'personal-number', start: text.starts[at] ?? 0, end: text.ends[at] ?? 0 })
  }
  return found
}

const isSpanish = (run: string): boolean => {
  const [, head = '', figures = '', letter] = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(run) ?? []
  if (letter === undefined || head.length + figures.length !== 8) return false
  return (
    'TRWAGMYFPDXBNJZSQVHLCKE'[Number(`${head === '' ? '' : 'XYZ'.indexOf(head)}${figures}`) % 23] === letter
  )
}

/** Registrations of vehicles, near the word for them; only where the caller asks. */
export const findPlates = (text: Text, told: Uint32Array): Span[] => {
  const found: Span[] = []
  for (let cue = 0; cue < text.count && found.length < 100; cue++) {
    if (!has2(told, cue, tells.plate)) continue
    for (let at = cue + 1; at < Math.min(text.count, cue + 6); at++) {
      if (/[.;\n]/.test(gap(text, at - 1)) && (text.letters[at - 1] ?? 0) > 3) break
      let [to, digits, letters] = [at, 0, 0]
      for (; to < Math.min(text.count, at + 4); to++) {
        const part = short(text, to)
        if (!/^(?:\p{Lu}{1,3}|\d{1,5}|[\p{Lu}\d]{2,8})$/u.test(part)) break
        digits += text.digits[to] ?? 0
        letters += text.letters[to] ?? 0
        if (!/^[- .]$/.test(gap(text, to))) {
          to++
          break
        }
      }
      if (digits < 2 || digits > 6 || letters < 1 || letters > 6) continue
      found.push({ kind: 'plate', start: text.starts[at] ?? 0, end: text.ends[to - 1] ?? 0 })
      cue = to - 1
      break
    }
  }
  return found
}
