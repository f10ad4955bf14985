import { beforeAll, expect, test } from 'vitest'
import type { Leg } from '#core/edifact/message.ts'
import { writePnrgov } from '#core/edifact/write-pnrgov.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { client } from '#app/network.ts'
import type { Ground } from '#kit/ground.ts'
import { tablesSaying } from '#features/hits/behind.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { clockAt, momentAt } from './airports.ts'
import { readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const hour = 3_600_000
const day = 24 * hour
let gateway = 0
beforeAll(async () => {
  const { authority } = await world.actor('kristaps-vitolnieks-hale')
  gateway = (await world.owner.query('select person.gateway_of($1) as id', [authority])).rows[0].id
})
/** The gateway's operations as if it were that moment. The database's own clock still refuses what is not due by it. */
const as = async (clock: Date) => {
  const ground: Ground = { ...world.ground, clock: () => clock }
  return client(ground, await actorOfMandate(world.ground.db, gateway), { purpose: 'border-check' })
}
const at = async (clock: Date) => (await as(clock)).passengers
const sendAt = (clock: Date, message: string) =>
  client({ ...world.ground, clock: () => clock }, null, {
    session: {
      token: null,
      set: () => {},
      address: '',
      agent: '',
      bearer: desk.carrier.key,
      retryAfter: () => {},
    },
  }).passengers.receive({ message })
const counted = async () =>
  (
    await world.owner.query(`
      select (select count(*)::int from person.flight) as flights, (select count(*)::int from person.passenger) as people,
        (select count(*)::int from person.passenger_document) as documents, (select count(*)::int from person.message) as messages,
        (select count(*)::int from person.original) as originals, (select count(*)::int from person.answer) as answers`)
  ).rows[0]
const legAt = (departs: Date, number: string): Leg => sampleLeg({ departs, number, hours: 3 })

test('what was announced goes 48 hours after arrival, originals and answers with it, and not an hour before', async () => {
  // Arrived 47 hours ago; and more than 48, the day before.
  const now = Date.now()
  const kept = new Date(now - 50 * hour)
  const due = new Date(now - 74 * hour)
  await sendAt(
    new Date(kept.getTime() - hour),
    samplePaxlst([samplePerson(1)], { control: 'K', leg: legAt(kept, '501') }),
  )
  const people = Array.from({ length: 13 }, (_, i) => samplePerson(i))
  await sendAt(new Date(due.getTime() - hour), samplePaxlst(people, { control: 'D', leg: legAt(due, '502') }))
  const early = await at(new Date(now - 24 * hour))
  expect(await early.forget()).toEqual({ flights: 0, people: 0, masked: 0, messages: 0 })
  expect(await (await at(new Date(now))).forget()).toEqual({ flights: 1, people: 13, masked: 0, messages: 1 })
  expect(await counted()).toEqual({
    flights: 1,
    people: 1,
    documents: 1,
    messages: 1,
    originals: 1,
    answers: 1,
  })
  // A clock that runs ahead does not make the gateway forget sooner: the database asks its own.
  expect(await (await at(new Date(now + 30 * day))).forget()).toMatchObject({ people: 0, flights: 0 })
  expect(await counted()).toMatchObject({ flights: 1, people: 1 })
})

test('before a flight is forgotten its day is counted, people to the nearest five', async () => {
  const officer = await desk.officer()
  const counts = await officer.counts({})
  expect(counts).toMatchObject([
    { carrierCode: 'ZZ', flights: 1, messages: 1, passengers: 15, crew: 0, refused: 0 },
  ])
  const stranger = await world.as('marta-colonnese-ruiz')
  expect(await stranger.passengers.counts({})).toEqual([])
})

test('a day is told when its last flight is forgotten, its people rounded together, and never again', async () => {
  const start = Math.floor(Date.now() / day) * day - 9 * day
  const departs = [7, 8, 14].map(hours => new Date(start + hours * hour))
  for (const [i, at] of departs.entries()) {
    const people = Array.from({ length: [1, 2, 5][i] ?? 0 }, (_, n) => samplePerson(100 * i + n))
    await sendAt(
      new Date(at.getTime() - hour),
      samplePaxlst(people, { control: `DAY${i}`, leg: legAt(at, `52${i}`) }),
    )
  }
  const told = async () =>
    (await (await desk.officer()).counts({})).filter(
      each => each.day === new Date(start).toISOString().slice(0, 10),
    )
  // Two of them are forgotten, and their people gone; the third is not due.
  expect(await (await at(new Date(start + 63 * hour))).forget()).toMatchObject({ people: 3, flights: 0 })
  expect(await told()).toEqual([])
  expect(await (await at(new Date(start + 66 * hour))).forget()).toMatchObject({ people: 5, flights: 3 })
  expect(await told()).toMatchObject([{ flights: 3, messages: 3, passengers: 10, crew: 0 }])
  await (await at(new Date())).forget()
  expect(await told()).toMatchObject([{ flights: 3, passengers: 10 }])
})

test('the forgetting is queued for its minute when the flight is announced', async () => {
  const departs = new Date(Date.now() + 5 * hour)
  await desk.send(samplePaxlst([samplePerson(1)], { control: 'Q', leg: legAt(departs, '503') }))
  const { rows } = await world.owner.query<{ run_at: Date }>(
    `select run_at from graphile_worker._private_jobs where payload ->> 'operation' = 'passengers.forget'
     order by run_at desc limit 1`,
  )
  const arrival = momentAt('RIX', legAt(departs, '503').arrives) as Date
  expect(Math.abs(rows[0]!.run_at.getTime() - (arrival.getTime() + 48 * hour))).toBeLessThan(61_000)
})

test('a message that was never read goes too', async () => {
  const answer = await sendAt(new Date(Date.now() - 73 * hour), 'This is no message at all.')
  expect(answer.headers['iconet-state']).toBe('received')
  expect(await (await at(new Date())).forget()).toMatchObject({ messages: 1 })
})

test('a booking is masked after six months, in everything that could serve to identify, and goes after five years', async () => {
  const started = new Date(Date.now() - 200 * day)
  const leg = legAt(new Date(started.getTime() + 5 * hour), '504')
  const person = { ...samplePerson(9), surname: 'MASKEDSOON' }
  const message = writePnrgov(
    { sender: 'ZZ', recipient: 'LV', date: '260101', time: '0900', reference: 'PNR1' },
    [
      {
        reference: '1',
        legs: [leg],
        bookings: [{ pnr: 'MASKPNR', legs: [leg], people: [person], segment: 0 }],
      },
    ],
  )
  await sendAt(started, message)
  const find = async () =>
    (
      await world.owner.query(`select to_jsonb(p) as row from person.passenger p where source = 'pnr'`)
    ).rows.map(r => r.row)
  expect(await find()).toMatchObject([{ family: 'MASKEDSOON', pnr: 'MASKPNR', masked_at: null }])
  expect(await (await at(new Date())).forget()).toMatchObject({ masked: 1 })
  const [row] = await find()
  expect(row).toMatchObject({
    family: null,
    given: null,
    birth: null,
    pnr: null,
    seat: null,
    sex: null,
    nationality: null,
    pax_ref: null,
  })
  expect(JSON.stringify(row)).not.toMatch(/MASK(EDSOON|PNR)/)
  const { rows } = await world.owner.query(
    `select count(*)::int as n from person.passenger_document where passenger = $1`,
    [row.id],
  )
  expect(rows[0].n).toBe(0)
  expect(Date.parse(row.delete_at) - started.getTime()).toBeGreaterThan(5 * 364 * day)
})

test('what an officer wrote about a booking goes when it is masked; that they decided, what and when, stays', async () => {
  const started = new Date(Date.now() - 200 * day)
  const leg = legAt(new Date(started.getTime() + 5 * hour), '506')
  const person = { ...samplePerson(13), surname: 'DECIDEDON' }
  await sendAt(
    started,
    writePnrgov({ sender: 'ZZ', recipient: 'LV', date: '260101', time: '0900', reference: 'PNR2' }, [
      {
        reference: '1',
        legs: [leg],
        bookings: [{ pnr: 'DECPNR', legs: [leg], people: [person], segment: 0 }],
      },
    ]),
  )
  const { rows } = await world.owner.query(`select id from person.passenger where family = 'DECIDEDON'`)
  const id: string = rows[0].id
  const officer = await desk.officer()
  const reason = 'Quillonbury has no other document.'
  const once = await world.as('kristaps-vitolnieks-hale', {
    purpose: 'border-check',
    submission: 'quillonbury-0001',
  })
  await once.passengers.decide({
    id,
    says: 'no-board',
    reason,
    seen: null,
    read: await readNow(once.passengers, id),
  })
  // What was answered is kept for a day, in case it is sent again over a bad line.
  expect(await tablesSaying(world.owner, 'Quillonbury')).toEqual(['person.decision', 'record.submission'])
  await world.owner.query(`update record.submission set at = at - interval '1 day'`)
  await (await at(new Date())).forget()
  await (await as(new Date())).record.forget()
  expect(await tablesSaying(world.owner, 'Quillonbury')).toEqual([])
  const { decisions } = await officer.passenger({ id })
  expect(decisions).toMatchObject([
    { says: 'no-board', reason: null, officer: 'Kristaps Vītolnieks-Hale', stands: true },
  ])
  const supervisor = await world.as('clara-nordqvist-bey', { purpose: 'supervision' })
  expect((await supervisor.passengers.overseen()).decisions).toMatchObject([
    { says: 'no-board', reason: null },
  ])
  const record = await world.owner.query(
    `select person from record.entry where operation = 'passengers.decide' and outcome = 'done' and $1 = any(subject_ids)`,
    [id],
  )
  expect(record.rowCount).toBe(1)
  // Whoever is masked is nobody any more: nothing is decided about them, and nothing is written.
  await expect(
    officer.decide({
      id,
      says: 'board',
      reason: 'Later.',
      seen: decisions[0]?.id ?? null,
      read: await readNow(officer, id),
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('of somebody announced and booked the announcement goes when it is due, and the booking stays without it', async () => {
  const departs = new Date(Date.now() - 80 * hour)
  const leg = legAt(departs, '505')
  const person = { ...samplePerson(11), surname: 'STAYSBOOKED' }
  const before = new Date(departs.getTime() - hour)
  await sendAt(before, samplePaxlst([person], { control: 'BOTH1', leg }))
  await sendAt(
    before,
    writePnrgov({ sender: 'ZZ', recipient: 'LV', date: '260101', time: '0900', reference: 'BOTH2' }, [
      {
        reference: '1',
        legs: [leg],
        bookings: [{ pnr: 'BOTHPN', legs: [leg], people: [person], segment: 0 }],
      },
    ]),
  )
  const find = async () =>
    (
      await world.owner.query(
        `select source, same_as is not null as joined from person.passenger where family = 'STAYSBOOKED' order by source`,
      )
    ).rows
  expect(await find()).toEqual([
    { source: 'api', joined: false },
    { source: 'pnr', joined: true },
  ])
  expect(await (await at(new Date())).forget()).toMatchObject({ people: 1 })
  expect(await find()).toEqual([{ source: 'pnr', joined: false }])
})

test('local times become moments, also when the clocks change', () => {
  expect(momentAt('RIX', '2026-11-22T09:40')?.toISOString()).toBe('2026-11-22T07:40:00.000Z')
  expect(momentAt('RIX', '2026-07-01T09:40')?.toISOString()).toBe('2026-07-01T06:40:00.000Z')
  expect(momentAt('IST', '2026-07-01T09:40')?.toISOString()).toBe('2026-07-01T06:40:00.000Z')
  // 29 March 2026: from 03:00 to 04:00; 25 October: 03:00 to 04:00 twice, of which the first is meant.
  expect(momentAt('RIX', '2026-03-29T02:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z')
  expect(momentAt('RIX', '2026-03-29T03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(momentAt('RIX', '2026-10-25T03:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(momentAt('DEL', '2026-01-01T00:00')?.toISOString()).toBe('2025-12-31T18:30:00.000Z')
  expect(momentAt('QQQ', '2026-01-01T00:00')).toBeNull()
  expect(momentAt('RIX', null)).toBeNull()
  for (const moment of ['2026-11-22T07:40', '2026-07-01T06:40', '2026-03-29T00:59', '2026-03-29T01:30'])
    expect(momentAt('RIX', clockAt('RIX', new Date(`${moment}:00Z`)))?.toISOString()).toContain(moment)
})
