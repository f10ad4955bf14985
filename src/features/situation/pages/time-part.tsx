import { ChartTable, type MonthFigure, MonthBars } from '#ui/chart.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Part } from '#ui/parts.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Edition, Picture, Series } from '../model.ts'
import { situationTexts } from '../texts/situation.ts'
import type { View } from '../view.ts'
import { SourceNote } from './map-part.tsx'
import { spanName } from './words.ts'

type Detections = { series: (Series & { inPeriod: number })[]; edition: Edition | null }

/** Deaths by month, in which a part of the period is chosen or played; map and list follow it. */
export function DeathsByMonth(props: {
  months: Picture['months']
  view: View
  onPart: (part: View['part']) => void
}) {
  const t = useText(situationTexts)
  const { view, onPart } = props
  return (
    <Part id="situation-time" title={t('timeline.deaths')}>
      <Timeline
        label={t('timeline.deaths')}
        data={props.months.map(({ month, persons }) => ({ month, value: persons }))}
        span={view.part && [view.part.from, view.part.to]}
        onChange={span => onPart(span && { from: span[0], to: span[1] })}
      />
    </Part>
  )
}

/** Detections by route, the chosen months darker than those before them, with the caveat and the same figures as a table. */
export function DetectionsByMonth(props: {
  detections: Detections
  warnings: readonly MonthFigure[]
  view: View
}) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const { detections, view } = props
  const { edition } = detections
  const span = view.part ?? view
  const figures = (series: Series): MonthFigure[] =>
    series.months.flatMap(({ month, detections: value }) => (value === null ? [] : [{ month, value }]))
  const shown = detections.series.filter(each => each.inPeriod > 0)
  const years = [...new Set(shown.flatMap(each => figures(each).map(({ month }) => month.slice(0, 4))))]
  const ofYear = (series: Series, year: string) =>
    figures(series)
      .filter(({ month }) => month.startsWith(year))
      .reduce((sum, { value }) => sum + value, 0)
  return (
    <Part title={t('timeline')} caption={t('timeline.detections')}>
      {view.layers.includes('detections') && (
        <>
          <div className="multiples">
            {shown.map(series => (
              <MonthBars
                key={series.route}
                title={t(`route.${series.route}`)}
                data={figures(series)}
                span={[span.from, span.to]}
                note={t('timeline.series', { total: series.inPeriod })}
              />
            ))}
          </div>
          {shown.length === 0 && <p className="muted">{t('timeline.none')}</p>}
          {edition && span.to > edition.to && (
            <p className="source">
              {t('timeline.beyond', { month: spanName(edition.to, edition.to, language) })}
            </p>
          )}
          {edition && (
            <p className="source">
              <strong>{t('caveat.frontex-detections')}</strong> {t('timeline.scales')}
            </p>
          )}
          {edition && <SourceNote edition={edition} />}
          {shown.length > 0 && (
            <ChartTable
              label={t('timeline.detections')}
              head={[t('column.route'), ...years, t('column.period')]}
              rows={shown.map(series => [
                t(`route.${series.route}`),
                ...years.map(year => ofYear(series, year)),
                series.inPeriod,
              ])}
            />
          )}
        </>
      )}
      {props.warnings.length > 0 && (
        <div className="multiples">
          <MonthBars
            title={t('timeline.warnings')}
            data={props.warnings}
            note={formatNumber(
              props.warnings.reduce((sum, { value }) => sum + value, 0),
              language,
            )}
          />
        </div>
      )}
    </Part>
  )
}
