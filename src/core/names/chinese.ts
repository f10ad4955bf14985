// Chinese names in Latin letters: syllables of Hanyu Pinyin, of Wade–Giles and of Cantonese as Hong Kong spells it, and what a
// name of one or two syllables spelt in one of them is in the others.
import { CANTONESE } from './cantonese-data.ts'
import { hongKongSpellings } from './cantonese.ts'
import { SYLLABLES } from './han-readings.ts'
import { mandarin } from './sound-units.ts'
import { HAN_SURNAMES } from './variant-data.ts'
import { wadeGiles } from './wade-giles.ts'

/**
 * One spelling of a syllable: the syllables of Hanyu Pinyin that it may be in Wade–Giles and in Hong Kong, and how these two
 * spell it where it is Hanyu Pinyin itself.
 */
type Syllable = { fromWade: string[]; fromHongKong: string[]; toWade: string[]; toHongKong: string[] }
const ways = ['fromHongKong', 'fromWade', 'toWade', 'toHongKong'] as const

const syllables = new Map<string, Syllable>()

function link(from: string, way: keyof Syllable, to: string): void {
  let syllable = syllables.get(from)
  if (syllable === undefined) {
    syllable = { fromWade: [], fromHongKong: [], toWade: [], toHongKong: [] }
    syllables.set(from, syllable)
  }
  if (!syllable[way].includes(to)) syllable[way].push(to)
}

/** How passports write a syllable with ü, where they do not write it yu. */
const plain = (pinyin: string): string => pinyin.replace('v', 'u')

for (const pinyin of SYLLABLES) {
  if (!/^([aeo]|[a-z]*[aeiouv][a-z]+|[a-z]+[aeiouv])$/.test(pinyin)) continue
  link(plain(pinyin), 'toWade', wadeGiles(pinyin))
  link(wadeGiles(pinyin), 'fromWade', plain(pinyin))
}

const surnameReadings = new Map<string, string>()
for (const line of HAN_SURNAMES.trim().split('\n')) {
  const [sign = '', reading = ''] = line.split(' ')
  surnameReadings.set(sign, reading)
}
for (const line of CANTONESE.trim().split('\n')) {
  const [jyutping = '', signs = ''] = line.split(' ')
  for (const sign of signs) {
    const pinyin = plain(surnameReadings.get(sign) ?? mandarin(sign))
    for (const spelling of hongKongSpellings(jyutping)) {
      link(pinyin, 'toHongKong', spelling)
      link(spelling, 'fromHongKong', pinyin)
    }
  }
}

const longest = 6
/** Spellings of one word that are looked for: pairs of syllables that stand for many others have more than are worth it. */
const most = 48

/**
 * The other spellings of a name of one or two Chinese syllables; of any other word none. Both syllables are taken to be spelt
 * in one way, from Hanyu Pinyin or to it.
 * @param form letters a–z
 */
export function otherChinese(form: string): string[] {
  const out = new Set<string>()
  const { length } = form
  if (length < 2 || length > 2 * longest) return []
  const whole = syllables.get(form)
  if (whole !== undefined) for (const way of ways) for (const other of whole[way]) out.add(other)
  for (let at = Math.max(1, length - longest); at <= longest && at < length; at++) {
    const left = syllables.get(form.slice(0, at))
    const rest = form.slice(at)
    // Ng is a surname, never the end of a given name: Wong is no Wo Ng
    const right = left === undefined || rest === 'ng' ? undefined : syllables.get(rest)
    if (left === undefined || right === undefined) continue
    for (const way of ways)
      for (const a of left[way]) for (const b of right[way]) if (out.size < most) out.add(a + b)
  }
  out.delete(form)
  return [...out]
}
