// Fairness as a figure: how often innocents of each origin are hit, worst against best, and what thresholds by origin would
// do about it: for each origin hit more often than `factor` times the median, the threshold at which it is not, and how
// many of the positives of that origin fall below it.
const step = 0.005

export type Scored = { origin: string; scores: number[] }
export type Fairness = {
  before: string
  after: string
  thresholds: string
  recallBefore: number
  recallAfter: number
  falseAfter: number
}

function rates(innocents: readonly Scored[], thresholdOf: (origin: string) => number): Map<string, number> {
  const counts = new Map<string, [number, number]>()
  for (const { origin, scores } of innocents) {
    const row = counts.get(origin) ?? [0, 0]
    row[0]++
    for (const score of scores) if (score >= thresholdOf(origin)) row[1]++
    counts.set(origin, row)
  }
  return new Map(Array.from(counts, ([origin, [people, hits]]) => [origin, (1000 * hits) / people] as const))
}

/** Worst rate against best; an origin without any hit counts as half a hit among all its people. */
function spread(found: ReadonlyMap<string, number>, innocents: readonly Scored[]): string {
  const people = new Map<string, number>()
  for (const { origin } of innocents) people.set(origin, (people.get(origin) ?? 0) + 1)
  const sorted = [...found].sort((a, b) => b[1] - a[1])
  const worst = sorted[0]
  const best = sorted[sorted.length - 1]
  if (worst === undefined || best === undefined) return 'nobody asked'
  const floor = Math.max(best[1], 500 / (people.get(best[0]) ?? 1))
  return `${worst[0]} ${worst[1].toFixed(0)} against ${best[0]} ${best[1].toFixed(0)}, ratio ${(worst[1] / floor).toFixed(1)}`
}

/**
 * @param innocents scores of all hits above a low threshold, for each innocent
 * @param positives the score of the right alert for each positive, 0 where it was not found
 * @param review the one threshold for all
 */
export function fairness(
  innocents: readonly Scored[],
  positives: readonly { origin: string; score: number }[],
  review: number,
  factor: number,
): Fairness {
  const before = rates(innocents, () => review)
  const sorted = [...before.values()].sort((a, b) => a - b)
  const most = (sorted[Math.floor(sorted.length / 2)] ?? 0) * factor
  const own = new Map<string, number>()
  for (const [origin, rate] of before) {
    if (rate <= most) continue
    let threshold = review
    while (threshold < 0.95 && (rates(innocents, () => threshold).get(origin) ?? 0) > most) threshold += step
    own.set(origin, threshold)
  }
  const thresholdOf = (origin: string): number => own.get(origin) ?? review
  const after = rates(innocents, thresholdOf)
  const recall = (of: (origin: string) => number): number =>
    positives.filter(one => one.score >= of(one.origin)).length / Math.max(1, positives.length)
  let hits = 0
  for (const { origin, scores } of innocents)
    for (const score of scores) if (score >= thresholdOf(origin)) hits++
  return {
    before: spread(before, innocents),
    after: spread(after, innocents),
    thresholds: [...own].map(([origin, threshold]) => `${origin} ${threshold.toFixed(3)}`).join(', '),
    recallBefore: recall(() => review),
    recallAfter: recall(thresholdOf),
    falseAfter: (1000 * hits) / Math.max(1, innocents.length),
  }
}
