import { Problem } from './problem.ts'

/**
 * Holds an operation to the item that its address names. What a body or a query says is laid over what the address says, so that
 * without this an item could be reached under the address of another one.
 * @param pattern the route, for example `/warnings/{id}`.
 * @param pathname the address that was asked for, without prefix and query.
 * @param input what would reach the operation.
 * @throws Problem `invalid-input` when a name in the address has another value in the input.
 */
export function holdToAddress(pattern: string, pathname: string, input: unknown): void {
  if (typeof input !== 'object' || input === null) return
  const asked = pathname.replace(/^\/|\/$/g, '').split('/')
  const issues = pattern
    .replace(/^\//, '')
    .split('/')
    .flatMap((part, at) => {
      const name = /^\{\+?(.+)\}$/.exec(part)?.[1]
      if (name === undefined) return []
      const given: unknown = (input as Record<string, unknown>)[name]
      const same =
        (typeof given === 'string' || typeof given === 'number') && String(given) === plain(asked[at])
      return same
        ? []
        : [{ path: [name], message: 'The address names another one.', mend: 'Leave it out of the body.' }]
    })
  if (issues.length)
    throw new Problem(
      'invalid-input',
      'The address names one item and what was sent with it another.',
      issues,
    )
}

function plain(part = ''): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
