import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  useLocation,
  useRouter,
} from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { access } from '#features/access/api.ts'
import type { Me } from '#features/access/model.ts'
import { arriveAt, memoryOf, wasGoing } from '#features/access/pages/calls.ts'
import { warnings } from '#features/warnings/api.ts'
import { findWarnings } from '#features/warnings/pages/find-warnings.ts'
import { tellArrival } from '#features/warnings/pages/arrival.ts'
import { connect, problemOf } from '#ui/call.ts'
import { openDrafts } from '#ui/draft-store.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { addSaid } from '#ui/said.ts'
import { type LiveState, listen } from '#ui/live.ts'
import { ErrorPage, Failed, Skeleton } from '#ui/parts.tsx'
import { stated } from '#ui/purpose.ts'
import type { Screen } from '#ui/screen.ts'
import { Shell } from '#ui/shell.tsx'
import { useStore } from '#ui/store.ts'
import { type Desk, DeskContext } from '#ui/waiting.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { shownState } from '#vocabulary/state.ts'
import { covers, screens } from './screens.ts'
import { appTexts } from './texts/app.ts'

const calls = connect({ access, warnings })
addSaid(
  () => import('./texts/said-fr.ts'),
  () => import('./texts/said-de.ts'),
)

/** Asks who is here, then builds the addresses this person has. */
export function App() {
  const me = useQuery({
    ...calls.access.me.queryOptions(),
    staleTime: 60_000,
    // Somebody may have signed in again in another window.
    refetchOnWindowFocus: ({ state }) => (state.data?.actor ? true : 'always'),
  })
  const actor = me.data?.actor
  const anothers = actor ? memoryOf.isAnothers(actor) : false
  useEffect(() => {
    if (anothers) arriveAt(wasGoing() ?? location.href)
    else if (actor) memoryOf.begin(actor)
  }, [actor, anothers])
  // A new router only when the person or their mandate changes: what is typed on a page survives everything else.
  const key = actor ? `${actor.mandate} ${actor.competences.join()} ${actor.areas.join()}` : String(actor)
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const router = useMemo(() => (me.data ? routerFor(me.data) : null), [key, me.data === undefined])
  const drafts = useDraftsOf(actor?.person)
  if (anothers) return <Skeleton />
  if (router && drafts) return <RouterProvider key={key} router={router} />
  if (me.isError)
    return (
      <Failed
        offline={!problemOf(me.error)}
        id={problemOf(me.error)?.data.correlation}
        retry={() => void me.refetch()}
      />
    )
  return <Skeleton />
}

/** True as soon as no drafts of another person are left on this device; nothing is shown before. */
function useDraftsOf(person: number | undefined): boolean {
  const [opened, setOpened] = useState<number | undefined>()
  useEffect(() => {
    if (person === undefined) return
    void openDrafts(String(person))
      // Where the browser keeps nothing, there is nothing to destroy.
      .catch(() => undefined)
      .finally(() => setOpened(person))
  }, [person])
  return person === undefined || opened === person
}

