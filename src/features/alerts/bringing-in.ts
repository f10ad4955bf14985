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
import { changing, ending, mostTold, overruled, rejected, type Standing } from './import-told.ts'
import { changeTo, enterAll, remember } from './keeping.ts'
import { kindRules } from './kinds.ts'
import { firstSaid, merged } from './merging.ts'
import { actorOf, alertColumns, AlertRow, contentsOf, type ListRow, ownList } from './rows.ts'
import { keepSaid, saidOf, spokenOf } from './source.ts'
import { changedFields, completed } from './writing.ts'

/** Written at a time. */
const batch = 1000

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

/** What a list and people together make that no alert can hold. */
const faultsTogether = (
  content: AlertContent,
  list: ListRow,
  today: string,
): Pick<Issue, 'message' | 'mend'>[] =>
  AlertContent.safeParse(content).success
    ? faultsOf(content, list, today)
    : [
        {
          message: 'Together with what was written by hand this is more than an alert can hold.',
          mend: 'Take out of the alert what is needed no longer, then bring the file in again.',
        },
      ]

export const bringingVerbs = {
  async import(doing, { list: id, file, alt, format: named, dry, withoutRejected, withdrawMissing, reason }) {
    const { tx, ground } = doing
    const list = await ownList(doing, id)
    tx.note('alert-list', [id], list.marking)
    const text = (await textOf(file)).replace(/^\uFEFF/, '')
    const format = named ?? formatOf(text)
    const brought = readers[format](text, alt ? await textOf(alt) : '')
    const { ready, flaws, skipped } = checked(doing, list, brought, reason)
    const nameless = brought.entries.some(each => each.sourceId === null)
    const before = await standing(
      doing,
      list,
      ready.map(each => each.sourceId),
    )
    const rows = [...new Set(before.values())]
    const contents = await contentsOf(tx, rows)
    const said = await saidOf(
      tx,
      rows.map(row => row.id),
    )
    const today = ground.clock().toISOString().slice(0, 10)
    const fresh: Ready[] = []
    const stood: Standing[] = []
    for (const each of ready) {
      const row = before.get(each.sourceId)
      const was = row && contents.get(row.id)
      if (!row || !was) {
        fresh.push(each)
        continue
      }
      const whole = merged(said.get(row.id) ?? null, was, spokenOf(each.entry, each.content, list))
      const differs = changedFields(was, whole.content)
      const faults = differs.length > 0 ? faultsTogether(whole.content, list, today) : []
      for (const { message, mend = null } of faults)
        flaws.push({ line: each.entry.line, where: each.entry.where, message, mend })
      if (faults.length === 0) stood.push({ ...whole, row, before: was, differs })
    }
    if (flaws.length > 0 && !dry && !withoutRejected) throw rejected(flaws)
    if (ready.length === 0 && withdrawMissing && !dry)
      throw new Problem(
        'invalid-input',
        'The file holds nothing for this list. Withdrawing all of it for that is refused.',
      )
    const changed = stood.filter(each => each.differs.length > 0)
    const kept = stood.filter(each => Object.keys(each.stays).length > 0)
    // What the file names stays, also where its line is wrong this time.
    const mentioned = new Set([
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
          ).filter(row => !mentioned.has(row.sourceId ?? '') && !mentioned.has(row.reference))
        : []
    if (dry) brought.remarks.unshift(...(await ending(tx, gone)), ...changing(stood))
    brought.remarks.unshift(...overruled(stood))
    if (!dry) {
      const said = stood.map(each => ({ alert: each.row.id, said: each.said }))
      for (let i = 0; i < fresh.length; i += batch) {
        const some = fresh.slice(i, i + batch)
        const entered = await enterAll(
          doing,
          list,
          some.map(each => ({ content: completed(each.content, list), sourceId: each.sourceId })),
        )
        for (const [at, each] of some.entries())
          said.push({
            alert: entered[at]?.id ?? '',
            said: firstSaid(spokenOf(each.entry, each.content, list)),
          })
      }
      await keepSaid(tx, said)
      for (const each of changed) await changeTo(doing, each.row, each.before, each.content)
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
      unchanged: stood.length - changed.length,
      kept: kept.length,
      withdrawn: gone.length,
      skipped,
      rejected: new Set(flaws.map(each => each.line)).size,
      problems: flaws.slice(0, mostTold),
      remarks: brought.remarks.slice(0, mostTold),
    }
  },
} satisfies Partial<Verbs<typeof alerts>>
