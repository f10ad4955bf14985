// The keys under which words of other scripts than Latin stand: the classes of their consonants, as soundKey has them for Latin
// words. Where a letter may be heard in two classes, the word stands under both.
import { romanise } from '#core/names/romanise.ts'
import { soundKey } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'

/** Consonant classes of a word of another script; the Hebrew vav is a vowel as often as not. */
export function nativeKey(latin: string, script: Script): string {
  return soundKey(script === Script.Hebrew ? latin.replaceAll('v', '') : latin)
}

/**
 * A letter, and another of the class it may be heard in as well: Persian and Urdu say z where Arabic says d, h is written
 * for kh, and w for v; Thai l and r end a word as n.
 */
const heardAlso: Partial<Record<Script, string>> = {
  [Script.Arabic]: 'ضز ظد ذز ثس جگ وڤ خح',
  [Script.Devanagari]: 'वय',
  [Script.Bengali]: 'যহ',
  [Script.Cyrillic]: 'гъ хъ',
  [Script.Thai]: 'วบ ลน รน ญน',
}
/** Ways to hear one word that it stands under. */
const mostHeard = 4

/** The keys of a word of another script. @param form as it is written @param latin in Latin letters */
export function nativeKeys(form: string, latin: string, script: Script): string[] {
  const out = [nativeKey(latin, script)]
  let heard = [form]
  for (const pair of heardAlso[script]?.split(' ') ?? []) {
    const [letter = '', other = ''] = pair
    if (heard.length < mostHeard && form.includes(letter))
      heard = [...heard, ...heard.map(one => one.replaceAll(letter, other))]
  }
  for (let i = 1; i < heard.length; i++) {
    const key = nativeKey(romanise(heard[i]!, script), script)
    if (!out.includes(key)) out.push(key)
  }
  return out
}