function routerFor(me: Me) {
  const { actor } = me
  const root = createRootRoute({
    component: () => <Frame me={me} />,
    notFoundComponent: () => <ErrorPage />,
    errorComponent: Broken,
  })
  const mine = screens.filter(screen => (actor ? covers(screen, actor) : screen.open))
  const routes = mine.map(screen =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: lazyRouteComponent(screen.load, screen.component),
    }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

function Frame({ me }: { me: Me }) {
  const t = useText(appTexts)
  const language = useLanguage()
  const router = useRouter()
  const { pathname, href } = useLocation()
  const connection = useLive(me)
  const { actor } = me
  const open = screens.some(screen => screen.open && screen.path.split('/')[1] === pathname.split('/')[1])
  useEffect(() => {
    const back = wasGoing()
    if (!actor && !open) void router.navigate({ to: '/sign-in', search: { to: href }, replace: true })
    else if (actor && back !== undefined) void router.navigate({ href: back, replace: true })
    else if (actor && me.terms.due && pathname !== '/terms')
      void router.navigate({ href: '/terms', replace: true })
    else if (actor && pathname === '/' && !home(actor)) {
      const first = begins(actor)
      if (first) void router.navigate({ href: first, replace: true })
    }
  }, [actor, open, href, pathname, me.terms.due, router])
  const go = (to: string) => void router.navigate({ href: to })
  // How many warnings wait for this unit's answer stands beside "My work" on every page.
  const unanswered = useQuery({
    ...calls.warnings.count.queryOptions({ input: { view: 'unanswered', status: ['issued'] } }),
    enabled: actor !== null && !me.terms.due && actor.areas.includes('early-warning') && home(actor),
    staleTime: 60_000,
  })
  const waiting = useWaiting(me)
  const counted = (id: string): Counted =>
    id === '/' ? { ...none, count: unanswered.data?.count ?? 0 } : (waiting?.at(id) ?? none)
  return (
    <Shell
      path={pathname}
      navigate={go}
      navigation={
        actor && !me.terms.due
          ? navigationOf(
              screens.filter(screen => covers(screen, actor)),
              key => t.or(key, key),
            ).map(item => ({ ...item, ...counted(item.id) }))
          : []
      }
      demonstration={me.demonstration}
      ceiling={actor?.clearance ?? null}
      who={actor ? { name: actor.name, unit: placeOf(actor, language), href: '/settings' } : null}
      connection={connection === 'waiting' ? 'lost' : 'connected'}
      {...(actor?.competences.includes('read') ? { search: findWarnings } : {})}
      commands={
        actor?.competences.includes('issue')
          ? [{ id: 'new-warning', label: t('command.warning'), run: () => go('/warnings/new') }]
          : []
      }
    >
      <DeskContext value={waiting?.desk ?? null}>
        <Outlet />
      </DeskContext>
    </Shell>
  )
}

/** The navigation's addresses, the longest first. */
const entries = screens.flatMap(({ path, nav }) => (nav ? [path] : [])).sort((a, b) => b.length - a.length)

interface Counted {
  count: number
  more: boolean
}
const none: Counted = { count: 0, more: false }

/** What waits for an officer behind the purpose they stated: beside the navigation's entries, and in words for the first screen. */
function useWaiting({ actor, terms }: Me): { at: (path: string) => Counted; desk: Desk } | null {
  const t = useText(appTexts)
  const said = useStore(stated)
  const purpose = said && said.mandate === actor?.mandate ? said.purpose : null
  const asked = screens.flatMap(screen =>
    actor && screen.waiting?.may.some(each => actor.competences.includes(each)) && covers(screen, actor)
      ? [{ path: screen.path, load: screen.waiting.load }]
      : [],
  )
  const answers = useQueries({
    queries: asked.map(({ path, load }) => ({
      // Read again with everything else of the feature when something of it changes.
      queryKey: [[path.split('/')[1], 'waiting'], { purpose }],
      queryFn: async () => (await load()).waiting(),
      enabled: purpose !== null && !terms.due,
      staleTime: 60_000,
      refetchInterval: 300_000,
    })),
  })
  if (asked.length === 0) return null
  const lines = answers.map(({ data }) => data ?? [])
  return {
    // What waits on a page without an entry of its own counts where that page belongs.
    at: path =>
      lines
        .flat()
        .filter(({ href }) => entries.find(entry => href.startsWith(entry)) === path)
        .reduce(
          (sum, { count, more }) => ({ count: sum.count + count, more: sum.more || more === true }),
          none,
        ),
    desk: {
      lines: lines
        .flat()
        .filter(({ count }) => count > 0)
        .map(line => {
          const words = t.or(`waits.${line.what}`, line.what, { count: line.count })
          return { ...line, words: line.more ? t('waits.more', { words }) : words }
        })
        .sort((a, b) => ((a.soonest ?? '~') < (b.soonest ?? '~') ? -1 : 1)),
      state:
        purpose === null
          ? 'purpose'
          : answers.some(({ isError }) => isError)
            ? 'failed'
            : answers.some(({ isPending }) => isPending)
              ? 'counting'
              : 'counted',
      offline: answers.some(({ isError, error }) => isError && !problemOf(error)),
      again: () => answers.forEach(({ refetch }) => void refetch()),
    },
  }
}

/** For example “National contact point, EL Greece”. */
const placeOf = ({ unitName, state }: Actor, language: string): string =>
  `${unitName}, ${shownState(state)} ${new Intl.DisplayNames([language], { type: 'region' }).of(state) ?? ''}`.trim()

const home = (actor: Actor) => screens.some(screen => screen.path === '/' && covers(screen, actor))

/** Where somebody begins whose mandate has no work of its own on the first screen: at what fewest may open. */
const begins = (actor: Actor): string | undefined => {
  const mine = screens.filter(screen => screen.nav && covers(screen, actor))
  return (mine.findLast(screen => screen.may && !screen.overseen) ?? mine[0])?.path
}

/** Keeps what is on the screen up to date, and says when something new arrives. */
function useLive(me: Me): LiveState {
  const queries = useQueryClient()
  const router = useRouter()
  const [state, setState] = useState<LiveState>('open')
  const person = me.terms.due ? undefined : me.actor?.mandate
  useEffect(() => {
    if (person === undefined) return
    return listen(queries, setState, (topic, id) => {
      // A message of a carrier that was put aside: fetched when it is needed, for those few whom it is told.
      if (topic === 'passengers.quarantine') {
        void queries.invalidateQueries({ queryKey: [['passengers']] })
        void import('#features/passengers/pages/tell-alarm.ts').then(({ tellAlarm }) =>
          tellAlarm(id, href => void router.navigate({ href })),
        )
      }
      if (topic !== 'warnings') return
      // What cannot be read now was lost with the line; it stands on My work when the line is back.
      void tellArrival(queries, id, href => void router.navigate({ href })).catch(() => undefined)
    })
  }, [person, queries, router])
  return state
}

function navigationOf(reachable: readonly Screen[], say: (key: string) => string) {
  return reachable
    .flatMap(screen => (screen.nav ? [{ screen, nav: screen.nav }] : []))
    .sort((a, b) => a.nav.order - b.nav.order)
    .map(({ screen, nav }) => ({
      id: screen.path,
      href: screen.path,
      label: say(nav.label),
      ...(nav.group ? { group: say(`nav.${nav.group}`) } : {}),
    }))
}

function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const problem = problemOf(error)
  // What is not shared is not there; anything else is a fault with a number to give to the administrator.
  return problem?.code === 'not-found' ? (
    <ErrorPage />
  ) : (
    <ErrorPage id={problem?.data.correlation ?? '–'} retry={reset} />
  )
}
