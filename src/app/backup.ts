import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { readdir, readFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { openBlobs } from '#kit/blobs.ts'

/** What a backup says of itself: first line and last line of the file. */
const Head = z.object({
  iconet: z.literal('backup'),
  format: z.literal(1),
  at: z.string(),
  migrations: z.record(z.string(), z.string()),
})
const Foot = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.int()),
  files: z.int(),
  sha256: z.string(),
})
const Line = z.union([
  z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.object({ file: z.string().regex(/^[0-9a-f]{64}$/), content: z.base64() }),
  Foot,
])

const schemas = ['network', 'work', 'person', 'stat', 'record', 'graphile_worker']

/**
 * Writes everything the network holds to one compressed file of JSON lines: every row of one moment (one snapshot, while others go on
 * writing), every attachment, and at the end the counts and a SHA-256 over all of it. The file appears under its name only
 * when it is whole. It holds what the database holds: keep it as safe.
 * @returns rows by table and the number of files.
 * @throws Error when the owner cannot read past row security.
 */
export async function backup(
  owner: pg.ClientConfig,
  files: string,
  path: string,
): Promise<z.infer<typeof Foot>> {
  const client = new pg.Client({
    ...owner,
    types: { getTypeParser: () => (text: unknown) => text },
  })
  await client.connect()
  const gzip = createGzip()
  const out = gzip.pipe(createWriteStream(`${path}.part`, { mode: 0o600 }))
  const hash = createHash('sha256')
  const write = async (line: unknown) => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    if (!gzip.write(text)) await once(gzip, 'drain')
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    await assertSeesAll(client)
    const migrations = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.iconet_migration',
    )
    await write({
      iconet: 'backup',
      format: 1,
      at: new Date().toISOString(),
      migrations: Object.fromEntries(migrations.rows.map(row => [row.name, row.checksum])),
    })
    const rows: Record<string, number> = {}
    for (const { name, columns } of await tablesOf(client)) {
      rows[name] = 0
      await client.query(
        `declare reading no scroll cursor for select to_jsonb(t)::text as row from (select ${columns} from ${name}) t`,
      )
      for (;;) {
        const batch = await client.query<{ row: string }>('fetch 1000 from reading')
        for (const { row } of batch.rows) await write({ table: name, row: JSON.parse(row) as unknown })
        rows[name] += batch.rows.length
        if (batch.rows.length === 0) break
      }
      await client.query('close reading')
    }
    let count = 0
    for (const hashName of await fileNames(files)) {
      await write({
        file: hashName,
        content: (await readFile(join(files, hashName.slice(0, 2), hashName))).toString('base64'),
      })
      count += 1
    }
    const foot: z.infer<typeof Foot> = { end: true, rows, files: count, sha256: hash.copy().digest('hex') }
    gzip.end(`${JSON.stringify(foot)}\n`)
    await once(out, 'close')
    await rename(`${path}.part`, path)
    return foot
  } finally {
    await client.end()
  }
}

/**
 * Reads a backup to its end and proves that nothing in it was changed, lost or added.
 * @throws Error naming the line where it breaks.
 */
export async function verifyBackup(path: string): Promise<z.infer<typeof Foot>> {
  let foot: z.infer<typeof Foot> | undefined
  for await (const line of linesOf(path)) if ('end' in line) foot = line
  if (!foot) throw new Error(`${basename(path)} breaks off: its last line is missing. Use another backup.`)
  return foot
}

/**
 * Loads a backup into a database that was just migrated and holds nothing yet, in one transaction: all of it or nothing.
 * @throws Error when the database is not empty, of another version, or the backup is damaged.
 */
