import type { ReactNode } from 'react'
import { connect, problemOf } from '#ui/call.ts'
import { countryName, languageName } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { ErrorPage, Failed, PageHead, Skeleton } from '#ui/parts.tsx'
import { shownState } from '#vocabulary/state.ts'
import { directory } from '../api.ts'

/** Everything this feature's screens ask the server. */
export const calls = connect({ directory })

interface Asked<T> {
  data: T | undefined
  isError: boolean
  error: unknown
  refetch: () => unknown
}

/** What `Table` and `Failed` need to know of a query that failed. */
export const failedQuery = (query: Asked<unknown>) => {
  if (!query.isError) return undefined
  const problem = problemOf(query.error)
  return { id: problem?.data.correlation, offline: !problem, retry: () => void query.refetch() }
}

/**
 * A page over one item: waiting, not there, failed, or the item.
 * @param title the page's heading while it has failed; left out where another heading stands above.
 */
export function Whole<T>(props: { query: Asked<T>; title?: string; children: (item: T) => ReactNode }) {
  const { query, title } = props
  if (query.data !== undefined) return props.children(query.data)
  const failed = failedQuery(query)
  if (!failed) return <Skeleton />
  // An address that names nothing and one that is no address are the same to the reader: not there.
  if ([400, 404].includes(problemOf(query.error)?.status ?? 0)) return <ErrorPage />
  return (
    <>
      {title !== undefined && <PageHead title={title} />}
      <Failed {...failed} />
    </>
  )
}

export const StateName = ({ code }: { code: string }) => {
  const language = useLanguage()
  return (
    <a className="link" href={`/directory/states/${code}`}>
      <span className="number">{shownState(code)}</span> {countryName(code, language)}
    </a>
  )
}

export const Languages = ({ codes }: { codes: readonly string[] }) => {
  const language = useLanguage()
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  return <>{list.format(codes.map(code => languageName(code, language)))}</>
}

export const Mail = ({ to }: { to: string | null }) =>
  to ? (
    <a className="link" href={`mailto:${to}`}>
      {to}
    </a>
  ) : (
    '–'
  )

export const Phone = ({ number }: { number: string | null }) =>
  number ? (
    <a className="number" href={`tel:${number.replaceAll(' ', '')}`}>
      {number}
    </a>
  ) : (
    '–'
  )
