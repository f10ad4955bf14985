import type { Verbs } from '#kit/perform.ts'
import type { passengers } from './api.ts'
import { boardVerbs } from './board.ts'
import { carrierVerbs } from './carriers.ts'
import { decisionVerbs } from './decisions.ts'
import { deliverVerbs } from './delivering.ts'
import { forgetVerbs } from './forget.ts'
import { messageVerbs } from './messages.ts'
import { overviewVerbs } from './overview.ts'
import { oversightVerbs } from './oversight.ts'
import { peopleVerbs } from './people.ts'
import { rescreenVerbs } from './rescreening.ts'
import { summonVerbs } from './summon.ts'

/** The verbs of passengers, by what they are about. */
export const verbs: Verbs<typeof passengers> = {
  ...carrierVerbs,
  ...messageVerbs,
  ...boardVerbs,
  ...peopleVerbs,
  ...decisionVerbs,
  ...deliverVerbs,
  ...overviewVerbs,
  ...oversightVerbs,
  ...rescreenVerbs,
  ...summonVerbs,
  ...forgetVerbs,
}
