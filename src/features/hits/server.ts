import type { Verbs } from '#kit/perform.ts'
import type { hits } from './api.ts'
import { countingVerbs } from './counting.ts'
import { formVerbs } from './forms.ts'
import { heldVerbs } from './held.ts'
import { knownVerbs } from './known.ts'
import { misusedVerbs } from './misused.ts'
import { readingVerbs } from './reading.ts'
import { reportVerbs } from './reporting.ts'
import { reviewVerbs } from './reviewing.ts'
import { tendingVerbs } from './tending.ts'

/** The verbs of hits, by what they are for. */
export const verbs: Verbs<typeof hits> = {
  ...readingVerbs,
  ...reportVerbs,
  ...reviewVerbs,
  ...heldVerbs,
  ...knownVerbs,
  ...misusedVerbs,
  ...formVerbs,
  ...countingVerbs,
  ...tendingVerbs,
}
