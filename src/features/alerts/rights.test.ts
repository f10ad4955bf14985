import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'
import { type Purpose, purposes } from '#vocabulary/purpose.ts'
import { engineOf } from './engine/engine.ts'
import type { ListTerms } from './model.ts'
import { sampleContent, sampleTerms } from './samples.ts'

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

interface Hint {
  id: string
  list: string
  family: string
  number: string
  reference: string
}
const nothing: Hint = {
  id: randomUUID(),
  list: randomUUID(),
  family: 'Quarrystone-Keres',
  number: 'ZX 771 004',
  reference: 'GR-00000-00000',
}

/** Everything that somebody can ask about an alert they have no right to, or about one that never was. */
async function transcript(
  { alerts }: Client,
  { id, list, family, number, reference }: Hint,
  own: { id: string; list: string } | null,
) {
  const content = sampleContent({
    identities: [{ names: [{ family, given: 'Kallistos' }], birth: '1971-01-30' }],
    documents: [{ number }],
  })
  const { ground: _ground, ...checked } = content
  const said: unknown[] = []
  for (const ask of [
    () => alerts.lists(),
    () => alerts.list({}),
    () => alerts.list({ list }),
    () => alerts.list({ view: 'ours' }),
    () => alerts.list({ view: 'due' }),
    () => alerts.list({ search: family }),
    () => alerts.list({ search: family.slice(0, 5) }),
    () => alerts.list({ search: reference }),
    () => alerts.list({ document: number }),
    () => alerts.list({ object: number }),
    () => alerts.list({ state: ['GR'], kind: ['return-decision'] }),
    () => alerts.count({}),
    () => alerts.count({ list }),
    () => alerts.count({ search: family }),
    () => alerts.count({ document: number }),
    () => alerts.due(),
    () => alerts.read({ id }),
    () => alerts.history({ id }),
    () => alerts.query({ person: { family, given: 'Kallistos', birth: '1971-01-30' } }),
    () => alerts.query({ person: { full: `Kallistos ${family}` } }),
    () => alerts.query({ documents: [{ number }] }),
    () => alerts.query({ object: number }),
    () => alerts.compatible({ list, content: checked }),
    () => alerts.compatible({ list: own?.list ?? list, content: checked }),
    () => alerts.compatible({ list: own?.list ?? list, content: checked, id }),
    () => alerts.enter({ list, content }),
    () => alerts.change({ id, version: 1, content }),
    () => alerts.change({ id, version: 7, content }),
    () =>
      alerts.extend({
        id,
        version: 1,
        months: 12,
        assessment: 'It is still needed because of this and that.',
      }),
    () => alerts.withdraw({ id, reason: 'entered-in-error' }),
    () => alerts.link({ id, other: own?.id ?? id, kind: 'same-case' }),
    () => alerts.link({ id: own?.id ?? id, other: id, kind: 'same-case' }),
    () => alerts.unlink({ id: own?.id ?? id, other: id }),
    () => alerts.tellAchieved({ id, note: 'Done and seen.' }),
    () => alerts.keep({ id, told: id, because: 'It stands.' }),
    () => alerts.export({ list }),
    () =>
      alerts.import({
        list,
        file: new File([`{"id":"A","names":[{"family":"${family}"}]}`], 'a.jsonl'),
        dry: true,
      }),
    () => alerts.changeList({ ...sampleTerms('return-decision'), id: list, revision: 1 }),
    () => alerts.tend(),
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

let lists: { list: string; id: string }
beforeAll(async () => {
  // What the outsiders may see themselves, so that a leak has something to show in.
  const latvia = await as('sanita-krumina-falk', 'alert-keeping')
  const list = (await latvia.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Seen by all' }))).id
  const { id } = await latvia.alerts.enter({
    list,
    content: sampleContent({
      identities: [{ names: [{ family: 'Quarrystone-Keros', given: 'Kallisto' }], birth: '1971-01-03' }],
    }),
  })
  lists = { list, id }
})

/** Who has no right to the hidden alert, and why not. */
const outsiders: readonly [
  why: string,
  persona: string,
  purpose: Purpose | undefined,
  terms: Partial<ListTerms>,
  marking: 'LIMITED' | 'SENSITIVE',
][] = [
  ['without the area', 'marta-colonnese-ruiz', undefined, {}, 'LIMITED'],
  ['without the area, claiming a purpose', 'marta-colonnese-ruiz', 'return', {}, 'LIMITED'],
  ['without a purpose', 'dace-liepina-korr', undefined, {}, 'LIMITED'],
  [
    'with a purpose that the list does not open for',
    'dace-liepina-korr',
    'border-check',
    { purposes: ['return', 'alert-keeping'] },
    'LIMITED',
  ],
  ['with a purpose that the mandate does not cover', 'dace-liepina-korr', 'return', {}, 'LIMITED'],
  ['below the marking of the alert', 'kristaps-vitolnieks-hale', 'border-check', {}, 'SENSITIVE'],
  [
    'below the marking of the list',
    'kristaps-vitolnieks-hale',
    'border-check',
    { marking: 'SENSITIVE' },
    'SENSITIVE',
  ],
  [
    'outside the audience',
    'dace-liepina-korr',
    'identity-verification',
    { audience: ['state:GR'] },
    'LIMITED',
  ],
  [
    'keeping the alerts of another State, not among the readers',
    'sanita-krumina-falk',
    'alert-keeping',
    { audience: ['state:GR'] },
    'LIMITED',
  ],
  [
    'keeping the alerts of another State, where bureaux are not among the purposes',
    'sanita-krumina-falk',
    'alert-keeping',
    { purposes: ['return'] },
    'LIMITED',
  ],
  ['supervising the Union’s bodies', 'clara-nordqvist-bey', 'supervision', {}, 'LIMITED'],
  ['protecting the data of another State', 'laima-rudzite-penn', 'request-of-the-person', {}, 'LIMITED'],
  ['supervising another State', 'laima-rudzite-penn', 'supervision', {}, 'LIMITED'],
  ['of the owner’s State but another authority', 'eleni-markopoulou-varda', 'border-check', {}, 'LIMITED'],
  [
    'keeping these very alerts but without the purpose',
    'despina-kalogirou-astel',
    undefined,
    { audience: ['state:LV'] },
    'LIMITED',
  ],
  [
    'keeping these very alerts but under another purpose',
    'despina-kalogirou-astel',
    'border-check',
    { audience: ['state:LV'], purposes: ['alert-keeping'] },
    'LIMITED',
  ],
]

test.each(outsiders)(
  'for whoever is %s the network answers to the letter as if the alert did not exist',
  async (_why, persona, purpose, terms, marking) => {
    const reader = await as(persona, purpose)
    const own = purpose === 'alert-keeping' && persona === 'sanita-krumina-falk' ? lists : null
    const hidesList =
      ['marta-colonnese-ruiz'].includes(persona) ||
      terms.audience?.[0] === 'state:GR' ||
      terms.marking === 'SENSITIVE'
    // Where the list itself may be known, it stands in both worlds.
    const keeper = await greece()
    const enterList = () =>
      keeper.alerts.enterList({
        ...sampleTerms('return-decision', { name: `Hidden ${randomUUID()}` }),
        ...terms,
      })
    let list = hidesList ? nothing.list : (await enterList()).id
    const without = plain(await transcript(reader, { ...nothing, list }, own))
    if (hidesList) list = (await enterList()).id
    const { id, reference } = await keeper.alerts.enter({
      list,
      content: sampleContent({
        marking,
        identities: [{ names: [{ family: nothing.family, given: 'Kallistos' }], birth: '1971-01-30' }],
        documents: [{ number: nothing.number }],
      }),
    })
    expect(plain(await transcript(reader, { ...nothing, id, list, reference }, own))).toBe(without)
    await keeper.alerts.withdraw({ id, reason: 'entered-in-error' })
    expect(plain(await transcript(reader, { ...nothing, id, list, reference }, own))).toBe(without)
    await world.owner.query('delete from person.list where id = $1', [list])
  },
)

test('whoever has the right sees the difference, so that the comparison above can fail', async () => {
  const keeper = await greece()
  const reader = await as('dace-liepina-korr', 'border-check')
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Not hidden' }))
  const without = plain(await transcript(reader, { ...nothing, list }, null))
  const { id } = await keeper.alerts.enter({
    list,
    content: sampleContent({ documents: [{ number: nothing.number }] }),
  })
  expect(plain(await transcript(reader, { ...nothing, id, list }, null))).not.toBe(without)
  await keeper.alerts.withdraw({ id, reason: 'entered-in-error' })
})

test('the way to “not found” is as long for a hidden alert as for none: the same statements, one by one', async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'Counted', audience: ['state:GR'] }),
  )
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  const reader = await as('sanita-krumina-falk', 'alert-keeping')
  // What the engine reads when it is told of a change is nobody's asking.
  await (await engineOf(world.ground)).settled()
  const statements = async (asked: string): Promise<string[]> => {
    const sent: string[] = []
    // oxlint-disable-next-line typescript/unbound-method -- put back, and called with its own client
    const { query } = pg.Client.prototype
    pg.Client.prototype.query = function (this: pg.Client, ...given: [pg.QueryConfig | string]) {
      sent.push(typeof given[0] === 'string' ? given[0] : given[0].text)
      return Reflect.apply(query, this, given) as Promise<pg.QueryResult>
    } as typeof query
    try {
      await answered(reader.alerts.read({ id: asked }))
      await answered(reader.alerts.withdraw({ id: asked, reason: 'entered-in-error' }))
      await answered(reader.alerts.link({ id: lists.id, other: asked, kind: 'same-case' }))
      await answered(reader.alerts.history({ id: asked }))
      await answered(reader.alerts.export({ list: asked }))
    } finally {
      pg.Client.prototype.query = query
    }
    return sent
  }
  const hidden = await statements(id)
  expect(hidden.length).toBeGreaterThan(20)
  expect(hidden).toEqual(await statements(randomUUID()))
  const own = await reader.alerts.enter({ list: lists.list, content: sampleContent() })
  expect(hidden).not.toEqual(await statements(own.id))
})

