import './situation.css'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Listed as Warning } from '#features/warnings/model.ts'
import { problemOf } from '#ui/call.ts'
import type { MonthFigure } from '#ui/chart.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Failed, PageHead, Skeleton } from '#ui/parts.tsx'
import { nextSpan } from '#ui/timeline.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import type { Edition } from '../model.ts'
import { monthsOf } from '../months.ts'
import { situationTexts } from '../texts/situation.ts'
import { queryOf, searchOf, usualView, type View, viewFrom, warningQueryOf } from '../view.ts'
import { calls } from './calls.ts'
import { FilterBar } from './filter-bar.tsx'
import { ImportButton } from './import-dialog.tsx'
import { ListPart } from './list-part.tsx'
import { MapPart } from './map-part.tsx'
import { DeathsByMonth, DetectionsByMonth } from './time-part.tsx'
import { type Numbered, WarningsPart } from './warnings-part.tsx'
import { spanName } from './words.ts'

/** The situation: asks first which editions there are, since the usual period depends on them. */
export function SituationPage() {
  const t = useText(situationTexts)
  const editions = useQuery({ ...calls.situation.editions.queryOptions(), staleTime: 60_000 })
  const me = useQuery({ ...calls.access.me.queryOptions(), staleTime: 60_000 })
  const mayImport = me.data?.actor?.competences.includes('analyse') ?? false
  if (editions.isError)
    return (
      <Failed
        id={problemOf(editions.error)?.data.correlation}
        offline={!problemOf(editions.error)}
        retry={() => void editions.refetch()}
      />
    )
  if (!editions.data) return <Skeleton />
  return (
    <Filled editions={editions.data} actions={mayImport && <ImportButton />}>
      {editions.data.length === 0 && (
        <Empty title={t('none.title')}>
          <p>{t('none.text')}</p>
        </Empty>
      )}
    </Filled>
  )
}

function Filled(props: {
  editions: readonly Edition[]
  actions: React.ReactNode
  children: React.ReactNode
}) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const [today] = useState(() => new Date())
  const usual = useMemo(() => usualView(props.editions, today), [props.editions, today])
  const [view, change] = useView(usual)
  const [selected, select] = useState<string | null>(null)
  const wants = (layer: View['layers'][number]) => view.layers.includes(layer)

  const steady = { placeholderData: keepPreviousData, staleTime: 300_000 }
  const whole = useQuery({
    ...calls.situation.picture.queryOptions({ input: queryOf(view, 'period') }),
    ...steady,
  })
  const part = useQuery({
    ...calls.situation.picture.queryOptions({ input: queryOf(view, 'part') }),
    ...steady,
  })
  const detections = useQuery({
    ...calls.situation.detections.queryOptions({ input: queryOf(view, 'part') }),
    ...steady,
    enabled: wants('detections'),
  })
  const asked = warningQueryOf(view, today)
  const places = useQuery({
    ...calls.warnings.places.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    enabled: wants('warnings'),
  })
  const numbered = wants('warnings') ? numberedOf(places.data) : []
  usePageMarking(numbered ? highestMarking(numbered.map(each => each.marking)) : null, t('band'))
  useKeys({
    f: {
      label: t('key.filters'),
      run: () => document.querySelector<HTMLElement>('#situation-period')?.focus(),
    },
    m: { label: t('key.map'), run: () => focusPart('situation-map') },
    t: { label: t('key.timeline'), run: () => focusPart('situation-time') },
    l: { label: t('key.list'), run: () => focusPart('situation-list') },
  })
  // The heading speaks of the months that are drawn, also while the next ones are on their way.
  const drawn = part.data?.months
  const span = {
    from: drawn?.[0]?.month ?? (view.part ?? view).from,
    to: drawn?.at(-1)?.month ?? (view.part ?? view).to,
  }
  useAhead(view)
  const title = t('title.of', {
    what:
      view.routes.map(code => t(`route.${code}`)).join(', ') ||
      (view.region === null ? t('region.all') : t(`region.${view.region}`)),
    when: spanName(span.from, span.to, language),
  })
  const failed = whole.error ?? part.error ?? detections.error
  return (
    <>
      <PageHead title={title} actions={props.actions}>
        {t('intro')}
      </PageHead>
      <FilterBar view={view} usual={usual} editions={props.editions} today={today} change={change} />
      {props.children}
      {failed && (
        <Failed
          id={problemOf(failed)?.data.correlation}
          offline={!problemOf(failed)}
          retry={() => void Promise.all([whole.refetch(), part.refetch(), detections.refetch()])}
        />
      )}
      {whole.data && part.data ? (
        <>
          <div className="picture">
            <div>
              <MapPart
                picture={part.data}
                largest={Math.max(1, ...whole.data.areas.map(area => area.persons))}
                warnings={(numbered ?? []).flatMap(({ id, mark, title: name, coordinates }) =>
                  coordinates ? [{ id, mark, title: name, ...coordinates }] : [],
                )}
                placeless={(numbered ?? []).filter(each => each.coordinates === null).length}
                view={view}
                selected={selected}
                onSelect={select}
                end={
                  <a className="link" href="#situation-list">
                    {t('list')}
                  </a>
                }
              />
              {wants('incidents') && (
                <DeathsByMonth
                  months={whole.data.months}
                  view={view}
                  onPart={next => change({ part: next })}
                />
              )}
            </div>
            <DetectionsByMonth
              detections={detections.data ?? { series: [], edition: null }}
              warnings={byMonth(numbered ?? [], asked)}
              view={view}
            />
          </div>
          {wants('incidents') && (
            <ListPart picture={part.data} view={view} change={change} selected={selected} onSelect={select} />
          )}
        </>
      ) : (
        !failed && <Skeleton lines={9} />
      )}
      {wants('warnings') && (
        <WarningsPart
          warnings={numbered}
          view={view}
          failed={
            places.isError
              ? {
                  id: problemOf(places.error)?.data.correlation,
                  offline: !problemOf(places.error),
                  retry: () => void places.refetch(),
                }
              : undefined
          }
        />
      )}
    </>
  )
}

