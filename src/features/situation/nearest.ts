/**
 * The known code nearest to one that is not known, for the sentence that refuses it; null when none is near.
 * Distance: optimal string alignment (insert, delete, replace, swap two neighbours), capital letters ignored;
 * near is at most a third of the longer text, and at least one step.
 */
export function nearest(text: string, known: Iterable<string>): string | null {
  const wanted = text.trim().toLowerCase()
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const code of known) {
    const steps = distance(wanted, code.toLowerCase())
    if (steps < least && steps <= Math.max(1, Math.max(wanted.length, code.length) / 3)) {
      least = steps
      best = code
    }
  }
  return best
}

/** Steps from one text to the other: insert, delete, replace a letter or swap two neighbours. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (beforeLast[j - 2] ?? 0) + 1)
      row.push(steps)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
