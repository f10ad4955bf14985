// Names as a machine-readable zone writes them: transliteration by ICAO Doc 9303-3 section 6 (recommended tables A and B)
// and the cut to the field by section 4.6 of part 4 and its sisters. Facts carried over: the letters that are spelt out.
import { romanise } from './romanise.ts'
import { Script, scriptOfWord } from './script.ts'

const spelt: Record<string, string> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  ß: 'SS',
  ẞ: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ħ: 'H',
  Ŋ: 'N',
  Ŧ: 'T',
  İ: 'I',
  ı: 'I',
  Ĳ: 'IJ',
  Ñ: 'N',
}

/** A name field in the signs of a machine-readable zone: A–Z and `<` between words; apostrophes are left out. */
export function transliterateIcao(text: string): string {
  const words = text.normalize('NFC').split(/[\s\-–,.]+/u)
  return words
    .map(word => {
      const script = scriptOfWord(word)
      if (script !== Script.Latin && script !== Script.Other) return romanise(word, script).toUpperCase()
      let out = ''
      for (const letter of word.toUpperCase().normalize('NFC'))
        out += spelt[letter] ?? letter.normalize('NFD').replace(/[^A-Z]/g, '')
      return out
    })
    .filter(word => word !== '')
    .join('<')
}

export type CutName = { text: string; truncated: boolean }

/**
 * Family and given names in one field of `length` signs (39 on passports and MRV-A, 31 on TD2, 30 on TD1), without
 * filling. Where they do not fit, words are cut from the longest down so that one sign at least of each field remains.
 * @param family @param given names as written or already transliterated
 */
export function truncateName(family: string, given: string, length: number): CutName {
  const primary = transliterateIcao(family.replaceAll('<', ' '))
  const secondary = transliterateIcao(given.replaceAll('<', ' '))
  const whole = secondary === '' ? primary : `${primary}<<${secondary}`
  if (whole.length <= length) return { text: whole, truncated: false }
  if (secondary === '') return { text: primary.slice(0, length), truncated: true }
  // the family name gives way only so far that the first given name keeps its beginning
  const keep = Math.min(secondary.length, Math.max(1, length - 2 - primary.length))
  const first = primary.slice(0, length - 2 - keep).replace(/<+$/, '')
  const second = secondary.slice(0, length - 2 - first.length)
  return { text: `${first}<<${second}`.slice(0, length), truncated: true }
}
