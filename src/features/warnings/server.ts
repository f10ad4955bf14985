import type { Verbs } from '#kit/perform.ts'
import { answeringVerbs } from './answering.ts'
import type { warnings } from './api.ts'
import { attachmentVerbs } from './attachments.ts'
import { capVerbs } from './cap.ts'
import { draftVerbs } from './draft.ts'
import { form } from './form.ts'
import { lifeVerbs } from './life.ts'
import { listVerbs } from './lists.ts'
import { noticeVerbs } from './notices.ts'
import { pdfVerbs } from './pdf.ts'
import { readingVerbs } from './reading.ts'
import { recipientVerbs } from './recipients.ts'
import { searchVerbs } from './searches.ts'
import { workVerbs } from './work.ts'

/** The verbs of a warning, by the part of its life they belong to. */
export const verbs: Verbs<typeof warnings> = {
  form: async () => ({
    version: form.version,
    groups: form.groups.map(group => ({ ...group, fields: [...group.fields] })),
  }),
  ...draftVerbs,
  ...recipientVerbs,
  ...lifeVerbs,
  ...readingVerbs,
  ...listVerbs,
  ...workVerbs,
  ...answeringVerbs,
  ...attachmentVerbs,
  ...noticeVerbs,
  ...searchVerbs,
  ...capVerbs,
  ...pdfVerbs,
}
