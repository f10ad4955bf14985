import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser, openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
let web: FastifyInstance
let port = 0
beforeAll(async () => {
  web = await openTestWeb(world)
  await web.listen({ host: '127.0.0.1', port: 0 })
  port = (web.server.address() as { port: number }).port
})
afterAll(() => web.close())

const inAWeek = () => new Date(Date.now() + 7 * 24 * 3_600_000).toISOString()

/** Opens the event stream with a browser's cookie; gives the moment it closed. */
async function stream(page: Browser): Promise<{ closed: Promise<number> }> {
  const answer = await fetch(`http://localhost:${port}/api/events`, {
    headers: { cookie: page.cookie ?? '' },
  })
  expect(answer.status).toBe(200)
  const closed = answer.text().then(() => performance.now())
  return { closed }
}

test('a withdrawn mandate closes its open streams within a second, and its sessions are gone', async () => {
  const page = new Browser(web)
  await page.be('kristaps-vitolnieks-hale')
  const open = await stream(page)
  const latvia = await world.as('ilze-ozolina-brandt')
  const { mandate, person } = await world.actor('kristaps-vitolnieks-hale')
  const before = performance.now()
  await latvia.access.withdraw({ id: mandate, reason: 'Moved to another service' })
  expect((await open.closed) - before).toBeLessThan(1000)
  expect((await page.get('/units')).status).toBe(401)
  const kept = (await latvia.access.mandates({ official: person })).find(each => each.id === mandate)
  expect(kept?.withdrawnReason).toBe('Moved to another service')
})

test('whoever leaves is out at once', async () => {
  const page = new Browser(web)
  await page.be('davide-serracchi-noor')
  const open = await stream(page)
  const before = performance.now()
  const { person } = await world.actor('davide-serracchi-noor')
  await (await world.as('giulia-ferrante-moss')).directory.leave({ id: person })
  expect((await open.closed) - before).toBeLessThan(1000)
  expect((await page.get('/units')).status).toBe(401)
})

test('signing out ends the session and its stream; the other sessions of the person stay', async () => {
  const [one, other] = [new Browser(web), new Browser(web)]
  await one.be('marin-vidovic-ashe')
  await other.be('marin-vidovic-ashe')
  const open = await stream(one)
  const { cookie } = one
  await one.post('/sign-out')
  await open.closed
  one.cookie = cookie
  expect((await one.get('/units')).status).toBe(401)
  expect((await other.get('/units')).status).toBe(200)
})

test('an official sees their own sessions and ends one of them; nobody else’s', async () => {
  const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
  const [mine, mineToo, foreign] = [new Browser(web, agent), new Browser(web), new Browser(web)]
  await mine.be('awa-lemercier-dunn')
  await mineToo.be('awa-lemercier-dunn')
  await foreign.be('katrin-hollerbach-inys')
  const listed = (await mine.get('/me/sessions')).body as { id: number; device: string; current: boolean }[]
  expect(listed).toHaveLength(2)
  expect(listed.find(each => each.current)?.device).toBe('Firefox, Linux')
  expect(JSON.stringify(listed)).not.toMatch(/secret/)
  const theirs = (await foreign.get('/me/sessions')).body[0].id
  expect((await mine.call('DELETE', `/me/sessions/${theirs}`)).status).toBe(404)
  expect((await foreign.get('/units')).status).toBe(200)
  const second = listed.find(each => !each.current)?.id
  expect((await mine.call('DELETE', `/me/sessions/${second}`)).status).toBe(200)
  expect((await mineToo.get('/units')).status).toBe(401)
})

test('a person with two mandates acts under the one they choose, and the session’s secret changes', async () => {
  const head = await world.as('katrin-hollerbach-inys')
  const { person } = await world.actor('silke-brandhorst-yeo')
  const { id } = await head.access.grant({
    official: person,
    competences: ['read'],
    areas: ['statistics'],
    clearance: 'PUBLIC',
    validUntil: inAWeek(),
    reason: 'Helps with statistics',
  })
  const page = new Browser(web)
  const me = (await page.be('silke-brandhorst-yeo')).body
  expect(me.mandates).toHaveLength(2)
  const before = page.cookie
  const switched = await page.post('/me/mandate', { mandate: id })
  expect(switched.body.actor).toMatchObject({ mandate: id, competences: ['read'], clearance: 'PUBLIC' })
  expect(page.cookie).not.toBe(before)
  expect((await page.get('/me')).body.actor.mandate).toBe(id)
  const foreign = (await world.actor('katrin-hollerbach-inys')).mandate
  expect((await page.post('/me/mandate', { mandate: foreign })).status).toBe(404)
})

test('an official chooses language, notices and quiet hours; nonsense is refused with a word on what to mend', async () => {
  const page = new Browser(web)
  await page.be('sigrid-havnevik-ode')
  expect((await page.get('/me/preference')).body).toMatchObject({
    language: 'en',
    immediate: 'at-once',
    routine: 'digest',
  })
  const wish = {
    language: 'fr',
    immediate: 'at-once',
    priority: 'digest',
    routine: 'none',
    quietFrom: '22:00',
    quietUntil: '06:30',
    zone: 'Europe/Oslo',
  }
  expect((await page.call('PUT', '/me/preference', wish)).body).toEqual(wish)
  expect((await page.get('/me/preference')).body).toEqual(wish)
  const half = await page.call('PUT', '/me/preference', { ...wish, quietUntil: null })
  expect(half.status).toBe(400)
  expect(half.body.issues[0].path).toEqual(['quietUntil'])
  expect((await page.call('PUT', '/me/preference', { ...wish, zone: 'Mars/Olympus' })).status).toBe(400)
  const other = new Browser(web)
  await other.be('eirik-lofthus-tarn')
  expect((await other.get('/me/preference')).body.language).toBe('en')
})
