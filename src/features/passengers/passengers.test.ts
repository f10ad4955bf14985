import { beforeAll, expect, test } from 'vitest'
import { readAll } from '#core/edifact/interpret.ts'
import { openTestWeb } from '#test/browser-calls.ts'
import { useWorld } from '#test/world.ts'
import type { FastifyInstance } from 'fastify'
import { samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const kristaps = () => world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
let web: FastifyInstance
let key: string
let carrier: string
beforeAll(async () => {
  web = await openTestWeb(world)
  const officer = await kristaps()
  carrier = (await officer.passengers.enterCarrier({ code: 'ZZ', name: 'Invented Airways', also: ['ZZZ'] }))
    .id
  key = (await officer.passengers.issueKey({ id: carrier, label: 'Check-in' })).key
  return () => web.close()
})

const send = (payload: string, type = 'application/edifact', bearer = key) =>
  web.inject({
    method: 'POST',
    url: '/api/carrier/messages',
    headers: { 'content-type': type, host: 'localhost:3000', authorization: `Bearer ${bearer}` },
    payload,
  })

test('a carrier sends a list and is told in the same breath that everybody may board', async () => {
  const answer = await send(samplePaxlst([samplePerson(1), samplePerson(2)]))
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toContain('application/edifact')
  const [cusres] = readAll(answer.body)
  expect(cusres).toMatchObject({ kind: 'CUSRES', answer: '962', txnRef: 'T1' })
  if (cusres?.kind !== 'CUSRES') throw new Error('No CUSRES.')
  expect(cusres.findings).toEqual([])
  expect(cusres.results.map(each => [each.paxRef, each.statuses[0]?.code])).toEqual([
    ['R1', '0Z'],
    ['R2', '0Z'],
  ])
  const officer = await kristaps()
  const flights = await officer.passengers.flights({})
  expect(flights).toMatchObject([
    { number: 'ZZ 101', from: 'IST', to: 'RIX', state: 'received', passengers: 2, completeness: 1 },
  ])
  const { people } = await officer.passengers.flight({ id: flights[0]?.id ?? '' })
  expect(people.map(each => [each.family, each.standing, each.party, each.documents.length])).toEqual([
    ['SAMPLEBAA', 'board', 1, 1],
    ['SAMPLECAA', 'board', 1, 1],
  ])
})
