import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { openBlobs } from './blobs.ts'
import { isLoopback, readConfig, settings } from './config.ts'
import { assertModest } from './roles.ts'
import { sql } from './sql.ts'

const world = useWorld()

test('if the record cannot be written, nothing is done and nothing is answered', async () => {
  const administrator = await world.as('bertil-oksanen-grey')
  await world.owner.query('revoke insert on record.entry from iconet_member')
  try {
    await expect(
      administrator.directory.enterAuthority({ state: 'EU', name: 'Not recorded' }),
    ).rejects.toThrow()
  } finally {
    await world.owner.query('grant insert on record.entry to iconet_member')
  }
  const { rowCount } = await world.owner.query(`select from network.authority where name = 'Not recorded'`)
  expect(rowCount).toBe(0)
})

test('the role of the server is nobody until it takes on a member’s, and cannot go further', async () => {
  const { pool } = world.ground.db
  await expect(pool.query('select from network.official')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('set role iconet_keeper')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('delete from record.entry')).rejects.toMatchObject({ code: '42501' })
})

test('a transaction leaves nothing of its actor behind in the connection', async () => {
  await (await world.as('vesna-kraljic-dorn')).directory.units({})
  const seen = await Promise.all(
    Array.from({ length: 6 }, () =>
      world.ground.db.pool.query(
        `select current_user as role, nullif(current_setting('iconet.mandate', true), '') as mandate`,
      ),
    ),
  )
  for (const { rows } of seen) expect(rows).toEqual([{ role: 'iconet_app', mandate: null }])
})

test('a transaction that cannot begin says why, does nothing of what was sent after it, and spoils no connection', async () => {
  const { db } = world.ground
  const actor = { mandate: 2 ** 40 } as Actor
  const read = () =>
    db.as(actor, async tx => {
      await tx.run(sql`select set_config('iconet.left', 'behind', false)`)
      throw new Error('reached')
    })
  // PostgreSQL has no `enter` for such a number.
  for (let i = 0; i < 30; i++) await expect(read()).rejects.toMatchObject({ code: '42883' })
  await expect(db.as(actor, async () => 'nothing asked')).rejects.toMatchObject({ code: '42883' })
  const Left = z.object({ left: z.string().nullable() })
  const seen = await Promise.all(
    Array.from({ length: 12 }, () =>
      db.as(null, tx => tx.row(Left, sql`select current_setting('iconet.left', true) as left`)),
    ),
  )
  expect(seen.filter(({ left }) => left)).toEqual([])
})

test('what is to come last is undone with everything when it fails, and a statement that failed undoes it', async () => {
  const { db } = world.ground
  const mark = (correlation: string) =>
    sql`insert into record.entry (operation, outcome, correlation) values ('test', 'done', ${correlation})`
  const failing = db.as(null, async tx => {
    await tx.run(mark('last-1'))
    tx.last(sql`select 1 / ${0}::integer`)
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  const failed = db.as(null, async tx => {
    tx.last(mark('last-2'))
    await tx.run(sql`select 1 / ${0}::integer`).catch(() => {})
  })
  await expect(failed).rejects.toMatchObject({ code: '25P02' })
  await db.as(null, async tx => tx.last(mark('last-3')))
  const { rows } = await world.owner.query(
    `select correlation from record.entry where correlation like 'last-%'`,
  )
  expect(rows).toEqual([{ correlation: 'last-3' }])
})

test('a time leaves the database in UTC and to the millisecond, wherever the database stands', async () => {
  // Long ago places kept the time of their own noon, with seconds, and nothing here is so old.
  const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(
      fc.array(moment, { minLength: 1, maxLength: 50 }),
      fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York', 'Atlantic/Reykjavik'),
      fc.constantFrom(0, 400, 999),
      async (moments, zone, finer) => {
        const told = await world.ground.db.as(null, async tx => {
          await tx.run(sql`select set_config('timezone', ${zone}, true)`)
          return tx.rows(
            z.object({ at: z.iso.datetime() }),
            // What is finer than a millisecond is cut off, not rounded.
            sql`select x.at + ${finer}::integer * interval '1 microsecond' as at
              from unnest(${moments.map(each => each.toISOString())}::timestamptz[]) with ordinality x (at, place) order by x.place`,
          )
        })
        expect(told.map(({ at }) => at)).toEqual(moments.map(each => each.toISOString()))
      },
    ),
    { numRuns: 40 },
  )
})

test('the server does not start as an owner or superuser of the database', async () => {
  const owner = new pg.Pool({ ...inject('owner'), max: 1 })
  await expect(assertModest(owner)).rejects.toThrow('does not start as the database role')
  await owner.end()
  await expect(assertModest(world.ground.db.pool)).resolves.toBeUndefined()
})

test('a file that has changed on disk is not handed out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'iconet-blobs-'))
  const blobs = openBlobs(folder)
  const hash = await blobs.put(Buffer.from('as it was'))
  expect((await blobs.get(hash)).toString()).toBe('as it was')
  await writeFile(join(folder, hash.slice(0, 2), hash), 'as it is')
  await expect(blobs.get(hash)).rejects.toThrow('damaged')
  await expect(blobs.get('../../etc/passwd')).rejects.toThrow('SHA-256')
  await rm(folder, { recursive: true })
})

test('a wrong setting is named by its variable; the demonstration comes from the command line only', () => {
  expect(() => readConfig({}, { PORT: '99999' })).toThrow('PORT')
  expect(() => readConfig({}, { MAIL_FROM: 'nobody' })).toThrow('MAIL_FROM')
  expect(readConfig({}, { ICONET_DEMO: 'true' }).demo).toBe(false)
  expect(['127.0.0.1', 'localhost', '::1', '127.9.9.9'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '10.0.0.1', '127.0.0.1.example.org', ''].some(isLoopback)).toBe(false)
})

test('the README names every setting', async () => {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
  expect(settings.filter(name => !readme.includes(`\`${name}\``))).toEqual([])
})

test('a file of the pages with a hash in its name is never asked for again, the page itself each time', async () => {
  const client = await mkdtemp(join(tmpdir(), 'iconet-client-'))
  await mkdir(join(client, 'assets'))
  await writeFile(join(client, 'index.html'), '<!doctype html><title>A page</title>')
  await writeFile(join(client, 'assets', 'page-1a2b3c.js'), 'export {}')
  const web = await openTestWeb(world, client)
  try {
    const cacheOf = async (url: string) => (await web.inject({ url })).headers['cache-control']
    expect(await cacheOf('/assets/page-1a2b3c.js')).toBe('public, max-age=31536000, immutable')
    for (const page of ['/', '/index.html', '/warnings']) expect(await cacheOf(page)).toBe('no-cache')
  } finally {
    await web.close()
    await rm(client, { recursive: true })
  }
})
