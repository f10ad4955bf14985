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
