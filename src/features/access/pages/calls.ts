import { useQuery, useQueryClient } from '@tanstack/react-query'
import { directory } from '#features/directory/api.ts'
import { connect, problemOf } from '#ui/call.ts'
import { faultOf } from '#ui/issue-text.ts'
import { toast } from '#ui/toast.tsx'
import type { Actor } from '#vocabulary/actor.ts'
import { access } from '../api.ts'

/** Everything this feature's screens ask the server. */
export const calls = connect({ access, directory })

export const useMe = () => useQuery({ ...calls.access.me.queryOptions(), staleTime: 60_000 }).data

/** What `Table` and `Failed` need to know of a query that failed. */
export const failedQuery = (query: { isError: boolean; error: unknown; refetch: () => unknown }) => {
  if (!query.isError) return undefined
  const problem = problemOf(query.error)
  return { id: problem?.data.correlation, offline: !problem, retry: () => void query.refetch() }
}

/** Runs an act, says how it ended, and reads again what it may have changed. Gives whether it was done. */
export function useAct() {
  const queries = useQueryClient()
  return async (act: () => Promise<unknown>, done?: string): Promise<boolean> => {
    try {
      await act()
      if (done) toast({ kind: 'done', title: done })
      await queries.invalidateQueries()
      return true
    } catch (error) {
      toast({ kind: 'stop', title: faultOf(error).message || String(error) })
      return false
    }
  }
}

/** An address inside this app; anything else would lead away from it. */
const inside = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'

/** Where the app sent somebody to sign in from; undefined everywhere else. */
export const wasGoing = (): string | undefined => {
  const to = new URLSearchParams(location.search).get('to')
  return location.pathname === '/sign-in' && to !== null ? inside(to) : undefined
}

let mandate: number | undefined
/** Whose work the page's memory holds: the first mandate that was here since it was loaded. A switched one loads it anew. */
export const memoryOf = {
  is: (actor: Pick<Actor, 'mandate'>): boolean => mandate === actor.mandate,
  isAnothers: (actor: Pick<Actor, 'mandate'>): boolean => mandate !== undefined && mandate !== actor.mandate,
  begin: (actor: Pick<Actor, 'mandate'>): void => void (mandate ??= actor.mandate),
}

/** Leaves nothing of the person before in the page's memory. */
export const arriveAt = (to: string): void => location.replace(to)
