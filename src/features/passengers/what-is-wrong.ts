import type { z } from 'zod'

type Issue = z.core.$ZodIssue
/** An alternative that the input does not even resemble is not what somebody meant. */
interface Found {
  place: string
  message: string
  depth: number
}

/**
 * What is wrong with an input that fits none of several shapes, told by the one that it comes nearest to: place and fault, the first few.
 * Without this a carrier that forgot one field would be told no more than that its list is wrong.
 */
export function whatIsWrong(alternatives: readonly (readonly Issue[])[]): string {
  const all = nearest(alternatives, [])
  const told = all.slice(0, mostTold).map(({ place, message }) => (place ? `${place}: ${message}` : message))
  return [...told, ...(all.length > mostTold ? [`and ${all.length - mostTold} more`] : [])].join(' · ')
}

const mostTold = 10

function nearest(
  alternatives: readonly (readonly Issue[])[],
  above: readonly PropertyKey[],
): readonly Found[] {
  const each = alternatives.map(issues => issues.flatMap(issue => leaves(issue, above)))
  const depth = (found: readonly Found[]) => Math.max(0, ...found.map(({ depth: at }) => at))
  return each.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
}

function leaves(issue: Issue, above: readonly PropertyKey[]): readonly Found[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return nearest(issue.errors, path)
  return [{ place: path.map(String).join('.'), message: issue.message, depth: path.length }]
}
