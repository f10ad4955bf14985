import { expect, test } from 'vitest'
import { sql } from '#kit/sql.ts'
import { useWorld } from '#test/world.ts'
import { sampleContent, sampleHandling } from './samples.ts'

const world = useWorld()

const author = 'ivana-perkovic-lund'
const head = 'vesna-kraljic-dorn'
const deputy = 'tomislav-brajsa-kell'
const draft = (audience: string[], more = {}, handling = {}) => ({
  content: sampleContent(more),
  handling: sampleHandling(audience, handling),
})
const conflict = { code: 'conflict' }
const byNumber = (a: number, b: number) => a - b
const gone = { code: 'not-found' }

async function issued(persona: string, audience: string[], more = {}, handling = {}) {
  const officer = await world.as(persona)
  return officer.warnings.issue(await officer.warnings.draft(draft(audience, more, handling)))
}

test('where the State’s rule says so, nothing leaves it before the contact point has validated it', async () => {
  const writer = await world.as(author)
  const validator = await world.as(head)
  const begun = await writer.warnings.draft(draft(['state:IT']))
  await expect(writer.warnings.issue(begun)).rejects.toMatchObject(conflict)
  await expect(validator.warnings.read({ id: begun.id })).rejects.toMatchObject(gone)
  const submitted = await writer.warnings.submit(begun)
  expect((await validator.warnings.work({})).toValidate.map(({ id }) => id)).toContain(begun.id)
  await expect(writer.warnings.issue(submitted)).rejects.toMatchObject(conflict)
  await expect(writer.warnings.validate(submitted)).rejects.toMatchObject({ code: 'not-competent' })
  const sent = await validator.warnings.validate(submitted)
  expect(sent).toMatchObject({ status: 'issued', number: expect.stringMatching(/^EWS-HR-/) })
  expect((await validator.warnings.read({ id: sent.id })).validatedAt).not.toBeNull()
})

