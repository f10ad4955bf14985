import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { noSource } from '#features/alerts/kinds.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { formRules, mostWaiting } from './kinds.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const greece = () => as('despina-kalogirou-astel', 'alert-keeping')
const riga = () => as('sanita-krumina-falk', 'alert-keeping')
const border = () => as('kristaps-vitolnieks-hale', 'border-check')
const hours = (count: number) => count * 3_600_000

let hit = ''
beforeAll(async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Forms' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
  const [found] = await raise(world, [aPassenger()])
  hit = found?.hits[0]?.id ?? ''
})

/** A picture of so many bytes, as far as anybody can tell from its beginning. */
const pdf = (size: number, name = 'decision.pdf') => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]).subarray(0, size)
  return new File([new Uint8Array(content)], name, { type: 'application/pdf' })
}

test('the bureau that screened asks the owner, who learns of the hit by that, and answers within twelve hours', async () => {
  const [bureau, owner, officer] = [await riga(), await greece(), await border()]
  expect((await owner.hits.count({ view: 'ours' })).count).toBe(0)
  const sent = await bureau.hits.sendForm({
    id: hit,
    kind: 'information-request',
    text: 'Is there a photograph?',
    note: 'We have asked.',
  })
  expect(sent).toMatchObject({
    from: { state: 'LV' },
    to: { state: 'GR' },
    text: 'Is there a photograph?',
    owed: false,
    late: false,
  })
  expect(Date.parse(sent.dueAt ?? '') - Date.parse(sent.sentAt)).toBe(hours(12))
  expect((await owner.hits.count({ view: 'ours' })).count).toBe(1)
  expect(await owner.hits.owed()).toMatchObject([{ id: sent.id, owed: true }])
  const reply = await owner.hits.replyForm({
    id: sent.id,
    text: 'It is in file 12.',
    note: 'A photograph has come.',
  })
  expect(reply).toMatchObject({ kind: 'reply', answers: sent.id, dueAt: null, to: { state: 'LV' } })
  await expect(owner.hits.replyForm({ id: sent.id, text: 'Once more.' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await owner.hits.owed()).toEqual([])
  expect(
    (await officer.hits.read({ id: hit })).formsSent.map(each => [
      each.kind,
      each.note,
      each.answeredAt !== null,
    ]),
  ).toEqual([
    ['information-request', 'We have asked.', true],
    ['reply', 'A photograph has come.', false],
  ])
  const urgent = await owner.hits.sendForm({
    id: hit,
    kind: 'information-request',
    text: 'Where is he now?',
    urgent: true,
  })
  expect(Date.parse(urgent.dueAt ?? '') - Date.parse(urgent.sentAt)).toBe(hours(3))
})

test('each form says which article its time for an answer comes from, or that none was found', async () => {
  const [bureau, owner] = [await riga(), await greece()]
  const asked = await owner.hits.sendForm({ id: hit, kind: 'information-request', text: 'Which flight?' })
  expect(asked).toMatchObject({ dueSource: 'Regulation (EU) 2018/1861, Article 8(3)' })
  const urgent = await owner.hits.sendForm({
    id: hit,
    kind: 'information-request',
    text: 'Which gate?',
    urgent: true,
  })
  expect(urgent).toMatchObject({ dueSource: 'none found, chosen by us' })
  expect(await bureau.hits.replyForm({ id: asked.id, text: 'The first one.' })).toMatchObject({
    dueSource: null,
  })
  for (const { answer, urgent: sooner } of Object.values(formRules))
    for (const each of [answer, sooner])
      expect(each === null || each.source === noSource || /, Article \d+/.test(each.source)).toBe(true)
})

test('that the purpose is achieved is answered within fifteen days, also where it is marked urgent', async () => {
  const bureau = await riga()
  for (const urgent of [false, true]) {
    const told = await bureau.hits.sendForm({
      id: hit,
      kind: 'purpose-achieved',
      text: 'He has left.',
      urgent,
    })
    expect(Date.parse(told.dueAt ?? '') - Date.parse(told.sentAt)).toBe(hours(15 * 24))
    expect(told.dueSource).toBe('Regulation (EU) 2018/1861, Article 39(7)')
  }
})

test('each form is sent by the bureau whose it is, and by no officer who carries out', async () => {
  const owner = await greece()
  for (const kind of ['hit-reported', 'cannot-execute', 'purpose-achieved'] as const)
    await expect(owner.hits.sendForm({ id: hit, kind, text: 'From the wrong side.' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  const officer = await border()
  await expect(
    officer.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'By myself.' }),
  ).rejects.toMatchObject({ code: 'not-competent' })
  const screening = await as('sanita-krumina-falk', 'border-check')
  await expect(
    screening.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'For another purpose.' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a form carries five files and ten megabytes in all: the sixth and the one too heavy are refused', async () => {
  const bureau = await riga()
  const { id } = await bureau.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'With files.' })
  const attach = (file: File, form = id) => bureau.hits.attachToForm({ id: form, file })
  await expect(attach(new File(['<html><script>alert(1)</script>'], 'a.pdf'))).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(attach(new File([], 'a.pdf'))).rejects.toMatchObject({ code: 'invalid-input' })
  for (let i = 0; i < 4; i++) await attach(pdf(1000))
  // Two at once: one of them is the sixth.
  const both = await Promise.allSettled([attach(pdf(1000)), attach(pdf(1000))])
  expect(both.map(each => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const heavy = await bureau.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'With heavy files.' })
  await attach(pdf(6 * 1024 * 1024), heavy.id)
  await expect(attach(pdf(4 * 1024 * 1024 + 1), heavy.id)).rejects.toMatchObject({ code: 'invalid-input' })
  await attach(pdf(4 * 1024 * 1024), heavy.id)
  await expect(attach(pdf(10 * 1024 * 1024 + 1), heavy.id)).rejects.toMatchObject({ code: 'invalid-input' })
  // Whatever the application does, the table holds it.
  const [file] = (await world.owner.query(`select * from person.form_file where form = $1 limit 1`, [id]))
    .rows as Record<string, unknown>[]
  await expect(
    world.owner.query(
      `insert into person.form_file (id, form, name, type, size, hash, key, at) values (gen_random_uuid(), $1, 'x', 'x', 1, $2, $3, now())`,
      [id, file?.hash, file?.key],
    ),
  ).rejects.toMatchObject({ code: '23514' })
})

test('a file lies sealed on the disk, and only the two bureaux read it back as it was', async () => {
  const [bureau, owner] = [await riga(), await greece()]
  const { id } = await bureau.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'With a sealed file.' })
  const { id: file } = await bureau.hits.attachToForm({
    id,
    file: new File(['Seen at gate 7, invented.'], '../gate.txt'),
  })
  const { rows } = await world.owner.query<{ hash: string; name: string }>(
    `select hash, name from person.form_file where id = $1`,
    [file],
  )
  expect(rows[0]?.name).toBe('gate.txt')
  expect((await world.ground.blobs.get(rows[0]?.hash ?? '')).includes('gate')).toBe(false)
  expect(await (await owner.hits.formFile({ id, file })).body.text()).toBe('Seen at gate 7, invented.')
  await owner.hits.replyForm({ id, text: 'Thank you.' })
  await expect(bureau.hits.attachToForm({ id, file: new File(['More.'], 'a.txt') })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(owner.hits.attachToForm({ id, file: new File(['More.'], 'a.txt') })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an answer that does not come in time is shown as late, and told of once', async () => {
  const bureau = await riga()
  const { id } = await bureau.hits.sendForm({ id: hit, kind: 'cannot-execute', text: 'He did not travel.' })
  await world.owner.query(`update person.form set due_at = now() - interval '1 minute' where id = $1`, [id])
  const told = new Map<string, string[]>()
  const owner = await world.actor('despina-kalogirou-astel')
  const stop = world.ground.events.listen({
    person: owner.person,
    tell: event => told.set(event.topic, [...(told.get(event.topic) ?? []), event.id]),
    close: () => undefined,
  })
  const due = () =>
    world.owner.query(
      `update graphile_worker._private_jobs set run_at = now() where payload->>'operation' = 'hits.tend'`,
    )
  await due()
  await world.workJobs()
  await due()
  await world.workJobs()
  // Announcements come in their order: when the bell is heard, all before it were.
  await world.owner.query(`select network.announce('bell', '', array[$1::integer])`, [owner.person])
  await expect.poll(() => told.has('bell'), { timeout: 10_000 }).toBe(true)
  stop()
  expect(told.get('hits-late')).toEqual([hit])
  expect((await bureau.hits.owed()).find(each => each.id === id)).toMatchObject({ late: true })
  expect((await bureau.hits.list({ view: 'all' })).items.find(each => each.id === hit)?.forms.late).toBe(1)
})

test('a bureau does not flood the other: a few forms about one hit wait for an answer, at once too, and what is answered makes room', async () => {
  const [bureau, owner] = [await riga(), await greece()]
  const [found] = await raise(world, [
    aPassenger({ given: 'FAROK', documents: [{ type: 'P', number: 'FL001', issuer: 'IRN' }] }),
  ])
  const id = found?.hits[0]?.id ?? ''
  const ask = (of: Client, n: number) =>
    of.hits.sendForm({ id, kind: 'information-request', text: `Question ${n}?` })
  const sent = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => ask(bureau, n)))
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostWaiting)
  await expect(ask(bureau, 9)).rejects.toMatchObject({
    code: 'conflict',
    message:
      '5 forms of yours about this hit wait for an answer. Wait for one of them, or call the other bureau.',
  })
  // The other bureau's own are its own.
  await ask(owner, 10)
  const first = (await owner.hits.forms({ id })).find(form => form.owed)
  await owner.hits.replyForm({ id: first?.id ?? '', text: 'Yes.' })
  await ask(bureau, 11)
})
