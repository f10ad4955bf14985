// A word of any script in Latin letters a–z: the form tokens are compared and shown in. It follows the usage of travel
// documents where there is one (ICAO Doc 9303-3 for Cyrillic and Greek, BGN/PCGN for Armenian and Georgian, Hepburn,
// Revised Romanization, Hanyu Pinyin, ISO 15919 without marks). Sounds are compared by sound-cost.ts, not by this form.
import { foldLatin } from './latin.ts'
import { Script } from './script.ts'
import { foldArabic, foldHebrew, mandarin, thaiSpoken } from './sound-units.ts'

/** Pairs written as `letter latin` with blanks between; `-` stands for nothing. */
function table(text: string): Map<string, string> {
  const words = text.trim().split(/\s+/)
  const out = new Map<string, string>()
  for (let i = 0; i + 1 < words.length; i += 2)
    out.set(words[i] ?? '', words[i + 1] === '-' ? '' : (words[i + 1] ?? ''))
  return out
}

const cyrillic =
  table(`а a б b в v г g ґ g д d ђ dj е e ё e є ye ж zh з z ѕ dz и i і i ї yi й y ј j к k ќ k л l љ lj
 м m н n њ nj о o п p р r с s т t ћ c у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya ә a ө o
 ү u ұ u қ k ғ g ң n һ h ҳ h ҷ j ӣ i ӯ u ѓ g ѣ e ѳ f ѫ a җ j`)
const greek =
  table(`α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch
 ψ ps ω o`)
const armenian =
  table(`ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n
 շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k և ev օ o ֆ f`)
const georgian =
  table(`ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k
 ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h`)
const arabic =
  table(`ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l
 م m ن n ه h ة a و w ي y پ p چ ch ژ zh گ g ڤ v`)
const hebrew =
  table(`א a ב b ג g ד d ה h ו v ז z ח kh ט t י y כ k ך kh ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts
 ק k ר r ש sh ת t ' -`)
const indicConsonants =
  table(`क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh
 न n प p फ ph ब b भ bh म m य y र r ल l ळ l व v श sh ष sh स s ह h ऩ n ऱ r ऴ l`)
const indicVowels = table(`अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au ऍ e ऑ o`)
const indicSigns = table(`ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ॅ e ॉ o`)
const kana =
  table(`ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu
 テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo
 ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo
 ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu`)
const smallKana = table('ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa')
const hangulFirst = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const hangulVowel = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const hangulLast = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const ethiopicSeries =
  'h l h m s r s sh q q q q b v t ch h h n n - k k kh kh w - z zh y d d j g g g t ch p ts ts f p'.split(' ')
const ethiopicVowel = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa']
const thai =
  table(`ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ซ s ฌ ch ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th
 ท th ธ th น n บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph ม m ย y ร r ล l ว w ศ s ษ s ส s ห h ฬ l อ o ฮ h ฤ rue ะ a ั a า a ำ am ิ i
 ี i ึ ue ื ue ุ u ู u เ e แ ae โ o ใ ai ไ ai`)

function byLetter(word: string, letters: Map<string, string>): string {
  let out = ''
  for (const letter of word) out += letters.get(letter) ?? ''
  return out
}

/** Where Bengali reads otherwise than Devanagari does, and letters with a dot below. */
const bengali = table('য j য় y ভ bh ব b ড় r ঢ় r ৎ t ৱ w ফ f')

function abugida(word: string, offset: number): string {
  let out = ''
  let inherent = false
  const letters = Array.from(word.normalize('NFC'))
  for (let i = 0; i < letters.length; i++) {
    let letter = letters[i]!
    if (letters[i + 1] === '\u09bc') letter += letters[++i]!
    const code = (letter.codePointAt(0) ?? 0) - offset
    const base = String.fromCodePoint(Math.max(0, code))
    const consonant = bengali.get(letter.normalize('NFC')) ?? indicConsonants.get(base)
    const sign = indicSigns.get(base)
    if (consonant !== undefined) {
      if (inherent) out += 'a'
      out += consonant
      inherent = true
    } else if (sign !== undefined) {
      out += sign
      inherent = false
    } else if (code === 0x94d) inherent = false
    else if (code === 0x902 || code === 0x901) {
      out += inherent ? 'an' : 'n'
      inherent = false
    } else if (indicVowels.has(base)) {
      out += (inherent ? 'a' : '') + (indicVowels.get(base) ?? '')
      inherent = false
    }
  }
  return out
}

