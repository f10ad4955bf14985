import './alerts.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { MarkingTag } from '#ui/status.tsx'
import { useStore } from '#ui/store.ts'
import { type Column, Table } from '#ui/table.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import { kinds } from '../kinds.ts'
import { type AlertLine, type AlertList, Filter } from '../model.ts'
import { calls } from './calls.ts'
import { ActionWords, AlertTitle, Until } from './cells.tsx'
import { filterNow, useKeeper, useLists, useMayAsk } from './reach.ts'
import { useWords, type Words } from './words.ts'

/** The alerts one may read for the purpose stated, narrowed as one likes. */
export const AlertsList = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('list')}>
      <List />
    </UnderPurpose>
  )
}

const List = () => {
  const words = useWords()
  const { t } = words
  const router = useRouter()
  const keeper = useKeeper()
  const mayAsk = useMayAsk()
  const filter = useStore(filterNow)
  const lists = useLists()
  const list = useInfiniteQuery({
    ...calls.alerts.list.infiniteOptions({
      input: (after: string | null) => ({ ...narrowed(filter), ...(after !== null && { after }) }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items)
  const count = useQuery({
    ...calls.alerts.count.queryOptions({ input: narrowed(filter) }),
    enabled: list.hasNextPage,
  })
  usePageMarking(rows?.length ? highestMarking(rows.map(({ marking }) => marking)) : null, t('band.list'))
  const go = (href: string) => void router.navigate({ href })
  useKeys({ n: { label: t('key.new'), run: () => go('/alerts/new') } }, keeper.now)
  useKeys({ a: { label: t('key.ask'), run: () => go('/alerts/ask') } }, mayAsk)
  const narrow = Object.keys(narrowed(filter)).length > 0
  const total = list.hasNextPage ? count.data?.count : rows?.length
  return (
    <>
      <PageHead
        title={t('list')}
        actions={
          <>
            <a className="button" href="/alerts/lists">
              {t('lists')}
            </a>
            {mayAsk && (
              <a className="button" href="/alerts/ask">
                {t('ask.send')} <kbd>a</kbd>
              </a>
            )}
            {keeper.now && (
              <>
                <a className="button" href="/alerts/due">
                  {t('due')}
                </a>
                <a className="button" data-kind="primary" href="/alerts/new">
                  {t('new')} <kbd>n</kbd>
                </a>
              </>
            )}
          </>
        }
      >
        {t('list.text')}
      </PageHead>
      {keeper.may && !keeper.now && <p className="hint">{t('keeper.other-purpose')}</p>}
      <FilterBar filter={filter} lists={lists.data ?? []} />
      <Part
        title={t(`view.${filter.view}`)}
        count={total}
        caption={<span role="status">{list.isFetching && rows ? t('list.reading') : t('list.newest')}</span>}
      >
        <Table
          label={t('list')}
          rows={rows}
          rowId={alert => alert.id}
          failed={failedQuery(list)}
          onOpen={alert => go(`/alerts/${alert.id}`)}
          columns={columns(words)}
          empty={
            <Empty
              title={t(narrow ? 'list.none' : 'list.empty')}
              action={
                narrow ? (
                  <button type="button" className="button" onClick={() => filterNow.set(Filter.parse({}))}>
                    {t('filter.clear')}
                  </button>
                ) : (
                  keeper.now && (
                    <a className="button" href="/alerts/new">
                      {t('new')}
                    </a>
                  )
                )
              }
            >
              {t(narrow ? 'list.none.text' : 'list.empty.text')}
            </Empty>
          }
        />
        {list.hasNextPage && (
          <div className="pages">
            <span>{t('list.shown', { shown: rows?.length ?? 0, total: total ?? rows?.length ?? 0 })}</span>
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
    </>
  )
}

const narrowed = (filter: Filter): Partial<Filter> =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) =>
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0) &&
        !(name === 'view' && value === 'all'),
    ),
  )

/** Words are sent with Enter or the button, not letter by letter: each search is a reading, and goes into the record. */
const FilterBar = ({ filter, lists }: { filter: Filter; lists: readonly AlertList[] }) => {
  const { t, owner } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(filter)
  const set = (change: Partial<Filter>) => {
    const next = {
      ...filter,
      search: typed.search,
      document: typed.document,
      object: typed.object,
      ...change,
    }
    setTyped(next)
    filterNow.set(next)
  }
  const [seen, setSeen] = useState(filter)
  if (seen !== filter) {
    setSeen(filter)
    setTyped(filter)
  }
  const text = (name: 'search' | 'document' | 'object') => (
    <div className={name === 'search' ? 'filter-words' : undefined}>
      <label htmlFor={`${id}-${name}`}>{t(`filter.${name}`)}</label>
      <input
        className="input"
        id={`${id}-${name}`}
        type="search"
        autoComplete="off"
        value={typed[name]}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      />
    </div>
  )
  const shownKinds = kinds.filter(kind => lists.some(list => list.kind === kind))
  const objects = lists.some(({ kind }) => kind === 'vehicle' || kind === 'vessel')
  return (
    <search aria-label={t('filter')}>
      <form
        className="filters"
        onSubmit={event => {
          event.preventDefault()
          set({})
        }}
      >
        {text('search')}
        {text('document')}
        {objects && text('object')}
        <Pick
          id={`${id}-list`}
          label={t('filter.list')}
          value={filter.list ?? ''}
          all={t('filter.any')}
          choices={lists.map(list => [list.id, `${list.name} · ${owner(list.owner)}`])}
          onPick={value => set({ list: value || null })}
        />
        <Pick
          id={`${id}-kind`}
          label={t('filter.kind')}
          value={filter.kind[0] ?? ''}
          all={t('filter.any')}
          choices={shownKinds.map(kind => [kind, t(`kind.${kind}`)])}
          onPick={value => set({ kind: kinds.filter(kind => kind === value) })}
        />
        <Pick
          id={`${id}-view`}
          label={t('filter.view')}
          value={filter.view}
          choices={(['all', 'ours', 'due'] as const).map(view => [view, t(`view.${view}`)])}
          onPick={value => set({ view: Filter.shape.view.parse(value) })}
        />
        <button type="submit" className="button">
          {t('filter.go')}
        </button>
        {Object.keys(narrowed(filter)).length > 0 && (
          <button
            type="button"
            className="button"
            data-kind="quiet"
            onClick={() => filterNow.set(Filter.parse({}))}
          >
            {t('filter.clear')}
          </button>
        )}
      </form>
    </search>
  )
}

const Pick = (props: {
  id: string
  label: string
  value: string
  all?: string
  choices: readonly (readonly [value: string, label: string])[]
  onPick: (value: string) => void
}) => (
  <div>
    <label htmlFor={props.id}>{props.label}</label>
    <span className="select">
      <select
        className="input"
        id={props.id}
        value={props.value}
        onChange={event => props.onPick(event.target.value)}
      >
        {props.all !== undefined && <option value="">{props.all}</option>}
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  </div>
)

const columns = ({ t, owner }: Words): Column<AlertLine>[] => [
  {
    id: 'alert',
    header: t('column.alert'),
    title: true,
    value: alert => alert.title,
    cell: alert => <AlertTitle alert={alert} />,
  },
  {
    id: 'action',
    header: t('action'),
    value: alert => t(`action.${alert.action}`),
    cell: alert => <ActionWords alert={alert} />,
  },
  {
    id: 'list',
    header: t('column.list'),
    value: alert => alert.list.name,
    cell: alert => (
      <>
        {alert.list.name}
        <span className="row-meta">{owner(alert.owner)}</span>
      </>
    ),
  },
  {
    id: 'marking',
    header: t('column.marking'),
    value: alert => alert.marking,
    cell: alert => <MarkingTag marking={alert.marking} />,
    width: 'middle',
  },
  {
    id: 'until',
    header: t('column.until'),
    value: alert => alert.expiresAt,
    cell: alert => <Until alert={alert} />,
    width: 'middle',
  },
]
