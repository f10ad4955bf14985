// Several words of an alert against one word of the passenger's that may be all of them, written together.
import { soundForm } from '#core/names/phonetic.ts'
import { latinCost, Speller } from '#core/names/sound-cost.ts'
import { prefixes } from '#core/names/word-classes.ts'
import type { AlertNames } from './align.ts'
import { editCost } from './edit.ts'
import { namePoints } from './evidence.ts'
import { channel } from './expand.ts'
import { crossCost, editLimit, How, latinEdits, leastLikelihood, none, surprise } from './likeness.ts'
import { tokenMask } from './tokens.ts'

/** What the words are worth together, hundredths of a nat, and which places of the name they are; 0 and none where they are not. */
export const merged = { gain: 0, places: [] as number[] }

/** Letters two texts may differ by in length. */
const mostApart = 2
const speller = new Speller()
let spelled = ''

/** What Latin words written together cost beside a word: by their letters, or by their sounds. */
function latinCostOf(text: string, latin: string): number {
  if (Math.abs(text.length - latin.length) > mostApart) return none
  let edits = editCost(text, latin, editLimit(latin.length))
  // QASSEM ZADEH against GHASEMZADEH: most of what differs sounds alike
  if (edits > 60 && edits < 9999) edits = latinEdits(text, soundForm(text), latin, soundForm(latin))
  return edits >= 9999 ? none : surprise(edits)
}

/** The same where the passenger's word may hold a particle between them, which an alert's words are without. */
function costTogether(text: string, ends: readonly number[], latin: string): number {
  let least = latinCostOf(text, latin)
  for (const particle of prefixes)
    if (particle.length > 1 && Math.abs(text.length + particle.length - latin.length) <= mostApart)
      for (const at of ends)
        if (latin.includes(particle, at - mostApart))
          least = Math.min(least, latinCostOf(text.slice(0, at) + particle + text.slice(at), latin) + 30)
  return least
}

/** What words of another script, one after the other, are worth at most beside a Latin word, and no more than `most`. */
function spelledGain(units: readonly number[], latin: string, most: number): number {
  const own = latinCost(latin)
  if (spelled !== latin) {
    spelled = latin
    speller.set(latin, own)
  }
  const least = leastLikelihood(namePoints.most, own, units.length)
  const likelihood = speller.likeness(units, 0, units.length, least)
  // together they tell no more than that the one spells the other
  return likelihood < least
    ? -none
    : Math.min(most, 100 * likelihood) - channel(crossCost(likelihood, latin, units.length), How.Script)
}

/**
 * Sets `merged` to what the words of an alert are worth as one word of the passenger's: any number of neighbours, beginning
 * anywhere, for fields are swapped as well.
 * @param from where the name begins @param left the places of its words without a partner
 * @param borne somebody on the list bears the passenger's word: it is no spelling of words in another script
 */
export function merge(
  alert: AlertNames,
  from: number,
  left: readonly number[],
  latin: string,
  borne: boolean,
): void {
  merged.gain = 0
  merged.places = []
  const { words, tokens, total } = alert
  for (let start = 0; start < left.length; start++) {
    let text = ''
    let rarity = 0
    const ends: number[] = []
    const units: number[] = []
    let native = 0
    for (let length = 1; length <= left.length; length++) {
      const word = tokens[from + left[(start + length - 1) % left.length]!]! & tokenMask
      text += words.latin(word)
      rarity += 100 * Math.log((total + 1000) / (words.names(word) + 20))
      for (let i = words.unitsAt[word]!; i < words.unitsAt[word + 1]!; i++) units.push(words.allUnits[i]!)
      if (words.unitsAt[word] !== words.unitsAt[word + 1]) native++
      if (length > 1 && (native === 0 || (native === length && !borne))) {
        const most = Math.min(namePoints.most, rarity * 0.65)
        const gain =
          Math.round(native > 0 ? spelledGain(units, latin, most) : most - costTogether(text, ends, latin)) -
          namePoints.merged
        if (gain > merged.gain) {
          merged.gain = gain
          merged.places = Array.from({ length }, (_, i) => left[(start + i) % left.length]!)
        }
      }
      ends.push(text.length)
    }
  }
}
