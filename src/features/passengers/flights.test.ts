import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { looked, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const { enterLists, waitsNow } = deskUnderLists(world, desk)
beforeAll(enterLists)
const flightNumbered = async (number: string) => {
  const found = (await (await desk.officer()).flights({})).find(each => each.number === `ZZ ${number}`)
  if (!found) throw new Error(`There is no flight ${number}.`)
  return found
}
const hour = 3_600_000

test('a flight that is said twice to be coming has not come: without a list it is late', async () => {
  const officer = await desk.officer()
  const at = sampleLeg({ number: '209', departs: new Date(Date.now() + 10 * 60_000) })
  const flights = [{ number: '209', from: 'IST', to: 'RIX', departs: at.departs ?? '' }]
  expect(await officer.expect({ carrier: desk.carrier.id, flights })).toEqual({ entered: 1, known: 0 })
  // The second plan has the arrival, too.
  const planned = flights.map(each => ({ ...each, arrives: at.arrives ?? '' }))
  expect(await officer.expect({ carrier: desk.carrier.id, flights: planned })).toEqual({
    entered: 0,
    known: 1,
  })
  expect(await flightNumbered('209')).toMatchObject({
    state: 'late',
    lastReceivedAt: null,
    arrivesLocal: at.arrives,
  })
})

test('an arrival that cannot be is not believed: nobody leaves the queue or is forgotten early for it, nor kept for years', async () => {
  const leg = sampleLeg({ number: '871' })
  const departs = Date.parse((await arriving('870', leg.arrives ?? '')).departsAt ?? '')
  for (const [at, arrives] of ['2001-01-01T10:00', '2066-01-01T10:00'].entries()) {
    const flight = await arriving(String(871 + at), arrives)
    expect(flight).toMatchObject({ arrivesAt: null, toReview: 1 })
    expect(await waitsNow(String(871 + at))).toHaveLength(1)
    const { findings } = await (await desk.officer()).message({ id: flight.message })
    expect(findings.map(({ code }) => code)).toContain('arrival-impossible')
    // Taken to be in the air for a day, and kept for 48 hours after.
    for (const { delete_at: kept } of flight.kept) expect(kept.getTime()).toBe(departs + 72 * hour)
  }
  // A correction that cannot be does not undo what was known.
  expect(await arriving('870', '2001-01-01T10:00')).toMatchObject({ toReview: 1, kept: [{}] })
  expect(await waitsNow('870')).toHaveLength(1)
})

test('a departure years ahead keeps nobody for years', async () => {
  const leg = { ...sampleLeg({ number: '881' }), departs: '2066-01-01T08:00', arrives: '2066-01-01T10:00' }
  await desk.send(samplePaxlst([samplePerson(1)], { control: 'AHEAD', leg }))
  const { rows } = await world.owner.query(
    `select p.delete_at < now() + interval '410 days' as soon, f.delete_at < now() + interval '410 days' as flight
     from person.passenger p join person.flight f on f.id = p.flight where f.number = '881'`,
  )
  expect(rows).toEqual([{ soon: true, flight: true }])
})

test('who names nobody as absent says that everybody is on board', async () => {
  const leg = sampleLeg({ number: '882' })
  await desk.send(samplePaxlst([samplePerson(1), samplePerson(2)], { control: 'BOARD', leg }))
  await desk.send(samplePaxlst([], { control: 'ABSENT', leg, function: 'CLNB' }))
  const { id, state } = await flightNumbered('882')
  const { people } = await (await desk.officer()).flight({ id })
  expect([state, ...people.map(({ onBoard }) => onBoard)]).toEqual(['closed', true, true])
})

test('a flight that departs later than it was to arrive has not arrived: whoever is to be looked at waits', async () => {
  const day = sampleLeg().departs?.slice(0, 10) ?? ''
  const { arrives: _arrives, ...leg } = sampleLeg({ number: '885' })
  const say = (name: string, times: { departs: string; arrives?: string }) =>
    desk.send(samplePaxlst([samplePerson(1, looked)], { control: `L${name}`, leg: { ...leg, ...times } }))
  await say('1', { departs: `${day}T00:10`, arrives: `${day}T01:10` })
  await say('2', { departs: `${day}T23:10` })
  expect(await flightNumbered('885')).toMatchObject({ arrivesLocal: null, arrivesAt: null, toReview: 1 })
})

test('a list that comes after a flight was cancelled says that it flies after all: whoever is to be looked at waits', async () => {
  const leg = sampleLeg({ number: '883' })
  const say = (name: string, people: Person[], does?: string) =>
    desk.send(samplePaxlst(people, { control: `X${name}`, leg, ...(does && { function: does }) }))
  await say('1', [samplePerson(1, looked)])
  await say('2', [], 'XF')
  expect(await waitsNow('883')).toEqual([])
  // What is only said of those who do not come changes nothing.
  await say('3', [samplePerson(2)], 'XR')
  expect(await flightNumbered('883')).toMatchObject({ state: 'cancelled' })
  await say('4', [samplePerson(3, looked)])
  expect(await flightNumbered('883')).toMatchObject({ state: 'received', toReview: 2 })
  expect(await waitsNow('883')).toHaveLength(2)
  await say('5', [], 'XF')
  expect(await flightNumbered('883')).toMatchObject({ state: 'cancelled' })
})

test('a day that is none is refused with the place, and nothing is kept of it', async () => {
  for (const departs of ['2026-13-45T08:00', '2026-02-30T08:00', '2026-11-23T25:61']) {
    const flight = { number: '884', from: 'IST', to: 'RIX', departs }
    const { status, body } = await desk.send({ message: { flight, people: [{ family: 'A' }] } })
    expect([departs, status, body.code]).toEqual([departs, 400, 'invalid-input'])
    expect(body.detail).toBe('Look at: message.flight.departs.')
  }
})

let control = 0
/** A list about somebody whom a list knows, on a flight that is said to arrive then; and what became of both. */
async function arriving(number: string, arrives: string) {
  const leg = { ...sampleLeg({ number }), arrives }
  const { message } = await desk.send(
    samplePaxlst([samplePerson(1, looked)], { control: `A${++control}`, leg }),
  )
  const { rows: kept } = await world.owner.query<{ delete_at: Date }>(
    `select p.delete_at from person.passenger p join person.flight f on f.id = p.flight where f.number = $1`,
    [number],
  )
  return { ...(await flightNumbered(number)), message, kept }
}