test('every purpose opens only what the list says, for an officer whose mandate covers it', async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'For border checks only', purposes: ['border-check'] }),
  )
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  for (const persona of ['dace-liepina-korr', 'sanita-krumina-falk', 'kristaps-vitolnieks-hale'])
    for (const purpose of [undefined, ...purposes]) {
      const seen = await answered((await as(persona, purpose)).alerts.read({ id }))
      if (purpose === 'border-check')
        expect(seen, `${persona} ${purpose}`).toMatchObject({ id, ground: null })
      else
        expect((seen as { code: string }).code, `${persona} ${purpose}`).toMatch(
          /^(purpose-needed|purpose-not-covered|not-found)$/,
        )
    }
})

test('only its owner changes, extends, links or withdraws an alert, however well another bureau may read it', async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'Read by bureaux' }),
  )
  const { id, version } = await keeper.alerts.enter({ list, content: sampleContent() })
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  // Another bureau reads the grounds, which an executing officer does not.
  expect(await bureau.alerts.read({ id })).toMatchObject({
    mine: false,
    ground: { reason: 'Invented for a test.' },
  })
  const content = sampleContent({ flags: ['armed'] })
  for (const attempt of [
    () => bureau.alerts.change({ id, version, content }),
    () =>
      bureau.alerts.extend({ id, version, months: 40, assessment: 'We would like to keep it for longer.' }),
    () => bureau.alerts.withdraw({ id, reason: 'entered-in-error' }),
    () => bureau.alerts.link({ id, other: lists.id, kind: 'same-case' }),
    () => bureau.alerts.keep({ id, told: randomUUID(), because: 'No reason.' }),
    () => bureau.alerts.enter({ list, content }),
    () => bureau.alerts.export({ list }),
    () => bureau.alerts.changeList({ ...sampleTerms('return-decision'), id: list, revision: 1 }),
  ])
    expect(((await answered(attempt())) as { code: string }).code).toBe('not-found')
  expect(await keeper.alerts.read({ id })).toMatchObject({ version, flags: [] })
})

