import { useQuery } from '@tanstack/react-query'
import { useMe } from '#features/access/pages/calls.ts'
import { usePurpose } from '#features/access/pages/purpose.tsx'
import { createStore } from '#ui/store.ts'
import { Filter } from '../model.ts'
import { calls } from './calls.ts'

/** The lists within one’s rights, under the purpose of the screen. */
export const useLists = () => {
  const purpose = usePurpose()
  return useQuery(calls.alerts.lists.queryOptions({ context: { purpose } }))
}

/** Whether the reader keeps alerts at all, and whether they do so now: under the purpose that is for it. */
export const useKeeper = (): { may: boolean; now: boolean } => {
  const purpose = usePurpose()
  const actor = useMe()?.actor
  const may = (actor?.competences.includes('alert') && actor.areas.includes('alerts')) ?? false
  return { may, now: may && purpose === 'alert-keeping' }
}

/** Whether the reader may ask about a person or thing; those who only oversee may not. */
export const useMayAsk = (): boolean => {
  const actor = useMe()?.actor
  return (
    (actor?.areas.includes('alerts') ?? false) &&
    (actor?.competences.some(each => each === 'read' || each === 'screen' || each === 'alert') ?? false)
  )
}

/**
 * What the list of alerts is narrowed by. A name that is searched for is about a person: it stands in no address, which
 * browsers keep, and is gone with the page.
 */
export const filterNow = createStore<Filter>(Filter.parse({}))

/** Shows one list’s alerts, from the page of the lists. */
export const showList = (list: string): void => filterNow.set({ ...Filter.parse({}), list })