/** The view lives in the address: a link to it opens the same picture, and Back undoes a filter. */
function useView(usual: View): [View, (next: Partial<View>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => viewFrom(search, usual), [search, usual])
  const change = (next: Partial<View>) => {
    // Playing changes the address each second: those steps are not kept for Back.
    const replace = Object.keys(next).every(name => name === 'part' || name === 'list')
    void navigate({
      to: '/situation',
      search: () => searchOf({ ...view, ...next }, usual),
      replace,
      resetScroll: false,
    })
  }
  return [view, change]
}

const numberedOf = (found: readonly Warning[] | undefined): Numbered[] | undefined =>
  found?.map((warning, i) => ({ ...warning, mark: `W${i + 1}` }))

/** How many warnings were issued in each month that was asked for; nothing when there are none at all. */
function byMonth(warnings: readonly Numbered[], asked: { from: string; to: string }): MonthFigure[] {
  const count = (month: string) => warnings.filter(each => each.issuedAt?.startsWith(month)).length
  const months = monthsOf({ from: asked.from.slice(0, 7), to: asked.to.slice(0, 7) })
  return warnings.length === 0 ? [] : months.map(month => ({ month, value: count(month) }))
}

/** The months that playing would show next are asked for before their turn. */
function useAhead(view: View): void {
  const queries = useQueryClient()
  const next = nextSpan(monthsOf(view), view.part && [view.part.from, view.part.to])
  const [from, to] = next ?? []
  useEffect(() => {
    if (from === undefined || to === undefined) return
    const input = queryOf({ ...view, part: { from, to } }, 'part')
    const patient = { staleTime: 300_000 }
    void queries.prefetchQuery({ ...calls.situation.picture.queryOptions({ input }), ...patient })
    void queries.prefetchQuery({ ...calls.situation.detections.queryOptions({ input }), ...patient })
  }, [queries, view, from, to])
}

function focusPart(id: string): void {
  const heading = document.querySelector<HTMLElement>(`#${id} h2`)
  heading?.focus()
  heading?.scrollIntoView({ block: 'start' })
}
