import { expect, test } from 'vitest'
import { sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { useDesk } from '../carrier.ts'
import { useWorld } from '../world.ts'

const world = useWorld()
const desk = useDesk(world)
const message = (control: string) =>
  samplePaxlst([samplePerson(1)], { control, leg: sampleLeg({ number: '701' }) })
const stored = async () =>
  Number((await world.owner.query('select count(*) as n from person.message')).rows[0].n)

test('UN/EDIFACT is taken under its own content type and no other; no spelling of one brings it elsewhere', async () => {
  for (const type of [
    'application/edifact',
    'Application/EDIFACT',
    'application/edifact; charset=iso-8859-1',
  ])
    expect((await desk.send(message(type), { type })).status, type).toBe(200)
  const before = await stored()
  for (const type of [
    'text/plain',
    'application/edifactx',
    'application/x-edifact',
    'application/edi-x12',
    'application/octet-stream',
    'text/edifact',
    'application/edifact, application/json',
    'application/edifact/x',
  ]) {
    const { status } = await desk.send(message(`no ${type}`), { type })
    expect([400, 415], type).toContain(status)
  }
  // What is no JSON, under JSON's name.
  expect((await desk.send(message('json'), { type: 'application/json' })).status).toBe(400)
  expect(await stored()).toBe(before)
  const elsewhere = await desk.web.inject({
    method: 'POST',
    url: '/api/demo/sign-in',
    headers: { host: 'localhost:3000', 'content-type': 'application/edifact' },
    payload: '{"persona":"kristaps-vitolnieks-hale"}',
  })
  expect(elsewhere.statusCode).toBe(400)
  expect(elsewhere.headers['set-cookie']).toBeUndefined()
})

test('an interchange beyond 8 MB is refused before it is read; one of nonsense bytes is kept and put aside, never an error of ours', async () => {
  const large = await desk.send(`${message('LARGE')}${' '.repeat(8 * 1024 * 1024)}`)
  expect(large.body.code).toBe('too-large')
  const odd = [
    '',
    '\u0000',
    "UNA'''''''''",
    'UNB+',
    `UNB+UNOA:4+${'A'.repeat(100_000)}`,
    "UNH+1+PAXLST'".repeat(2000),
    '{"message":1}',
  ]
  for (const text of odd) {
    const answer = await desk.send(text, { type: 'application/edifact' })
    expect(answer.status, text.slice(0, 20)).toBeLessThan(500)
    if (answer.status < 300) expect(answer.state, text.slice(0, 20)).toBe('received')
  }
  const wrong: object[] = [{}, { message: {} }, { message: 7 }, { message: { flight: {}, people: [] } }, []]
  for (const body of wrong)
    expect((await desk.send(body)).body.code, JSON.stringify(body)).toBe('invalid-input')
})

test('a carrier’s key opens nothing but its two doors', async () => {
  const { operations } = await import('#app/operations.ts')
  for (const { method, path, meta } of operations.filter(each => each.meta.may !== 'anyone')) {
    const answer = await desk.web.inject({
      method: method as 'GET',
      url: `/api${path.replace(/\{[^}]+\}/g, '1')}`,
      headers: {
        host: 'localhost:3000',
        authorization: `Bearer ${desk.carrier.key}`,
        'content-type': 'application/json',
      },
      ...(method === 'GET' ? {} : { payload: '{}' }),
    })
    expect(answer.json().code, `${method} ${path} ${String(meta.may)}`).toBe('sign-in-needed')
  }
})
