import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashed } from '#features/access/sessions.ts'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { operations } from '#app/operations.ts'
import { texts as de } from '#app/web/texts/said-de.ts'
import { texts as fr } from '#app/web/texts/said-fr.ts'
import { openTestWeb } from './browser-calls.ts'
import { Asker, holds, stored, told } from './edges/asking.ts'
import { foreign, json, odd } from './edges/content-types.ts'
import { useWorld } from './world.ts'

const world = useWorld()
let web: FastifyInstance
beforeAll(async () => {
  web = await openTestWeb(world)
})
afterAll(() => web.close())

const stranger = () => new Asker(web)
const as = (persona: string) => new Asker(web).be(persona)
const italy = 'marta-colonnese-ruiz'
const draft = (more: object = {}) => ({
  content: sampleContent(more),
  handling: sampleHandling(['state:GR']),
})
/** An address of the operation, with something in place of each name. */
const addressOf = (path: string, put = '1') => path.replace(/\{[^}]+\}/g, put)
const one = async <T>(query: string, values: unknown[] = []): Promise<T> => {
  const { rows } = await world.owner.query(query, values)
  return rows[0] as T
}

test('a body that is too large is refused before it is read whole', async () => {
  const officer = await as(italy)
  const answer = await officer.post(
    '/warnings/drafts',
    `{"content":{"title":"${'x'.repeat(12 * 1024 * 1024)}"}}`,
  )
  expect(answer.body.code).toBe('too-large')
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(13 * 1024 * 1024)]), 'large.bin')
  const body = new Response(form)
  const multipart = await officer.send('POST', '/warnings/cap', {
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
  })
  expect(multipart.body.code).toBe('too-large')
})

test('only JSON and forms are taken, and no spelling of a content type brings an unexamined body through', async () => {
  const good = JSON.stringify({ persona: italy })
  const bad = ['{"persona":{"$ne":null}}', '{"persona":["x"]}', '{}', '[]', 'null', '"x"', '1', '']
  const before = await stored(world)
  const say = (type: string, payload: string) =>
    stranger().send('POST', '/demo/sign-in', { payload, headers: type ? { 'content-type': type } : {} })
  expect(json.length + foreign.length + odd.length).toBeGreaterThan(70)
  for (const type of json) expect((await say(type, good)).status, type).toBe(200)
  for (const type of foreign) expect((await say(type, good)).body.code, type).toBe('wrong-content-type')
  for (const type of odd)
    expect(['200', 'wrong-content-type', 'invalid-input'], type).toContain(
      await say(type, good).then(({ status, body }) => (status === 200 ? '200' : body.code)),
    )
  for (const type of [...json, ...odd])
    for (const body of bad)
      expect((await say(type, body)).headers['set-cookie'], `${type} ${body}`).toBeUndefined()
  expect(await stored(world)).toBe(before)
}, 60_000)

test('who sends another kind of content is told each kind that is taken, in three languages', async () => {
  const { status, body } = await stranger().send('POST', '/demo/sign-in', {
    payload: 'persona',
    headers: { 'content-type': 'text/plain' },
  })
  expect(status).toBe(415)
  const told: string[] = body.detail.match(/[a-z]+\/[a-z-]+/g)
  expect(told).toEqual(['application/json', 'multipart/form-data', 'application/edifact'])
  expect(told.filter(type => !web.hasContentTypeParser(type))).toEqual([])
  for (const said of [fr, de]) expect(Object.keys(said)).toContain(body.detail)
})

test('JSON that is broken, poisoned, endlessly deep or wide is refused in time and leaves nothing behind', async () => {
  const officer = await as(italy)
  const before = await stored(world)
  const bodies = [
    '{',
    '{"content":',
    "{'content':{}}",
    '{"content":{},}',
    '\u0000',
    '\ufeff{}x',
    'NaN',
    '{"content":{"__proto__":{"polluted":true}},"handling":{}}',
    '{"__proto__":{"polluted":true}}',
    '{"\\u005f_proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}},"content":{},"handling":{}}',
    `{"content":{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}},"handling":{}}`,
    `{"content":{"title":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}},"handling":{}}`,
    `{"content":{"legs":[${'{},'.repeat(100_000)}{}]},"handling":{}}`,
    `{"content":{"title":"${'x'.repeat(1_000_000)}"},"handling":{}}`,
    '{"content":{"persons":{"total":1e400}},"handling":{}}',
    '{"content":{"place":{"coordinates":{"lon":1e308,"lat":-1e308}}},"handling":{}}',
    '[]',
    'null',
    '"x"',
    'true',
  ]
  for (const body of bodies) {
    const began = performance.now()
    const answer = await officer.post('/warnings/drafts', body)
    expect(answer.body.code, body.slice(0, 60)).toBe('invalid-input')
    expect(performance.now() - began, body.slice(0, 60)).toBeLessThan(10_000)
  }
  const poisoned = new FormData()
  for (const name of ['__proto__[polluted]', 'constructor[prototype][polluted]', 'file[__proto__][polluted]'])
    poisoned.append(name, 'true')
  const form = new Response(poisoned)
  expect(
    (
      await officer.send('POST', '/warnings/cap', {
        payload: Buffer.from(await form.arrayBuffer()),
        headers: { 'content-type': form.headers.get('content-type') ?? '' },
      })
    ).body.code,
  ).toBe('invalid-input')
  for (const query of [
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    'state[__proto__][polluted]=1',
  ])
    await officer.get(`/units?${query}`)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(await stored(world)).toBe(before)
}, 60_000)

