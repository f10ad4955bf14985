// How well a Latin word spells the sounds of a word in another script: the best way to cut the Latin word into spellings
// of the sound units, against how likely the Latin word is by itself. The result is a log likelihood ratio in nats.
import { Script } from './script.ts'
import { LETTER_PAIRS, SPELLINGS } from './sound-data.ts'
import { soundUnits } from './sound-units.ts'

const unitIds = new Map<string, number>()
const tableBits = 16
const keys = new Int32Array(1 << tableBits)
const costs = new Float32Array(1 << tableBits)
const longest = 4
const unseenCost = [1.9 + 3.9, 3.0 + 3.9, 6.2 + 3.9, 9.4 + 3.9, 12.7 + 3.9]

/** The letters of a spelling as one number to the base 27, at most four letters. */
function spellingCode(spelling: string): number {
  let code = 0
  for (let i = 0; i < spelling.length; i++) code = code * 27 + (spelling.charCodeAt(i) - 96)
  return code
}

function slot(unit: number, code: number): number {
  const key = ((unit + 1) << 20) | code
  let at = (Math.imul(key, 0x9e3779b1) >>> 0) >>> (32 - tableBits)
  while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & ((1 << tableBits) - 1)
  return at
}

/** Where the cost of each learned spelling of a unit stands. */
const byUnit = new Map<number, { spelling: string; at: number }[]>()

function enterSpelling(unit: number, spelling: string, cost: number): void {
  const code = spellingCode(spelling)
  const at = slot(unit, code)
  if (keys[at] === 0) {
    const list = byUnit.get(unit)
    if (list === undefined) byUnit.set(unit, [{ spelling, at }])
    else list.push({ spelling, at })
  }
  keys[at] = ((unit + 1) << 20) | code
  costs[at] = cost
}

for (const line of SPELLINGS.trim().split('\n')) {
  const [script, unit, spellings] = line.split('|')
  const id = unitIds.size
  unitIds.set(`${script}|${unit}`, id)
  for (const entry of (spellings ?? '').split(',')) {
    const [spelling, cost] = entry.split(':')
    if (spelling === undefined || spelling.length > longest) continue
    enterSpelling(id, spelling, Number(cost) / 10)
  }
}

// Spellings that Koreans choose for their own names and that foreign names do not show: unit numbers follow the order of
// Hangul syllables in Unicode. Cost 2.2 nats each unless learned cheaper.
const korean =
  'V4:eo,u,o,ou,e V6:yeo,yu,you,yo,yeu,yon V13:u,oo,woo,wu,ou V18:eu,u,e,oo V20:i,ee,yi,ie,y V1:ae,ai,e V5:e,ae V8:o,oh ' +
  'V0:a,ah V2:ya V12:yo V17:yu,yoo,you V9:wa V14:weo,wo,won,wu V11:oe,we,oi V19:eui,ui,ee L0:g,k L3:d,t L7:b,p L5:r,l L11:,y,w ' +
  'L12:j,ch,z L14:ch,c L9:s,sh L18:h T1:k,g,c T4:n T8:l,r T16:m T17:p,b T21:ng'
// Persian, Dari and Urdu readings of Arabic letters, which the learned names, mostly Arabic, show too little.
const persian =
  'ض:z,d,dh,zz ظ:z,dh ذ:z,dh ث:s,th و:v,u,ou,oo,o,w ق:gh,q,k ة:a,e,eh,ah,h ه:h,a,e,eh,ah ي:i,y,ee,ei,ey,ie,iy,ai,ye ع:a,e,aa,i,o,u ' +
  'گ:g,gu,go,ga,gh پ:p,pa,po,pe چ:ch,c,cha ژ:zh,j'
function learn(id: number, spelling: string, cost: number): void {
  if (spelling.length > longest) return
  const at = slot(id, spellingCode(spelling))
  if (keys[at] === 0 || (costs[at] ?? 0) > cost) enterSpelling(id, spelling, cost)
}

for (const entry of [
  ...korean.split(' ').map(text => `11|${text}`),
  ...persian.split(' ').map(text => `5|${text}`),
]) {
  const [unit = '', spellings = ''] = entry.split(':')
  const id = unitIds.get(unit) ?? unitIds.size
  unitIds.set(unit, id)
  for (const spelling of spellings.split(',')) learn(id, spelling, 2.2)
}

