// Several words of an alert against one word of the passenger's that may be all of them, written together.
import { soundForm } from '#core/names/phonetic.ts'
import { latinCost, Speller } from '#core/names/sound-cost.ts'
import { prefixes } from '#core/names/word-classes.ts'
import type { AlertNames } from './align.ts'
import { editCost } from './edit.ts'
import { namePoints } from './evidence.ts'
import { channel } from './channel.ts'
import { crossCost, editLimit, How, latinEdits, leastLikelihood, none, surprise } from './likeness.ts'
import { tokenMask } from './tokens.ts'

/** What the words are worth together, hundredths of a nat, and which places of the name they are; 0 and none where they are not. */
export const merged = { gain: 0, places: [] as number[] }

/** Letters two texts may differ by in length. */
const mostApart = 2
const speller = new Speller()
let spelled = ''

/** What Latin words written together cost beside a word: by their letters, or by their sounds. */
function costOf(text: string, latin: string): number {
  let edits = editCost(text, latin, editLimit(latin.length))
  // QASSEM ZADEH against GHASEMZADEH: most of what differs sounds alike
  if (edits > 60 && edits < 9999) edits = latinEdits(text, soundForm(text), latin, soundForm(latin))
  return edits >= 9999 ? none : surprise(edits)
}

/** Words of two letters and more that the passenger's word may hold between others, which an alert's words are without. */
const between = prefixes.filter(prefix => prefix.length > 1)
const longestBetween = Math.max(...between.map(prefix => prefix.length))

/** What the words from a place on cost, written together, beside a Latin word. */
function costTogether(pieces: readonly string[], letters: number, latin: string, borne: boolean): number {
  const text = pieces.join('')
  let least = Math.abs(letters - latin.length) <= mostApart ? costOf(text, latin) : none
  if (borne) return least
  for (const particle of between) {
    if (Math.abs(letters + particle.length - latin.length) > mostApart || !latin.includes(particle)) continue
    let at = 0
    for (let i = 0; i + 1 < pieces.length; i++) {
      at += pieces[i]!.length
      if (latin.includes(particle, at - mostApart))
        least = Math.min(least, costOf(text.slice(0, at) + particle + text.slice(at), latin) + 30)
    }
  }
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
 * @param borne somebody on the list bears the passenger's word: it holds no particle and spells no words of another script
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
    let letters = 0
    let native = 0
    for (let length = 1; length <= left.length; length++) {
      const last = tokens[from + left[(start + length - 1) % left.length]!]! & tokenMask
      letters += words.latinLength(last)
      if (words.unitsAt[last] !== words.unitsAt[last + 1]) native++
      if (length < 2 || (native > 0 && (native < length || borne))) continue
      const missing = latin.length - letters
      if (native === 0 && (missing < -mostApart || missing > longestBetween + mostApart)) continue
      let rarity = 0
      const pieces: string[] = []
      const units: number[] = []
      for (let i = 0; i < length; i++) {
        const word = tokens[from + left[(start + i) % left.length]!]! & tokenMask
        rarity += 100 * Math.log((total + 1000) / (words.names(word) + 20))
        if (native === 0) pieces.push(words.latin(word))
        else
          for (let u = words.unitsAt[word]!; u < words.unitsAt[word + 1]!; u++) units.push(words.allUnits[u]!)
      }
      const most = Math.min(namePoints.most, rarity * 0.65)
      const worth =
        native > 0 ? spelledGain(units, latin, most) : most - costTogether(pieces, letters, latin, borne)
      const gain = Math.round(worth)
      if (gain <= merged.gain) continue
      merged.gain = gain
      merged.places = Array.from({ length }, (_, i) => left[(start + i) % left.length]!)
    }
  }
}
