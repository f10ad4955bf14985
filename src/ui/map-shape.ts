/** Arithmetic of the map: sizes of circles, clusters, moving and zooming. Pure; lengths in units of the drawing. */

export interface Spot {
  id: string
  x: number
  y: number
  figure: number
}

/** Spots drawn as one circle: at their mean, weighted by figure. A single spot is a cluster of one. */
export interface Cluster {
  x: number
  y: number
  figure: number
  ids: string[]
}

/** What is seen: a point of the whole map stands at `x + k·px`, `y + k·py`. */
export interface View {
  k: number
  x: number
  y: number
}

/** Radius of a circle whose area is in proportion to its figure; never too small to see. */
export const radiusOf = (figure: number, largest: number, widest: number): number =>
  figure <= 0 ? 0 : Math.max(3, widest * Math.sqrt(figure / Math.max(largest, 1)))

const joined = (a: Cluster, b: Cluster): Cluster => {
  const figure = a.figure + b.figure
  const share = figure > 0 ? b.figure / figure : 0.5
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, figure, ids: [...a.ids, ...b.ids] }
}

/**
 * Joins circles until the middle of none lies inside another. Spots that share a small square are joined first, so that
 * tens of thousands cost no more than the squares they fill. Every figure is counted exactly once.
 */
export const clusterSpots = (
  spots: readonly Spot[],
  radius: (figure: number) => number,
  square = 6,
): Cluster[] => {
  const squares = new Map<string, Cluster>()
  for (const { id, x, y, figure } of spots) {
    const key = `${Math.floor(x / square)} ${Math.floor(y / square)}`
    const here = squares.get(key)
    const spot = { x, y, figure, ids: [id] }
    if (!here) squares.set(key, spot)
    else {
      const both = joined(here, spot)
      here.ids.push(id)
      squares.set(key, { ...both, ids: here.ids })
    }
  }
  let clusters = [...squares.values()]
  for (let round = 0; round < 8; round += 1) {
    const kept: Cluster[] = []
    for (const next of clusters.sort((a, b) => b.figure - a.figure)) {
      const near = kept.findIndex(other => {
        const reach = Math.max(radius(other.figure), radius(next.figure))
        return Math.hypot(other.x - next.x, other.y - next.y) < reach
      })
      const other = kept[near]
      if (other) kept[near] = joined(other, next)
      else kept.push(next)
    }
    if (kept.length === clusters.length) return kept
    clusters = kept
  }
  return clusters
}

export const furthest = 24

/** Keeps the whole map covering the drawing: nothing beyond its edges comes into sight. */
export const held = ({ k, x, y }: View, width: number, height: number): View => {
  const zoom = Math.min(furthest, Math.max(1, k))
  return {
    k: zoom,
    x: Math.min(0, Math.max(width - width * zoom, x)),
    y: Math.min(0, Math.max(height - height * zoom, y)),
  }
}

/** Zooms by a factor around a point of the drawing, which stays where it is. */
export const zoomed = (
  view: View,
  factor: number,
  px: number,
  py: number,
  width: number,
  height: number,
): View => {
  const k = Math.min(furthest, Math.max(1, view.k * factor))
  const by = k / view.k
  return held({ k, x: px - (px - view.x) * by, y: py - (py - view.y) * by }, width, height)
}

/** Figures for the legend's circles: a small, a middle and a large round number not above the largest. */
export const legendFigures = (largest: number): number[] => {
  const round = (value: number) => {
    const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
    const step = [5, 2, 1].find(each => each * unit <= value) ?? 1
    return step * unit
  }
  const figures = [round(largest / 40), round(largest / 8), round(largest)].filter(figure => figure >= 1)
  return [...new Set(figures)]
}
