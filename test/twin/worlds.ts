import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import type { Event } from '#kit/events.ts'
import { openTestWeb } from '../browser-calls.ts'
import type { World } from '../world.ts'
import type { Call } from './script.ts'

/** Makes the second world row for row what the first is. */
export async function copyWorld(from: World, to: World): Promise<void> {
  const { rows } = await from.owner.query<{ name: string; serial: string | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), attname) from pg_attribute a
        where a.attrelid = c.oid and attidentity <> '' limit 1) as serial
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('network', 'work', 'person', 'stat', 'record')`)
  await to.owner.query(
    `begin; set local session_replication_role = replica; ${rows.map(({ name }) => `delete from ${name}`).join(';')}`,
  )
  for (const { name, serial } of rows) {
    const all = await from.owner.query<{ rows: string | null }>(
      `select jsonb_agg(to_jsonb(t))::text as rows from ${name} t`,
    )
    await to.owner.query(
      `insert into ${name} overriding system value select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [all.rows[0]?.rows ?? '[]'],
    )
    if (!serial) continue
    const last = await from.owner.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from ${serial}`,
    )
    await to.owner.query(`select setval($1, $2, $3)`, [serial, last.rows[0]?.last, last.rows[0]?.called])
  }
  await to.owner.query('commit')
}

/** One line of a transcript: what was asked, and all that came back. */
export interface Line {
  asked: string
  status: number
  headers: object
  body: string
}

export interface Transcript {
  lines: Line[]
  events: Event[]
  letters: string[]
}

/** Somebody without a right, at their desk: asks over HTTP, hears events, gets mail. */
export class Outsider {
  readonly #events: Event[] = []
  #bell = false
  readonly #person: number
  readonly #lines: Line[] = []
  readonly #world: World
  readonly #web: FastifyInstance
  readonly #cookie: string
  readonly #email: string
  readonly #stop: () => void

  private constructor(world: World, web: FastifyInstance, cookie: string, person: number, email: string) {
    this.#world = world
    this.#web = web
    this.#cookie = cookie
    this.#email = email
    this.#person = person
    this.#stop = world.ground.events.listen({
      person,
      tell: event => {
        if (event.topic === 'bell') this.#bell = true
        else this.#events.push(event)
      },
      close: () => this.#events.push({ topic: 'closed', id: '' }),
    })
  }

  static async at(world: World, web: FastifyInstance, persona: string): Promise<Outsider> {
    const actor = await world.actor(persona)
    const answer = await web.inject({
      method: 'POST',
      url: '/api/demo/sign-in',
      headers: { host: 'localhost:3000' },
      payload: { persona },
    })
    const cookie = String([answer.headers['set-cookie'] ?? []].flat()[0]).split(';')[0] ?? ''
    const { rows } = await world.owner.query<{ email: string | null }>(
      'select email from network.official where id = $1',
      [actor.person],
    )
    return new Outsider(world, web, cookie, actor.person, rows[0]?.email ?? '')
  }

  async ask({ method, path, body, file, purpose }: Call): Promise<void> {
    const form = file === undefined ? undefined : new FormData()
    form?.append('file', new File([file ?? ''], 'note.txt', { type: 'text/plain' }))
    const sent = form && new Response(form)
    const answer = await this.#web.inject({
      method,
      url: `/api${path}`,
      headers: {
        host: 'localhost:3000',
        cookie: this.#cookie,
        ...(purpose ? { 'iconet-purpose': purpose } : {}),
        ...(sent ? { 'content-type': sent.headers.get('content-type') ?? '' } : {}),
      },
      ...(sent ? { payload: Buffer.from(await sent.arrayBuffer()) } : body ? { payload: body } : {}),
    })
    const {
      date: _date,
      'content-length': _length,
      'x-correlation': _correlation,
      ...headers
    } = answer.headers
    this.#lines.push({ asked: `${method} ${path}`, status: answer.statusCode, headers, body: answer.body })
  }

  /** The whole of what this person has learnt. */
  async transcript(): Promise<Transcript> {
    // Announcements come in their order: when the bell is heard, all before it were.
    await this.#world.owner.query(`select network.announce('bell', '', array[$1::integer])`, [this.#person])
    await expect.poll(() => this.#bell).toBe(true)
    this.#stop()
    const folder = join(this.#world.folder, 'mail')
    const letters: string[] = []
    for (const name of (await readdir(folder).catch(() => [] as string[])).sort()) {
      const letter = await readFile(join(folder, name), 'utf8')
      if (this.#email && letter.includes(this.#email))
        letters.push(letter.replace(/^(Message-ID|Date):.*$/gm, ''))
    }
    return { lines: this.#lines, events: this.#events, letters }
  }
}

export const openWebs = async (...worlds: World[]): Promise<FastifyInstance[]> =>
  Promise.all(worlds.map(world => openTestWeb(world)))

/**
 * A transcript without what differs by itself: times, correlation, and ids, which are named by the order in which they first
 * appear. The numbers of entries in the record count everybody's acts: see `entryIds`.
 */
export function plain(transcript: Transcript): string {
  const names = new Map<string, string>()
  return entryIds(JSON.stringify(transcript))
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => {
      const name = names.get(id) ?? `id${names.size}`
      names.set(id, name)
      return name
    })
    .replace(/local-[0-9a-f]{16}/g, 'correlation')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'time')
}

/**
 * Entries of the record are numbered one after the other through the whole network, so that the gaps between one's own tell how
 * much others did, though not what. They are taken out here, and here only.
 */
const entryIds = (text: string): string =>
  text
    .replace(/\\"id\\":\d+,\\"at\\"/g, '\\"id\\":0,\\"at\\"')
    .replace(/\\"before\\":\d+/g, '\\"before\\":0')
    .replace(/(\\r\\n)\d+,(?=\d{4}-\d\d-\d\dT)/g, '$1entry,')
