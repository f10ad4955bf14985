import type { z } from 'zod'
import { readAt } from './form-values.ts'
import type { Text, TextSet, uiTexts } from './i18n.ts'
import { sayInLanguage } from './said.ts'
import { type Schema, schemaAt, shapeOf } from './schema-fields.ts'

/** One thing to mend: where, what is wrong, how to mend it, which words. */
export interface FormIssue {
  path: readonly PropertyKey[]
  message: string
  mend?: string | undefined
  range?: readonly [number, number] | undefined
}

type UiText = Text<typeof uiTexts extends TextSet<infer E> ? E : never>

export const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** A sentence in the reader's language for what zod found: what to do, with an example where one helps. */
export const issueText = (issue: z.core.$ZodIssue, root: Schema, values: unknown, t: UiText): string => {
  const path = pathText(issue.path)
  const schema = schemaAt(root, path)
  const shape = schema ? shapeOf(schema) : undefined
  const typed = readAt(values, path)
  const missing =
    typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && !typed.length)
  // A schema that speaks for itself says the same here as when the server says it.
  if (issue.code === 'custom') return sayInLanguage(issue.message)
  if (missing && issue.code !== 'too_small') {
    if (shape?.kind === 'one') return t('problem.choose')
    return t(
      shape?.kind === 'several' || shape?.kind === 'codes' ? 'problem.choose-some' : 'problem.required',
    )
  }
  switch (issue.code) {
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'string')
        return missing ? t('problem.required') : t('problem.short', { count: least })
      if (issue.origin === 'array')
        return shape?.kind === 'several' && least === 1
          ? t('problem.choose-some')
          : t('problem.few', { count: least })
      return t(issue.inclusive === false ? 'problem.above' : 'problem.min', { least })
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string')
        return t('problem.long', { count: Math.max(1, String(typed).length - most), most })
      if (issue.origin === 'array') return t('problem.many', { most })
      return t(issue.inclusive === false ? 'problem.below' : 'problem.max', { most })
    }
    case 'invalid_type':
      if (shape?.kind === 'number') return t(shape.whole ? 'problem.whole' : 'problem.number')
      if (shape?.kind === 'date') return t('problem.date')
      return t('problem.unknown')
    case 'not_multiple_of':
      return t('problem.whole')
    case 'invalid_format': {
      // A schema that speaks for itself is heard; zod's own English is not shown.
      if (!issue.message.startsWith('Invalid ')) return sayInLanguage(issue.message)
      const known = {
        date: 'problem.date',
        datetime: 'problem.datetime',
        email: 'problem.email',
        url: 'problem.url',
      } as const
      return t(known[issue.format as keyof typeof known] ?? 'problem.format')
    }
    case 'invalid_value':
      return t(shape?.kind === 'one' ? 'problem.choose' : 'problem.value')
    default:
      return issue.message.startsWith('Invalid') ? t('problem.unknown') : sayInLanguage(issue.message)
  }
}

/** What a failed call says, whatever threw it: our problems, a lost line, or a fault with its number. */
export interface Fault {
  code: string
  message: string
  issues: readonly FormIssue[]
  correlation: string | undefined
  offline: boolean
}
const inLanguage = (issue: FormIssue): FormIssue => ({
  ...issue,
  message: sayInLanguage(issue.message),
  ...(issue.mend !== undefined && { mend: sayInLanguage(issue.mend) }),
})
export const faultOf = (error: unknown): Fault => {
  const it = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown
    message?: unknown
    issues?: unknown
    data?: { issues?: unknown; correlation?: unknown }
  }
  const issues = it.data?.issues ?? it.issues
  const online = typeof navigator === 'undefined' || navigator.onLine
  const known = typeof it.code === 'string' && /^[a-z]+(-[a-z]+)*$/.test(it.code)
  return {
    code: known ? (it.code as string) : 'unexpected',
    message: known && typeof it.message === 'string' ? sayInLanguage(it.message, it.code as string) : '',
    issues: Array.isArray(issues) ? (issues as FormIssue[]).map(inLanguage) : [],
    correlation: typeof it.data?.correlation === 'string' ? it.data.correlation : undefined,
    // fetch answers a lost line with a TypeError and nothing else.
    offline: !known && (!online || error instanceof TypeError),
  }
}
