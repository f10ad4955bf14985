import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { isTyping, useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Waiting } from '../model.ts'
import { calls } from './calls.ts'
import { Checks, Departs, isNew, Stands } from './cells.tsx'
import { useChosen, useRowsWith } from './choosing.ts'
import { PassengerPanel } from './passenger-panel.tsx'
import { deskPurposes } from './purposes.ts'
import { nameOf, useWords, type Words } from './words.ts'

/** Whom to look at, soonest departure first, with everything about the one looked at beside. */
export const ReviewQueue = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('review')} purposes={deskPurposes}>
      <Queue />
    </UnderPurpose>
  )
}

const panelId = 'passenger-panel'

const Queue = () => {
  const words = useWords()
  const { t } = words
  const router = useRouter()
  const { searchStr } = useLocation()
  const flight = new URLSearchParams(searchStr).get('flight')?.replace(/^"(.*)"$/, '$1') ?? null
  const [all, setAll] = useState(false)
  const { chosen, opened, choose, leave } = useChosen()
  const current = chosen?.row.id ?? null
  const queue = useQuery({
    ...calls.passengers.queue.queryOptions({ input: { all } }),
    refetchInterval: 60_000,
  })
  usePageMarking('LIMITED', t('band'))
  const waiting = flight === null ? queue.data : queue.data?.filter(each => each.flight === flight)
  const rows = useRowsWith(waiting, chosen)
  const of = flight === null ? undefined : queue.data?.find(each => each.flight === flight)?.flightNumber
  const placeOf = (row: Waiting): number => (rows ?? []).findIndex(({ id }) => id === row.id)
  const open = (row: Waiting) => {
    choose(row, placeOf(row), true)
    // Where the panel stands beneath the list, one is led to it.
    setTimeout(() => document.getElementById(panelId)?.scrollIntoView({ block: 'nearest' }), 50)
  }
  // First out of the field, so that j and k move again; then out of the panel.
  const back = () => {
    const at = document.activeElement
    if (isTyping(at) && at instanceof HTMLElement) at.blur()
    else leave()
  }
  useKeys({ Escape: { label: t('key.back'), run: back } }, current !== null)
  return (
    <>
      <PageHead title={t('review')}>{t('review.text')}</PageHead>
      <div className="columns review" data-near="">
        <Part
          title={of ? t('review.of', { flight: of }) : t('review.queue')}
          count={waiting?.length}
          caption={t('review.caption')}
          end={
            <span className="views">
              {flight !== null && (
                <a className="link" href="/passengers/review">
                  {t('review.every')}
                </a>
              )}
              <label className="choice">
                <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />
                {t('review.all')}
              </label>
            </span>
          }
        >
          <Table
            label={t('review.queue')}
            rows={rows}
            rowId={each => each.id}
            failed={failedQuery(queue)}
            current={current}
            onCurrent={each => choose(each, placeOf(each), false)}
            onOpen={open}
            columns={columns(words, open)}
            empty={
              <Empty
                title={t('review.none')}
                action={
                  <button
                    type="button"
                    className="button"
                    onClick={() => void router.navigate({ href: '/passengers' })}
                  >
                    {t('board')}
                  </button>
                }
              >
                {t('review.none.text')}
              </Empty>
            }
          />
        </Part>
        <aside id={panelId} aria-label={t('passenger')}>
          {chosen === null ? (
            <Part title={t('passenger')}>
              <NobodyOpen first={rows?.[0]} open={open} />
            </Part>
          ) : opened ? (
            <PassengerPanel key={chosen.row.id} id={chosen.row.id} onDone={leaveField} />
          ) : (
            <Part title={nameOf(t, chosen.row)}>
              <Skeleton lines={4} />
            </Part>
          )}
        </aside>
      </div>
    </>
  )
}

/** To open somebody is a reading, and recorded: who it is to be, the officer says. */
const NobodyOpen = ({ first, open }: { first: Waiting | undefined; open: (row: Waiting) => void }) => {
  const { t } = useWords()
  const go = (row: Waiting) => {
    open(row)
    // From there the keys go on.
    document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(row.id)}"] .row-title`)?.focus()
  }
  return (
    <Empty
      title={t('review.choose')}
      action={
        first && (
          <button type="button" className="button" onClick={() => go(first)}>
            {t('review.first')}
          </button>
        )
      }
    >
      {t('review.choose.text')}
    </Empty>
  )
}

/** After a decision j leads to the next. */
const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** What is wrong with the documents, of announcement and booking, each fault once. */
const checksOn = ({ checks, booking }: Waiting) => [
  ...checks,
  ...(booking?.checks ?? []).filter(({ code }) => !checks.some(each => each.code === code)),
]

const columns = (words: Words, open: (row: Waiting) => void): Column<Waiting>[] => {
  const { t, country } = words
  return [
    {
      id: 'departs',
      header: t('column.departs'),
      cell: each => <Departs flight={each} />,
      width: 'long',
    },
    {
      id: 'name',
      header: t('column.name'),
      title: true,
      cell: each => (
        <>
          <button type="button" className="row-title" onClick={() => open(each)}>
            {nameOf(t, each)}
          </button>
          <span className="row-meta">
            <span>
              {each.flightNumber} {each.from} – {each.to}
            </span>
            {each.birth && <span className="number">{each.birth}</span>}
            {each.nationality && <span>{country(each.nationality)}</span>}
            {each.booking && <span>{t('booked')}</span>}
          </span>
        </>
      ),
    },
    {
      id: 'why',
      header: t('column.why'),
      cell: each => {
        const checks = checksOn(each)
        const hits = each.hits.length + (each.booking?.hits.length ?? 0)
        const looked = each.suggestion === 'selectee' || each.booking?.suggestion === 'selectee'
        return (
          <>
            {each.alike > 0 && <Sign kind="check">{t('why.hits', { count: each.alike })}</Sign>}
            {checks.length > 0 && <Checks checks={checks} />}
            {looked && checks.length + hits === 0 && <span className="muted">{t('why.elsewhere')}</span>}
          </>
        )
      },
      width: 'long',
    },
    {
      id: 'standing',
      header: t('column.standing'),
      width: 'long',
      cell: each =>
        each.secondNeeded ? (
          <Sign kind="check">{t('second.title')}</Sign>
        ) : (
          <>
            <Stands person={each} />
            {isNew(each) && <Sign kind="check">{t('again.title')}</Sign>}
          </>
        ),
    },
  ]
}
