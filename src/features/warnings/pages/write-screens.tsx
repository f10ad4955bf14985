import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { ErrorPage, Failed, Skeleton } from '#ui/parts.tsx'
import type { Warning } from '../model.ts'
import { calls } from './calls.ts'
import { failedQuery } from './failed.ts'
import { WritingPage } from './write-page.tsx'

/** A new warning. The name its draft has on this device stands in the address, so that a reload finds it. */
export const NewWarning = () => {
  const router = useRouter()
  const { pathname, searchStr } = useLocation()
  const name = new URLSearchParams(searchStr).get('draft')
  // On the way to another page the address is that page's already: what is shown stays until it is gone.
  const [shown, setShown] = useState(name)
  if (name && name !== shown) setShown(name)
  useEffect(() => {
    if (name || pathname !== '/warnings/new') return
    void router.navigate({ href: `/warnings/new?draft=${crypto.randomUUID()}`, replace: true })
  }, [name, pathname, router])
  return shown ? <WritingPage key={shown} name={`new-${shown}`} /> : <Skeleton lines={6} />
}

/** A draft that is on the server: one's own, or a colleague's of the same unit. */
export const EditWarning = () => {
  const { id = '' } = useParams({ strict: false })
  const router = useRouter()
  const warning = useQuery(
    calls.warnings.read.queryOptions({
      input: { id },
      retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
    }),
  )
  const closed = warning.data && !warning.data.may.edit
  useEffect(() => {
    if (closed) void router.navigate({ href: `/warnings/${id}`, replace: true })
  }, [closed, id, router])
  // What is typed here must survive reading again: the page is made once, from what was read first.
  const [first, setFirst] = useState<Warning | null>(null)
  if (warning.data?.content && first?.id !== id && warning.data.id === id && !closed) setFirst(warning.data)
  if (first && first.id === id)
    return <WritingPage key={id} name={id} server={first} files={(warning.data as Warning).attachments} />
  if (warning.isError) {
    const problem = problemOf(warning.error)
    return problem && problem.status < 500 ? <ErrorPage /> : <Failed {...failedQuery(warning)} />
  }
  return <Skeleton lines={6} />
}
