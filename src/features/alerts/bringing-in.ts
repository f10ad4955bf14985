import { createHash } from 'node:crypto'
import type { Doing, Verbs } from '#kit/perform.ts'
import { type Issue, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { alerts } from './api.ts'
import { faultsOf } from './check.ts'
import { AlertContent } from './content.ts'
import { type Brought, type Entry, type Flaw, type Format, formatOf } from './formats/brought.ts'
import { readCsv } from './formats/csv.ts'
import { readJsonLines } from './formats/json-lines.ts'
import { readOfacCsv, readOfacXml } from './formats/ofac.ts'
import { readUnXml } from './formats/un.ts'
import { changeTo, enterAll, remember } from './keeping.ts'
import { kindRules } from './kinds.ts'
import { actorOf, alertColumns, AlertRow, contentsOf, higher, type ListRow, ownList } from './rows.ts'
import { changedFields, completed } from './writing.ts'

/** Written at a time. */
const batch = 1000
/** What an answer can carry. */
const mostTold = 500

/** An entry that may be written. */
interface Ready {
  entry: Entry
  sourceId: string
  content: AlertContent
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Problem('invalid-input', 'The file is not UTF-8 text. Save it as UTF-8 and send it again.', [
      { path: ['file'], message: 'Not UTF-8.' },
    ])
  }
}

const readers: Readonly<Record<Format, (text: string, alt: string) => Brought>> = {
  'json-lines': readJsonLines,
  csv: readCsv,
  'ofac-sdn-csv': readOfacCsv,
  'ofac-sdn-xml': readOfacXml,
  'un-xml': readUnXml,
}

/** Without an id in the source an entry is known by what it says. */
const derivedId = (content: AlertContent): string =>
  `sha-${createHash('sha256')
    .update(JSON.stringify([content.identities, content.documents, content.objects]))
    .digest('hex')
    .slice(0, 24)}`

/** Whether an entry is about what this kind of list holds. */
const ofKind = ({ about }: Entry, { kind }: ListRow): boolean =>
  about === null || about === kindRules[kind].subject

/** Parts the entries of the list's kind into those that may be written and what is wrong with the others. */
function checked(
  doing: Doing,
  list: ListRow,
  brought: Brought,
  reason: string,
): { ready: Ready[]; flaws: Flaw[]; skipped: number } {
  const today = doing.ground.clock().toISOString().slice(0, 10)
  const clearance = markingLevel(actorOf(doing).clearance)
  const flaws = [...brought.flaws]
  const ready: Ready[] = []
  const seen = new Map<string, number>()
  let skipped = 0
  for (const entry of brought.entries) {
    if (!ofKind(entry, list)) {
      skipped++
      continue
    }
    const flaw = (where: string, message: string, mend: string | null = null) =>
      flaws.push({
        line: entry.line,
        where: [entry.where, where].filter(Boolean).join(': ').slice(0, 200),
        message,
        mend,
      })
    const ground = {
      ...entry.content.ground,
      reason: entry.content.ground.reason || reason || 'Brought in from a file.',
    }
    const parsed = AlertContent.safeParse({ ...entry.content, ground })
    if (!parsed.success) {
      for (const issue of parsed.error.issues) flaw(issue.path.map(String).join('.'), issue.message)
      continue
    }
    const faults = faultsOf(parsed.data, list, today)
    for (const { path, message, mend } of faults) flaw(path.slice(1).join('.'), message, mend ?? null)
    if (markingLevel(parsed.data.marking ?? 'PUBLIC') > clearance) flaw('marking', 'Above your clearance.')
    else if (faults.length === 0) {
      const sourceId = entry.sourceId ?? derivedId(parsed.data)
      const before = seen.get(sourceId)
      if (before !== undefined)
        flaw('id', `The same entry stands on line ${before} already.`, 'Keep one of the two.')
      else ready.push({ entry, sourceId, content: parsed.data })
      seen.set(sourceId, before ?? entry.line)
    }
  }
  return { ready, flaws, skipped }
}

/** The alerts of the list that the file may be about: by their id in the source, or by our own reference. */
async function standing(
  { tx }: Doing,
  list: ListRow,
  ids: readonly string[],
): Promise<Map<string, AlertRow>> {
  const rows = await tx.rows(
    AlertRow,
    sql`
      select ${alertColumns} from person.alert
      where list = ${list.id} and (source_id = any(${ids}) or reference = any(${ids})) for update`,
  )
  return new Map(
    rows.flatMap(row => [
      [row.reference, row] as const,
      ...(row.sourceId ? [[row.sourceId, row] as const] : []),
    ]),
  )
}

/**
 * The identities of the file, and those of victims that the owner has entered where they stood: no list knows them, and what tells a
 * victim apart is kept by their number.
 */
function withVictims(
  brought: readonly AlertContent['identities'][number][],
  before: readonly AlertContent['identities'][number][],
): AlertContent['identities'] {
  if (brought.some(each => each.kind === 'misused')) return [...brought]
  const all = [...brought]
  for (const [at, each] of before.entries()) if (each.kind === 'misused') all.splice(at, 0, each)
  return all
}

