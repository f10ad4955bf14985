/** Letters that Unicode does not take apart, as people type them without their keyboard. */
const single: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
}

/** The words of a text without case and accents, for search: Kraljić and kraljic are the same word. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/g, letter => single[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && word.length <= 60)

/** A PostgreSQL tsquery in which every word must occur, each as a beginning; null when the text holds no word. */
export const wordQuery = (text: string): string | null =>
  foldedWords(text)
    .slice(0, 12)
    .map(word => `${word}:*`)
    .join(' & ') || null
