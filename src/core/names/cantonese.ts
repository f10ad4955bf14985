// Cantonese syllables as identity papers of Hong Kong and Macao spell them. There is no published standard: the practice of
// Hong Kong's registries follows Eitel's dictionary of 1877 without its marks, with a few spellings left to the bearer.

const initials: Record<string, string> = { b: 'p', d: 't', g: 'k', gw: 'kw', z: 'ch', c: 'ch', j: 'y' }

const finals: Record<string, string> = {
  aa: 'a ah',
  aai: 'ai',
  aau: 'au',
  aam: 'am',
  aan: 'an',
  aang: 'ang',
  aap: 'ap',
  aat: 'at',
  aak: 'ak',
  au: 'au ow',
  am: 'am um',
  an: 'an un',
  o: 'o or',
  ou: 'o',
  oeng: 'eung',
  oek: 'euk eok',
  eoi: 'ui',
  eon: 'un',
  eot: 'ut',
  u: 'u oo',
  un: 'un oon',
  yu: 'u ue',
  yun: 'uen un',
  yut: 'uet ut',
}

/** Syllables that are spelt as no rule says. */
const whole: Record<string, string> = {
  si: 'sze sz si see',
  zi: 'chi tsz tze',
  ci: 'chi tsz',
  ji: 'yi yee',
  lei: 'lei lee li',
  kei: 'kei ki',
  gei: 'kei ki',
  nei: 'nei ni',
}

/** Finals before which s is spelt sh by many, and those before which it is by all. */
const oftenSh = new Set(['ing', 'ek', 'iu', 'am', 'au', 'an', 'aan', 'eoi', 'eon'])
const alwaysSh = new Set(['yu', 'oeng'])

function initialsOf(initial: string, final: string): string[] {
  if (initial === 's') return alwaysSh.has(final) ? ['sh'] : oftenSh.has(final) ? ['s', 'sh'] : ['s']
  const usual = initials[initial] ?? initial
  return usual === 'ch' && /^(a|o(?!e)|eoi|e$)/.test(final) ? ['ch', 'ts'] : [usual]
}

/**
 * The Latin spellings of a Cantonese syllable in names, the usual one first.
 * @param jyutping a syllable in Jyutping (Linguistic Society of Hong Kong 1993) without its tone
 */
export function hongKongSpellings(jyutping: string): string[] {
  const special = whole[jyutping]
  if (special !== undefined) return special.split(' ')
  const [, initial = '', final = ''] = /^(ng(?=.)|gw|kw|[bpmfdtnlgkhwzcsj]?)(.*)$/.exec(jyutping) ?? []
  const out: string[] = []
  for (const end of (finals[final] ?? final).split(' '))
    for (const begin of initialsOf(initial, final)) out.push(begin + end)
  return out
}
