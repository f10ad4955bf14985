import { z } from 'zod'
import { nameKinds } from '../kinds.ts'
import type { Brought, Entry } from './brought.ts'
import { birthsOf } from './csv.ts'

const text = z.string().nullish()
/** The line of an alert as the command line and other systems write it. */
const Short = z.object({
  id: z.string().nullish(),
  names: z
    .array(z.object({ kind: z.enum(nameKinds).nullish(), family: text, given: text, full: text }))
    .default([]),
  birth: text,
  nationalities: z.array(z.string()).nullish(),
  sex: z.enum(['M', 'F', 'X']).nullish(),
  documents: z
    .array(z.object({ type: text, number: z.string(), issuer: text, to: text, status: text }))
    .nullish(),
  reason: text,
  decision: text,
})
/** The line that this network exports: everything an alert says. */
const Whole = z.object({
  id: z.string().min(1).max(200),
  content: z.looseObject({ ground: z.record(z.string(), z.unknown()).default({}) }),
})

/** One JSON object a line: `{"id","names":[{"family","given"}|{"full"}],"birth","nationalities","sex","documents"}`, or our own export. */
export function readJsonLines(source: string): Brought {
  const brought: Brought = { entries: [], flaws: [], remarks: [] }
  const unknown = new Set<string>()
  for (const [i, line] of source.split('\n').entries()) {
    if (line.trim() === '') continue
    const flaw = (where: string, message: string, mend: string | null = null) =>
      brought.flaws.push({ line: i + 1, where, message, mend })
    const value = parsed(line)
    if (value === undefined) {
      flaw('', 'The line is not JSON.', 'Write one object a line, with double quotation marks.')
      continue
    }
    const whole = Whole.safeParse(value)
    if (whole.success) {
      const { ground, ...content } = whole.data.content
      brought.entries.push({
        line: i + 1,
        where: whole.data.id,
        sourceId: whole.data.id,
        about: null,
        // Not checked yet: what does not fit is refused with its place.
        content: { ...content, ground },
      })
      continue
    }
    const short = Short.safeParse(value)
    if (short.success) {
      brought.entries.push(entryOf(short.data, i + 1))
      for (const field of Object.keys(value as object)) if (!(field in Short.shape)) unknown.add(field)
    } else
      for (const issue of short.error.issues)
        flaw(issue.path.map(String).join('.'), issue.message, 'See the shape of a line in the help.')
  }
  for (const field of unknown)
    brought.remarks.push(`The field “${field.slice(0, 40)}” is not known and was left out.`)
  return brought
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

function entryOf(row: z.infer<typeof Short>, line: number): Entry {
  const names = row.names.map((name, i) => ({
    kind: name.kind ?? (i === 0 ? ('primary' as const) : ('alias' as const)),
    family: name.family ?? '',
    given: name.given ?? '',
    full: name.full ?? '',
  }))
  return {
    line,
    where: row.id ?? names[0]?.full ?? names[0]?.family ?? '',
    sourceId: row.id || null,
    about: null,
    content: {
      identities:
        names.length === 0
          ? []
          : birthsOf(row.birth ?? '').map((birth, at) => ({
              kind: at === 0 ? ('confirmed' as const) : ('claimed' as const),
              names,
              ...birth,
              nationalities: row.nationalities ?? [],
              sex: row.sex ?? null,
            })),
      documents: (row.documents ?? []).map(each => ({
        type: each.type || 'P',
        number: each.number,
        to: each.to || null,
        issuer: each.issuer || null,
        status: (each.status || 'held') as 'held',
      })),
      ground: {
        ...(row.reason ? { reason: row.reason } : {}),
        ...(row.decision ? { decision: row.decision } : {}),
      },
    },
  }
}
