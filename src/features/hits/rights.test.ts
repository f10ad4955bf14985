import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Client, client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import type { ListTerms } from '#features/alerts/model.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { sql } from '#kit/sql.ts'
import { type Purpose, purposes } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { statementsDuring } from './behind.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const greece = () => as('despina-kalogirou-astel', 'alert-keeping')

const answered = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    async answer => {
      const { body } = (answer ?? {}) as { body?: { text(): Promise<string> } }
      return body ? await body.text() : answer
    },
    (error: { code: string; message: string; data: unknown }) => {
      const { correlation: _correlation, ...data } = error.data as { correlation?: string }
      return { code: error.code, message: error.message, data }
    },
  )
const codeOf = async (asked: Promise<unknown>) => ((await answered(asked)) as { code?: string }).code

interface Hint {
  hit: string
  ref: string
  known: string
  form: string
  file: string
}
const nothing = (): Hint => ({
  hit: randomUUID(),
  ref: randomUUID(),
  known: randomUUID(),
  form: randomUUID(),
  file: randomUUID(),
})

/** Everything that somebody can ask about a hit they have no right to, or about one that never was. */
async function transcript({ hits }: Client, alert: string, { hit, ref, known, form, file }: Hint) {
  const said: unknown[] = []
  for (const ask of [
    () => hits.list({ view: 'all' }),
    () => hits.list({}),
    () => hits.list({ view: 'ours' }),
    () => hits.list({ view: 'all', subjects: [ref] }),
    () => hits.list({ view: 'all', alert }),
    () =>
      hits.list({ view: 'all', state: ['open', 'first', 'decided', 'closed'], kind: ['return-decision'] }),
    () => hits.list({ view: 'all', verdict: ['same', 'not-the-same'], subjectKind: 'passenger' }),
    () => hits.count({ view: 'all' }),
    () => hits.count({}),
    () => hits.count({ view: 'ours' }),
    () => hits.count({ view: 'all', subjects: [ref] }),
    () => hits.held({ person: { family: 'TRELAWNICKOSS', given: 'WOLFHARD', birth: '1969-02-03' } }),
    () => hits.read({ id: hit }),
    () => hits.review({ id: hit, version: 1, verdict: 'not-the-same', reason: 'To make it go away.' }),
    () => hits.review({ id: hit, version: 2, verdict: 'same', reason: 'To make it go away.' }),
    () => hits.notTheSame({ all: true }),
    () => hits.withdrawNotTheSame({ id: known, reason: 'No more.' }),
    () => hits.forms({ id: hit }),
    () => hits.sendForm({ id: hit, kind: 'information-request', text: 'Who is it?' }),
    () => hits.sendForm({ id: hit, kind: 'hit-reported', text: 'Who is it?', urgent: true }),
    () => hits.replyForm({ id: form, text: 'Nobody.' }),
    () => hits.attachToForm({ id: form, file: new File(['a text'], 'a.txt') }),
    () => hits.formFile({ id: form, file }),
    () => hits.owed(),
    () => hits.statistics(),
    () => hits.tend(),
  ])
    said.push(await answered(ask()))
  return said
}

// Ids are random and times pass, so transcripts name each by the order in which it first appears.
function plain(said: unknown): string {
  const names = new Map<string, string>()
  return JSON.stringify(said)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => {
      const name = names.get(id) ?? `id${names.size}`
      names.set(id, name)
      return name
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'time')
}

/** An alert of Greece, of a list of its own; the number keeps the people of each apart. */
let drawn = 0
async function anAlert(terms: Partial<ListTerms> = {}, marking: 'LIMITED' | 'SENSITIVE' = 'LIMITED') {
  drawn += 1
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList({
    ...sampleTerms('return-decision', { name: `Attacked ${drawn}` }),
    ...terms,
  })
  const number = `QT${700_000 + drawn}`
  const { id } = await keeper.alerts.enter({
    list,
    content: sampleContent({
      marking,
      identities: [{ names: [{ family: 'Trelawnick-Oss', given: 'Wolfhard' }], birth: '1969-02-03' }],
      documents: [{ number }],
    }),
  })
  return { list, id, number }
}
const passenger = (number: string) =>
  aPassenger({
    family: 'TRELAWNICKOSS',
    given: 'WOLFHARD',
    birth: '1969-02-03',
    nationality: null,
    documents: [{ number, type: 'P', issuer: null }],
  })

