import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { appPassword } from './database.ts'
import { builtIn } from './process.ts'

/**
 * Where a program of this test keeps its data: in its folder, or, where the tests run on another PostgreSQL, in a new database there.
 * Several programs given the same answer are one network.
 */
export const spareDatabase = async (): Promise<Record<string, string>> =>
  inject('owner').connectionString ? sharedDatabase() : builtIn

/** A new database on the server of this run, for programs that share one. Dropped with the others (test/database.ts). */
export async function sharedDatabase(): Promise<Record<string, string>> {
  const owner = inject('owner')
  const name = `iconet_test_${process.ppid}_${process.pid}_process_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client(owner)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(owner.connectionString ?? 'postgres://localhost')
  url.pathname = `/${name}`
  if (!owner.connectionString) {
    url.username = owner.user ?? ''
    url.password = String(owner.password)
    url.port = String(owner.port)
    // The built-in server listens on a socket only.
    url.searchParams.set('host', owner.host ?? '')
  }
  const app = new URL(url)
  app.username = 'iconet_app'
  app.password = appPassword
  return { DATABASE_URL: url.href, DATABASE_APP_URL: app.href }
}
