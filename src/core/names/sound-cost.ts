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

for (const line of SPELLINGS.trim().split('\n')) {
  const [script, unit, spellings] = line.split('|')
  const id = unitIds.size
  unitIds.set(`${script}|${unit}`, id)
  for (const entry of (spellings ?? '').split(',')) {
    const [spelling, cost] = entry.split(':')
    if (spelling === undefined || spelling.length > longest) continue
    const code = spellingCode(spelling)
    const at = slot(id, code)
    keys[at] = ((id + 1) << 20) | code
    costs[at] = Number(cost) / 10
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
  'ض:z,d,dh,zz ظ:z,dh ذ:z,dh ث:s,th و:v,u,ou,oo,o,w ق:gh,q,k ة:a,e,eh,ah,h ه:h,a,e,eh,ah ي:i,y,ee,ei,ey,ie,iy,ai,ye ع:a,e,aa,i'
for (const entry of [
  ...korean.split(' ').map(text => `11|${text}`),
  ...persian.split(' ').map(text => `5|${text}`),
]) {
  const [unit, spellings] = entry.split(':')
  const id = unitIds.get(unit ?? '')
  if (id === undefined) continue
  for (const spelling of (spellings ?? '').split(',')) {
    const code = spellingCode(spelling)
    const at = slot(id, code)
    if (keys[at] !== 0 && (costs[at] ?? 0) <= 2.2) continue
    keys[at] = ((id + 1) << 20) | code
    costs[at] = 2.2
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
