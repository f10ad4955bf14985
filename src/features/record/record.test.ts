import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { tablesSaying } from '#features/hits/behind.ts'
import { sql } from '#kit/sql.ts'
import { Browser, openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import { csv } from './server.ts'

const world = useWorld()

test('every official reads their own entries, and no one else’s', async () => {
  const officer = await world.as('ivana-perkovic-lund')
  const { person } = await world.actor('ivana-perkovic-lund')
  await officer.directory.enterAuthority({ state: 'HR', name: 'None of mine' }).catch(() => undefined)
  const { entries } = await officer.record.entries({})
  expect(entries[0]).toMatchObject({ operation: 'directory.enterAuthority', outcome: 'refused', person })
  expect(entries.every(each => each.person === person)).toBe(true)
  const other = (await world.actor('vesna-kraljic-dorn')).person
  expect((await officer.record.entries({ person: other })).entries).toEqual([])
})

test('the data-protection officer reads the record of their State, the Union’s supervisor reads all', async () => {
  const latvia = await world.as('laima-rudzite-penn')
  await (await world.as('ilze-ozolina-brandt')).directory.rule({ code: 'LV', validates: false })
  await (await world.as('vesna-kraljic-dorn')).directory.rule({ code: 'HR', validates: true })
  const theirs = (await latvia.record.entries({ limit: 500 })).entries
  expect(theirs.some(each => each.operation === 'directory.rule')).toBe(true)
  expect(theirs.every(each => each.state === 'LV')).toBe(true)
  const union = await world.as('clara-nordqvist-bey')
  const all = (await union.record.entries({ operation: 'directory.rule' })).entries
  expect(new Set(all.map(each => each.state))).toEqual(new Set(['LV', 'HR']))
})

test('reading the record is itself in the record', async () => {
  const union = await world.as('clara-nordqvist-bey', { correlation: 'reading-1' })
  await union.record.entries({})
  const { entries } = await union.record.entries({ correlation: 'reading-1' })
  expect(entries[0]).toMatchObject({
    operation: 'record.entries',
    outcome: 'read',
    subject: 'record',
    marking: 'LIMITED',
  })
  const file = await union.record.download({ correlation: 'reading-1' })
  expect(await file.text()).toContain('record.entries')
  const again = await union.record.entries({ operation: 'record.download' })
  expect(again.entries[0]).toMatchObject({ outcome: 'read' })
})

test('the record is filtered by time, person, operation, outcome, item and reference, and read page by page', async () => {
  const union = await world.as('clara-nordqvist-bey')
  const { person } = await world.actor('vesna-kraljic-dorn')
  const granted = (await union.record.entries({ operation: 'access.grant', person, outcome: 'done' })).entries
  expect(granted.length).toBeGreaterThan(2)
  const [first] = granted
  const id = first?.subjectIds[0] ?? ''
  expect(
    (await union.record.entries({ subject: 'mandate', id })).entries.every(each =>
      each.subjectIds.includes(id),
    ),
  ).toBe(true)
  expect((await union.record.entries({ until: '2020-01-01T00:00:00Z' })).entries).toEqual([])
  expect(
    (await union.record.entries({ from: first?.at, operation: 'access.grant' })).entries.length,
  ).toBeGreaterThan(0)
  const seen: number[] = []
  let before: number | undefined
  for (let page = 0; page < 3; page++) {
    const next = await union.record.entries({ limit: 7, before })
    seen.push(...next.entries.map(each => each.id))
    before = next.before ?? undefined
  }
  expect(seen).toHaveLength(21)
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a))
})

test('only supervisors and data-protection officers take the record away as a table', async () => {
  for (const persona of ['ivana-perkovic-lund', 'vesna-kraljic-dorn', 'bertil-oksanen-grey'])
    await expect((await world.as(persona)).record.download({})).rejects.toMatchObject({
      code: 'not-competent',
    })
  const web = await openTestWeb(world)
  try {
    const page = new Browser(web)
    await page.be('clara-nordqvist-bey')
    const answer = await page.get('/record.csv?operation=access.demoSignIn')
    expect(answer.headers['content-type']).toMatch(/^text\/csv/)
    expect(answer.headers['content-disposition']).toMatch(/record-\d{4}-\d\d-\d\d\.csv/)
    expect(answer.body).toContain('Clara Nordqvist-Bey')
  } finally {
    await web.close()
  }
})

