import type { Purpose } from '#vocabulary/purpose.ts'

/**
 * Saves a file that is about persons: a plain link could not say the purpose.
 * @throws when the server refuses or the line is down.
 */
export async function takeFile(address: string, name: string, purpose: Purpose): Promise<void> {
  const answer = await fetch(address, { headers: { 'iconet-purpose': purpose } })
  if (!answer.ok) throw new Error(answer.statusText)
  const here = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = here
  link.download = name
  link.dataset.native = ''
  link.click()
  setTimeout(() => URL.revokeObjectURL(here), 60_000)
}
