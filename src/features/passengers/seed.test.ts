import { beforeAll, expect, test } from 'vitest'
import { seedPassengers } from '#app/seed-passengers.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
beforeAll(() => seedPassengers(world.ground))
const kristaps = () => world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })

test('the demonstration has a dozen flights in every state, with people to look at and messages to mend', async () => {
  const desk = await kristaps()
  const flights = await desk.passengers.flights({})
  expect(flights.length).toBeGreaterThanOrEqual(12)
  expect(new Set(flights.map(each => each.state))).toEqual(
    new Set(['expected', 'late', 'received', 'closed', 'cancelled']),
  )
  expect(flights.some(each => each.partsMissing > 0)).toBe(true)
  expect(flights.every(each => each.departsAt !== null && each.arrivesAt !== null)).toBe(true)
  const queue = await desk.passengers.queue({})
  expect(queue.length).toBeGreaterThan(0)
  expect((await desk.passengers.messages({ state: 'quarantined' })).items).toHaveLength(1)
  const open = await desk.passengers.answers({ open: true })
  expect(open.some(each => each.overdue)).toBe(true)
  expect((await desk.passengers.answers({})).some(each => each.acknowledgedAt !== null)).toBe(true)
  const [quality] = await desk.passengers.quality({})
  expect(quality?.complete).toBeGreaterThan(0.5)
})

test('the flights of the demonstration are closed when they leave, as carriers close them: in vain were few, and no carrier goes quiet', async () => {
  const waiting = await world.owner.query<{ payload: { input: unknown }; run_at: Date }>(
    `select payload, run_at from graphile_worker._private_jobs where payload ->> 'operation' = 'passengers.take' order by run_at`,
  )
  const flights = await (await kristaps()).passengers.flights({})
  const toLeave = flights.filter(
    each =>
      each.passengers > 0 && each.state !== 'cancelled' && Date.parse(each.departsAt ?? '') > Date.now(),
  )
  expect(waiting.rows.length).toBe(toLeave.length)
  await world.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where payload ->> 'operation' = 'passengers.take'`,
  )
  await world.workJobs()
  const { rows } = await world.owner.query<{ code: string; vain: number; travelled: number }>(
    `select f.carrier_code as code, count(*) filter (where p.on_board)::int as travelled,
       count(*) filter (where p.on_board is distinct from true)::int as vain
     from person.passenger p join person.flight f on f.id = p.flight where p.standing <> 'no-board'
     -- What is kept longest: the flights that leave after the demonstration is filled, and one that was cancelled.
       and f.departs_at > now() group by 1`,
  )
  expect(rows.length).toBe(3)
  for (const { vain, travelled } of rows) expect(vain).toBeLessThan(travelled)
  const { rows: refused } = await world.owner.query(
    `select from person.passenger where standing = 'no-board' and on_board`,
  )
  expect(refused).toEqual([])
  expect((await (await kristaps()).passengers.messages({ state: 'quarantined' })).items).toHaveLength(1)
})
