import { expect, test } from 'vitest'
import { Authenticator } from '#test/authenticator.ts'
import { Browser, openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import { enrolmentPage, foundation, foundNetwork } from './enrolment.ts'

const world = useWorld({ seeded: false })

test('the first administrator of a production network enrols with a link, and only the newest works', async () => {
  world.ground.config = { ...world.ground.config, demo: false, origin: 'https://iconet.example' }
  const web = await openTestWeb(world)
  try {
    expect(await foundation(world.ground)).toEqual({ founded: false, enrolled: false })
    const lost = await foundNetwork(world.ground, { name: 'First Administrator', email: null })
    const { token } = await foundNetwork(world.ground, { name: 'First Administrator', email: null })
    expect(enrolmentPage(world.ground.config, token)).toBe(`https://iconet.example/enrol#${token}`)
    const origin = 'https://iconet.example'
    const page = new Browser(web, { host: 'iconet.example', origin })
    expect((await page.post('/enrolment/options', { token: lost.token })).status).toBe(404)
    const { body } = await page.post('/enrolment/options', { token })
    expect(body.name).toBe('First Administrator')
    const passkey = new Authenticator().register(body.options, { origin })
    const enrolled = await page.post('/enrolment', { token, passkey })
    expect(enrolled.body.actor).toMatchObject({ state: 'EU', competences: ['administer'], termsDue: true })
    expect(enrolled.headers['set-cookie']).toMatch(/^__Host-iconet=.*HttpOnly; Secure; SameSite=Strict$/)
    await page.post('/me/terms', { version: enrolled.body.terms.version })
    expect((await page.post('/states', { code: 'LV', kind: 'member' })).status).toBe(200)
    await expect(foundNetwork(world.ground, { name: 'Somebody Else', email: null })).rejects.toMatchObject({
      code: '42501',
    })
  } finally {
    await web.close()
  }
})
