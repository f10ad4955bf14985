/** Where signs and words stand on a map so that none covers another. Pure; lengths in units of the drawing. */

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const meet = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/**
 * The first place that covers nothing that stands already, else the one that covers least; added to what stands.
 * @param taken what stands already; the place chosen is added to it.
 * @param places the places that would do, best first.
 * @param within the whole map: what stands out of it counts as covered.
 */
export const freePlace = <P extends { box: Box }>(
  taken: Box[],
  places: readonly [P, ...P[]],
  within: Box = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 },
): P => {
  let [best] = places
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const outside = meet(place.box, place.box) - meet(place.box, within)
    const covered = taken.reduce((sum, box) => sum + meet(box, place.box), outside)
    if (covered < least) [best, least] = [place, covered]
    if (covered === 0) break
  }
  taken.push(best.box)
  return best
}

/** A sign with its text to the right: at its point, or as near to it as there is room. */
export const signPlaces = (x: number, y: number, text: string) => {
  const at = (dx: number, dy: number) => ({
    x: x + dx,
    y: y + dy,
    box: { left: x + dx - 10, top: y + dy - 10, right: x + dx + 12 + text.length * 8, bottom: y + dy + 10 },
  })
  // Never further than a sign's own size: a sign far from its point would tell of another State.
  return [
    at(0, 0),
    at(0, 21),
    at(0, -21),
    at(-20, 14),
    at(-20, -14),
    at(-24, 0),
    at(20, 21),
    at(20, -21),
  ] as const
}

/** The name of a route around its arrow: to the right or left of it, above or below, then along its way back. */
export const routePlaces = (path: readonly (readonly [number, number])[], text: string) => {
  const wide = text.length * 6.8
  const around = ([x, y]: readonly [number, number]) =>
    [
      [x + 8, y - 4],
      [x - wide - 8, y - 4],
      [x + 8, y + 14],
      [x - wide - 8, y + 14],
      [x - wide / 2, y - 12],
      [x - wide / 2, y + 22],
    ].map(([left = 0, base = 0]) => ({
      x: left,
      y: base,
      box: { left, top: base - 12, right: left + wide, bottom: base + 4 },
    }))
  const [end = [0, 0] as const, ...back] = path.toReversed()
  const [first, ...others] = around(end)
  return [
    first ?? { x: 0, y: 0, box: { left: 0, top: 0, right: 0, bottom: 0 } },
    ...others,
    ...back.flatMap(around),
  ] as const
}
