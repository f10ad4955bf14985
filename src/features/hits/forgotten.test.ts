import { beforeAll, expect, test } from 'vitest'
import { type Client, client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useWorld } from '#test/world.ts'
import { tablesSaying } from './behind.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const hour = 3_600_000
const day = 24 * hour
const start = Date.now()
/** Stands in whatever somebody writes here, and nowhere else. */
const word = 'Quillonbury'
const officer = async () => (await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })).hits
const bureau = async () => (await world.as('sanita-krumina-falk', { purpose: 'alert-keeping' })).hits
/** The nightly duty and that of the record, their own clock so far ahead or behind. */
async function tend(ahead = 0): Promise<void> {
  const { rows } = await world.owner.query<{ id: number }>(
    `select m.id from network.mandate m join network.official o on o.id = m.official where o.name = 'ICONet clock'`,
  )
  const ground = { ...world.ground, clock: () => new Date(Date.now() + ahead) }
  const clock = client(ground, await actorOfMandate(world.ground.db, rows[0]?.id ?? 0))
  await clock.hits.tend()
  await clock.record.forget()
}
/** Lets so much time pass over all that is there: everything moves back, since the database's clock cannot be moved on. Then the duty. */
async function tendAfter(milliseconds: number): Promise<void> {
  const by = `interval '${milliseconds} milliseconds'`
  await world.owner.query(
    `update person.hit set forget_at = forget_at - ${by}, delete_at = delete_at - ${by}`,
  )
  await world.owner.query(`update person.form set sent_at = sent_at - ${by}`)
  await tend()
}
const said = () => tablesSaying(world.owner, word)

let keeper: Client
beforeAll(async () => {
  keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Forgotten' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
})
const dueAt = new Date(start + 6 * hour).toISOString()
async function aHit(number: string): Promise<string> {
  const documents = [{ type: 'P', number, issuer: 'IRN' }]
  const [raised] = await raise(world, [aPassenger({ documents })], { dueAt, now: new Date(start) })
  return raised?.hits[0]?.id ?? ''
}

test('what officers wrote about somebody goes with them; who said what, and when, stays for three years', async () => {
  const desk = await officer()
  const hit = await aHit('FG100')
  await desk.review({
    id: hit,
    version: 1,
    verdict: 'not-the-same',
    reason: `Other face; ${word} by name.`,
    rememberMonths: 12,
  })
  await tendAfter(53 * hour)
  expect(await said()).toEqual(['person.hit_review', 'person.not_the_same'])
  await tendAfter(2 * hour)
  expect(await said()).toEqual([])
  expect(await desk.read({ id: hit })).toMatchObject({
    name: '',
    state: 'decided',
    verdict: 'not-the-same',
    reviews: [
      {
        verdict: 'not-the-same',
        reason: null,
        rememberMonths: 12,
        official: { name: 'Kristaps Vītolnieks-Hale' },
        at: expect.any(String) as string,
      },
    ],
    knownNotTheSame: { hit, reason: null, withdrawnAt: null },
  })
  // It is remembered all the same, and what is written when it is withdrawn goes in the next night.
  const again = await aHit('FG100')
  expect((await desk.read({ id: again })).suppressed).toBe(true)
  const [known] = (await desk.notTheSame({})).items
  await desk.withdrawNotTheSame({ id: known?.id ?? '', reason: `${word} has come back.` })
  expect(await said()).toEqual(['person.not_the_same'])
  await tendAfter(hour)
  expect(await said()).toEqual([])
  expect((await desk.notTheSame({ all: true })).items).toMatchObject([
    { withdrawnAt: expect.any(String) as string, withdrawnReason: null },
  ])
})

test('a clock that runs ahead makes nothing go sooner: the database asks its own', async () => {
  const hit = await aHit('FG150')
  await tend(5 * 365 * day)
  expect(await (await officer()).read({ id: hit })).toMatchObject({
    state: 'open',
    name: 'QASEMZADEH, FAROKH',
  })
})

