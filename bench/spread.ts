import { Agent, request } from 'node:http'
import { newFolder, removeFolder, signIn, startIconet, stopIconet } from '#test/process.ts'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { quantile } from './network.ts'

const clients = Number(process.env.CLIENTS ?? 500)
const rounds = Number(process.env.ROUNDS ?? 20)
const limit = 2000
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

interface Connected {
  cookie: string
  close(): void
}

/**
 * How long after a sender presses *send* the warning is on the screens of 500 connected officers: until the event has come, and
 * until the page has read the warning again under its own rights. Real program, real HTTP, one process; the clients share its machine.
 */
export async function run(): Promise<void> {
  const data = await newFolder()
  const server = await startIconet(data, ['--demo'], { LOG_LEVEL: 'error' })
  try {
    const personas = (await (await fetch(`${server.url}/api/demo/personas`)).json()) as {
      id: string
      state: string
    }[]
    // Contact points and deputies work in every area; of each State these are the first two.
    const readers = ['GR', 'HR', 'DE', 'FR', 'ES', 'NO'].flatMap(state =>
      personas.filter(each => each.state === state).slice(0, 2),
    )
    const connected: Connected[] = []
    const waiting = new Map<string, { told: number[]; read: number[]; sent: number; errors: number }>()
    for (let i = 0; i < clients; i++) {
      const persona = readers[i % readers.length]?.id ?? ''
      const cookie = await cookieOf(server.url, persona)
      const client = await connect(server.url, cookie, async (id, at) => {
        const one = waiting.get(id)
        if (!one || one.told.length >= clients) return
        one.told.push(at - one.sent)
        const answered = await get(server.url, `/api/warnings/${id}`, cookie)
        if (answered === 200) one.read.push(performance.now() - one.sent)
        else one.errors += 1
      })
      connected.push(client)
    }
    console.log(`${connected.length} clients are connected, as ${readers.length} officials of six States.`)
    const ask = await signIn(server.url, 'marta-colonnese-ruiz')
    const audience = ['GR', 'HR', 'DE', 'FR', 'ES', 'NO'].map(state => `state:${state}`)
    const told: number[] = []
    const read: number[] = []
    let errors = 0
    for (let i = 0; i < rounds; i++) {
      const content = sampleContent({ title: `Measured warning ${i}`, urgency: 'immediate' })
      const begun = (await (
        await ask('/warnings/drafts', { content, handling: sampleHandling(audience) })
      ).json()) as {
        id: string
        revision: number
      }
      const one = { told: [] as number[], read: [] as number[], sent: performance.now(), errors: 0 }
      waiting.set(begun.id, one)
      const sent = await ask(`/warnings/${begun.id}/issue`, { revision: begun.revision })
      if (!sent.ok) throw new Error(await sent.text())
      const until = performance.now() + 30_000
      while (one.read.length + one.errors < clients && performance.now() < until)
        await new Promise(go => setTimeout(go, 5))
      told.push(...one.told)
      read.push(...one.read)
      errors += one.errors + (clients - one.told.length)
    }
    console.log(`\n${rounds} immediate warnings to ${clients} screens, from pressing send:`)
    console.log(line('event has come', told))
    console.log(line('warning read again', read))
    console.log(`missed or refused: ${errors}`)
    console.log(
      `limit: p99 of the event ≤ ${limit} ms: ${quantile(told, 0.99) <= limit && errors === 0 ? 'kept' : 'NOT KEPT'}`,
    )
    for (const client of connected) client.close()
  } finally {
    await stopIconet(server)
    await removeFolder(data)
  }
}

const line = (what: string, times: number[]) =>
  `${what.padEnd(20)} p50 ${quantile(times, 0.5).toFixed(0).padStart(5)} ms   p99 ${quantile(times, 0.99).toFixed(0).padStart(5)} ms   most ${quantile(times, 1).toFixed(0).padStart(5)} ms   (${times.length} measured)`

async function cookieOf(url: string, persona: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`Sign-in as ${persona} failed: ${await answer.text()}`)
  return cookie
}

function connect(
  url: string,
  cookie: string,
  heard: (id: string, at: number) => Promise<void>,
): Promise<Connected> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/events`, { headers: { cookie }, agent: false }, answer => {
      if (answer.statusCode !== 200) {
        reject(new Error(`The event stream answered ${answer.statusCode}.`))
        return
      }
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        const at = performance.now()
        for (const [, json = ''] of text.matchAll(/^data: (.+)$/gm)) {
          const { topic, id } = JSON.parse(json) as { topic?: string; id?: string }
          if (topic === 'warnings' && id) void heard(id, at).catch(() => {})
        }
      })
      resolve({ cookie, close: () => asked.destroy() })
    })
    asked.on('error', reject)
    asked.end()
  })
}

function get(url: string, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { headers: { cookie }, agent }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end()
  })
}