test('nobody validates what they wrote themselves, the database refuses it too', async () => {
  const writer = await world.as(deputy)
  const begun = await writer.warnings.draft(draft(['state:IT']))
  const submitted = await writer.warnings.submit(begun)
  await expect(writer.warnings.validate(submitted)).rejects.toMatchObject(conflict)
  const actor = await world.actor(deputy)
  await expect(
    world.ground.db.as(actor, tx =>
      tx.run(sql`update work.warning set status = 'validated' where id = ${begun.id}`),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    world.ground.db.as(actor, tx =>
      tx.run(
        sql`update work.warning set status = 'issued', number = 'EWS-HR-2026-9999', issued_at = now() where id = ${begun.id}`,
      ),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test('an edit after validation voids it', async () => {
  const writer = await world.as(author)
  const validator = await world.as(head)
  const submitted = await writer.warnings.submit(await writer.warnings.draft(draft(['state:IT'])))
  const approved = await validator.warnings.validate({ ...submitted, issue: false })
  expect(approved.status).toBe('validated')
  const edited = await writer.warnings.save({ ...approved, ...draft(['state:IT', 'state:DE']) })
  expect(edited.status).toBe('draft')
  await expect(writer.warnings.issue(edited)).rejects.toMatchObject(conflict)
  const again = await validator.warnings.validate({
    ...(await writer.warnings.submit(edited)),
    issue: false,
  })
  expect((await writer.warnings.issue(again)).status).toBe('issued')
})

test('a warning is returned with the reason, mended and submitted again', async () => {
  const writer = await world.as(author)
  const validator = await world.as(head)
  const submitted = await writer.warnings.submit(await writer.warnings.draft(draft(['state:IT'])))
  const back = await validator.warnings.return({ ...submitted, reason: 'Say how many lorries.' })
  expect((await writer.warnings.read({ id: back.id })).returned?.reason).toBe('Say how many lorries.')
  const saved = await writer.warnings.save({
    ...back,
    ...draft(['state:IT'], { context: 'At the toll station.' }),
  })
  await expect(writer.warnings.submit(saved)).resolves.toMatchObject({ status: 'submitted' })
})

test('saving over somebody else’s work is refused, with both versions', async () => {
  const one = await world.as('eleni-markopoulou-varda')
  const other = await world.as('nikos-stavridis-lemo')
  const begun = await one.warnings.draft(draft(['state:IT']))
  await other.warnings.save({ ...begun, ...draft(['state:IT'], { title: 'The title of the other' }) })
  await expect(
    one.warnings.save({ ...begun, ...draft(['state:IT'], { title: 'My title' }) }),
  ).rejects.toMatchObject({
    code: 'conflict',
    data: { issues: [{ path: ['content', 'title'], message: 'The title of the other' }] },
  })
  expect((await one.warnings.read({ id: begun.id })).title).toBe('The title of the other')
})

test('of a withdrawn warning its readers learn that, when and why, and nothing of what it said', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR', 'state:ES'], {
    title: 'Quayside at Otranto',
    summary: 'A quayside at Otranto is used by night.',
    place: {
      country: 'ITA',
      section: '',
      crossingPoint: '',
      name: 'Otranto',
      coordinates: { lon: 18.5, lat: 40.1 },
    },
  })
  const greek = await world.as('yannis-petrakis-orfeo')
  const spanish = await world.as('lucia-benavente-kroy')
  await greek.warnings.answer({ id: sent.id, answer: 'acting', text: 'We watch ferries from Otranto.' })
  const sender = await world.as('marta-colonnese-ruiz')
  await sender.warnings.withdraw({ id: sent.id, reason: 'It was a rehearsal.' })
  const seen = await spanish.warnings.read({ id: sent.id })
  expect(seen).toMatchObject({
    status: 'withdrawn',
    content: null,
    title: '',
    withdrawn: { reason: 'It was a rehearsal.' },
  })
  const everything = JSON.stringify([
    seen,
    await spanish.warnings.list({}),
    await spanish.warnings.list({ search: 'Otranto' }),
    await spanish.warnings.work({}),
    await spanish.warnings.places({}),
    await (await spanish.warnings.cap({ id: sent.id })).body.text(),
  ])
  expect(everything).not.toContain('Otranto')
  await expect(spanish.warnings.readVersion({ id: sent.id, version: 1 })).rejects.toMatchObject(gone)
  await expect(spanish.warnings.answer({ id: sent.id, answer: 'acting' })).rejects.toMatchObject(conflict)
  expect((await sender.warnings.read({ id: sent.id })).content?.summary).toContain('Otranto')
})

test('a new version keeps the number; those who could see the old one can still read it', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'], { title: 'First wording' })
  const sender = await world.as('marta-colonnese-ruiz')
  const next = await sender.warnings.revise({ id: sent.id, as: 'update' })
  const greek = await world.as('yannis-petrakis-orfeo')
  await expect(greek.warnings.read({ id: next.id })).rejects.toMatchObject(gone)
  const saved = await sender.warnings.save({
    ...next,
    ...draft(['state:GR', 'state:ES'], { title: 'Second wording' }),
  })
  const done = await sender.warnings.issue(saved)
  expect(done).toMatchObject({ id: sent.id, number: sent.number })
  expect(await greek.warnings.read({ id: sent.id })).toMatchObject({ title: 'Second wording', version: 2 })
  expect((await greek.warnings.readVersion({ id: sent.id, version: 1 })).title).toBe('First wording')
  const spanish = await world.as('lucia-benavente-kroy')
  expect((await spanish.warnings.read({ id: sent.id })).versions.map(({ version }) => version)).toEqual([2])
  await expect(spanish.warnings.readVersion({ id: sent.id, version: 1 })).rejects.toMatchObject(gone)
})

test('only the originator widens an audience, and then only those added see it', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'])
  const greek = await world.as('yannis-petrakis-orfeo')
  const spanish = await world.as('lucia-benavente-kroy')
  await expect(greek.warnings.widen({ id: sent.id, add: ['state:ES'] })).rejects.toMatchObject(gone)
  await expect(spanish.warnings.read({ id: sent.id })).rejects.toMatchObject(gone)
  const sender = await world.as('marta-colonnese-ruiz')
  await sender.warnings.widen({ id: sent.id, add: ['state:ES'] })
  expect((await spanish.warnings.read({ id: sent.id })).may.answer).toBe(true)
  const french = await world.as('mathilde-garrigue-soan')
  await expect(french.warnings.read({ id: sent.id })).rejects.toMatchObject(gone)
})

