import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrateJobs } from './jobs.ts'
import { makeRoles } from './roles.ts'

/** One part of the database as its own files describe it: a name and its SQL. */
export interface Part {
  name: string
  sql: string
}

/** The parts in order: the ground, then each feature's `table.sql` and its other files by name, followed by the rule for every table. */
export async function describedParts(source: string, features: readonly string[]): Promise<Part[]> {
  const read = (path: string) => readFile(join(source, path), 'utf8')
  const rule = await read('kit/after-each-table.sql')
  const parts: Part[] = [{ name: 'kit', sql: `${await read('kit/ground.sql')}\n${rule}` }]
  for (const name of features) {
    const files = await sqlFiles(join(source, 'features', name))
    const written = await Promise.all(files.map(file => read(`features/${name}/${file}`)))
    if (written.length > 0) parts.push({ name, sql: `${written.join('\n')}\n${rule}` })
  }
  return parts
}

const sqlFiles = async (folder: string): Promise<string[]> => {
  const rank = (name: string) => (name === 'table.sql' ? '' : name)
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql'))
  return names.sort((a, b) => rank(a).localeCompare(rank(b)))
}

/** Makes a database as the features' own files describe it: for tests, and to write the first migration. */
export async function makeFromParts(
  owner: pg.ClientConfig,
  appPassword: string,
  parts: readonly Part[],
): Promise<void> {
  await withOwner(owner, appPassword, async client => {
    for (const part of parts) await inTransaction(client, part.sql, part.name)
  })
}

/**
 * Brings a database to the newest state by the numbered files of `folder`, each in a transaction of its own.
 * @returns the names of those that ran now.
 * @throws Error when a file that ran before has changed, or the database is newer than this version.
 */
export async function migrate(
  owner: pg.ClientConfig,
  appPassword: string,
  folder: string,
): Promise<string[]> {
  const files = (await readdir(folder)).filter(name => /^\d{4}_[a-z0-9-]+\.sql$/.test(name)).sort()
  const ran: string[] = []
  await withOwner(owner, appPassword, async client => {
    await client.query(
      'create table if not exists public.iconet_migration ' +
        '(name text primary key, checksum text not null, at timestamptz not null default now())',
    )
    const done = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.iconet_migration',
    )
    const before = new Map(done.rows.map(row => [row.name, row.checksum]))
    const unknown = [...before.keys()].filter(name => !files.includes(name))
    if (unknown.length)
      throw new Error(
        `The database is newer than this version of ICONet (${unknown.join(', ')}). Use the newer version.`,
      )
    for (const name of files) {
      const sql = await readFile(join(folder, name), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const had = before.get(name)
      if (had === checksum) continue
      if (had !== undefined)
        throw new Error(
          `The database was made by another version of ${name}. Before the first release there is no way across: ` +
            'back up what you need, then start with an empty data folder or database.',
        )
      await inTransaction(client, sql, name, [
        'insert into public.iconet_migration (name, checksum) values ($1, $2)',
        [name, checksum],
      ])
      ran.push(name)
    }
  })
  return ran
}

async function withOwner(
  config: pg.ClientConfig,
  appPassword: string,
  work: (client: pg.Client) => Promise<void>,
) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error('ICONet needs PostgreSQL 15 or later.')
    await client.query(`select pg_advisory_lock(hashtext('iconet.migrate'))`)
    await makeRoles(client, appPassword)
    const pool = new pg.Pool({ ...config, max: 2 })
    pool.on('error', () => {}).on('connect', client => client.on('error', () => {}))
    try {
      await migrateJobs(pool)
    } finally {
      await pool.end()
    }
    await work(client)
  } finally {
    await client.end()
  }
}

async function inTransaction(
  client: pg.Client,
  sql: string,
  name: string,
  also?: [string, unknown[]],
): Promise<void> {
  try {
    await client.query(`begin; ${sql}`)
    if (also) await client.query(...also)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const { message, position } = error as pg.DatabaseError
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new Error(`${name}${line}: ${message}`, { cause: error })
  }
}