// Arabic and Hebrew leave short vowels and doubling unwritten: a consonant is spelt with any vowel after it, alone or
// doubled. A vowel costs 2.2 nats more, doubling 1.5 on top, unless learned cheaper.
for (const line of SPELLINGS.trim().split('\n')) {
  const [script, unit, spellings = ''] = line.split('|')
  const id = unitIds.get(`${script}|${unit}`)
  if ((script !== '5' && script !== '6') || id === undefined) continue
  for (const entry of spellings.split(',')) {
    const [spelling = '', text] = entry.split(':')
    const cost = Number(text) / 10
    if (cost > 3.5 || !/^[^aeiou]{1,2}$/.test(spelling)) continue
    for (const vowel of 'aeiou') {
      learn(id, spelling + vowel, cost + 2.2)
      if (spelling.length === 1) learn(id, spelling + spelling + vowel, cost + 3.7)
    }
  }
}

/** Whether Latin spellings of this script's sounds were learned. */
export function hasSounds(script: Script): boolean {
  return (
    script === Script.Cyrillic ||
    script === Script.Arabic ||
    script === Script.Hebrew ||
    script === Script.Han ||
    script === Script.Hangul ||
    script === Script.Kana
  )
}

/** The numbers of a word's sound units; units never seen are left out. */
export function unitNumbers(word: string, script: Script): number[] {
  const out: number[] = []
  for (const unit of soundUnits(word, script)) {
    const id = unitIds.get(`${script}|${unit}`)
    if (id !== undefined) out.push(id)
  }
  return out
}

let row = new Float64Array(64)
let next = new Float64Array(64)

/** Cost in nats of a Latin word by itself, from the learned letter pairs. */
export function latinCost(latin: string): number {
  let before = 26
  let sum = 0
  for (let i = 0; i < latin.length; i++) {
    const at = latin.charCodeAt(i) - 97
    if (at < 0 || at > 25) continue
    sum += LETTER_PAIRS[before * 27 + at] ?? 0
    before = at
  }
  return (sum + (LETTER_PAIRS[before * 27 + 26] ?? 0)) / 10
}

/**
 * Log likelihood ratio, in nats, that `latin` spells the sound units rather than being any Latin word. Above 0 the two
 * are more likely one name than not; random pairs are above 0 in about one of a hundred cases.
 * @param own what latinCost says of `latin`, for callers that ask about one word many times
 * @param least below this the answer is only "less": the search ends early
 */
export function soundLikeness(
  units: ArrayLike<number>,
  latin: string,
  own: number = latinCost(latin),
  least = -50,
): number {
  const n = units.length
  const m = Math.min(latin.length, 60)
  if (n === 0 || m === 0 || m > n * longest) return -50
  const most = Math.min(60, own - least)
  row.fill(Infinity, 0, m + 1)
  row[0] = 0
  let low = 0
  for (let i = 0; i < n; i++) {
    next.fill(Infinity, 0, m + 1)
    const base = (units[i]! + 1) << 20
    let first = m + 1
    for (let from = low; from <= m; from++) {
      const before = row[from]!
      if (before > most) continue
      let code = 0
      const end = Math.min(m, from + longest)
      for (let to = from; to <= end; to++) {
        if (to > from) code = code * 27 + (latin.charCodeAt(to - 1) - 96)
        const key = base | code
        let at = (Math.imul(key, 0x9e3779b1) >>> 0) >>> (32 - tableBits)
        while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & ((1 << tableBits) - 1)
        const value = before + (keys[at] === 0 ? unseenCost[to - from]! : costs[at]!)
        if (value < next[to]!) {
          next[to] = value
          if (value <= most && to < first) first = to
        }
      }
    }
    if (first > m) return -50
    low = first
    const swap = row
    row = next
    next = swap
  }
  const distance = row[m]!
  return distance === Infinity ? -50 : own - distance
}

/** The letters a–z of a word as bits, every other sign as one more. */
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) {
    const at = word.charCodeAt(i) - 97
    bits |= 1 << (at >= 0 && at < 26 ? at : 26)
  }
  return bits
}

const unitSpellings: (Float64Array | undefined)[] = []

/** The learned spellings of a unit, the cheapest first: number, letters as bits and cost of each in turn. */
function spellingsOf(unit: number): Float64Array {
  return (unitSpellings[unit] ??= Float64Array.from(
    (byUnit.get(unit) ?? [])
      .map(({ spelling, at }): [number, number, number] => [
        spellingCode(spelling),
        lettersOf(spelling),
        costs[at]!,
      ])
      .sort((a, b) => a[2] - b[2])
      .flat(),
  ))
}

/** One Latin word made ready to be laid beside many words of other scripts; answers as soundLikeness does. */
export class Speller {
  private latin = ''
  private own = 0
  /** per unit the place of its row, one higher; the rows hold what spelling the unit by the letters from–to costs */
  private readonly rowAt = new Uint16Array(unitIds.size)
  private readonly leastOf = new Float64Array(unitIds.size).fill(-1)
  private readonly entered: number[] = []
  private filled = 0
  /** the letters of the word as bits, and its pieces of each length as numbers */
  private letters = 0
  private readonly codes = Array.from({ length: longest + 1 }, () => new Int32Array(64))
  private rows = new Float64Array(0)
  private rest = new Float64Array(64)

