import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { writePnrgov } from '#core/edifact/write-pnrgov.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { atOnce } from '#test/at-once.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { guarded, looked, readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'
import { sameTravellers, type Traveller } from './travellers.ts'

const world = useWorld()
const desk = useDesk(world)
let control = 0
const announce = (people: readonly Person[], number: string, does?: string) =>
  desk.send(
    samplePaxlst(people, {
      control: `T${++control}`,
      leg: sampleLeg({ number }),
      ...(does && { function: does }),
    }),
  )
const book = async (people: readonly Person[], number: string) => {
  const leg = sampleLeg({ number })
  const answer = await desk.send(
    writePnrgov(
      { sender: 'ZZRES', recipient: 'LV', date: '261122', time: '0900', reference: `B${++control}` },
      [
        {
          reference: '1',
          legs: [leg],
          bookings: [{ pnr: 'BOOKED', people: [...people], legs: [leg], segment: 0 }],
        },
      ],
    ),
  )
  expect(answer.state).toBe('processed')
}
/** How the reservation has the same person: under a reference of its own. */
const booked = (person: Person, more: Partial<Person> = {}): Person => ({ ...person, paxRef: 'B1', ...more })
const { enterLists } = deskUnderLists(world, desk)
beforeAll(enterLists)
const lines = async (number: string, all = false) =>
  (await (await desk.officer()).queue({ all })).filter(each => each.flightNumber === `ZZ ${number}`)
const onBoard = async (number: string) =>
  (await (await desk.officer()).flights({})).find(each => each.number === `ZZ ${number}`)

test('somebody both announced and booked on a flight is one line in the queue, whichever came first, and counts once', async () => {
  const person = samplePerson(1, looked)
  const before = (await (await desk.officer()).waiting())[0]?.count ?? 0
  await announce([person], '801')
  await book([booked(person)], '801')
  await book([booked(person)], '802')
  await announce([person], '802')
  for (const number of ['801', '802']) {
    const [line, ...others] = await lines(number)
    expect(others).toEqual([])
    expect(line).toMatchObject({
      source: 'api',
      hits: [{ look: true }],
      alike: 1,
      booking: { source: 'pnr', pnr: 'BOOKED', sameAs: line?.id, hits: [{ look: true }] },
    })
    expect(await onBoard(number)).toMatchObject({ passengers: 1, toReview: 1 })
  }
  expect((await (await desk.officer()).waiting())[0]?.count).toBe(before + 2)
})

test('announcement and booking that come at the same instant are one line, whether or not their flight was known', async () => {
  const person = samplePerson(1, looked)
  await atOnce<unknown>(world, [() => announce([person], '821'), () => book([booked(person)], '821')])
  await announce([samplePerson(90)], '822')
  await atOnce<unknown>(world, [() => announce([person], '822'), () => book([booked(person)], '822')])
  for (const number of ['821', '822']) {
    expect(await lines(number)).toMatchObject([{ source: 'api', booking: { source: 'pnr' } }])
    expect(await lines(number)).toHaveLength(1)
  }
})

test('two who are announced at the same instant and are both like one booking stay apart from it', async () => {
  const person = samplePerson(1, looked)
  await book([booked(person)], '823')
  await announce([samplePerson(93)], '823')
  await atOnce<unknown>(world, [
    () => announce([person], '823'),
    () => announce([{ ...person, paxRef: 'R77' }], '823'),
  ])
  const found = (await lines('823')).map(({ source, booking }) => `${source} ${booking?.id ?? 'alone'}`)
  expect(found.toSorted()).toEqual(['api alone', 'api alone', 'pnr alone'])
})

test('what a message says of its flight is not undone by one that came at the same instant', async () => {
  await announce([samplePerson(91)], '824')
  const leg = sampleLeg({ number: '824' })
  await atOnce<unknown>(world, [
    () => announce([samplePerson(91)], '824', 'CL'),
    () =>
      desk.send(samplePaxlst([samplePerson(92)], { control: `T${++control}`, leg: { ...leg, to: 'TLL' } })),
  ])
  const { rows } = await world.owner.query(`select state, to_place from person.flight where number = '824'`)
  expect(rows).toEqual([{ state: 'closed', to_place: 'TLL' }])
})

