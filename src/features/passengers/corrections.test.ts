import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
let control = 0
const list = (people: readonly Person[], number: string) =>
  samplePaxlst(people, { control: `K${++control}`, leg: sampleLeg({ number }) })
/** Somebody like the alert below, and who they were once the carrier had mended its data. */
const looked = (n: number) =>
  samplePerson(n, {
    surname: 'QASEMZADEH',
    given: 'FAROKH',
    dob: '1984-03-17',
    nationality: 'IRN',
    gender: 'M',
  })
const mended = (n: number) =>
  samplePerson(n, {
    surname: 'LINDSTROEM',
    given: 'ASTRID',
    dob: '1951-12-02',
    nationality: 'SWE',
    gender: 'F',
  })
let four = ''

beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  four = (await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Corrected' }))).id
  await keeper.alerts.enter({ list: four, content: sampleContent() })
  await (await engineOf(world.ground)).settled()
})

const hitOn = async (surname: string, number: string) => {
  const { rows } = await world.owner.query<{
    id: string
    state: string
    closed_because: string | null
    version: number
  }>(
    `select h.id, h.state, h.closed_because, h.version from person.hit h join person.passenger p on p.id = h.subject_ref
     join person.flight f on f.id = p.flight where f.number = $2 and h.subject ->> 'family' = $1`,
    [surname, number],
  )
  return rows
}
const reviewer = () => world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })

test('a hit that nobody has looked at closes when the carrier mends who it was, and the answer is "may board"', async () => {
  expect((await desk.send(list([looked(1)], '701'))).told).toEqual({ R1: 'SEL' })
  const [open] = await hitOn('QASEMZADEH', '701')
  expect(open).toMatchObject({ state: 'open' })
  expect((await desk.send(list([mended(1)], '701'))).told).toEqual({ R1: '0Z' })
  expect(await hitOn('QASEMZADEH', '701')).toMatchObject([
    { state: 'closed', closed_because: 'no-longer-alike', version: (open?.version ?? 0) + 1 },
  ])
  const shown = await (await reviewer()).hits.read({ id: open?.id ?? '' })
  expect(shown).toMatchObject({ state: 'closed', closedBecause: 'no-longer-alike', verdict: null })
  // In the record: the message that closed it names it.
  const { rows } = await world.owner.query(
    `select operation, outcome from record.entry where $1 = any(subject_ids) and operation = 'passengers.receive'`,
    [open?.id],
  )
  expect(rows).toEqual([{ operation: 'passengers.receive', outcome: 'done' }])
  expect((await (await desk.officer()).queue({ all: false })).map(each => each.flightNumber)).not.toContain(
    'ZZ 701',
  )
})

test('a message that only leaves something out closes nothing', async () => {
  expect((await desk.send(list([looked(2)], '702'))).told).toEqual({ R2: 'SEL' })
  const { surname, given, dob: _, nationality: __, gender: ___, ...rest } = looked(2)
  expect((await desk.send(list([{ ...rest, surname, given, documents: [] } as Person], '702'))).told).toEqual(
    {
      R2: 'SEL',
    },
  )
  expect(await hitOn('QASEMZADEH', '702')).toMatchObject([{ state: 'open' }])
})

test('what a person has decided stands, whatever the carrier mends', async () => {
  await desk.send(list([looked(3)], '703'))
  const [open] = await hitOn('QASEMZADEH', '703')
  const { hits } = await reviewer()
  await hits.review({ id: open?.id ?? '', version: 1, verdict: 'same', reason: 'Asked the owner.' })
  expect((await desk.send(list([mended(3)], '703'))).told).toEqual({ R3: 'SEL' })
  expect(await hitOn('QASEMZADEH', '703')).toMatchObject([{ state: 'decided', closed_because: null }])
})

test('where an officer has decided about the passenger, a hit that closes changes nothing of that', async () => {
  await desk.send(list([looked(4)], '704'))
  const officer = await desk.officer()
  const waiting = (await officer.queue({ all: true })).find(each => each.flightNumber === 'ZZ 704')
  await officer.decide({
    id: waiting?.id ?? '',
    says: 'no-board',
    reason: 'Refused after asking the owner.',
    seen: null,
    read: await readNow(officer, waiting?.id ?? ''),
  })
  expect((await desk.send(list([mended(4)], '704'))).told).toEqual({ R4: '1Z' })
  expect(await hitOn('QASEMZADEH', '704')).toMatchObject([{ state: 'closed' }])
})

test('where one of two officers has looked, the hit stays with people', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const revision = (await keeper.alerts.lists()).find(each => each.id === four)?.revision ?? 0
  await keeper.alerts.changeList({
    ...sampleTerms('return-decision', { name: 'Corrected', fourEyes: true }),
    id: four,
    revision,
  })
  await desk.send(list([looked(5)], '705'))
  const [open] = await hitOn('QASEMZADEH', '705')
  const { hits } = await reviewer()
  await hits.review({ id: open?.id ?? '', version: 1, verdict: 'same', reason: 'Looks like the person.' })
  expect((await desk.send(list([mended(5)], '705'))).told).toEqual({ R5: 'SEL' })
  expect(await hitOn('QASEMZADEH', '705')).toMatchObject([{ state: 'first' }])
})
