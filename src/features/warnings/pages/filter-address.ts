import { z } from 'zod'
import { Filter } from '../model.ts'

/** The lists a filter narrows by; each stands in the address as `name=A,B`. */
export const filterLists = [
  'urgency',
  'status',
  'route',
  'country',
  'citizenship',
  'means',
  'trigger',
  'state',
  'marking',
] as const
export type FilterList = (typeof filterLists)[number]

const lists = new Set<string>(filterLists)

/** Reads a filter from an address. What is not understood is left out, so that an old link still works. */
export const readFilter = (search: string): Filter => {
  const given = new URLSearchParams(search)
  const raw: Record<string, unknown> = {}
  for (const [name, value] of given) {
    const field = Filter.shape[name as keyof typeof Filter.shape] as z.ZodType | undefined
    if (!field) continue
    // Addresses are written by the router, which puts text that looks like JSON in quotes.
    const text = value.replace(/^"(.*)"$/, '$1')
    const read = lists.has(name) ? text.split(',').filter(Boolean) : text
    if (lists.has(name)) {
      const known = (read as string[]).filter(each => field.safeParse([each]).success)
      if (known.length) raw[name] = known
    } else if (field.safeParse(read).success) raw[name] = read
  }
  return Filter.parse(raw)
}

/** Only what narrows: for the address and for the call. */
export const narrowed = (filter: Filter): Partial<Filter> =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) =>
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0) &&
        !(name === 'view' && value === 'all'),
    ),
  )

/** `/warnings?route=CMED,EMED&search=yacht`. */
export const addressOf = (filter: Filter): string => {
  const given = Object.entries(narrowed(filter)).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`,
  )
  return `/warnings${given.length ? `?${given.join('&')}` : ''}`
}
