import { Purpose } from '#vocabulary/purpose.ts'
import { createStore } from './store.ts'

/** Why personal data is read in this tab, and the mandate under which that was said. */
export interface Stated {
  mandate: number
  purpose: Purpose
}

const place = 'iconet-purpose'

const kept = (): Stated | null => {
  try {
    const [mandate, said] = (sessionStorage.getItem(place) ?? '').split(' ')
    const purpose = Purpose.safeParse(said)
    return purpose.success ? { mandate: Number(mandate), purpose: purpose.data } : null
  } catch {
    return null
  }
}

/** The purpose stated in this tab; null until somebody states one. Goes with every call that needs it (`call.ts`). */
export const stated = createStore<Stated | null>(kept())

/** States a purpose for this tab until it is closed, changed or withdrawn (null). */
export const state = (next: Stated | null): void => {
  stated.set(next)
  try {
    if (next) sessionStorage.setItem(place, `${next.mandate} ${next.purpose}`)
    else sessionStorage.removeItem(place)
  } catch {
    // Where the browser keeps nothing, the purpose lasts as long as the page.
  }
}
