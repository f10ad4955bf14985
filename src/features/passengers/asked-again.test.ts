import { beforeAll, expect, test } from 'vitest'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { looked, readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const { enterLists, list, waitingOn, waitsNow } = deskUnderLists(world, desk)
beforeAll(enterLists)

test('an alert that is entered after the list has come is held against everybody under way, and the carrier is told', async () => {
  await desk.send(
    list(
      [samplePerson(7, { surname: 'LATECOMER', given: 'OSKARS', dob: '1991-09-09', nationality: 'LVA' })],
      '406',
    ),
  )
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const late = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Entered late' }))
  await keeper.alerts.enter({
    list: late.id,
    content: sampleContent({
      identities: [
        {
          names: [{ family: 'Latecomer', given: 'Oskars' }],
          birth: '1991-09-09',
          nationalities: ['LVA'],
          sex: 'F',
        },
      ],
    }),
  })
  await (await engineOf(world.ground)).settled()
  const queued = await world.owner.query(
    `select from graphile_worker._private_jobs where payload ->> 'operation' = 'passengers.rescreen'`,
  )
  expect(queued.rowCount).toBe(1)
  const again = await (await desk.gateway()).rescreen()
  expect(again.changed).toBe(1)
  const { id, standing } = await waitingOn('406')
  expect(standing).toBe('selectee')
  expect(await (await desk.officer()).passenger({ id })).toMatchObject({
    told: [
      { kind: '132', told: 'selectee' },
      { kind: '962', told: 'board' },
    ],
  })
  expect((await (await desk.gateway()).rescreen()).changed).toBe(0)
})

test('somebody decided on waits again when something new is found on them, until an officer decides anew', async () => {
  const person = { surname: 'OVERTAKEN', given: 'LAUMA', dob: '1988-02-12', nationality: 'LVA' }
  await desk.send(list([samplePerson(8, person)], '407'))
  const officer = await desk.officer()
  const flight = (await officer.flights({})).find(each => each.number === 'ZZ 407')?.id ?? ''
  const id = (await officer.flight({ id: flight })).people[0]?.id ?? ''
  const first = await officer.decide({
    id,
    says: 'board',
    reason: 'Known to the crew.',
    seen: null,
    read: await readNow(officer, id),
  })
  expect(await waitsNow('407')).toEqual([])
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: entered } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'Entered after the decision' }),
  )
  await keeper.alerts.enter({
    list: entered,
    content: sampleContent({
      identities: [
        { names: [{ family: 'Overtaken', given: 'Lauma' }], birth: '1988-02-12', nationalities: ['LVA'] },
      ],
    }),
  })
  await (await engineOf(world.ground)).settled()
  await (await desk.gateway()).rescreen()
  // What the officer said still stands, and an officer is asked again; also one who may not read why.
  expect(await waitsNow('407')).toMatchObject([{ id, decided: true, standing: 'board', again: true }])
  expect((await officer.flights({})).find(each => each.id === flight)).toMatchObject({ toReview: 1 })
  const [people] = await officer.waiting()
  await officer.decide({
    id,
    says: 'board',
    reason: 'The same person, entry is allowed all the same.',
    seen: first.decisions[0]?.id ?? null,
    read: await readNow(officer, id),
  })
  expect(await waitsNow('407')).toEqual([])
  expect((await officer.waiting())[0]?.count).toBe((people?.count ?? 0) - 1)
  // Another officer finds that it is the person of the alert.
  const hit = (await waitingOn('407')).hits[0]?.id ?? ''
  const colleague = await world.as('dace-liepina-korr', { purpose: 'border-check' })
  await colleague.hits.review({ id: hit, version: 1, verdict: 'same', reason: 'The same scar and document.' })
  await world.workJobs()
  expect(await waitsNow('407')).toMatchObject([{ id, standing: 'board', again: true }])
})

