import { type Schema, shapeOf } from './schema-fields.ts'

/** What stands in a form: typed text where one types, so that nothing a person wrote is ever changed or lost. */
export type Values = Record<string, unknown>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** The value at a path such as `route.0.country`. */
export const readAt = (values: unknown, path: string): unknown => {
  let at = values
  for (const step of path.split('.').filter(Boolean)) {
    if (Array.isArray(at)) at = at[Number(step)]
    else if (isRecord(at)) at = at[step]
    else return undefined
  }
  return at
}

/** A copy with the value at a path replaced; what lies between is made as needed. */
export const writeAt = <T>(values: T, path: string, value: unknown): T => {
  const [step, ...rest] = path.split('.').filter(Boolean)
  if (step === undefined) return value as T
  const next = rest.join('.')
  if (Array.isArray(values) || (values === undefined && /^\d+$/.test(step))) {
    const list: unknown[] = Array.isArray(values) ? [...(values as unknown[])] : []
    list[Number(step)] = writeAt(list[Number(step)], next, value)
    return list as T
  }
  const record: Record<string, unknown> = isRecord(values) ? values : {}
  return { ...record, [step]: writeAt(record[step], next, value) } as T
}

const number = (text: string): number => {
  const plain = text.replaceAll(/[\s\u00a0\u2009\u202f]/g, '').replace(',', '.')
  return /^[-+−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : Number.NaN
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.values(value).every(isEmpty))

/**
 * What is typed, made into what the schema asks for: empty text is left out (or null where only null is allowed),
 * figures become numbers, times become UTC. What cannot be read stays as typed, so that the schema names it.
 */
export const cleaned = (schema: Schema, value: unknown): unknown => {
  const shape = shapeOf(schema)
  const empty = shape.nullable ? null : undefined
  switch (shape.kind) {
    case 'group': {
      if (!shape.required && isEmpty(value)) return empty
      const record = isRecord(value) ? value : {}
      const fields = Object.entries(shape.fields).map(
        ([name, field]) => [name, cleaned(field, record[name])] as const,
      )
      const known = fields.filter(([, made]) => made !== undefined)
      const rest = Object.entries(record).filter(([name]) => !(name in shape.fields))
      return Object.fromEntries([...rest, ...known])
    }
    case 'list':
    case 'codes':
    case 'several': {
      if (value === undefined || value === null)
        return schema._zod.optin === 'optional' ? undefined : shape.nullable ? null : []
      if (!Array.isArray(value)) return value
      const { entry } = shape
      return entry ? value.map(each => cleaned(entry, each)) : value
    }
    case 'number': {
      if (typeof value !== 'string') return isEmpty(value) ? empty : value
      if (value.trim() === '') return empty
      const read = number(value)
      return Number.isNaN(read) ? value : read
    }
    case 'yes':
      return value === undefined && schema._zod.optin !== 'optional' ? false : value
    case 'datetime': {
      if (typeof value !== 'string') return isEmpty(value) ? empty : value
      const text = value.trim().replace(' ', 'T')
      if (text === '') return empty
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00Z` : text
    }
    case 'date': {
      if (isEmpty(value)) return empty
      if (!shape.asDate || typeof value !== 'string') return value
      const read = new Date(value)
      return Number.isNaN(read.getTime()) ? value : read
    }
    default:
      if (typeof value === 'string') return value.trim() === '' ? empty : value.trim()
      return isEmpty(value) ? empty : value
  }
}

/** How a value stands in the field: text as typed, times without seconds. */
export const asTyped = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : ''
}
