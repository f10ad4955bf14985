import { ORPCError } from '@orpc/contract'

/** Every problem this network answers with: a stable code, an HTTP status and a plain title (RFC 9457). */
export const problems = {
  'invalid-input': [400, 'Something in the input is missing or wrong'],
  'sign-in-needed': [401, 'Sign in first'],
  'terms-needed': [403, 'Accept the terms of use first'],
  'not-competent': [403, 'Your mandate does not cover this'],
  'purpose-needed': [403, 'A purpose must be stated'],
  'purpose-not-covered': [403, 'Your mandate does not cover this purpose'],
  'foreign-origin': [403, 'The request came from another site'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'It has changed in the meantime'],
  'stopped-personal-data': [422, 'The text contains personal data'],
  'too-large': [413, 'Too large'],
  'wrong-content-type': [415, 'Wrong content type'],
  'too-many-requests': [429, 'Too many requests'],
  unexpected: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available at the moment'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

/** One fault in what was sent: where it is, what is wrong, how to mend it. */
export interface Issue {
  path: readonly (string | number)[]
  message: string
  mend?: string | undefined
  /** Character range in a text field, for words to point at. */
  range?: readonly [number, number] | undefined
}

/** An answer that is not the one hoped for. `message` is a plain sentence for the reader. */
export class Problem extends ORPCError<ProblemCode, { issues: readonly Issue[]; correlation?: string }> {
  constructor(code: ProblemCode, message?: string, issues: readonly Issue[] = []) {
    const [status, title] = problems[code]
    super(code, { status, message: message ?? `${title}.`, data: { issues } })
  }
}

export const notFound = (what: string): Problem =>
  new Problem('not-found', `There is no such ${what}, or it is not shared with you.`)

/** The body of `application/problem+json`. */
export function problemBody(problem: Problem, correlation = problem.data.correlation) {
  return {
    type: `/problems/${problem.code}`,
    title: problems[problem.code][1],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    issues: problem.data.issues,
    instance: correlation,
  }
}
