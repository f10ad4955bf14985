import './chart.css'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { ChartTable, MonthBarPaths, type MonthFigure, monthName, type MonthSpan } from './chart.tsx'
import { formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { Icon } from './icons.tsx'
import { useWidth } from './use-width.ts'

const height = 72

/** The span one step further: the same number of months, beginning again at the end. Pure. */
export const nextSpan = (months: readonly string[], span: MonthSpan | null): MonthSpan | null => {
  const first = months[0]
  if (first === undefined) return null
  if (!span) return [first, first]
  const from = months.indexOf(span[0])
  const to = months.indexOf(span[1])
  const start = months[from + 1]
  const end = months[to + 1]
  if (start !== undefined && end !== undefined) return [start, end]
  return [first, months[Math.max(0, to - from)] ?? first]
}

/**
 * Bars by month in which a period is chosen: by dragging, by two lists (keyboard), or played month by month.
 * `span` null means all months. `data` must hold every month between its first and last.
 */
export const Timeline = (props: {
  label: string
  data: readonly MonthFigure[]
  span: MonthSpan | null
  onChange: (span: MonthSpan | null) => void
  /** Milliseconds for each month while playing. */
  pace?: number
}) => {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const { data, span, onChange } = props
  const months = data.map(({ month }) => month)
  const [playing, setPlaying] = useState(false)
  const start = useRef<number | null>(null)
  const [svg, width] = useWidth<SVGSVGElement>(840)
  const top = Math.max(1, ...data.map(({ value }) => value))
  const step = width / Math.max(1, data.length)
  const latest = useRef({ months, span, onChange })
  useEffect(() => {
    latest.current = { months, span, onChange }
  })
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(() => {
      const now = latest.current
      now.onChange(nextSpan(now.months, now.span))
    }, props.pace ?? 900)
    return () => clearInterval(timer)
  }, [playing, props.pace])

  const indexAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect()
    if (!box?.width) return 0
    const part = (event.clientX - box.left) / box.width
    return Math.max(0, Math.min(months.length - 1, Math.floor(part * months.length)))
  }
  const choose = (a: number, b: number) => {
    const from = months[Math.min(a, b)]
    const to = months[Math.max(a, b)]
    if (from !== undefined && to !== undefined) onChange([from, to])
  }
  const from = span ? Math.max(0, months.indexOf(span[0])) : 0
  const to = span ? months.indexOf(span[1]) : months.length - 1
  const chosen = data.slice(from, to + 1).reduce((sum, { value }) => sum + value, 0)
  const list = (which: 'from' | 'to') => (
    <div>
      <label htmlFor={`${id}-${which}`}>{t(`timeline.${which}`)}</label>
      <span className="select">
        <select
          className="input"
          id={`${id}-${which}`}
          value={which === 'from' ? from : to}
          onChange={event => {
            setPlaying(false)
            const at = Number(event.target.value)
            if (which === 'from') choose(at, Math.max(at, to))
            else choose(Math.min(from, at), at)
          }}
        >
          {months.map((month, index) => (
            <option key={month} value={index}>
              {monthName(month, language)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
  const first = months[from]
  const last = months[to]
  const period = first && last ? `${monthName(first, language)} – ${monthName(last, language)}` : ''
  return (
    <div className="timeline">
      <svg
        className="bars"
        ref={svg}
        viewBox={`0 -2 ${width} ${height + 22}`}
        role="img"
        aria-label={`${props.label}: ${period}, ${formatNumber(chosen, language)}. ${t('timeline.help')}`}
        onPointerDown={event => {
          if (event.button !== 0) return
          setPlaying(false)
          start.current = indexAt(event)
          svg.current?.setPointerCapture(event.pointerId)
          choose(start.current, start.current)
        }}
        onPointerMove={event => start.current !== null && choose(start.current, indexAt(event))}
        onPointerUp={() => {
          start.current = null
        }}
        onPointerCancel={() => {
          start.current = null
        }}
      >
        <rect width={width} height={height} fill="transparent" />
        {span && (
          <rect className="brush" x={from * step} y="-2" width={(to - from + 1) * step} height={height + 2} />
        )}
        <MonthBarPaths data={data} span={span} top={top} width={width} height={height} />
      </svg>
      <div className="timeline-tools">
        {list('from')}
        {list('to')}
        <button
          type="button"
          className="button"
          aria-pressed={playing}
          onClick={() => setPlaying(now => !now)}
        >
          <Icon name={playing ? 'pause' : 'play'} />
          {t(playing ? 'timeline.stop' : 'timeline.play')}
        </button>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          disabled={!span}
          onClick={() => {
            setPlaying(false)
            onChange(null)
          }}
        >
          {t('timeline.all')}
        </button>
        <span className="caption" role="status" aria-live={playing ? 'off' : 'polite'}>
          {period} · {formatNumber(chosen, language)}
        </span>
      </div>
      <ChartTable
        label={props.label}
        head={[t('chart.month'), props.label]}
        rows={data.map(({ month, value }) => [monthName(month, language), value])}
      />
    </div>
  )
}
