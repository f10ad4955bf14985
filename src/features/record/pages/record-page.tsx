import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { access } from '#features/access/api.ts'
import { connect, problemOf } from '#ui/call.ts'
import { formatDateTime } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { MarkingTag, Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { shownState } from '#vocabulary/state.ts'
import { record } from '../api.ts'
import { type Entry, outcomes, Wanted } from '../model.ts'
import { recordTexts } from '../texts/record.ts'

const calls = connect({ access, record })
const signs = { done: 'done', read: 'noted', refused: 'stop', failed: 'check' } as const

/** Everything that one may read of the record. */
export const RecordPage = () => {
  const t = useText(recordTexts)
  const actor = useQuery({ ...calls.access.me.queryOptions(), staleTime: 60_000 }).data?.actor
  const wanted = useWanted()
  const all = actor?.state === 'EU' && actor.competences.includes('supervise')
  const asked = new URLSearchParams(
    Object.entries(wanted).map(([name, value]) => [name, String(value)]),
  ).toString()
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <a className="button" href={`/api/record.csv?${asked}`} download>
            {t('download')}
          </a>
        }
      >
        {t(all ? 'text.all' : 'text.state')}
      </PageHead>
      <Entries wanted={wanted} path="/record" />
    </>
  )
}

/** What the record says of the reader. */
export const OwnRecordPage = () => {
  const t = useText(recordTexts)
  const actor = useQuery({ ...calls.access.me.queryOptions(), staleTime: 60_000 }).data?.actor
  const wanted = useWanted()
  return (
    <>
      <PageHead title={t('title.own')}>{t('text.own')}</PageHead>
      {actor && <Entries wanted={{ ...wanted, person: actor.person }} path="/settings/record" own />}
    </>
  )
}

/** The filters stand in the address, so that a search can be kept and sent on. */
function useWanted(): Wanted {
  const { search } = useLocation()
  const said = Object.entries(search as Record<string, unknown>).filter(([, value]) => value !== '')
  // The router reads figures as figures; the record's numbers are texts.
  const texts = said.map(([name, value]) => [name, name === 'person' ? value : String(value)])
  return Wanted.safeParse(Object.fromEntries(texts)).data ?? {}
}

const Entries = ({ wanted, path, own = false }: { wanted: Wanted; path: string; own?: boolean }) => {
  const t = useText(recordTexts)
  const pages = useInfiniteQuery({
    ...calls.record.entries.infiniteOptions({
      input: (before: number | null) => ({ ...wanted, ...(before !== null && { before }) }),
      initialPageParam: null as number | null,
      getNextPageParam: last => last.before,
    }),
    placeholderData: keepPreviousData,
  })
  usePageMarking('LIMITED', t('band'))
  const rows = pages.data?.pages.flatMap(page => page.entries)
  const problem = problemOf(pages.error)
  return (
    <Part title={t('entries')}>
      <Filters
        wanted={wanted}
        path={path}
        own={own}
        name={rows?.find(entry => entry.person === wanted.person)?.name ?? null}
      />
      <EntriesTable
        rows={rows}
        path={path}
        own={own}
        failed={
          pages.isError
            ? { id: problem?.data.correlation, offline: !problem, retry: () => void pages.refetch() }
            : undefined
        }
      />
      {pages.hasNextPage && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </button>
        </div>
      )}
    </Part>
  )
}

