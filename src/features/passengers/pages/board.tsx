import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { formatDate, formatNumber, formatTime, formatZone } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { useNow, viewerZone } from '#ui/now.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Flight } from '../model.ts'
import { Alarms } from './alarms.tsx'
import { boardAddress, readBoard, shownFlights, waitingFlights } from './board-filter.ts'
import { BoardFilterBar, focusBoardFilter } from './board-filter-bar.tsx'
import { Departs, StateSign } from './cells.tsx'
import { calls } from './calls.ts'
import { ExpectDialog } from './expect-dialog.tsx'
import { NextToLeave } from './next-to-leave.tsx'
import { deskPurposes } from './purposes.ts'
import { useWords, type Words } from './words.ts'

/** The flight board: what leaves next and still waits for a decision, then every flight by departure. */
export const FlightBoard = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('board')} purposes={deskPurposes}>
      <Board />
    </UnderPurpose>
  )
}

const Board = () => {
  const words = useWords()
  const { t, language } = words
  const router = useRouter()
  const now = useNow()
  const [expecting, setExpecting] = useState(false)
  const { searchStr } = useLocation()
  const filter = useMemo(() => readBoard(searchStr), [searchStr])
  // Events tell what changes; the clock alone makes a flight late, so it is asked again now and then.
  const flights = useQuery({
    ...calls.passengers.flights.queryOptions({ input: {} }),
    refetchInterval: 60_000,
  })
  usePageMarking('LIMITED', t('band'))
  const go = (href: string) => void router.navigate({ href })
  useKeys({
    '/': { label: t('key.filter'), run: focusBoardFilter, over: true },
    r: { label: t('key.review'), run: () => go('/passengers/review') },
  })
  const all = flights.data
  const shown = all && shownFlights(all, filter, now, viewerZone)
  const waiting = all ? waitingFlights(all, now) : []
  const zone = formatZone(viewerZone, now, language)
  const narrow = boardAddress(filter) !== '/passengers'
  return (
    <>
      <PageHead
        title={t('board')}
        actions={
          <>
            <button type="button" className="button" onClick={() => setExpecting(true)}>
              {t('expect')}
            </button>
            <a className="button" href="/passengers/by-hand">
              {t('by-hand')}
            </a>
            <a className="button" data-kind="primary" href="/passengers/review">
              {t('review')} <kbd>r</kbd>
            </a>
          </>
        }
      >
        {capital(formatDate(now, language, 'long'))}, {formatTime(now, language)}
        {'\u00a0'}UTC{zone && ` (${formatTime(now, language, viewerZone)} ${zone.split(' (')[0]})`}.{' '}
        {all && summary(all, waiting, words)}
      </PageHead>
      {expecting && <ExpectDialog onClose={() => setExpecting(false)} />}
      {all && <NextToLeave waiting={waiting} flights={all} />}
      <Alarms />
      <Part title={t('board.flights')} count={shown?.length} caption={t('board.caption')}>
        <BoardFilterBar
          filter={filter}
          flights={all ?? []}
          onChange={next =>
            void router.navigate({ href: boardAddress(next), replace: true, resetScroll: false } as never)
          }
        />
        <Table
          label={t('board.flights')}
          rows={shown}
          rowId={flight => flight.id}
          failed={failedQuery(flights)}
          onOpen={flight => go(`/passengers/flights/${flight.id}`)}
          columns={columns(words)}
          empty={
            narrow ? (
              <Empty
                title={t('board.none')}
                action={
                  <a className="button" href="/passengers">
                    {t('board.clear')}
                  </a>
                }
              >
                {t('board.none.text')}
              </Empty>
            ) : (
              <Empty
                title={t('board.empty')}
                action={
                  <a className="button" href="/passengers/carriers">
                    {t('carriers')}
                  </a>
                }
              >
                {t('board.empty.text')}
              </Empty>
            )
          }
        />
      </Part>
    </>
  )
}

/** At the beginning of a sentence, in French too. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const summary = (flights: readonly Flight[], waiting: readonly Flight[], { t }: Words): string => {
  const late = flights.filter(({ state }) => state === 'late').length
  const people = waiting.reduce((sum, { toReview }) => sum + toReview, 0)
  const said = [
    people > 0 && t('summary.waiting', { count: people }),
    late > 0 && t('summary.late', { count: late }),
  ].filter(Boolean)
  return said.length ? said.join(' ') : t('summary.nothing')
}

const columns = ({ t, language }: Words): Column<Flight>[] => [
  {
    id: 'departs',
    header: t('column.departs'),
    value: flight => flight.departsAt ?? flight.departsLocal ?? flight.departsOn,
    cell: flight => <Departs flight={flight} />,
    width: 'long',
  },
  {
    id: 'flight',
    header: t('column.flight'),
    title: true,
    value: flight => flight.number,
    cell: flight => (
      <>
        <a className="row-title" href={`/passengers/flights/${flight.id}`}>
          <span className="number">{flight.number}</span>{' '}
          {[flight.from, ...flight.stops, flight.to].join(' – ')}
        </a>
        <span className="row-meta">
          <span>{flight.carrierName}</span>
          {!flight.scheduled && <span>{t('flight.unscheduled')}</span>}
        </span>
      </>
    ),
  },
  {
    id: 'state',
    header: t('column.state'),
    value: flight => flight.state,
    width: 'middle',
    cell: flight => (
      <>
        <StateSign state={flight.state} />
        {flight.partsMissing > 0 && (
          <span className="row-meta">{t('flight.parts', { count: flight.partsMissing })}</span>
        )}
      </>
    ),
  },
  {
    id: 'people',
    header: t('column.people'),
    value: flight => flight.passengers,
    numeric: true,
    width: 'middle',
    cell: flight => (
      <>
        {flight.completeness !== null && flight.completeness < 1
          ? t('people.of', { announced: flight.passengers, total: flight.passengersTotal ?? 0 })
          : flight.passengers || <span className="none">–</span>}
        {flight.crew > 0 && (
          <span className="row-meta end-meta">{t('people.crew', { count: flight.crew })}</span>
        )}
      </>
    ),
  },
  {
    id: 'review',
    header: t('column.review'),
    value: flight => flight.toReview,
    width: 'middle',
    cell: flight => (
      <>
        {flight.toReview > 0 ? (
          <Sign kind="check">{t('review.waiting', { count: flight.toReview })}</Sign>
        ) : (
          <span className="none">–</span>
        )}
        {flight.refused > 0 && (
          <span className="row-meta">{t('review.refused', { count: flight.refused })}</span>
        )}
      </>
    ),
  },
  {
    id: 'documents',
    header: t('column.documents'),
    value: flight => flight.documentFaults,
    numeric: true,
    width: 'short',
    cell: flight =>
      flight.documentFaults ? formatNumber(flight.documentFaults, language) : <span className="none">–</span>,
  },
  {
    id: 'errors',
    header: t('column.errors'),
    value: flight => flight.errors,
    numeric: true,
    width: 'short',
    cell: flight => (flight.errors ? formatNumber(flight.errors, language) : <span className="none">–</span>),
  },
]
