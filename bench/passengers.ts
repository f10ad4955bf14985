import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { actorOfMandate, actorOfSession } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { router } from '#app/features.ts'
import { client } from '#app/network.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import type { Person } from '#core/edifact/message.ts'
import { openWeb } from '#kit/http.ts'
import { sql } from '#kit/sql.ts'
import { z } from 'zod'
import { benchNetwork, quantile } from './network.ts'
import { alertOn, passengerFor, person as invented, seeded, stocks } from './screening/people.ts'

const alerts = Number(process.env.ALERTS ?? 200_000)
const perSecond = Number(process.env.RATE ?? 50)
const seconds = Number(process.env.SECONDS ?? 20)
const limit = 2000

const random = seeded(20_261_122)
const everybody = stocks(random, 200_000)

/** An innocent traveller with a frequent or a rare name, as a check-in system writes them. */
function person(n: number): Person {
  const who = passengerFor(random, invented(random, everybody), String(n), true)
  return {
    ...samplePerson(n),
    surname: who.family,
    given: who.given,
    ...(who.birth && { dob: who.birth }),
    nationality: who.nationality ?? 'TUR',
    gender: who.sex ?? 'M',
    documents: who.documents.map(each => ({ ...each, expires: '2031-01-01' })),
  }
}

/**
 * A border guard's desk under load, over HTTP, one process with its threads, the carriers on the same machine: lists of one to four people
 * at a steady rate, as check-in sends them, each answered with its CUSRES; then long lists as fast as they go, beside the engine alone.
 */
export async function run(): Promise<void> {
  const network = await benchNetwork()
  const { ground } = network
  try {
    await fill(network.owner)
    const key = await carrierKey(ground)
    const engine = await engineOf(ground)
    console.log(`${engine.count.toLocaleString('en')} identities under alert.`)
    const web = await openWeb({
      router,
      ground,
      actorOf: (token, quietly) => actorOfSession(ground, token, quietly),
      openapi: async () => ({}),
      ready: async () => {},
    })
    const url = `${await web.listen({ host: '127.0.0.1', port: 0 })}/api/carrier/messages`
    const send = async (body: string): Promise<string> => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/edifact', authorization: `Bearer ${key}`, host: 'localhost' },
        body,
      })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
      return text
    }
    let made = 0
    const departs = new Date(Date.now() + 6 * 3_600_000)
    const message = (people: number): string =>
      samplePaxlst(
        Array.from({ length: people }, () => person(++made)),
        { control: `B${made}`, leg: sampleLeg({ number: String(100 + (made % 60)), departs }) },
      )
    for (let i = 0; i < 30; i++) await send(message(2))
    await steady(send, message, network.owner)
    await flatOut(send, message, engine)
    await web.close()
  } finally {
    await network.end()
  }
}

async function steady(
  send: (body: string) => Promise<string>,
  message: (people: number) => string,
  owner: pg.ClientConfig,
) {
  const times: number[] = []
  let failed = 0
  let selectees = 0
  const sent: Promise<void>[] = []
  const usedBefore = await cpuMs(owner)
  const began = performance.now()
  // Open loop: the next is sent at its time, whether or not the last was answered.
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = began + (i * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    const body = message(1 + (i % 4))
    const start = performance.now()
    sent.push(
      (async () => {
        try {
          selectees += (await send(body)).split('ERC+SEL').length - 1
          times.push(performance.now() - start)
        } catch {
          failed += 1
        }
      })(),
    )
  }
  await Promise.all(sent)
  const rate = (times.length * 1000) / (performance.now() - began)
  const p99 = quantile(times, 0.99)
  const used = await cpuMs(owner)
  console.log(`\n${perSecond} messages a second for ${seconds} s, one to four people each, over 60 flights:`)
  console.log(
    `answered ${rate.toFixed(1)} a second   p50 ${quantile(times, 0.5).toFixed(0)} ms   p99 ${p99.toFixed(0)} ms   most ${quantile(times, 1).toFixed(0)} ms   failed ${failed}   to be looked at ${selectees}`,
  )
  const each = (kind: 'node' | 'postgres') => ((used[kind] - usedBefore[kind]) / times.length).toFixed(1)
  console.log(
    `CPU a message: ${each('node')} ms here (carriers included), ${each('postgres')} ms in PostgreSQL; other programs had the machine at a load of ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`limit: p99 ≤ ${limit} ms: ${p99 <= limit && failed === 0 ? 'kept' : 'NOT KEPT'}`)
}

/** CPU that this process and the database's sessions have used, in milliseconds; a busy machine changes times, not this. */
async function cpuMs(config: pg.ClientConfig): Promise<{ node: number; postgres: number }> {
  const { user, system } = process.cpuUsage()
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'iconet' and pid <> pg_backend_pid()`,
  )
  await client.end()
  // utime and stime, fields 14 and 15 of /proc/PID/stat, in hundredths of a second (proc(5)).
  const ticks = rows.map(({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return 0
    }
  })
  return { node: (user + system) / 1000, postgres: ticks.reduce((sum, each) => sum + each, 0) * 10 }
}

