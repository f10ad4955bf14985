import { useEffect } from 'react'
import type { FormApi } from '#ui/form.tsx'
import type { Values } from '#ui/form-values.ts'

// In the page's memory, and gone with it. Never on the device: it is about people.
const kept = new Map<string, Values>()

/** What was half written under this name before one looked elsewhere in the app; undefined where nothing was. */
export const halfWritten = (name: string): Values | undefined => kept.get(name)

/** It was sent: nothing of it is kept. */
export const sent = (name: string): void => void kept.delete(name)

/**
 * Keeps what is typed while one looks elsewhere in the app, so that a key pressed by mistake loses nothing.
 * @param how.ask the browser asks before the whole page is closed or loaded again.
 */
export function useHalfWritten(
  { values }: Pick<FormApi, 'values'>,
  name: string,
  { ask = false }: { ask?: boolean } = {},
): void {
  useEffect(() => values.watch(() => void kept.set(name, values.get())), [values, name])
  useEffect(() => {
    const asked = (event: BeforeUnloadEvent) => {
      if (ask && kept.has(name)) event.preventDefault()
    }
    addEventListener('beforeunload', asked)
    return () => removeEventListener('beforeunload', asked)
  }, [name, ask])
}
