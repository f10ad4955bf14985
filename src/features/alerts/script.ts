/** Scripts by ISO 15924 that names here are written in, the commonest first. */
const scripts: readonly [code: string, letters: RegExp][] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Jpan', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Thai', /\p{Script=Thai}/u],
]

/** The script a name is written in (ISO 15924), by its first letters; null where none is known. */
export const scriptOfName = (name: string): string | null => {
  const first = /\p{L}/u.exec(name)?.[0]
  if (first === undefined) return null
  // Kana anywhere make a name that begins with Han Japanese.
  if (/\p{Script=Han}/u.test(first) && /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(name)) return 'Jpan'
  return scripts.find(([, letters]) => letters.test(first))?.[0] ?? null
}
