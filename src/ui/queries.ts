import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from '@tanstack/react-query'

/**
 * The client of all reading. What is called outdated while its first reading is under way is read once more afterwards: that
 * reading may have been answered with what was true before, and the library would take it for fresh.
 */
export class Queries extends QueryClient {
  override async invalidateQueries(
    filters?: InvalidateQueryFilters,
    options?: InvalidateOptions,
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus !== 'idle')
    const now = super.invalidateQueries(filters, options)
    await Promise.allSettled(first.flatMap(query => query.promise ?? []))
    const again = first.map(({ queryKey }) =>
      super.invalidateQueries({ ...filters, queryKey, exact: true }, options),
    )
    await Promise.all([now, ...again])
  }
}
