import { expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { writePaxlst } from '#core/edifact/write-paxlst.ts'
import { writePnrgov } from '#core/edifact/write-pnrgov.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { atOnce } from '#test/at-once.ts'
import { looked, readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
let control = 0
/** One interchange with a list for each of these flights, in this order. */
const announcing = (numbers: readonly string[], person: Person) =>
  writePaxlst(
    { sender: 'ZZAIR', recipient: 'LVBORDER', date: '261122', time: '0900', reference: `L${++control}` },
    numbers.map((number, at) => ({
      reference: String(at + 1),
      list: '745',
      txnRef: `L${control}${number}`,
      legs: [sampleLeg({ number })],
      people: [person],
    })),
  )
const forwards = (...numbers: string[]) => announcing(numbers, samplePerson(1))
const backwards = (...numbers: string[]) => announcing(numbers.toReversed(), samplePerson(2))
/** How often PostgreSQL had to break off one of two transactions that waited for each other. */
const deadlocks = async () => {
  await world.owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await world.owner.query<{ count: number }>(
    'select deadlocks::int as count from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.count
}
const peopleOn = async (...numbers: string[]) => {
  const { rows } = await world.owner.query<{ number: string; people: number }>(
    `select f.number, count(*)::int as people from person.passenger p join person.flight f on f.id = p.flight
     where f.number = any($1) group by 1 order by 1`,
    [numbers],
  )
  return rows.map(({ number, people }) => `${number}: ${people}`)
}

test('two interchanges that name the same flights in opposite orders at the same instant are both processed at once', async () => {
  // Neither of these flights is known yet.
  const fresh = [() => desk.send(forwards('851', '852')), () => desk.send(backwards('851', '852'))]
  const first = await atOnce(world, fresh, 'person.passenger')
  expect(first.map(({ status, state }) => [status, state])).toEqual(fresh.map(() => [200, 'processed']))
  // Now both are, and a third is not.
  const known = [
    () => desk.send(forwards('851', '852', '853')),
    () => desk.send(backwards('851', '852', '853')),
  ]
  const second = await atOnce(world, known, 'person.passenger')
  expect(second.map(({ status, state }) => [status, state])).toEqual(known.map(() => [200, 'processed']))
  expect(await peopleOn('851', '852', '853')).toEqual(['851: 2', '852: 2', '853: 2'])
  expect(await deadlocks()).toBe(0)
})

test('each message of an interchange is answered in its place, and does to its flight what it says in that order', async () => {
  const leg = sampleLeg({ number: '854' })
  const other = sampleLeg({ number: '812' })
  const text = writePaxlst(
    { sender: 'ZZAIR', recipient: 'LVBORDER', date: '261122', time: '0900', reference: 'PLACES' },
    [
      { reference: '1', list: '745', txnRef: 'T1', legs: [leg], people: [samplePerson(1)] },
      { reference: '2', list: '745', txnRef: 'T2', legs: [other], people: [samplePerson(2)] },
      { reference: '3', list: '745', txnRef: 'T3', legs: [{ ...leg, to: 'TLL' }], people: [samplePerson(3)] },
    ],
  )
  const { cusres } = await desk.send(text)
  expect([...cusres.matchAll(/RFF\+TN:(T\d)'RFF\+AF:ZZ(\d+)'/g)].map(([, tn, af]) => `${tn} ${af}`)).toEqual([
    'T1 854',
    'T2 812',
    'T3 854',
  ])
  const { rows } = await world.owner.query(
    `select number, to_place from person.flight where number in ('854', '812') order by number desc`,
  )
  expect(rows).toEqual([
    { number: '854', to_place: 'TLL' },
    { number: '812', to_place: 'RIX' },
  ])
  // The first of the message is the first that it names.
  const { rows: of } = await world.owner.query(
    `select f.number from person.message m join person.flight f on f.id = m.flight where m.control = 'PLACES'`,
  )
  expect(of).toEqual([{ number: '854' }])
})

test('two officers who say at the same instant which flights are to come, in opposite orders, are both heard', async () => {
  const { departs = '' } = sampleLeg()
  const flights = ['861', '862'].map(number => ({ number, from: 'IST', to: 'RIX', departs }))
  const say = async (some: typeof flights, persona?: string) =>
    (await desk.officer(persona)).expect({ carrier: desk.carrier.id, flights: some })
  const said = await atOnce(
    world,
    [() => say(flights), () => say(flights.toReversed(), 'dace-liepina-korr')],
    'graphile_worker._private_jobs',
  )
  expect(said.map(({ entered }) => entered)).toEqual([2, 0])
  expect(await deadlocks()).toBe(0)
})

test('a decision about somebody announced and booked and a message about them do not hold each other up', async () => {
  const aboard = Array.from({ length: 24 }, (_, n) => samplePerson(n, n === 0 ? looked : {}))
  const leg = sampleLeg({ number: '855' })
  await desk.send(samplePaxlst(aboard, { control: 'BOTH', leg }))
  const interchange = { sender: 'ZZRES', recipient: 'LV', date: '261122', time: '0900', reference: 'BOOKED' }
  const booked = aboard.map((person, n) => ({ ...person, paxRef: `B${n}` }))
  await desk.send(
    writePnrgov(interchange, [
      { reference: '1', legs: [leg], bookings: [{ pnr: 'BOOKED', people: booked, legs: [leg], segment: 0 }] },
    ]),
  )
  // Rows are held in the order of their ids: somebody whose booking is held before their announcement.
  const { rows } = await world.owner.query<{ id: string; booking: string; ref: string }>(
    `select p.id, b.id as booking, p.pax_ref as ref from person.passenger p join person.passenger b on b.same_as = p.id
     where b.id < p.id order by p.id limit 1`,
  )
  const [one] = rows
  if (!one) throw new Error('Nobody was put together.')
  const officer = await desk.officer()
  const read = await readNow(officer, one.id)
  const person = aboard.find(({ paxRef }) => paxRef === one.ref)
  if (!person) throw new Error('Nobody has this reference.')
  // The carrier mends the day of birth and the document: they are two people, which is written beside the booking.
  const mended = { ...person, dob: '1999-09-09', documents: [] }
  const [decided, sent] = await atOnce<unknown>(
    world,
    [
      () => officer.decide({ id: one.id, says: 'board', reason: 'Known to us.', seen: null, read }),
      () => desk.send(samplePaxlst([mended], { control: 'MENDED', leg })),
    ],
    { passenger: one.booking },
  )
  expect(decided).toMatchObject({ standing: 'board' })
  expect(sent).toMatchObject({ status: 200, state: 'processed' })
  expect(await deadlocks()).toBe(0)
})
