import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Person } from '#core/edifact/message.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const count = async (table: string, where = 'true') =>
  Number((await world.owner.query(`select count(*) as n from person.${table} where ${where}`)).rows[0].n)
const flightNumbered = async (number: string) => {
  const found = (await (await desk.officer()).flights({})).find(each => each.number === `ZZ ${number}`)
  if (!found) throw new Error(`There is no flight ${number}.`)
  return found
}
const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => samplePerson(from + i))
const leg = (number: string) => sampleLeg({ number })

test('the same message, sent again or five times at once, is taken once and answered the same', async () => {
  const message = samplePaxlst(people(0, 3), { control: 'SAME', leg: leg('200') })
  const answers = await Promise.all(Array.from({ length: 5 }, () => desk.send(message)))
  answers.push(await desk.send(message))
  expect(answers.map(each => [each.status, each.told])).toEqual(
    answers.map(() => [200, { R0: '0Z', R1: '0Z', R2: '0Z' }]),
  )
  expect(new Set(answers.map(each => each.cusres)).size).toBe(1)
  expect(new Set(answers.map(each => each.message)).size).toBe(1)
  expect(await count('message', `control = 'SAME'`)).toBe(1)
  expect(await count('original')).toBe(await count('message'))
  expect((await flightNumbered('200')).passengers).toBe(3)
})

test('another content under the same reference is taken, and the carrier is told that its reference was used', async () => {
  await desk.send(samplePaxlst(people(0, 1), { control: 'REUSED', leg: leg('201') }))
  const second = await desk.send(samplePaxlst(people(1, 2), { control: 'REUSED', leg: leg('201') }))
  expect(second.told).toEqual({ R1: '0Z' })
  const { findings } = await (await desk.officer()).message({ id: second.message })
  expect(findings.map(each => each.code)).toContain('control-reused')
  expect((await flightNumbered('201')).passengers).toBe(2)
})

test('what the law does not list is dropped, said so, and is nowhere but in the sealed original', async () => {
  const odd: Partial<Person> = {
    residence: 'TUR',
    street: 'SECRETSTREET 1',
    birthPlace: 'SECRETBIRTHPLACE',
    coms: [{ kind: 'TE', value: '999SECRETPHONE' }],
    references: [{ kind: 'AEA', value: 'SECRETREF' }],
    documents: [
      { type: 'P', number: 'U1', issuer: 'TUR' },
      { type: 'V', number: 'SECRETVISA', issuer: 'LVA' },
    ],
  }
  const answer = await desk.send(samplePaxlst([samplePerson(5, odd)], { control: 'ODD', leg: leg('202') }))
  const { findings } = await (await desk.officer()).message({ id: answer.message })
  const dropped = findings
    .filter(each => each.code === 'element-dropped')
    .map(each => each.sentence)
    .join()
  for (const what of ['residence', 'address', 'place of birth', 'telephone', 'other references', 'visa'])
    expect(dropped).toContain(what)
  const { rows } = await world.owner.query<{ tables: string }>(
    `select string_agg(query_to_xml('select * from ' || format('%I.%I', schemaname, tablename), true, false, '')::text, '') as tables
     from pg_tables where schemaname in ('person', 'work', 'stat', 'record', 'network')`,
  )
  expect(rows[0]?.tables).toContain('SAMPLEFAA')
  expect(rows[0]?.tables).not.toContain('SECRET')
})

