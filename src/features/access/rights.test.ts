import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { Browser, openTestWeb, told } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import { type Actor, areas, type Competence, competences } from '#vocabulary/actor.ts'
import { sql } from '#kit/sql.ts'
import { markingLevel, markings } from '#vocabulary/marking.ts'

const world = useWorld()
let web: FastifyInstance
beforeAll(async () => {
  web = await openTestWeb(world)
})
afterAll(() => web.close())

const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString()
const inTwoYears = () => new Date(Date.now() + 2 * 365 * 24 * 3_600_000).toISOString()

interface Right {
  id: number
  official: number
  state: string
  competences: string[]
  areas: string[]
  clearance: number
  until: string
  by: number | null
}

/** What is in force, read behind row security. */
const inForce = async (): Promise<Right[]> =>
  (
    await world.owner.query<Right>(`
      select m.id, m.official, a.state, m.competences, m.areas, m.clearance, m.valid_until::text as until, m.granted_by as by
      from network.mandate m join network.official o on o.id = m.official and o.active
      join network.unit u on u.id = o.unit join network.authority a on a.id = u.authority
      where m.withdrawn_at is null and m.valid_until > now() order by m.id`)
  ).rows

type Call = (
  client: Client,
  mine: { person: number; mandate: number; state: string; unit: number },
) => Promise<unknown>
const some = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 })

/** Every operation with which an official could try to come by more, on themselves or by way of somebody. */
const calls = (people: readonly number[], units: readonly number[]): fc.Arbitrary<Call> => {
  const person = fc.oneof(fc.constant('me' as const), { weight: 3, arbitrary: fc.constantFrom(...people) })
  const grant = fc
    .record({
      who: person,
      // Often so little that a contact point may give it.
      competences: fc.oneof(fc.constant<Competence[]>(['read']), some(competences)),
      areas: some(areas),
      clearance: fc.oneof(fc.constant('PUBLIC' as const), fc.constantFrom(...markings)),
    })
    .map(
      ({ who, ...given }): Call =>
        (client, mine) =>
          client.access.grant({
            ...given,
            official: who === 'me' ? mine.person : who,
            validUntil: tomorrow(),
          }),
    )
  const onPerson = fc.record({ who: person, what: fc.nat(4), unit: fc.constantFrom(...units) }).map(
    ({ who, what, unit }): Call =>
      (client, mine) => {
        const id = who === 'me' ? mine.person : who
        return [
          () => client.access.inviteToEnrol({ official: id }),
          () => client.directory.changeOfficial({ id, unit }),
          () => client.directory.nameDeputy({ state: mine.state, deputy: id }),
          () =>
            client.directory.designate({ state: mine.state, unit: mine.unit, official: id, deputy: null }),
          () => client.directory.enterOfficial({ unit, name: `Made ${Math.random()}` }),
        ][what]?.() as Promise<unknown>
      },
  )
  const onMandate = fc
    .record({
      mandate: fc.oneof(fc.constant('mine' as const), fc.integer({ min: 1, max: 40 })),
      what: fc.nat(1),
    })
    .map(
      ({ mandate, what }): Call =>
        (client, mine) => {
          const id = mandate === 'mine' ? mine.mandate : mandate
          return what
            ? client.access.extend({ id, validUntil: inTwoYears() })
            : client.access.switchMandate({ mandate: id })
        },
    )
  return fc.oneof({ weight: 2, arbitrary: grant }, onPerson, onMandate)
}

test('no sequence of up to four calls raises one’s own rights, or gives what one may not give', async () => {
  const start = await inForce()
  const people = [...new Set(start.map(each => each.official))]
  const units = (await world.owner.query<{ id: number }>('select id from network.unit order by id')).rows.map(
    each => each.id,
  )
  const personas = [
    'vesna-kraljic-dorn',
    'ivana-perkovic-lund',
    'laima-rudzite-penn',
    'clara-nordqvist-bey',
    'bertil-oksanen-grey',
    'mikael-sandvall-ito',
  ]
  const who = await Promise.all(
    personas.map(async id => ({ actor: await world.actor(id), client: await world.as(id) })),
  )
  const gives = ({ competences: held }: Actor) => held.includes('appoint') || held.includes('administer')
  let granted = 0
  await fc.assert(
    fc.asyncProperty(
      // Often one of those who may give something at all.
      fc.oneof(fc.constantFrom(...who), fc.constantFrom(...who.filter(({ actor }) => gives(actor)))),
      fc.array(calls(people, units), { minLength: 1, maxLength: 4 }),
      async ({ actor, client }, sequence) => {
        const before = await inForce()
        for (const call of sequence) await call(client, actor).catch(() => undefined)
        const after = await inForce()
        // One's own: nothing more, nothing longer.
        const own = (rights: Right[]) => rights.filter(each => each.official === actor.person)
        expect(own(after)).toEqual(own(before))
        const mine = start.find(each => each.id === actor.mandate)
        for (const given of after.filter(each => !before.some(old => old.id === each.id))) {
          granted += 1
          // An oracle of its own: what the house rules say a contact point and an administrator may give.
          const high = given.competences.some(each => each === 'appoint' || each === 'administer')
          const asHead =
            mine?.competences.includes('appoint') &&
            given.state === mine.state &&
            !high &&
            !given.competences.includes('run') &&
            given.clearance <= markingLevel(actor.clearance)
          const asAdministrator =
            mine?.competences.includes('administer') &&
            (high || given.competences.includes('run') || given.state === 'EU')
          expect(asHead || asAdministrator, JSON.stringify(given)).toBe(true)
          expect(given.by).toBe(actor.mandate)
        }
      },
    ),
    // So many that grants go through.
    { numRuns: 300 },
  )
  // Without any grant that went through, the test above would prove nothing.
  expect(granted).toBeGreaterThan(0)
}, 120_000)

