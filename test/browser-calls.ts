import type { FastifyInstance } from 'fastify'
import { actorOfSession } from '#features/access/sessions.ts'
import { router } from '#app/features.ts'
import { openWeb } from '#kit/http.ts'
import type { World } from './world.ts'

/** A server over a test's world, without a listening port unless one is asked for; with the built pages of a folder, if any. */
export const openTestWeb = ({ ground }: World, client?: string): Promise<FastifyInstance> =>
  openWeb({
    client,
    router,
    ground,
    actorOf: (token, quietly) => actorOfSession(ground, token, quietly),
    openapi: async () => ({}),
    ready: async () => {},
  })

export interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at whatever came back
  body: any
  headers: Record<string, unknown>
}

/** What an answer tells, without the reference that differs each time. */
export const told = ({ status, body }: Answer) => ({ status, body: { ...body, instance: undefined } })

let browsers = 0

/** One browser: keeps its cookie, sends JSON from the server's own pages. */
export class Browser {
  cookie: string | undefined
  /** An address of its own, so that one browser's failed tries do not slow down another's. */
  readonly #address = `127.1.${browsers >> 8}.${browsers++ & 255}`
  readonly #web: FastifyInstance
  readonly #headers: Record<string, string>

  constructor(web: FastifyInstance, headers: Record<string, string> = {}) {
    this.#web = web
    this.#headers = headers
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Answer> {
    const answer = await this.#web.inject({
      method,
      url: `/api${path}`,
      remoteAddress: this.#address,
      headers: { host: 'localhost:3000', ...this.#headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(body ? { payload: body } : {}),
    })
    const set = [answer.headers['set-cookie'] ?? []].flat()[0]
    if (set) this.cookie = set.split(';')[0]
    const json = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }

  get = (path: string) => this.call('GET', path)
  post = (path: string, body: object = {}) => this.call('POST', path, body)

  /** Signs in as one of the demonstration's people. */
  async be(persona: string): Promise<Answer> {
    return this.post('/demo/sign-in', { persona })
  }
}
