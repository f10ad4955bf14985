import type { Span } from './finding.ts'
import { gap, has, isNumber, isWord, key, noGap, shapes, type Text } from './text.ts'
import { tells } from './words.ts'

const localSigns = new Set("!#$%&'*+/=?^_{|}~-.".split('').map(sign => sign.charCodeAt(0)))
const inWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xaa && !(code >= 0x2000 && code <= 0x206f) && code !== 0xab && code !== 0xbb && code < 0xfff0)
const inLocal = (code: number): boolean => inWord(code) || localSigns.has(code)
const inDomain = (code: number): boolean => inWord(code) || code === 0x2e || code === 0x2d

/** Addresses of RFC 5322 in the form people write them (no quoted local part), and those that hide the sign: (at), [at]. */
export const findEmails = ({ plain, source }: Text, text: Text, told: Uint32Array): Span[] => {
  const found: Span[] = []
  for (
    let sign = plain.indexOf('@');
    sign !== -1 && found.length < 100;
    sign = plain.indexOf('@', sign + 1)
  ) {
    let start = sign
    while (start > 0 && sign - start < 64 && inLocal(source.charCodeAt(start - 1))) start--
    let end = sign + 1
    while (end < plain.length && end - sign < 255 && inDomain(source.charCodeAt(end))) end++
    if (end - sign < 5 || start === sign) continue
    while (end > sign && /[.-]/.test(plain[end - 1] ?? '')) end--
    if (
      start < sign &&
      /[\p{L}\p{N}]/u.test(source.slice(start, sign)) &&
      /^[^.].*\.\p{L}{2,}$/u.test(plain.slice(sign + 1, end))
    )
      found.push({ kind: 'e-mail', start, end })
  }
  for (let at = 1; at < text.count && found.length < 100; at++) {
    if (((told[at] ?? 0) & tells.at) === 0) continue
    const bracketed = /[([{<] ?$/.test(gap(text, at - 1)) && /^ ?[)\]}>]/.test(gap(text, at))
    const host = at + 1
    let last = host
    let dots = 0
    while (last + 1 < text.count && last - host < 8) {
      if (/^\.$/.test(gap(text, last)) && bracketed) last++
      else if (
        ((told[last + 1] ?? 0) & tells.dot) !== 0 &&
        gap(text, last).length <= 3 &&
        gap(text, last + 1).length <= 3
      ) {
        last += 2
        dots++
      } else break
    }
    if (last === host || (!bracketed && dots === 0) || !/^(?:[a-z]{2,6}|ελ|бг|рф)$/.test(key(text, last)))
      continue
    let from = at - 1
    while (from > 0 && /^[._-]$/.test(gap(text, from - 1)) && at - from < 6) from--
    found.push({ kind: 'e-mail', start: text.starts[from] ?? 0, end: text.ends[last] ?? 0 })
  }
  return found
}

/** A handle after the name of a messaging or social network: Telegram @name. Channels and groups are no persons. */
export const findAccounts = (text: Text, told: Uint32Array): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 100; at++) {
    if (((told[at] ?? 0) & tells.account) === 0) continue
    for (let next = at + 1; next < Math.min(at + 6, text.count); next++) {
      const word = key(text, next - 1)
      if (
        /^(?:channels?|groups?|pages?|canal|groupe|kanal|gruppe|grupo|gruppo|κανα.*|група.*|канал.*|قناة|bots?)$/.test(
          word,
        )
      )
        break
      if (!gap(text, next - 1).endsWith('@')) continue
      let last = next
      while (gap(text, last) === '_' && last - next < 5) last++
      found.push({ kind: 'account', start: (text.starts[next] ?? 1) - 1, end: text.ends[last] ?? 0 })
      at = last
      break
    }
  }
  return found
}

const between = /^(?: ?[-./] ?| ?\) ?[-/]? ?| ?\( ?| |\) ?-)$/

/**
 * Telephone numbers: international (E.164, at most 15 digits, `+` or 00), national with their leading 0 or in the groupings
 * of the countries around, and any likely number behind a word for telephone. `taken` are tokens already read as dates,
 * times, references and other figures. Numbers in thousands, amounts and counts are left alone.
 */
