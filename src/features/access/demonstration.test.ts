import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser, openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import { foundation, foundNetwork } from './enrolment.ts'

const world = useWorld()
let web: FastifyInstance
beforeAll(async () => {
  web = await openTestWeb(world)
})
afterAll(() => web.close())

test('a script is any of the demonstration’s people by one call', async () => {
  const page = new Browser(web)
  const people = (await page.get('/demo/personas')).body as { id: string; title: string }[]
  expect(people.map(each => each.title)).toEqual(
    expect.arrayContaining([
      'Liaison officer',
      'National contact point',
      'Migration-service officer',
      'Analyst at the Commission',
      'Agency officer',
      'Border and screening officer',
      'Supervisor',
      'Data-protection officer',
      'Administrator',
    ]),
  )
  for (const { id } of people) {
    expect((await page.be(id)).status).toBe(200)
    expect((await page.get('/me')).body.actor.name).toBeTruthy()
  }
  expect((await page.be('nobody-at-all')).status).toBe(404)
})

test.each([
  'evil.example',
  'evil.example:3000',
  '192.168.1.4:3000',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
])('the demonstration does not answer to the name %s', async host => {
  const page = new Browser(web, { host, origin: `http://${host}` })
  for (const answer of [
    await page.get('/demo/personas'),
    await page.be('ivana-perkovic-lund'),
    await page.get('/me'),
  ]) {
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})

test('the demonstration does not answer through a proxy, nor to another machine', async () => {
  const proxied = new Browser(web, { 'x-forwarded-for': '203.0.113.9' })
  expect((await proxied.be('ivana-perkovic-lund')).status).toBe(403)
  const far = await web.inject({
    url: '/api/demo/personas',
    remoteAddress: '203.0.113.9',
    headers: { host: 'localhost' },
  })
  expect(far.statusCode).toBe(403)
})

test('without --demo its doors do not exist, and its sessions are nobody’s', async () => {
  const page = new Browser(web)
  await page.be('ivana-perkovic-lund')
  expect((await page.get('/units')).status).toBe(200)
  const { config } = world.ground
  world.ground.config = { ...config, demo: false }
  try {
    expect((await page.get('/demo/personas')).status).toBe(404)
    expect((await page.be('ivana-perkovic-lund')).status).toBe(404)
    expect((await page.get('/units')).body.code).toBe('sign-in-needed')
  } finally {
    world.ground.config = config
  }
})

test('on a host that others can reach its doors do not exist', async () => {
  const { config } = world.ground
  world.ground.config = { ...config, host: '0.0.0.0' }
  try {
    expect((await new Browser(web).be('ivana-perkovic-lund')).status).toBe(404)
  } finally {
    world.ground.config = config
  }
})

test('a network with people in it cannot be founded again', async () => {
  expect(await foundation(world.ground)).toEqual({ founded: true, enrolled: false })
  await expect(foundNetwork(world.ground, { name: 'Somebody Else', email: null })).rejects.toMatchObject({
    code: '42501',
  })
})
