// Which alerts each word stands in. Words are first dealt out to a few hundred parts, then each part is put in order by
// itself: a list of millions passes by twice, and what is written at any moment stays near the processor.
import { tokenMask } from './tokens.ts'

export type Postings = {
  /** in how many names each word stands */
  names: Uint32Array
  /** where each word's postings begin, with the end of the last */
  postAt: Uint32Array
  /** how many of them have no date of birth */
  undated: Uint32Array
  /** the numbers of the alerts of each word; as far on again, as bits, which other words each of them has */
  post: Uint32Array
}

const partBits = 9
const againBit = 1 << 31

/**
 * @param undatedAlerts alerts below this number have no date of birth
 * @param bitOf the bit that stands for each word
 * @param make where `post` is to be
 */
export function postings(
  words: number,
  tokensAt: Uint32Array,
  tokens: Uint32Array,
  undatedAlerts: number,
  bitOf: Uint8Array,
  make: (length: number) => Uint32Array,
): Postings {
  const alerts = tokensAt.length - 1
  const parts = (words >>> partBits) + 1
  const partAt = new Uint32Array(parts + 1)
  for (let i = 0; i < tokens.length; i++) {
    const part = ((tokens[i]! & tokenMask) >>> partBits) + 1
    partAt[part] = partAt[part]! + 1
  }
  for (let part = 0; part < parts; part++) partAt[part + 1] = partAt[part + 1]! + partAt[part]!
  // word, alert, bits
  const dealt = new Uint32Array(tokens.length * 3)
  const next = partAt.slice()
  for (let alert = 0; alert < alerts; alert++) {
    const from = tokensAt[alert]!
    const to = tokensAt[alert + 1]!
    for (let i = from; i < to; i++) {
      const word = tokens[i]! & tokenMask
      let again = 0
      let bits = 0
      for (let j = from; j < to; j++) {
        const other = tokens[j]! & tokenMask
        if (other !== word) bits |= 1 << bitOf[other]!
        else if (j < i) again = againBit
      }
      const part = word >>> partBits
      const at = next[part]! * 3
      next[part] = next[part]! + 1
      dealt[at] = word | again
      dealt[at + 1] = alert
      dealt[at + 2] = bits
    }
  }
  const names = new Uint32Array(words)
  const postAt = new Uint32Array(words + 1)
  const undated = new Uint32Array(words)
  let sum = 0
  for (let part = 0; part < parts; part++) {
    const end = partAt[part + 1]! * 3
    const last = Math.min(words, (part + 1) << partBits)
    for (let at = partAt[part]! * 3; at < end; at += 3) {
      const entry = dealt[at]!
      const word = entry & tokenMask
      names[word] = names[word]! + 1
      if ((entry & againBit) !== 0) continue
      postAt[word] = postAt[word]! + 1
      if (dealt[at + 1]! < undatedAlerts) undated[word] = undated[word]! + 1
    }
    for (let word = part << partBits; word < last; word++) {
      const size = postAt[word]!
      postAt[word] = sum
      sum += size
    }
  }
  postAt[words] = sum
  const post = make(sum * 2)
  const place = postAt.slice()
  for (let at = 0; at < dealt.length; at += 3) {
    const entry = dealt[at]!
    if ((entry & againBit) !== 0) continue
    const word = entry & tokenMask
    const to = place[word]!
    place[word] = to + 1
    post[to] = dealt[at + 1]!
    post[sum + to] = dealt[at + 2]!
  }
  return { names, postAt, undated, post }
}
