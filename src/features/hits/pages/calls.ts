import { connect } from '#ui/call.ts'
import { hits } from '../api.ts'
import type { Filter } from '../model.ts'

/** What these screens ask of the server. Whatever is about a person goes with the purpose stated in this tab. */
export const calls = connect({ hits })

/** The hits of a view, a page at a time. */
export const hitsOf = (view: Filter['view']) =>
  calls.hits.list.infiniteOptions({
    input: (after: string | null) => ({ view, ...(after !== null && { after }) }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
