import { fork } from 'node:child_process'
import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { actorOfMandate, actorOfSession } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { router } from '#app/features.ts'
import { client } from '#app/network.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import { openWeb } from '#kit/http.ts'
import { sql } from '#kit/sql.ts'
import { benchNetwork, quantile } from './network.ts'
import { fillAlerts } from './passengers/alerts.ts'
import type { Sending, Sent, Start } from './passengers/carriers.ts'
import { bareWrites, trigramPeer } from './passengers/beside.ts'
import { travellers } from './passengers/travellers.ts'
import { used } from './passengers/used.ts'

const alerts = Number(process.env.ALERTS ?? 200_000)
const perSecond = Number(process.env.RATE ?? 50)
const seconds = Number(process.env.SECONDS ?? 20)
/** Of the travellers, so many are under alert. */
const share = Number(process.env.SHARE ?? 0.03)
const limit = 2000
const seed = 20_261_122

/**
 * A border guard's desk under load, over HTTP: one process with its threads, the carriers in another on the same machine. Lists of one
 * to four people at a steady rate, as check-in sends them, each answered with its CUSRES; then long lists as fast as they go. Beside
 * them, in the same run: the engine alone, screening by PostgreSQL alone, and the bare writing of the same rows.
 */
export async function run(): Promise<void> {
  const network = await benchNetwork()
  const { ground } = network
  try {
    const wanted = await fillAlerts(network.owner, alerts, seed)
    const key = await carrierKey(ground)
    const engine = await engineOf(ground)
    console.log(
      `${engine.count.toLocaleString('en')} identities under alert; ${share * 100} % of the travellers are among them; seed ${seed}.`,
    )
    const web = await openWeb({
      router,
      ground,
      actorOf: (token, quietly) => actorOfSession(ground, token, quietly),
      openapi: async () => ({}),
      ready: async () => {},
    })
    const url = `${(await web.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')}/api/carrier/messages`
    const carriers = await startCarriers({ url, key, wanted, share, seed: seed + 1 })
    const order = async (sending: Sending) => {
      const before = await used(network.owner)
      const sent = await carriers.send(sending)
      const after = await used(network.owner)
      return { sent, node: after.node - before.node, postgres: after.postgres - before.postgres }
    }
    const sizes = [1, 2, 3, 4]
    // Until every connection and thread has seen it all, as in a server that has run for a while.
    await order({ tag: 'W', lists: 800, sizes, atOnce: 16 })
    steady(await order({ tag: 'S', lists: perSecond * seconds, sizes, perSecond }))
    const long = await order({ tag: 'L', lists: 60, sizes: [50], atOnce: 4 })
    carriers.end()
    await web.close()
    const made = travellers(wanted, share, seed + 2)
    const people: PassengerRecord[] = Array.from({ length: 3000 }, () => {
      const { surname, given, dob, nationality, gender, documents } = made.person()
      return { family: surname, given, birth: dob, nationality, sex: gender, documents }
    })
    await engine.screen(people.slice(0, 500), { limit: 20 })
    const began = performance.now()
    for (let at = 0; at < people.length; at += 50)
      await engine.screen(people.slice(at, at + 50), { limit: 20 })
    const alone = (people.length * 1000) / (performance.now() - began)
    const line = (name: string, rate: number, more: string) =>
      console.log(`${name.padEnd(34)}${rate.toFixed(0).padStart(7)} passengers a second${more}`)
    console.log('\nLists of 50 people, four carriers at once, from the wire to the answer:')
    line(
      'end to end',
      (long.sent.people * 1000) / long.sent.took,
      `, ${long.sent.selectees} to be looked at, ${long.sent.failed} failed; CPU a passenger: ${(long.node / long.sent.people).toFixed(2)} ms here, ${(long.postgres / long.sent.people).toFixed(2)} ms in PostgreSQL`,
    )
    line('the engine alone', alone, ', in lists of 50, one list at a time')
    const peer = await trigramPeer(network.owner, people.slice(0, 60))
    line(
      'peer: pg_trgm in PostgreSQL alone',
      peer.perSecond,
      `, names like theirs with a birth within 400 days, nothing kept and nothing answered`,
    )
    const bare = await bareWrites(network.owner, 300)
    console.log(
      `\nlimit of any answer that is kept: ${bare.cpuMs.toFixed(1)} ms of PostgreSQL's CPU a message for the bare rows of a list of two in one statement, in temporary tables, without rules, record or screening`,
    )
  } finally {
    await network.end()
  }
}

function steady({ sent, node, postgres }: { sent: Sent; node: number; postgres: number }): void {
  const { times, took, failed, selectees, people, underAlert, cpuMs } = sent
  const p99 = quantile(times, 0.99)
  const each = (total: number) => (total / times.length).toFixed(1)
  console.log(`\n${perSecond} messages a second for ${seconds} s, one to four people each, over 60 flights:`)
  console.log(
    `answered ${((times.length * 1000) / took).toFixed(1)} a second (${((people * 1000) / took).toFixed(0)} passengers)   p50 ${quantile(times, 0.5).toFixed(0)} ms   p99 ${p99.toFixed(0)} ms   most ${quantile(times, 1).toFixed(0)} ms   failed ${failed}`,
  )
  console.log(`${underAlert} of ${people} people under alert, ${selectees} to be looked at`)
  console.log(
    `CPU a message: ${each(node)} ms in Node with its threads, ${each(postgres)} ms in PostgreSQL; ${each(cpuMs)} ms of the carriers; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`limit: p99 ≤ ${limit} ms: ${p99 <= limit && failed === 0 ? 'kept' : 'NOT KEPT'}`)
}

/** The carriers' process, ready to send. */
async function startCarriers(start: Start) {
  const child = fork(new URL('./passengers/carriers.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  })
  const told = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const gone = () => reject(new Error('The carriers have gone.'))
      child.once('exit', gone)
      child.once('message', message => {
        child.off('exit', gone)
        resolve(message as T)
      })
    })
  const ready = told<string>()
  child.send(start)
  await ready
  return {
    send(sending: Sending): Promise<Sent> {
      const sent = told<Sent>()
      child.send(sending)
      return sent
    },
    end: () => void child.kill(),
  }
}

/** A carrier of the border guard in Riga, with its key. */
async function carrierKey(ground: Parameters<typeof client>[0]): Promise<string> {
  const found = await ground.db.as(null, tx =>
    tx.row(
      z.object({ mandate: z.int() }),
      sql`select mandate from network.personas() where name like 'Kristaps%'`,
    ),
  )
  const desk = client(ground, await actorOfMandate(ground.db, found.mandate), {
    purpose: 'border-check',
  }).passengers
  const { id } = await desk.enterCarrier({ code: 'ZZ', name: 'Measured Airways' })
  return (await desk.issueKey({ id, label: 'Measurement' })).key
}
