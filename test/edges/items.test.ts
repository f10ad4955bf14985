// Longer than most: one table of operations and one of columns, which only together can be seen to be complete.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { operations } from '#app/operations.ts'
import { openTestWeb } from '../browser-calls.ts'
import { useDesk } from '../carrier.ts'
import { useWorld } from '../world.ts'
import { alertItems } from './alert-items.ts'
import { hitItems } from './hit-items.ts'
import { passengerItems } from './passenger-items.ts'
import { type Answer, Asker, told } from './asking.ts'

const world = useWorld()
const desk = useDesk(world)
let web: FastifyInstance
const people = new Map<string, Asker>()
/** A person of the demonstration, signed in once. */
const as = async (persona: string): Promise<Asker> => {
  const found = people.get(persona) ?? (await new Asker(web).be(persona))
  people.set(persona, found)
  return found
}
const [italy, italyHead, france, franceHead, greece] = [
  'marta-colonnese-ruiz',
  'giulia-ferrante-moss',
  'awa-lemercier-dunn',
  'mathilde-garrigue-soan',
  'yannis-petrakis-orfeo',
]
const rows = async <T>(query: string, values: unknown[] = []): Promise<T[]> =>
  (await world.owner.query(query, values)).rows as T[]
const one = async <T>(query: string, values: unknown[] = []): Promise<T> =>
  (await rows<T>(query, values))[0] as T
const idOf = async (query: string): Promise<string> => String((await one<{ id: unknown }>(query)).id)
/** Midnight, so many days ahead: what is granted or planned lies ahead whenever this runs. */
const inDays = (days: number): string =>
  new Date((Math.floor(Date.now() / 86_400_000) + days) * 86_400_000).toISOString()
const draft = (more: object = {}, handling: object = {}) => ({
  content: sampleContent(more),
  handling: { ...sampleHandling(['state:GR']), ...handling },
})

/** Things that exist and that France's officials have no right to. */
const hidden = { issued: '', draft: '', remark: '', attachment: '', search: '', subscription: '' }
const never = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  web = await openTestWeb(world)
  const officer = await world.as(italy)
  const begun = await officer.warnings.draft(draft())
  hidden.issued = begun.id
  const file = new File(['Plate numbers seen at night.'], 'note.txt', { type: 'text/plain' })
  hidden.attachment = (await officer.warnings.attach({ id: begun.id, file })).id
  await officer.warnings.issue(begun)
  hidden.draft = (await officer.warnings.draft(draft({ title: 'A second draft of Italy' }))).id
  const greek = await world.as(greece)
  hidden.remark = (await greek.warnings.remark({ id: begun.id, kind: 'question', text: 'Which road?' })).id
  hidden.search = (await greek.warnings.saveSearch({ name: 'Mine', filter: {} })).id
  hidden.subscription = (
    await greek.warnings.subscribe({ routes: ['EMED'], countries: [], citizenships: [], means: [] })
  ).id
  await world.owner.query(`update network.unit set listed = false where name = 'Coastal unit, Calabria'`)
})
afterAll(() => web.close())

type Item = [
  persona: string,
  hidden: string[],
  never: string[],
  body?: object | undefined,
  purpose?: string | undefined,
]

