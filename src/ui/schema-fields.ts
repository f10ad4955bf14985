import type { z } from 'zod'

/** What a form must know of a zod 4 schema to draw a field for it. Reads `def`, which zod keeps stable for libraries. */
export type Schema = z.core.$ZodType
export type FieldKind =
  | 'text'
  | 'long'
  | 'email'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime'
  | 'yes'
  | 'one'
  | 'several'
  | 'codes'
  | 'group'
  | 'list'

export interface FieldShape {
  kind: FieldKind
  required: boolean
  /** One of the values always stands in it: the schema gives it one where none is chosen. */
  filled: boolean
  /** May be null where it may not be left out: an empty field then means null. */
  nullable: boolean
  title: string
  description: string
  /** Smallest and largest number, or fewest and most characters or entries. */
  least?: number
  most?: number
  whole: boolean
  /** For `one` and `several`: the values of the enum. */
  values: string[]
  /** For `group`: its fields. */
  fields: Record<string, Schema>
  /** For `several`, `codes` and `list`: the schema of one entry. */
  entry?: Schema
  /** A `z.date()`: what is typed becomes a Date. */
  asDate: boolean
}

interface Def {
  type: string
  format?: string
  innerType?: Schema
  defaultValue?: unknown
  in?: Schema
  out?: Schema
  getter?: () => Schema
  element?: Schema
  entries?: Record<string, string | number>
  values?: unknown[]
  options?: Schema[]
  shape?: Record<string, Schema>
  checks?: {
    _zod: { def: { check: string; format?: string; minimum?: number; maximum?: number; value?: number } }
  }[]
}
const defOf = (schema: Schema): Def => schema._zod.def
const metaOf = (schema: Schema): { title?: string; description?: string; long?: boolean } =>
  (schema as { meta?: () => { title?: string; description?: string } | undefined }).meta?.() ?? {}

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'nonoptional', 'readonly', 'catch'])

/** The schema inside optional, nullable, default, pipe and the like. */
export const innerSchema = (schema: Schema): Schema => {
  const def = defOf(schema)
  if (wrappers.has(def.type) && def.innerType) return innerSchema(def.innerType)
  if (def.type === 'lazy' && def.getter) return innerSchema(def.getter())
  if (def.type === 'pipe' && def.in && def.out)
    return innerSchema(defOf(def.in).type === 'transform' ? def.out : def.in)
  return schema
}

const longFrom = 160

const kindOf = (schema: Schema, most: number | undefined, long: boolean): FieldKind => {
  const def = defOf(schema)
  const format = def.format ?? def.checks?.find(check => check._zod.def.format)?._zod.def.format
  switch (def.type) {
    case 'number':
    case 'int':
    case 'bigint':
      return 'number'
    case 'boolean':
      return 'yes'
    case 'date':
      return 'date'
    case 'enum':
    case 'literal':
      return 'one'
    case 'array': {
      const entry = def.element ? innerSchema(def.element) : undefined
      if (entry && defOf(entry).type === 'enum') return 'several'
      return entry && defOf(entry).type === 'object' ? 'list' : 'codes'
    }
    case 'object':
      return 'group'
    default:
      if (format === 'date') return 'date'
      if (format === 'datetime') return 'datetime'
      if (format === 'email' || format === 'url') return format
      return long || (most ?? 0) > longFrom ? 'long' : 'text'
  }
}

/** Everything a field needs, from its schema. Title and description of outer layers win over inner ones. */
export const shapeOf = (schema: Schema): FieldShape => {
  let required = true
  let nullable = false
  let filled = false
  let title = ''
  let description = ''
  let long = false
  for (let layer: Schema | undefined = schema; layer; ) {
    const def = defOf(layer)
    const meta = metaOf(layer)
    title ||= meta.title ?? ''
    description ||= meta.description ?? ''
    long ||= meta.long ?? false
    if (['optional', 'nullable', 'default', 'prefault', 'catch'].includes(def.type)) required = false
    if (def.type === 'nullable') nullable = true
    if (def.type === 'default' && typeof def.defaultValue === 'string' && def.defaultValue !== '')
      filled = true
    if (def.type === 'optional' || def.type === 'default') nullable = false
    layer = def.innerType ?? (def.type === 'lazy' ? def.getter?.() : undefined)
  }
  const inner = innerSchema(schema)
  const def = defOf(inner)
  const limit: { least?: number; most?: number } = {}
  for (const check of def.checks ?? []) {
    const { check: name, minimum, maximum, value } = check._zod.def
    if (name === 'greater_than' && value !== undefined) limit.least = value
    if (name === 'less_than' && value !== undefined) limit.most = value
    if (minimum !== undefined) limit.least = minimum
    if (maximum !== undefined) limit.most = maximum
  }
  const kind = kindOf(inner, limit.most, long)
  const enumerated = kind === 'several' && def.element ? defOf(innerSchema(def.element)) : def
  return {
    kind,
    required: required && kind !== 'yes' && !(['several', 'codes', 'list'].includes(kind) && !limit.least),
    nullable,
    filled,
    title: title || metaOf(inner).title || '',
    description: description || metaOf(inner).description || '',
    ...limit,
    whole: ['safeint', 'int32', 'uint32'].includes(def.format ?? ''),
    values: enumerated.entries
      ? Object.values(enumerated.entries).map(String)
      : (enumerated.values ?? []).map(String),
    fields: def.shape ?? {},
    ...(def.element && { entry: def.element }),
    asDate: def.type === 'date',
  }
}

/** The schema at a path such as `route.0.country`; undefined where the schema has no such place. */
export const schemaAt = (schema: Schema, path: string): Schema | undefined => {
  let at: Schema | undefined = schema
  for (const step of path.split('.').filter(Boolean)) {
    if (!at) return undefined
    const def: Def = defOf(innerSchema(at))
    at = def.type === 'array' ? def.element : def.shape?.[step]
  }
  return at
}