  /** @param own what latinCost says of `latin` */
  set(latin: string, own: number): void {
    this.latin = latin.length > 60 ? latin.slice(0, 60) : latin
    this.own = own
    for (const unit of this.entered) {
      this.rowAt[unit] = 0
      this.leastOf[unit] = -1
    }
    this.entered.length = 0
    this.filled = 0
    this.letters = lettersOf(this.latin)
    for (let length = 0; length <= longest; length++)
      for (let from = 0; from + length <= this.latin.length; from++) {
        let code = 0
        for (let i = from; i < from + length; i++) code = code * 27 + (this.latin.charCodeAt(i) - 96)
        this.codes[length]![from] = code
      }
  }

  /** What a unit costs at least, whatever letters of the word spell it. */
  private enter(unit: number): void {
    let least = unseenCost[0]!
    const spellings = spellingsOf(unit)
    // the cheapest come first
    for (let i = 0; i < spellings.length; i += 3) {
      if ((spellings[i + 1]! & ~this.letters) !== 0) continue
      least = Math.min(least, spellings[i + 2]!)
      break
    }
    this.entered.push(unit)
    this.leastOf[unit] = least
  }

  /** The costs of one unit for all pieces of the word, five (no letter to four) for each place they begin at. */
  private fill(unit: number): void {
    const { latin, rows } = this
    const m = latin.length
    const width = (m + 1) * (longest + 1)
    const start = this.filled * width
    if (start + width > rows.length) {
      const wider = new Float64Array(rows.length * 2 + width)
      wider.set(rows)
      this.rows = wider
      this.fill(unit)
      return
    }
    this.rowAt[unit] = ++this.filled
    for (let from = 0; from <= m; from++)
      for (let length = 0; length <= longest; length++)
        rows[start + from * (longest + 1) + length] = unseenCost[length]!
    const spellings = spellingsOf(unit)
    for (let i = 0; i < spellings.length; i += 3) {
      if ((spellings[i + 1]! & ~this.letters) !== 0) continue
      const code = spellings[i]!
      const length = code === 0 ? 0 : code < 27 ? 1 : code < 27 * 27 ? 2 : code < 27 * 27 * 27 ? 3 : 4
      const codes = this.codes[length]!
      for (let from = 0; from + length <= m; from++)
        if (codes[from] === code) rows[start + from * (longest + 1) + length] = spellings[i + 2]!
    }
  }

  /**
   * The likelihood ratio for the units from `begin` to `end` of a list.
   * @param least below this the answer is only "less": the search ends early
   */
  likeness(units: ArrayLike<number>, begin: number, end: number, least: number): number {
    const n = end - begin
    const m = this.latin.length
    if (n === 0 || m === 0 || m > n * longest) return -50
    const most = this.own - least
    if (n >= this.rest.length) this.rest = new Float64Array(n * 2)
    const { rowAt, leastOf, rest } = this
    // what the units from each one on cost at least, however they are spelt
    let sum = 0
    rest[n] = 0
    for (let i = n - 1; i >= 0; i--) {
      const unit = units[begin + i]!
      if (leastOf[unit]! < 0) this.enter(unit)
      sum += leastOf[unit]!
      rest[i] = sum
    }
    if (sum > most + 1e-6) return -50
    for (let i = begin; i < end; i++) if (rowAt[units[i]!] === 0) this.fill(units[i]!)
    const { rows } = this
    const width = (m + 1) * (longest + 1)
    row.fill(Infinity, 0, m + 1)
    row[0] = 0
    let low = 0
    let high = 0
    for (let i = 0; i < n; i++) {
      // letters that the units still to come cannot take have to be taken now
      const bound = most - rest[i + 1]! + 1e-6
      const start = (rowAt[units[begin + i]!]! - 1) * width
      const reach = Math.min(m, high + longest)
      next.fill(Infinity, low, reach + 1)
      let first = m + 1
      let final = -1
      for (let from = low; from <= high; from++) {
        const before = row[from]!
        if (before === Infinity) continue
        const last = Math.min(m, from + longest)
        let at = start + from * (longest + 1)
        for (let to = from; to <= last; to++) {
          const value = before + rows[at++]!
          if (value < next[to]! && value <= bound) {
            next[to] = value
            if (to < first) first = to
            if (to > final) final = to
          }
        }
      }
      if (first > m) return -50
      low = first
      high = final
      const swap = row
      row = next
      next = swap
    }
    const distance = high < m ? Infinity : row[m]!
    return distance === Infinity ? -50 : this.own - distance
  }
}
