// Latin letters folded to a–z. Marks are taken off by Unicode decomposition (NFKD); letters that do not decompose
// are spelled as ICAO Doc 9303 part 3 section 6 or common practice spells them.

const special: Record<string, string> = {
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
  ŋ: 'n',
  ŧ: 't',
  ə: 'a',
  ĸ: 'k',
  ſ: 's',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɲ: 'n',
  ɛ: 'e',
  ɔ: 'o',
  ɣ: 'g',
  ʃ: 'sh',
  ʒ: 'zh',
  ɖ: 'd',
  ơ: 'o',
  ư: 'u',
  ʻ: '',
  ʼ: '',
  ʹ: '',
  ʺ: '',
}

const marks = /\p{M}+/gu

/** A word in Latin letters as a–z and 0–9 only, lower case; every other sign is dropped. */
export function foldLatin(word: string): string {
  const lower = word.toLowerCase()
  let plain = true
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) {
      plain = false
      break
    }
  }
  if (plain) return lower
  let out = ''
  for (const letter of lower.normalize('NFKD').replace(marks, '')) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) out += letter
    else out += special[letter] ?? ''
  }
  return out
}

/** A word in any script as people write it apart: lower case, compatibility forms united, marks of stress removed. */
export function foldNative(word: string): string {
  return word.normalize('NFKC').toLowerCase().normalize('NFC')
}
