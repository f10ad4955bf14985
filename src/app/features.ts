import { access } from '#features/access/api.ts'
import { verbs as accessVerbs } from '#features/access/server.ts'
import { alerts } from '#features/alerts/api.ts'
import { verbs as alertsVerbs } from '#features/alerts/server.ts'
import { directory } from '#features/directory/api.ts'
import { verbs as directoryVerbs } from '#features/directory/server.ts'
import { evaluation } from '#features/evaluation/api.ts'
import { verbs as evaluationVerbs } from '#features/evaluation/server.ts'
import { hits } from '#features/hits/api.ts'
import { verbs as hitsVerbs } from '#features/hits/server.ts'
import { passengers } from '#features/passengers/api.ts'
import { verbs as passengersVerbs } from '#features/passengers/server.ts'
import { record } from '#features/record/api.ts'
import { verbs as recordVerbs } from '#features/record/server.ts'
import { situation } from '#features/situation/api.ts'
import { verbs as situationVerbs } from '#features/situation/server.ts'
import { warnings } from '#features/warnings/api.ts'
import { verbs as warningsVerbs } from '#features/warnings/server.ts'
import { performed } from '#kit/perform.ts'

/** The features in their order. A folder imports only from those above it; each has its .sql files applied in this order. */
export const features = [
  'directory',
  'access',
  'record',
  'warnings',
  'situation',
  'alerts',
  'hits',
  'passengers',
  'evaluation',
] as const

/** The whole contract: what `docs/api.json`, `docs/permissions.md` and the tests of permissions are made from. */
export const contract = {
  directory,
  access,
  record,
  warnings,
  situation,
  alerts,
  hits,
  passengers,
  evaluation,
}

/** Every operation, each behind the one way of `perform`. */
export const router = {
  directory: performed(directory, directoryVerbs),
  access: performed(access, accessVerbs),
  record: performed(record, recordVerbs),
  warnings: performed(warnings, warningsVerbs),
  situation: performed(situation, situationVerbs),
  alerts: performed(alerts, alertsVerbs),
  hits: performed(hits, hitsVerbs),
  passengers: performed(passengers, passengersVerbs),
  evaluation: performed(evaluation, evaluationVerbs),
}
