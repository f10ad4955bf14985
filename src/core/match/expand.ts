// One word of a passenger's name against all words of a list: which of them may be the same word, how, and how many
// names of the list bear a word at least as near. The answer depends on the list only, so it is remembered.
import { channel, companyOf, gainOf, generalOf, hidden, leastGain, mendedCost } from './channel.ts'
import { namePoints } from './evidence.ts'
import type { Spoken } from './likeness.ts'
import { How, none } from './likeness.ts'
import { found, foundCosts, foundHows, foundIds, lookUp, lookUpHead } from './lookup.ts'
import { bitOfPacked, Field, fields } from './vocabulary.ts'
import type { Words } from './words.ts'

/**
 * What is known of a word of the list that may be the one asked for: its number, what finding it in an alert is worth in
 * hundredths of a nat, how it is the same word, where its postings begin, where those with a date of birth begin and where they
 * end, the bits (see vocabulary.ts) of it and all words before it, and how much of its worth the origin tells that another word
 * of the name shows already.
 */
export const Found = { Id: 0, Gain: 1, How: 2, From: 3, Dated: 4, To: 5, Bits: 6, Lift: 7 } as const
/** Numbers from one word to the next. */
export const foundWidth = 8

export type Expansion = {
  word: Spoken
  /** words of the list that may be this word, the nearest first: `count` of them from `at` on, see Found */
  found: Int32Array
  at: number
  count: number
  /** the most that any of them is worth */
  best: number
  /** the bits of all of them */
  bits: number
  /** how many names bear one of the words */
  borne: number
  /** the most this word is worth beside one that no key led to */
  alone: number
  /** how many names would be written as this word, by how much more words near it are met by chance, among how many */
  mass: number
  company: number
  total: number
  /** nationality → the share of the bearers of these words who are of it, as far as it was asked for, see bearers.ts */
  shares: Map<number, number> | undefined
}

const mostWords = 400

/** @param narrow see lookUp */
export function expand(words: Words, nameCount: number, word: Spoken, narrow: boolean): Expansion {
  lookUp(words, nameCount, word, narrow)
  return weigh(words, nameCount, word)
}

/** The same for a word cut short by its field. */
export function expandHead(words: Words, nameCount: number, word: Spoken): Expansion {
  lookUpHead(words, word)
  return weigh(words, nameCount, word)
}

const order: number[] = []
/** Expansions share pieces of memory: one typed array for each would cost more than what stands in it. */
let slab = new Int32Array(0)
let slabUsed = 0

/** Where the next words found are to be put down. */
function room(count: number): number {
  if (slabUsed + count * foundWidth > slab.length) {
    slab = new Int32Array(mostWords * foundWidth * 16)
    slabUsed = 0
  }
  const at = slabUsed
  slabUsed += count * foundWidth
  return at
}

/** How much of what a further word tells is told already by the origin that the first one shows, hundredths of a nat. */
function liftOf(words: Words, at: number, id: number, how: number): number {
  const own = words.lift(id)
  if (how !== How.Script) return own
  // rarity counts a word in every script, so the script itself must not count again: the same word in Latin letters
  // shows what the origin alone tells
  return slab[at + Found.How] === How.Same ? Math.min(own * 0.7, words.lift(slab[at + Found.Id]!)) : own * 0.4
}

/**
 * Turns what was found into gains: how much likelier a bearer of each word is to be written as the word asked for than
 * anyone is. Where the word asked for is borne by many itself, words near it gain little, for most who are written so are
 * so named; where nobody on the list bears it, it is an error or another spelling sooner than a name of its own.
 */
function weigh(words: Words, nameCount: number, word: Spoken): Expansion {
  const table = words.record
  order.length = 0
  const { total, unseen, company } = companyOf(words, nameCount)
  let known = 0
  let mass = 0
  for (let i = 0; i < found; i++) {
    if (foundCosts[i]! >= none) continue
    const cost = channel(foundCosts[i]!, foundHows[i]! as How)
    foundCosts[i] = mendedCost(cost, foundHows[i]!)
    order.push(i)
    const names = words.names(foundIds[i]!)
    if (cost === 0) {
      known += names
      mass += names
    } else mass += (names + hidden) * Math.exp(-cost / 100) * company
  }
  mass += generalOf(word, known, total, unseen)
  const rarity = Math.log(total / mass) * 100
  // words that gain next to nothing are left out before they are put in order
  let worth = 0
  for (let i = 0; i < order.length; i++)
    if (gainOf(rarity, foundCosts[order[i]!]!) > leastGain) order[worth++] = order[i]!
  order.length = worth
  if (worth > 1) order.sort((a, b) => foundCosts[a]! - foundCosts[b]!)
  const kept = Math.min(worth, mostWords)
  const at = room(kept)
  let bits = 0
  let best = 0
  let bearers = 0
  for (let i = 0; i < kept; i++) {
    const from = order[i]!
    const id = foundIds[from]!
    const record = id * fields
    const gain = gainOf(rarity, foundCosts[from]!)
    bits |= 1 << bitOfPacked(table[record + Field.Packed]!)
    bearers += table[record + Field.Names]!
    if (gain > best) best = gain
    const to = at + i * foundWidth
    slab[to + Found.Id] = id
    slab[to + Found.Gain] = gain
    slab[to + Found.How] = foundHows[from]!
    slab[to + Found.From] = table[record + Field.PostAt]!
    slab[to + Found.Dated] = table[record + Field.DatedAt]!
    slab[to + Found.To] = table[record + fields + Field.PostAt]!
    slab[to + Found.Bits] = bits
    slab[to + Found.Lift] = Math.round(liftOf(words, at, id, foundHows[from]!))
  }
  return {
    word,
    found: slab,
    at,
    count: kept,
    bits,
    best,
    borne: bearers,
    alone: Math.max(0, Math.min(namePoints.most, rarity)),
    mass,
    company,
    total,
    shares: undefined,
  }
}
