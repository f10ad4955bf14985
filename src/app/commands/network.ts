import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { readConfig } from '#kit/config.ts'
import { backup, restore, verifyBackup } from '../backup.ts'
import { type Network, openNetwork } from '../network.ts'
import { seed } from '../seed.ts'

/** Opens the network that the environment names, for one command, and closes it again. */
export async function withNetwork<T>(work: (network: Network) => Promise<T>, alone = true): Promise<T> {
  const network = await openNetwork(readConfig({ logLevel: 'warn' }), undefined, { alone })
  try {
    return await work(network)
  } finally {
    await network.stop()
  }
}

export async function seedCommand(): Promise<void> {
  const filled = await withNetwork(({ ground }) => seed(ground, step => console.log(`${step} …`)))
  if (!filled)
    throw new Error('This network has been founded already. The demonstration goes into an empty one only.')
  console.log('The demonstration is filled.')
}

export async function backupCommand(file: string): Promise<void> {
  if (existsSync(file))
    throw new Error(`${file} exists already. Choose another name: a backup never overwrites.`)
  const foot = await withNetwork(
    ({ ground, owner }) => backup(owner, join(ground.config.data, 'files'), resolve(file)),
    false,
  )
  console.log(
    `${sumOf(foot.rows)} rows and ${foot.files} attachments are in ${file}.\nSHA-256 ${foot.sha256}`,
  )
}

export async function restoreCommand(file: string): Promise<void> {
  const foot = await withNetwork(({ ground, owner }) =>
    restore(owner, join(ground.config.data, 'files'), resolve(file)),
  )
  console.log(`${sumOf(foot.rows)} rows and ${foot.files} attachments are back.`)
}

export async function verifyCommand(file?: string): Promise<void> {
  if (file !== undefined) {
    const foot = await verifyBackup(resolve(file))
    console.log(
      `${file} is whole: ${sumOf(foot.rows)} rows, ${foot.files} attachments.\nSHA-256 ${foot.sha256}`,
    )
    return
  }
  const faults = await withNetwork(
    ({ ground, owner }) => faultsOf(owner, join(ground.config.data, 'files')),
    false,
  )
  for (const fault of faults) console.error(fault)
  if (faults.length) throw new Error(`${faults.length} faults found.`)
  console.log(
    'Row security is on for every table, the roles are modest, and every attachment is what it was.',
  )
}

const sumOf = (rows: Record<string, number>): number =>
  Object.values(rows).reduce((sum, count) => sum + count, 0)

async function faultsOf(owner: pg.ClientConfig, files: string): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const faults: string[] = []
  try {
    const open = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('network', 'work', 'person', 'stat', 'record')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    faults.push(...open.rows.map(({ name }) => `Table ${name} is not behind row security.`))
    const strong = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname in ('iconet_app', 'iconet_member', 'iconet_keeper') and (rolsuper or rolbypassrls)`,
    )
    faults.push(...strong.rows.map(({ name }) => `Role ${name} can pass row security.`))
  } finally {
    await client.end()
  }
  if (!existsSync(files)) return faults
  for (const entry of await readdir(files, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const found = createHash('sha256')
      .update(await readFile(join(entry.parentPath, entry.name)))
      .digest('hex')
    if (found !== entry.name) faults.push(`Attachment ${entry.name} is not what it was.`)
  }
  return faults
}
