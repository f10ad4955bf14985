import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Client, client } from '#app/network.ts'
import { sql } from '#kit/sql.ts'
import { useWorld } from '#test/world.ts'
import { alertsUnderClock, code, day, keeperName, monthsFrom } from '#test/alerts-under-clock.ts'
import { kindRules, kinds, noSource } from './kinds.ts'
import { sampleContent, sampleTerms } from './samples.ts'

const world = useWorld()
const { greece, tendAt } = alertsUnderClock(world)
let keeper: Client
let list = ''
beforeAll(async () => {
  keeper = await greece()
  list = (await keeper.alerts.enterList(sampleTerms('return-decision'))).id
})

test('each kind of list keeps no longer than its limit, and says where the limit comes from', async () => {
  const keeper = await greece()
  for (const kind of kinds) {
    const { mostMonths, limitSource, source } = kindRules[kind]
    expect([source, limitSource].every(each => each === noSource || /, Articles? \d/.test(each))).toBe(true)
    await expect(
      keeper.alerts.enterList(sampleTerms(kind, { name: `Too long ${kind}`, reviewMonths: mostMonths + 1 })),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  }
  // Somebody who is kept from travelling for their protection is not kept on a list for years.
  expect(kindRules['vulnerable-person'].mostMonths).toBe(12)
})

test('an alert is reviewed as many months on as its list says, and deleted at the end of the decision where that is earlier', async () => {
  const now = new Date()
  const long = await (await greece(now)).alerts.enter({ list, content: sampleContent() })
  expect(long.reviewAt).toBe(monthsFrom(now, 36).toISOString())
  expect(long.expiresAt).toBe(long.reviewAt)
  const endsOn = new Date(now.getTime() + 40 * day).toISOString().slice(0, 10)
  const short = await (await greece(now)).alerts.enter({ list, content: sampleContent({ endsOn }) })
  expect(short.expiresAt).toBe(new Date(Date.parse(`${endsOn}T00:00:00Z`) + day).toISOString())
})

test('four months ahead the owner’s bureau is told, once, and finds the alert among those due; nobody else is told', async () => {
  const now = new Date()
  const { id, expiresAt } = await keeper.alerts.enter({ list, content: sampleContent() })
  const four = monthsFrom(new Date(expiresAt), -4)
  const heard: string[] = []
  const listen = async (persona: string) => {
    const { person } = await world.actor(persona)
    return world.ground.events.listen({
      person,
      tell: ({ topic, id: of }) => void (of === id && heard.push(`${persona} ${topic}`)),
      close: () => {},
    })
  }
  const stops = [
    await listen(keeperName),
    await listen('sanita-krumina-falk'),
    await listen('dace-liepina-korr'),
  ]
  await tendAt(new Date(four.getTime() - 2 * day))
  expect(
    (await (await greece(new Date(four.getTime() - 2 * day))).alerts.due()).reviews.map(each => each.id),
  ).not.toContain(id)
  await tendAt(new Date(four.getTime() + day))
  await tendAt(new Date(four.getTime() + 2 * day))
  const due = await (await greece(new Date(four.getTime() + day))).alerts.due()
  expect(due.reviews.find(each => each.id === id)).toMatchObject({ due: true })
  await expect.poll(() => heard).toEqual([`${keeperName} alerts-due`])
  for (const stop of stops) stop()
  // A letter goes to the bureau as well: that something waits, and nothing of what.
  await world.workJobs()
  const folder = join(world.folder, 'mail')
  const letters = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))
  expect(letters.filter(each => each.includes('despina.kalogirouastel@gr.example')).length).toBeGreaterThan(0)
  expect(letters.filter(each => /lv\.example|Qasemzadeh|GR-[0-9A-Z]{5}/.test(each))).toEqual([])
  expect(now.getTime()).toBeLessThan(four.getTime())
  await keeper.alerts.withdraw({ id, reason: 'entered-in-error' })
})

