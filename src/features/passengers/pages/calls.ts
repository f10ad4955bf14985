import { connect } from '#ui/call.ts'
import { passengers } from '../api.ts'

/** Everything these screens ask the server. */
export const calls = connect({ passengers })
