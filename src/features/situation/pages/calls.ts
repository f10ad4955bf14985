import { access } from '#features/access/api.ts'
import { warnings } from '#features/warnings/api.ts'
import { connect } from '#ui/call.ts'
import { situation } from '../api.ts'

/** Everything this feature's screens ask the server. */
export const calls = connect({ access, situation, warnings })
