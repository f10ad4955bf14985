/** A seat as carriers write it, `12C` or `012C`; null for what is none, such as `INF`. */
export const readSeat = (seat: string | null): { row: number; letter: string } | null => {
  const found = /^0*([1-9]\d?)([A-Z])$/.exec(seat ?? '')
  return found ? { row: Number(found[1]), letter: found[2] ?? '' } : null
}

export interface SeatMap<P> {
  rows: number[]
  /** From the left side of the cabin to the right; null is an aisle. */
  letters: (string | null)[]
  /** By `12C`. Two people may have been given the same seat. */
  at: Map<string, P[]>
  /** Without a seat, or with one that cannot be read. */
  without: P[]
}

/** Letters after which an aisle lies in the cabins there are: ABC DEF, ABC DEFG HJK. */
const aislesAfter = ['C', 'G'] as const

/**
 * The cabin as far as the seats announced show it. Rows and letters in which nobody sits are not drawn, except the rows between
 * others: how large the aircraft is nobody has said.
 */
export const seatMap = <P extends { seat: string | null }>(people: readonly P[]): SeatMap<P> => {
  const at = new Map<string, P[]>()
  const without: P[] = []
  const letters = new Set<string>()
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const person of people) {
    const seat = readSeat(person.seat)
    if (!seat) {
      without.push(person)
      continue
    }
    const name = `${seat.row}${seat.letter}`
    at.set(name, [...(at.get(name) ?? []), person])
    letters.add(seat.letter)
    first = Math.min(first, seat.row)
    last = Math.max(last, seat.row)
  }
  const sorted = [...letters].sort()
  return {
    rows: last ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [],
    letters: sorted.flatMap((letter, index) => {
      const before = sorted[index - 1]
      const aisle = before !== undefined && aislesAfter.some(each => before <= each && letter > each)
      return aisle ? [null, letter] : [letter]
    }),
    at,
    without,
  }
}
