import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Authenticator } from '#test/authenticator.ts'
import { Browser, openTestWeb, told } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
let web: FastifyInstance
beforeAll(async () => {
  web = await openTestWeb(world)
})
afterAll(() => web.close())

const head = 'vesna-kraljic-dorn'
const officer = 'ivana-perkovic-lund'
const browser = () => new Browser(web)
async function link(persona = officer, by = head): Promise<string> {
  const { person } = await world.actor(persona)
  return (await (await world.as(by)).access.inviteToEnrol({ official: person })).token
}

async function enrolled(persona = officer, by = head) {
  const token = await link(persona, by)
  const device = new Authenticator()
  const page = browser()
  const begun = await page.post('/enrolment/options', { token })
  const passkey = device.register(begun.body.options)
  const done = await page.post('/enrolment', { token, label: 'Service laptop', passkey })
  return { token, device, page, done, passkey }
}

const signIn = async (device: Authenticator, how: Parameters<Authenticator['sign']>[1] = {}) => {
  const page = browser()
  const { body } = await page.post('/sign-in/options')
  const assertion = device.sign(body, how)
  return { page, assertion, answer: await page.post('/sign-in', assertion) }
}

test('an official enrols with a one-time link and signs in with the passkey from then on', async () => {
  const { device, done } = await enrolled()
  expect(done.status).toBe(200)
  expect(done.body.actor).toMatchObject({ name: 'Ivana Perković-Lund', state: 'HR' })
  const { page, answer } = await signIn(device)
  expect(answer.status).toBe(200)
  expect((await page.get('/me')).body.actor.name).toBe('Ivana Perković-Lund')
})

test('a link works once, and an unknown, used or expired one is answered alike', async () => {
  const { token, device } = await enrolled()
  const page = browser()
  const used = await page.post('/enrolment/options', { token })
  const unknown = await page.post('/enrolment/options', { token: 'x'.repeat(43) })
  const late = await link()
  await world.owner.query(
    `update network.enrolment set expires_at = now() - interval '1 second' where used_at is null`,
  )
  const expired = await page.post('/enrolment/options', { token: late })
  expect(told(used)).toMatchObject({ status: 404 })
  expect(told(unknown)).toEqual(told(used))
  expect(told(expired)).toEqual(told(used))
  const again = await page.post('/enrolment', {
    token,
    passkey: device.register({ challenge: 'x'.repeat(43) }),
  })
  expect(again.status).toBe(404)
})

test('a newer link makes the older one void, and using it ends the passkeys and sessions before it', async () => {
  const first = await enrolled()
  const older = await link()
  const newer = await link()
  expect((await browser().post('/enrolment/options', { token: older })).status).toBe(404)
  const page = browser()
  const begun = await page.post('/enrolment/options', { token: newer })
  const fresh = new Authenticator()
  expect(
    (await page.post('/enrolment', { token: newer, passkey: fresh.register(begun.body.options) })).status,
  ).toBe(200)
  expect((await first.page.get('/me')).body.actor).toBeNull()
  expect((await signIn(first.device)).answer.status).toBe(401)
  expect((await signIn(fresh)).answer.status).toBe(200)
})

test.each([
  ['without proof of who holds the device', { verified: false }],
  ['from another origin', { origin: 'http://localhost:4000' }],
  ['for another site', { origin: 'https://iconet.example' }],
  ['with a counter that went back', { counter: 0 }],
])('a signature %s is refused', async (_, how) => {
  const { device } = await enrolled()
  const { answer, page } = await signIn(device, how)
  expect(answer.status).toBe(401)
  expect(answer.body.code).toBe('sign-in-needed')
  expect((await page.get('/me')).body.actor).toBeNull()
  expect((await signIn(device)).answer.status).toBe(200)
})

test('a passkey made without proof of who holds the device, or for another origin, is not enrolled', async () => {
  for (const how of [{ verified: false }, { origin: 'http://evil.example:3000' }]) {
    const token = await link()
    const page = browser()
    const begun = await page.post('/enrolment/options', { token })
    const passkey = new Authenticator().register(begun.body.options, how)
    expect((await page.post('/enrolment', { token, passkey })).status).toBe(400)
  }
})

test('a signature sent again, or over a challenge that was never given, is refused', async () => {
  const { device } = await enrolled()
  const { assertion, answer } = await signIn(device)
  expect(answer.status).toBe(200)
  expect((await browser().post('/sign-in', assertion)).status).toBe(401)
  const invented = device.sign({ challenge: Buffer.alloc(32, 7).toString('base64url') })
  expect((await browser().post('/sign-in', invented)).status).toBe(401)
})

test('a challenge for enrolling one person enrols nobody else, and signs nobody in', async () => {
  const ours = await link()
  const theirs = await link('tomislav-brajsa-kell')
  const page = browser()
  const { body } = await page.post('/enrolment/options', { token: ours })
  const device = new Authenticator()
  expect(
    (await page.post('/enrolment', { token: theirs, passkey: device.register(body.options) })).status,
  ).toBe(400)
  const known = await enrolled()
  const again = await page.post('/enrolment/options', { token: theirs })
  expect((await page.post('/sign-in', known.device.sign(again.body.options))).status).toBe(401)
})

test('before sign-in nothing tells who is known here: options and refusals are the same for everyone', async () => {
  const { device } = await enrolled()
  const page = browser()
  const one = (await page.post('/sign-in/options')).body
  const two = (await page.post('/sign-in/options')).body
  expect({ ...one, challenge: '' }).toEqual({ ...two, challenge: '' })
  expect(one.allowCredentials ?? []).toEqual([])
  const wrong = device.sign(one, { verified: false })
  const stranger = new Authenticator().sign(two)
  const known = await page.post('/sign-in', wrong)
  const unknown = await page.post('/sign-in', stranger)
  expect(told(unknown)).toEqual(told(known))
})