test('who will see it is exactly who then sees it', async () => {
  const sender = await world.as('davide-serracchi-noor')
  const given = draft(['state:HR', 'state:LV'], {}, { marking: 'SENSITIVE' })
  const before = await sender.warnings.audience(given)
  const seeing = before.units.map(({ unit }) => unit.id).toSorted(byNumber)
  const sent = await sender.warnings.issue(await sender.warnings.draft(given))
  const sees: number[] = []
  for (const person of await sender.access.personas()) {
    const actor = await world.actor(person.id)
    const officer = await world.as(person.id)
    const found = await officer.warnings.read({ id: sent.id }).then(
      () => true,
      () => false,
    )
    if (found && !sees.includes(actor.unit)) sees.push(actor.unit)
  }
  expect(sees.toSorted(byNumber)).toEqual(seeing)
  expect(before.excluded).toContainEqual(
    expect.objectContaining({
      unit: expect.objectContaining({ name: 'Karlovac mobile unit' }),
      why: 'marking',
    }),
  )
  const { deliveries } = await sender.warnings.read({ id: sent.id })
  expect(deliveries.map(({ unit }) => unit.id).toSorted(byNumber)).toEqual(
    before.units
      .filter(({ receives }) => receives)
      .map(({ unit }) => unit.id)
      .toSorted(byNumber),
  )
})

test('recipients of one warning see each other’s answers, but a question only its asker and the originator', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR', 'state:ES'])
  const greek = await world.as('yannis-petrakis-orfeo')
  const spanish = await world.as('lucia-benavente-kroy')
  const sender = await world.as('marta-colonnese-ruiz')
  await greek.warnings.answer({ id: sent.id, answer: 'taken-note', text: 'Passed on.' })
  const asked = await greek.warnings.remark({ id: sent.id, kind: 'question', text: 'Which yard was it?' })
  const seen = await spanish.warnings.read({ id: sent.id })
  expect(seen.deliveries.some(({ answerText }) => answerText === 'Passed on.')).toBe(true)
  expect(seen.deliveries.every(({ openedBy, ours }) => openedBy === null || ours)).toBe(true)
  expect(seen.remarks).toEqual([])
  expect((await sender.warnings.work({})).questions.map(({ remark }) => remark)).toContain(asked.id)
  await sender.warnings.reply({ id: sent.id, remark: asked.id, text: 'One near the border.', toAll: true })
  expect((await spanish.warnings.read({ id: sent.id })).remarks[0]?.reply?.text).toBe('One near the border.')
  await expect(
    sender.warnings.reply({ id: sent.id, remark: asked.id, text: 'Another answer.' }),
  ).rejects.toMatchObject(gone)
})

test('personal data stops a warning, an answer and a remark, and the words are pointed at', async () => {
  const sender = await world.as('marta-colonnese-ruiz')
  const words = 'Mario Rossini, born 04.05.1988'
  const summary = `A driver, ${words}, was stopped.`
  const begun = await sender.warnings.draft(draft(['state:GR'], { summary }))
  await expect(sender.warnings.issue(begun)).rejects.toMatchObject({ code: 'stopped-personal-data' })
  const faults = await sender.warnings.check(draft(['state:GR'], { summary }))
  const fault = faults.find(({ kind }) => kind === 'personal-data')
  expect(fault?.path).toEqual(['content', 'summary'])
  expect(summary.slice(...(fault?.range ?? [0, 0]))).toContain('Rossini')
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'])
  const greek = await world.as('yannis-petrakis-orfeo')
  await expect(
    greek.warnings.answer({ id: sent.id, answer: 'acting', text: `We know ${words}.` }),
  ).rejects.toMatchObject({ code: 'stopped-personal-data' })
})

test('check names each thing that is missing or does not fit, at its place', async () => {
  const sender = await world.as('marta-colonnese-ruiz')
  const faults = await sender.warnings.check({
    content: { when: '2031-01-01', persons: { total: 3, minors: 5 } },
    handling: {},
  })
  expect(faults.map(({ kind, path }) => `${kind} ${path.join('.')}`).toSorted()).toEqual([
    'inconsistent content.persons.minors',
    'inconsistent content.when',
    'missing content.place',
    'missing content.summary',
    'missing content.triggers',
    'missing handling.audience',
  ])
})

