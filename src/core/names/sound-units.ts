// A word of a non-Latin script as the units whose Latin spellings are learned: letters for alphabets, jamo for Hangul,
// signs for kana, initial and final of the Mandarin reading for Han, consonants and vowels for Indic and Ethiopic scripts.
import { DIGITS, READINGS, SYLLABLES } from './han-readings.ts'
import { Script } from './script.ts'

const readingDigit = new Map<string, number>()
for (let i = 0; i < DIGITS.length; i++) readingDigit.set(DIGITS[i] ?? '', i)

/** The Mandarin reading of one ideograph without its tone, `v` for ü; empty where none is known. */
export function mandarin(letter: string): string {
  const at = ((letter.codePointAt(0) ?? 0) - 0x4e00) * 2
  if (at < 0 || at >= READINGS.length) return ''
  const high = readingDigit.get(READINGS[at] ?? '') ?? 0
  const low = readingDigit.get(READINGS[at + 1] ?? '') ?? 0
  return SYLLABLES[high * DIGITS.length + low] ?? ''
}

const initials = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/

function hanUnits(word: string): string[] {
  const out: string[] = []
  for (const letter of word) {
    const reading = mandarin(letter)
    if (reading === '') {
      if (letter.codePointAt(0) !== 0xb7 && letter.codePointAt(0) !== 0x30fb) out.push('?')
      continue
    }
    const parts = initials.exec(reading)
    out.push(`${parts?.[1] ?? ''}-`, `-${parts?.[2] ?? ''}`)
  }
  return out
}

function hangulUnits(word: string): string[] {
  const out: string[] = []
  for (const letter of word) {
    const at = (letter.codePointAt(0) ?? 0) - 0xac00
    if (at < 0 || at > 11171) continue
    out.push(`L${Math.floor(at / 588)}`, `V${Math.floor((at % 588) / 28)}`)
    if (at % 28 > 0) out.push(`T${at % 28}`)
  }
  return out
}

function kanaUnits(word: string): string[] {
  const out: string[] = []
  for (const letter of word) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x3041 && code <= 0x3096) out.push(String.fromCodePoint(code + 0x60))
    else if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) out.push(letter)
  }
  return out
}

const arabicSame: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ې: 'ي',
  ے: 'ي',
  ؤ: 'و',
  ك: 'ك',
  ک: 'ك',
  ڪ: 'ك',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ة',
  ە: 'ه',
  ڤ: 'ڤ',
  ٹ: 'ت',
  ڈ: 'د',
  ڑ: 'ر',
  ں: 'ن',
}

/** Arabic and Persian letters with their variants united; vowel signs, tatweel and hamza alone are dropped. */
export function foldArabic(word: string): string {
  let out = ''
  for (const letter of word.normalize('NFKC')) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x620 || (code >= 0x64b && code <= 0x670) || code === 0x640 || code === 0x621) continue
    if (code >= 0x6d4 && code <= 0x6ed && code !== 0x6d5) continue
    out += arabicSame[letter] ?? letter
  }
  return out
}

/** Hebrew letters without points; final forms stay, for they say where a word ends. */
export function foldHebrew(word: string): string {
  let out = ''
  for (const letter of word.normalize('NFKD')) {
    const code = letter.codePointAt(0) ?? 0
    if ((code >= 0x5d0 && code <= 0x5ea) || code === 0x27 || code === 0x5f3)
      out += letter === '׳' ? "'" : letter
  }
  return out
}

/** Whether a sign of Devanagari or Bengali is a consonant. */
export function isIndicConsonant(code: number): boolean {
  const at = code >= 0x980 ? code - 0x80 : code
  return (at >= 0x915 && at <= 0x939) || (at >= 0x958 && at <= 0x95f) || code === 0x9f1
}

const nukta = /[\u093c\u09bc]/
const virama = /[\u094d\u09cd]/
/** Signs that end a consonant's own vowel: vowel signs and virama. */
const bound = /[\u093e-\u094d\u09be-\u09cd]/

/**
 * The units of a word in Devanagari or Bengali: a consonant is one unit before a vowel sign (`क`), another where its own vowel
 * is unwritten (`क*`), and another at the end of a word (`क.`).
 */
function indicUnits(word: string): string[] {
  const letters = Array.from(word.normalize('NFC'))
  const out: string[] = []
  let joined = ''
  for (let i = 0; i < letters.length; i++) {
    let letter = letters[i]!
    if (virama.test(letter)) continue
    if (!isIndicConsonant(letter.charCodeAt(0))) {
      if (!nukta.test(letter)) out.push(letter)
      joined = ''
      continue
    }
    if (nukta.test(letters[i + 1] ?? '')) letter = (letter + letters[++i]!).normalize('NFC')
    const next = letters[i + 1] ?? ''
    // a doubled consonant is one
    if (joined === letter) out.pop()
    joined = virama.test(next) ? letter : ''
    out.push(next === '' ? `${letter}.` : bound.test(next) ? letter : `${letter}*`)
  }
  return out
}

/** The consonant of each row of eight signs from U+1200 on. */
const ethiopicRows = `hlHmSrs$qqQQbvtcXXnN'kkKKw*zZyddjggNTCPxxfp`

/** The units of a word in Ethiopic letters: of each syllable the consonant, and the vowel by its order. */
function ethiopicUnits(word: string): string[] {
  const out: string[] = []
  for (const letter of word) {
    const at = (letter.codePointAt(0) ?? 0) - 0x1200
    const consonant = ethiopicRows[at >> 3]
    if (at < 0 || consonant === undefined) continue
    const order = at & 7
    // h and the silent consonants have `a` in the first order
    out.push(consonant, "hHX'*".includes(consonant) && (order === 0 || order === 3) ? 'open' : `V${order}`)
  }
  return out
}

const silenced = /[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c/g
const toneMarks = /[\u0e47-\u0e4e\u0e46]/g

/** A word in Thai letters without silenced letters and tones, with vowels behind the consonants that they stand before. */
export function thaiSpoken(word: string): string {
  return word
    .replace(silenced, '')
    .replace(toneMarks, '')
    .replace(/([เ-ไ])([ก-ฮ])/g, '$2$1')
}

/** The units of a word in Thai letters. */
function thaiUnits(word: string): string[] {
  return Array.from(thaiSpoken(word).replaceAll('รร', 'R'))
}

/** The units of a folded word; single letters for every script not treated apart above. */
export function soundUnits(word: string, script: Script): string[] {
  if (script === Script.Han) return hanUnits(word)
  if (script === Script.Hangul) return hangulUnits(word)
  if (script === Script.Kana) return kanaUnits(word)
  if (script === Script.Arabic) return Array.from(foldArabic(word))
  if (script === Script.Hebrew) return Array.from(foldHebrew(word))
  if (script === Script.Devanagari || script === Script.Bengali) return indicUnits(word)
  if (script === Script.Ethiopic) return ethiopicUnits(word)
  if (script === Script.Thai) return thaiUnits(word)
  return Array.from(word.toLowerCase())
}