async function flatOut(
  send: (body: string) => Promise<string>,
  message: (people: number) => string,
  engine: Awaited<ReturnType<typeof engineOf>>,
) {
  const lists = Array.from({ length: 60 }, () => message(50))
  const before = performance.now()
  const cpu = process.cpuUsage()
  let next = 0
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let body = lists[next++]; body !== undefined; body = lists[next++]) await send(body)
    }),
  )
  const took = performance.now() - before
  const used = process.cpuUsage(cpu)
  const whole = (lists.length * 50 * 1000) / took
  const people: PassengerRecord[] = Array.from({ length: 3000 }, (_, n) => {
    const { surname, given, dob, nationality, gender, documents } = person(n)
    return { family: surname, given, birth: dob, nationality, sex: gender, documents }
  })
  await engine.screen(people.slice(0, 500), { limit: 20 })
  const start = performance.now()
  for (let at = 0; at < people.length; at += 50) await engine.screen(people.slice(at, at + 50), { limit: 20 })
  const alone = (people.length * 1000) / (performance.now() - start)
  console.log('\nLists of 50 people, four carriers at once, from the wire to the answer:')
  console.log(
    `end to end       ${whole.toFixed(0).padStart(7)} passengers a second (CPU of this process ${((used.user + used.system) / 1000 / took).toFixed(2)} cores, carriers included)`,
  )
  console.log(
    `engine alone     ${alone.toFixed(0).padStart(7)} passengers a second, in lists of 50, one list at a time`,
  )
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

/** Enters the alerts behind the back of every rule: entering them is not what is measured. */
async function fill(config: pg.ClientConfig): Promise<void> {
  const owner = new pg.Client(config)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ authority: number; official: number; state: string }>(`
      select a.id as authority, o.id as official, a.state from network.authority a join network.unit u on u.authority = a.id
      join network.official o on o.unit = u.id where o.name like 'Sanita%'`)
    const keeper = rows[0]
    if (!keeper) throw new Error('The demonstration has no alert bureau.')
    const { authority, official, state } = keeper
    await owner.query('begin; set local session_replication_role = replica')
    const audience = await owner.query<{ id: number }>(`select network.audience(array['all']) as id`)
    const list = await owner.query<{ id: string }>(
      `insert into person.list (owner_authority, owner_state, kind, name, legal_basis, action, purposes, marking, audience_id, made_by, made_at, changed_at)
       values ($1, $2, 'refusal-of-entry', 'Measured', 'Measured', 'refuse-entry', '{border-check}', 1, $3, $4, now(), now()) returning id`,
      [authority, state, audience.rows[0]?.id, official],
    )
    const chunk = 10_000
    for (let at = 0; at < alerts; at += chunk) {
      const people = Array.from({ length: Math.min(chunk, alerts - at) }, (_, n) => {
        const { names, birth, nationalities, sex } = alertOn(random, invented(random, everybody), '').alert
        return { n: at + n, names, birth, nationalities, sex }
      })
      await owner.query(
        `with p as (select gen_random_uuid() as id, x.* from jsonb_to_recordset($1::jsonb) as x (n integer, names jsonb, birth text, nationalities text[], sex text)),
         a as (insert into person.alert (id, reference, list, owner_authority, owner_state, kind, purposes, audience_id, marking, action,
             legal_basis, valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at)
           select id, 'LV-' || upper(lpad(to_hex(n), 5, '0')) || '-00000', $2, $3, $4, 'refusal-of-entry', '{border-check}', $5, 1, 'refuse-entry',
             'Measured', now(), now() + interval '1 year', now() + interval '1 year', $6, now(), $6, now() from p)
         insert into person.identity (alert, number, kind, names, birth, nationalities, sex, words)
         select id, 1, 'confirmed', names, birth, nationalities, sex, '' from p`,
        [JSON.stringify(people), list.rows[0]?.id, authority, state, audience.rows[0]?.id, official],
      )
    }
    await owner.query('commit; analyze person.alert; analyze person.identity')
  } finally {
    await owner.end()
  }
}