test('the supervisor and the data-protection officer of the owner’s State read its alerts and histories, and change nothing', async () => {
  const overseer = await as('laima-rudzite-penn', 'request-of-the-person')
  expect(await overseer.alerts.read({ id: lists.id })).toMatchObject({
    id: lists.id,
    mine: false,
    ground: { reason: 'Invented for a test.' },
  })
  expect((await overseer.alerts.list({ search: 'Quarrystone' })).items.map(each => each.id)).toEqual([
    lists.id,
  ])
  expect(
    (await (await as('laima-rudzite-penn', 'supervision')).alerts.history({ id: lists.id })).length,
  ).toBeGreaterThan(0)
  expect(
    (
      (await answered(overseer.alerts.withdraw({ id: lists.id, reason: 'request-of-the-person' }))) as {
        code: string
      }
    ).code,
  ).toBe('not-competent')
})

test('every reading of personal data is recorded with its purpose and the alerts that were read; refusals too', async () => {
  const officer = await as('dace-liepina-korr', 'border-check')
  await officer.alerts.query({
    person: { family: 'Quarrystone-Keros', given: 'Kallisto', birth: '1971-01-03' },
  })
  await answered((await as('dace-liepina-korr')).alerts.read({ id: lists.id }))
  const { rows } = await world.owner.query(
    `select operation, outcome, purpose, subject_ids, problem from record.entry order by id desc limit 2`,
  )
  expect(rows[1]).toMatchObject({
    operation: 'alerts.query',
    outcome: 'read',
    purpose: 'border-check',
    subject_ids: [lists.id],
  })
  expect(rows[0]).toMatchObject({
    operation: 'alerts.read',
    outcome: 'refused',
    problem: 'purpose-needed',
    subject_ids: [],
  })
})
