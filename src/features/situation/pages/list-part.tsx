import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { countryName, formatDate, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Listed } from '../api.ts'
import type { Area, Picture, Sum } from '../model.ts'
import { situationTexts } from '../texts/situation.ts'
import { queryOf, type View } from '../view.ts'
import { calls } from './calls.ts'
import { areaName, doubtSentence, nationalityName } from './words.ts'

const lists = ['areas', 'incidents', 'doubtful'] as const

/** Tabs are moved between by arrow keys (WAI-ARIA APG, tabs). */
function byArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const next = tabs[(tabs.indexOf(document.activeElement as HTMLElement) + step + tabs.length) % tabs.length]
  next?.focus()
  next?.click()
}

const areasOnPage = 12
const incidentsOnPage = 50

/** The list: areas as on the map, the incidents themselves, or those not drawn, always with one total. */
export function ListPart(props: {
  picture: Picture
  view: View
  change: (next: Partial<View>) => void
  selected: string | null
  onSelect: (id: string | null) => void
}) {
  const t = useText(situationTexts)
  const { picture, view, change } = props
  return (
    <Part id="situation-list" title={t('list')}>
      <div className="tabs" role="tablist" tabIndex={-1} aria-label={t('list.choose')} onKeyDown={byArrows}>
        {lists.map(list => (
          <button
            key={list}
            type="button"
            role="tab"
            id={`situation-tab-${list}`}
            aria-controls="situation-tab-panel"
            aria-selected={view.list === list}
            tabIndex={view.list === list ? 0 : -1}
            onClick={() => change({ list })}
          >
            {t(`list.${list}`)}
          </button>
        ))}
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id="situation-tab-panel"
        aria-labelledby={`situation-tab-${view.list}`}
      >
        {view.list === 'areas' ? (
          <Areas key={`${view.from}${view.to}`} {...props} />
        ) : (
          <Incidents key={view.list + JSON.stringify(queryOf(view, 'part'))} view={view} sums={picture} />
        )}
      </div>
    </Part>
  )
}

const Totals = ({ sums, columns }: { sums: Picture; columns: number }) => {
  const t = useText(situationTexts)
  const language = useLanguage()
  const row = (name: string, sum: Sum, strong = false): ReactNode => (
    <tr key={name} role="row">
      <th role="rowheader" scope="row" colSpan={columns - 2}>
        {strong ? name : <span className="muted">{name}</span>}
      </th>
      <td role="cell" className="numeric" data-label={t('column.incidents')}>
        {strong ? (
          <strong>{formatNumber(sum.incidents, language)}</strong>
        ) : (
          formatNumber(sum.incidents, language)
        )}
      </td>
      <td role="cell" className="numeric" data-label={t('column.persons')}>
        {strong ? (
          <strong>{formatNumber(sum.persons, language)}</strong>
        ) : (
          formatNumber(sum.persons, language)
        )}
      </td>
    </tr>
  )
  return (
    <>
      {row(t('sum.drawn'), sums.drawn)}
      {row(t('sum.small'), sums.small)}
      {row(t('sum.doubtful'), sums.doubtful)}
      {row(t('sum.total'), sums.total, true)}
    </>
  )
}

function Areas(props: { picture: Picture; selected: string | null; onSelect: (id: string | null) => void }) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const [page, setPage] = useState(0)
  const { areas } = props.picture
  const last = Math.max(0, Math.ceil(areas.length / areasOnPage) - 1)
  const at = areas.findIndex(area => area.number !== null && `area-${area.number}` === props.selected)
  // What is chosen on the map is brought into the list.
  const now = Math.min(at >= 0 ? Math.floor(at / areasOnPage) : page, last)
  const name = (area: Area) => areaName(area, t, language)
  const columns: Column<Area>[] = [
    {
      id: 'number',
      header: t('column.number'),
      width: 'short',
      cell: area => area.number !== null && <span className="area-number">{area.number}</span>,
    },
    { id: 'area', header: t('column.area'), title: true, cell: name },
    { id: 'route', header: t('column.route'), cell: area => t(`route.${area.route}`) },
    { id: 'months', header: t('column.months'), numeric: true, cell: area => area.months },
    {
      id: 'incidents',
      header: t('column.incidents'),
      numeric: true,
      cell: area => formatNumber(area.incidents, language),
    },
    {
      id: 'persons',
      header: t('column.persons'),
      numeric: true,
      cell: area => formatNumber(area.persons, language),
    },
  ]
  return (
    <>
      <Table
        label={t('list')}
        rows={areas.slice(now * areasOnPage, (now + 1) * areasOnPage)}
        rowId={area =>
          area.number === null ? `small-${area.route}-${area.lon}-${area.lat}` : `area-${area.number}`
        }
        columns={columns}
        current={props.selected}
        onOpen={area => props.onSelect(area.number === null ? null : `area-${area.number}`)}
        foot={<Totals sums={props.picture} columns={columns.length} />}
        empty={<Empty title={t('empty.title')}>{t('empty.text')}</Empty>}
      />
      <Pages
        page={now}
        size={areasOnPage}
        total={areas.length}
        go={next => {
          props.onSelect(null)
          setPage(next)
        }}
      />
    </>
  )
}

