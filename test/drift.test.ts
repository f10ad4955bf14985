import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { generated } from '#app/docs.ts'
import { migrate } from '#kit/migrate.ts'
import { appPassword, inDatabase } from './database.ts'

const server = inject('owner')
const name = `iconet_test_${process.ppid}_drift_${process.pid}`

afterAll(async () => {
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

/** Everything that makes a database what it is, as text. */
async function shapeOf(database: string): Promise<string[]> {
  const client = new pg.Client(inDatabase(server, database))
  await client.connect()
  const within = `n.nspname in ('network', 'work', 'person', 'stat', 'record')`
  try {
    const { rows } = await client.query<{ line: string }>(`
      select concat_ws(' ', 'column', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attidentity, pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${within} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
      union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${within}
      union all select concat_ws(' ', 'index', indexdef)
      from pg_indexes where schemaname in ('network', 'work', 'person', 'stat', 'record')
      union all select concat_ws(' ', 'policy', schemaname, tablename, policyname, cmd, roles, qual, with_check)
      from pg_policies where schemaname in ('network', 'work', 'person', 'stat', 'record')
      union all select concat_ws(' ', 'security', c.oid::regclass, relrowsecurity, relforcerowsecurity, relacl)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${within} and c.relkind in ('r', 'p', 'v', 'm')
      union all select concat_ws(' ', 'function', pg_get_functiondef(p.oid), p.proowner::regrole, p.proacl)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${within}
      union all select concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid)) from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${within} and not t.tgisinternal
      order by 1`)
    return rows.map(row => row.line)
  } finally {
    await client.end()
  }
}

test('a database migrated from empty equals one made from the features’ own files', async () => {
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const ran = await migrate(inDatabase(server, name), appPassword, 'migrations')
  expect(ran.length).toBeGreaterThan(0)
  const migrated = await shapeOf(name)
  expect(migrated.length).toBeGreaterThan(200)
  expect(migrated).toEqual(await shapeOf(inject('template')))
})

test('what is generated and checked in is fresh: run `npm run docs`', async () => {
  for (const [path, text] of await generated()) expect(await readFile(path, 'utf8'), path).toBe(text)
})

test('every table is behind row security, forced on its owner too', async () => {
  const open = (await shapeOf(inject('template'))).filter(
    line => line.startsWith('security') && !/ t t /.test(line),
  )
  expect(open).toEqual([])
})
