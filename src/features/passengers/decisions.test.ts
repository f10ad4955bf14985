import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { writeCusres } from '#core/edifact/write-cusres.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { toldIn, useDesk } from '#test/carrier.ts'
import { Asker } from '#test/edges/asking.ts'
import { useWorld } from '#test/world.ts'
import { guarded, looked, readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
let control = 0
const list = (people: readonly Person[], number: string, does?: string) =>
  samplePaxlst(people, {
    control: `D${++control}`,
    leg: sampleLeg({ number }),
    ...(does && { function: does }),
  })
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const one = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'One officer' }))
  await keeper.alerts.enter({ list: one.id, content: sampleContent() })
  const two = await keeper.alerts.enterList(
    sampleTerms('missing-person', { name: 'Two officers', fourEyes: true }),
  )
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
  const documents = await keeper.alerts.enterList(sampleTerms('document', { name: 'Stolen blanks' }))
  await keeper.alerts.enter({
    list: documents.id,
    content: sampleContent({
      identities: [],
      documents: [{ type: 'P', number: 'N1000000', to: 'N1999999', issuer: 'TUR', status: 'blank' }],
    }),
  })
  await (await engineOf(world.ground)).settled()
})

const waitingOn = async (number: string) => {
  const found = (await (await desk.officer()).queue({ all: true })).filter(
    each => each.flightNumber === `ZZ ${number}`,
  )
  const [one] = found
  if (!one) throw new Error('Nobody waits.')
  return one
}

test('somebody like an alert, or with a document from a list, is told "an officer first", and never more by a machine', async () => {
  const stolen = {
    documents: (samplePerson(3).documents ?? []).map(each => ({ ...each, number: 'N1234567' })),
  }
  const answer = await desk.send(
    list([samplePerson(1), samplePerson(2, looked), samplePerson(3, stolen)], '401'),
  )
  expect(answer.told).toEqual({ R1: '0Z', R2: 'SEL', R3: 'SEL' })
  const flight = (await (await desk.officer()).flights({})).find(each => each.number === 'ZZ 401')
  const { people } = await (await desk.officer()).flight({ id: flight?.id ?? '' })
  expect(people.find(each => each.family === 'QASEMZADEH')).toMatchObject({
    standing: 'selectee',
    hits: [{ kind: 'return-decision', look: true }],
  })
  expect(people.find(each => each.documents[0]?.number === 'N1234567')).toMatchObject({
    checks: [{ code: 'document-known', severity: 'alarm', document: 1 }],
    hits: [{ kind: 'document' }],
  })
})

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

test('once an officer has said that it is not the same person, the carrier is told that they may board', async () => {
  await desk.send(list([samplePerson(5, { ...looked, dob: '1984-03-18' })], '403'))
  const waiting = await waitingOn('403')
  const hit = waiting.hits[0]
  const officer = await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
  await officer.hits.review({
    id: hit?.id ?? '',
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face, another scar.',
  })
  await world.workJobs()
  expect(await officer.passengers.passenger({ id: waiting.id })).toMatchObject({
    suggestion: 'board',
    standing: 'board',
    decided: false,
    told: [
      { kind: '132', told: 'board' },
      { kind: '962', told: 'selectee' },
    ],
  })
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

test('four eyes are needed also where the officer may not read why', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: hidden } = await keeper.alerts.enterList(
    sampleTerms('missing-person', { name: 'Hidden, two officers', fourEyes: true, marking: 'SENSITIVE' }),
  )
  await keeper.alerts.enter({
    list: hidden,
    content: sampleContent({
      identities: [
        { names: [{ family: 'Underveil', given: 'Tabea' }], birth: '2010-05-06', nationalities: ['AUT'] },
      ],
    }),
  })
  await (await engineOf(world.ground)).settled()
  const person = { surname: 'UNDERVEIL', given: 'TABEA', dob: '2010-05-06', nationality: 'AUT' }
  await desk.send(list([samplePerson(15, person)], '415'))
  const { id, hits, suggestion } = await waitingOn('415')
  // That somebody is to be looked at is seen by all; why, by those who may.
  expect({ hits, suggestion }).toEqual({ hits: [], suggestion: 'selectee' })
  const decided = await (await desk.officer()).decide({
    id,
    says: 'board',
    reason: 'Nothing to be seen.',
    seen: null,
    read: await readNow(await desk.officer(), id),
  })
  expect(decided).toMatchObject({
    standing: 'selectee',
    decisions: [{ secondNeeded: true, stands: false }],
  })
})

test('a list typed by hand is screened against what its writer may not read, too', async () => {
  const officer = await desk.officer()
  const { flight } = await officer.enterByHand({
    carrier: desk.carrier.id,
    flight: { number: '416', from: 'IST', to: 'RIX', departs: sampleLeg().departs ?? '' },
    people: [{ family: 'UNDERVEIL', given: 'TABEA', birth: '2010-05-06', nationality: 'AUT' }],
  })
  const { people } = await officer.flight({ id: flight ?? '' })
  expect(people).toMatchObject([{ suggestion: 'selectee', standing: 'selectee', hits: [] }])
  // The record names who typed it.
  const { person } = await world.actor('kristaps-vitolnieks-hale')
  const { rows } = await world.owner.query(
    `select person from record.entry where operation = 'passengers.enterByHand' order by id desc limit 1`,
  )
  expect(rows).toEqual([{ person }])
})

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

