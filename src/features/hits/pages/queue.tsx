import '#features/alerts/pages/alerts.css'
import './hits.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { showScore } from '#core/match/bands.ts'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Deadline, MarkingTag, Sign } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Competence } from '#vocabulary/actor.ts'
import { highestMarking } from '#vocabulary/marking.ts'
import type { HitLine } from '../model.ts'
import { calls, hitsOf } from './calls.ts'
import { AboutAlert, HitTitle, StandingSign } from './cells.tsx'
import { useWords, type Words } from './words.ts'

const views = ['queue', 'all', 'ours'] as const

/** Hits that wait for a person, nearest departure first, before or after it. */
export const HitQueue = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('hits')}>
      <Queue />
    </UnderPurpose>
  )
}

const Queue = () => {
  const words = useWords()
  const { t } = words
  const router = useRouter()
  const { searchStr } = useLocation()
  const actor = useMe()?.actor
  const asked = new URLSearchParams(searchStr).get('view')?.replaceAll('"', '')
  const view = views.find(each => each === asked) ?? 'queue'
  const bureau = actor?.competences.includes('alert') ?? false
  const list = useInfiniteQuery({ ...hitsOf(view), placeholderData: keepPreviousData })
  // The number beside "Hits" in the navigation is these two together: each stands where it leads.
  const reviews = ['read', 'screen', 'alert'].some(each => actor?.competences.includes(each as Competence))
  const waits = useQuery({ ...calls.hits.waiting.queryOptions(), enabled: reviews })
  const [hits, forms] = (['hits', 'forms'] as const).map(what => waits.data?.find(each => each.what === what))
  const rows = list.data?.pages.flatMap(({ items }) => items)
  usePageMarking(rows?.length ? highestMarking(rows.map(({ marking }) => marking)) : null, t('band'))
  return (
    <>
      <PageHead
        title={t('hits')}
        actions={
          <>
            {actor?.areas.includes('alerts') && (
              <a className="button" href="/hits/months">
                {t('months')}
              </a>
            )}
            {actor?.competences.includes('protect') && (
              <a className="button" href="/hits/held">
                {t('held')}
              </a>
            )}
            <a className="button" href="/hits/known">
              {t('known')}
            </a>
            {bureau && (
              <a className="button" href="/hits/forms">
                {t('forms')}
                {forms && forms.count > 0 && <Count of={forms} />}
              </a>
            )}
          </>
        }
      >
        {t('hits.text')}
      </PageHead>
      <nav className="pages hit-views" aria-label={t('views')}>
        <ul>
          {views
            .filter(each => each !== 'ours' || bureau)
            .map(each => (
              <li key={each}>
                <a
                  href={each === 'queue' ? '/hits' : `/hits?view=${each}`}
                  aria-current={each === view ? 'page' : undefined}
                >
                  {t(`view.${each}`)}
                  {each === 'queue' && hits && hits.count > 0 && <Count of={hits} />}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <Part
        title={t(`view.${view}`)}
        count={list.hasNextPage ? (view === 'queue' && !hits?.more ? hits?.count : undefined) : rows?.length}
      >
        <Table
          label={t('hits')}
          rows={rows}
          rowId={({ id }) => id}
          failed={failedQuery(list)}
          onOpen={hit => void router.navigate({ href: `/hits/${hit.id}` })}
          // In the queue everything waits: the state is said only where somebody has spoken.
          columns={columns(words).filter(
            ({ id }) => id !== 'state' || view !== 'queue' || rows?.some(({ state }) => state !== 'open'),
          )}
          empty={
            <Empty title={t(`empty.${view}`)}>
              {t(view === 'queue' ? 'empty.queue.text' : 'empty.text')}
            </Empty>
          }
        />
        {list.hasNextPage && (
          <div className="pages">
            <span />
            <button
              type="button"
              className="button"
              disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </button>
          </div>
        )}
      </Part>
    </>
  )
}

const Count = ({ of }: { of: { count: number; more: boolean } }) => (
  <span className="number hit-count">
    {' '}
    {of.count}
    {of.more && '+'}
  </span>
)

const columns = ({ t, alerts }: Words): Column<HitLine>[] => [
  {
    id: 'due',
    header: t('column.due'),
    value: ({ dueAt }) => dueAt,
    cell: ({ dueAt, state }) =>
      dueAt ? (
        <Deadline due={dueAt} met={state === 'decided' || state === 'closed'} />
      ) : (
        <span className="muted">{t('no-hour')}</span>
      ),
    width: 'long',
  },
  {
    id: 'person',
    header: t('column.person'),
    title: true,
    value: ({ name }) => name,
    cell: hit => <HitTitle hit={hit} />,
  },
  {
    id: 'alert',
    header: t('column.alert'),
    value: ({ kind }) => alerts.t(`kind.${kind}`),
    cell: hit => <AboutAlert hit={hit} />,
    width: 'long',
  },
  {
    id: 'likeness',
    header: t('column.likeness'),
    value: ({ score }) => score,
    cell: ({ band, score }) => (
      <>
        <Sign kind={band === 'strong' ? 'check' : 'waiting'}>{t(`band.${band}`)}</Sign>
        {/* the very number of a document is no likeness */}
        {score < 1 && <span className="row-meta number">{showScore(score)}</span>}
      </>
    ),
    width: 'long',
  },
  {
    id: 'state',
    header: t('column.state'),
    value: ({ state }) => state,
    cell: hit => <StandingSign hit={hit} />,
    width: 'long',
  },
  {
    id: 'marking',
    header: alerts.t('column.marking'),
    value: ({ marking }) => marking,
    cell: ({ marking }) => <MarkingTag marking={marking} />,
    width: 'middle',
  },
]
