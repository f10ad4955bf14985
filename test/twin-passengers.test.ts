import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { sampleLeg, readNow, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { passengerCatalogue, type PassengerHint } from './twin/passenger-script.ts'
import { copyWorld, openWebs, Outsider, plain, type Transcript } from './twin/worlds.ts'
import { useWorld, type World } from './world.ts'

// Two worlds, the same to the last row; in the second Riga has a carrier whose flight comes in, with somebody on it who is found on
// a list that both worlds have. Whoever has no part in it must not be able to tell in which of the two they are.
const without = useWorld()
const withIt = useWorld({ seeded: false })
let webs: FastifyInstance[] = []
let alert = ''
const family = 'Quarrystone-Keres'
beforeAll(async () => {
  const latvia = await without.as('sanita-krumina-falk', { purpose: 'alert-keeping' })
  const list = await latvia.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Seen by all' }))
  const identities = [{ names: [{ family, given: 'Kallistos' }], birth: '1971-01-30' }]
  alert = (await latvia.alerts.enter({ list: list.id, content: sampleContent({ identities }) })).id
  await copyWorld(without, withIt)
  webs = await openWebs(without, withIt)
  for (const world of [without, withIt]) await (await engineOf(world.ground)).settled()
})
afterAll(() => Promise.all(webs.map(web => web.close())))

/** Officers of other States who screen or keep alerts themselves, and those who do neither. */
const outsiders: readonly (readonly [persona: string, purpose: string])[] = [
  ['despina-kalogirou-astel', 'border-check'],
  ['despina-kalogirou-astel', 'alert-keeping'],
  ['yannis-petrakis-orfeo', 'return'],
  ['marta-colonnese-ruiz', 'return'],
]

let flights = 700
const riga = (world: World) => world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
const never = (): PassengerHint => ({
  carrier: randomUUID(),
  key: randomUUID(),
  message: randomUUID(),
  flight: randomUUID(),
  passenger: randomUUID(),
  decision: randomUUID(),
  hit: randomUUID(),
  form: randomUUID(),
  alert,
  family,
  number: String(flights),
})

let key: { carrier: string; id: string; key: string } | undefined
async function send(people: Parameters<typeof samplePaxlst>[0], number: string): Promise<string> {
  const answer = await webs[1]?.inject({
    method: 'POST',
    url: '/api/carrier/messages',
    headers: {
      host: 'localhost:3000',
      'content-type': 'application/edifact',
      authorization: `Bearer ${key?.key}`,
    },
    payload: samplePaxlst(people, { control: randomUUID().slice(0, 14), leg: sampleLeg({ number }) }),
  })
  return String(answer?.headers['iconet-message'])
}

/** With other papers each time, as what is known of one of them is remembered. */
const sought = () =>
  samplePerson(flights, { surname: 'QUARRYSTONE KERES', given: 'KALLISTOS', dob: '1971-01-30' })

/** A flight of a carrier of Riga's, with somebody on it who is looked for. */
async function hide(): Promise<PassengerHint> {
  const officer = await riga(withIt)
  if (!key) {
    const { id: carrier } = await officer.passengers.enterCarrier({ code: 'ZZ', name: 'Invented Airways' })
    key = { carrier, ...(await officer.passengers.issueKey({ id: carrier, label: 'Check-in' })) }
  }
  const number = String(++flights)
  const message = await send([sought(), samplePerson(2)], number)
  const flight = (await officer.passengers.flights({})).find(each => each.number === `ZZ ${number}`)?.id ?? ''
  const passenger =
    (await officer.passengers.flight({ id: flight })).people.find(each => each.hits.length > 0)?.id ?? ''
  const [hit] = (await officer.hits.list({ view: 'all', subjects: [passenger] })).items
  return {
    ...never(),
    carrier: key.carrier,
    key: key.id,
    message,
    flight,
    passenger,
    hit: hit?.id ?? '',
    number,
  }
}

/** What Riga does with it while somebody asks. */
async function live(hint: PassengerHint): Promise<void> {
  const officer = await riga(withIt)
  await officer.hits.review({
    id: hint.hit,
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face.',
    rememberMonths: 12,
  })
  await officer.passengers.decide({
    id: hint.passenger,
    says: 'no-board',
    reason: 'Something else was found.',
    seen: null,
    read: await readNow(officer.passengers, hint.passenger),
  })
  await send([sought(), samplePerson(3), samplePerson(4)], hint.number)
  await send([], 'none of these')
  await withIt.workJobs()
}

interface Heard {
  transcript: Transcript
  /** Statements about people that each question cost: what takes longer for what is there would tell of it. */
  statements: number[]
}

async function ask(
  world: World,
  web: FastifyInstance | undefined,
  [persona, purpose]: readonly [string, string],
  hint: PassengerHint | null,
): Promise<Heard> {
  if (!web) throw new Error('No server.')
  const outsider = await Outsider.at(world, web, persona)
  const statements: number[] = []
  let sent = 0
  // oxlint-disable-next-line typescript/unbound-method -- put back, and called with its own client
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: [pg.QueryConfig | string]) {
    const text = typeof given[0] === 'string' ? given[0] : given[0].text
    if (/\b(person|stat)\./.test(text) && !/announce/.test(text)) sent += 1
    return Reflect.apply(query, this, given) as Promise<pg.QueryResult>
  } as typeof query
  try {
    for (const [i, call] of passengerCatalogue(hint ?? never(), purpose).entries()) {
      if (i === 12 && hint) await live(hint)
      sent = 0
      await outsider.ask(call)
      statements.push(sent)
    }
  } finally {
    pg.Client.prototype.query = query
  }
  return { transcript: await outsider.transcript(), statements }
}

test.each(outsiders)(
  '%s, under %s, cannot tell by any answer, header, event, letter or effort whether the flight, its people or their hit exist',
  async (...who) => {
    const hidden = await hide()
    expect(hidden.hit).not.toBe('')
    const one = await ask(without, webs[0], who, null)
    const other = await ask(withIt, webs[1], who, hidden)
    const { lines } = one.transcript
    expect(lines.length).toBeGreaterThan(55)
    expect(lines.filter(({ status }) => status === 200).length).toBeGreaterThan(3)
    expect(lines.filter(({ status }) => status === 404 || status === 403).length).toBeGreaterThan(15)
    const [a, b] = [plain(one.transcript), plain(other.transcript)]
    let at = 0
    while (at < a.length && a[at] === b[at]) at++
    expect(b.slice(Math.max(0, at - 300), at + 200)).toBe(a.slice(Math.max(0, at - 300), at + 200))
    expect(other.statements).toEqual(one.statements)
  },
  60_000,
)

test('for an officer of the desk the two worlds differ, so that the comparison can fail', async () => {
  const hidden = await hide()
  const who = ['dace-liepina-korr', 'border-check'] as const
  const one = await ask(without, webs[0], who, null)
  expect(plain((await ask(withIt, webs[1], who, hidden)).transcript)).not.toBe(plain(one.transcript))
}, 60_000)