test('NUL bytes, lone surrogates and numbers that fit nowhere are faults of the input, not of the server', async () => {
  const officer = await as('giulia-ferrante-moss')
  const { id } = await one<{ id: number }>(`select id from network.authority where state = 'IT' limit 1`)
  for (const text of ['Unit\u0000x', '\u0000', 'Unit\ud800', '\udc00Unit']) {
    const encoded = encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '\u0000'))
    for (const answer of [
      await officer.post('/units', { authority: id, name: text, kind: 'desk' }),
      await officer.post('/warnings/drafts', draft({ title: text })),
      await officer.post('/warnings/drafts', draft({ summary: text })),
      await officer.post('/warnings/searches', { name: text, filter: {} }),
      await officer.post('/warnings/searches', { name: 'Search', filter: { search: text } }),
      await officer.get(`/units?search=${encoded}`),
      await officer.get(`/officials?search=${encoded}`),
      await officer.get(`/warnings?search=${encoded}`),
      await officer.get(`/warnings/suggest?text=${encoded}`),
      await officer.get(`/record?operation=${encoded}`),
      await officer.get(`/states/${encoded}`),
      await officer.post('/demo/sign-in', { persona: text }),
    ])
      expect(answer.status).toBeLessThan(500)
  }
  for (const number of [
    '2147483648',
    '-2147483649',
    '9007199254740993',
    '1e21',
    '99999999999999999999',
    '1.5',
    'NaN',
    '0x1',
    '',
  ]) {
    expect((await officer.get(`/units/${number}`)).status, number).toBeLessThan(500)
    expect((await officer.get(`/officials?unit=${number}`)).status, number).toBeLessThan(500)
    expect((await officer.get(`/record?before=${number}`)).status, number).toBeLessThan(500)
    expect((await officer.json('DELETE', `/duties/${number}`, {})).status, number).toBeLessThan(500)
    expect((await officer.post(`/mandates/${number}/withdraw`, {})).status, number).toBeLessThan(500)
  }
}, 60_000)

test('what another site sends in an official’s name is not carried out', async () => {
  const officer = await as('giulia-ferrante-moss')
  const before = await stored(world)
  const origins = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { origin: 'https://localhost:3000' },
    { origin: 'http://localhost:3000.evil.example' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'SAME-ORIGIN' },
  ]
  const changing = operations.filter(({ method }) => method !== 'GET')
  expect(changing.length).toBeGreaterThan(40)
  for (const { method, path } of changing) {
    const answer = await officer.json(
      method as 'POST',
      addressOf(path),
      {},
      { origin: 'https://evil.example' },
    )
    expect(answer.body.code, `${method} ${path}`).toBe('foreign-origin')
  }
  for (const headers of origins)
    expect((await officer.post('/sign-out', {}, headers)).body.code, JSON.stringify(headers)).toBe(
      'foreign-origin',
    )
  expect((await officer.get('/me')).body.actor).not.toBeNull()
  expect(await stored(world)).toBe(before)
  for (const headers of [
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])
    expect((await officer.post('/warnings/check', draft(), headers)).status, JSON.stringify(headers)).toBe(
      200,
    )
}, 60_000)

test('a GET changes nothing, and what changes something is not done by GET', async () => {
  const head = await as('giulia-ferrante-moss')
  const sent = await (await world.as('davide-serracchi-noor')).warnings.draft(draft())
  await (await world.as('davide-serracchi-noor')).warnings.issue(sent)
  const before = await stored(world)
  const people = [head, await as('bertil-oksanen-grey'), await as(italy)]
  for (const { path } of operations)
    for (const person of people) for (const put of ['1', sent.id]) await person.get(addressOf(path, put))
  // A method in disguise stays what it is.
  for (const disguise of ['?_method=POST', '?_method=DELETE'])
    for (const path of ['/sign-out', '/warnings/drafts', `/warnings/${sent.id}/withdraw`])
      await head.send('GET', `${path}${disguise}`, { headers: { 'x-http-method-override': 'POST' } })
  expect((await head.get('/me')).body.actor).not.toBeNull()
  expect(await stored(world)).toBe(before)
}, 120_000)

