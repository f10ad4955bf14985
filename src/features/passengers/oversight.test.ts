import { beforeAll, expect, test } from 'vitest'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { readNow, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const as = async (persona: string, purpose: Purpose) => (await world.as(persona, { purpose })).passengers
const protection = 'laima-rudzite-penn'
const supervisor = 'clara-nordqvist-bey'

beforeAll(async () => {
  const documents = [{ type: 'P', number: 'AB 12-34', issuer: 'TUR', expires: '2020-01-01' }]
  const person = samplePerson(1, { surname: 'HIDDENNAME', given: 'ZOE', dob: '1990-02-03', documents })
  await desk.send(samplePaxlst([person, samplePerson(2)], { control: 'SEEN' }))
  const officer = await desk.officer()
  const [waiting] = await officer.queue({})
  await officer.decide({
    id: waiting?.id ?? '',
    says: 'selectee',
    reason: 'Shown at the gate.',
    seen: null,
    read: await readNow(officer, waiting?.id ?? ''),
  })
})

test('the supervisor reads flights and who decided what and why, and no name of anybody on board', async () => {
  const seen = await (await as(supervisor, 'supervision')).overseen()
  expect(seen.flights).toMatchObject([{ number: 'ZZ 101', messages: 1, aside: 0 }])
  expect(seen.decisions).toMatchObject([
    { says: 'selectee', reason: 'Shown at the gate.', officer: 'Kristaps Vītolnieks-Hale' },
  ])
  expect(JSON.stringify(seen)).not.toContain('HIDDENNAME')
})

test('a person who asks is found by name with birth or by a document, by the data-protection officer alone', async () => {
  const officer = await as(protection, 'request-of-the-person')
  const byName = await officer.ofPerson({ family: 'Hiddenname', given: 'Zoé', birth: '1990-02-03' })
  expect(byName).toMatchObject([{ person: { family: 'HIDDENNAME', given: 'ZOE' }, on: { number: 'ZZ 101' } }])
  expect(await officer.ofPerson({ document: 'ab1234' })).toEqual(byName)
  expect(await officer.ofPerson({ family: 'Hiddenname', birth: '1991-02-03' })).toEqual([])
  await expect(officer.ofPerson({ family: 'Hiddenname' })).rejects.toMatchObject({ code: 'invalid-input' })
  // For supervision the same person may not look; the supervisor of the Union never.
  const asked = { document: 'AB1234' }
  expect(await (await as(protection, 'supervision')).ofPerson(asked)).toEqual([])
  await expect((await as(supervisor, 'supervision')).ofPerson(asked)).rejects.toMatchObject({
    code: 'not-competent',
  })
  const recorded = await world.owner.query(
    `select count(*)::int as count from record.entry where operation = 'passengers.ofPerson' and outcome = 'read'
     and purpose = 'request-of-the-person' and cardinality(subject_ids) = 1`,
  )
  expect(recorded.rows).toEqual([{ count: 2 }])
})

test('a person who asks is found however their name is written, by them or by the carrier', async () => {
  const births = { muller: '1971-01-02', garcia: '1972-02-03' }
  await desk.send(
    samplePaxlst(
      [
        samplePerson(4, { surname: 'MUELLER', given: 'JOERG PETER', dob: births.muller }),
        samplePerson(5, { surname: 'MULLER', given: 'PETER', dob: births.muller }),
        samplePerson(6, { surname: 'GARCIA LOPEZ', given: 'ANA', dob: births.garcia }),
        samplePerson(7, { surname: 'MILLER', given: 'PETER', dob: births.muller }),
      ],
      { control: 'WRITTEN' },
    ),
  )
  const officer = await as(protection, 'request-of-the-person')
  const found = async (asked: { family: string; given?: string; birth: string }) =>
    (await officer.ofPerson(asked)).map(({ person }) => `${person.family} ${person.given}`).sort()
  expect(await found({ family: 'Müller', birth: births.muller })).toEqual([
    'MUELLER JOERG PETER',
    'MULLER PETER',
  ])
  expect(await found({ family: 'Müller', given: 'Jörg', birth: births.muller })).toEqual([
    'MUELLER JOERG PETER',
  ])
  expect(await found({ family: 'García-López', given: 'Ana', birth: births.garcia })).toEqual([
    'GARCIA LOPEZ ANA',
  ])
})

test('what waits is counted for the officer under their purpose, and for nobody else', async () => {
  const lines = async (persona: string, purpose: Purpose) => (await as(persona, purpose)).waiting()
  const [people] = await lines('kristaps-vitolnieks-hale', 'border-check')
  expect(people).toMatchObject({ what: 'people', count: 0 })
  await desk.send(
    samplePaxlst(
      [samplePerson(3, { documents: [{ type: 'P', number: 'X1', issuer: 'TUR', expires: '2020-01-01' }] })],
      {
        control: 'LATER',
      },
    ),
  )
  expect((await lines('kristaps-vitolnieks-hale', 'border-check'))[0]).toMatchObject({
    what: 'people',
    count: 1,
  })
  for (const [persona, purpose] of [
    ['kristaps-vitolnieks-hale', 'identity-verification'],
    ['despina-kalogirou-astel', 'border-check'],
  ] as const)
    expect((await lines(persona, purpose)).map(({ count }) => count)).toEqual([0, 0, 0])
})
