import './chart.css'
import './table.css'
import type { ReactNode } from 'react'
import { formatDate, formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'

/** A figure of a month, written `2021-08`. */
export interface MonthFigure {
  month: string
  value: number
}
/** From month to month, both included. */
export type MonthSpan = readonly [from: string, to: string]

export const monthName = (month: string, language: string): string =>
  formatDate(new Date(`${month}-01T00:00:00Z`), language, 'month')
export const inSpan = (month: string, span: MonthSpan | null | undefined): boolean =>
  !span || (month >= span[0] && month <= span[1])

/** Any rows of labels and figures as a table; the equivalent of a chart, one press away. */
export const ChartTable = (props: {
  label: string
  head: string[]
  rows: (string | number)[][]
  total?: (string | number)[]
}) => {
  const t = useText()
  const language = useLanguage()
  const cell = (value: string | number, column: number) =>
    column === 0 ? (
      <th key={column} scope="row">
        {value}
      </th>
    ) : (
      <td key={column} className={typeof value === 'number' ? 'numeric' : undefined}>
        {typeof value === 'number' ? formatNumber(value, language) : value}
      </td>
    )
  return (
    <details>
      <summary>{t('chart.table')}</summary>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table scroll" tabIndex={0} aria-label={props.label}>
        <table>
          <thead>
            <tr>
              {props.head.map((head, column) => (
                <th key={head} scope="col" className={column > 0 ? 'numeric' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map(row => (
              <tr key={String(row[0])}>{row.map(cell)}</tr>
            ))}
          </tbody>
          {props.total && (
            <tfoot>
              <tr>{props.total.map(cell)}</tr>
            </tfoot>
          )}
        </table>
      </section>
    </details>
  )
}

/** Bars of months as one path each for the chosen and the rest, and an axis with years. */
export const MonthBarPaths = (props: {
  data: readonly MonthFigure[]
  span?: MonthSpan | null | undefined
  top: number
  width: number
  height: number
}) => {
  const { data, span, top, width, height } = props
  const step = width / Math.max(1, data.length)
  const gap = step > 5 ? 1 : 0.4
  const bar = ({ value }: MonthFigure, index: number) => {
    const tall = Math.max(value > 0 ? 1 : 0, (value / top) * height)
    return `M${(index * step).toFixed(2)},${height}v${(-tall).toFixed(2)}h${(step - gap).toFixed(2)}v${tall.toFixed(2)}Z`
  }
  const part = (chosen: boolean) =>
    data.map((figure, index) => (inSpan(figure.month, span) === chosen ? bar(figure, index) : '')).join('')
  const years = data.flatMap(({ month }, index) =>
    month.endsWith('-01') || index === 0 ? [{ month, x: index * step }] : [],
  )
  const every = Math.ceil(years.length / (width / 40))
  return (
    <>
      <path className="bars-context" d={part(false)} />
      <path className="bars-chosen" d={part(true)} />
      <path
        className="bars-axis"
        d={`M0,${height + 0.5}H${width}${years.map(({ x }) => `M${x.toFixed(1)},${height + 0.5}v4`).join('')}`}
      />
      {years
        .filter((_, index) => index % every === 0)
        .map(({ month, x }) => (
          <text key={month} x={x + 3} y={height + 14}>
            {month.slice(0, 4)}
          </text>
        ))}
    </>
  )
}

/**
 * One small chart of months: title, total of the chosen months, the highest month named. Give `top` to let several share
 * one scale. Its table stands with the group of charts, or beneath where `table` is set.
 */
export const MonthBars = (props: {
  title: string
  data: readonly MonthFigure[]
  span?: MonthSpan | null
  note?: ReactNode
  top?: number
  table?: boolean
}) => {
  const t = useText()
  const language = useLanguage()
  const { data, span } = props
  const highest = data.reduce<MonthFigure | null>(
    (max, each) => (!max || each.value > max.value ? each : max),
    null,
  )
  const top = props.top ?? Math.max(1, highest?.value ?? 1)
  const total = data.filter(({ month }) => inSpan(month, span)).reduce((sum, { value }) => sum + value, 0)
  const at = highest ? data.indexOf(highest) : 0
  const x = ((at + 0.5) * 288) / Math.max(1, data.length)
  const first = data[0]?.month
  const last = data.at(-1)?.month
  const words =
    highest && first && last
      ? `${props.title}: ${monthName(first, language)} – ${monthName(last, language)}; ${formatNumber(highest.value, language)}, ${monthName(highest.month, language)}`
      : props.title
  return (
    <figure>
      <figcaption>
        <h3 className="chart-head">
          {props.title}
          <span>{props.note ?? formatNumber(total, language)}</span>
        </h3>
      </figcaption>
      <svg className="bars" viewBox="0 -14 288 80" role="img" aria-label={words}>
        <MonthBarPaths data={data} span={span} top={top} width={288} height={50} />
        {highest && highest.value > 0 && (
          <text
            className="bars-max"
            x={x}
            y={46 - (highest.value / top) * 50}
            textAnchor={x > 230 ? 'end' : x < 40 ? 'start' : 'middle'}
          >
            {formatNumber(highest.value, language)}
          </text>
        )}
      </svg>
      {props.table && (
        <ChartTable
          label={props.title}
          head={[t('chart.month'), props.title]}
          rows={data.map(({ month, value }) => [monthName(month, language), value])}
        />
      )}
    </figure>
  )
}