test('an extension lasts longer and changes nothing else; a shortening, a withdrawn or a foreign one is not found', async () => {
  const croatia = await world.as('vesna-kraljic-dorn')
  const { mandate } = await world.actor('marin-vidovic-ashe')
  const before = (await inForce()).find(each => each.id === mandate)
  await croatia.access.extend({ id: mandate, validUntil: inTwoYears() })
  const after = (await inForce()).find(each => each.id === mandate)
  expect({ ...after, until: '' }).toEqual({ ...before, until: '' })
  expect((after?.until ?? '') > (before?.until ?? '')).toBe(true)
  await expect(croatia.access.extend({ id: mandate, validUntil: tomorrow() })).rejects.toMatchObject({
    code: 'not-found',
  })
  const foreign = (await world.actor('awa-lemercier-dunn')).mandate
  await expect(croatia.access.extend({ id: foreign, validUntil: inTwoYears() })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(croatia.access.withdraw({ id: foreign })).rejects.toMatchObject({ code: 'not-found' })
})

test('what is sent beside the known fields changes nothing', async () => {
  const page = new Browser(web)
  await page.be('vesna-kraljic-dorn')
  const { person } = await world.actor('marin-vidovic-ashe')
  const made = await page.post('/mandates', {
    official: person,
    competences: ['read'],
    areas: ['returns'],
    clearance: 'PUBLIC',
    validUntil: tomorrow(),
    id: 7,
    grantedBy: 1,
    granted_by: 1,
    validFrom: '2000-01-01T00:00:00Z',
    valid_from: '2000-01-01T00:00:00Z',
    withdrawn_at: null,
    __proto__: { administer: true },
  })
  const { rows } = await world.owner.query(
    `select granted_by, valid_from > now() - interval '1 minute' as fresh from network.mandate where id = $1`,
    [made.body.id],
  )
  expect(rows).toEqual([{ granted_by: (await world.actor('vesna-kraljic-dorn')).mandate, fresh: true }])
  expect(({} as { administer?: boolean }).administer).toBeUndefined()
  await page.call('PATCH', `/officials/${person}`, {
    title: 'Liaison officer',
    active: false,
    name: undefined,
    id: 1,
  })
  const official = await world.owner.query(`select active, title from network.official where id = $1`, [
    person,
  ])
  expect(official.rows).toEqual([{ active: true, title: 'Liaison officer' }])
})

test('an address that names one mandate and a body that names another never touch the foreign one', async () => {
  const page = new Browser(web)
  await page.be('vesna-kraljic-dorn')
  const own = (await world.actor('ivana-perkovic-lund')).mandate
  const foreign = (await world.actor('marta-colonnese-ruiz')).mandate
  await page.post(`/mandates/${own}/withdraw`, { id: foreign, reason: 'Mixed up' })
  await page.post(`/mandates/${foreign}/withdraw`, { id: own, reason: 'Mixed up' })
  expect((await inForce()).some(each => each.id === foreign)).toBe(true)
})

test('guessing numbers tells nothing: what is foreign is answered exactly as what does not exist', async () => {
  const page = new Browser(web)
  await page.be('giulia-ferrante-moss')
  const foreign = await world.actor('katrin-hollerbach-inys')
  for (const path of [
    (id: number) => `/mandates/${id}/withdraw`,
    (id: number) => `/officials/${id}/enrolment`,
    (id: number) => `/officials/${id}/leave`,
  ]) {
    const existing = await page.post(path(path(0).includes('mandates') ? foreign.mandate : foreign.person))
    const missing = await page.post(path(987_654))
    expect(existing.status).toBe(404)
    expect(told(missing)).toEqual(told(existing))
  }
})

test('the member role of the database cannot rewrite a mandate, a session or the record', async () => {
  const { ground } = world
  const before = await inForce()
  const actor = await world.actor('vesna-kraljic-dorn')
  for (const statement of [
    sql`update network.mandate set competences = '{appoint,administer}' where id = ${actor.mandate}`,
    sql`update network.mandate set official = 1, withdrawn_by = ${actor.mandate}, withdrawn_at = now()`,
    sql`delete from network.mandate`,
    sql`update network.session set mandate = 1`,
    sql`insert into network.session (mandate, secret, how) values (1, 'x', 'passkey')`,
    sql`insert into network.passkey (official, credential, public_key, counter, device_bound) values (1, '0123456789abcdef', 'x', 0, true)`,
    sql`select * from network.enrolment`,
    sql`select * from network.challenge`,
    sql`update record.entry set outcome = 'done'`,
    sql`delete from record.entry`,
    sql`truncate record.entry`,
  ])
    await expect(
      ground.db
        .as(actor, tx => tx.run(statement))
        .catch((error: { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error))),
      statement.text,
    ).resolves.toBe(0)
  expect(await inForce()).toEqual(before)
})
