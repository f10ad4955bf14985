import { beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const officer = async (persona = 'kristaps-vitolnieks-hale') =>
  (await world.as(persona, { purpose: 'border-check' })).hits
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Known' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
})
/** Somebody with this document as announced and as booked, and somebody else of the same name. */
async function threeHits(number: string) {
  const documents = [{ type: 'P', number, issuer: 'IRN' }]
  const found = await raise(world, [
    aPassenger({ documents }),
    aPassenger({ documents, given: 'FAROKH REZA', sex: null }),
    aPassenger({ documents: [{ type: 'P', number: `${number}7`, issuer: 'IRN' }] }),
  ])
  const [announced = '', booked = '', other = ''] = found.map(({ hits }) => hits[0]?.id ?? '')
  return { announced, booked, other }
}
const waiting = async (...hits: string[]) =>
  (await (await officer()).list({})).items.filter(({ id }) => hits.includes(id)).map(({ id }) => id)

test('of somebody announced and booked one verdict is enough: whom an officer knows not to be the same waits nowhere else', async () => {
  const { announced, booked, other } = await threeHits('KN100')
  expect(await waiting(announced, booked, other)).toHaveLength(3)
  const desk = await officer()
  await desk.review({
    id: announced,
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face.',
    rememberMonths: 12,
  })
  expect(await waiting(announced, booked, other)).toEqual([other])
  const hit = await desk.read({ id: booked })
  expect(hit).toMatchObject({ state: 'open', suppressed: true, knownNotTheSame: { hit: announced } })
  // An officer who had it open before sees that it has changed, and may say otherwise all the same.
  const said = { id: booked, verdict: 'same' as const, reason: 'The very face.' }
  await expect(desk.review({ ...said, version: 1 })).rejects.toMatchObject({ code: 'conflict' })
  const [known] = (await desk.notTheSame({})).items
  expect(known).toMatchObject({ hit: announced, suppressed: 1 })
  await desk.withdrawNotTheSame({ id: known?.id ?? '', reason: 'Seen again.' })
  expect((await waiting(booked, other)).toSorted()).toEqual([booked, other].toSorted())
})

test('what is not to be remembered is said of one hit alone, and what a colleague has begun stays with people', async () => {
  const desk = await officer()
  const one = await threeHits('KN200')
  const verdict = { version: 1, verdict: 'not-the-same' as const, reason: 'Another face.' }
  await desk.review({ ...verdict, id: one.announced, rememberMonths: null })
  expect(await waiting(one.booked)).toEqual([one.booked])
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const terms = sampleTerms('return-decision', { name: 'Known' })
  const list = (await keeper.alerts.lists()).find(({ name }) => name === 'Known')
  await keeper.alerts.changeList({
    ...terms,
    fourEyes: true,
    id: list?.id ?? '',
    revision: list?.revision ?? 0,
  })
  const two = await threeHits('KN300')
  const colleague = await officer('dace-liepina-korr')
  await colleague.review({ id: two.booked, version: 1, verdict: 'same', reason: 'The very face.' })
  await desk.review({ ...verdict, id: two.announced, rememberMonths: 12 })
  await colleague.review({ ...verdict, id: two.announced, version: 2, rememberMonths: 12 })
  expect((await desk.read({ id: two.announced })).knownNotTheSame).not.toBeNull()
  expect(await waiting(two.booked)).toEqual([two.booked])
})
