import type { Verbs } from '#kit/perform.ts'
import { achievedVerbs } from './achieved.ts'
import type { alerts } from './api.ts'
import { askingVerbs } from './asking.ts'
import { bringingVerbs } from './bringing-in.ts'
import { exportVerbs } from './export.ts'
import { keepingVerbs } from './keeping.ts'
import { listVerbs } from './lists.ts'
import { readingVerbs } from './reading.ts'
import { tendingVerbs } from './tending.ts'

/** The verbs of alert lists, by what they are for. */
export const verbs: Verbs<typeof alerts> = {
  ...listVerbs,
  ...readingVerbs,
  ...askingVerbs,
  ...keepingVerbs,
  ...achievedVerbs,
  ...bringingVerbs,
  ...exportVerbs,
  ...tendingVerbs,
}
