type Told = Partial<Record<'name' | 'message' | 'code' | 'table' | 'constraint' | 'stack' | 'cause', unknown>>

/**
 * What went wrong, and where in the program, for the log: the kind of the error, its code (an SQLSTATE, a problem's), table and
 * constraint, and what caused it. Never a word of what it says: PostgreSQL quotes beside what it stumbled, a schema the answer that
 * did not fit, which may be somebody's name, and a log is read by others than the list and kept longer.
 */
export function placeOf(error: unknown): object {
  const { name, message, code, table, constraint, stack, cause } = (error ?? {}) as Told
  return {
    name,
    code,
    table,
    constraint,
    at: linesOf(stack, message),
    // Two deep: enough to find it, and no circle is followed.
    ...(cause instanceof Error && { cause: { ...placeOf(withoutCause(cause)) } }),
  }
}

/** The lines of a stack that name places. It begins with the message, which may look like one: that is left out. */
function linesOf(stack: unknown, message: unknown): string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return []
  const begins = stack.indexOf(message)
  if (begins < 0) return []
  const lines = stack.slice(begins + message.length).match(/^ {4}at .*$/gm) ?? []
  return lines.slice(0, 12).map(line => line.trim())
}

const withoutCause = ({ name, message, stack, ...more }: Error): Told => ({
  ...more,
  name,
  message,
  stack,
  cause: undefined,
})
