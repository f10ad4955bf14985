import { randomBytes, createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import pg from 'pg'
import { type Logger, pino } from 'pino'
import { actorOfMandate } from '#features/access/sessions.ts'
import { openBlobs } from '#kit/blobs.ts'
import type { Config } from '#kit/config.ts'
import { openDb } from '#kit/db.ts'
import { type Embedded, startEmbedded } from '#kit/embedded.ts'
import { openEvents } from '#kit/events.ts'
import type { Ground } from '#kit/ground.ts'
import { type Job, jobs } from '#kit/jobs.ts'
import { openMailer } from '#kit/mailer.ts'
import { migrate } from '#kit/migrate.ts'
import type { Context } from '#kit/perform.ts'
import { placeOf } from '#kit/place-of.ts'
import { assertModest } from '#kit/roles.ts'
import type { SharedJobs } from '#kit/shared-jobs.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { type contract, router } from './features.ts'

/** The folder of package.json: above `src/app/` when the sources run, above `dist/` when they were built. */
export const root = [1, 2, 3].reduce(
  found => (existsSync(join(found, 'package.json')) ? found : dirname(found)),
  dirname(fileURLToPath(import.meta.url)),
)

/** A network that runs: its ground, and the way to stop it. */
export interface Network {
  ground: Ground
  /** The owner's connection: for migration, backup and restore only. */
  owner: pg.ClientConfig
  /** Where several processes share jobs. */
  shared: SharedJobs | undefined
  /** No other process works on this database. */
  alone: boolean
  stop(): Promise<void>
}

/**
 * Starts everything a network stands on: the database (its own, or DATABASE_URL's), brought to the newest state; events; files;
 * mail. Only one process may hold a data folder; one that is not `alone` (a backup) may look in beside it.
 */
export async function openNetwork(
  config: Config,
  log: Logger = pino({ level: config.logLevel }),
  { alone = true }: { alone?: boolean } = {},
): Promise<Network> {
  await mkdir(config.data, { recursive: true })
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.data)
  const lock = embedded ? await holdFolder(embedded, config.data, alone) : undefined
  try {
    const owner = config.databaseUrl
      ? { connectionString: config.databaseUrl }
      : await ownDatabase((embedded as Embedded).owner)
    const password = await appPassword(config)
    await migrate(owner, password, join(root, 'migrations'))
    const app: pg.PoolConfig = config.databaseAppUrl
      ? { connectionString: config.databaseAppUrl }
      : asApp(owner, password)
    const db = openDb(app)
    await assertModest(db.pool)
    const events = await openEvents(app, error => log.error(placeOf(error), 'events'))
    const shared = config.natsUrl ? await sharing(config.natsUrl, password, log) : undefined
    const ground: Ground = {
      config,
      db,
      events,
      jobs: shared?.jobs ?? jobs,
      blobs: openBlobs(join(config.data, 'files')),
      mailer: openMailer({
        smtpUrl: config.smtpUrl,
        from: config.mailFrom,
        folder: join(config.data, 'mail'),
      }),
      log,
      clock: () => new Date(),
      atStop: [],
    }
    const stop = async () => {
      await shared?.end()
      for (const end of ground.atStop.toReversed()) await end()
      await events.end()
      await db.end()
      const last = lock?.held ?? true
      await lock?.client.end()
      if (last) await embedded?.stop()
    }
    return { ground, owner, shared, alone: lock?.held ?? false, stop }
  } catch (error) {
    await lock?.client.end()
    if (lock?.held) await embedded?.stop()
    throw error
  }
}

/** Every operation as a typed function. */
export type Client = ContractRouterClient<typeof contract>

/** In-process calls of any operation, in the name of an actor: for the command line, jobs, the seed and tests. */
export function client(ground: Ground, actor: Actor | null, more: Partial<Context> = {}): Client {
  const correlation = `local-${randomBytes(8).toString('hex')}`
  const context = { ground, actor, correlation, ...more }
  // The router is made from the contract, operation by operation, so it has the contract's types.
  return createRouterClient(router, { context }) as Client
}

/** Performs a queued job as the mandate it names. A mandate that has ended does nothing any more. */
export async function performJob(ground: Ground, job: Job): Promise<void> {
  const actor = await actorOfMandate(ground.db, job.mandate)
  if (!actor) {
    ground.log.warn({ operation: job.operation, mandate: job.mandate }, 'job dropped: its mandate has ended')
    return
  }
  const [feature = '', verb = ''] = job.operation.split('.')
  const all = client(ground, actor, { purpose: job.purpose }) as unknown as Record<
    string,
    Record<string, ((input: unknown) => Promise<unknown>) | undefined>
  >
  const operation = all[feature]?.[verb]
  if (!operation) throw new Error(`There is no operation ${job.operation}.`)
  await operation(job.input)
}

/** Held as long as this process lives; PostgreSQL lets it go when the process is gone, however it went. */
async function holdFolder(
  embedded: Embedded,
  folder: string,
  alone: boolean,
): Promise<{ client: pg.Client; held: boolean }> {
  const client = new pg.Client({ ...embedded.owner, application_name: 'iconet holder' })
  client.on('error', () => {})
  await client.connect()
  // A server that was killed a moment ago may still be letting go.
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('iconet.folder')) as held`,
    )
    if (rows[0]?.held) return { client, held: true }
    if (!alone) return { client, held: false }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await client.end()
  throw new Error(
    `Another ICONet server is using ${folder}. Stop it first, or start this one with another folder: DATA=other-folder npm start`,
  )
}

async function ownDatabase(owner: pg.ClientConfig): Promise<pg.ClientConfig> {
  const admin = new pg.Client(owner)
  await admin.connect()
  try {
    const { rowCount } = await admin.query(`select from pg_database where datname = 'iconet'`)
    if (!rowCount) await admin.query('create database iconet')
  } finally {
    await admin.end()
  }
  return { ...owner, database: 'iconet' }
}

/** The app role's password: derived from the owner's address, so that several servers of one database agree on it. */
async function appPassword({ databaseUrl, databaseAppUrl, data }: Config): Promise<string> {
  if (databaseAppUrl) return decodeURIComponent(new URL(databaseAppUrl).password)
  const secret = databaseUrl
    ? new URL(databaseUrl).password
    : await readFile(join(data, 'owner.secret'), 'utf8')
  if (secret) return createHmac('sha256', secret).update('iconet_app').digest('base64url')
  const path = join(data, 'app.secret')
  const made = randomBytes(24).toString('base64url')
  await writeFile(path, made, { flag: 'wx', mode: 0o600 }).catch(() => {})
  return (await readFile(path, 'utf8')).trim()
}

function asApp(owner: pg.ClientConfig, password: string): pg.PoolConfig {
  if (!owner.connectionString) return { ...owner, user: 'iconet_app', password }
  const url = new URL(owner.connectionString)
  url.username = 'iconet_app'
  url.password = password
  return { connectionString: url.href }
}

async function sharing(url: string, secret: string, log: Logger): Promise<SharedJobs> {
  const { shareJobs } = await import('#kit/shared-jobs.ts')
  return shareJobs(url, secret, jobs, log)
}