test('a warning is not shown to its recipients after its time of keeping, and as expired before', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'])
  const greek = await world.as('yannis-petrakis-orfeo')
  const later = { ...world.ground, clock: () => new Date(Date.now() + 100 * 24 * 3600 * 1000) }
  const then = await world.as('yannis-petrakis-orfeo', { ground: later })
  expect((await then.warnings.read({ id: sent.id })).status).toBe('expired')
  expect((await greek.warnings.read({ id: sent.id })).status).toBe('issued')
  const keepUntil = new Date(Date.now() + 3_600_000).toISOString()
  const short = await issued('marta-colonnese-ruiz', ['state:GR'], {}, { keepUntil })
  expect((await greek.warnings.read({ id: short.id })).status).toBe('issued')
  // The hour passes: what is kept until then is kept until now.
  await world.owner.query('begin; set local session_replication_role = replica')
  const { rowCount } = await world.owner.query(
    'update work.warning set expires_at = now() where id = $1 and expires_at = $2',
    [short.id, keepUntil],
  )
  await world.owner.query('commit')
  expect(rowCount).toBe(1)
  await expect(greek.warnings.read({ id: short.id })).rejects.toMatchObject(gone)
  const sender = await world.as('marta-colonnese-ruiz')
  expect((await sender.warnings.read({ id: short.id })).number).toBe(short.number)
})

test('sending the same draft twice over a bad line issues it once', async () => {
  const sender = await world.as('marta-colonnese-ruiz')
  const begun = await sender.warnings.draft(draft(['state:GR']))
  const twice = await world.as('marta-colonnese-ruiz', { submission: 'bad-line-0001' })
  const [first, second] = await Promise.all([twice.warnings.issue(begun), twice.warnings.issue(begun)])
  expect(second).toEqual(first)
  await expect(sender.warnings.issue(begun)).rejects.toMatchObject(conflict)
})

test('a next version and a successor of a validating State go out through its contact point, too', async () => {
  const writer = await world.as(author)
  const validator = await world.as(head)
  const italian = await world.as('giulia-ferrante-moss')
  const send = async (begun: { id: string; revision: number }, title: string) => {
    const saved = await writer.warnings.save({ ...begun, ...draft(['state:IT'], { title }) })
    return validator.warnings.validate(await writer.warnings.submit(saved))
  }
  const first = await validator.warnings.validate(
    await writer.warnings.submit(await writer.warnings.draft(draft(['state:IT'], { title: 'First' }))),
  )
  const second = await send(await writer.warnings.revise({ id: first.id, as: 'update' }), 'Second')
  expect(second).toMatchObject({ id: first.id, number: first.number })
  expect(await italian.warnings.read({ id: first.id })).toMatchObject({ title: 'Second', version: 2 })
  await expect(writer.warnings.widen({ id: first.id, add: ['state:DE'] })).rejects.toMatchObject(conflict)
  const third = await send(await writer.warnings.revise({ id: first.id, as: 'successor' }), 'Third')
  expect(third.number).not.toBe(first.number)
  expect(await italian.warnings.read({ id: first.id })).toMatchObject({
    status: 'superseded',
    related: [{ id: third.id, kind: 'superseded-by' }],
  })
  // The contact point validates; what was issued belongs to its originator.
  await expect(validator.warnings.withdraw({ id: third.id, reason: 'Not ours.' })).rejects.toMatchObject(gone)
})

test('of two who issue the same draft at once, one does; of two who issue at once, no number is given twice', async () => {
  const sender = await world.as('marta-colonnese-ruiz')
  const begun = await sender.warnings.draft(draft(['state:GR']))
  const both = await Promise.allSettled([sender.warnings.issue(begun), sender.warnings.issue(begun)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const five = await Promise.all(
    Array.from({ length: 5 }, () => issued('marta-colonnese-ruiz', ['state:GR'])),
  )
  expect(new Set(five.map(({ number }) => number)).size).toBe(5)
})
