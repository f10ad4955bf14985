import { forgetDrafts } from '#ui/draft-store.ts'
import { arriveAt, calls } from './calls.ts'

/** Ends the session and leaves nothing of it on this device. */
export async function signOut(): Promise<void> {
  await calls.access.signOut.call()
  await forgetDrafts().catch(() => undefined)
  arriveAt('/sign-in')
}
