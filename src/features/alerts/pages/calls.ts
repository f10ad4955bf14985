import { directory } from '#features/directory/api.ts'
import { connect } from '#ui/call.ts'
import { alerts } from '../api.ts'

/** What these screens ask of the server. Whatever is about a person goes with the purpose stated in this tab. */
export const calls = connect({ alerts, directory })