test('a decision covers both, says so of each, and is one to whoever oversees', async () => {
  const person = samplePerson(2, looked)
  await announce([person], '803')
  await book([booked(person)], '803')
  const [line] = await lines('803')
  const officer = await desk.officer()
  const decided = await officer.decide({
    id: line?.booking?.id ?? '',
    says: 'no-board',
    reason: 'Confirmed by the owner of the alert.',
    seen: null,
    read: await readNow(officer, line?.booking?.id ?? ''),
  })
  // Asked by the booking, answered by the announcement: it is one traveller.
  expect(decided).toMatchObject({
    id: line?.id,
    standing: 'no-board',
    booking: { id: line?.booking?.id, standing: 'no-board', decided: true },
    decisions: [{ says: 'no-board', stands: true }],
  })
  expect(decided.decisions).toHaveLength(1)
  expect(await lines('803')).toEqual([])
  expect(await lines('803', true)).toHaveLength(1)
  const { rows } = await world.owner.query(
    `select passenger from person.decision where passenger = any($1::uuid[])`,
    [[line?.id, line?.booking?.id]],
  )
  expect(rows).toHaveLength(2)
  const recorded = await world.owner.query(
    `select subject_ids from record.entry where operation = 'passengers.decide' and outcome = 'done' order by id desc limit 1`,
  )
  expect(recorded.rows[0].subject_ids).toEqual(expect.arrayContaining([line?.id, line?.booking?.id]))
  const supervisor = await world.as('clara-nordqvist-bey', { purpose: 'supervision' })
  const { decisions } = await supervisor.passengers.overseen()
  expect(decisions.filter(({ reason }) => /owner of the alert/.test(reason ?? ''))).toHaveLength(1)
  // Whoever has read it may decide anew, and the decision read is the one shown.
  await officer.decide({
    id: line?.id ?? '',
    says: 'board',
    reason: 'The owner has called back.',
    seen: decided.decisions[0]?.id ?? null,
    read: await readNow(officer, line?.id ?? ''),
  })
  const passenger = await officer.passenger({ id: line?.booking?.id ?? '' })
  expect(passenger).toMatchObject({ id: line?.id, standing: 'board', booking: { standing: 'board' } })
  expect(passenger.decisions).toHaveLength(2)
})

test('where four eyes are asked for, the second officer confirms both at once', async () => {
  const person = samplePerson(3, guarded)
  await book([booked(person)], '804')
  await announce([person], '804')
  const [line] = await lines('804')
  const first = await (await desk.officer()).decide({
    id: line?.id ?? '',
    says: 'selectee',
    reason: 'A minor alone.',
    seen: null,
    read: await readNow(await desk.officer(), line?.id ?? ''),
  })
  expect(await lines('804')).toMatchObject([{ secondNeeded: true }])
  const second = await (await desk.officer('dace-liepina-korr')).confirm({
    id: first.decisions[0]?.id ?? '',
    read: first.version,
  })
  expect(second).toMatchObject({ standing: 'selectee', decided: true, booking: { decided: true } })
  expect(await lines('804')).toEqual([])
})

test('a booking that comes after the decision asks again, on the same line, with the decision beside', async () => {
  const person = samplePerson(4, looked)
  await announce([person], '805')
  const [line] = await lines('805')
  const officer = await desk.officer()
  await officer.decide({
    id: line?.id ?? '',
    says: 'board',
    reason: 'Known to the crew.',
    seen: null,
    read: await readNow(officer, line?.id ?? ''),
  })
  await book([booked(person)], '805')
  expect(await lines('805')).toMatchObject([{ id: line?.id, decided: true, booking: { decided: false } }])
  expect((await officer.passenger({ id: line?.id ?? '' })).decisions).toMatchObject([{ says: 'board' }])
})

test('two people who differ in birth, sex or papers are never put together, and a correction parts those who were', async () => {
  const father = samplePerson(5, { ...looked, documents: [] })
  const son = booked(samplePerson(5, { ...looked, dob: '1984-03-18', documents: [] }))
  await announce([father], '806')
  await book([son], '806')
  expect(await lines('806')).toHaveLength(2)
  const person = samplePerson(6, looked)
  await book([booked(person)], '807')
  await announce([person], '807')
  expect(await lines('807')).toHaveLength(1)
  // The carrier mends the birth: they are two.
  await announce([samplePerson(6, { ...looked, dob: '1984-03-18', documents: [] })], '807')
  const parted = await lines('807')
  expect(parted.map(({ source }) => source).toSorted()).toEqual(['api', 'pnr'])
  expect(parted.map(({ booking }) => booking)).toEqual([null, null])
})