/** Of each operation that names one item: who asks, for which item of another State, and for one that never was. */
async function foreignItems(): Promise<Record<string, Item>> {
  const unlisted = await idOf(`select id from network.unit where name = 'Coastal unit, Calabria'`)
  const insider = await idOf(`select id from network.official where name like 'Marta Colonnese%'`)
  const mandate = await idOf(`select m.id from network.mandate m where m.official = ${insider}`)
  const duty = await idOf(
    `select d.id from network.duty d where network.state_of_unit(d.unit) = 'IT' order by id limit 1`,
  )
  await as(italy)
  const session = await idOf(`select id from network.session where mandate = ${mandate} limit 1`)
  await world.owner.query(`
    insert into network.passkey (official, credential, public_key, counter, device_bound)
    values (${insider}, 'credential-of-italy-1', '\\x00', 0, true)`)
  const passkey = await idOf(`select id from network.passkey where official = ${insider}`)
  const gone = '900000'
  const officer = france
  const head = franceHead
  const warning = (body?: object, id = hidden.issued): Item => [officer, [id], [never], body]
  return {
    'directory.unit': [officer, [unlisted], [gone]],
    'directory.duties': [officer, [unlisted], [gone]],
    'directory.official': [officer, [insider], [gone]],
    'directory.changeUnit': [head, [unlisted], [gone], { name: 'Taken over' }],
    'directory.changeOfficial': [head, [insider], [gone], { name: 'Taken over' }],
    'directory.leave': [head, [insider], [gone]],
    'directory.dropDuty': [head, [duty], [gone]],
    'access.endSession': [officer, [session], [gone]],
    'access.removePasskey': [officer, [passkey], [gone]],
    'access.withdraw': [head, [mandate], [gone], { reason: 'Not mine to withdraw.' }],
    'access.extend': [head, [mandate], [gone], { validUntil: inDays(1500) }],
    'access.inviteToEnrol': [head, [insider], [gone]],
    'warnings.read': warning(),
    'warnings.readVersion': [officer, [hidden.issued, '1'], [never, '1']],
    'warnings.open': warning({}),
    'warnings.save': warning({ revision: 1, ...draft() }, hidden.draft),
    'warnings.remove': warning(undefined, hidden.draft),
    'warnings.submit': warning({ revision: 1 }, hidden.draft),
    'warnings.validate': [head, [hidden.draft], [never], { revision: 1 }],
    'warnings.return': [head, [hidden.draft], [never], { revision: 1, reason: 'Not clear.' }],
    'warnings.issue': warning({ revision: 1 }, hidden.draft),
    'warnings.revise': warning({ as: 'update' }),
    'warnings.widen': warning({ add: ['state:FR'] }),
    'warnings.withdraw': warning({ reason: 'Not mine to withdraw.' }),
    'warnings.answer': warning({ answer: 'acting', text: '' }),
    'warnings.remark': warning({ kind: 'measure', text: 'Seen here too.' }),
    'warnings.reply': [officer, [hidden.issued, hidden.remark], [never, never], { text: 'No.' }],
    'warnings.attach': warning({}, hidden.draft),
    'warnings.detach': [officer, [hidden.issued, hidden.attachment], [never, never]],
    'warnings.attachment': [officer, [hidden.issued, hidden.attachment], [never, never]],
    'warnings.cap': warning(),
    'warnings.pdf': warning(),
    'warnings.removeSearch': [officer, [hidden.search], [never]],
    'warnings.unsubscribe': [officer, [hidden.subscription], [never]],
    'warnings.tell': warning({ version: 1 }),
    'warnings.notify': warning({ version: 1 }),
    'warnings.escalate': warning({}),
    ...(await alertItems(world, never)),
    ...(await hitItems(world, never)),
    ...(await passengerItems(world, desk, never)),
  }
}

/** These answer something else than not found, to everybody alike: an empty roster, nothing queued, or that it is not for officers. */
const silent = [
  'directory.duties',
  'warnings.escalate',
  'warnings.tell',
  'warnings.notify',
  'access.removePasskey',
  'passengers.process',
  'passengers.follow',
]
/** These name what every official may see: a State. */
const named = ['directory.state', 'directory.rule', 'directory.designate', 'directory.nameDeputy']

