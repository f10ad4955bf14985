import './chart.css'
import './table.css'
import { type ReactNode, useId } from 'react'
import { formatDate, formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { useWidth } from './use-width.ts'

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

/** The top of an axis: the next of 1, 2, 3, 4, 5, 6 or 8 times a power of ten. */
export const niceTop = (value: number): number => {
  if (value <= 0) return 1
  const unit = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 3, 4, 5, 6, 8, 10].find(step => step * unit >= value) ?? 10) * unit
}

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

export interface Series {
  name: string
  values: readonly (number | null)[]
}

const tall = 200
const left = 52

const Grid = ({ top, wide, language }: { top: number; wide: number; language: string }) =>
  [0, 0.5, 1].map(part => (
    <g key={part}>
      <path className={part ? 'bars-grid' : 'bars-axis'} d={`M${left},${tall - part * tall + 0.5}H${wide}`} />
      <text x={left - 6} y={tall - part * tall + 4} textAnchor="end">
        {formatNumber(top * part, language)}
      </text>
    </g>
  ))

const Marks = ({ labels, step }: { labels: readonly string[]; step: number }) => {
  const every = Math.max(1, Math.ceil(36 / step))
  return labels.map((label, index) =>
    index % every === 0 ? (
      <text key={label} x={left + (index + 0.5) * step} y={tall + 16} textAnchor="middle">
        {label.length * 6 > step * every
          ? `${label.slice(0, Math.max(3, Math.floor((step * every) / 6)))}…`
          : label}
      </text>
    ) : null,
  )
}

/** A chart of bars (one series) or lines (up to four), with its table one press away unless one beneath says the same and more. */
export const Chart = (props: {
  kind: 'bar' | 'line'
  title: string
  /** What the labels are, as the head of the table's first column. */
  axis: string
  labels: readonly string[]
  series: readonly Series[]
  table?: boolean
  children?: ReactNode
}) => {
  const language = useLanguage()
  const heading = useId()
  const [svg, wide] = useWidth<SVGSVGElement>(640)
  const { labels, series } = props
  const all = series.flatMap(({ values }) => values.filter(value => value !== null))
  const top = niceTop(Math.max(0, ...all))
  const step = (wide - left) / Math.max(1, labels.length)
  const y = (value: number) => tall - (value / top) * tall
  const line = (values: readonly (number | null)[]) => {
    let pen = false
    return values
      .map((value, index) => {
        if (value === null) {
          pen = false
          return ''
        }
        const to = `${pen ? 'L' : 'M'}${(left + (index + 0.5) * step).toFixed(1)},${y(value).toFixed(1)}`
        pen = true
        return to
      })
      .join('')
  }
  return (
    <figure aria-labelledby={heading}>
      <figcaption>
        <h3 id={heading}>{props.title}</h3>
      </figcaption>
      <svg className="bars" ref={svg} viewBox={`0 -10 ${wide} ${tall + 34}`} aria-hidden="true">
        <Grid top={top} wide={wide} language={language} />
        {props.kind === 'bar' ? (
          <path
            className="bars-chosen"
            d={(series[0]?.values ?? [])
              .map((value, index) => {
                const x = left + index * step + step * 0.15
                return value
                  ? `M${x.toFixed(1)},${tall}V${y(value).toFixed(1)}h${(step * 0.7).toFixed(1)}V${tall}Z`
                  : ''
              })
              .join('')}
          />
        ) : (
          series.map(({ name, values }, index) => (
            <path key={name} className="line" data-line={index % 4} d={line(values)} />
          ))
        )}
        <Marks labels={labels} step={step} />
      </svg>
      {series.length > 1 && (
        <ul className="legend">
          {series.map(({ name }, index) => (
            <li key={name}>
              <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
                <path className="line" data-line={index % 4} d="M0,4H28" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {props.table !== false && (
        <ChartTable
          label={props.title}
          head={[props.axis, ...series.map(({ name }) => name)]}
          rows={labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? ':')])}
        />
      )}
      {props.children}
    </figure>
  )
}