export async function restore(
  owner: pg.ClientConfig,
  files: string,
  path: string,
): Promise<z.infer<typeof Foot>> {
  await verifyBackup(path)
  const client = new pg.Client(owner)
  await client.connect()
  const blobs = openBlobs(files)
  try {
    await client.query('begin')
    await assertSeesAll(client)
    const tables = new Map((await tablesOf(client)).map(table => [table.name, table.columns]))
    const used = await client.query('select from network.mandate limit 1')
    if (used.rowCount)
      throw new Error('The network here is not empty. Restore into an empty data folder or database.')
    // Rows refer to each other in every direction; they were consistent when they were written.
    await client.query('set local session_replication_role = replica')
    const { rows: present } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.iconet_migration',
    )
    let foot: z.infer<typeof Foot> | undefined
    let batch: { table: string; rows: unknown[] } = { table: '', rows: [] }
    const flush = async () => {
      const columns = tables.get(batch.table)
      if (batch.rows.length && columns === undefined)
        throw new Error(`There is no table ${batch.table} in this version.`)
      if (batch.rows.length)
        await client.query(
          `insert into ${batch.table} (${columns}) overriding system value
             select ${columns} from jsonb_populate_recordset(null::${batch.table}, $1)`,
          [JSON.stringify(batch.rows)],
        )
      batch = { table: '', rows: [] }
    }
    for await (const line of linesOf(path, head => assertSameVersion(head.migrations, present))) {
      if ('table' in line) {
        if (line.table !== batch.table || batch.rows.length >= 500) await flush()
        batch.table = line.table
        batch.rows.push(line.row)
      } else {
        await flush()
        if ('file' in line) await putFile(blobs, line.file, line.content)
        else foot = line
      }
    }
    await resumeNumbers(client)
    await client.query('commit')
    if (!foot) throw new Error('The backup breaks off.')
    return foot
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

/** Every line, parsed, with the running SHA-256 compared at the last. */
async function* linesOf(path: string, onHead: (head: z.infer<typeof Head>) => void = () => {}) {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  const hash = createHash('sha256')
  const unzip = createReadStream(path).pipe(createGunzip())
  let number = 0
  try {
    for await (const text of createInterface({ input: unzip, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      const parsed: unknown = JSON.parse(text)
      if (number === 1) onHead(Head.parse(parsed))
      else {
        const line = Line.parse(parsed)
        if ('end' in line && line.sha256 !== hash.copy().digest('hex'))
          throw new Error('its content is not what was written')
        yield line
      }
      hash.update(`${text}\n`)
    }
  } catch (error) {
    const why =
      error instanceof z.ZodError || error instanceof SyntaxError
        ? 'it is not a backup of ICONet'
        : (error as Error).message
    throw new Error(`${basename(path)}, line ${number}: ${why}. Use another backup.`, { cause: error })
  }
}

/** Tables and their own columns in the order of their making; generated columns come back by themselves. */
async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string }[]> {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) and c.relname <> 'migrations' order by c.oid`,
    [schemas],
  )
  return rows
}

async function assertSeesAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ all: boolean }>(
    `select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user`,
  )
  const sees = rows[0]?.all as unknown
  if (sees !== true && sees !== 't')
    throw new Error(
      'The owner in DATABASE_URL cannot read past row security. Use a superuser’s address, or pg_dump as one.',
    )
}

function assertSameVersion(
  written: Record<string, string>,
  present: { name: string; checksum: string }[],
): void {
  const here = Object.fromEntries(present.map(row => [row.name, row.checksum]))
  const differs = Object.keys({ ...written, ...here }).filter(name => written[name] !== here[name])
  if (differs.length)
    throw new Error(
      `the backup is of another version (${differs.join(', ')}); use that version to restore it`,
    )
}

async function putFile(blobs: ReturnType<typeof openBlobs>, name: string, content: string): Promise<void> {
  if ((await blobs.put(Buffer.from(content, 'base64'))) !== name)
    throw new Error(`the attachment ${name} is damaged`)
}

/** Identity columns go on after the highest number that came back. */
async function resumeNumbers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attidentity <> '' and n.nspname = any($1)`,
    [schemas],
  )
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest((select max(${column}) from ${table}), 1),
         exists (select from ${table}))`,
      [table, column],
    )
}

async function fileNames(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const names = await readdir(folder, { recursive: true })
  return names.map(name => basename(name)).filter(name => /^[0-9a-f]{64}$/.test(name))
}