/** What the file says of an alert that stands; what the file does not speak of stays as its owner wrote it. */
const merged = ({ content, entry }: Ready, before: AlertContent, list: ListRow): AlertContent => {
  const given = entry.content
  const whole = completed(content, list)
  return {
    ...whole,
    identities: withVictims(whole.identities, before.identities),
    action: given.action === undefined || given.action === null ? before.action : whole.action,
    legalBasis: given.legalBasis ? whole.legalBasis : before.legalBasis,
    flags: given.flags === undefined || given.flags.length === 0 ? before.flags : whole.flags,
    marking: given.marking ? whole.marking : higher(before.marking ?? list.marking, list.marking),
    particulars: given.particulars === undefined ? before.particulars : whole.particulars,
    endsOn: given.endsOn === undefined ? before.endsOn : whole.endsOn,
    ground: {
      reason: given.ground.reason ? whole.ground.reason : before.ground.reason,
      decision: whole.ground.decision || before.ground.decision,
      evidence: whole.ground.evidence || before.ground.evidence,
      offence: whole.ground.offence || before.ground.offence,
      note: whole.ground.note || before.ground.note,
    },
  }
}

export const bringingVerbs = {
  async import(doing, { list: id, file, alt, format: named, dry, withoutRejected, withdrawMissing, reason }) {
    const { tx } = doing
    const list = await ownList(doing, id)
    tx.note('alert-list', [id], list.marking)
    const text = (await textOf(file)).replace(/^\uFEFF/, '')
    const format = named ?? formatOf(text)
    const brought = readers[format](text, alt ? await textOf(alt) : '')
    const { ready, flaws, skipped } = checked(doing, list, brought, reason)
    const nameless = brought.entries.some(each => each.sourceId === null)
    if (flaws.length > 0 && !dry && !withoutRejected) throw rejected(flaws)
    if (ready.length === 0 && withdrawMissing && !dry)
      throw new Problem(
        'invalid-input',
        'The file holds nothing for this list. Withdrawing all of it for that is refused.',
      )

    const before = await standing(
      doing,
      list,
      ready.map(each => each.sourceId),
    )
    const contents = await contentsOf(tx, [...new Set(before.values())])
    const fresh: Ready[] = []
    const changed: { row: AlertRow; before: AlertContent; after: AlertContent }[] = []
    let unchanged = 0
    for (const each of ready) {
      const row = before.get(each.sourceId)
      const was = row && contents.get(row.id)
      if (!row || !was) {
        fresh.push(each)
        continue
      }
      const after = merged(each, was, list)
      if (changedFields(was, after).length === 0) unchanged++
      else changed.push({ row, before: was, after })
    }
    // What the file names stays, also where its line is wrong this time.
    const kept = new Set([
      ...ready.map(each => each.sourceId),
      ...brought.entries.flatMap(each => (ofKind(each, list) && each.sourceId) || []),
    ])
    const unread = brought.flaws.length > 0 || (nameless && flaws.length > 0)
    if (withdrawMissing && unread)
      brought.remarks.unshift(
        'Nothing was withdrawn: a line that could not be read may be about an alert that stands.',
      )
    const gone =
      withdrawMissing && !unread
        ? (
            await tx.rows(
              AlertRow,
              sql`select ${alertColumns} from person.alert where list = ${id} and source_id is not null for update`,
            )
          ).filter(row => !kept.has(row.sourceId ?? '') && !kept.has(row.reference))
        : []
    if (dry) brought.remarks.unshift(...announced(changed, gone))
    else {
      for (let i = 0; i < fresh.length; i += batch)
        await enterAll(
          doing,
          list,
          fresh
            .slice(i, i + batch)
            .map(each => ({ content: completed(each.content, list), sourceId: each.sourceId })),
        )
      for (const each of changed) await changeTo(doing, each.row, each.before, each.after)
      for (const row of gone) {
        await remember(doing, row, 'withdrawn', { reason: 'gone-from-source' })
        await tx.run(sql`delete from person.alert where id = ${row.id}`)
      }
    }
    return {
      format,
      dry,
      read: brought.entries.length,
      entered: fresh.length,
      changed: changed.length,
      unchanged,
      withdrawn: gone.length,
      skipped,
      rejected: new Set(flaws.map(each => each.line)).size,
      problems: flaws.slice(0, mostTold),
      remarks: brought.remarks.slice(0, mostTold),
    }
  },
} satisfies Partial<Verbs<typeof alerts>>

/** Told of as many at a time as somebody reads. */
const mostAnnounced = 50

/** Which alerts a file would change or end, for whoever tries it before. */
const announced = (
  changed: readonly { row: AlertRow; before: AlertContent; after: AlertContent }[],
  gone: readonly AlertRow[],
): string[] => [
  ...gone.slice(0, mostAnnounced).map(row => `${nameOfRow(row)}: not in the file; it would end.`),
  ...changed
    .slice(0, mostAnnounced)
    .map(
      ({ row, before, after }) =>
        `${nameOfRow(row)}: it would change (${changedFields(before, after).join(', ')}).`,
    ),
]
const nameOfRow = ({ reference, sourceId }: AlertRow): string =>
  sourceId === null ? reference : `${reference} (${sourceId})`

/** Every flaw by line, as far as an answer can carry; the sentence says how many there are in all. */
function rejected(flaws: readonly Flaw[]): Problem {
  const lines = new Set(flaws.map(each => each.line)).size
  const issues: Issue[] = flaws.slice(0, mostTold).map(({ line, where, message, mend }) => ({
    path: ['file', line, where],
    message: where ? `Line ${line}, ${where}: ${message}` : `Line ${line}: ${message}`,
    mend: mend ?? undefined,
  }))
  return new Problem(
    'invalid-input',
    lines === 1
      ? `${lines} entry was rejected and nothing was imported. Mend it, or import without it.`
      : `${lines} entries were rejected and nothing was imported. Mend them, or import without them.`,
    issues,
  )
}
