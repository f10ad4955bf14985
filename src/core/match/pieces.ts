// A word that nobody on the list bears may be several words written together.
import { lessHash } from './vocabulary.ts'
import type { FrozenWords } from './words.ts'

const mostPieces = 1024
const under = new Uint32Array(1024)

/** The words of the list that stand in one long word, as bits. */
export class Pieces {
  bits = new Uint32Array(1)
  /** how long the long word is */
  whole = 0
  private readonly found = new Uint32Array(mostPieces)
  private count = 0
  private words: FrozenWords | undefined

  readonly lengthOf = (word: number): number => this.words?.latinLength(word) ?? 0

  find(words: FrozenWords, latin: string): void {
    if (this.bits.length < (words.count >>> 5) + 1) this.bits = new Uint32Array((words.count >>> 5) + 1)
    this.words = words
    this.whole = latin.length
    this.count = 0
    for (let from = 0; from + 2 <= latin.length; from++)
      for (let to = from + 2; to <= latin.length && to - from <= latin.length - 2; to++) {
        const length = words.under(lessHash(latin, from, to), under, 0)
        for (let i = 0; i < length; i++)
          if (this.count < mostPieces && words.isLatin(under[i]!, latin, from, to)) {
            const word = under[i]!
            this.bits[word >>> 5]! |= 1 << (word & 31)
            this.found[this.count++] = word
          }
      }
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.bits[this.found[i]! >>> 5] = 0
    this.count = 0
  }
}
