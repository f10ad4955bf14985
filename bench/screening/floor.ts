// What recall is possible at all: two persons of one name are told apart by their dates of birth only, so a list with
// missing dates and frequent names has a floor of false hits that no matcher can go below. Here everything is known that a
// matcher can only estimate: how likely each name is, that no record has an error, and how dates are drawn.
import type { Person, Random } from './people.ts'
import { person } from './people.ts'
import type { stocks } from './people.ts'

type Stocks = ReturnType<typeof stocks>

const share = (law: readonly number[], at: number): number =>
  (law[at] ?? 1) - (at > 0 ? (law[at - 1] ?? 0) : 0)

/** Chance of drawing this word from a tail whose places are squares of even numbers. */
const tailShare = (tail: readonly string[], word: string): number => {
  const at = tail.indexOf(word)
  return at < 0 ? 0 : Math.sqrt((at + 1) / tail.length) - Math.sqrt(at / tail.length)
}

/** The logarithm of the chance that a person drawn bears the name of this one. */
function nameChance(all: Stocks, tails: Map<string, Map<string, number>>, who: Person): number {
  const stock = all.find(one => one.origin.key === who.origin.key) as Stocks[number]
  const { origin } = stock
  let sum = Math.log(origin.share)
  const family = who.family.spellings[0] ?? ''
  const place = stock.families.indexOf(who.family)
  if (place >= 0) sum += Math.log(share(stock.familyLaw, place) * (1 - origin.tail))
  else {
    const at = tails.get(origin.key)?.get(family) ?? 0
    const length = stock.tail.length
    sum += Math.log(origin.tail * (Math.sqrt((at + 1) / length) - Math.sqrt(at / length)))
  }
  for (const given of who.givens) {
    const own = stock.givens.indexOf(given)
    if (own >= 0) sum += Math.log(share(stock.givenLaw, own))
    else {
      const pair = stock.givens.findIndex(word =>
        (given.spellings[0] ?? '').startsWith(word.spellings[0] ?? '-'),
      )
      const rest = (given.spellings[0] ?? '').slice((stock.givens[pair]?.spellings[0] ?? '').length)
      const second = stock.givens.findIndex(word => word.spellings[0] === rest)
      sum += Math.log(
        pair >= 0 && second >= 0 && (origin.key === 'chinese' || origin.key === 'korean')
          ? share(stock.givenLaw, pair) * share(stock.givenLaw, second)
          : tailShare(stock.givenTail, given.spellings[0] ?? '') * (origin.tail / 2) + 1e-9,
      )
    }
  }
  return sum - Math.log(1 + (origin.givenCount[1] ?? 1) - (origin.givenCount[0] ?? 1))
}

/** Shares of alerts by what is known of the date of birth, and the chance that a random date agrees with it. */
const dates = [
  { what: 'no date', share: 0.05, chance: 1 },
  { what: 'year only', share: 0.08, chance: 1 / 50 },
  { what: 'month and year', share: 0.02, chance: 1 / 600 },
  { what: 'full date', share: 0.85, chance: 1 / 18_000 },
] as const

export type Floor = { falsePerThousand: number; recall: number; recallUndated: number }

/** The best recall of error-free records at each rate of false hits that come from persons of the very same name. */
export function floorOf(random: Random, all: Stocks, alerts: number, sample: number): Floor[] {
  const tails = new Map(
    all.map(stock => [stock.origin.key, new Map(stock.tail.map((word, at) => [word, at]))] as const),
  )
  const chances = Array.from({ length: sample }, () => nameChance(all, tails, person(random, all)))
  const out: Floor[] = []
  for (let threshold = 10; threshold <= 20; threshold += 0.25) {
    let found = 0
    let undated = 0
    let wrong = 0
    for (const date of dates) {
      const most = -threshold - Math.log(date.chance)
      for (const chance of chances) {
        if (chance > most) continue
        found += date.share
        if (date.chance === 1) undated++
        wrong += alerts * date.share * date.chance * Math.exp(chance)
      }
    }
    out.push({
      falsePerThousand: (1000 * wrong) / sample,
      recall: found / sample,
      recallUndated: undated / sample,
    })
  }
  return out
}