test('an official whose mandates are withdrawn is refused like a stranger', async () => {
  const { device } = await enrolled('tomislav-brajsa-kell')
  const { mandate } = await world.actor('tomislav-brajsa-kell')
  await (await world.as(head)).access.withdraw({ id: mandate, reason: 'Test' })
  expect((await signIn(device)).answer.status).toBe(401)
})

test('a link is made only by whoever could grant what the person holds', async () => {
  const croatia = await world.as(head)
  const invite = async (persona: string) =>
    croatia.access.inviteToEnrol({ official: (await world.actor(persona)).person })
  await expect(invite('yannis-petrakis-orfeo')).rejects.toMatchObject({ code: 'not-found' })
  await expect(invite(head)).rejects.toMatchObject({ code: 'not-found' })
  await expect(croatia.access.inviteToEnrol({ official: 999_999 })).rejects.toMatchObject({
    code: 'not-found',
  })
  const administrator = await world.as('bertil-oksanen-grey')
  const official = async (persona: string) => ({ official: (await world.actor(persona)).person })
  await expect(administrator.access.inviteToEnrol(await official(officer))).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(administrator.access.inviteToEnrol(await official(head))).resolves.toHaveProperty('token')
})

test('a link dies with its maker’s mandate', async () => {
  const token = await link('giulia-ferrante-moss', 'bertil-oksanen-grey')
  const held = await world.owner.query(`update network.mandate set withdrawn_at = now() where id =
    (select made_by from network.enrolment where used_at is null order by id desc limit 1) returning id`)
  expect((await browser().post('/enrolment/options', { token })).status).toBe(404)
  await world.owner.query(`alter table network.mandate disable trigger mandate_guard`)
  await world.owner.query(`update network.mandate set withdrawn_at = null where id = $1`, [held.rows[0].id])
  await world.owner.query(`alter table network.mandate enable trigger mandate_guard`)
})

test('nothing opens before the terms of use are accepted, once for each version', async () => {
  const { device } = await enrolled()
  await world.owner.query('delete from network.acceptance')
  const { page, answer } = await signIn(device)
  expect(answer.body.terms.due).toBe(true)
  expect((await page.get('/units')).body.code).toBe('terms-needed')
  expect((await page.get('/record')).body.code).toBe('terms-needed')
  expect((await page.get('/events')).body.code).toBe('terms-needed')
  expect((await page.post('/me/terms', { version: '1999-01' })).status).toBe(409)
  const accepted = await page.post('/me/terms', { version: answer.body.terms.version })
  expect(accepted.body.terms.due).toBe(false)
  expect((await page.get('/units')).status).toBe(200)
  expect((await signIn(device)).answer.body.terms.due).toBe(false)
})

test('the secret of a session changes at sign-in, and one set beforehand is nobody’s', async () => {
  const { device } = await enrolled()
  const page = browser()
  page.cookie = `iconet=${'a'.repeat(43)}`
  const { body } = await page.post('/sign-in/options')
  await page.post('/sign-in', device.sign(body))
  const first = page.cookie
  expect(first).not.toContain('a'.repeat(43))
  const again = await page.post('/sign-in/options')
  await page.post('/sign-in', device.sign(again.body))
  expect(page.cookie).not.toBe(first)
  const old = browser()
  old.cookie = first
  expect((await old.get('/me')).body.actor).toBeNull()
})

test('an expired or idle session must sign in again', async () => {
  for (const ended of [`ends_at = now()`, `seen_at = now() - interval '61 minutes'`]) {
    const page = browser()
    await page.be(officer)
    await world.owner.query(`update network.session set ${ended}`)
    const answer = await page.get('/units')
    expect(answer.status).toBe(401)
    expect(answer.body.code).toBe('sign-in-needed')
  }
})

test('after twenty failed tries an address waits, and is told how long', async () => {
  const page = new Browser(web, {})
  const tries = []
  for (let i = 0; i < 22; i++) tries.push(await page.post('/enrolment/options', { token: 'y'.repeat(43) }))
  const last = tries.at(-1)
  expect(last?.status).toBe(429)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect(last?.body.code).toBe('too-many-requests')
})

test('a second passkey is added after a fresh sign-in only, and the last one cannot be removed', async () => {
  const { device, page: enrolling, done } = await enrolled()
  await enrolling.post('/me/terms', { version: done.body.terms.version })
  const { page } = await signIn(device)
  const second = new Authenticator()
  const added = await page.post('/me/passkeys', {
    label: 'Key in the safe',
    passkey: second.register((await page.post('/me/passkeys/options')).body),
  })
  expect(added.status).toBe(200)
  await world.owner.query(`update network.session set started_at = now() - interval '11 minutes'`)
  const stale = await page.call('DELETE', `/me/passkeys/${added.body.id}`)
  expect(stale.body.code).toBe('sign-in-needed')
  const third = new Authenticator().register((await page.post('/me/passkeys/options')).body)
  expect((await page.post('/me/passkeys', { passkey: third })).body.code).toBe('sign-in-needed')
  const fresh = await signIn(second)
  const held = (await fresh.page.get('/me/passkeys')).body as { id: number }[]
  expect(held).toHaveLength(2)
  const removed = await Promise.all(held.map(each => fresh.page.call('DELETE', `/me/passkeys/${each.id}`)))
  expect(removed.map(each => each.status).toSorted((a, b) => a - b)).toEqual([200, 409])
})