test('at its end an alert is deleted by itself, with everything that hangs on it; what was done stays three years without a word about the person', async () => {
  const { id, version, reference } = await keeper.alerts.enter({
    list,
    content: sampleContent({
      documents: [{ number: 'ZX 1000' }],
      identities: [{ names: [{ family: 'Endingowski' }] }],
    }),
  })
  await keeper.alerts.change({
    id,
    version,
    content: sampleContent({ identities: [{ names: [{ family: 'Endingowska' }] }] }),
  })
  const end = new Date((await keeper.alerts.read({ id })).expiresAt)
  await tendAt(new Date(end.getTime() - 1000))
  expect(await code(keeper.alerts.read({ id }))).toBe('answered')
  await tendAt(end)
  expect(await code(keeper.alerts.read({ id }))).toBe('not-found')
  const left = await world.owner.query(
    `select to_jsonb(t)::text as row from person.identity t union all select to_jsonb(t)::text from person.alert t
     union all select to_jsonb(t)::text from person.alert_document t union all select to_jsonb(t)::text from person.alert_ground t
     union all select to_jsonb(t)::text from person.alert_history t`,
  )
  expect(left.rows.filter(({ row }: { row: string }) => /endingowsk|zx ?1000/i.test(row))).toEqual([])
  const history = await keeper.alerts.history({ id })
  expect(history.map(each => [each.act, each.before, each.official?.name ?? null])).toEqual([
    ['entered', null, 'Despina Kalogirou-Astel'],
    ['changed', null, 'Despina Kalogirou-Astel'],
    ['expired', null, null],
  ])
  expect(history[1]?.fields).toEqual(['identities', 'documents'])
  expect(reference).toMatch(/^GR-/)
  const kept = new Date(history[0]?.keptUntil ?? 0)
  expect(kept.getTime()).toBeGreaterThan(monthsFrom(new Date(), 35).getTime())
  await tendAt(new Date(kept.getTime() + 1000))
  expect(await code(keeper.alerts.history({ id }))).toBe('not-found')
})

test('only the clock’s mandate does the daily duty, and the next one is queued whenever something is entered', async () => {
  expect(await code((await greece()).alerts.tend())).toBe('not-competent')
  await keeper.alerts.enter({ list, content: sampleContent() })
  const { rows } = await world.owner.query<{ run_at: Date; payload: { operation: string } }>(
    `select run_at, payload from graphile_worker._private_jobs where payload ->> 'operation' = 'alerts.tend' order by run_at`,
  )
  expect(rows.length).toBeGreaterThan(0)
  const next = rows.find(each => each.run_at.getTime() > Date.now())
  expect((next?.run_at.getTime() ?? Infinity) - Date.now()).toBeLessThan(day + 10 * 60_000)
})

test('the job that is queued deletes what has ended, and queues the next night’s', async () => {
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  await world.owner.query('begin; set local session_replication_role = replica')
  await world.owner.query(
    `update person.alert set valid_from = now() - interval '2 years', review_at = now(), expires_at = now() where id = $1`,
    [id],
  )
  await world.owner.query('commit')
  expect((await world.owner.query('select from person.alert where id = $1', [id])).rowCount).toBe(1)
  const operation = `payload ->> 'operation' = 'alerts.tend'`
  await world.owner.query(`update graphile_worker._private_jobs set run_at = now() where ${operation}`)
  expect(await world.workJobs()).toBeGreaterThan(0)
  expect((await world.owner.query('select from person.alert where id = $1', [id])).rowCount).toBe(0)
  const queued = await world.owner.query(
    `select from graphile_worker._private_jobs where ${operation} and run_at > now()`,
  )
  expect(queued.rowCount).toBe(1)
})

test('an alert stands longer only after an individual assessment, never longer at a time than its list says', async () => {
  const { id, version, expiresAt } = await keeper.alerts.enter({
    list,
    content: sampleContent({ endsOn: new Date(Date.now() + 20 * day).toISOString().slice(0, 10) }),
  })
  for (const assessment of ['', 'Needed.', '                                '])
    expect(await code(keeper.alerts.extend({ id, version, months: 12, assessment }))).toBe('invalid-input')
  expect(
    await code(
      keeper.alerts.extend({ id, version, months: 37, assessment: 'The person has not left and hides.' }),
    ),
  ).toBe('invalid-input')
  const longer = await keeper.alerts.extend({
    id,
    version,
    months: 36,
    assessment: 'The person has not left and hides.',
  })
  expect(longer.expiresAt > expiresAt).toBe(true)
  expect(longer.version).toBe(version + 1)
  const { assessments } = await keeper.alerts.read({ id })
  expect(assessments).toMatchObject([
    {
      text: 'The person has not left and hides.',
      until: longer.expiresAt,
      official: { name: 'Despina Kalogirou-Astel' },
    },
  ])
  expect((await keeper.alerts.history({ id })).at(-1)).toMatchObject({
    act: 'extended',
    before: { expiresAt },
  })
  // To change the end of the decision is no way around it.
  const { content } = { content: sampleContent() }
  const changed = await keeper.alerts.change({ id, version: longer.version, content })
  expect(changed.expiresAt <= longer.reviewAt).toBe(true)
})

