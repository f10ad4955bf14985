import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { appPassword } from './database.ts'
import { builtIn } from './process.ts'

/**
 * Where a program of this test keeps its data: in its folder, or, where the tests run on another PostgreSQL, in a new database there.
 * Several programs given the same answer are one network.
 */
export async function spareDatabase(): Promise<Record<string, string>> {
  const owner = inject('owner')
  if (!owner.connectionString) return builtIn
  // Dropped with the others at the end of the run (test/database.ts).
  const name = `iconet_test_${process.ppid}_${process.pid}_process_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client(owner)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(owner.connectionString)
  url.pathname = `/${name}`
  const app = new URL(url)
  app.username = 'iconet_app'
  app.password = appPassword
  return { DATABASE_URL: url.href, DATABASE_APP_URL: app.href }
}
