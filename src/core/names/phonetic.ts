// How a Latin word sounds, whatever its orthography: a spelling with the digraphs of many languages united, and a coarse
// key of consonant classes under which words of different scripts meet. Both are only doors to a comparison, never proof.

/** Pattern, what it becomes, and the letters of which every word it changes has one at least. */
const rules: readonly (readonly [RegExp, string, number])[] = (
  [
    [/tsch|tch|cz|tsh/g, 'C', 'hz'],
    [/shch|szcz|sch|sh|sz|sj(?=[aou])/g, 'S', 'hzj'],
    [/dzh|dj|zh|dsch/g, 'j', 'hj'],
    [/ch/g, 'C', 'h'],
    [/ph/g, 'f', 'h'],
    [/gh(?=t)/g, '', 'h'],
    [/[kgq]h/g, 'h', 'h'],
    [/([bdtrj])h/g, '$1', 'h'],
    [/ck|cq/g, 'k', 'c'],
    [/c(?=[eiy])/g, 's', 'c'],
    [/[cq]/g, 'k', 'cq'],
    [/x/g, 'ks', 'x'],
    [/t[sz]|dz/g, 'z', 'sz'],
    [/w/g, 'v', 'w'],
    [/eaux?|au(?=x)/g, 'o', 'u'],
    [/ou|oo|uo/g, 'u', 'o'],
    [/ee|ie|ei|ey|ij|yi|iy|y/g, 'i', 'eijy'],
    [/ae|ai/g, 'e', 'a'],
    [/oe/g, 'o', 'o'],
    [/ue/g, 'u', 'u'],
    [/ff$/g, 'v', 'f'],
  ] as const
).map(([from, to, some]): [RegExp, string, number] => [from, to, lettersOf(some)])
const doubled = /(.)\1+/g
const silent = /(?<=.{2})e$/g

/** The letters a–z of a word as bits. */
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) {
    const at = word.charCodeAt(i) - 97
    if (at >= 0 && at < 26) bits |= 1 << at
  }
  return bits
}

function hasDouble(word: string): boolean {
  for (let i = 1; i < word.length; i++) if (word.charCodeAt(i) === word.charCodeAt(i - 1)) return true
  return false
}

/** The word with spellings of one sound united; small letters, `C` for ch and `S` for sh. */
export function soundForm(latin: string): string {
  let out = latin
  let letters = lettersOf(latin)
  for (const [from, to, some] of rules) {
    if ((letters & some) === 0) continue
    const changed = out.replace(from, to)
    if (changed === out) continue
    out = changed
    letters = lettersOf(out)
  }
  if (hasDouble(out)) out = out.replace(doubled, '$1')
  if (out.charCodeAt(out.length - 1) === 101) out = out.replace(silent, '')
  return out === '' ? latin : out
}

// Labials, sibilants and affricates, dentals, velars, liquids, m, n; everything else says nothing.
const classes: Record<string, string> = {
  b: 'P',
  p: 'P',
  f: 'P',
  v: 'P',
  d: 'T',
  t: 'T',
  s: 'S',
  z: 'S',
  c: 'S',
  j: 'S',
  k: 'K',
  g: 'K',
  q: 'K',
  x: 'K',
  l: 'L',
  r: 'L',
  m: 'M',
  n: 'N',
}

const digraphs: readonly (readonly [RegExp, string, number])[] = (
  [
    [/tsch|tch|tsh|sch|shch|ch(?=[ei])|sh|zh|dzh|dj|ts|tz|dz|cz|sz/g, 's', 'hjsz'],
    [/ph/g, 'p', 'h'],
    [/th|dh/g, 't', 'h'],
    [/kh|gh|ck|ch/g, 'k', 'hc'],
    [/ng/g, 'n', 'g'],
    [/w(?=[aeiou])/g, '', 'w'],
    [/x/g, 'ks', 'x'],
    [/c(?![eiy])/g, 'k', 'c'],
  ] as const
).map(([from, to, some]): [RegExp, string, number] => [from, to, lettersOf(some)])

/** The consonant classes of a Latin word, repeated ones once, at most six letters; empty for a word of vowels. */
export function soundKey(latin: string): string {
  let word = latin
  const letters = lettersOf(latin)
  for (const [from, to, some] of digraphs) if ((letters & some) !== 0) word = word.replace(from, to)
  let out = ''
  let last = ''
  for (let i = 0; i < word.length; i++) {
    const sound = classes[word.charAt(i)] ?? ''
    if (sound !== '' && sound !== last) out += sound
    last = sound
    if (out.length === 6) break
  }
  return out
}
