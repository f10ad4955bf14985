import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { toldIn, useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { probing } from './deadlines.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { looked, readNow, type SampleFlight, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const { enterLists } = deskUnderLists(world, desk)
beforeAll(enterLists)

const passport = { type: 'P', number: 'U5550001', issuer: 'TUR' }
const expired = { documents: [{ ...passport, expires: '2020-01-01' }] }
/** So many people, each under a reference of its own; the same for everybody, unless something else is said. */
const some = (count: number, more: Partial<Person> = {}, from = 0) =>
  Array.from({ length: count }, (_, n) => samplePerson(from + n, more))

/** A carrier of its own for each test: what one does is held against no other. */
async function enter(code: string) {
  const officer = await desk.officer()
  const { id } = await officer.enterCarrier({ code, name: `Invented ${code}` })
  const { key } = await officer.issueKey({ id, label: 'Check-in' })
  let control = 0
  const list = (people: readonly Person[], flight: SampleFlight = {}, does?: string) =>
    samplePaxlst(people, {
      control: `${code}${++control}`,
      leg: sampleLeg({ carrier: code, ...flight }),
      ...(does && { function: does }),
    })
  return {
    id,
    list,
    send: async (...said: Parameters<typeof list>) => (await desk.send(list(...said), { key })).told,
    sendText: async (text: string) => (await desk.send(text, { key })).told,
    /** What it is told unasked. */
    unasked: async () =>
      ((await desk.collect(key)).body as { kind: string; cusres: string }[])
        .filter(({ kind }) => kind === '132')
        .map(({ cusres }) => toldIn(cusres)),
    row: async () => (await officer.carriers()).find(each => each.id === id),
    queue: async () =>
      (await officer.queue({})).filter(({ flightNumber }) => flightNumber.startsWith(`${code} `)),
  }
}

/** It asks about people like an alert, as many as the limit allows, and takes all of them off again. */
async function overTheLimit(code: string) {
  const carrier = await enter(code)
  const asked = some(probing.selectees, looked)
  expect(new Set(Object.values(await carrier.send(asked)))).toEqual(new Set(['SEL']))
  await carrier.send(asked, {}, 'XR')
  return carrier
}

test('whoever asks about people and takes them off again is told no more of lists; officers see and are told; nobody is stopped', async () => {
  const heard: string[] = []
  const { person } = await world.actor('dace-liepina-korr')
  const stop = world.ground.events.listen({
    person,
    tell: ({ topic, id }) => void heard.push(`${topic} ${id}`),
    close: () => {},
  })
  const folder = join(world.folder, 'mail')
  await rm(folder, { recursive: true, force: true })
  const carrier = await overTheLimit('P1')
  expect(await carrier.row()).toMatchObject({ quiet: null })
  // The next is told as everybody is whom nothing is known of, and waits for an officer as before.
  expect(await carrier.send([samplePerson(50, looked), samplePerson(51)])).toEqual({ R50: '0Z', R51: '0Z' })
  expect(await carrier.queue()).toMatchObject([{ standing: 'selectee', suggestion: 'selectee' }])
  expect(await carrier.row()).toMatchObject({
    quiet: { since: expect.any(String), inVain: probing.selectees, selecteesInVain: probing.selectees },
  })
  expect(await (await desk.officer()).waiting()).toContainEqual({ what: 'quiet', count: 1, soonest: null })
  await expect.poll(() => heard).toContain(`passengers ${carrier.id}`)
  stop()
  await world.workJobs()
  const letters = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))
  expect(letters.some(each => each.includes('passengers/carriers'))).toBe(true)
  for (const letter of letters) expect(letter).not.toMatch(/SAMPLE|QASEM|Invented P1|P1 /)
})

test('it cannot see that it is told no more: a fault that stands in its own message is told, and what was told stays', async () => {
  const carrier = await enter('P2')
  const told = samplePerson(60, looked)
  expect(await carrier.send([told])).toEqual({ R60: 'SEL' })
  const asked = some(probing.selectees, looked)
  await carrier.send(asked)
  await carrier.send(asked, {}, 'XR')
  const stolen = samplePerson(63, { documents: [{ ...passport, number: 'N1234567' }] })
  const people = [samplePerson(61, looked), samplePerson(62, expired), stolen, told]
  expect(await carrier.send(people)).toEqual({ R61: '0Z', R62: 'SEL', R63: '0Z', R60: 'SEL' })
  const waiting = (await carrier.queue()).flatMap(({ documents }) => documents.map(({ number }) => number))
  expect(waiting).toContain('N1234567')
})

