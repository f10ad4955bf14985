// Mandarin syllables in the romanisation of Wade and Giles, which passports of Taiwan and older papers of others have, from
// Hanyu Pinyin. Apostrophes and marks are left out, as travel documents leave them out, so that chun stands for four syllables.

const initials: Record<string, string> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}

/** Syllables without an initial. */
const alone: Record<string, string> = {
  yi: 'i',
  ye: 'yeh',
  yan: 'yen',
  you: 'yu',
  yong: 'yung',
  yue: 'yueh',
  er: 'erh',
  e: 'o',
}

const finals: Record<string, string> = {
  ie: 'ieh',
  ian: 'ien',
  iong: 'iung',
  ong: 'ung',
  ue: 'ueh',
  ve: 'ueh',
  v: 'u',
}

/**
 * A syllable of Hanyu Pinyin (ISO 7098:2015, `v` for ü) as Wade–Giles has it (Giles, A Chinese–English Dictionary, 1912; the
 * conversion table of the Library of Congress, 2000), without apostrophes and marks.
 */
export function wadeGiles(pinyin: string): string {
  const own = alone[pinyin]
  if (own !== undefined) return own
  const [, initial = '', final = ''] = /^([zcs]h|[bpmfdtnlgkhjqxrzcs]?)(.*)$/.exec(pinyin) ?? []
  if (final === 'i') {
    if (/^([zcs]h|r)$/.test(initial)) return `${initials[initial] ?? initial}ih`
    if (initial === 's') return 'szu'
    if (initial === 'z' || initial === 'c') return 'tzu'
  }
  const begin = initials[initial] ?? initial
  if (final === 'e' && /^[gkh]$/.test(initial)) return `${begin}o`
  if (final === 'ui' && /^[gk]$/.test(initial)) return `${begin}uei`
  if (final === 'uo' && !/^([gkh]|sh)$/.test(initial)) return `${begin}o`
  return begin + (finals[final] ?? final)
}
