import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Client } from '#app/network.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { sql } from '#kit/sql.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { mostCounted } from './kinds.ts'
import { Filter } from './model.ts'
import { conditions, pageOf } from './reading.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const officer = 'kristaps-vitolnieks-hale'
const second = 'dace-liepina-korr'

/** The number in the navigation, the number that a filter finds, and the list that opens. */
async function numbers(reader: Client): Promise<[navigation: number, counted: number, listed: number]> {
  const waiting = await reader.hits.waiting()
  const { items } = await reader.hits.list({ view: 'queue' })
  return [
    waiting.find(each => each.what === 'hits')?.count ?? -1,
    (await reader.hits.count({ view: 'queue' })).count,
    items.length,
  ]
}

test('the number of hits that wait is that of the list which opens, for everybody and in every state of a hit', async () => {
  const keeper = await as('despina-kalogirou-astel', 'alert-keeping')
  const bureau = () => as('sanita-krumina-falk', 'alert-keeping')
  const readers = [
    () => as(officer, 'border-check'),
    () => as(second, 'border-check'),
    () => as(officer, 'identity-verification'),
    bureau,
    () => as('despina-kalogirou-astel', 'alert-keeping'),
  ]
  const agree = async (...expected: number[]) => {
    const all = await Promise.all(readers.map(async reader => numbers(await reader())))
    expect(all).toEqual(expected.map(each => [each, each, each]))
  }
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'Waiting', fourEyes: true }),
  )
  const { id: alert } = await keeper.alerts.enter({ list, content: sampleContent() })
  await agree(0, 0, 0, 0, 0)
  const [one] = await raise(world, [aPassenger()], { by: officer })
  await agree(1, 1, 0, 1, 0)
  // The owner's bureau learns of it while nobody has looked, and has nothing to review.
  await (await bureau()).hits.sendForm({
    id: one?.hits[0]?.id ?? '',
    kind: 'information-request',
    text: 'Is there a photograph?',
  })
  await agree(1, 1, 0, 1, 0)
  // The first of two has spoken: it waits for the second, and no longer for the first.
  const hit = one?.hits[0]?.id ?? ''
  await (await as(officer, 'border-check')).hits.review({
    id: hit,
    version: 1,
    verdict: 'same',
    reason: 'Face.',
  })
  await agree(0, 1, 0, 1, 0)
  expect((await (await as(officer, 'border-check')).hits.list({ view: 'all' })).items).toMatchObject([
    { id: hit, waitsForAnother: true },
  ])
  const { version } = await (await as(second, 'border-check')).hits.read({ id: hit })
  await (await as(second, 'border-check')).hits.review({
    id: hit,
    version,
    verdict: 'same',
    reason: 'I agree.',
  })
  await agree(0, 0, 0, 0, 0)
  await raise(world, [aPassenger({ given: 'FAROK' })], { by: officer })
  await agree(1, 1, 0, 1, 0)
  await keeper.alerts.withdraw({ id: alert, reason: 'decision-ended' })
  await agree(0, 0, 0, 0, 0)
})

test('whoever oversees reviews nothing, and sees what waits for anybody', async () => {
  const keeper = await as('despina-kalogirou-astel', 'alert-keeping')
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Overseen' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
  const [one] = await raise(world, [aPassenger()], { by: officer })
  const overseer = await as('laima-rudzite-penn', 'supervision')
  expect((await overseer.hits.list({ view: 'queue' })).items).toMatchObject([
    { id: one?.hits[0]?.id, mine: false },
  ])
})