test('neither a message sent again nor an alert that is entered later tells it; an officer’s decision does', async () => {
  const carrier = await overTheLimit('P3')
  const person = { surname: 'WATCHEDLATER', given: 'ODILIA', dob: '1977-07-07', nationality: 'LVA' }
  const list = carrier.list([samplePerson(70, looked), samplePerson(71, person)])
  expect(await carrier.sendText(list)).toEqual({ R70: '0Z', R71: '0Z' })
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: later } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Later' }))
  const identities = [{ names: [{ family: 'Watchedlater', given: 'Odilia' }], birth: '1977-07-07' }]
  await keeper.alerts.enter({ list: later, content: sampleContent({ identities }) })
  await (await engineOf(world.ground)).settled()
  await (await desk.gateway()).rescreen()
  expect(await carrier.unasked()).toEqual([])
  expect(await carrier.sendText(list)).toEqual({ R70: '0Z', R71: '0Z' })
  const waiting = await carrier.queue()
  expect(waiting.map(({ standing }) => standing)).toEqual(['selectee', 'selectee'])
  const id = waiting.find(({ family }) => family === 'WATCHEDLATER')?.id ?? ''
  const officer = await desk.officer()
  await officer.decide({
    id,
    says: 'selectee',
    reason: 'The alert is theirs.',
    seen: null,
    read: await readNow(officer, id),
  })
  expect(await carrier.unasked()).toEqual([{ R71: 'SEL' }])
})

test('once an officer has looked its answers tell again, of those under way at once; a machine never says that it has looked', async () => {
  const carrier = await overTheLimit('P4')
  expect(await carrier.send([samplePerson(80, looked)])).toEqual({ R80: '0Z' })
  const kept = { id: carrier.id, name: 'Invented P4', also: [], contact: '', codes: {} }
  const gateway = await desk.gateway()
  await expect(gateway.changeCarrier({ ...kept, looked: true })).rejects.toMatchObject({ code: 'not-found' })
  const officer = await desk.officer()
  // Anything else may be changed without a word of that.
  expect(await officer.changeCarrier(kept)).toMatchObject({ quiet: { inVain: probing.selectees } })
  // What carriers are is no personal data: nobody has to say what they look at one for.
  const { passengers: colleague } = await world.as('dace-liepina-korr')
  expect(await colleague.changeCarrier({ ...kept, looked: true })).toMatchObject({ quiet: null })
  await world.workJobs()
  expect(await carrier.unasked()).toEqual([{ R80: 'SEL' }])
  expect(await carrier.send([samplePerson(81, looked)])).toEqual({ R81: 'SEL' })
  expect(await carrier.row()).toMatchObject({ quiet: null })
})

test('a word that somebody looked at a carrier that is not quiet changes nothing of what was counted', async () => {
  const carrier = await enter('P5')
  const officer = await desk.officer()
  const asked = some(probing.selectees, looked)
  await carrier.send(asked)
  await carrier.send(asked, {}, 'XR')
  await officer.changeCarrier({
    id: carrier.id,
    name: 'Invented P5',
    also: [],
    contact: '',
    codes: {},
    looked: true,
  })
  expect(await carrier.send([samplePerson(90, looked)])).toEqual({ R90: '0Z' })
})

test('asking for whom nothing is known counts, too, and so do flights that never close or are cancelled', async () => {
  const ways: [code: string, waste: (carrier: Awaited<ReturnType<typeof enter>>) => Promise<unknown>][] = [
    ['Q1', carrier => carrier.send(some(probing.people), {}, 'XR')],
    ['Q2', carrier => carrier.send([], {}, 'XF')],
    ['Q3', carrier => carrier.send([], {}, 'CLOB')],
    ['Q4', carrier => carrier.send(some(1), {}, 'CLOB')],
  ]
  for (const [code, waste] of ways) {
    const carrier = await enter(code)
    await carrier.send(some(probing.people + 1))
    await waste(carrier)
    expect(await carrier.send([samplePerson(90, looked)], { number: '102' }), code).toEqual({ R90: '0Z' })
  }
  const carrier = await enter('Q5')
  const long = { departs: new Date(Date.now() - 2 * 3_600_000), hours: 9 }
  await carrier.send(some(probing.people), long)
  expect(await carrier.send([samplePerson(90, looked)], { number: '102' })).toEqual({ R90: '0Z' })
})

test('where no close-out is asked of a carrier, whoever is on its list when the flight leaves travels; an officer says so, no machine, and whom it takes off counts as ever', async () => {
  const carrier = await enter('N1')
  const kept = { id: carrier.id, name: 'Invented N1', also: [], contact: '', codes: {} }
  expect(await carrier.row()).toMatchObject({ closeOuts: true })
  const gateway = await desk.gateway()
  await expect(gateway.changeCarrier({ ...kept, closeOuts: false })).rejects.toMatchObject({
    code: 'not-found',
  })
  const officer = await desk.officer()
  expect(await officer.changeCarrier({ ...kept, closeOuts: false })).toMatchObject({ closeOuts: false })
  const left = { departs: new Date(Date.now() - 2 * 3_600_000), hours: 9 }
  await carrier.send(some(probing.people, looked), left)
  expect(await carrier.send([samplePerson(90, looked)], { number: '102' })).toEqual({ R90: 'SEL' })
  expect(await carrier.row()).toMatchObject({ quiet: null })
  const taken = some(probing.people + 2, looked, 200)
  await carrier.send(taken, { number: '103' })
  await carrier.send(taken, { number: '103' }, 'XR')
  expect(await carrier.send([samplePerson(91, looked)], { number: '102' })).toEqual({ R91: '0Z' })
  expect(await carrier.row()).toMatchObject({
    quiet: { inVain: probing.people + 2, travelled: probing.people, unclosed: 0 },
  })
})

