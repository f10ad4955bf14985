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

/** Radius of a circle whose area is in proportion to its figure; never too small to see, never much wider than meant. */
export const radiusOf = (figure: number, largest: number, widest: number): number =>
  figure <= 0 ? 0 : Math.min(widest * 1.4, Math.max(3, widest * Math.sqrt(figure / Math.max(largest, 1))))

const bySquare = (spots: readonly Spot[], square: number): Cluster[] => {
  const squares = new Map<string, Cluster>()
  for (const { id, x, y, figure } of spots) {
    const key = `${Math.floor(x / square)} ${Math.floor(y / square)}`
    const here = squares.get(key)
    if (here) join(here, { x, y, figure, ids: [id] })
    else squares.set(key, { x, y, figure, ids: [id] })
  }
  return [...squares.values()]
}

// Adds the second to the first, in place.
const join = (a: Cluster, b: Cluster): void => {
  const figure = a.figure + b.figure
  const share = figure > 0 ? b.figure / figure : 0.5
  a.x += (b.x - a.x) * share
  a.y += (b.y - a.y) * share
  a.figure = figure
  for (const id of b.ids) a.ids.push(id)
}

/** The figure that the widest circle stands for: the most that meets in one place when the whole map is seen. */
export const largestOf = (spots: readonly Spot[], widest: number): number =>
  Math.max(1, ...bySquare(spots, widest * 1.4).map(({ figure }) => figure))

/**
 * Joins circles until the middle of none lies well inside another (within 0.7 of its radius). Spots that share a small
 * square are joined first, so that tens of thousands cost no more than the squares they fill. `reach` is the widest
 * radius there can be. Every figure is counted exactly once.
 */
export const clusterSpots = (
  spots: readonly Spot[],
  radius: (figure: number) => number,
  reach: number,
  square = 6,
): Cluster[] => {
  let clusters = bySquare(spots, square)
  const cell = Math.max(square, 0.7 * reach)
  const keyOf = (column: number, row: number) => column * 65_537 + row
  for (let round = 0; round < 6; round += 1) {
    const kept = new Map<number, Cluster[]>()
    let count = 0
    const before = clusters.length
    const sorted = clusters.sort((a, b) => b.figure - a.figure)
    const sizes = new Map<Cluster, number>()
    const put = (cluster: Cluster) => {
      sizes.set(cluster, 0.7 * radius(cluster.figure))
      const key = keyOf(Math.floor(cluster.x / cell), Math.floor(cluster.y / cell))
      const list = kept.get(key)
      if (list) list.push(cluster)
      else kept.set(key, [cluster])
    }
    for (const next of sorted) {
      const column = Math.floor(next.x / cell)
      const row = Math.floor(next.y / cell)
      const near = [-1, 0, 1].flatMap(dx => [-1, 0, 1].map(dy => keyOf(column + dx, row + dy)))
      const size = 0.7 * radius(next.figure)
      let joined = false
      for (const key of near) {
        const list = kept.get(key)
        const at = list?.findIndex(other => {
          const distance = Math.max(sizes.get(other) ?? 0, size)
          const dx = other.x - next.x
          const dy = other.y - next.y
          return dx * dx + dy * dy < distance * distance
        })
        const other = list?.[at ?? -1]
        if (!list || !other) continue
        list.splice(at ?? 0, 1)
        join(other, next)
        put(other)
        joined = true
        break
      }
      if (joined) continue
      put(next)
      count += 1
    }
    clusters = [...kept.values()].flat()
    if (count === before) break
  }
  return clusters.sort((a, b) => b.figure - a.figure)
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
