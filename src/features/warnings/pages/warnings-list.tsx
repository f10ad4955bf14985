import './warnings.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { MarkingTag, Sign, UrgencySign } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import { compareUrgency } from '#vocabulary/urgency.ts'
import type { Filter, Listed } from '../model.ts'
import { calls, useActor } from './calls.ts'
import { DayAndTime, OurAnswer, WarningMeta, WarningTitle } from './cells.tsx'
import { failedQuery } from './failed.ts'
import { addressOf, narrowed, readFilter } from './filter-address.ts'
import { FilterBar } from './filter-bar.tsx'
import { ImportCap } from './import-cap.tsx'
import { SavedSearches, Subscriptions } from './saved-searches.tsx'
import { useWords, type Words } from './words.ts'

/** Every warning one may see, narrowed by a filter that stands in the address. */
export const WarningsList = () => {
  const words = useWords()
  const { t } = words
  const router = useRouter()
  const { searchStr } = useLocation()
  const actor = useActor()
  const writes = actor?.competences.includes('issue') ?? false
  const filter = useMemo(() => readFilter(searchStr), [searchStr])
  const wanted = narrowed(filter)
  const list = useInfiniteQuery({
    ...calls.warnings.list.infiniteOptions({
      input: (after: string | null) => ({ ...wanted, ...(after !== null && { after }) }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
    placeholderData: keepPreviousData,
  })
  const count = useQuery({
    ...calls.warnings.count.queryOptions({ input: wanted }),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data])
  usePageMarking(rows?.length ? highestMarking(rows.map(({ marking }) => marking)) : null, t('work.band'))
  const go = useCallback((href: string) => void router.navigate({ href }), [router])
  const change = useCallback(
    (next: Filter) =>
      void router.navigate({ href: addressOf(next), replace: true, resetScroll: false } as never),
    [router],
  )
  useKeys({ n: { label: t('key.new'), run: () => go('/warnings/new') } }, writes)
  const narrow = Object.keys(wanted).length > 0
  const total = count.data?.count ?? rows?.length
  return (
    <>
      <PageHead
        title={t('list')}
        actions={
          writes && (
            <>
              <ImportCap />
              <a className="button" data-kind="primary" href="/warnings/new">
                {t('new')} <kbd>n</kbd>
              </a>
            </>
          )
        }
      >
        {t('list.text')}
      </PageHead>
      <FilterBar filter={filter} onChange={change} />
      <div className="columns">
        <Part
          title={t(`view.${filter.view}`)}
          count={total}
          caption={
            <span role="status">{list.isFetching && rows ? t('list.reading') : t('list.newest')}</span>
          }
        >
          <Table
            label={t('list')}
            rows={rows}
            rowId={item => item.id}
            failed={failedQuery(list)}
            onOpen={item => go(`/warnings/${item.id}`)}
            columns={columns(words)}
            empty={
              narrow ? (
                <Empty
                  title={t('list.none')}
                  action={
                    <a className="button" href="/warnings">
                      {t('filter.clear')}
                    </a>
                  }
                >
                  {t('list.none.text')}
                </Empty>
              ) : (
                <Empty
                  title={t('list.empty')}
                  action={
                    writes && (
                      <a className="button" href="/warnings/new">
                        {t('new')}
                      </a>
                    )
                  }
                >
                  {t('list.empty.text')}
                </Empty>
              )
            }
          />
          {list.hasNextPage && (
            <div className="pages">
              <span>{t('list.shown', { shown: rows?.length ?? 0, total: total ?? 0 })}</span>
              <button
                type="button"
                className="button"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('list.more')}
              </button>
            </div>
          )}
        </Part>
        <aside aria-label={t('list.aside')}>
          <SavedSearches filter={filter} />
          <Subscriptions filter={filter} />
        </aside>
      </div>
    </>
  )
}

const columns = ({ t, code }: Words): Column<Listed>[] => [
  {
    id: 'urgency',
    header: t('column.urgency'),
    value: item => compareUrgency('immediate', item.urgency),
    cell: item => <UrgencySign urgency={item.urgency} />,
    width: 'short',
    nowrap: true,
  },
  {
    id: 'warning',
    header: t('column.warning'),
    title: true,
    value: item => item.title,
    cell: item => (
      <>
        <WarningTitle item={item} />
        <WarningMeta item={item} unit />
      </>
    ),
  },
  {
    id: 'marking',
    header: t('column.marking'),
    value: item => item.marking,
    cell: item => <MarkingTag marking={item.marking} />,
    width: 'middle',
  },
  {
    id: 'issued',
    header: t('column.issued'),
    value: item => item.issuedAt ?? '',
    width: 'middle',
    nowrap: true,
    cell: item =>
      item.status === 'issued' ? (
        <DayAndTime when={item.issuedAt} />
      ) : (
        <>
          <Sign kind="waiting">{code('status', item.status)}</Sign>
          {item.issuedAt && (
            <span className="row-meta">
              <DayAndTime when={item.issuedAt} />
            </span>
          )}
        </>
      ),
  },
  {
    id: 'answer',
    header: t('column.ours'),
    value: item => (item.answer ? 2 : item.dueAt ? 1 : 3),
    width: 'long',
    cell: item => <OurAnswer item={item} />,
  },
]