test('no cell of the table is a formula for a spreadsheet', () => {
  const entry = {
    id: 1,
    at: '2026-11-22T00:00:00.000Z',
    person: null,
    unit: null,
    state: null,
    operation: 'access.grant',
    outcome: 'done' as const,
    marking: 'PUBLIC' as const,
    purpose: null,
    problem: null,
    correlation: null,
  }
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const evil = `${start}cmd|'/c calc'!A1`
    const text = csv([{ ...entry, name: evil, subject: evil, subjectIds: [evil] }])
    const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    for (const cell of [row?.name, row?.subject, row?.subjectIds])
      expect(cell?.startsWith(`'${start}`)).toBe(true)
  }
})

test('an entry is written about oneself only, and nobody changes or removes one', async () => {
  const actor = await world.actor('clara-nordqvist-bey')
  const other = await world.actor('vesna-kraljic-dorn')
  const { rows } = await world.owner.query<{ count: number }>('select count(*)::int from record.entry')
  for (const statement of [
    sql`insert into record.entry (mandate, operation, outcome) values (${other.mandate}, 'access.grant', 'done')`,
    sql`update record.entry set outcome = 'done'`,
    sql`delete from record.entry`,
    sql`truncate record.entry`,
    sql`alter table record.entry disable row level security`,
    sql`drop table record.entry`,
  ])
    await expect(
      world.ground.db.as(actor, tx => tx.run(statement)),
      statement.text,
    ).rejects.toMatchObject({ code: '42501' })
  expect((await world.owner.query('select count(*)::int from record.entry')).rows).toEqual(rows)
})

test('somebody who is not signed in reads nothing, and their refused try is kept', async () => {
  const web = await openTestWeb(world)
  try {
    const page = new Browser(web)
    expect((await page.get('/record')).body.code).toBe('sign-in-needed')
  } finally {
    await web.close()
  }
  const union = await world.as('clara-nordqvist-bey')
  const { entries } = await union.record.entries({ operation: 'record.entries', outcome: 'refused' })
  expect(entries[0]).toMatchObject({ person: null, state: null, problem: 'sign-in-needed' })
  expect(
    (await (await world.as('laima-rudzite-penn')).record.entries({ outcome: 'refused' })).entries,
  ).toEqual([])
})

test('what was answered to a submission, whatever it is about, is answered again for a day, and goes then without anybody’s doing', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Kept a day' }))
  const submission = 'kept-a-day-0001'
  const once = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping', submission })
  const content = sampleContent({ ground: { reason: 'Quillonbury, invented.', decision: 'T-1/2026' } })
  const first = await once.alerts.enter({ list, content })
  expect(await once.alerts.enter({ list, content })).toEqual(first)
  const kept = async () =>
    (await tablesSaying(world.owner, submission)).filter(table => table === 'record.submission')
  const duty = `payload ->> 'operation' = 'record.forget'`
  const { rows } = await world.owner.query<{ hours: number }>(
    `select extract(epoch from run_at - now()) / 3600 as hours from graphile_worker._private_jobs where ${duty}`,
  )
  expect(rows).toHaveLength(1)
  expect(Number(rows[0]?.hours)).toBeGreaterThan(23)
  expect(Number(rows[0]?.hours)).toBeLessThanOrEqual(25)
  const dutyNow = async () => {
    await world.owner.query(`update graphile_worker._private_jobs set run_at = now() where ${duty}`)
    expect(await world.workJobs()).toBeGreaterThan(0)
  }
  await world.owner.query(`update record.submission set at = at - interval '23 hours'`)
  await dutyNow()
  expect(await kept()).toEqual(['record.submission'])
  expect(await once.alerts.enter({ list, content })).toEqual(first)
  await world.owner.query(`update record.submission set at = at - interval '1 hour'`)
  // The next answer in another hour brings the duty with it.
  const other = await world.as('despina-kalogirou-astel', {
    purpose: 'alert-keeping',
    submission: 'kept-a-day-0002',
  })
  await other.alerts.enter({ list, content: sampleContent() })
  await dutyNow()
  expect(await kept()).toEqual([])
  // Then it is another submission: it is done anew.
  expect((await once.alerts.enter({ list, content })).id).not.toBe(first.id)
})

test('answers are forgotten by the automatic duty alone, and by nobody before their time', async () => {
  const supervisor = await world.as('clara-nordqvist-bey')
  await expect(supervisor.record.forget()).rejects.toMatchObject({ code: 'not-competent' })
  const actor = await world.actor('clara-nordqvist-bey')
  for (const statement of [sql`select record.forget_answers(0)`, sql`delete from record.submission`])
    await expect(
      world.ground.db.as(actor, tx => tx.run(statement)),
      statement.text,
    ).rejects.toMatchObject({ code: '42501' })
})