test('the database itself refuses an extension without its assessment, and one beyond it', async () => {
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  const actor = await world.actor(keeperName)
  const extend = (until: string, assessed: string | null, next = 1) =>
    world.ground.db.as(
      actor,
      async tx => {
        if (assessed !== null)
          await tx.run(sql`insert into person.alert_assessment (alert, version, text, until, official, at)
            values (${id}, 2, 'Written in the database by hand.', ${assessed}, ${actor.person}, now())`)
        await tx.run(
          sql`update person.alert set review_at = ${until}, expires_at = ${until}, version = version + ${next} where id = ${id}`,
        )
      },
      'alert-keeping',
    )
  const inYears = (years: number) => monthsFrom(new Date(), years * 12).toISOString()
  await expect(extend(inYears(4), null)).rejects.toMatchObject({ code: '42501' })
  await expect(extend(inYears(4), inYears(4))).rejects.toMatchObject({ code: '42501' })
  await expect(extend(inYears(4), inYears(2))).rejects.toMatchObject({ code: '42501' })
})

test('whenever it is entered and however long its list keeps, an alert ends at its review and never after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.date({ min: new Date(Date.now() - 20 * day), max: new Date(), noInvalidDate: true }),
      fc.integer({ min: 2, max: 60 }),
      fc.option(fc.integer({ min: 1, max: 1500 })),
      async (time, reviewMonths, endsIn) => {
        const officer = await greece(time)
        const { id } = await officer.alerts.enterList(
          sampleTerms('return-decision', { name: `L${Math.random()}`, reviewMonths, warnMonths: 1 }),
        )
        const endsOn = endsIn === null ? null : new Date(Date.now() + endsIn * day).toISOString().slice(0, 10)
        const made = await officer.alerts.enter({ list: id, content: sampleContent({ endsOn }) })
        expect(made.reviewAt).toBe(monthsFrom(time, reviewMonths).toISOString())
        const end = endsOn === null ? Infinity : Date.parse(`${endsOn}T00:00:00Z`) + day
        expect(Date.parse(made.expiresAt)).toBe(Math.min(Date.parse(made.reviewAt), end))
      },
    ),
    { numRuns: 12 },
  )
})

test('months are counted in UTC, wherever the database stands', async () => {
  await world.owner.query(
    `do $$ begin execute format('alter database %I set timezone = %L', current_database(), 'Pacific/Auckland'); end $$`,
  )
  // Connections made from now on, as of a server that starts.
  const db = world.ground.db.apart(1)
  try {
    const time = new Date()
    const ground = { ...world.ground, db, clock: () => time }
    const officer = client(ground, await world.actor(keeperName), { purpose: 'alert-keeping' })
    // Whatever the season, one of them lies where the clocks of Auckland have been changed.
    for (const reviewMonths of [3, 6, 9]) {
      const terms = sampleTerms('return-decision', {
        name: `Auckland ${reviewMonths}`,
        reviewMonths,
        warnMonths: 1,
      })
      const { id } = await officer.alerts.enterList(terms)
      const made = await officer.alerts.enter({ list: id, content: sampleContent() })
      expect(made.reviewAt, `${reviewMonths}`).toBe(monthsFrom(time, reviewMonths).toISOString())
    }
  } finally {
    await db.end()
  }
})

test('a list opened while its kind was kept longer keeps no alert longer than the kind is kept now', async () => {
  const now = new Date()
  const keeper = await greece(now)
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('vulnerable-person', { name: 'Opened before' }),
  )
  await world.owner.query('update person.list set review_months = 36 where id = $1', [list])
  const made = await keeper.alerts.enter({ list, content: sampleContent() })
  expect(made.reviewAt).toBe(monthsFrom(now, 12).toISOString())
  const assessment = 'Still in danger of being taken abroad.'
  expect(await code(keeper.alerts.extend({ id: made.id, version: 1, months: 36, assessment }))).toBe(
    'invalid-input',
  )
})
