// Weighted edit distance between two Latin words (optimal string alignment, Damerau 1964, with costs per letter pair).
// One plain typing error costs 100; what the same name does in another orthography, hand or scanner costs less.

const size = 40
const codes = new Uint8Array(128).fill(39)
for (let i = 0; i < 26; i++) codes[97 + i] = i
for (let i = 0; i < 10; i++) codes[48 + i] = 26 + i
codes['C'.charCodeAt(0)] = 36
codes['S'.charCodeAt(0)] = 37

const replace = new Uint8Array(size * size).fill(100)
for (let i = 0; i < size; i++) replace[i * size + i] = 0

function pairs(text: string, cost: number): void {
  for (const pair of text.split(' ')) {
    const a = codes[pair.charCodeAt(0)] ?? 39
    const b = codes[pair.charCodeAt(1)] ?? 39
    replace[a * size + b] = cost
    replace[b * size + a] = cost
  }
}

// vowels between scripts and dialects, then consonants of one place, then what a scanner confuses (ICAO 9303 OCR-B)
pairs('ae ao ei ou ea eo io iu au eu ai ui oa', 60)
pairs('ei ou iy ae', 40)
pairs('iy', 20)
pairs('bp dt gk sz sx zj gj jy vf bv wu wv ck cs kq gq cz jh CS kC tC sS zS jC jS cC gh kh', 60)
pairs('iy ck kq vw sz ij jy uw CS', 35)
pairs('mn rl lr hx', 80)
pairs('0o 1i 1l 5s 8b 2z 6g 4a', 25)
pairs('il vu uv', 45)

const insert = new Uint8Array(size).fill(100)
for (const letter of 'aeiou') insert[codes[letter.charCodeAt(0)] ?? 39] = 75
insert[codes['h'.charCodeAt(0)] ?? 39] = 45
insert[codes['y'.charCodeAt(0)] ?? 39] = 75

const width = 64
let before = new Int32Array(width)
let row = new Int32Array(width)
let next = new Int32Array(width)
const left = new Uint8Array(width)
const right = new Uint8Array(width)
const leftGap = new Uint8Array(width)
const rightGap = new Uint8Array(width)

/** Codes and gap costs of a word: a doubled letter and a silent e at the end are nearly free to gain or lose. */
function load(word: string, length: number, into: Uint8Array, gaps: Uint8Array): void {
  let last = 99
  for (let i = 0; i < length; i++) {
    const code = codes[word.charCodeAt(i)] ?? 39
    into[i] = code
    gaps[i] = code === last ? 30 : code === 4 && i === length - 1 && length > 3 ? 40 : insert[code]!
    last = code
  }
}

/**
 * Weighted distance of two Latin words in hundredths of a typing error.
 * @param limit the answer is exact up to here; anything larger comes back as 9999
 */
export function editCost(a: string, b: string, limit: number): number {
  const n = Math.min(a.length, width - 1)
  const m = Math.min(b.length, width - 1)
  if (Math.abs(n - m) * 30 > limit) return 9999
  load(a, n, left, leftGap)
  load(b, m, right, rightGap)
  row[0] = 0
  for (let j = 1; j <= m; j++) row[j] = row[j - 1]! + rightGap[j - 1]!
  for (let i = 1; i <= n; i++) {
    const letter = left[i - 1]!
    const remove = leftGap[i - 1]!
    const base = letter * size
    const earlier = i > 1 ? left[i - 2]! : 99
    let diagonal = row[0]!
    let beside = diagonal + remove
    let least = beside
    next[0] = beside
    for (let j = 1; j <= m; j++) {
      const other = right[j - 1]!
      const above = row[j]!
      let best = diagonal + replace[base + other]!
      if (above + remove < best) best = above + remove
      const more = beside + rightGap[j - 1]!
      if (more < best) best = more
      if (other === earlier && j > 1 && letter !== other && right[j - 2] === letter) {
        const swapped = before[j - 2]! + 80
        if (swapped < best) best = swapped
      }
      next[j] = best
      if (best < least) least = best
      diagonal = above
      beside = best
    }
    if (least > limit) return 9999
    const spare = before
    before = row
    row = next
    next = spare
  }
  const cost = row[m]!
  return cost > limit ? 9999 : cost
}
