import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { type Purpose, purposes } from '#vocabulary/purpose.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useWorld } from '#test/world.ts'
import { statementsDuring } from './behind.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const protector = (purpose: Purpose | undefined = 'request-of-the-person') =>
  as('laima-rudzite-penn', purpose)
const everybody = [
  'laima-rudzite-penn',
  'kristaps-vitolnieks-hale',
  'dace-liepina-korr',
  'sanita-krumina-falk',
  'despina-kalogirou-astel',
  'clara-nordqvist-bey',
  'giulia-ferrante-moss',
  'eleni-markopoulou-varda',
]

const nobody = { person: { family: 'Nadirbek-Ostrava', given: 'Yolanda', birth: '1990-01-30' } }
/** As the person writes their own name: in another alphabet than the carrier did. */
const herself = { person: { full: 'Фаррох Касемзаде', birth: '1984-03-17' } }

let hit = ''
beforeAll(async () => {
  const keeper = await as('despina-kalogirou-astel', 'alert-keeping')
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Held' }))
  await keeper.alerts.enter({
    list,
    content: sampleContent({
      identities: [
        { names: [{ family: 'Qasemzadeh', given: 'Farrokh' }], birth: '1984-03-17', nationalities: ['IRN'] },
      ],
      documents: [{ number: 'ZX771004', issuer: 'IRN' }],
    }),
  })
  const documents = [{ type: 'P', number: 'ZX771004', issuer: 'IRN' }]
  const [found] = await raise(world, [aPassenger({ documents })])
  hit = found?.hits[0]?.id ?? ''
  const officer = await as('kristaps-vitolnieks-hale', 'border-check')
  await officer.hits.review({ id: hit, version: 1, verdict: 'cannot-tell', reason: 'No photograph at hand.' })
})

test('a person who asks finds the hits on them however the name is written, with what officers said', async () => {
  const found = await (await protector()).hits.held(herself)
  expect(found).toMatchObject([
    {
      hit: { id: hit, name: 'QASEMZADEH, FAROKH', verdict: 'cannot-tell' },
      by: 'likeness',
      reviews: [{ verdict: 'cannot-tell', reason: 'No photograph at hand.' }],
    },
  ])
  expect(found[0]?.reasons.length).toBeGreaterThan(0)
  expect(found[0]?.score).toBeGreaterThan(0.6)
  expect(await (await protector()).hits.held(nobody)).toEqual([])
  // The same request reaches the alerts, as far as they are of the State that answers.
  expect(await (await protector()).alerts.query(herself)).toEqual([])
})

test('once the person is forgotten a hit is still found by the very document, and says that it is by that', async () => {
  const { rows } = await world.owner.query<{ subject: object }>(
    'select subject from person.hit where id = $1',
    [hit],
  )
  await world.owner.query(
    `update person.hit set subject = '{}', reasons = '[]', forgotten_at = now() where id = $1`,
    [hit],
  )
  try {
    const asked = await protector()
    expect(await asked.hits.held(herself)).toEqual([])
    expect(
      await asked.hits.held({
        person: { family: 'Q', birth: '1984-03-17' },
        documents: [{ number: 'zx 771004', issuer: 'IRN' }],
      }),
    ).toMatchObject([{ hit: { id: hit, name: '' }, by: 'mark', score: 1, reasons: [] }])
  } finally {
    await world.owner.query('update person.hit set subject = $2, forgotten_at = null where id = $1', [
      hit,
      rows[0]?.subject,
    ])
  }
})

const said = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: { code: string; message: string; data: object }) => ({
    code: error.code,
    message: error.message,
    data: { ...error.data, correlation: '' },
  }))

test('nobody else is answered: not another purpose, not another competence, not another State', async () => {
  for (const persona of everybody)
    for (const purpose of [undefined, ...purposes]) {
      const asker = await as(persona, purpose)
      const answer = await said(asker.hits.held(herself))
      if (persona === 'laima-rudzite-penn' && purpose === 'request-of-the-person')
        expect(answer).toMatchObject([{ hit: { id: hit } }])
      else
        expect(answer, `${persona} ${purpose}`).toMatchObject({
          code: expect.stringMatching(/^(not-competent|purpose-needed|purpose-not-covered)$/) as string,
        })
      // To the letter what somebody of whom nothing is held is told.
      if (persona !== 'laima-rudzite-penn') expect(answer).toEqual(await said(asker.hits.held(nobody)))
    }
})

/** A data-protection officer of a State that has nothing to do with the hit. */
async function italian(): Promise<Client> {
  const { client } = await import('#app/network.ts')
  const { actorOfMandate } = await import('#features/access/sessions.ts')
  const italy = await as('giulia-ferrante-moss')
  const { person: official } = await world.actor('marta-colonnese-ruiz')
  const { id } = await italy.access.grant({
    official,
    competences: ['protect'],
    areas: ['alerts'],
    clearance: 'LIMITED',
    validUntil: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'Test',
  })
  return client(world.ground, await actorOfMandate(world.ground.db, id), { purpose: 'request-of-the-person' })
}

test('the data-protection officer of another State learns nothing: no hit, and the same statements, one by one', async () => {
  const foreign = await italian()
  const statements = (question: typeof herself | typeof nobody): Promise<string[]> =>
    statementsDuring(world.ground, async () => {
      expect(await foreign.hits.held(question)).toEqual([])
    })
  const hidden = await statements(herself)
  expect(hidden.length).toBeGreaterThan(2)
  expect(hidden).toEqual(await statements(nobody))
})

test('each such request is recorded with its purpose and the hits it found, and so is its refusal', async () => {
  await (await protector()).hits.held(herself)
  await said((await protector('supervision')).hits.held(herself))
  const { rows } = await world.owner.query(
    `select outcome, purpose, subject, subject_ids, problem from record.entry where operation = 'hits.held' order by id desc limit 2`,
  )
  expect(rows).toEqual([
    {
      outcome: 'refused',
      purpose: 'supervision',
      subject: null,
      subject_ids: [],
      problem: 'purpose-not-covered',
    },
    { outcome: 'read', purpose: 'request-of-the-person', subject: 'hit', subject_ids: [hit], problem: null },
  ])
})
