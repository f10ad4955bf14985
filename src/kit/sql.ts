/**
 * SQL as a value that only the `sql` tag can make. The database takes nothing else, so a raw string, and with it an
 * injection, does not compile.
 */
declare const brand: unique symbol

export type Value = string | number | boolean | null | Date | Buffer | readonly Value[] | { json: unknown }

export interface Sql {
  readonly [brand]: true
  readonly text: string
  readonly values: readonly unknown[]
}

type Part = { strings: readonly string[]; parts: readonly unknown[] }
const parts = new WeakMap<object, Part>()

/**
 * Makes a query. `${value}` becomes a parameter, `${another sql value}` is spliced in, `${{ json: x }}` is sent as jsonb.
 * Arrays are sent as PostgreSQL arrays: write `= any(${list})`, never `in`.
 */
export function sql(strings: TemplateStringsArray, ...given: readonly (Value | Sql)[]): Sql {
  return made({ strings: [...strings], parts: given })
}

/** Joins fragments, for example conditions with `and`. An empty list gives `empty`. */
export function join(fragments: readonly Sql[], between: 'and' | 'or' | ',', empty: Sql = sql``): Sql {
  const [first, ...rest] = fragments
  if (!first) return empty
  return made({ strings: ['', ...rest.map(() => ` ${between} `), ''], parts: [first, ...rest] })
}

function made(part: Part): Sql {
  const values: unknown[] = []
  const text = written(part, values)
  const query = { text, values } as unknown as Sql
  parts.set(query, part)
  return query
}

function written({ strings, parts: given }: Part, values: unknown[]): string {
  let text = strings[0] ?? ''
  given.forEach((value, i) => {
    const nested = typeof value === 'object' && value !== null ? parts.get(value) : undefined
    if (nested) text += written(nested, values)
    else text += `$${values.push(sent(value))}`
    text += strings[i + 1] ?? ''
  })
  return text
}

function sent(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'json' in value) return JSON.stringify(value.json)
  return value
}
