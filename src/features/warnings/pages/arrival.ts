import type { QueryClient } from '@tanstack/react-query'
import { textOf } from '#ui/i18n.ts'
import { toast } from '#ui/toast.tsx'
import { calls } from './calls.ts'
import { warningTexts } from './words.ts'

const told = new Set<string>()
const fresh = 10 * 60_000

/**
 * After an event about a warning: says so where it has just arrived for the reader's own unit and nobody there has opened it.
 * Everything else that changes (answers, readings, drafts) only renews what is on the screen.
 * @param go opens an address of the app.
 */
export const tellArrival = async (
  queries: QueryClient,
  id: string,
  go: (href: string) => void,
): Promise<void> => {
  if (told.has(id)) return
  const work = await queries.fetchQuery({ ...calls.warnings.work.queryOptions(), staleTime: 0 })
  const item = work.addressed.find(each => each.id === id)
  if (!item?.issuedAt || item.openedAt || Date.parse(item.issuedAt) < Date.now() - fresh || told.has(id))
    return
  told.add(id)
  const t = textOf(warningTexts)
  toast({
    kind: item.urgency === 'immediate' ? 'stop' : 'plain',
    title: t('arrival', { urgency: t(`urgency.${item.urgency}`), number: item.number ?? '' }),
    text: item.title,
    action: { label: t('read.short'), run: () => go(`/warnings/${id}`) },
  })
}