test('an item of another State is answered, byte for byte, as one that never was', async () => {
  const items = await foreignItems()
  const withItem = operations.filter(({ path }) => path.includes('{'))
  expect(withItem.map(({ name }) => name).filter(name => !named.includes(name) && !items[name])).toEqual([])
  for (const { name, method, path } of withItem) {
    const item = items[name]
    if (!item) continue
    const [persona, there, nowhere, body, purpose] = item
    const headers: Record<string, string> = purpose ? { 'iconet-purpose': purpose } : {}
    const asker = await as(persona)
    const ask = async (ids: string[]): Promise<Answer> => {
      let at = 0
      const address = path.replace(/\{[^}]+\}/g, () => ids[at++] ?? '')
      if (['warnings.attach', 'alerts.import', 'hits.attachToForm'].includes(name))
        return attach(asker, address, headers)
      if (method === 'GET') return asker.send('GET', address, { headers })
      return asker.json(method as 'POST', address, body ?? {}, headers)
    }
    const [is, isNot] = [await ask(there), await ask(nowhere)]
    expect(told(is), name).toBe(told(isNot))
    expect({ ...is.headers, 'x-correlation': '', date: '' }, name).toEqual({
      ...isNot.headers,
      'x-correlation': '',
      date: '',
    })
    if (!silent.includes(name)) expect(isNot.body.code, name).toBe('not-found')
  }
}, 60_000)

async function attach(asker: Asker, address: string, headers: Record<string, string>): Promise<Answer> {
  const form = new FormData()
  form.append('file', new File(['A note.'], 'note.txt', { type: 'text/plain' }))
  const body = new Response(form)
  return asker.send('POST', address, {
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '' },
  })
}

test('an item of another State named in a body is refused as one that never was', async () => {
  const head = await as(franceHead)
  const foreign = await one<{ authority: number; unit: number; official: number }>(`
    select a.id as authority, u.id as unit, o.id as official from network.official o join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority where o.name like 'Marta Colonnese%'`)
  const home = await one<{ unit: number; official: number }>(`
    select u.id as unit, o.id as official from network.official o join network.unit u on u.id = o.unit where o.name like 'Awa Lem%'`)
  const times = { startsAt: inDays(9), endsAt: inDays(10) }
  const grant = {
    competences: ['read'],
    areas: ['liaison'],
    clearance: 'PUBLIC',
    validUntil: inDays(40),
    reason: 'Test',
  }
  for (const [path, body] of [
    ['/units', (id: typeof foreign) => ({ authority: id.authority, name: 'Foreign body', kind: 'desk' })],
    ['/officials', (id: typeof foreign) => ({ unit: id.unit, name: 'Foreign Body' })],
    ['/duties', (id: typeof foreign) => ({ ...times, unit: id.unit, official: home.official })],
    ['/duties', (id: typeof foreign) => ({ ...times, unit: home.unit, official: id.official })],
    ['/mandates', (id: typeof foreign) => ({ ...grant, official: id.official })],
  ] as const) {
    const is = await head.post(path, body(foreign))
    const isNot = await head.post(path, body({ authority: 900_000, unit: 900_000, official: 900_000 }))
    expect(told(is), path).toBe(told(isNot))
    expect(is.body.code, path).toBe('not-found')
  }
  const moved = await head.json('PATCH', `/officials/${home.official}`, { unit: foreign.unit })
  expect(told(moved)).toBe(told(await head.json('PATCH', `/officials/${home.official}`, { unit: 900_000 })))
  expect(moved.body.code).toBe('not-found')
  const officer = await as(france)
  expect((await officer.post('/me/mandate', { mandate: 1 })).body.code).toBe('not-found')
})

