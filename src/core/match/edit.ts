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

/** The least that must be paid for a letter that the other word has not. */
const alone = new Uint8Array(size)
for (let i = 0; i < size; i++) {
  let least = insert[i]!
  for (let j = 0; j < size; j++) if (j !== i && replace[i * size + j]! < least) least = replace[i * size + j]!
  alone[i] = least
}

const width = 64
const rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)] as const
const right = new Uint8Array(width)
const rightGap = new Uint8Array(width)
const owedAfter = new Int32Array(width)

/** A word made ready to be compared with many. */
export class Pattern {
  private readonly codes = new Uint8Array(width)
  private readonly gaps = new Uint8Array(width)
  length = 0

  set(word: string): void {
    this.length = Math.min(word.length, width - 1)
    let last = 99
    for (let i = 0; i < this.length; i++) {
      const code = codes[word.charCodeAt(i)] ?? 39
      this.codes[i] = code
      this.gaps[i] = gapOf(code, last, i === this.length - 1 && this.length > 3)
      last = code
    }
  }

  /** Whether the letters from `from` to `to` are this word. */
  is(letters: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.length) return false
    for (let i = 0; i < this.length; i++) if (codes[letters[from + i]!] !== this.codes[i]) return false
    return true
  }

  /**
   * Weighted distance to the word whose letters (ASCII) stand in `letters`, in hundredths of a typing error.
   * @param limit the answer is exact up to here; anything larger comes back as 9999
   */
  cost(letters: Uint8Array, from: number, to: number, limit: number): number {
    const left = this.codes
    const gaps = this.gaps
    const whole = Math.min(to - from, width - 1)
    if (Math.abs(this.length - whole) * 30 > limit) return 9999
    // what both begin and end with costs nothing and need not be aligned
    let head = 0
    const shorter = Math.min(this.length, whole)
    while (head < shorter && left[head] === codes[letters[from + head]!]) head++
    let tail = 0
    while (tail < shorter - head && left[this.length - 1 - tail] === codes[letters[from + whole - 1 - tail]!])
      tail++
    const n = this.length - head - tail
    const m = whole - head - tail
    let last = head === 0 ? 99 : left[head - 1]!
    let sum = 0
    if (m === 0) {
      for (let i = 0; i < n; i++) sum += gaps[head + i]!
      return sum > limit ? 9999 : sum
    }
    let before: Int32Array = rows[0]
    let row: Int32Array = rows[1]
    let next: Int32Array = rows[2]
    row[0] = 0
    let there = 0
    for (let j = 0; j < m; j++) {
      const at = head + j
      const code = codes[letters[from + at]!]!
      const gap = gapOf(code, last, at === whole - 1 && whole > 3)
      right[j] = code
      rightGap[j] = gap
      there |= 1 << (code & 31)
      sum += gap
      row[j + 1] = sum
      last = code
    }
    if (n === 0) return sum > limit ? 9999 : sum
    if (n === 1 && m === 1) {
      const changed = Math.min(replace[left[head]! * size + right[0]!]!, gaps[head]! + sum)
      return changed > limit ? 9999 : changed
    }
    // letters that only one of them has cost something in any case
    let here = 0
    let owed = 0
    for (let i = n - 1; i >= 0; i--) {
      owedAfter[i] = owed
      const code = left[head + i]!
      here |= 1 << (code & 31)
      if ((there & (1 << (code & 31))) === 0) owed += Math.min(alone[code]!, gaps[head + i]!)
    }
    if (owed > limit) return 9999
    owed = 0
    for (let j = 0; j < m; j++) {
      const code = right[j]!
      if ((here & (1 << (code & 31))) === 0) owed += Math.min(alone[code]!, rightGap[j]!)
    }
    if (owed > limit) return 9999
    let earlierLeast = 0
    for (let i = 1; i <= n; i++) {
      const letter = left[head + i - 1]!
      const remove = gaps[head + i - 1]!
      const base = letter * size
      const earlier = i > 1 ? left[head + i - 2]! : 99
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
      // two letters in each other's place go on from the row before
      const rest = limit - owedAfter[i - 1]!
      if (least > rest && earlierLeast + 80 > rest) return 9999
      earlierLeast = least
      const spare = before
      before = row
      row = next
      next = spare
    }
    const cost = row[m]!
    return cost > limit ? 9999 : cost
  }
}

/** What a letter costs to gain or lose: a doubled one and a silent e at the end are nearly free. */
function gapOf(code: number, last: number, end: boolean): number {
  return code === last ? 30 : end && code === 4 ? 40 : insert[code]!
}

const pattern = new Pattern()
const written = new Uint8Array(width)

/** Weighted distance of two Latin words, see Pattern.cost. */
export function editCost(a: string, b: string, limit: number): number {
  const length = Math.min(b.length, width - 1)
  for (let i = 0; i < length; i++) written[i] = Math.min(127, b.charCodeAt(i))
  pattern.set(a)
  return pattern.cost(written, 0, length, limit)
}
