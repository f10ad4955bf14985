import { useQuery } from '@tanstack/react-query'
import { access } from '#features/access/api.ts'
import { directory } from '#features/directory/api.ts'
import { connect } from '#ui/call.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { warnings } from '../api.ts'

/** What these screens ask of the server. */
export const calls = connect({ access, directory, warnings })

/** Who is reading. These screens are absent before sign-in, so there is always somebody once the answer is here. */
export const useActor = (): Actor | null => {
  const me = useQuery({ ...calls.access.me.queryOptions(), staleTime: 60_000 })
  return me.data?.actor ?? null
}
