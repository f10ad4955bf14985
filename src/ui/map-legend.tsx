import { legendFigures, radiusOf } from './map-shape.ts'

/** The legend of circles: three sizes with their figures. */
export const Circles = (props: { largest: number; widest: number; unit: (figure: number) => string }) => {
  const { largest, widest, unit } = props
  const figures = legendFigures(largest).reverse()
  const tall = 2 * radiusOf(figures[0] ?? 1, largest, widest) + 4
  return (
    <svg className="legend-circles" viewBox={`0 0 190 ${tall}`} width="190" height={tall} aria-hidden="true">
      {figures.map((figure, index) => {
        const r = radiusOf(figure, largest, widest)
        const top = tall - 2 - 2 * r
        const line = Math.max(8, (tall * (index + 0.6)) / figures.length)
        return (
          <g key={figure}>
            <circle cx={widest + 2} cy={tall - 2 - r} r={r} />
            <path d={`M${widest + 2},${top}L${2 * widest + 12},${line - 4}`} />
            <text x={2 * widest + 16} y={line}>
              {unit(figure)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