const waitsNow = async (number: string) =>
  (await (await desk.officer()).queue({})).filter(each => each.flightNumber === `ZZ ${number}`)

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

test('whoever has arrived waits for nobody any more, and pushes nobody out of the queue', async () => {
  const departed = sampleLeg({ number: '409', departs: new Date(Date.now() - 5 * 3_600_000), hours: 3 })
  await desk.send(samplePaxlst([samplePerson(10, looked)], { control: 'PAST', leg: departed }))
  expect(await waitsNow('409')).toEqual([])
  expect(await waitingOn('409')).toMatchObject({ standing: 'selectee', decided: false })
  const aloft = sampleLeg({ number: '410', departs: new Date(Date.now() - 3_600_000), hours: 3 })
  await desk.send(samplePaxlst([samplePerson(10, looked)], { control: 'ALOFT', leg: aloft }))
  expect(await waitsNow('410')).toHaveLength(1)
})

test('no sequence of messages, hits and jobs ever refuses anybody without the decision of an officer', async () => {
  const persons = [
    samplePerson(20),
    samplePerson(21, looked),
    samplePerson(22, guarded),
    samplePerson(23, { documents: [] }),
  ]
  const step = fc.record({
    who: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    does: fc.constantFrom('', 'CP', 'XR', 'RP', 'CL', 'CLOB', 'CLNB', 'CF', 'XF'),
    expired: fc.boolean(),
    flight: fc.constantFrom('411', '412'),
    replay: fc.boolean(),
  })
  const before = await world.owner.query('select count(*) from person.decision')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
      for (const { who, does, expired, flight, replay } of steps) {
        const people = who.map(at => {
          const person = persons[at] as Person
          return expired
            ? {
                ...person,
                documents: [{ type: 'P', number: 'N1000001', issuer: 'TUR', expires: '2001-01-01' }],
              }
            : person
        })
        const message = list(people, flight, does)
        for (const answer of [await desk.send(message), ...(replay ? [await desk.send(message)] : [])])
          for (const code of Object.values(answer.told)) expect(['0Z', 'SEL']).toContain(code)
      }
      const { rows } = await world.owner.query(`
        select (select count(*) from person.passenger p join person.flight f on f.id = p.flight
            where f.number in ('411', '412') and standing = 'no-board')
          + (select count(*) from person.answer_line l join person.answer a on a.id = l.answer join person.flight f on f.id = a.flight
            where f.number in ('411', '412') and told = 'no-board') as refused`)
      expect(Number(rows[0].refused)).toBe(0)
    }),
    { numRuns: 12 },
  )
  const after = await world.owner.query('select count(*) from person.decision')
  expect(after.rows).toEqual(before.rows)
}, 60_000)

test('the database itself knows no refusal by a machine: not by the gateway, not by an officer’s hand without a decision', async () => {
  await desk.send(list([samplePerson(30, looked)], '405'))
  const { id, flight } = await waitingOn('405')
  const officer = await world.actor('kristaps-vitolnieks-hale')
  const { rows } = await world.owner.query('select person.gateway_of($1) as id', [officer.authority])
  const attempt = async (mandate: number, statement: string) => {
    const client = await world.ground.db.pool.connect()
    try {
      await client.query(
        `begin; set local role iconet_member; select network.enter(${mandate}, 'border-check')`,
      )
      await client.query(statement)
      return 'done'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const gateway = rows[0].id as number
  const decide = (by: number, says: string) =>
    `insert into person.decision (passenger, owner_authority, says, reason, officer, at)
     values ('${id}', ${officer.authority}, '${says}', 'Because.', ${by}, now())`
  const { rows: machine } = await world.owner.query('select official from network.mandate where id = $1', [
    gateway,
  ])
  expect(await attempt(officer.mandate, decide(officer.person, 'no-board'))).toBe('done')
  for (const says of ['board', 'selectee', 'no-board']) {
    expect(await attempt(gateway, decide(machine[0].official, says))).toBe('42501')
    expect(await attempt(gateway, decide(officer.person, says))).toBe('42501')
  }
  for (const mandate of [gateway, officer.mandate]) {
    for (const set of [
      `standing = 'no-board'`,
      `suggestion = 'no-board'`,
      `standing = 'no-board', decided = gen_random_uuid()`,
      `standing = 'no-board', decided = null`,
    ])
      expect(await attempt(mandate, `update person.passenger set ${set} where id = '${id}'`), set).toMatch(
        /^(23|42501)/,
      )
    expect(
      await attempt(
        mandate,
        `insert into person.answer_line (answer, passenger, owner_authority, told)
         select id, '${id}', owner_authority, 'no-board' from person.answer where flight = '${flight}' limit 1`,
      ),
    ).toMatch(/^23/)
  }
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