/** A hit on it with all that can hang on one: reviews, a memory, a form with a file. */
async function aHit(alert: string, number: string, by: string, told: boolean): Promise<Hint> {
  const [raised] = await raise(world, [passenger(number)], { by })
  const hit = (
    await world.owner.query<{ id: string; subject_ref: string }>(
      `select id, subject_ref from person.hit where alert = $1 and subject_ref = $2`,
      [alert, raised?.ref],
    )
  ).rows[0]
  if (!hit) throw new Error('Nothing was raised.')
  const hint = { ...nothing(), hit: hit.id, ref: hit.subject_ref }
  if (!told) return hint
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  const form = await bureau.hits.sendForm({
    id: hit.id,
    kind: 'hit-reported',
    text: 'Found at Riga.',
    note: 'Reported.',
  })
  const file = await bureau.hits.attachToForm({ id: form.id, file: new File(['Seen at Riga.'], 'a.txt') })
  return { ...hint, form: form.id, file: file.id }
}

let italian: Client
beforeAll(async () => {
  // An officer of a third State who may do everything that the officers in Riga may.
  const italy = await as('giulia-ferrante-moss')
  const { person: official } = await world.actor('marta-colonnese-ruiz')
  const { id } = await italy.access.grant({
    official,
    competences: ['read', 'screen', 'alert'],
    areas: ['alerts', 'passengers', 'returns', 'travel-documents'],
    clearance: 'LIMITED',
    validUntil: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'Test',
  })
  italian = client(world.ground, await actorOfMandate(world.ground.db, id), { purpose: 'border-check' })
})

const kristaps = 'kristaps-vitolnieks-hale'
const dace = 'dace-liepina-korr'
/** Who has no right to the hit, and why not. */
const outsiders: readonly [
  why: string,
  reader: () => Promise<Client>,
  by: string,
  told: boolean,
  terms: Partial<ListTerms>,
  marking: 'LIMITED' | 'SENSITIVE',
][] = [
  ['an officer of a third State with the same mandate', async () => italian, dace, true, {}, 'LIMITED'],
  ['an officer without the area', () => as('marta-colonnese-ruiz', 'return'), dace, true, {}, 'LIMITED'],
  ['an officer who states no purpose', () => as(kristaps), dace, true, {}, 'LIMITED'],
  [
    'an officer of the same unit with another purpose than it was raised for',
    () => as(kristaps, 'identity-verification'),
    dace,
    true,
    {},
    'LIMITED',
  ],
  ['a colleague below its marking', () => as(kristaps, 'border-check'), dace, true, {}, 'SENSITIVE'],
  ['the bureau of the alert’s owner, before a person has looked', greece, dace, false, {}, 'LIMITED'],
  [
    'an officer of the owner who screens, once it is confirmed',
    () => as('despina-kalogirou-astel', 'border-check'),
    dace,
    true,
    {},
    'LIMITED',
  ],
  [
    'the contact point of the owner’s State',
    () => as('eleni-markopoulou-varda', 'return'),
    dace,
    true,
    {},
    'LIMITED',
  ],
  [
    'the supervisor of the Union’s bodies',
    () => as('clara-nordqvist-bey', 'supervision'),
    dace,
    true,
    {},
    'LIMITED',
  ],
  [
    'the bureau of the same authority without the purpose',
    () => as('sanita-krumina-falk'),
    dace,
    true,
    {},
    'LIMITED',
  ],
  [
    'the data-protection officer without a request',
    () => as('laima-rudzite-penn'),
    dace,
    true,
    {},
    'LIMITED',
  ],
]

test.each(outsiders)(
  'for %s the network answers to the letter as if the hit did not exist',
  async (_who, reader, by, told, terms, marking) => {
    const { id, number } = await anAlert(terms, marking)
    const asked = await reader()
    const without = plain(await transcript(asked, id, nothing()))
    const hint = await aHit(id, number, by, told)
    expect(plain(await transcript(asked, id, hint))).toBe(without)
    await (await greece()).alerts.withdraw({ id, reason: 'entered-in-error' })
    expect(plain(await transcript(asked, id, hint))).toBe(without)
  },
)

