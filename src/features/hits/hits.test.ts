import { beforeAll, expect, test } from 'vitest'
import type { PassengerRecord } from '#core/match/records.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Client } from '#app/network.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const greece = () => as('despina-kalogirou-astel', 'alert-keeping')
const border = () => as('kristaps-vitolnieks-hale', 'border-check')
const second = () => as('dace-liepina-korr', 'border-check')

const raiseOne = async (people: PassengerRecord[]) => (await raise(world, people))[0]?.hits ?? []

let alert = ''
let guarded = ''
beforeAll(async () => {
  const keeper = await greece()
  const list = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Hits: one officer' }))
  alert = (await keeper.alerts.enter({ list: list.id, content: sampleContent() })).id
  const two = await keeper.alerts.enterList(
    sampleTerms('missing-person', { name: 'Hits: two officers', fourEyes: true }),
  )
  guarded = (
    await keeper.alerts.enter({
      list: two.id,
      content: sampleContent({
        identities: [
          {
            names: [{ family: 'Wrzeszczyńska', given: 'Bogumiła' }],
            birth: '2009-04-11',
            nationalities: ['POL'],
            sex: 'F',
          },
        ],
      }),
    })
  ).id
})

test('somebody like an alert becomes a hit: what matched stands beside the alert, and the officer is told what to do, not why', async () => {
  const [raised] = await raiseOne([aPassenger()])
  expect(raised).toMatchObject({
    state: 'open',
    verdict: null,
    kind: 'return-decision',
    action: 'confirm-return',
    look: true,
  })
  const officer = await border()
  const hit = await officer.hits.read({ id: raised?.id ?? '' })
  expect(hit).toMatchObject({
    name: 'QASEMZADEH, FAROKH',
    alert: { id: alert, identity: { names: [{ family: 'Qasemzadeh' }] } },
    mine: true,
    reviews: [],
  })
  expect(hit.reasons.map(each => each.kind)).toEqual(expect.arrayContaining(['name', 'birth']))
  expect(JSON.stringify(hit)).not.toContain('Invented for a test.')
  const { items } = await officer.hits.list({})
  expect(items.map(each => each.id)).toContain(hit.id)
  expect((await officer.hits.count({})).count).toBe(items.length)
})

test('a person decides, with a reason, and the hit leaves the queue', async () => {
  const [raised] = await raiseOne([aPassenger({ birth: '1984-03-18' })])
  const officer = await border()
  const id = raised?.id ?? ''
  await expect(officer.hits.review({ id, version: 1, verdict: 'same', reason: '' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  const decided = await officer.hits.review({
    id,
    version: 1,
    verdict: 'same',
    reason: 'Same passport, same face.',
  })
  expect(decided).toMatchObject({
    state: 'decided',
    verdict: 'same',
    reviews: [{ verdict: 'same', place: 'first' }],
    version: 2,
  })
  expect((await officer.hits.list({})).items.map(each => each.id)).not.toContain(id)
  await expect(
    officer.hits.review({ id, version: 1, verdict: 'not-the-same', reason: 'Late word.' }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('where the list asks for four eyes the second is another officer; two who disagree leave it open', async () => {
  const [raised] = await raiseOne([
    aPassenger({
      family: 'WRZESZCZYNSKA',
      given: 'BOGUMILA',
      birth: '2009-04-11',
      nationality: 'POL',
      sex: 'F',
    }),
  ])
  const id = raised?.id ?? ''
  expect(raised).toMatchObject({ fourEyes: true })
  const [one, two] = [await border(), await second()]
  expect(
    await one.hits.review({ id, version: 1, verdict: 'same', reason: 'She says her name.' }),
  ).toMatchObject({
    state: 'first',
    verdict: null,
    waitsForAnother: true,
    mine: false,
  })
  await expect(one.hits.review({ id, version: 2, verdict: 'same', reason: 'Still.' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(
    await two.hits.review({ id, version: 2, verdict: 'cannot-tell', reason: 'No document.' }),
  ).toMatchObject({
    state: 'open',
    verdict: null,
    disagreed: true,
  })
  expect(
    await two.hits.review({ id, version: 3, verdict: 'same', reason: 'Photograph has come.' }),
  ).toMatchObject({ state: 'first' })
  expect(await one.hits.review({ id, version: 4, verdict: 'same', reason: 'As before.' })).toMatchObject({
    state: 'decided',
    verdict: 'same',
    reviews: { length: 4 },
  })
  expect(guarded).not.toBe('')
})

test('those who may review are told that a hit is there, nobody else; the owner’s bureau when a person has confirmed it', async () => {
  const heard: string[] = []
  const personas = [
    'kristaps-vitolnieks-hale',
    'dace-liepina-korr',
    'sanita-krumina-falk',
    'despina-kalogirou-astel',
    'laima-rudzite-penn',
    'ilze-ozolina-brandt',
    'marta-colonnese-ruiz',
    'clara-nordqvist-bey',
  ]
  const stops = await Promise.all(
    personas.map(async persona =>
      world.ground.events.listen({
        person: (await world.actor(persona)).person,
        tell({ topic }) {
          if (topic === 'hits') heard.push(persona)
          if (topic === 'bell') bells += 1
        },
        close: () => undefined,
      }),
    ),
  )
  // Whatever was announced before comes first: once the bell rings for everybody, all of it has been heard.
  let bells = 0
  const told = async (): Promise<string[]> => {
    const rings = bells + personas.length
    const people = await Promise.all(personas.map(async each => (await world.actor(each)).person))
    await world.owner.query(`select network.announce('bell', '', $1::integer[])`, [people])
    await expect.poll(() => bells, { timeout: 10_000 }).toBe(rings)
    return [...new Set(heard.splice(0))].toSorted()
  }
  const riga = ['dace-liepina-korr', 'kristaps-vitolnieks-hale', 'sanita-krumina-falk']
  const [raised] = await raiseOne([aPassenger({ birth: '1984-03-19' })])
  expect(await told()).toEqual(riga)
  const officer = await border()
  const id = raised?.id ?? ''
  await officer.hits.review({ id, version: 1, verdict: 'cannot-tell', reason: 'No photograph.' })
  expect(await told()).toEqual(riga)
  await officer.hits.review({ id, version: 2, verdict: 'same', reason: 'The photograph has come.' })
  expect(await told()).toEqual([riga[0], 'despina-kalogirou-astel', ...riga.slice(1)])
  for (const stop of stops) stop()
})