test('of a carrier that never closes, officers see how many that is why; once one says that no close-out is asked of it, it is told as ever', async () => {
  const carrier = await enter('N2')
  const left = { departs: new Date(Date.now() - 2 * 3_600_000), hours: 9 }
  await carrier.send(some(probing.people), left)
  expect(await carrier.send([samplePerson(90, looked)], { number: '102' })).toEqual({ R90: '0Z' })
  expect(await carrier.row()).toMatchObject({ quiet: { inVain: probing.people, unclosed: probing.people } })
  const kept = { id: carrier.id, name: 'Invented N2', also: [], contact: '', codes: {} }
  const officer = await desk.officer()
  await officer.changeCarrier({ ...kept, closeOuts: false, looked: true })
  await world.workJobs()
  expect(await carrier.unasked()).toEqual([{ R90: 'SEL' }])
  await carrier.send(some(probing.people, {}, 300), { ...left, number: '104' })
  expect(await carrier.send([samplePerson(92, looked)], { number: '102' })).toEqual({ R92: 'SEL' })
})

test('whom an officer refused does not travel because of us, and is not held against the carrier', async () => {
  const carrier = await enter('N3')
  const refused = some(probing.selectees, looked)
  await carrier.send(refused)
  const officer = await desk.officer()
  for (const { id } of await carrier.queue())
    await officer.decide({
      id,
      says: 'no-board',
      reason: 'The alert is theirs.',
      seen: null,
      read: await readNow(officer, id),
    })
  await carrier.send(refused, {}, 'XR')
  expect(await carrier.send([samplePerson(93, looked)], { number: '102' })).toEqual({ R93: 'SEL' })
  expect(await carrier.row()).toMatchObject({ quiet: null })
})

test('a carrier most of whose people travel is told as ever, however many do not', async () => {
  const carrier = await enter('H1')
  const people = some(probing.people * 2 + 1, looked)
  await carrier.send(people)
  await carrier.send(people.slice(0, probing.people), {}, 'XR')
  await carrier.send([], {}, 'CLNB')
  expect(await carrier.send([samplePerson(90, looked)], { number: '102' })).toEqual({ R90: 'SEL' })
  expect(await carrier.row()).toMatchObject({ quiet: null })
  // Nor are few enough to be chance held against anybody.
  const other = await enter('H2')
  const few = some(probing.selectees - 1, looked)
  await other.send(few)
  await other.send(few, {}, 'XR')
  expect(await other.send([samplePerson(90, looked)])).toEqual({ R90: 'SEL' })
})

test('of a flight that has arrived nothing is told of lists: nobody boards it any more', async () => {
  const carrier = await enter('A1')
  const departs = new Date(Date.now() - 5 * 3_600_000)
  const people = [samplePerson(1, looked), samplePerson(2, expired)]
  expect(await carrier.send(people, { departs, hours: 3 })).toEqual({ R1: '0Z', R2: 'SEL' })
  expect(await carrier.row()).toMatchObject({ quiet: null })
})

test('of a flight that leaves in more than three days nothing is told of lists: how it ends would not be known for as long as a carrier likes; it is told in time', async () => {
  const carrier = await enter('F1')
  const departs = new Date(Date.now() + 100 * 3_600_000)
  const people = [samplePerson(1, looked), samplePerson(2, expired)]
  expect(await carrier.send(people, { departs })).toEqual({ R1: '0Z', R2: 'SEL' })
  expect((await carrier.queue()).map(({ standing }) => standing)).toEqual(['selectee', 'selectee'])
  await world.workJobs()
  expect(await carrier.unasked()).toEqual([])
  const { rows } = await world.owner.query<{ hours: number }>(
    `select round(extract(epoch from run_at - now()) / 3600)::int as hours from graphile_worker._private_jobs
     where payload ->> 'operation' = 'passengers.rescreen' and run_at > now() + interval '1 hour'`,
  )
  expect(rows).toEqual([{ hours: 28 }])
  // Three days before it leaves.
  const later = { ...world.ground, clock: () => new Date(Date.now() + 29 * 3_600_000) }
  const { authority } = await world.actor('kristaps-vitolnieks-hale')
  const gateway = await world.owner.query<{ id: number }>('select person.gateway_of($1) as id', [authority])
  const actor = await actorOfMandate(world.ground.db, gateway.rows[0]?.id ?? 0)
  await client(later, actor, { purpose: 'border-check' }).passengers.rescreen()
  expect(await carrier.unasked()).toEqual([{ R1: 'SEL' }])
})