function hepburn(word: string): string {
  let out = ''
  let double = false
  for (const letter of word) {
    const code = letter.codePointAt(0) ?? 0
    const sign = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : letter
    if (sign === 'ッ') {
      double = true
      continue
    }
    const small = smallKana.get(sign)
    if (small !== undefined && out !== '') {
      const trimmed = out.slice(0, -1)
      out = /(sh|ch|j)$/.test(trimmed) ? trimmed + small.replace('y', '') : trimmed + small
      continue
    }
    const latin = kana.get(sign) ?? ''
    out += (double ? latin.charAt(0) : '') + latin
    double = false
  }
  return out
}

function revised(word: string): string {
  let out = ''
  for (const letter of word) {
    const at = (letter.codePointAt(0) ?? 0) - 0xac00
    if (at < 0 || at > 11171) continue
    const first = hangulFirst[Math.floor(at / 588)] ?? ''
    const last = hangulLast[at % 28] ?? ''
    out +=
      (first === '-' ? '' : first) +
      (hangulVowel[Math.floor((at % 588) / 28)] ?? '') +
      (last === '-' ? '' : last)
  }
  return out
}

function ethiopic(word: string): string {
  let out = ''
  for (const letter of word) {
    const at = (letter.codePointAt(0) ?? 0) - 0x1200
    const series = ethiopicSeries[at >> 3]
    if (series === undefined) continue
    const vowel = ethiopicVowel[at & 7] ?? ''
    // h and the consonants that are not heard have `a` in the first order
    out +=
      series === '-'
        ? (at & 7) === 0
          ? 'a'
          : vowel
        : series + (series === 'h' && (at & 7) === 0 ? 'a' : vowel)
  }
  return out
}

const greekPairs: readonly (readonly [string, string])[] = [
  ['ου', 'u'],
  ['μπ', 'b'],
  ['γκ', 'gk'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
]

function greekLatin(word: string): string {
  let plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
  for (const [pair, latin] of greekPairs) plain = plain.replaceAll(pair, latin)
  let out = ''
  for (const letter of plain) out += letter >= 'a' && letter <= 'z' ? letter : (greek.get(letter) ?? '')
  return out
}

function thaiLatin(word: string): string {
  return byLetter(thaiSpoken(word).replaceAll('รร', 'ั'), thai)
}

/**
 * The Latin form of one word, letters a–z and digits only; empty where the word has no letter we can read.
 * @param word one word without blanks
 * @param script the script it is written in, see scriptOfWord
 */
export function romanise(word: string, script: Script): string {
  switch (script) {
    case Script.Latin:
    case Script.Other:
      return foldLatin(word)
    case Script.Cyrillic:
      return foldLatin(byLetter(word.toLowerCase().normalize('NFC'), cyrillic))
    case Script.Greek:
      return greekLatin(word)
    case Script.Armenian:
      return byLetter(word.toLowerCase().replaceAll('ու', 'ւ').replaceAll('և', 'եւ'), armenian).replaceAll(
        'ow',
        'u',
      )
    case Script.Georgian:
      return byLetter(word.toLowerCase(), georgian)
    case Script.Arabic:
      return byLetter(foldArabic(word), arabic)
    case Script.Hebrew:
      return byLetter(foldHebrew(word), hebrew)
    case Script.Devanagari:
      return abugida(word.normalize('NFC'), 0)
    case Script.Bengali:
      return abugida(word.normalize('NFC'), 0x80)
    case Script.Han: {
      let out = ''
      for (const letter of word) out += mandarin(letter)
      return out
    }
    case Script.Kana:
      return hepburn(word)
    case Script.Hangul:
      return revised(word)
    case Script.Ethiopic:
      return ethiopic(word)
    case Script.Thai:
      return thaiLatin(word)
  }
}
