import { expect, test } from 'vitest'
import { alertsOfTheirOwn } from '#test/alerts-of-their-own.ts'
import { useWorld } from '#test/world.ts'
import { raise } from './samples.ts'

const world = useWorld()
const { as, border, anAlert, passenger, family } = alertsOfTheirOwn(world)
const second = () => as('dace-liepina-korr', 'border-check')

/** Somebody like the alert drawn last, found: the id of the hit. */
const found = async () => {
  const [raised] = (await raise(world, [passenger()]))[0]?.hits ?? []
  if (!raised) throw new Error('Nothing was raised.')
  return raised
}

test('somebody like an alert becomes a hit: what matched stands beside the alert, and the officer is told what to do, not why', async () => {
  const { id: alert } = await anAlert()
  const raised = await found()
  expect(raised).toMatchObject({
    state: 'open',
    verdict: null,
    kind: 'return-decision',
    action: 'confirm-return',
    look: true,
  })
  const officer = await border()
  const hit = await officer.hits.read({ id: raised.id })
  expect(hit).toMatchObject({
    name: `${family().toUpperCase()}, FAROKH`,
    alert: { id: alert, identity: { names: [{ family: family() }] } },
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
  await anAlert()
  const { id } = await found()
  const officer = await border()
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
  await anAlert('return-decision', { fourEyes: true })
  const { id, fourEyes } = await found()
  expect(fourEyes).toBe(true)
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
  await anAlert()
  const { id } = await found()
  expect(await told()).toEqual(riga)
  const officer = await border()
  await officer.hits.review({ id, version: 1, verdict: 'cannot-tell', reason: 'No photograph.' })
  expect(await told()).toEqual(riga)
  await officer.hits.review({ id, version: 2, verdict: 'same', reason: 'The photograph has come.' })
  expect(await told()).toEqual([riga[0], 'despina-kalogirou-astel', ...riga.slice(1)])
  for (const stop of stops) stop()
})
