import { kindRules, type Subject } from '../kinds.ts'
import type { Match, Question } from '../match.ts'

/**
 * What an officer who asked this asks about next: a person where one was named; else what the alerts found are about; else a vehicle or
 * vessel, or a document.
 */
export const nextSubject = (
  { person, object }: Pick<Question, 'person' | 'object'>,
  found: readonly { alert: Pick<Match['alert'], 'kind'> }[],
): Subject | 'thing' => {
  if (person) return 'person'
  const subjects = new Set(found.map(({ alert }) => kindRules[alert.kind].subject))
  const [only] = subjects
  if (object !== '') return subjects.size === 1 && (only === 'vehicle' || only === 'vessel') ? only : 'thing'
  return 'document'
}
