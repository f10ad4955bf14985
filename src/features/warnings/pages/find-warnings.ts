import type { SearchProvider } from '#ui/palette.tsx'
import { calls } from './calls.ts'

/** Warnings whose number or words begin with what is typed, for the command palette. */
export const findWarnings: SearchProvider = async (words, signal) => {
  const found = await calls.warnings.suggest.call({ text: words }, { signal })
  return found.map(({ id, number, title, marking }) => ({
    id,
    label: title,
    ...(number && { hint: number }),
    marking,
    href: `/warnings/${id}`,
  }))
}
