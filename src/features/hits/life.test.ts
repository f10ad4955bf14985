import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { useWorld } from '#test/world.ts'
import { alertsOfTheirOwn, byText } from '#test/alerts-of-their-own.ts'
import { statementsDuring } from './behind.ts'
import { hitsOf } from './raising.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const { greece, border, anAlert, passenger, family, theHit, countOf } = alertsOfTheirOwn(world)
const day = 86_400_000

test('screening the same people again raises nothing, and only moves the hour by which they are looked at', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID()]
  await raise(world, [passenger()], { refs })
  const later = new Date(Date.now() + 9 * 3_600_000).toISOString()
  const again = await raise(world, [passenger()], { refs, dueAt: later })
  expect(await countOf(id)).toBe(1)
  expect(again[0]?.hits).toHaveLength(1)
  const officer = await border()
  expect(await officer.hits.list({ view: 'all', subjects: refs })).toMatchObject({
    items: [{ dueAt: later }],
  })
})

test('a change of the alert that is not screened raises nothing anew; one that is replaces what waited', async () => {
  const { id, content, version } = await anAlert()
  const refs = [randomUUID()]
  await raise(world, [passenger()], { refs })
  const keeper = await greece()
  const changed = await keeper.alerts.change({ id, version, content: { ...content, flags: ['armed'] } })
  await raise(world, [passenger()], { refs })
  expect(await countOf(id)).toBe(1)
  const [identity] = content.identities
  await keeper.alerts.change({
    id,
    version: changed.version,
    content: { ...content, identities: [{ ...identity, sex: 'X' } as never] },
  })
  const [now] = await raise(world, [passenger()], { refs })
  expect(now?.hits).toHaveLength(1)
  expect(await countOf(id)).toBe(2)
  const officer = await border()
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause]).toSorted(byText)).toEqual([
    ['closed', 'superseded'],
    ['open', null],
  ])
})

test('when the alert is withdrawn, what nobody decided closes itself and says so; what hits told of the alert is gone', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID(), randomUUID()]
  await raise(world, [passenger(), passenger({ given: 'FARROKH' })], { refs })
  const officer = await border()
  const decided = (await theHit(id, refs[1]))?.id ?? ''
  await officer.hits.review({ id: decided, version: 1, verdict: 'same', reason: 'The same.' })
  await (await greece()).alerts.withdraw({ id, reason: 'decision-ended' })
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause, each.verdict]).toSorted(byText)).toEqual([
    ['closed', 'alert-ended', null],
    ['decided', null, 'same'],
  ])
  for (const each of items)
    expect(await officer.hits.read({ id: each.id })).toMatchObject({ alert: null, reasons: [], mine: false })
  const open = items.find(each => each.state === 'closed')
  await expect(
    officer.hits.review({
      id: open?.id ?? '',
      version: open?.version ?? 0,
      verdict: 'same',
      reason: 'Too late.',
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
  const standing = await world.ground.db.as(
    await world.actor('kristaps-vitolnieks-hale'),
    tx => hitsOf(tx, refs),
    'border-check',
  )
  expect([...standing.keys()]).toEqual([refs[1]])
})

test('a flight of 200 people costs three statements, however many of them are hits, and two more for the first hit of a day', async () => {
  await anAlert()
  const people = Array.from({ length: 200 }, (_, i) =>
    i % 10 === 0
      ? passenger()
      : aPassenger({
          family: `SOMEBODY${i}`,
          given: 'ELSE',
          birth: '1990-01-01',
          documents: [{ number: `ZZ${i}99`, type: 'P', issuer: 'TUR' }],
        }),
  )
  const sent = await statementsDuring(world.ground, async () => {
    const found = await raise(world, people)
    expect(found.filter(each => each.hits.length > 0)).toHaveLength(20)
  })
  const own = sent.filter(each => /person\.hit|alert_document|work\.clock|network\.enqueue/.test(each))
  // The tests before this one have raised hits today, unless midnight has just passed.
  expect([3, 5]).toContain(own.length)
})

test('a hit that nobody reviewed closes 48 hours after departure, and nothing of the person is left; a confirmed one is kept longer', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID(), randomUUID()]
  const dueAt = new Date(Date.now() - 49 * 3_600_000).toISOString()
  await raise(world, [passenger(), passenger({ given: 'FARROKH' })], { refs, dueAt })
  const officer = await border()
  await officer.hits.review({
    id: (await theHit(id, refs[1]))?.id ?? '',
    version: 1,
    verdict: 'same',
    reason: 'The same.',
  })
  await world.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where payload->>'operation' = 'hits.tend'`,
  )
  expect(await world.workJobs()).toBeGreaterThan(0)
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause, each.name]).toSorted(byText)).toEqual([
    ['closed', 'not-reviewed', ''],
    ['decided', null, `${family().toUpperCase()}, FARROKH`],
  ])
  const { rows } = await world.owner.query(`select subject, reasons from person.hit where subject_ref = $1`, [
    refs[0],
  ])
  expect(rows).toEqual([{ subject: {}, reasons: [] }])
})

test('months of hits are told in numbers rounded to five, once, when what they brought is over', async () => {
  const reader = await border()
  const mandate = await world.owner.query<{ id: number }>(
    `select m.id from network.mandate m join network.official o on o.id = m.official where o.name = 'ICONet clock'`,
  )
  const clock = client(world.ground, await actorOfMandate(world.ground.db, mandate.rows[0]?.id ?? 0)).hits
  const moved = async (to: string) =>
    world.owner.query<{ verdict: string | null }>(
      `update person.hit set raised_at = $1, decided_at = case when verdict is not null then $1::timestamptz + interval '2 hours' end where kind = 'return-decision' returning verdict`,
      [to],
    )
  // Raised a fortnight and less ago: their month is not told yet, whether or not it has ended.
  await moved(new Date(Date.now() - 13 * day).toISOString())
  await clock.tend()
  expect(await reader.hits.statistics()).toEqual([])
  const { rows } = await moved('2026-01-15T10:00:00Z')
  await clock.tend()
  const [month] = await reader.hits.statistics()
  expect(month).toMatchObject({ month: '2026-01', kind: 'return-decision' })
  const same = rows.filter(each => each.verdict === 'same').length
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(month).toMatchObject({
    raised: Math.round(rows.length / 5) * 5,
    same: Math.round(same / 5) * 5,
    withinHour: 0,
  })
  expect(await (await greece()).hits.statistics()).toEqual([])
  // Told once: a number that grew while somebody watched would tell of a person.
  await world.owner.query(`update person.hit set counted_at = null where kind = 'return-decision'`)
  await clock.tend()
  expect(await reader.hits.statistics()).toEqual([month])
})