test('somebody held up by an officer waits again when what spoke against them is no more', async () => {
  await desk.send(list([samplePerson(12, { ...looked, dob: '1984-03-16' })], '413'))
  const { id, hits } = await waitingOn('413')
  const officer = await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
  await officer.passengers.decide({
    id,
    says: 'no-board',
    reason: 'Until the owner has answered.',
    seen: null,
    read: await readNow(officer.passengers, id),
  })
  expect(await waitsNow('413')).toEqual([])
  await officer.hits.review({
    id: hits[0]?.id ?? '',
    version: 1,
    verdict: 'not-the-same',
    reason: 'The owner says that their person is elsewhere.',
  })
  await world.workJobs()
  expect(await waitsNow('413')).toMatchObject([
    { id, standing: 'no-board', suggestion: 'board', again: true },
  ])
})

test('a document alarm that comes after the decision asks again, the same one does not', async () => {
  const number = '417'
  const person = (document: { number: string; expires: string }) =>
    list([samplePerson(31, { documents: [{ type: 'P', issuer: 'TUR', ...document }] })], number)
  const expired = { number: 'U31000001', expires: '2020-01-01' }
  await desk.send(person(expired))
  const { id } = await waitingOn(number)
  const officer = await desk.officer()
  const decide = async () => {
    const [newest] = (await officer.passenger({ id })).decisions
    await officer.decide({
      id,
      says: 'board',
      reason: 'A new passport was shown.',
      seen: newest?.id ?? null,
      read: await readNow(officer, id),
    })
    expect(await waitsNow(number)).toEqual([])
  }
  await decide()
  await desk.send(person(expired))
  expect(await waitsNow(number)).toEqual([])
  // Another passport, expired too; then one whose date cannot be.
  for (const document of [
    { number: 'U31000002', expires: '2021-01-01' },
    { number: 'U31000002', expires: '2099-01-01' },
  ]) {
    await desk.send(person(document))
    expect(await waitsNow(number)).toMatchObject([{ id, decided: true, standing: 'board', again: true }])
    await decide()
  }
  // What is in order asks nobody.
  await desk.send(person({ number: 'U31000003', expires: `${new Date().getUTCFullYear() + 4}-01-01` }))
  expect(await waitsNow(number)).toEqual([])
})

test('a document that a list comes to know after the decision is shown as such and asks again', async () => {
  const number = '418'
  const documents = [{ type: 'P', number: 'U32000001', issuer: 'TUR', expires: '2020-01-01' }]
  await desk.send(list([samplePerson(32, { documents })], number))
  const { id } = await waitingOn(number)
  const officer = await desk.officer()
  await officer.decide({
    id,
    says: 'board',
    reason: 'A new passport was shown.',
    seen: null,
    read: await readNow(officer, id),
  })
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: late } = await keeper.alerts.enterList(sampleTerms('document', { name: 'Stolen since' }))
  await keeper.alerts.enter({
    list: late,
    content: sampleContent({
      identities: [],
      documents: [{ type: 'P', number: 'U32000001', issuer: 'TUR', status: 'stolen' }],
    }),
  })
  await (await engineOf(world.ground)).settled()
  await (await desk.gateway()).rescreen()
  const known = { code: 'document-known', severity: 'alarm', document: 1 }
  const [line] = await waitsNow(number)
  expect(line).toMatchObject({ id, again: true, checks: expect.arrayContaining([known]) })
  const [newest] = (await officer.passenger({ id })).decisions
  await officer.decide({
    id,
    says: 'selectee',
    reason: 'Stolen, says a list.',
    seen: newest?.id ?? null,
    read: await readNow(officer, id),
  })
  await (await desk.gateway()).rescreen()
  await desk.send(list([samplePerson(32, { documents })], number))
  expect(await waitsNow(number)).toEqual([])
})

test('whoever has arrived waits for nobody any more, and pushes nobody out of the queue', async () => {
  const departed = sampleLeg({ number: '409', departs: new Date(Date.now() - 5 * 3_600_000), hours: 3 })
  await desk.send(samplePaxlst([samplePerson(10, looked)], { control: 'PAST', leg: departed }))
  expect(await waitsNow('409')).toEqual([])
  expect(await waitingOn('409')).toMatchObject({ standing: 'selectee', decided: false })
  const aloft = sampleLeg({ number: '410', departs: new Date(Date.now() - 3_600_000), hours: 3 })
  await desk.send(samplePaxlst([samplePerson(10, looked)], { control: 'ALOFT', leg: aloft }))
  expect(await waitsNow('410')).toHaveLength(1)
})