test('a list as JSON is answered as one, and its machine-readable zones are held to their check digits', async () => {
  const list = {
    flight: {
      number: '203',
      from: 'IST',
      to: 'RIX',
      departs: leg('203').departs,
      arrives: leg('203').arrives,
    },
    people: [
      {
        family: 'Eriksson',
        given: 'Anna',
        reference: 'J1',
        documents: [
          {
            number: 'L898902C3',
            issuer: 'SWE',
            expires: `${new Date().getUTCFullYear() + 4}-04-15`,
            mrz: 'P<SWEERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C37SWE7408122F1204159ZE184226B<<<<<10',
          },
        ],
      },
    ],
  }
  const answer = await desk.send({ message: list, control: 'J-1' })
  expect(answer).toMatchObject({
    status: 200,
    told: { J1: '0Z' },
    body: { control: 'J-1', state: 'processed' },
  })
  expect((await desk.send({ message: list, control: 'J-1' })).body).toMatchObject({
    repeated: true,
    cusres: answer.cusres,
  })
  const flight = await (await desk.officer()).flight({ id: (await flightNumbered('203')).id })
  expect(flight.people[0]).toMatchObject({
    family: 'ERIKSSON',
    checks: [{ code: 'document-number-check-digit' }],
  })
})

test('a list as JSON that is wrong is refused with every place and what to mend there', async () => {
  const flight = { number: '140', from: 'IST', to: 'RIXA', departs: '2026-11-23T08:00' }
  const people = [{ family: 'SAMPLE', given: 'A', birth: '31.2.1980' }, { given: 'B' }]
  const answer = await desk.send({ message: { flight, people } })
  expect(answer.status).toBe(400)
  const [{ message }] = answer.body.issues
  for (const place of ['message.flight.to: ', 'message.people.0.birth: ', 'message.people.1.family: '])
    expect(message).toContain(place)
  expect((await desk.send({})).body.issues[0].message).toContain('message: ')
})

test('a long list is taken at once, processed by a job, and its answer is there to be fetched', async () => {
  const answer = await desk.send(samplePaxlst(people(0, 120), { control: 'LONG', leg: leg('204') }))
  expect(answer).toMatchObject({ status: 202, state: 'received' })
  expect(await count('message', `control = 'LONG' and state = 'received'`)).toBe(1)
  // The message and the job that will process it exist together or not at all: a kill in between has nothing to lose.
  const { rows } = await world.owner.query(
    `select payload from graphile_worker._private_jobs where payload ->> 'operation' = 'passengers.process'
       and payload #>> '{input,id}' = $1`,
    [answer.message],
  )
  expect(rows).toHaveLength(1)
  await world.workJobs()
  expect((await flightNumbered('204')).passengers).toBe(120)
  const fetched = await desk.collect()
  expect(fetched.body).toHaveLength(1)
  expect(fetched.body[0]).toMatchObject({ kind: '962' })
  // Again for a quarter of an hour, for the line may have broken; then no more.
  expect((await desk.collect()).body).toEqual(fetched.body)
  await world.owner.query(`update person.answer set fetched_at = fetched_at - interval '16 minutes'`)
  expect((await desk.collect()).body).toEqual([])
  expect(
    (await desk.send(samplePaxlst(people(0, 120), { control: 'LONG', leg: leg('204') }))).told.R119,
  ).toBe('0Z')
  await world.workJobs()
  expect((await flightNumbered('204')).passengers).toBe(120)
})

test('what goes wrong on our side is logged without anything of what the message says', async () => {
  const log = world.ground.log
  const logged: unknown[] = []
  world.ground.log = Object.assign(Object.create(log) as typeof log, {
    error: (...said: unknown[]) => void logged.push(said),
  })
  try {
    // No text in the database holds this sign, and PostgreSQL says beside what it stood.
    const { state } = await desk.send({
      message: {
        flight: { number: '260', from: 'IST', to: 'RIX', departs: '2026-11-23T08:00' },
        people: [{ family: 'POISONED\u0000NAME', given: 'INVENTED', birth: '1980-01-01' }],
      },
    })
    expect(state).toBe('received')
  } finally {
    world.ground.log = log
  }
  expect(JSON.stringify(logged)).not.toMatch(/POISONED|INVENTED/)
  // Whoever looks after the server learns what it was, and where.
  expect(logged).toMatchObject([
    [{ code: '22P05', message: expect.any(String) as string }, expect.anything()],
  ])
})

