import type { FastifyInstance, InjectOptions } from 'fastify'
import { expect } from 'vitest'
import { problems } from '#kit/problem.ts'
import type { World } from '../world.ts'

/** What came back. */
export interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at whatever came back
  body: any
  text: string
  headers: Record<string, unknown>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
// What an answer must never show: a stack, a statement, the names of tables, roles and constraints, our own files.
const inner =
  /\n\s+at |node_modules|\.ts:\d|\.js:\d|iconet_(app|member|keeper|owner)|violates|constraint|row-level|SQLSTATE|syntax error|(network|work|record|stat|person)\.[a-z]+_?[a-z]* |insert into|update .* set |pg_|ECONN/i

/** Holds every answer to what all answers promise: security headers, a problem in its shape, nothing of what is inside. */
export function holds(answer: Answer, what: string): Answer {
  const { status, headers, body, text } = answer
  expect(headers, what).toMatchObject(always)
  expect(String(headers['content-security-policy']), what).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  )
  expect(headers['x-correlation'], what).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers['x-powered-by'], what).toBeUndefined()
  expect(headers.server, what).toBeUndefined()
  expect(headers['access-control-allow-origin'], what).toBeUndefined()
  if (status >= 400) {
    expect(status, `${what}: ${text}`).not.toBe(500)
    expect(headers['content-type'], what).toBe('application/problem+json; charset=utf-8')
    const code = body.code as keyof typeof problems
    expect(Object.keys(problems), what).toContain(code)
    expect(body, what).toMatchObject({
      type: `/problems/${code}`,
      status: problems[code][0],
      title: problems[code][1],
    })
    expect(status, what).toBe(problems[code][0])
    expect(body.detail, what).toMatch(/^[A-Z“].*[.?!]$/s)
    expect(body.instance, what).toBe(headers['x-correlation'])
    expect(text, what).not.toMatch(inner)
  }
  return answer
}

/** One browser on the network's own page, or whatever else sends a request: every answer is held to what all promise. */
export class Asker {
  cookie: string | undefined
  readonly #web: FastifyInstance
  constructor(web: FastifyInstance) {
    this.#web = web
  }

  async send(
    method: Method,
    path: string,
    more: Omit<InjectOptions, 'method' | 'url'> = {},
  ): Promise<Answer> {
    const answer = await this.#web.inject({
      method,
      url: `/api${path}`,
      ...more,
      headers: { host: 'localhost:3000', ...(this.cookie ? { cookie: this.cookie } : {}), ...more.headers },
    })
    const set = [answer.headers['set-cookie'] ?? []].flat()[0]
    if (set) this.cookie = set.split(';')[0]
    const json = String(answer.headers['content-type']).includes('json')
    return holds(
      {
        status: answer.statusCode,
        body: json && answer.body ? answer.json() : answer.body,
        text: answer.body,
        headers: answer.headers,
      },
      `${method} ${path} ${JSON.stringify(more).slice(0, 300)}`,
    )
  }

  get = (path: string) => this.send('GET', path)
  /** Sends JSON; a string goes as it is. */
  json = (method: Method, path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.send(method, path, {
      payload: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    this.json('POST', path, body, headers)

  async be(persona: string): Promise<this> {
    expect((await this.post('/demo/sign-in', { persona })).status).toBe(200)
    return this
  }
}

/** What an answer tells, but for the reference that differs each time. */
export const told = ({ status, text, headers }: Answer): string =>
  `${status} ${text.replaceAll(String(headers['x-correlation']), 'correlation')}`

/** Everything that is stored but for sessions and the record of who asked: the same before and after what changes nothing. */
export async function stored({ owner }: World): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('network', 'work', 'person', 'stat') and c.relname not in ('session', 'challenge')`)
  const sums = rows.map(
    ({ name }) => `select '${name} ' || md5(string_agg(t::text, ',' order by t::text)) from ${name} t`,
  )
  const all = await owner.query<{ line: string }>(
    `select string_agg(line, ' ' order by line) as line from (${sums.join(' union all ')}) all_of (line)`,
  )
  return all.rows[0]?.line ?? ''
}