test('whoever is taken off the list leaves their booking to stand for itself', async () => {
  const person = samplePerson(7, looked)
  await announce([person], '808')
  await book([booked(person)], '808')
  await announce([person], '808', 'XR')
  expect(await lines('808')).toMatchObject([{ source: 'pnr', booking: null }])
})

const traveller = (id: string, source: 'api' | 'pnr', more: Partial<Traveller> = {}): Traveller => ({
  id,
  source,
  kind: 'passenger',
  family: 'SAMPLE',
  given: 'INVENTED',
  birth: '1980-05-12',
  sex: 'F',
  nationality: 'TUR',
  documents: [{ type: 'P', number: 'U1000001', issuer: 'TUR', expires: null }],
  ...more,
})
const pairs = (...people: Traveller[]) => Object.fromEntries(sameTravellers(people))

test('the same document, or the same name and birth, make one traveller; anything that speaks against it makes two', () => {
  const a = traveller('a', 'api')
  expect(pairs(a, traveller('b', 'pnr'))).toEqual({ b: 'a' })
  // As reservations write it: names cut or run together, no birth; the document says who it is.
  expect(pairs(a, traveller('b', 'pnr', { given: 'INVENTEDMARIA', birth: null, sex: null }))).toEqual({
    b: 'a',
  })
  expect(pairs(a, traveller('b', 'pnr', { documents: [] }))).toEqual({ b: 'a' })
  const other = (number: string) => [{ type: 'P', number, issuer: 'TUR', expires: null }]
  for (const more of [
    { birth: '1950-05-12' },
    { birth: '1950-05-12', documents: [] },
    { sex: 'M' },
    { sex: 'M', documents: [] },
    { given: 'OTHER' },
    { given: 'OTHER', documents: [] },
    { family: 'OTHER' },
    { family: 'OTHER', documents: [] },
    { documents: other('U1000002') },
    { documents: [], birth: null },
    { documents: [], birth: '1980' },
    { documents: [], nationality: 'GRC' },
    { documents: [], given: null },
    { kind: 'crew' as const },
  ])
    expect(pairs(a, traveller('b', 'pnr', more)), JSON.stringify(more)).toEqual({})
  // Of two who could be meant, neither is.
  expect(pairs(a, traveller('b', 'pnr'), traveller('c', 'pnr'))).toEqual({})
  expect(pairs(a, traveller('c', 'api'), traveller('b', 'pnr'))).toEqual({})
  // A script that this cannot compare is not thought the same.
  expect(
    pairs(
      traveller('a', 'api', { family: '1', documents: [] }),
      traveller('b', 'pnr', { family: '2', documents: [] }),
    ),
  ).toEqual({})
})

test('whatever the lists say, nobody is put together with two, nor with somebody of another birth or sex', () => {
  const drawn = fc.record({
    source: fc.constantFrom('api' as const, 'pnr' as const),
    family: fc.constantFrom('SAMPLE', 'SAMPLESON', null),
    given: fc.constantFrom('ANNA', 'ANNABEL', 'OMER', null),
    birth: fc.constantFrom('1980-05-12', '1980', '1955-01-02', null),
    sex: fc.constantFrom('M', 'F', 'U', null),
    documents: fc.constantFrom<Traveller['documents'][]>(
      [],
      [{ type: 'P', number: 'U1', issuer: 'TUR', expires: null }],
      [{ type: 'P', number: 'U2', issuer: null, expires: null }],
    ),
  })
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), list => {
      const people = list.map((more, at) => traveller(String(at), more.source, more))
      const found = sameTravellers(people)
      expect(new Set(found.values()).size).toBe(found.size)
      for (const [booking, announcement] of found) {
        const [a, b] = [people[Number(announcement)], people[Number(booking)]]
        expect([a?.source, b?.source]).toEqual(['api', 'pnr'])
        if (a?.birth?.length === 10 && b?.birth?.length === 10) expect(a.birth).toBe(b.birth)
        if (/^[MF]$/.test(a?.sex ?? '') && /^[MF]$/.test(b?.sex ?? '')) expect(a?.sex).toBe(b?.sex)
      }
      // In whatever order they came.
      expect(pairs(...people.toReversed())).toEqual(Object.fromEntries(found))
    }),
  )
})