test('officers who are no longer among the readers of the list lose the hit with the alert', async () => {
  const { list, id, number } = await anAlert()
  const hint = await aHit(id, number, dace, false)
  const reader = await as(dace, 'border-check')
  expect(await reader.hits.read({ id: hint.hit })).toMatchObject({ id: hint.hit })
  await (await greece()).alerts.changeList({
    ...sampleTerms('return-decision', { name: `Attacked ${drawn}`, audience: ['state:GR'] }),
    id: list,
    revision: 1,
  })
  expect(plain(await transcript(reader, id, hint))).toBe(plain(await transcript(reader, id, nothing())))
})

test('whoever has the right sees the difference, so that the comparison above can fail', async () => {
  const { id, number } = await anAlert()
  const reader = await as(dace, 'border-check')
  const without = plain(await transcript(reader, id, nothing()))
  expect(plain(await transcript(reader, id, await aHit(id, number, dace, true)))).not.toBe(without)
})

test('the way to “not found” is as long for a hidden hit as for none: the same statements, one by one', async () => {
  const { id, number } = await anAlert()
  const hint = await aHit(id, number, dace, true)
  const statements = ({ hit, known, form, file }: Hint): Promise<string[]> =>
    statementsDuring(world.ground, async () => {
      await answered(italian.hits.read({ id: hit }))
      await answered(italian.hits.review({ id: hit, version: 1, verdict: 'same', reason: 'Because.' }))
      await answered(italian.hits.withdrawNotTheSame({ id: known, reason: 'Because.' }))
      await answered(italian.hits.forms({ id: hit }))
      await answered(italian.hits.replyForm({ id: form, text: 'Because.' }))
      await answered(italian.hits.formFile({ id: form, file }))
    })
  const hidden = await statements(hint)
  expect(hidden.length).toBeGreaterThan(20)
  expect(hidden).toEqual(await statements(nothing()))
})

test('a hit raised for a border check is read for that and by the bureaux, and for no other purpose', async () => {
  const { id, number } = await anAlert()
  const { hit } = await aHit(id, number, dace, false)
  for (const persona of [dace, kristaps, 'sanita-krumina-falk', 'despina-kalogirou-astel'])
    for (const purpose of [undefined, ...purposes]) {
      const code = await codeOf((await as(persona, purpose)).hits.read({ id: hit }))
      const may =
        persona !== 'despina-kalogirou-astel' &&
        (purpose === 'border-check' || (purpose === 'alert-keeping' && persona === 'sanita-krumina-falk'))
      if (may) expect(code, `${persona} ${purpose}`).toBeUndefined()
      else expect(code, `${persona} ${purpose}`).toMatch(/^(purpose-needed|purpose-not-covered|not-found)$/)
    }
})

test('the officer who carries out sees that a form was sent and its note; its text and files are between the bureaux', async () => {
  const { id, number } = await anAlert()
  const { hit, form, file } = await aHit(id, number, dace, true)
  const officer = await as(dace, 'border-check')
  const [seen] = await officer.hits.forms({ id: hit })
  expect(seen).toMatchObject({
    id: form,
    kind: 'hit-reported',
    note: 'Reported.',
    text: null,
    files: [],
    owed: false,
  })
  expect(await codeOf(officer.hits.formFile({ id: form, file }))).toBe('not-found')
  expect((await officer.hits.read({ id: hit })).formsSent).toMatchObject([{ id: form, note: 'Reported.' }])
  const owner = await greece()
  expect(await owner.hits.forms({ id: hit })).toMatchObject([
    { text: 'Found at Riga.', owed: true, files: [{ id: file }] },
  ])
  expect(await (await owner.hits.formFile({ id: form, file })).body.text()).toBe('Seen at Riga.')
  expect((await owner.hits.list({ view: 'ours' })).items.map(each => each.id)).toContain(hit)
  expect(
    await codeOf(owner.hits.review({ id: hit, version: 1, verdict: 'not-the-same', reason: 'We say so.' })),
  ).toBe('not-found')
})

