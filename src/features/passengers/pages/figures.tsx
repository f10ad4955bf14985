import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { formatDate, formatNumber } from '#ui/format.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Failed, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import type { Quality } from '../overseen.ts'
import { calls } from './calls.ts'
import { byDay } from './days.ts'
import { useFindingWords } from './finding-words.ts'
import { findingSigns } from './message-cells.tsx'
import { deskPurposes } from './purposes.ts'
import { useWords } from './words.ts'

/** How complete and correct carriers' data is, and days in numbers; nothing here is about a person. */
export const Figures = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('figures')} purposes={deskPurposes}>
      <Shown />
    </UnderPurpose>
  )
}

const Shown = () => {
  const { t } = useWords()
  usePageMarking('LIMITED', t('band.carriers'))
  return (
    <>
      <PageHead title={t('figures')}>{t('figures.text')}</PageHead>
      <QualityPart />
      <DaysPart />
    </>
  )
}

const percent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 10

const QualityPart = () => {
  const { t, language } = useWords()
  const quality = useQuery(calls.passengers.quality.queryOptions({ input: {} }))
  const failed = failedQuery(quality)
  if (failed)
    return (
      <Part title={t('quality')}>
        <Failed {...failed} />
      </Part>
    )
  const rows = quality.data
  return (
    <Part title={t('quality')} count={rows?.length} caption={t('quality.caption')}>
      {!rows ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Table
            label={t('quality')}
            rows={rows}
            rowId={each => each.carrierCode}
            figures
            empty={<Empty title={t('carriers.none')}>{t('carriers.none.text')}</Empty>}
            columns={[
              {
                id: 'carrier',
                header: t('column.carrier'),
                title: true,
                value: each => each.carrierCode,
                cell: each => (
                  <>
                    <span className="number">{each.carrierCode}</span> {each.carrierName}
                  </>
                ),
              },
              {
                id: 'complete',
                header: t('quality.complete'),
                numeric: true,
                value: each => percent(each.complete) ?? -1,
                cell: each =>
                  each.complete === null ? ':' : formatNumber(percent(each.complete) ?? 0, language, 1),
              },
              { id: 'flights', header: t('column.flights'), numeric: true, value: each => each.flights },
              { id: 'late', header: t('column.late'), numeric: true, value: each => each.late },
              { id: 'messages', header: t('column.messages'), numeric: true, value: each => each.messages },
              { id: 'aside', header: t('column.aside'), numeric: true, value: each => each.quarantined },
              {
                id: 'passengers',
                header: t('column.passengers'),
                numeric: true,
                value: each => each.passengers,
              },
              { id: 'errors', header: t('column.errors'), numeric: true, value: each => each.errors },
              { id: 'warnings', header: t('column.warnings'), numeric: true, value: each => each.warnings },
            ]}
          />
          <p className="source">{t('quality.means')}</p>
          {rows.map(each => each.findings.length > 0 && <CarrierFindings key={each.carrierCode} of={each} />)}
        </>
      )}
    </Part>
  )
}

const CarrierFindings = ({ of }: { of: Quality }) => {
  const { t, code } = useWords()
  const say = useFindingWords()
  return (
    <details className="carrier-findings">
      <summary>{t('quality.findings', { name: of.carrierName, count: of.findings.length })}</summary>
      <ul className="rows">
        {of.findings.map(each => (
          <li key={each.code}>
            <div>
              <Sign kind={findingSigns[each.severity]}>
                <span className="unseen">{code('severity', each.severity)}: </span>
                {say(each)}
              </Sign>
              <span className="row-meta number">{each.code}</span>
            </div>
            <span className="number">{t('finding.times', { count: each.times })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Announcements are kept for 48 hours after arrival: every flight still held left within these. */
const heldFor = 5 * 24 * 3_600_000

const DaysPart = () => {
  const { t, language } = useWords()
  const counts = useQuery(calls.passengers.counts.queryOptions({ input: {} }))
  const [from] = useState(() => new Date(Date.now() - heldFor).toISOString())
  const flights = useQuery(calls.passengers.flights.queryOptions({ input: { from } }))
  const failed = failedQuery(counts) ?? failedQuery(flights)
  if (failed)
    return (
      <Part title={t('days')}>
        <Failed {...failed} />
      </Part>
    )
  const days = counts.data && flights.data && byDay(counts.data, flights.data)
  const name = (day: string) => formatDate(new Date(`${day}T00:00:00Z`), language, 'day')
  return (
    <Part title={t('days')} count={days?.length} caption={t('days.caption')}>
      {!days ? (
        <Skeleton lines={6} />
      ) : days.length === 0 ? (
        <Empty title={t('days.none')}>{t('days.none.text')}</Empty>
      ) : (
        <>
          <Table
            label={t('days')}
            rows={days.toReversed()}
            rowId={each => each.day}
            figures
            keys={false}
            columns={[
              {
                id: 'day',
                header: t('column.day'),
                title: true,
                value: each => each.day,
                cell: each => (
                  <>
                    {name(each.day)}
                    {!each.counted && <span className="row-meta">{t('days.open')}</span>}
                  </>
                ),
              },
              {
                id: 'passengers',
                header: t('column.passengers'),
                numeric: true,
                value: each => each.passengers,
              },
              { id: 'flights', header: t('column.flights'), numeric: true, value: each => each.flights },
              { id: 'messages', header: t('column.messages'), numeric: true, value: each => each.messages },
              { id: 'errors', header: t('column.errors'), numeric: true, value: each => each.errors },
              { id: 'crew', header: t('fact.crew'), numeric: true, value: each => each.crew },
              { id: 'refused', header: t('column.refused'), numeric: true, value: each => each.refused },
            ]}
          />
          <p className="source">{t('days.source')}</p>
        </>
      )}
    </Part>
  )
}
