import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Doing } from '#kit/perform.ts'
import { type Issue, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { Imported } from './api.ts'
import { carried, readAll, sha256Of, type Table, unpacked } from './carried.ts'
import { doubtsOf } from './doubtful-points.ts'
import { readDetections } from './import-frontex.ts'
import { readIncidents } from './import-iom.ts'
import type { Detection, Incident, Source } from './model.ts'
import { type Rejection, UnreadableFile } from './read-table.ts'

export type ImportInput = {
  source: Source['code']
  file?: File | undefined
  asOf?: string | undefined
  rows?: number | undefined
  total?: number | undefined
  withoutRejected: boolean
}

const batch = 2000
const mostIssues = 200

/**
 * Brings in one edition, all or nothing: reads it row by row, compares rows and total with what is expected, and writes what is
 * new and what is gone. The same content again changes nothing. Tells the actor how far it is, on the topic `import`.
 * @throws Problem `invalid-input` naming every rejected row, `conflict` for an edition older than the newest.
 */
export async function importEdition(doing: Doing, input: ImportInput): Promise<Imported> {
  const { tx } = doing
  const { source, content } = await openEdition(input)
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`situation.import ${source.code}`}))`)
  const same = await tx.maybe(
    Same,
    sql`select as_of, rows, total, rejected, (select count(*) from stat.incident
          where ${source.code} = 'iom-missing-migrants' and doubt is not null and gone_as_of is null) as doubtful
        from stat.edition where source = ${source.code} and sha256 = ${source.sha256}`,
  )
  tx.note('edition', [`${source.code} ${source.asOf}`])
  if (same) return { source: source.code, ...same, added: 0, gone: 0, remarks: [] }
  const newest = await tx.maybe(
    z.object({ asOf: z.string() }),
    sql`select as_of from stat.edition where source = ${source.code} and as_of > ${source.asOf}::date
        order by as_of desc limit 1`,
  )
  if (newest)
    throw new Problem('conflict', `An edition as of ${newest.asOf} is there already; this one is older.`)

  const taken =
    source.code === 'iom-missing-migrants'
      ? await readIom(doing, source, content)
      : await readFrontex(doing, source, content)
  if (taken.table.rejections.length > 0 && !input.withoutRejected) throw refused(taken.table.rejections)
  const total = taken.table.rows.reduce(
    (sum, row) => sum + ('persons' in row ? row.persons : row.detections),
    0,
  )
  const rejected = new Set(taken.table.rejections.map(each => each.line)).size
  if (rejected === 0) compare(source, taken.table.rows.length, total)

  await enterEdition(doing, source, taken.table.rows, total, rejected)
  const [added, gone] = await taken.write()
  const remarks = taken.table.remarks.map(
    ({ line, column, value, reason }) => `Line ${line}, ${column} “${value}”: ${reason}`,
  )
  return {
    source: source.code,
    asOf: source.asOf,
    rows: taken.table.rows.length,
    total,
    added,
    gone,
    doubtful: taken.doubtful,
    rejected,
    remarks: remarks.slice(0, mostIssues),
  }
}

const Same = z.object({
  asOf: z.string(),
  rows: z.int(),
  total: z.int(),
  rejected: z.int(),
  doubtful: z.int(),
})

type Expected = Omit<Source, 'rows' | 'total'> & { rows: number | null; total: number | null }
type Taken = {
  table: Table<Incident> | Table<Detection>
  doubtful: number
  /** Writes the rows; gives how many were added and how many are gone. */
  write: () => Promise<[number, number]>
}

/** The carried edition, or the uploaded file under the carried description with the date it is said to have. */
async function openEdition(input: ImportInput): Promise<{ source: Expected; content: Buffer }> {
  const known = await carried(input.source)
  if (input.file === undefined) return known
  if (input.asOf === undefined)
    throw new Problem('invalid-input', 'Say the day of the publisher’s figures.', [
      { path: ['asOf'], message: 'A file needs its day.', mend: 'Give asOf, for example 2026-11-01.' },
    ])
  const content = unpackedOrRefused(Buffer.from(await input.file.arrayBuffer()))
  const { rows = null, total = null, asOf } = input
  return {
    content,
    source: { ...known.source, asOf, rows, total, sha256: sha256Of(content), file: input.file.name },
  }
}

function unpackedOrRefused(file: Buffer): Buffer {
  try {
    return unpacked(file)
  } catch {
    throw new Problem(
      'invalid-input',
      'The file could not be unpacked. Send CSV, plain or compressed with gzip.',
    )
  }
}

async function readIom(doing: Doing, source: Expected, content: Buffer): Promise<Taken> {
  const table = await readOrRefuse(readAll(readIncidents(Readable.from([content])), progress(doing, source)))
  const doubts = doubtsOf(table.rows)
  const rows = table.rows.map((row, i) => ({ ...row, doubt: doubts[i] ?? null }))
  return {
    table,
    doubtful: doubts.filter(doubt => doubt !== null).length,
    write: () => writeIncidents(doing, source, rows),
  }
}

async function readFrontex(doing: Doing, source: Expected, content: Buffer): Promise<Taken> {
  const table = await readOrRefuse(readAll(readDetections(Readable.from([content])), progress(doing, source)))
  return { table, doubtful: 0, write: () => writeDetections(doing, source, table.rows) }
}

async function readOrRefuse<Row>(reading: Promise<Table<Row>>): Promise<Table<Row>> {
  try {
    return await reading
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw new Problem('invalid-input', cause.message)
    throw cause
  }
}

/** Told in a transaction of its own, since what the import's transaction announces is heard only when it ends. */
function progress({ ground, context }: Doing, source: Expected): (read: number) => Promise<void> {
  return async read => {
    const person = context.actor?.person
    if (person === undefined) return
    const id = `${source.code} ${read} ${source.rows ?? ''}`.trim()
    await ground.db.as(context.actor, tx =>
      tx.run(sql`select network.announce('import', ${id}, ${[person]})`),
    )
  }
}

/** The rows of the new edition by key: those that stand already stay, the others are added; what is missing is gone. */
async function writeIncidents(
  { tx }: Doing,
  { asOf }: Expected,
  rows: readonly Incident[],
): Promise<[number, number]> {
  await tx.run(
    sql`create temporary table edition_row on commit drop as select * from stat.incident with no data`,
  )
  for (let i = 0; i < rows.length; i += batch)
    await tx.run(sql`
      insert into edition_row (key, first_as_of, day, kinds, route, country, persons, survivors, causes, nationalities, place, lon, lat, doubt)
      select key, ${asOf}::date, day, kinds, route, country, persons, survivors, causes, nationalities, place, lon, lat, nullif(doubt, 'null')
      from jsonb_to_recordset(${{ json: rows.slice(i, i + batch) }}::jsonb) as r (key text, day date, kinds text[], route text,
        country text, persons integer, survivors integer, causes text[], nationalities text[], place text, lon float8, lat float8, doubt jsonb)`)
  const gone = await tx.run(sql`
    update stat.incident i set gone_as_of = ${asOf}::date
    where gone_as_of is null
      and not exists (select from edition_row r where r.key = i.key and r.doubt is not distinct from i.doubt)`)
  const added = await tx.run(sql`
    insert into stat.incident (key, first_as_of, day, kinds, route, country, persons, survivors, causes, nationalities, place, lon, lat, doubt)
    select key, first_as_of, day, kinds, route, country, persons, survivors, causes, nationalities, place, lon, lat, doubt from edition_row
    on conflict (key) where gone_as_of is null do nothing`)
  return [added, gone]
}

async function writeDetections(
  { tx }: Doing,
  { asOf }: Expected,
  rows: readonly Detection[],
): Promise<[number, number]> {
  await tx.run(
    sql`create temporary table edition_row on commit drop as select * from stat.detection with no data`,
  )
  for (let i = 0; i < rows.length; i += batch)
    await tx.run(sql`
      insert into edition_row (first_as_of, month, route, border, nationality, detections)
      select ${asOf}::date, month, route, border, nationality, detections
      from jsonb_to_recordset(${{ json: rows.slice(i, i + batch) }}::jsonb)
        as r (month text, route text, border text, nationality text, detections integer)`)
  const gone = await tx.run(sql`
    update stat.detection d set gone_as_of = ${asOf}::date
    where gone_as_of is null and not exists (select from edition_row r
      where (r.route, r.border, r.nationality, r.month, r.detections) = (d.route, d.border, d.nationality, d.month, d.detections))`)
  const added = await tx.run(sql`
    insert into stat.detection (first_as_of, month, route, border, nationality, detections)
    select first_as_of, month, route, border, nationality, detections from edition_row
    on conflict (route, border, nationality, month) where gone_as_of is null do nothing`)
  return [added, gone]
}

async function enterEdition(
  { tx }: Doing,
  source: Expected,
  rows: readonly (Incident | Detection)[],
  total: number,
  rejected: number,
): Promise<void> {
  const months = rows.map(row => ('day' in row ? row.day.slice(0, 7) : row.month)).sort()
  await tx.run(sql`
    insert into stat.edition (source, as_of, title, publisher, address, licence, caveat, unit, covers_from, covers_to, rows, total, rejected, sha256)
    values (${source.code}, ${source.asOf}, ${source.title}, ${source.publisher}, ${source.address}, ${source.licence}, ${source.caveat},
      ${source.unit}, ${months[0] ?? source.from}, ${months.at(-1) ?? source.to}, ${rows.length}, ${total}, ${rejected}, ${source.sha256})`)
}

function compare(source: Expected, rows: number, total: number): void {
  if (source.rows !== null && source.rows !== rows)
    throw new Problem(
      'invalid-input',
      `The file has ${rows} rows; its publisher counts ${source.rows}. Is it whole?`,
    )
  if (source.total !== null && source.total !== total)
    throw new Problem(
      'invalid-input',
      `The figures add up to ${total}; the publisher’s to ${source.total}. Is it whole?`,
    )
}

/** Every rejected row by line, as far as an answer can carry; the sentence says how many there are in all. */
function refused(rejections: readonly Rejection[]): Problem {
  const lines = new Set(rejections.map(each => each.line)).size
  const issues: Issue[] = rejections
    .slice(0, mostIssues)
    .map(({ line, column, value, reason, suggestion }) => ({
      path: ['file', line, column],
      message: `Line ${line}${column ? `, ${column} “${value}”` : ''}: ${reason}`,
      mend: suggestion === null ? undefined : `Write ${suggestion}.`,
    }))
  return new Problem(
    'invalid-input',
    lines === 1
      ? `${lines} row was rejected and nothing was imported. Mend it, or import without it.`
      : `${lines} rows were rejected and nothing was imported. Mend them, or import without them.`,
    issues,
  )
}
