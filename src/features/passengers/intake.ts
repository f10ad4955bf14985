import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Doing } from '#kit/perform.ts'
import { placeOf } from '#kit/place-of.ts'
import { Problem } from '#kit/problem.ts'
import { sealOf } from '#kit/seal.ts'
import { sql } from '#kit/sql.ts'
import { type Announced, announcedList, controlOf, type Read, readEdifact } from './announced.ts'
import { giveAnswer } from './answers.ts'
import { after, answeredAtOnce, deadlines, largest, tries } from './deadlines.ts'
import { deliverSoon } from './delivering.ts'
import type { CarrierRow } from './gateway.ts'
import { Finding, Standing } from './model.ts'
import { SentList } from './sent.ts'
import type { Receipt } from './model.ts'
import { withoutLists } from './probing.ts'
import { processMessage } from './process.ts'
import { firstFlight, flightColumns, FlightRow, flightWithId, theFlight, Unreadable } from './flights.ts'

/** What a carrier sent: an interchange as it came, or a list as JSON. */
export interface Sent {
  content: Buffer
  list: SentList | null
  control: string | null
  channel: 'http' | 'folder' | 'mail'
  /** The carrier's folder in which it lay, and beside which it is answered. */
  folder?: string
}

const Stored = z.object({ made: z.boolean(), reused: z.boolean() })
/** The flight beside it, or nothing. */
const Beside = z.object({ id: z.null() }).or(FlightRow)

/**
 * Takes a message in, once: it is kept, sealed, before anything is made of it, in the transaction that answers. The same content
 * under the same reference is the same message and gets the same answer. What is small is processed at once; what is large, or
 * fails, by a job.
 */
export async function takeIn(doing: Doing, carrier: CarrierRow, sent: Sent): Promise<Receipt> {
  const { tx, ground } = doing
  const now = ground.clock()
  const sha256 = createHash('sha256').update(sent.content).digest()
  const id = randomUUID()
  const { content, key } = sealOf(ground.config).seal(sent.content, id)
  const small =
    sent.content.length <= answeredAtOnce.bytes && (sent.list?.people.length ?? 0) <= answeredAtOnce.people
  const read = small
    ? await readSent(sent.content, sent.list, carrier, now)
    : { said: [], control: sent.list ? null : controlOf(sent.content) }
  const { said } = read
  const control = sent.control ?? read.control ?? sha256.toString('hex')
  const first = firstFlight(said)
  const stored = await tx.row(
    Stored.and(Beside),
    sql`
      with made as (
        insert into person.message (id, owner_authority, carrier, control, sha256, kind, channel, folder, size, received_at, delete_at)
        values (${id}, ${carrier.authority}, ${carrier.id}, ${control}, ${sha256}, ${sent.list ? 'JSON' : 'unknown'}, ${sent.channel},
          ${sent.folder ?? null}, ${sent.content.length}, ${now}, ${after(now, deadlines.keepUnread)})
        on conflict do nothing returning id),
      kept as (
        insert into person.original (message, owner_authority, sealed, key)
        select id, ${carrier.authority}, ${content}, ${key} from made)
      select exists (select from made) as made, exists (select from person.message m
          where m.carrier = ${carrier.id} and m.control = ${control} and m.sha256 <> ${sha256}) as reused, f.*
      from (select) as stored left join (${first ? theFlight({ ...first.flight, carrier: carrier.code }, first.day, carrier.authority) : sql`select ${flightColumns} from person.flight where false`}) f on true`,
  )
  // Over HTTP the carrier has its answer in the same breath; from a folder or a mail nobody takes one along, so it is there to be fetched.
  const atOnce = sent.channel === 'http'
  if (!stored.made) return repeated(doing, carrier, control, sha256, sent)
  tx.note('carrier message', [id], 'LIMITED')
  if (sent.folder !== undefined && sent.content.length > largest.processed)
    return { message: id, control, repeated: false, ...(await putAsideAsTooLarge(doing, carrier, id)) }
  const reused: Finding[] = stored.reused
    ? [
        {
          code: 'control-reused',
          severity: 'error',
          sentence:
            'Another message came under this control reference. Both were taken. Give each interchange a reference of its own.',
        },
      ]
    : []
  const people = said.reduce((sum, each) => sum + each.people.length, 0)
  if (!small || people > answeredAtOnce.people) {
    await queue(doing, id, now)
    if (reused.length)
      await tx.run(sql`update person.message set findings = ${{ json: reused }} where id = ${id}`)
    return { message: id, control, state: 'received', repeated: false, cusres: null, findings: reused }
  }
  const found = first ? (stored.id === null ? null : stored) : undefined
  const done = await attempt(doing, carrier, { id, control, tries: 0 }, said, {
    before: reused,
    atOnce,
    ...(found !== undefined && { found }),
  })
  if (sent.folder !== undefined && done.state === 'processed') await deliverSoon(doing, gatewayOf(doing), id)
  return { message: id, control, repeated: false, ...done }
}