test('whose departure is nearest stands first, before or after it; who departed long ago keeps nobody waiting, on any page', async () => {
  const keeper = await as('despina-kalogirou-astel', 'alert-keeping')
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'In order' }))
  const { id: alert } = await keeper.alerts.enter({ list, content: sampleContent() })
  // Six on the way or about to be, of one who is not known to depart, and of as many as a page holds who departed long ago.
  const now = new Date()
  const hours = [-40, 30, 3, null, -1, 20]
  const heap = Array.from({ length: 52 }, (_, at) => -41 - at / 60)
  for (const after of [...heap, ...hours]) {
    const documents = [{ type: 'P', number: `IO${after}`, issuer: 'IRN' }]
    const dueAt = after === null ? null : new Date(now.getTime() + after * 3_600_000).toISOString()
    await raise(world, [aPassenger({ documents })], { dueAt })
  }
  const desk = await as(officer, 'border-check')
  const pageOf = async (next?: string | null) => desk.hits.list({ alert, ...(next && { after: next }) })
  const first = await pageOf()
  const second = await pageOf(first.next)
  expect(second.next).toBeNull()
  const read = [...first.items, ...second.items].map(({ dueAt }) =>
    dueAt === null ? null : (Date.parse(dueAt) - now.getTime()) / 3_600_000,
  )
  expect(read.slice(0, 6)).toEqual([null, -1, 3, 20, 30, -40])
  expect(read.slice(6)).toHaveLength(52)
  expect(read.slice(6)).toEqual(read.slice(6).toSorted((a, b) => Number(b) - Number(a)))
  // However much agrees, likeness is cut below 1, which only the very number of a document or a thing is.
  await world.owner.query('update person.hit set score = 0.9987 where id = $1', [first.items[0]?.id])
  expect((await pageOf()).items[0]?.score).toBe(0.99)
  // Beside the number stands who departs next, not who has departed.
  const soonest = (await desk.hits.waiting()).find(({ what }) => what === 'hits')?.soonest
  expect(Date.parse(soonest ?? '') - now.getTime()).toBe(3 * 3_600_000)
  await expect(desk.hits.list({ after: 'infinity' })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a page of a queue of thousands is read along its index, the first and the next, and costs no more than its hits', async () => {
  const keeper = await as('despina-kalogirou-astel', 'alert-keeping')
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Long queue' }))
  const { id: alert } = await keeper.alerts.enter({ list, content: sampleContent() })
  const [one] = await raise(world, [aPassenger()], { by: officer })
  const { rows: columns } = await world.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'person.hit'::regclass and attnum > 0 and not attisdropped`,
  )
  const own: Record<string, string> = {
    id: 'gen_random_uuid()',
    subject_print: `'long ' || i`,
    due_at: `date_trunc('minute', now()) + make_interval(mins => (i * 7919) % 5000 - 2400)`,
  }
  await world.owner.query(`
    set session_replication_role = replica;
    insert into person.hit (${columns.map(({ name }) => name).join()})
      select ${columns.map(({ name }) => own[name] ?? name).join()} from person.hit, generate_series(1, 4000) i
      where alert = '${alert}';
    reset session_replication_role; analyze person.hit`)
  const desk = await as(officer, 'border-check')
  const first = await desk.hits.list({})
  const now = new Date()
  const asOf = now.toISOString()
  const last = first.items.at(-1)
  const actor = await world.actor(officer)
  for (const after of [null, [asOf, last?.dueAt ?? '', last?.raisedAt ?? '', last?.id ?? ''] as const]) {
    const all = conditions(Filter.parse({}), now, 'border-check')
    const [plan] = await world.ground.db.as(
      actor,
      tx =>
        tx.rows(
          z.record(z.string(), z.unknown()),
          sql`explain (analyze, format json) ${pageOf(all, asOf, after && [...after])}`,
        ),
      'border-check',
    )
    const text = JSON.stringify(plan)
    expect(text).not.toContain('Seq Scan')
    expect(text.match(/"hit_queue"/g)).toHaveLength(2)
    const removed = [...text.matchAll(/"Rows Removed by Filter":(\d+)/g)].map(([, count]) => Number(count))
    expect(removed.reduce((sum, count) => sum + count, 0)).toBeLessThan(100)
  }
  const nearest = async () =>
    (
      await world.owner.query<{ at: string }>(
        `select network.iso(min(due_at)) as at from person.hit where alert = $1 and due_at > $2`,
        [alert, now],
      )
    ).rows[0]?.at
  // Whichever way it is read, it is read whole, and each hit once.
  const seen: string[] = []
  let next: string | null = null
  do {
    const page: Awaited<ReturnType<typeof desk.hits.list>> = await desk.hits.list({ alert, after: next })
    seen.push(...page.items.map(({ id }) => id))
    next = page.next
  } while (next !== null)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(4001)
  // Counted is as far as anybody reads; that there are more is said.
  const most = { count: mostCounted, more: true }
  expect(await desk.hits.count({ alert })).toEqual(most)
  const soonest = seen.length > 0 ? await nearest() : null
  expect((await desk.hits.waiting()).find(({ what }) => what === 'hits')).toEqual({
    what: 'hits',
    ...most,
    soonest,
  })
  expect(await (await as('laima-rudzite-penn', 'supervision')).hits.count({})).toEqual(most)
  expect((await desk.hits.count({ alert, subjects: [one?.ref ?? ''] })).more).toBe(true)
  expect(await desk.hits.count({ alert, verdict: ['same'] })).toEqual({ count: 0, more: false })
  await keeper.alerts.withdraw({ id: alert, reason: 'decision-ended' })
}, 120_000)
