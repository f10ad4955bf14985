import { beforeAll, expect, test } from 'vitest'
import { writeCusres } from '#core/edifact/write-cusres.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { toldIn, useDesk } from '#test/carrier.ts'
import { Asker } from '#test/edges/asking.ts'
import { useWorld } from '#test/world.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { guarded, looked, readNow, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const { enterLists, list, waitingOn, waitsNow } = deskUnderLists(world, desk)
beforeAll(enterLists)

test('an officer refuses with a reason; the carrier is told unasked, and acknowledges or is shown as late', async () => {
  await desk.send(list([samplePerson(4, looked)], '402'))
  const { id, secondsLeft } = await waitingOn('402')
  expect(secondsLeft).toBeGreaterThan(3600)
  const officer = await desk.officer()
  await expect(
    officer.decide({ id, says: 'no-board', seen: null, read: await readNow(officer, id) }),
  ).rejects.toMatchObject({
    code: 'invalid-input',
  })
  const decided = await officer.decide({
    id,
    says: 'no-board',
    reason: 'Confirmed with the owner of the alert.',
    seen: null,
    read: await readNow(officer, id),
  })
  expect(decided).toMatchObject({
    standing: 'no-board',
    decisions: [{ says: 'no-board', officer: 'Kristaps Vītolnieks-Hale', stands: true }],
    told: [
      { kind: '132', told: 'no-board' },
      { kind: '962', told: 'selectee' },
    ],
  })
  const unasked = ((await desk.collect()).body as { kind: string; cusres: string }[]).find(
    each => each.kind === '132',
  )
  expect(toldIn(unasked?.cusres ?? '')).toEqual({ R4: '1Z' })
  expect(unasked?.cusres).not.toMatch(/QASEM|CONFIRMED|owner/i)
  const late = { ...world.ground, clock: () => new Date(Date.now() + 16 * 60_000) }
  const { client } = await import('#app/network.ts')
  const then = client(late, await world.actor('kristaps-vitolnieks-hale'), { purpose: 'border-check' })
  const flight = decided.flight
  expect(await then.passengers.answers({ flight, open: true })).toMatchObject([{ overdue: true, refused: 1 }])
  const reference = /RFF\+TN:([A-Z0-9]+)/.exec(unasked?.cusres ?? '')?.[1] ?? ''
  await desk.send(
    writeCusres({ sender: 'ZZ', recipient: 'LV', date: '261122', time: '1000', reference: 'ACK' }, [
      {
        reference: '1',
        answer: '312',
        txnRef: reference,
        legs: [],
        results: [{ level: '1', statuses: [{ code: '118' }] }],
      },
    ]),
  )
  expect(await officer.answers({ flight, open: true })).toEqual([])
  expect((await desk.collect()).body.filter((each: { kind: string }) => each.kind === '132')).toEqual([])
  // The next list does not undo what the officer said.
  expect((await desk.send(list([samplePerson(4, looked)], '402'))).told).toEqual({ R4: '1Z' })
})

