import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePaxlst, samplePerson, sampleLeg } from '#features/passengers/samples.ts'
import { newFolder, type Running, removeFolder, signIn, startIconet, stopIconet } from './process.ts'
import { sharedDatabase } from './spare-database.ts'

const found = (() => {
  try {
    return execFileSync('nats-server', ['--version']).toString().trim()
  } catch {
    return undefined
  }
})()

// Several processes on one database, sharing what carriers send through a real NATS server.
const maybe = test.skipIf(!found)
const where = found ?? 'no nats-server on this machine: skipped'
let nats: ChildProcess | undefined
let natsUrl = ''
let shelf = ''
let database: Record<string, string> = {}
const servers: Running[] = []
const folders: string[] = []

async function start(): Promise<Running> {
  const folder = await newFolder()
  folders.push(folder)
  const server = await startIconet(folder, ['--demo'], {
    ...database,
    NATS_URL: natsUrl,
    // One key seals for the whole network.
    SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
  })
  servers.push(server)
  return server
}

beforeAll(async () => {
  if (!found) return
  shelf = await mkdtemp(join(tmpdir(), 'iconet-nats-'))
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const { port } = free.address() as { port: number }
  free.close()
  natsUrl = `nats://127.0.0.1:${port}`
  nats = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', shelf])
  for (let tries = 0; tries < 100; tries++) {
    const there = await connect({ servers: natsUrl, reconnect: false }).catch(() => undefined)
    if (there) {
      await there.close()
      break
    }
    await new Promise(go => setTimeout(go, 50))
  }
  database = await sharedDatabase()
}, 60_000)
afterAll(async () => {
  for (const server of servers) await stopIconet(server, 'SIGKILL')
  nats?.kill('SIGKILL')
  for (const folder of folders) await removeFolder(folder)
  if (shelf) await rm(shelf, { recursive: true, force: true })
})

maybe(
  `processes share what carriers send through JetStream, and the death of any loses and doubles nothing (${where})`,
  async () => {
    const first = await start()
    const others = [await start(), await start()]
    const officer = await signIn(first.url, 'kristaps-vitolnieks-hale')
    const entered = await officer('/passengers/carriers', {
      code: 'YY',
      name: 'Shared Air (invented)',
      also: [],
      contact: 'Operations desk',
      codes: {},
    })
    const { id } = (await entered.json()) as { id: string }
    const issued = await officer(`/passengers/carriers/${id}/keys`, { label: 'Test' })
    const { key } = (await issued.json()) as { key: string }

    const flights = 12
    const people = 60
    const send = async (flight: number): Promise<void> => {
      const content = samplePaxlst(
        Array.from({ length: people }, (_, i) => samplePerson(flight * 100 + i)),
        {
          control: `SHARED${flight}`,
          transaction: `S${flight}`,
          leg: sampleLeg({ carrier: 'YY', number: String(100 + flight) }),
        },
      )
      const answer = await fetch(`${first.url}/api/carrier/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/edifact', authorization: `Bearer ${key}` },
        body: content,
      })
      expect(answer.status, await answer.text()).toBe(202)
    }
    for (let flight = 0; flight < flights; flight++) {
      await send(flight)
      // In the middle of it one process dies, then the other, and each is there again a moment later.
      if (flight === 3 || flight === 7) {
        const dying = others.shift()
        if (dying) await stopIconet(dying, 'SIGKILL')
        others.push(await start())
      }
    }
    const owner = new pg.Client({ connectionString: database.DATABASE_URL })
    await owner.connect()
    try {
      const until = Date.now() + 45_000
      let states: string[] = []
      while (Date.now() < until) {
        const { rows } = await owner.query<{ state: string }>(
          'select state from person.message where carrier = $1',
          [id],
        )
        states = rows.map(row => row.state)
        if (states.length === flights && states.every(state => state === 'processed')) break
        await new Promise(go => setTimeout(go, 200))
      }
      expect(states).toEqual(Array.from({ length: flights }, () => 'processed'))
      const { rows } = await owner.query<{ people: number; different: number }>(
        `select count(*)::int as people, count(distinct (flight, seat))::int as different from person.passenger
         where flight in (select id from person.flight where carrier = $1)`,
        [id],
      )
      expect(rows[0]).toEqual({ people: flights * people, different: flights * people })
    } finally {
      await owner.end()
    }
  },
  120_000,
)

maybe(
  'a job that nobody of the network signed is thrown away',
  async () => {
    const stranger = await connect({ servers: natsUrl })
    const text = JSON.stringify({ operation: 'access.signOut', input: {}, mandate: 1 })
    await jetstream(stranger).publish('iconet.jobs', JSON.stringify({ text, signed: 'x'.repeat(43) }))
    await jetstream(stranger).publish('iconet.jobs', 'not even a job')
    await stranger.close()
    const until = Date.now() + 10_000
    const said = () => servers.map(server => server.output()).join('\n')
    while (Date.now() < until && said().split('thrown away').length < 3)
      await new Promise(go => setTimeout(go, 100))
    expect(said().split('thrown away').length).toBe(3)
  },
  30_000,
)