test('the address says which item is meant; another id in the body changes nothing else', async () => {
  const head = await as(italyHead)
  const [mine, other] = await rows<{ id: number; name: string }>(
    `select u.id, u.name from network.unit u where network.state_of_unit(u.id) = 'IT' order by u.id limit 2`,
  )
  if (!mine || !other) throw new Error('Two units are needed.')
  const crossed = await head.json('PATCH', `/units/${mine.id}`, {
    id: other.id,
    name: `${mine.name} renamed`,
  })
  expect(crossed.body.code).toBe('invalid-input')
  expect(crossed.body.issues[0].path).toEqual(['id'])
  expect((await head.json('PATCH', `/units/${mine.id}`, { id: mine.id, name: mine.name })).status).toBe(200)
  expect((await head.get(`/units/${mine.id}?id=${other.id}`)).body.code).toBe('invalid-input')
  expect((await one<{ name: string }>('select name from network.unit where id = $1', [other.id])).name).toBe(
    other.name,
  )
  const officer = await as(italy)
  const [first, second] = [
    await officer.post('/warnings/drafts', draft()),
    await officer.post('/warnings/drafts', draft()),
  ]
  const ids = { first: first.body.id as string, second: second.body.id as string }
  const secondBefore = await one('select * from work.warning where id = $1', [ids.second])
  for (const body of [{ id: ids.second }, { id: [ids.second] }, { id: { id: ids.second } }]) {
    const { revision } = await one<{ revision: number }>('select revision from work.warning where id = $1', [
      ids.first,
    ])
    await officer.json('PUT', `/warnings/${ids.first}/draft`, {
      ...draft({ title: 'Changed' }),
      ...body,
      revision,
    })
    expect(await one('select * from work.warning where id = $1', [ids.second])).toEqual(secondBefore)
  }
  await officer.json(
    'PUT',
    `/warnings/${ids.first}/draft?id=${ids.second}&revision=1`,
    draft({ title: 'Changed by query' }),
  )
  await officer.send('DELETE', `/warnings/${ids.first}/draft?id=${ids.second}`)
  expect(await one('select * from work.warning where id = $1', [ids.second])).toEqual(secondBefore)
  // A part is found under its own warning only.
  const file = `/warnings/${ids.second}/attachments/${hidden.attachment}`
  expect((await officer.get(file)).body.code).toBe('not-found')
  expect((await officer.send('DELETE', file)).body.code).toBe('not-found')
  expect(
    (await officer.post(`/warnings/${ids.second}/remarks/${hidden.remark}/reply`, { text: 'No.' })).body.code,
  ).toBe('not-found')
  expect(await one('select id from work.warning_attachment where id = $1', [hidden.attachment])).toBeDefined()
})

test('parameters that the contract does not know are as good as not there, and doubled ones are faults', async () => {
  const officer = await as(italy)
  const plain = told(await officer.get('/units?state=HR'))
  for (const more of [
    '&foo=bar',
    '&limit=1',
    '&owner=1',
    '&state2=IT',
    '&id=1',
    '&_method=DELETE',
    '&select=*',
    '&where=1=1',
  ])
    expect(told(await officer.get(`/units?state=HR${more}`)), more).toBe(plain)
  expect((await officer.get('/units?state=HR&state=IT')).body.code).toBe('invalid-input')
  for (const odd of [
    'state[]=HR',
    'state[$ne]=HR',
    "state=HR'--",
    'state=HR%27%20or%201=1',
    'state=hr',
    'search[a]=b',
    'search=%',
    'search=_',
    'search=\\\\',
    'search=%25%25',
  ])
    expect((await officer.get(`/units?${odd}`)).status, odd).toBeLessThan(500)
  // A sign of the pattern language is a letter like any other.
  expect((await officer.get('/units?search=%25')).body).toEqual([])
  expect((await officer.get('/officials?search=_')).body).toEqual([])
})

const hostile: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  smallint: 0,
  text: 'HOSTILE',
  boolean: true,
  uuid: never,
  jsonb: { hostile: true },
  bytea: 'aG9zdGlsZQ==',
  ARRAY: ['HOSTILE'],
  date: '2001-01-01',
  'timestamp with time zone': '2001-01-01T00:00:00.000Z',
  'double precision': 1,
}