test('where the list asks for four eyes a decision stands only when a second officer has confirmed it', async () => {
  await desk.send(list([samplePerson(6, guarded)], '404'))
  const { id } = await waitingOn('404')
  const officer = await desk.officer()
  const first = await officer.decide({
    id,
    says: 'no-board',
    reason: 'A minor alone; her guardian asks for it.',
    seen: null,
    read: await readNow(officer, id),
  })
  expect(first).toMatchObject({ standing: 'selectee', decisions: [{ secondNeeded: true, stands: false }] })
  const decision = first.decisions[0]?.id ?? ''
  await expect(officer.confirm({ id: decision, read: first.version })).rejects.toMatchObject({
    code: 'conflict',
  })
  const second = await desk.officer('dace-liepina-korr')
  expect(await second.confirm({ id: decision, read: first.version })).toMatchObject({
    standing: 'no-board',
    decisions: [{ stands: true, secondOfficer: 'Dace Liepiņa-Korr' }],
  })
  await expect(second.confirm({ id: decision, read: first.version })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('who has not seen what a colleague decided meanwhile does not overrule them unknowingly', async () => {
  await desk.send(list([samplePerson(13, { ...looked, dob: '1984-03-14' })], '414'))
  const { id } = await waitingOn('414')
  const [first, second] = [await desk.officer(), await desk.officer('dace-liepina-korr')]
  const refused = await first.decide({
    id,
    says: 'no-board',
    reason: 'Confirmed by the owner.',
    seen: null,
    read: await readNow(first, id),
  })
  await expect(
    second.decide({ id, says: 'board', seen: null, read: await readNow(second, id) }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect(await second.passenger({ id })).toMatchObject({ standing: 'no-board', decisions: [{}] })
  const seen = refused.decisions[0]?.id ?? null
  expect(
    await second.decide({
      id,
      says: 'board',
      reason: 'The owner has called back.',
      seen,
      read: await readNow(second, id),
    }),
  ).toMatchObject({
    standing: 'board',
  })
})

test('nobody decides, or confirms, without saying which decision and which version of the person they have read', async () => {
  await desk.send(list([samplePerson(14, { ...looked, dob: '1984-03-13' })], '419'))
  const { id } = await waitingOn('419')
  const browser = await new Asker(desk.web).be('kristaps-vitolnieks-hale')
  const decide = (body: object) =>
    browser.post(`/passengers/people/${id}/decide`, body, { 'iconet-purpose': 'border-check' })
  const said = { says: 'board', reason: 'Known to the crew.' } as const
  const { status, body } = await decide(said)
  expect([status, body.code, body.detail]).toEqual([400, 'invalid-input', 'Look at: seen, read.'])
  // Neither is passed over by a program: without the version it would overrule what it has not seen.
  for (const read of [undefined, null, ''])
    expect((await decide({ ...said, seen: null, read })).body.detail).toBe('Look at: read.')
  const confirmed = await browser.post(
    `/passengers/decisions/${id}/confirm`,
    {},
    { 'iconet-purpose': 'border-check' },
  )
  expect(confirmed.body.detail).toBe('Look at: read.')
  const officer = await desk.officer()
  type Decision = Parameters<typeof officer.decide>[0]
  await expect(officer.decide({ id, ...said } as Decision)).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await officer.passenger({ id })).decisions).toEqual([])
  const read = await readNow(officer, id)
  expect((await decide({ ...said, seen: null, read })).status).toBe(200)
  expect((await decide({ ...said, seen: null, read })).body.code).toBe('conflict')
})

test('a decision that waits for a second officer is in the queue, also behind one that stands', async () => {
  await desk.send(list([samplePerson(9, guarded)], '408'))
  const { id } = await waitingOn('408')
  const [first, second] = [await desk.officer(), await desk.officer('dace-liepina-korr')]
  const board = await first.decide({
    id,
    says: 'board',
    reason: 'Her aunt travels with her.',
    seen: null,
    read: await readNow(first, id),
  })
  await second.confirm({ id: board.decisions[0]?.id ?? '', read: board.version })
  expect(await waitsNow('408')).toEqual([])
  const refused = await first.decide({
    id,
    says: 'no-board',
    reason: 'It is not her aunt.',
    seen: board.decisions[0]?.id ?? null,
    read: await readNow(first, id),
  })
  expect(await waitsNow('408')).toMatchObject([{ id, standing: 'board', secondNeeded: true }])
  await second.confirm({ id: refused.decisions[0]?.id ?? '', read: refused.version })
  expect(await waitsNow('408')).toEqual([])
})

test('nobody decides by a page that is no longer true: what was found, or corrected, since it was read is looked at first', async () => {
  const officer = await desk.officer()
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const suspect = samplePerson(1, { surname: 'OVERTAKENBYNEWS', given: 'LEOPOLDINE' })
  await desk.send(list([suspect], '441'))
  const flight = (await officer.flights({})).find(each => each.number === 'ZZ 441')
  const [one] = (await officer.flight({ id: flight?.id ?? '' })).people
  const id = one?.id ?? ''
  const said = { id, says: 'board' as const, reason: 'Known to us.', seen: null }
  const before = await officer.passenger({ id })
  expect((await officer.passenger({ id })).version).toBe(before.version)
  // A list that comes to know the person, found while the officer still reads.
  const terms = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'News' }))
  const identities = [
    { names: [{ family: 'Overtakenbynews', given: 'Leopoldine' }], birth: suspect.dob ?? null },
  ]
  await keeper.alerts.enter({ list: terms.id, content: sampleContent({ identities }) })
  await (await engineOf(world.ground)).settled()
  await (await desk.gateway()).rescreen()
  await expect(officer.decide({ ...said, read: before.version })).rejects.toMatchObject({ code: 'conflict' })
  const found = await officer.passenger({ id })
  expect(found).toMatchObject({ decisions: [], suggestion: 'selectee' })
  // The carrier mends a document.
  const expired = { documents: [{ type: 'P', number: 'U7700001', issuer: 'TUR', expires: '2020-01-01' }] }
  await desk.send(list([{ ...suspect, ...expired }], '441'))
  await expect(officer.decide({ ...said, read: found.version })).rejects.toMatchObject({ code: 'conflict' })
  const { version } = await officer.passenger({ id })
  expect(await officer.decide({ ...said, read: version })).toMatchObject({ standing: 'board', again: false })
})

