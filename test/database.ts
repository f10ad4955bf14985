import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { features } from '#app/features.ts'
import { startEmbedded } from '#kit/embedded.ts'
import { describedParts, makeFromParts } from '#kit/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's connection to the server that the tests use, and the database that each test copies. */
    owner: pg.ClientConfig
    template: string
  }
}

export const appPassword = 'only-for-tests-on-this-machine'

/**
 * One PostgreSQL for the whole run: DATABASE_URL's, or one of its own in a temporary folder. One template database, made from the
 * features' own files, of which every test file gets a copy.
 */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'iconet-test-'))
  const url = process.env.DATABASE_URL
  const embedded = url ? undefined : await startEmbedded(folder)
  const owner: pg.ClientConfig = url ? { connectionString: url } : (embedded?.owner ?? {})
  const template = `iconet_template_${process.pid}`
  const admin = new pg.Client(owner)
  await admin.connect()
  // Nothing here outlives the run, so nothing waits for the disk. A server that others use as well is left as it is.
  if (embedded)
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await admin.query(`alter system set ${setting} = off`)
  if (embedded) await admin.query('select pg_reload_conf()')
  await admin.query(`create database ${template}`)
  await makeFromParts(inDatabase(owner, template), appPassword, await describedParts('src', features))
  project.provide('owner', owner)
  project.provide('template', template)
  return async () => {
    const left = await admin.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'iconet_test_${process.pid}_%' or datname like '${template}%'`,
    )
    for (const { name } of left.rows) await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
    // What test/world.ts filled and test/pages.ts built for this run.
    for (const kind of ['seeded', 'worked'])
      await rm(join(tmpdir(), `${template}_${kind}`), { recursive: true, force: true })
    await rm(join(tmpdir(), `iconet-pages-${process.pid}`), { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function inDatabase(owner: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!owner.connectionString) return { ...owner, database }
  const url = new URL(owner.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
