import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, inject } from 'vitest'
import { personaId } from '#features/access/server.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { type Client, client, performJob } from '#app/network.ts'
import { seed } from '#app/seed.ts'
import { openBlobs } from '#kit/blobs.ts'
import { Config } from '#kit/config.ts'
import { openDb } from '#kit/db.ts'
import { openEvents } from '#kit/events.ts'
import type { Ground } from '#kit/ground.ts'
import { Job, jobs } from '#kit/jobs.ts'
import { openMailer } from '#kit/mailer.ts'
import type { Context } from '#kit/perform.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { appPassword, inDatabase } from './database.ts'

/** A network of its own for one test file, on a copy of the template database. */
export interface World {
  ground: Ground
  /** The owner's connection to this world's database: to look behind row security, never to act. */
  owner: pg.Client
  /** The actor with this persona id, for example `vesna-kraljic-dorn`. */
  actor: (persona: string) => Promise<Actor>
  /** Every operation, in that persona's name. */
  as: (persona: string, more?: Partial<Context>) => Promise<Client>
  /** Performs all jobs that are due now, in order. */
  workJobs: () => Promise<number>
  folder: string
}

/** A database of this name as a network's ground, and the way to let go of it. */
async function groundOn(
  name: string,
  folder: string,
): Promise<{ ground: Ground; close: () => Promise<void> }> {
  const app = asApp(inDatabase(inject('owner'), name))
  const db = openDb({ ...app, max: 6 })
  const events = await openEvents(app, () => {})
  const ground: Ground = {
    config: Config.parse({ demo: true, data: folder, screeningThreads: 0 }),
    db,
    events,
    jobs,
    blobs: openBlobs(join(folder, 'files')),
    mailer: openMailer({ from: 'no-reply@iconet.invalid', folder: join(folder, 'mail') }),
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock: () => new Date(),
    atStop: [],
  }
  const close = async () => {
    for (const end of ground.atStop.toReversed()) await end()
    await events.end()
    await db.end()
  }
  return { ground, close }
}

/**
 * A database that holds the demonstration, to be copied, and the folder beside it. Filled once in a run, by whichever worker asks
 * first; the others wait.
 */
async function filled(admin: pg.Client, worked: boolean): Promise<{ template: string; files: string }> {
  const template = `${inject('template')}_${worked ? 'worked' : 'seeded'}`
  const files = join(tmpdir(), template)
  await admin.query('select pg_advisory_lock(hashtext($1))', [template])
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
    if (rowCount) return { template, files }
    const begun = `${template}_begun`
    await admin.query(`drop database if exists ${begun} with (force)`)
    await admin.query(`create database ${begun} template ${inject('template')}`)
    const { ground, close } = await groundOn(begun, files)
    try {
      await seed(ground, () => {}, { openData: false, work: worked })
    } finally {
      await close()
    }
    await admin.query(`alter database ${begun} rename to ${template}`)
    return { template, files }
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [template])
  }
}

/**
 * Gives the file a world before its first test and takes it away after its last. `seeded`: with the people of the demonstration
 * in it; `worked`: with their months of work, too.
 */
export function useWorld({ seeded = true, worked = false } = {}): World {
  const world = {} as World
  const closing: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const server = inject('owner')
    const admin = new pg.Client(server)
    await admin.connect()
    const from = seeded ? await filled(admin, worked) : undefined
    const name = `iconet_test_${process.ppid}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
    await admin.query(`create database ${name} template ${from?.template ?? inject('template')}`)
    const folder = await mkdtemp(join(tmpdir(), 'iconet-world-'))
    if (from && existsSync(from.files)) await cp(from.files, folder, { recursive: true })
    const owner = new pg.Client(inDatabase(server, name))
    await owner.connect()
    const { ground, close } = await groundOn(name, folder)
    Object.assign(world, { ground, owner, folder })
    closing.push(
      close,
      () => owner.end(),
      () => admin.query(`drop database ${name} with (force)`),
      () => admin.end(),
      () => rm(folder, { recursive: true, force: true }),
    )
    // Months of work are entered by whoever asks first, on a machine that does other things as well.
  }, 180_000)
  afterAll(async () => {
    for (const close of closing) await close()
  })

  const actor = async (persona: string): Promise<Actor> => {
    const people = await client(world.ground, null).access.personas()
    const found = people.find(each => each.id === personaId(persona))
    const made = found && (await actorOfMandate(world.ground.db, found.mandate))
    if (!made) throw new Error(`There is no persona ${persona}.`)
    return made
  }
  return Object.assign(world, {
    actor,
    as: async (persona: string, more?: Partial<Context>) => client(world.ground, await actor(persona), more),
    async workJobs() {
      let worked = 0
      for (;;) {
        const due = await world.owner.query<{ id: string; payload: unknown }>(
          `select j.id, j.payload from graphile_worker._private_jobs j where run_at <= now() order by priority, run_at, id limit 1`,
        )
        const [first] = due.rows
        if (!first) return worked
        await world.owner.query('delete from graphile_worker._private_jobs where id = $1', [first.id])
        await performJob(world.ground, Job.parse(first.payload) as Job)
        worked += 1
      }
    },
  })
}

function asApp(owner: pg.ClientConfig): pg.ClientConfig {
  if (!owner.connectionString) return { ...owner, user: 'iconet_app', password: appPassword }
  const url = new URL(owner.connectionString)
  url.username = 'iconet_app'
  url.password = appPassword
  return { connectionString: url.href }
}