/** Kept under its seal like any other; an officer may have it tried all the same, or give it up. */
async function putAsideAsTooLarge(
  doing: Doing,
  carrier: CarrierRow,
  id: string,
): Promise<Pick<Receipt, 'state' | 'cusres' | 'findings'>> {
  const sentence = 'The interchange is larger than 8 MB. Send it in parts.'
  const findings: Finding[] = [{ code: 'not-processed', severity: 'error', sentence }]
  await doing.tx.run(sql`
    update person.message set state = 'quarantined', tries = 1, fault = ${sentence}, findings = ${{ json: findings }}, errors = 1 where id = ${id}`)
  await alarm(doing, carrier.authority, id)
  await deliverSoon(doing, gatewayOf(doing), id)
  return { state: 'quarantined', cusres: null, findings }
}

/** What was sent, in this feature's words. */
export async function readSent(
  content: Buffer,
  list: SentList | null,
  carrier: CarrierRow,
  now: Date,
): Promise<Read> {
  if (list)
    return {
      said: [announcedList(list, carrier.code, 'JSON', now.toISOString().slice(0, 10))],
      control: null,
    }
  return readEdifact(content)
}

/**
 * Tries to process a message. When that fails nothing of it remains but the message itself, one try older; it is tried again
 * later, and after the last try it is put aside for a person to look at.
 */
export async function attempt(
  doing: Doing,
  carrier: CarrierRow,
  message: { id: string; control: string; tries: number },
  said: readonly Announced[],
  how: Parameters<typeof processMessage>[4],
): Promise<Pick<Receipt, 'state' | 'cusres' | 'findings'>> {
  const { tx, ground } = doing
  await tx.run(sql`savepoint attempt`)
  try {
    const { cusres, findings } = await processMessage(doing, carrier, message, said, how)
    return { state: 'processed', cusres, findings }
  } catch (error) {
    await tx.run(sql`rollback to savepoint attempt`)
    const sentence =
      error instanceof Unreadable
        ? error.message
        : 'Our side could not process the message. Nothing of it was taken over.'
    if (!(error instanceof Unreadable))
      ground.log.error({ ...placeOf(error), message: message.id }, 'message not processed')
    const findings: Finding[] = [
      ...how.before,
      ...said.flatMap(each => each.findings),
      { code: 'not-processed', severity: 'error', sentence },
    ]
    const count = message.tries + 1
    const state = count >= tries.most ? 'quarantined' : 'received'
    await tx.run(sql`
      update person.message set tries = ${count}, state = ${state}, fault = ${sentence}, findings = ${{ json: findings.slice(0, 500) }},
        errors = ${findings.filter(each => each.severity === 'error').length},
        warnings = ${findings.filter(each => each.severity === 'warning').length}
      where id = ${message.id}`)
    if (state === 'quarantined') await alarm(doing, carrier.authority, message.id)
    else
      await queue(
        doing,
        message.id,
        new Date(ground.clock().getTime() + (tries.secondsApart[count - 1] ?? 60) * 1000),
      )
    return { state, cusres: null, findings }
  }
}

const queue = (doing: Doing, id: string, at: Date): Promise<void> =>
  doing.ground.jobs.enqueue(
    doing.tx,
    {
      operation: 'passengers.process',
      input: { id },
      mandate: gatewayOf(doing),
      purpose: 'border-check',
    },
    { at, key: `passengers.process:${id}`, shared: true },
  )

/** The mandate in whose name messages are taken in. */
function gatewayOf({ tx }: Doing): number {
  const mandate = tx.noted.actor?.mandate
  if (mandate === undefined) throw new Problem('sign-in-needed')
  return mandate
}

/** Tells the officers of the authority, at once and on screen, that a message waits for one of them. */
export const alarm = ({ tx }: Doing, authority: number, message: string): Promise<number> =>
  tx.run(sql`
    select network.announce('passengers.quarantine', ${message}, array(
      select distinct r.official from network.readers(network.audience(array['authority:' || ${authority}::int]), 'passengers', 1) r))`)

const Before = z.object({
  id: z.uuid(),
  state: z.enum(['received', 'processed', 'quarantined', 'discarded']),
  findings: z.array(Finding),
  cusres: z.string().nullable(),
})