function Incidents({ view, sums }: { view: View; sums: Picture }) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const [page, setPage] = useState(0)
  const doubtful = view.list === 'doubtful'
  const found = useQuery(
    calls.situation.incidents.queryOptions({
      input: { ...queryOf(view, 'part'), doubtful, offset: page * incidentsOnPage, limit: incidentsOnPage },
    }),
  )
  const names = (codes: readonly string[]) => codes.map(code => nationalityName(code, t, language)).join(', ')
  const columns: Column<Listed>[] = [
    {
      id: 'day',
      header: t('column.day'),
      nowrap: true,
      width: 'short',
      cell: row => formatDate(new Date(row.day), language),
    },
    {
      id: 'place',
      header: t('column.place'),
      title: true,
      cell: row => row.place || countryName(row.country, language),
    },
    { id: 'country', header: t('column.country'), cell: row => countryName(row.country, language) },
    { id: 'route', header: t('column.route'), cell: row => t(`route.${row.route}`) },
    doubtful
      ? {
          id: 'why',
          header: t('column.why'),
          width: 'half',
          cell: row => row.doubt && doubtSentence(row.doubt, row.country, t, language),
        }
      : {
          id: 'cause',
          header: t('column.cause'),
          cell: row => row.causes.map(cause => t(`cause.${cause}`)).join('; '),
        },
    ...(doubtful
      ? []
      : [
          {
            id: 'nationalities',
            header: t('column.nationalities'),
            cell: (row: Listed) => names(row.nationalities),
          },
        ]),
    { id: 'incidents', header: t('column.incidents'), numeric: true, cell: () => 1 },
    {
      id: 'persons',
      header: t('column.persons'),
      numeric: true,
      cell: row => formatNumber(row.persons, language),
    },
  ]
  return (
    <>
      <Table
        label={t(`list.${view.list}`)}
        rows={found.data?.rows}
        rowId={row => row.id}
        columns={columns}
        failed={
          found.isError
            ? {
                id: problemOf(found.error)?.data.correlation,
                offline: !problemOf(found.error),
                retry: () => void found.refetch(),
              }
            : undefined
        }
        foot={<Totals sums={sums} columns={columns.length} />}
        empty={<Empty title={t('empty.title')}>{t('empty.text')}</Empty>}
      />
      <Pages page={page} size={incidentsOnPage} total={found.data?.total.incidents ?? 0} go={setPage} />
    </>
  )
}

/** First, previous, next and last pages in reach; nothing where one page holds all. */
function Pages({
  page,
  size,
  total,
  go,
}: {
  page: number
  size: number
  total: number
  go: (page: number) => void
}) {
  const t = useText(situationTexts)
  const last = Math.ceil(total / size) - 1
  if (last < 1) return null
  return (
    <nav className="pages" aria-label={t('pages')}>
      <span>{t('pages.rows', { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}</span>
      <span className="buttons">
        <button
          type="button"
          className="button"
          data-kind="quiet"
          disabled={page === 0}
          onClick={() => go(page - 1)}
        >
          {t('pages.previous')}
        </button>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          disabled={page >= last}
          onClick={() => go(page + 1)}
        >
          {t('pages.next')}
        </button>
      </span>
    </nav>
  )
}
