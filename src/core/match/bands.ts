// The scale every score stands on, here and in the documentation: 0.60 is where a person should look, 0.85 is where
// little speaks against. A score never decides anything; it only puts the reviewer's work in order.

/** From here on a person reviews. */
export const reviewScore = 0.6
/** From here on name, date or document agree so far that chance is an unlikely explanation. */
export const strongScore = 0.85

export type Band = 'strong' | 'review' | 'below'

export function bandOf(score: number): Band {
  return score >= strongScore ? 'strong' : score >= reviewScore ? 'review' : 'below'
}

/** A score of two digits: cut, not rounded, for no likeness is 1, and none looks as if it were in the band above its own. */
export function cutScore(score: number): number {
  return Math.floor(score * 100 + 1e-9) / 100
}

/** A score as it is shown. */
export function showScore(score: number): string {
  return cutScore(score).toFixed(2)
}