const Outdated = z.object({
  id: z.uuid(),
  flight: z.uuid(),
  reference: z.string(),
  pnr: z.string().nullable(),
  paxRef: z.string().nullable(),
  told: Standing,
  decision: z.uuid().nullable(),
  before: Standing,
})

/**
 * Of whom a message was answered something that no longer stands: they are answered anew, after what was said then. A carrier that sends
 * again, or somebody who replays what it sent, must not be told that a person may board whom an officer has refused since.
 */
async function answerAnew(doing: Doing, carrier: CarrierRow, message: string, atOnce: boolean) {
  const { tx, ground } = doing
  const outdated = await tx.rows(
    Outdated,
    sql`
      select p.id, p.flight, said.reference, p.pnr, p.pax_ref, p.standing as told, p.decided as decision, said.told as before
      from (select distinct on (l.passenger) l.passenger, l.told, a.reference
        from person.answer a join person.answer_line l on l.answer = a.id
        where a.message = ${message} and a.kind = '962' order by l.passenger, a.at desc, a.id) said
      join person.passenger p on p.id = said.passenger
      where p.standing <> said.told order by p.flight, said.reference, p.id`,
  )
  const together = new Map<string, typeof outdated>()
  for (const each of outdated) {
    const answer = `${each.flight} ${each.reference}`
    together.set(answer, [...(together.get(answer) ?? []), each])
  }
  for (const [first, ...others] of together.values()) {
    if (!first) continue
    const flight = await flightWithId(tx, first.flight)
    const told = await withoutLists(doing, carrier, flight, [first, ...others])
    const lines = told.filter(line => line.told !== line.before)
    if (lines.length === 0) continue
    await giveAnswer(tx, {
      kind: '962',
      flight,
      carrier,
      codes: carrier.codes,
      reference: first.reference,
      message,
      lines,
      now: ground.clock(),
      atOnce,
    })
  }
}

/** The very same message came before: what it was answered then, and what is otherwise now. */
async function repeated(
  doing: Doing,
  carrier: CarrierRow,
  control: string,
  sha256: Buffer,
  { channel, folder }: Pick<Sent, 'channel' | 'folder'>,
): Promise<Receipt> {
  const { tx } = doing
  const { id: message } = await tx.row(
    z.object({ id: z.uuid() }),
    sql`select id from person.message where carrier = ${carrier.id} and control = ${control} and sha256 = ${sha256}`,
    'message',
  )
  await answerAnew(doing, carrier, message, channel === 'http')
  const before = await tx.row(
    Before,
    sql`
      select m.id, m.state, m.findings,
        (select string_agg(a.cusres, '' order by a.at, a.id) from person.answer a where a.message = m.id and a.kind = '962') as cusres
      from person.message m where m.id = ${message}`,
    'message',
  )
  tx.note('carrier message', [before.id], 'LIMITED')
  if (channel === 'http' && before.cusres !== null)
    await tx.run(
      sql`update person.answer set fetched_at = now() where message = ${before.id} and kind = '962' and fetched_at is null`,
    )
  const { id, ...rest } = before
  // Whoever lays the same file there again wants its answer again.
  if (folder !== undefined) {
    await tx.run(sql`update person.message set folder = ${folder}, told_at = null where id = ${id}`)
    await tx.run(sql`update person.answer set fetched_at = null where message = ${id} and kind = '962'`)
    await deliverSoon(doing, gatewayOf(doing), id)
  }
  return { message: id, control, repeated: true, ...rest }
}

const Waiting = z.object({
  carrier: z.uuid(),
  control: z.string(),
  kind: z.string(),
  tries: z.int(),
  findings: z.array(Finding),
  folder: z.string().nullable(),
})

/** What of a message waits to be processed, and its content out of its seal; undefined when it is done or given up. */
export async function waiting({ tx, ground }: Doing, id: string) {
  const row = await tx.maybe(
    Waiting,
    sql`select carrier, control, kind, tries, findings, folder from person.message where id = ${id} and state = 'received' for update`,
  )
  if (!row) return undefined
  const { sealed, key } = await tx.row(
    z.object({ sealed: z.instanceof(Buffer), key: z.instanceof(Buffer) }),
    sql`select sealed, key from person.original where message = ${id}`,
    'original',
  )
  const content = sealOf(ground.config).open({ content: sealed, key }, id)
  const list = row.kind === 'JSON' ? SentList.parse(JSON.parse(content.toString('utf8'))) : null
  return { ...row, content, list, before: row.findings.filter(each => each.code === 'control-reused') }
}
