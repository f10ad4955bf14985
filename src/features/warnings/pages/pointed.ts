import type { Range } from '#ui/grow-text.tsx'
import { readAt, type Values } from '#ui/form-values.ts'
import type { FormIssue } from '#ui/issue-text.ts'
import { findingSentence } from '#core/personal-data/finding.ts'
import type { Fault } from '../model.ts'
import type { WarningText } from './words.ts'

/** The words of a field that a check points at. */
export type Pointed = (path: string) => readonly Range[]

/** The place in the form that a fault of the server's check names. */
export const placeOf = (fault: Pick<Fault, 'path'>): string => fault.path.slice(1).join('.')

/**
 * Ranges as they stand in the typed text. The server checks the text without the blanks around it, so what was found there
 * stands that much further on.
 */
export const rangesIn = (values: Values, faults: readonly Fault[]): Pointed => {
  return path =>
    faults.flatMap(fault => {
      if (!fault.range || placeOf(fault) !== path) return []
      const typed = readAt(values, path)
      const shift = typeof typed === 'string' ? typed.length - typed.trimStart().length : 0
      return [[fault.range[0] + shift, fault.range[1] + shift] as const]
    })
}

const kinds = new Map(Object.entries(findingSentence).map(([kind, sentence]) => [sentence, kind]))

/** What a finding of personal data says, in the reader's language. */
export const findingText = (fault: Pick<Fault, 'message'>, t: WarningText): string =>
  t.or(`finding.${kinds.get(fault.message) ?? ''}`, fault.message)

/** A fault as a problem of the form, in the reader's words where there are some. */
export const issueOf = (
  fault: Fault,
  say: (fault: Fault) => { message: string; mend?: string },
): FormIssue => ({
  path: fault.path.slice(1),
  ...say(fault),
})
