import { answeringWarnings } from './api-answering.ts'
import { filesWarnings } from './api-files.ts'
import { ownWarnings } from './api-own.ts'
import { readingWarnings } from './api-reading.ts'
import { tellingWarnings } from './api-telling.ts'
import { writingWarnings } from './api-writing.ts'

/** The contract of the feature, by subject. */
export const warnings = {
  ...readingWarnings,
  ...writingWarnings,
  ...answeringWarnings,
  ...filesWarnings,
  ...ownWarnings,
  ...tellingWarnings,
}