test('columns sent along with a body are not taken: what is stored is what a plain body stores', async () => {
  const ids = await one<{ authority: number; unit: number; official: number }>(`
    select u.authority, u.id as unit, o.id as official from network.official o join network.unit u on u.id = o.unit
    where o.name like 'Marta Colonnese%'`)
  let count = 0
  const fresh = () => `Made ${(count += 1)}`
  const validUntil = inDays(200)
  const begun = async () => {
    const { body } = await (await as(italy)).post('/warnings/drafts', draft())
    return body.id as string
  }
  const creations: [
    table: string,
    persona: string,
    method: string,
    path: () => Promise<string> | string,
    body: () => object,
  ][] = [
    ['network.authority', italyHead, 'POST', () => '/authorities', () => ({ state: 'IT', name: fresh() })],
    [
      'network.unit',
      italyHead,
      'POST',
      () => '/units',
      () => ({ authority: ids.authority, name: fresh(), kind: 'desk' }),
    ],
    ['network.official', italyHead, 'POST', () => '/officials', () => ({ unit: ids.unit, name: fresh() })],
    [
      'network.mandate',
      italyHead,
      'POST',
      () => '/mandates',
      () => ({
        official: ids.official,
        competences: ['read'],
        areas: ['liaison'],
        clearance: 'PUBLIC',
        validUntil,
        reason: 'Test',
      }),
    ],
    [
      'network.duty',
      italyHead,
      'POST',
      () => '/duties',
      () => ({
        unit: ids.unit,
        official: ids.official,
        startsAt: inDays(40),
        endsAt: inDays(41),
      }),
    ],
    ['work.warning', italy, 'POST', () => '/warnings/drafts', () => draft()],
    [
      'work.warning',
      italy,
      'PUT',
      async () => `/warnings/${await begun()}/draft`,
      () => ({ revision: 1, ...draft() }),
    ],
    [
      'work.warning_answer',
      greece,
      'POST',
      () => `/warnings/${hidden.issued}/answer`,
      () => ({ answer: 'acting', text: 'We look.' }),
    ],
    [
      'work.warning_remark',
      greece,
      'POST',
      () => `/warnings/${hidden.issued}/remarks`,
      () => ({ kind: 'question', text: 'Where?' }),
    ],
    [
      'work.warning_search_saved',
      greece,
      'POST',
      () => '/warnings/searches',
      () => ({ name: fresh(), filter: {} }),
    ],
    [
      'work.warning_subscription',
      greece,
      'POST',
      () => '/warnings/subscriptions',
      () => ({ routes: ['EMED'], countries: [], citizenships: [], means: [] }),
    ],
  ]
  for (const [table, persona, method, path, body] of creations) {
    const what = `${method} ${table}`
    const [schema, name] = table.split('.')
    const columns = await rows<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_schema = $1 and table_name = $2`,
      [schema, name],
    )
    expect(columns.length, table).toBeGreaterThan(2)
    const asker = await as(persona)
    const make = async (more: object, query = '') => {
      const before = new Set(
        (await rows<{ ctid: string }>(`select xmin::text || ctid::text as ctid from ${table}`)).map(
          row => row.ctid,
        ),
      )
      const answer = await asker.json(method as 'POST', `${await path()}${query}`, { ...more, ...body() })
      expect(answer.status, `${what}: ${answer.text}`).toBe(200)
      const made = await rows<{ ctid: string; row: Record<string, unknown> }>(
        `select xmin::text || ctid::text as ctid, to_jsonb(t) as row from ${table} t`,
      )
      const fresh = made.filter(row => !before.has(row.ctid)).map(({ row }) => row)
      expect(fresh.length, what).toBeGreaterThan(0)
      return comparable(fresh.at(-1) ?? {})
    }
    const control = await make({})
    const snake = Object.fromEntries(columns.map(column => [column.name, hostile[column.type] ?? 'HOSTILE']))
    const camel = Object.fromEntries(
      columns.map(column => [
        column.name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        hostile[column.type] ?? 'HOSTILE',
      ]),
    )
    // What the contract takes is optional there and said to be so; everything else must stay as it was.
    // An id beside the one in the address is refused, which another test holds.
    const known = [...(inputsOf[table] ?? []), ...(/\/[0-9a-f-]{36}\//.test(await path()) ? ['id'] : [])]
    const without = (given: object) =>
      Object.fromEntries(Object.entries(given).filter(([key]) => !known.includes(key)))
    expect(await make(without(snake)), `${what}, columns`).toEqual(control)
    expect(await make(without(camel)), `${what}, fields`).toEqual(control)
    const query = new URLSearchParams(
      Object.entries(without(snake)).map(([key, value]) => [key, String(value)]),
    )
    expect(await make({}, `?${query}`), `${what}, query`).toEqual(control)
  }
}, 60_000)

/** Optional fields of the contract that have the name of a column. */
const inputsOf: Record<string, string[]> = {
  'network.unit': ['mailbox', 'dutyPhone', 'dutyHours', 'postedIn', 'listed'],
  'network.official': ['title', 'email', 'phone', 'languages'],
}

/** A row without what differs each time: its number, names made for the test, and times of now. */
function comparable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => key !== 'id')
      .map(([key, value]) => {
        if (typeof value !== 'string') return [key, value]
        if (/^Made \d+$/.test(value)) return [key, 'made']
        const age = Math.abs(Date.now() - Date.parse(value))
        return [key, /^\d{4}-\d\d-\d\dT/.test(value) && age < 120_000 ? 'now' : withoutTime(key, value)]
      }),
  )
}
/** A draft is kept ten years from the moment it was begun. */
const withoutTime = (key: string, value: string) => (key === 'expires_at' ? value.slice(0, 10) : value)

test('a submission key makes one act of many, and belongs to one act of one official', async () => {
  const officer = await as(italy)
  const another = await as(italyHead)
  const drafts = async () => Number((await one<{ count: string }>('select count(*) from work.warning')).count)
  const before = await drafts()
  for (const key of [
    'short',
    'has space in it',
    'ünïcödé-key',
    'x'.repeat(101),
    'semi;colon-key',
    '../../etc/passwd',
    '',
  ])
    expect((await officer.post('/warnings/drafts', draft(), { 'idempotency-key': key })).body.code, key).toBe(
      'invalid-input',
    )
  expect(await drafts()).toBe(before)

  const key = { 'idempotency-key': 'a-key-of-this-test' }
  const all = await Promise.all(
    Array.from({ length: 5 }, () => officer.post('/warnings/drafts', draft(), key)),
  )
  expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(all[0]?.status).toBe(200)
  expect(await drafts()).toBe(before + 1)
  expect((await officer.post('/warnings/drafts', draft({ title: 'Another' }), key)).body.code).toBe(
    'conflict',
  )
  expect((await officer.post('/warnings/searches', { name: 'Key', filter: {} }, key)).body.code).toBe(
    'conflict',
  )
  expect(await drafts()).toBe(before + 1)

  // Somebody else's key is their own: neither a conflict nor their answer.
  const others = await another.post('/warnings/drafts', draft(), key)
  expect(others.status).toBe(200)
  expect(others.body.id).not.toBe(all[0]?.body.id)

  // A refused act has used nothing up.
  const fresh = { 'idempotency-key': 'a-key-after-refusal' }
  expect((await officer.post('/warnings/drafts', { content: 1 }, fresh)).body.code).toBe('invalid-input')
  expect((await officer.post('/warnings/drafts', draft(), fresh)).status).toBe(200)
  // It holds nobody back before sign-in and does nothing for reading.
  expect((await new Asker(web).post('/warnings/drafts', draft(), key)).body.code).toBe('sign-in-needed')
  expect((await officer.send('GET', '/states', { headers: key })).status).toBe(200)
})