test('a message that cannot be read is put aside after three tries, officers are told, and one of them has it tried again or gives it up', async () => {
  const told: string[] = []
  const { person } = await world.actor('dace-liepina-korr')
  const stop = world.ground.events.listen({
    person,
    tell: ({ topic, id }) => void told.push(`${topic} ${id}`),
    close: () => {},
  })
  const before = await count('passenger')
  const broken = samplePaxlst(people(0, 2), { control: 'BROKEN' }).replace(/TDT[^']*'|LOC[^']*'/g, '')
  const answer = await desk.send(broken)
  expect(answer).toMatchObject({ status: 202, state: 'received' })
  const gateway = await desk.gateway()
  expect(await gateway.process({ id: answer.message })).toEqual({ state: 'received' })
  expect(await gateway.process({ id: answer.message })).toEqual({ state: 'quarantined' })
  expect(await gateway.process({ id: answer.message })).toEqual({ state: 'quarantined' })
  const officer = await desk.officer()
  const found = await officer.message({ id: answer.message })
  expect(found).toMatchObject({
    tries: 3,
    state: 'quarantined',
    fault: expect.stringMatching(/which flight/),
  })
  expect(found.findings.some(each => each.severity === 'error')).toBe(true)
  expect(JSON.stringify(found)).not.toContain('SAMPLE')
  expect(await count('passenger')).toBe(before)
  await expect.poll(() => told).toContain(`passengers.quarantine ${answer.message}`)
  stop()
  await expect(officer.retry({ id: answer.message })).resolves.toMatchObject({ state: 'received', tries: 0 })
  await expect(officer.discard({ id: answer.message, reason: 'Too early.' })).rejects.toMatchObject({
    code: 'not-found',
  })
  for (let i = 0; i < 3; i++) await gateway.process({ id: answer.message })
  await expect(
    officer.discard({ id: answer.message, reason: 'The carrier sends it anew.' }),
  ).resolves.toMatchObject({
    state: 'discarded',
  })
})

test('when a message is put aside, those on duty get a letter without content, in their language', async () => {
  const personas = [
    'dace-liepina-korr',
    'kristaps-vitolnieks-hale',
    'laima-rudzite-penn',
    'marta-colonnese-ruiz',
  ]
  const [dace, kristaps, laima, marta] = await Promise.all(personas.map(each => world.actor(each)))
  const emailOf = async (person = 0) =>
    (await world.owner.query<{ email: string }>('select email from network.official where id = $1', [person]))
      .rows[0]?.email ?? 'nobody@example.invalid'
  // From an hour ago for two hours, which may be over midnight.
  const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  await world.owner.query(
    `insert into network.preference (official, quiet_from, quiet_until) values ($1, $2, $3)
     on conflict (official) do update set quiet_from = $2, quiet_until = $3`,
    [kristaps?.person, clock(-1), clock(1)],
  )
  const folder = join(world.folder, 'mail')
  await rm(folder, { recursive: true, force: true })
  const broken = samplePaxlst(people(70, 72), { control: 'MAILED' }).replace(/TDT[^']*'|LOC[^']*'/g, '')
  const { message } = await desk.send(broken)
  const gateway = await desk.gateway()
  for (let i = 0; i < 2; i++) await gateway.process({ id: message })
  await world.workJobs()
  const letters = await Promise.all(
    (await readdir(folder).catch(() => [])).map(name => readFile(join(folder, name), 'utf8')),
  )
  const to = async (person: number | undefined) => {
    const email = await emailOf(person)
    return letters.filter(each => each.includes(`To: ${email}`) || each.includes(`<${email}>`))
  }
  expect(await to(dace?.person)).toHaveLength(1)
  expect((await to(dace?.person))[0]).toMatch(/passengers\/messages/)
  // Off duty; of another office; of another State.
  for (const other of [kristaps, laima, marta]) expect(await to(other?.person)).toEqual([])
  for (const letter of letters) expect(letter).not.toMatch(/SAMPLE|MAILED|Invented Airways|ZZ 1/)
  await (await desk.officer()).discard({ id: message, reason: 'The carrier sends it anew.' })
})

test('changes, cancellations and the close-out do to the list what they say', async () => {
  const at = leg('205')
  const say = (control: string, list: Person[], does?: string) =>
    desk.send(samplePaxlst(list, { control, leg: at, ...(does && { function: does }) }))
  await say('L1', people(0, 4))
  await say('L2', [samplePerson(1, { seats: [{ seat: '30F' }] })], 'CP')
  await say('L3', people(3, 4), 'XR')
  const officer = await desk.officer()
  const { id } = await flightNumbered('205')
  const seats = async () =>
    Object.fromEntries(
      (await officer.flight({ id })).people.map(each => [
        each.family,
        [each.seat, each.cancelledAt !== null, each.onBoard].join(' '),
      ]),
    )
  expect(await seats()).toEqual({
    SAMPLEAAA: '1A false ',
    SAMPLEBAA: '30F false ',
    SAMPLECAA: '1C false ',
    SAMPLEDAA: '1D true ',
  })
  await say('L4', people(0, 1), 'CLNB')
  expect((await flightNumbered('205')).state).toBe('closed')
  expect(await seats()).toMatchObject({ SAMPLEAAA: '1A false false', SAMPLEBAA: '30F false true' })
  await say('L5', [], 'XF')
  expect((await flightNumbered('205')).state).toBe('cancelled')
})

test('a carrier announces its own flights only, under any of its codes', async () => {
  const own = await desk.send(
    samplePaxlst(people(0, 1), { control: 'O1', leg: sampleLeg({ carrier: 'ZZZ', number: '0206' }) }),
  )
  expect(own.told).toEqual({ R0: '0Z' })
  expect((await flightNumbered('206')).passengers).toBe(1)
  const foreign = await desk.send(
    samplePaxlst(people(0, 1), { control: 'O2', leg: sampleLeg({ carrier: 'XX', number: '207' }) }),
  )
  expect(foreign).toMatchObject({ status: 202, state: 'received' })
  expect(foreign.body.findings.at(-1)).toMatchObject({
    code: 'not-processed',
    sentence: expect.stringMatching(/another carrier/),
  })
  expect(await count('flight', `number = '207'`)).toBe(0)
})

test('whatever is wrong with a key, the answer is the same and nothing is taken', async () => {
  const officer = await desk.officer()
  const { id, key } = await officer.issueKey({ id: desk.carrier.id, label: 'To revoke' })
  await officer.revokeKey({ id })
  const other = await officer.enterCarrier({ code: '0Z', name: 'Suspended Charter' })
  const suspended = await officer.issueKey({ id: other.id, label: 'Key' })
  await officer.changeCarrier({ id: other.id, name: other.name, suspended: true })
  const before = await count('message')
  const message = samplePaxlst(people(0, 1), { control: 'KEY' })
  const heard = new Set<string>()
  for (const wrong of [null, 'A'.repeat(43), key, suspended.key, `${desk.carrier.key}x`]) {
    const answer = await desk.send(message, { key: wrong })
    expect(answer.status).toBe(401)
    heard.add(JSON.stringify({ ...answer.body, instance: '' }))
  }
  expect(heard.size).toBe(1)
  expect(await count('message')).toBe(before)
})

test('a small carrier’s list is typed in and counts like any other', async () => {
  const officer = await desk.officer()
  const { departs } = leg('208')
  const typed = {
    carrier: desk.carrier.id,
    flight: { number: '208', from: 'IST', to: 'RIX', departs: departs ?? '' },
    people: [{ family: 'Typed', given: 'In', documents: [{ number: 'T1', expires: '2020-01-01' }] }],
  }
  const receipt = await officer.enterByHand(typed)
  expect(receipt).toMatchObject({ state: 'processed' })
  expect(await flightNumbered('208')).toMatchObject({ passengers: 1, toReview: 1 })
})
