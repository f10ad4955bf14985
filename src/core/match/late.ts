// Words of an alert that no key brought together with a word of the passenger's, compared because all else agrees.
import { Script } from '#core/names/script.ts'
import { latinCost } from '#core/names/sound-cost.ts'
import { variantsOf } from '#core/names/variants.ts'
import { answer, bound, compareLate, prepare, prepared } from './beside.ts'
import { channel, gainOf, hidden, mendedCost, mostMended } from './channel.ts'
import type { Expansion } from './expand.ts'
import { How, none } from './likeness.ts'
import type { Question } from './question.ts'
import type { Words } from './words.ts'

/** What was asked for last, and what is known of it. */
let latest: Expansion | undefined
let latestOwn = 0
let latestRarity = 0
let latestVariants: ReturnType<typeof variantsOf> = []

/** Whether a word of the list has this form. */
function isForm(words: Words, id: number, form: string): boolean {
  const latin = words.script(id) === Script.Latin
  return form.charCodeAt(0) > 127
    ? !latin && words.form(id) === form
    : latin && words.isLatin(id, form, 0, form.length)
}

/** What a word of the list that no key led to is worth beside the word asked for; -none where they are too far apart. */
function lateGain(words: Words, asked: Expansion, id: number, least: number): number {
  const { word } = asked
  if (Math.abs(words.latinLength(id) - word.latin.length) > 4) return -none
  if (latest !== asked || prepared !== word) {
    latest = asked
    latestOwn = latinCost(word.latin)
    latestRarity = 100 * Math.log(asked.total / asked.mass)
    latestVariants = variantsOf(word.form)
    prepare(word)
  }
  bound(latestRarity + mostMended - least)
  compareLate(words, word, latestOwn, id)
  let { cost } = answer
  let how: How = answer.how
  if (cost >= 130)
    for (const variant of latestVariants) {
      const own = variant.kind === 'nickname' ? 330 : 130
      if (own >= cost || !isForm(words, id, variant.form)) continue
      cost = own
      how = variant.kind === 'nickname' ? How.Nickname : How.Spelling
    }
  if (cost >= none) return -none
  cost = channel(cost, how)
  const mass = asked.mass + asked.company * (words.names(id) + hidden) * Math.exp(-cost / 100)
  return gainOf(100 * Math.log(asked.total / mass), mendedCost(cost, how))
}

/**
 * What near words were worth to the question asked last: names that many bear come again and again. What was found to be
 * less than was asked for is remembered with what was asked for.
 */
const nearKeys = new Uint32Array(4096)
const nearGains = new Int32Array(4096)
const nearLeast = new Int32Array(4096)
let nearFor: Question | undefined

/** The same, remembered while one question is asked. @param least what is worth less need not be known */
export function nearGain(
  question: Question,
  words: Words,
  unit: number,
  word: number,
  least: number,
): number {
  if (nearFor !== question) {
    nearKeys.fill(0)
    nearFor = question
  }
  const key = (((unit + 1) << 24) | word) >>> 0
  const at = Math.imul(key, 0x9e3779b1) >>> 20
  if (nearKeys[at] !== key || (nearGains[at]! < nearLeast[at]! && least < nearLeast[at]!)) {
    nearKeys[at] = key
    nearLeast[at] = least
    nearGains[at] = lateGain(words, question.units[unit]!.expansion, word, least)
  }
  return nearGains[at]!
}
