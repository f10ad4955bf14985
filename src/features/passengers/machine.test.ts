import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { deskUnderLists } from '#test/desk-under-lists.ts'
import { guarded, looked, readNow, sampleLeg, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const { enterLists, list, waitingOn } = deskUnderLists(world, desk)
beforeAll(enterLists)

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
