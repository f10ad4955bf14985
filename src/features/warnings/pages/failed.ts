import { problemOf } from '#ui/call.ts'

/** What `Table` and `Failed` need to know of a query that failed. */
export const failedQuery = (query: { isError: boolean; error: unknown; refetch: () => unknown }) => {
  if (!query.isError) return undefined
  const problem = problemOf(query.error)
  return {
    id: problem?.data.correlation,
    offline: !problem,
    retry: () => void query.refetch(),
  }
}
