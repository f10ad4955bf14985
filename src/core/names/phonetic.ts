// How a Latin word sounds, whatever its orthography: a spelling with the digraphs of many languages united, and a coarse
// key of consonant classes under which words of different scripts meet. Both are only doors to a comparison, never proof.

const rules: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|tsh/g, 'C'],
  [/shch|szcz|sch|sh|sz|sj(?=[aou])/g, 'S'],
  [/dzh|dj|zh|dsch/g, 'j'],
  [/ch/g, 'C'],
  [/ph/g, 'f'],
  [/gh(?=t)/g, ''],
  [/[kgq]h/g, 'h'],
  [/([bdtrj])h/g, '$1'],
  [/ck|cq/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/t[sz]|dz/g, 'z'],
  [/w/g, 'v'],
  [/eaux?|au(?=x)/g, 'o'],
  [/ou|oo|uo/g, 'u'],
  [/ee|ie|ei|ey|ij|yi|iy|y/g, 'i'],
  [/ae|ai/g, 'e'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ff$/g, 'v'],
  [/(.)\1+/g, '$1'],
  [/(?<=.{2})e$/g, ''],
]

/** The word with spellings of one sound united; small letters, `C` for ch and `S` for sh. */
export function soundForm(latin: string): string {
  let out = latin
  for (const [from, to] of rules) out = out.replace(from, to)
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

const digraphs: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tsh|sch|shch|ch(?=[ei])|sh|zh|dzh|dj|ts|tz|dz|cz|sz/g, 's'],
  [/ph/g, 'p'],
  [/th|dh/g, 't'],
  [/kh|gh|ck|ch/g, 'k'],
  [/ng/g, 'n'],
  [/w(?=[aeiou])/g, ''],
  [/x/g, 'ks'],
  [/c(?![eiy])/g, 'k'],
]

/** The consonant classes of a Latin word, repeated ones once, at most six letters; empty for a word of vowels. */
export function soundKey(latin: string): string {
  let word = latin
  for (const [from, to] of digraphs) word = word.replace(from, to)
  let out = ''
  let last = ''
  for (const letter of word) {
    const sound = classes[letter] ?? ''
    if (sound !== '' && sound !== last) out += sound
    last = sound
    if (out.length === 6) break
  }
  return out
}