function EntriesTable(props: {
  rows: Entry[] | undefined
  path: string
  own: boolean
  failed: { id: string | undefined; offline: boolean; retry: () => void } | undefined
}) {
  const t = useText(recordTexts)
  const language = useLanguage()
  return (
    <Table
      label={t('entries')}
      tools={props.own ? 'own-record' : 'record'}
      rows={props.rows}
      rowId={entry => entry.id}
      failed={props.failed}
      empty={<Empty title={t('none')}>{t('none.text')}</Empty>}
      columns={[
        {
          id: 'at',
          header: t('time'),
          nowrap: true,
          value: entry => new Date(entry.at),
          cell: entry => <span className="number">{formatDateTime(new Date(entry.at), language)}</span>,
        },
        {
          id: 'official',
          header: t('official'),
          width: 'long',
          hidden: props.own,
          value: entry => entry.name,
          cell: entry =>
            entry.person === null ? (
              <span className="muted">{t('nobody')}</span>
            ) : (
              <>
                <a className="link" href={`${props.path}?person=${entry.person}`}>
                  {entry.name ?? entry.person}
                </a>
                <div className="row-meta">{entry.unit}</div>
              </>
            ),
        },
        {
          id: 'state',
          header: t('state'),
          width: 'short',
          hidden: props.own,
          value: entry => (entry.state ? shownState(entry.state) : null),
        },
        {
          id: 'operation',
          header: t('operation'),
          title: true,
          value: entry => `${t.or(`did.${entry.operation}`, '')} ${entry.operation}`,
          cell: entry => (
            <>
              {t.or(`did.${entry.operation}`, entry.operation)}
              {t.or(`did.${entry.operation}`, '') !== '' && <div className="row-meta">{entry.operation}</div>}
            </>
          ),
        },
        {
          id: 'outcome',
          header: t('outcome'),
          value: entry => t(`outcome.${entry.outcome}`),
          cell: entry => (
            <>
              <Sign kind={signs[entry.outcome]}>{t(`outcome.${entry.outcome}`)}</Sign>
              {entry.problem && <div className="row-meta">{entry.problem}</div>}
            </>
          ),
        },
        {
          id: 'subject',
          header: t('subject'),
          value: entry =>
            `${t.or(`item.${entry.subject}`, entry.subject ?? '')} ${entry.subjectIds.join(' ')}`,
          cell: entry => <Subject entry={entry} path={props.path} />,
        },
        {
          id: 'marking',
          header: t('marking'),
          width: 'short',
          hidden: true,
          value: entry => entry.marking,
          cell: entry => <MarkingTag marking={entry.marking} />,
        },
        { id: 'purpose', header: t('purpose'), hidden: true, value: entry => entry.purpose },
        {
          id: 'correlation',
          header: t('reference'),
          hidden: true,
          value: entry => entry.correlation,
          cell: entry =>
            entry.correlation && (
              <a
                className="number"
                href={`${props.path}?correlation=${encodeURIComponent(entry.correlation)}`}
              >
                {entry.correlation}
              </a>
            ),
        },
      ]}
    />
  )
}

const few = 3

/** What it was done to: the kind and the beginning of each number, which leads to all that was done to the same. */
const Subject = ({ entry, path }: { entry: Entry; path: string }) => {
  const t = useText(recordTexts)
  if (entry.subject === null) return null
  const item = t.or(`item.${entry.subject}`, entry.subject)
  return (
    <>
      {item}{' '}
      {entry.subjectIds
        .slice(0, few)
        .map(id =>
          // A count is no number of anything that one could follow.
          id.includes(' ') ? (
            <span key={id}>{id}</span>
          ) : (
            <a
              key={id}
              className="link number"
              href={`${path}?id=${encodeURIComponent(id)}`}
              title={id}
              aria-label={`${item} ${id}`}
            >
              {id.length > 12 ? id.slice(0, 8) : id}
            </a>
          ),
        )
        .flatMap((link, index) => (index ? [', ', link] : [link]))}
      {entry.subjectIds.length > few && (
        <span className="row-meta">{t('subject.more', { count: entry.subjectIds.length - few })}</span>
      )}
    </>
  )
}

function Filters(props: { wanted: Wanted; path: string; own: boolean; name: string | null }) {
  const t = useText(recordTexts)
  const router = useRouter()
  const id = useId()
  const { wanted } = props
  const change = (part: Record<string, string | undefined>) => {
    const { person, ...rest } = wanted
    const kept = props.own ? rest : { ...rest, ...(person !== undefined && { person }) }
    const next = Object.fromEntries(Object.entries({ ...kept, ...part }).filter(([, value]) => value))
    void router.navigate({ to: props.path, search: next, replace: true, resetScroll: false } as never)
  }
  const text = (name: 'operation' | 'id' | 'correlation', label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        className="input"
        id={`${id}-${name}`}
        autoComplete="off"
        key={wanted[name] ?? ''}
        defaultValue={wanted[name] ?? ''}
        onBlur={event => {
          if (event.target.value !== (wanted[name] ?? '')) change({ [name]: event.target.value })
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') change({ [name]: event.currentTarget.value })
        }}
      />
    </div>
  )
  const time = (name: 'from' | 'until', label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        className="input"
        id={`${id}-${name}`}
        type="datetime-local"
        value={wanted[name]?.slice(0, 16) ?? ''}
        onChange={event => change({ [name]: event.target.value ? `${event.target.value}:00Z` : undefined })}
      />
    </div>
  )
  return (
    <div className="filters" role="search" aria-label={t('entries')}>
      {time('from', t('from'))}
      {time('until', t('until'))}
      {text('operation', t('part'))}
      <div>
        <label htmlFor={`${id}-outcome`}>{t('outcome')}</label>
        <span className="select">
          <select
            className="input"
            id={`${id}-outcome`}
            value={wanted.outcome ?? ''}
            onChange={event => change({ outcome: event.target.value || undefined })}
          >
            <option value="">{t('outcome.any')}</option>
            {outcomes.map(outcome => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      {text('id', t('id'))}
      {text('correlation', t('reference'))}
      {!props.own && wanted.person !== undefined && (
        <div className="tags">
          <span className="tag">{t('person', { name: props.name ?? wanted.person })}</span>
          <a className="link" href={props.path}>
            {t('anyone')}
          </a>
        </div>
      )}
    </div>
  )
}
