import { screens as access } from '#features/access/screens.ts'
import { screens as alerts } from '#features/alerts/screens.ts'
import { screens as directory } from '#features/directory/screens.ts'
import { screens as hits } from '#features/hits/screens.ts'
import { screens as passengers } from '#features/passengers/screens.ts'
import { screens as record } from '#features/record/screens.ts'
import { screens as situation } from '#features/situation/screens.ts'
import { screens as warnings } from '#features/warnings/screens.ts'
import type { Screen } from '#ui/screen.ts'
import type { Actor } from '#vocabulary/actor.ts'

/** Every screen of the features, in the order of the features. */
export const screens: readonly Screen[] = [
  ...directory,
  ...access,
  ...record,
  ...warnings,
  ...situation,
  ...alerts,
  ...hits,
  ...passengers,
]

/** Whether the mandate covers the screen. What it does not cover is absent: from the navigation and from the addresses. */
export const covers = ({ may, area, overseen }: Screen, actor: Actor): boolean =>
  (!may || may.some(competence => actor.competences.includes(competence))) &&
  (!area ||
    actor.areas.includes(area) ||
    (overseen === true && (actor.competences.includes('supervise') || actor.competences.includes('protect'))))
