import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { announcedList } from './announced.ts'
import { actorOf } from './carriers.ts'
import { after, deadlines } from './deadlines.ts'
import { deliverSoon } from './delivering.ts'
import { asGateway, becomeGatewayOf, carrierNamed, carrierWithId, noGateway } from './gateway.ts'
import { attempt, readSent, takeIn, waiting } from './intake.ts'
import { Finding, Message } from './model.ts'
import { SentList } from './sent.ts'
import { processMessage } from './process.ts'
import { Unreadable } from './flights.ts'
import { createHash, randomUUID } from 'node:crypto'

const page = 50
/** Hours in which an answer that was fetched is there once more: the line may have broken on its way. */
const fetchedAgain = 0.25

const columns = sql`
  m.id, c.code as carrier_code, c.name as carrier_name, m.control, m.kind, m.channel, m.size, m.received_at, m.state, m.tries,
  m.fault, m.errors, m.warnings, m.people, m.flight, m.processed_at, m.delete_at`

const read = (tx: Tx, which: Sql) =>
  tx.rows(
    Message,
    sql`
      select ${columns} from person.message m join person.carrier c on c.id = m.carrier
      where ${which} order by m.received_at desc, m.id desc limit ${page + 1}`,
  )

async function one(tx: Tx, id: string): Promise<z.infer<typeof Message>> {
  const [found] = await read(tx, sql`m.id = ${id}`)
  if (!found) throw new Problem('not-found', 'There is no such message, or it is not shared with you.')
  tx.note('carrier message', [id], 'LIMITED')
  return found
}