test('every operation but those before sign-in asks for a session that stands', async () => {
  const sessions: Record<string, string | undefined> = { none: undefined }
  const made = async (name: string, persona: string, spoil: (secret: Buffer) => Promise<unknown>) => {
    const person = await as(persona)
    sessions[name] = person.cookie
    await spoil(hashed(person.cookie?.split('=')[1] ?? ''))
  }
  sessions.invented = `iconet=${'A'.repeat(43)}`
  sessions.empty = 'iconet='
  sessions['of another name'] = (await as(italy)).cookie?.replace('iconet', '__Host-iconet')
  sessions.broken = 'iconet=%00%ff'
  await made('expired', italy, secret =>
    world.owner.query(`update network.session set ends_at = now() - interval '1 second' where secret = $1`, [
      secret,
    ]),
  )
  await made('idle', italy, secret =>
    world.owner.query(
      `update network.session set seen_at = now() - interval '61 minutes' where secret = $1`,
      [secret],
    ),
  )
  await made('of a withdrawn mandate', 'iker-zubizarreta-mole', async secret => {
    const { mandate } = await one<{ mandate: number }>(
      'select mandate from network.session where secret = $1',
      [secret],
    )
    await (await world.as('lucia-benavente-kroy')).access.withdraw({ id: mandate, reason: 'Left the unit.' })
  })
  await made('of a mandate that ran out', 'silke-brandhorst-yeo', async secret =>
    world.owner.query(
      `begin; set local session_replication_role = replica; update network.mandate set valid_until = now() - interval '1 second'
       where id = (select mandate from network.session where secret = '\\x${secret.toString('hex')}'); commit`,
    ),
  )
  await made('of somebody who left', 'andris-kalnfelds-roe', async secret => {
    const { official } = await one<{ official: number }>(
      'select m.official from network.session s join network.mandate m on m.id = s.mandate where s.secret = $1',
      [secret],
    )
    await (await world.as('ilze-ozolina-brandt')).directory.leave({ id: official })
  })
  const before = await stored(world)
  const closed = operations.filter(({ meta }) => meta.may !== 'anyone')
  expect(closed.length).toBeGreaterThan(70)
  for (const [name, cookie] of Object.entries(sessions)) {
    const first = new Set<string>()
    for (const { method, path } of closed) {
      const person = stranger()
      person.cookie = cookie
      const answer = await (method === 'GET'
        ? person.get(addressOf(path))
        : person.json(method as 'POST', addressOf(path), {}))
      expect(answer.body.code, `${name}: ${method} ${path}`).toBe('sign-in-needed')
      first.add(told(answer))
    }
    expect(first.size, name).toBe(1)
    const person = stranger()
    person.cookie = cookie
    expect((await person.get('/events')).body.code, name).toBe('sign-in-needed')
    expect((await person.get('/me')).body.actor, name).toBeNull()
  }
  expect(await stored(world)).toBe(before)
}, 120_000)

test('there is nothing beside the contract', async () => {
  const officer = await as(italy)
  for (const path of [
    '/nothing',
    '/warnings/../me',
    '//me',
    '/me/',
    '/ME',
    '/..%2fhealth',
    '/warnings/1/2/3/4',
    '/.env',
    '/events/x',
  ])
    expect((await officer.get(path)).status, path).toBeLessThan(500)
  for (const path of ['/nothing', '/.env', '/warnings/1/2/3/4'])
    expect((await officer.get(path)).body.code, path).toBe('not-found')
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
    expect((await officer.json(method, '/sign-out', {})).body.code).toBe('not-found')
  expect((await officer.get(`/warnings/${'x'.repeat(500)}`)).status).toBeLessThan(500)
  expect((await officer.get(`/warnings?search=${'x'.repeat(15_000)}`)).body.code).toBe('invalid-input')
})

test('what is hardly HTTP is answered like everything else, and hung up', async () => {
  await web.listen({ host: '127.0.0.1', port: 0 })
  const { port } = web.server.address() as { port: number }
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket.setTimeout(10_000, () => socket.destroy(new Error('It was not hung up.')))
      socket.on('data', chunk => (heard += String(chunk)))
      socket.on('close', () => resolve(heard)).on('error', reject)
    })
  for (const text of [
    'hello\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /api/me HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    'GET /api/me HTTP/1.1\r\nhost: localhost\r\nx y: z\r\n\r\n',
    'POST /api/sign-out HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
    'POST /api/sign-out HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n',
  ]) {
    const [head = '', body = ''] = (await say(text)).split('\r\n\r\n')
    const [, ...lines] = head.split('\r\n')
    const headers = Object.fromEntries(
      lines.map(line => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: /, '')]),
    )
    const answer = holds({ status: 400, body: JSON.parse(body), text: body, headers }, text.slice(0, 60))
    expect(answer.body.code).toBe('invalid-input')
  }
})
