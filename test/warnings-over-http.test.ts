import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOfSession } from '#features/access/sessions.ts'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { router } from '#app/features.ts'
import { openWeb } from '#kit/http.ts'
import { useWorld } from './world.ts'

const world = useWorld()
let web: FastifyInstance
let url: string
beforeAll(async () => {
  const { ground } = world
  web = await openWeb({
    router,
    ground,
    actorOf: (token, quietly) => actorOfSession(ground, token, quietly),
    openapi: async () => ({}),
    ready: async () => {},
  })
  await web.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}/api`
})
afterAll(() => web.close())

async function signIn(persona: string) {
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (path: string, method = 'GET', body?: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        cookie,
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
}
const json = async (answer: Response) => (await answer.json()) as Record<string, never>
const form = (content: string, name: string) => {
  const made = new FormData()
  made.set('file', new File([content], name))
  return made
}

test('a warning goes over HTTP with its attachment, its list, its CAP message and its PDF, each for whom it is meant', async () => {
  const officer = await signIn('marta-colonnese-ruiz')
  const draft = await json(
    await officer('/warnings/drafts', 'POST', {
      content: sampleContent(),
      handling: sampleHandling(['state:GR']),
    }),
  )
  const attached = await officer(
    `/warnings/${draft.id}/attachments`,
    'POST',
    form('Pallets: 12\n', 'Liste é.txt'),
  )
  const attachment = await json(attached)
  expect([attached.status, attachment]).toMatchObject([
    200,
    { name: 'Liste é.txt', type: 'text/plain', size: 12 },
  ])
  const refused = await officer(
    `/warnings/${draft.id}/attachments`,
    'POST',
    form('<svg onload="x"/>', 'a.png'),
  )
  expect(refused.status).toBe(400)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  const sent = await json(await officer(`/warnings/${draft.id}/issue`, 'POST', { revision: draft.revision }))
  expect(sent).toMatchObject({ status: 'issued' })

  const greek = await signIn('yannis-petrakis-orfeo')
  const third = await signIn('awa-lemercier-dunn')
  const list = await json(await greek('/warnings?urgency[0]=priority&urgency[1]=immediate&view=unanswered'))
  expect(list).toMatchObject({ items: [{ id: draft.id }], next: null })
  expect(await json(await greek('/warnings/count?country[0]=HRV'))).toEqual({ count: 1 })
  for (const [path, type] of [
    [`attachments/${attachment.id}`, 'text/plain'],
    ['cap', 'application/cap+xml'],
    ['pdf', 'application/pdf'],
  ]) {
    const got = await greek(`/warnings/${draft.id}/${path}`)
    expect([got.status, got.headers.get('content-type')], path).toEqual([
      200,
      expect.stringContaining(type ?? ''),
    ])
    expect(got.headers.get('content-disposition'), path).toMatch(/^attachment; filename=/)
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await got.arrayBuffer()).byteLength).toBeGreaterThan(10)
    expect((await third(`/warnings/${draft.id}/${path}`)).status, path).toBe(404)
  }
  const exported = await (await greek(`/warnings/${draft.id}/cap`)).text()
  const imported = await json(await officer('/warnings/cap', 'POST', form(exported, 'in.xml')))
  expect(imported).toMatchObject({ status: 'draft', findings: [] })
  expect((await officer('/warnings/cap', 'POST', form('x'.repeat(1_100_000), 'in.xml'))).status).toBe(400)
})