test('the gateway raises hits and reads them, and can neither review them nor change one, whatever it sends to the database', async () => {
  const { id, number } = await anAlert()
  const { hit } = await aHit(id, number, dace, false)
  const { rows } = await world.owner.query<{ mandate: number }>(
    `select m.id as mandate from network.mandate m join network.official o on o.id = m.official where o.name = 'ICONet passenger gateway'`,
  )
  const gateway = await actorOfMandate(world.ground.db, rows[0]?.mandate ?? 0)
  const machine = client(world.ground, gateway, { purpose: 'border-check' })
  expect(await machine.hits.read({ id: hit })).toMatchObject({ id: hit, mine: false })
  expect(
    await codeOf(machine.hits.review({ id: hit, version: 1, verdict: 'same', reason: 'Calculated.' })),
  ).toBe('not-found')
  for (const statement of [
    sql`update person.hit set state = 'decided', verdict = 'same', decided_by = (select network.my_person()), decided_at = now() where id = ${hit}`,
    sql`delete from person.hit where id = ${hit}`,
    sql`insert into person.not_the_same (hit, alert, number, identity_print, person_key, executing_authority, official, reason, at, expires_at)
      select id, alert, number, identity_print, person_key, executing_authority, (select network.my_person()), 'no', now(), now() + interval '1 day' from person.hit`,
  ])
    await expect(world.ground.db.as(gateway, tx => tx.run(statement), 'border-check')).rejects.toMatchObject({
      code: '42501',
    })
})

test('a hit cannot be raised from an alert that is hidden, nor in another authority’s name, nor decided from the start', async () => {
  const { id } = await anAlert({ audience: ['state:GR'] })
  const insert = (more: string) =>
    sql`
      insert into person.hit (alert, number, list, kind, owner_authority, owner_state, executing_authority, executing_state, purpose,
        purposes, audience_id, marking, action, four_eyes, ends_at, subject_kind, subject_ref, subject, subject_print, identity_print,
        person_key, score, band, reasons, raised_at, forget_at, delete_at, state)
      select alert, number, list, kind, owner_authority, owner_state, case when ${more} = 'authority' then executing_authority - 1 else executing_authority end,
        executing_state, purpose, purposes, audience_id, marking, action, four_eyes, ends_at, subject_kind, gen_random_uuid(), subject,
        subject_print, identity_print, person_key, score, band, reasons, now(), now(), now(), case when ${more} = 'state' then 'closed' else 'open' end
      from person.hit where executing_state = 'LV' and ends_at > now() limit 1`
  const officer = await world.actor(dace)
  await world.ground.db.as(officer, tx => tx.run(insert('')), 'border-check')
  for (const more of ['authority', 'state'])
    await expect(
      world.ground.db.as(officer, tx => tx.run(insert(more)), 'border-check'),
      more,
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) as string })
  const raised = await raise(world, [passenger(`QT${700_000 + drawn}`)], { by: dace })
  expect(raised[0]?.hits.map(each => each.id)).not.toContain(id)
  expect((await world.owner.query('select from person.hit where alert = $1', [id])).rowCount).toBe(0)
})

test('every reading of a hit is recorded with its purpose; refusals too', async () => {
  const { id, number } = await anAlert()
  const { hit } = await aHit(id, number, dace, false)
  const reader = await as(dace, 'border-check')
  await reader.hits.read({ id: hit })
  await answered((await as(dace)).hits.read({ id: hit }))
  const rows = z
    .array(
      z.object({ outcome: z.string(), purpose: z.string().nullable(), subject_ids: z.array(z.string()) }),
    )
    .parse(
      (
        await world.owner.query(
          `select outcome, purpose, subject_ids from record.entry where operation = 'hits.read' order by id desc limit 2`,
        )
      ).rows,
    )
  expect(rows).toEqual([
    { outcome: 'refused', purpose: null, subject_ids: [] },
    { outcome: 'read', purpose: 'border-check', subject_ids: [hit] },
  ])
})
