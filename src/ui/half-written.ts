import { useEffect } from 'react'
import type { Values } from './form-values.ts'
import type { Store } from './store.ts'

// In the page's memory, and gone with it. Never on the device: it may be about people.
const kept = new Map<string, Values>()

/** What was half written under this name before one looked elsewhere in the app; undefined where nothing was. */
export const halfWritten = (name: string | undefined): Values | undefined =>
  name === undefined ? undefined : kept.get(name)

/** What is half written from now on under this name; for what is typed outside a form. */
export const keep = (name: string, values: Values): void => void kept.set(name, values)

/** It was sent: nothing of it is kept. */
export const sent = (name: string): void => void kept.delete(name)

/**
 * Keeps what is typed while one looks elsewhere in the app or signs in again, so that a key pressed by mistake loses nothing.
 * @param ask the browser asks before the whole page is closed or loaded again.
 */
export function useHalfWritten(values: Store<Values>, name: string | undefined, ask = false): void {
  useEffect(() => {
    if (name !== undefined) return values.watch(() => keep(name, values.get()))
  }, [values, name])
  useEffect(() => {
    if (!ask || name === undefined) return
    const asked = (event: BeforeUnloadEvent) => {
      if (kept.has(name)) event.preventDefault()
    }
    addEventListener('beforeunload', asked)
    return () => removeEventListener('beforeunload', asked)
  }, [name, ask])
}