export const findPhones = (text: Text, told: Uint32Array, taken: Uint8Array): Span[] => {
  const found: Span[] = []
  for (let at = 0; at < text.count && found.length < 200; at++) {
    if (!isNumber(text, at) || taken[at] !== 0) continue
    let last = at
    let digits = text.digits[at] ?? 0
    while (
      last - at < 9 &&
      isNumber(text, last + 1) &&
      taken[last + 1] === 0 &&
      text.gaps[last] !== noGap &&
      (text.gaps[last] === 0x20 || between.test(gap(text, last))) &&
      digits < 16
    ) {
      if (digits + (text.digits[last + 1] ?? 0) > 15) break
      last++
      digits += text.digits[last] ?? 0
    }
    if (digits < 6 || digits > 15) {
      at = last
      continue
    }
    const before = text.plain.slice(Math.max(0, (text.starts[at] ?? 0) - 3), text.starts[at])
    const plus = /\+ ?\(?$/.test(before)
    if (!followedByCount(text, told, last) && isPhone(text, told, at, last, digits, plus, before))
      found.push({
        kind: 'phone',
        start: (text.starts[at] ?? 0) - (plus ? before.length - before.indexOf('+') : 0),
        end: text.ends[last] ?? 0,
      })
    at = last
  }
  return found
}

const followedByCount = (text: Text, told: Uint32Array, last: number): boolean =>
  (gap(text, last).length <= 3 &&
    ((told[last + 1] ?? 0) & (tells.counted | tells.money)) !== 0 &&
    !/[\n.;,]/.test(gap(text, last))) ||
  /^ ?[%‰°€$£]/.test(gap(text, last))

const isPhone = (
  text: Text,
  told: Uint32Array,
  at: number,
  last: number,
  digits: number,
  plus: boolean,
  before: string,
): boolean => {
  const groups: string[] = []
  for (let each = at; each <= last; each++) groups.push(text.plain.slice(text.starts[each], text.ends[each]))
  const all = groups.join('')
  const separators: string[] = []
  for (let each = at; each < last; each++) separators.push(gap(text, each).trim() || ' ')
  const [first = '', second = ''] = groups
  const decimal =
    groups.length === 2 &&
    separators[0] === '.' &&
    (first.length <= 3 || (first.length === 4 && !first.startsWith('0') && second.length <= 4))
  const thousands =
    groups.length > 1 &&
    first.length <= 3 &&
    !first.startsWith('0') &&
    groups.slice(1).every(group => group.length === 3) &&
    separators.every(each => each === separators[0])
  const years = groups.length > 1 && groups.every(group => /^(?:19|20)\d\d$/.test(group))
  if (years || decimal || /[€$£%#§]\s?$|[\p{L}\d][-/._:]$/u.test(before)) return false
  if (plus) return digits >= 8 && all[0] !== '0' && !(thousands && digits < 10)
  if (all.startsWith('00') && /^00[1-9]/.test(all)) return digits >= 11
  if (cued(text, told, at)) return !(thousands && groups.length === 2) && !/^0+$/.test(all)
  const steady = separators.every(each => each === separators[0])
  const shape = groups.map(group => group.length).join('-')
  if (all.startsWith('0'))
    return (
      digits >= 9 &&
      digits <= 12 &&
      /^0[1-9]/.test(all) &&
      (first.length >= 2 || /^[1-9]/.test(second)) &&
      !(first.length === 2 && groups.length === 3 && shape === '2-2-4')
    )
  if (before.trim().endsWith('(') && shape === '3-3-4') return true
  if (!steady) return shape === '3-3-4' || shape === '1-3-3-4'
  if (separators[0] === '.' && groups.length === 2) return false
  if (groups.length === 1) return /^69\d{8}$/.test(all)
  return (
    /^(?:3-3-4|3-7|3-2-2-2|3-3-2-2|3-6|1-3-3-4)$/.test(shape) &&
    !thousands &&
    (shape !== '3-6' || /^[67]/.test(all)) &&
    !first.startsWith('20')
  )
}

/** A word for telephone within six words before, in the same sentence. */
const cued = (text: Text, told: Uint32Array, at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 7); back--) {
    const space = gap(text, back)
    if (/[;!?\n]/.test(space) && back < at - 1) return false
    if (/\. /.test(space) && (text.ends[back] ?? 0) - (text.starts[back] ?? 0) > 4 && back < at - 1)
      return false
    if (
      ((told[back] ?? 0) & (tells.notDocument | tells.document)) !== 0 &&
      ((told[back] ?? 0) & tells.phone) === 0
    )
      return false
    if (((told[back] ?? 0) & tells.phone) !== 0) return isWord(text, back) || has(text, back, shapes.caseless)
  }
  return false
}
