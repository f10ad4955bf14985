// Words of the same consonants differ by the vowels between them: those are compared run by run, which is less work than laying
// the words side by side letter by letter.
import { editCost } from './edit.ts'

const vowelLetters = 'aeiouhy'
const vowelOf = new Uint8Array(128)
for (let i = 0; i < vowelLetters.length; i++) vowelOf[vowelLetters.charCodeAt(i)] = i + 1

/** Of a run of vowels the last two are kept, three bits each. */
const runText = (run: number): string =>
  (run > 7 ? vowelLetters.charAt((run >> 3) - 1) : '') + (run === 0 ? '' : vowelLetters.charAt((run & 7) - 1))
const runCosts = new Uint16Array(64 * 64)
for (let a = 0; a < 64; a++)
  for (let b = 0; b < 64; b++) runCosts[a * 64 + b] = editCost(runText(a), runText(b), 9000)

/** What two letters cost in each other's place that count as one consonant; 0 for all other pairs. */
const consonantCosts = new Uint8Array(128 * 128)
for (const pair of ['sz', 'zs', 'fv', 'vf'])
  consonantCosts[pair.charCodeAt(0) * 128 + pair.charCodeAt(1)] = editCost(
    pair.charAt(0),
    pair.charAt(1),
    100,
  )

const apartTooFar = 9999

/** The sound of a word as its consonants and the vowels between them. */
export class Vowels {
  private readonly runs = new Uint8Array(64)
  private readonly consonants = new Uint8Array(64)
  private count = 0

  set(sound: string): void {
    const { runs, consonants } = this
    let count = 0
    runs[0] = 0
    for (let i = 0; i < sound.length && count < 62; i++) {
      const code = sound.charCodeAt(i) & 127
      const vowel = vowelOf[code]!
      if (vowel !== 0) runs[count] = ((runs[count]! << 3) | vowel) & 63
      else {
        consonants[count++] = code
        runs[count] = 0
      }
    }
    this.count = count
  }

  /**
   * What another sound, whose letters (ASCII) stand in `bytes`, differs by, in hundredths of a typing error; 9999 where it is more
   * than `most` or where the consonants do not stand in pairs.
   */
  apart(bytes: Uint8Array, from: number, to: number, most: number): number {
    const { runs, consonants, count } = this
    let at = 0
    let run = 0
    let sum = 0
    for (let i = from; i < to; i++) {
      const code = bytes[i]!
      const vowel = vowelOf[code]!
      if (vowel !== 0) {
        run = ((run << 3) | vowel) & 63
        continue
      }
      if (at >= count) return apartTooFar
      sum += runCosts[runs[at]! * 64 + run]!
      const own = consonants[at]!
      if (own !== code) {
        const cost = consonantCosts[own * 128 + code]!
        if (cost === 0) return apartTooFar
        sum += cost
      }
      if (sum > most) return apartTooFar
      at++
      run = 0
    }
    if (at !== count) return apartTooFar
    sum += runCosts[runs[at]! * 64 + run]!
    return sum > most ? apartTooFar : sum
  }
}