export const messageVerbs = {
  async receive(doing, input) {
    const carrier = await becomeGatewayOf(doing)
    const edifact = input instanceof File
    const text = edifact ? null : input.message
    const list = typeof text === 'object' ? text : null
    const content = edifact
      ? Buffer.from(await input.arrayBuffer())
      : Buffer.from(list ? JSON.stringify(list) : (text as string), 'utf8')
    const control = edifact ? null : (input.control ?? null)
    const receipt = await takeIn(doing, carrier, {
      content,
      list,
      control: list ? control : null,
      channel: 'http',
    })
    const headers = { 'iconet-message': receipt.message, 'iconet-state': receipt.state }
    if (receipt.state === 'received') return { status: 202 as const, headers, body: receipt }
    const answer = edifact && receipt.cusres !== null
    return {
      status: 200 as const,
      headers,
      body: answer
        ? new File([receipt.cusres ?? ''], 'answer.edi', { type: 'application/edifact' })
        : receipt,
    }
  },

  async collect(doing) {
    const carrier = await becomeGatewayOf(doing)
    const now = doing.ground.clock()
    return doing.tx.rows(
      z.object({
        id: z.uuid(),
        kind: z.enum(['962', '132']),
        at: z.string(),
        dueAt: z.string().nullable(),
        cusres: z.string(),
      }),
      sql`
        with fetched as (
        update person.answer set fetched_at = coalesce(fetched_at, ${now})
        where id in (select id from person.answer where carrier = ${carrier.id}
            and (kind = '132' and acknowledged_at is null
              or kind = '962' and fetched_at is distinct from at and coalesce(fetched_at, ${now}) > ${after(now, { hours: -fetchedAgain })})
          order by at, id limit 200)
        returning id, kind, at, due_at, cusres)
        select * from fetched order by at, id`,
    )
  },

  async take(doing, { carrier: code, channel, content }) {
    const carrier = await carrierNamed(doing.tx, code)
    return takeIn(doing, carrier, {
      content: Buffer.from(content, 'base64'),
      list: null,
      control: null,
      channel,
      ...(channel === 'folder' && { folder: code }),
    })
  },

  async process(doing, { id }) {
    doing.tx.note('carrier message', [id], 'LIMITED')
    const found = await waiting(doing, id)
    if (!found) return { state: (await one(doing.tx, id)).state }
    const carrier = await carrierWithId(doing.tx, found.carrier)
    const { said } = await readSent(found.content, found.list, carrier, doing.ground.clock())
    const { control, tries, before, folder } = found
    const { state } = await attempt(doing, carrier, { id, control, tries }, said, { before, atOnce: false })
    if (folder !== null && state !== 'received') await deliverSoon(doing, actorOf(doing).mandate, id)
    return { state }
  },

  async messages({ tx }, { state, flight, carrier, before }) {
    const found = await read(
      tx,
      join(
        [
          ...(state ? [sql`m.state = ${state}`] : []),
          ...(flight ? [sql`m.flight = ${flight}`] : []),
          ...(carrier ? [sql`c.code = ${carrier}`] : []),
          // Said also for the first page: the index by time holds what has one (flights.sql).
          sql`m.received_at < ${before ?? 'infinity'}`,
        ],
        'and',
      ),
    )
    tx.note(
      'carrier message',
      found.slice(0, page).map(each => each.id),
      'LIMITED',
    )
    return {
      items: found.slice(0, page),
      next: found.length > page ? (found[page - 1]?.receivedAt ?? null) : null,
    }
  },

  async message({ tx }, { id }) {
    const more = await tx.maybe(
      z.object({ findings: z.array(Finding), settledReason: z.string().nullable() }),
      sql`select findings, settled_reason from person.message where id = ${id}`,
    )
    return {
      ...(await one(tx, id)),
      findings: more?.findings ?? [],
      settledReason: more?.settledReason ?? null,
    }
  },

  async retry(doing, { id }) {
    const { tx, ground } = doing
    const { gateway } = await tx.row(
      z.object({ gateway: z.int().nullable() }),
      sql`
        update person.message m set state = 'received', tries = 0, settled_by = ${actorOf(doing).person}, settled_reason = null
        where id = ${id} and state = 'quarantined' returning person.gateway_of(owner_authority) as gateway`,
      'quarantined message',
    )
    if (gateway === null) throw noGateway()
    await ground.jobs.enqueue(
      tx,
      { operation: 'passengers.process', input: { id }, mandate: gateway, purpose: 'border-check' },
      { key: `passengers.process:${id}`, shared: true },
    )
    return one(tx, id)
  },

  async discard(doing, { id, reason }) {
    const { tx } = doing
    await tx.row(
      z.object({ id: z.uuid() }),
      sql`
        update person.message set state = 'discarded', settled_by = ${actorOf(doing).person}, settled_reason = ${reason}
        where id = ${id} and state = 'quarantined' returning id`,
      'quarantined message',
    )
    return one(tx, id)
  },

  async enterByHand(doing, { carrier: which, ...list }) {
    const { tx, ground } = doing
    const now = ground.clock()
    const carrier = await carrierWithId(tx, which)
    const sha256 = createHash('sha256')
      .update(JSON.stringify(SentList.parse(list)))
      .digest()
    const id = randomUUID()
    const control = `HAND-${now.toISOString()}`
    await tx.run(sql`
      insert into person.message (id, owner_authority, carrier, control, sha256, kind, channel, size, received_at, delete_at)
      values (${id}, ${carrier.authority}, ${carrier.id}, ${control}, ${sha256}, 'hand', 'hand', 0, ${now},
        ${after(now, deadlines.keepUnread)})`)
    const said = announcedList(list, carrier.code, 'hand', now.toISOString().slice(0, 10))
    try {
      // Screened as any list is, also against alerts that whoever typed it may not read.
      const done = await asGateway(doing, () =>
        processMessage(doing, carrier, { id, control }, [said], { before: [], atOnce: false }),
      )
      tx.note('carrier message', [id], 'LIMITED')
      return { message: id, control, state: 'processed' as const, repeated: false, ...done }
    } catch (error) {
      if (error instanceof Unreadable) throw new Problem('invalid-input', error.message)
      throw error
    }
  },
} satisfies Partial<Verbs<typeof passengers>>
