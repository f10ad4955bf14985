import { useSyncExternalStore } from 'react'

/** A value that screens watch. `set` takes the next value or a function of the present one. */
export interface Store<T> {
  get: () => T
  set: (next: T | ((present: T) => T)) => void
  watch: (listener: () => void) => () => void
}

/** Makes a store; listeners are told only when the value really changed. */
export const createStore = <T>(initial: T): Store<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const made = typeof next === 'function' ? (next as (present: T) => T)(value) : next
      if (Object.is(made, value)) return
      value = made
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store's value, kept up to date. */
export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get, store.get)
