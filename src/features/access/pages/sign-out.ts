import { forgetDrafts } from '#ui/draft-store.ts'
import { state } from '#ui/purpose.ts'
import { arriveAt, calls } from './calls.ts'

/** Ends the session and leaves nothing of it on this device. */
export async function signOut(): Promise<void> {
  await calls.access.signOut.call()
  state(null)
  await forgetDrafts().catch(() => undefined)
  arriveAt('/sign-in')
}