test('of a confirmed hit it goes six months later; a verdict said anew after that is forgotten in the next night', async () => {
  const desk = await officer()
  const hit = await aHit('FG200')
  await desk.review({ id: hit, version: 1, verdict: 'same', reason: `${word}, by the photograph.` })
  await tendAfter(180 * day)
  expect(await said()).toEqual(['person.hit_review'])
  await tendAfter(6 * day)
  expect(await said()).toEqual([])
  const { version } = await desk.read({ id: hit })
  await desk.review({ id: hit, version, verdict: 'cannot-tell', reason: `${word} is another.` })
  expect(await said()).toEqual(['person.hit_review'])
  await tendAfter(day)
  expect(await said()).toEqual([])
  expect((await desk.read({ id: hit })).reviews).toMatchObject([
    { verdict: 'same', reason: null },
    { verdict: 'cannot-tell', reason: null },
  ])
})

test('what bureaux wrote to each other goes with the person, not before the time for an answer is over; that they wrote stays', async () => {
  const desk = await bureau()
  const hit = await aHit('FG300')
  const { id } = await desk.sendForm({
    id: hit,
    kind: 'information-request',
    text: `Who is ${word}?`,
    note: `${word} is asked about.`,
  })
  await desk.attachToForm({ id, file: new File([`${word} and a face`], `${word}.txt`) })
  await keeper.hits.replyForm({ id, text: `${word} is nobody.` })
  const { rows } = await world.owner.query<{ hash: string }>('select hash from person.form_file')
  await tendAfter(14 * day)
  expect(await said()).toEqual(['person.form', 'person.form_file', 'person.form_text'])
  await tendAfter(day + hour)
  expect(await said()).toEqual([])
  expect(await desk.forms({ id: hit })).toMatchObject([
    {
      id,
      kind: 'information-request',
      text: null,
      note: '',
      files: [],
      answeredAt: expect.any(String) as string,
    },
    { kind: 'reply', text: null, answers: id },
  ])
  await expect(world.ground.blobs.get(rows[0]?.hash ?? '')).rejects.toThrow()
})

test('what was answered to a submission, kept in case it is sent again over a bad line, goes after a day', async () => {
  const hit = await aHit('FG400')
  const desk = await world.as('kristaps-vitolnieks-hale', {
    purpose: 'border-check',
    submission: 'forgotten-0001',
  })
  const said = { id: hit, version: 1, verdict: 'cannot-tell' as const, reason: `${word} shows no face.` }
  const answer = await desk.hits.review(said)
  expect(await desk.hits.review(said)).toEqual(answer)
  const kept = async () =>
    (await tablesSaying(world.owner, word)).filter(table => table === 'record.submission')
  await tendAfter(hour)
  expect(await kept()).toEqual(['record.submission'])
  await world.owner.query(`update record.submission set at = at - interval '1 day'`)
  await tendAfter(hour)
  expect(await kept()).toEqual([])
})

test('an answer given for one purpose is not read again for another: the record would not know of it', async () => {
  const id = await aHit('FG500')
  const sending = (purpose: 'border-check' | 'identity-verification') =>
    world.as('kristaps-vitolnieks-hale', { purpose, submission: 'forgotten-0002' })
  const said = { id, version: 1, verdict: 'cannot-tell' as const, reason: 'No picture to compare.' }
  const answer = await (await sending('border-check')).hits.review(said)
  expect(await (await sending('border-check')).hits.review(said)).toEqual(answer)
  await expect((await sending('identity-verification')).hits.review(said)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the record shows that each verdict was given, by whom and about which hit, when nothing of the person is left', async () => {
  const { rows } = await world.owner.query<{ count: number }>(
    `select count(*)::int as count from record.entry e join person.hit_review r on r.hit::text = any(e.subject_ids)
       and r.official = e.person where e.operation = 'hits.review' and e.outcome = 'done' and r.reason is null`,
  )
  expect(rows[0]?.count).toBeGreaterThan(2)
})