test('the second officer does not confirm by a page that is no longer true either', async () => {
  await desk.send(list([samplePerson(1, guarded)], '442'))
  const { id } = await waitingOn('442')
  const officer = await desk.officer()
  const first = await officer.decide({
    id,
    says: 'no-board',
    reason: 'As the list asks.',
    seen: null,
    read: await readNow(officer, id),
  })
  const decision = first.decisions[0]?.id ?? ''
  const second = await desk.officer('dace-liepina-korr')
  const { version } = await second.passenger({ id })
  await desk.send(list([samplePerson(1, { ...guarded, given: 'BOGUMILA ANNA' })], '442'))
  await expect(second.confirm({ id: decision, read: version })).rejects.toMatchObject({ code: 'conflict' })
  const now = await second.passenger({ id })
  expect(await second.confirm({ id: decision, read: now.version })).toMatchObject({ standing: 'no-board' })
})

test('a message that is sent again, or replayed, is not answered by what an officer has overruled since', async () => {
  const sent = list([samplePerson(1), samplePerson(2)], '431')
  const first = await desk.send(sent)
  expect(first.told).toEqual({ R1: '0Z', R2: '0Z' })
  const officer = await desk.officer()
  const flight = (await officer.flights({})).find(each => each.number === 'ZZ 431')
  const refuse = (await officer.flight({ id: flight?.id ?? '' })).people.find(each => each.seat === '1B')
  const decided = await officer.decide({
    id: refuse?.id ?? '',
    says: 'no-board',
    reason: 'The passport is another’s.',
    seen: null,
    read: await readNow(officer, refuse?.id ?? ''),
  })
  const again = await desk.send(sent)
  expect(again.told).toEqual({ R1: '1Z', R2: '0Z' })
  // What was said then comes first, and nobody else is spoken of after it.
  expect(again.cusres.startsWith(first.cusres)).toBe(true)
  expect(toldIn(again.cusres.slice(first.cusres.length))).toEqual({ R1: '1Z' })
  // What has not changed since is not said anew.
  expect((await desk.send(sent)).cusres).toBe(again.cusres)
  await officer.decide({
    id: refuse?.id ?? '',
    says: 'board',
    reason: 'It was mistaken for another.',
    seen: decided.decisions[0]?.id ?? null,
    read: await readNow(officer, refuse?.id ?? ''),
  })
  expect((await desk.send(sent)).told).toEqual({ R1: '0Z', R2: '0Z' })
})
