import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import statics from '@fastify/static'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyRouter } from '@orpc/server'
import type { ORPCError } from '@orpc/server'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Actor } from '#vocabulary/actor.ts'
import { Purpose } from '#vocabulary/purpose.ts'
import { holdToAddress } from './addressed.ts'
import { isLoopback } from './config.ts'
import type { Ground } from './ground.ts'
import type { Context } from './perform.ts'
import { Problem, problemBody } from './problem.ts'

/** Largest body of a request: an attachment of 10 MB in its envelope. */
const bodyLimit = 12 * 1024 * 1024
const eightHours = 8 * 60 * 60

export interface Web {
  router: AnyRouter
  ground: Ground
  /** Who a session belongs to; null when it has ended or never was. `quietly`: without prolonging it. */
  actorOf(token: string, quietly?: boolean): Promise<Actor | null>
  /** OpenAPI 3.1 document. */
  openapi: () => Promise<object>
  /** Folder of the built web client; none in tests of the interface alone. */
  client?: string | undefined
  ready(): Promise<void>
}

// No inline script or style, nothing from elsewhere, and no string becomes a script (W3C CSP 3, Trusted Types).
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** The only user of Fastify: limits, cookies, origins, security headers; then everything goes to `perform`. */
export async function openWeb(web: Web): Promise<FastifyInstance> {
  const { ground } = web
  const secure = ground.config.origin?.startsWith('https:') ?? false
  const cookieName = secure ? '__Host-iconet' : 'iconet'
  const log: FastifyBaseLogger = ground.log
  const app = fastify({
    loggerInstance: log,
    // One line an answer, without the address: ours, below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  acceptBodies(app)

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'x-correlation': request.id })
    if (secure) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (ground.config.demo) refuseFromElsewhere(request)
    refuseForeign(request, ground.config.origin)
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the address itself: that may hold what officers searched for.
    const path = request.routeOptions.url ?? 'unknown'
    ground.log.info(
      {
        correlation: request.id,
        method: request.method,
        path,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    const json = String(reply.getHeader('content-type') ?? '').startsWith('application/json')
    if (json && reply.statusCode >= 400)
      reply.header('content-type', 'application/problem+json; charset=utf-8')
    return payload
  })
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answerProblem(reply, request, fromFastify(error)),
  )
  app.setNotFoundHandler((request, reply) => {
    // An address of a page, not of a file: the client finds out what stands there for this reader.
    const page =
      web.client && request.method === 'GET' && !/^\/api\/|\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (page) return reply.sendFile('index.html')
    return answerProblem(reply, request, new Problem('not-found', 'There is nothing at this address.'))
  })

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const token = request.cookies[cookieName] ?? null
    return {
      ground,
      actor: token ? await web.actorOf(token) : null,
      purpose: Purpose.safeParse(request.headers['iconet-purpose']).data,
      submission: oneHeader(request.headers['idempotency-key']),
      correlation: request.id,
      session: {
        token,
        set(fresh) {
          const shape = { path: '/', httpOnly: true, secure, sameSite: 'strict' as const }
          if (fresh) reply.setCookie(cookieName, fresh, { ...shape, maxAge: eightHours })
          else reply.clearCookie(cookieName, shape)
        },
        address: request.ip,
        agent: request.headers['user-agent'] ?? '',
        bearer: bearerOf(request.headers.authorization),
        retryAfter: seconds => void reply.header('retry-after', String(Math.ceil(seconds))),
      },
    }
  }

  const handler = new OpenAPIHandler(web.router, {
    // What stands in an address is text; the contract says what is a number, a list or a yes.
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    clientInterceptors: [
      async options => {
        const { pathname, correlation } = options.context as Context & { pathname: string }
        try {
          holdToAddress(options.procedure['~orpc'].route.path ?? '', pathname, options.input)
        } catch (error) {
          if (error instanceof Problem) error.data.correlation = correlation
          throw error
        }
        return options.next()
      },
    ],
    customErrorResponseBodyEncoder: error => problemBody(fromOrpc(error)),
  })
  app.get('/health', async () => ({ status: 'alive' }))
  app.get('/ready', async (request, reply) => {
    try {
      await web.ready()
      return { status: 'ready' }
    } catch {
      return answerProblem(reply, request, new Problem('unavailable'))
    }
  })
  app.get('/api/openapi.json', async () => web.openapi())
  app.get('/api/events', async (request, reply) =>
    stream(request, reply, web, await contextOf(request, reply)),
  )
  app.all('/api/*', async (request, reply) => {
    const pathname = (request.url.split('?')[0] ?? '').slice('/api'.length)
    const context = { ...(await contextOf(request, reply)), pathname }
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context })
    if (!matched)
      return answerProblem(
        reply,
        request,
        new Problem('not-found', 'There is no such operation. See /api/openapi.json.'),
      )
  })
  if (web.client) await serveClient(app, web.client)
  return app
}

/** Largest UN/EDIFACT interchange; a full A380 with everything about everybody is under 2 MB. */
const edifactLimit = 8 * 1024 * 1024

interface Kind {
  type: string
  /** What it is for, in the sentence that refuses all others. */
  serves?: string
  /** None: Fastify reads it, as JSON. */
  read?: { limit: number; body: (body: Buffer, type: string) => Promise<unknown> }
}

/** JSON; for files, multipart forms; for what carriers send, UN/EDIFACT (RFC 1767), which goes on as a file, byte for byte. */
const kinds: readonly Kind[] = [
  { type: 'application/json' },
  { type: 'multipart/form-data', serves: 'for files', read: { limit: bodyLimit, body: readForm } },
  {
    type: 'application/edifact',
    serves: 'for messages of carriers',
    read: {
      limit: edifactLimit,
      body: async body => new File([new Uint8Array(body)], 'message.edi', { type: 'application/edifact' }),
    },
  },
]

const otherKind = `Send ${new Intl.ListFormat('en', { type: 'disjunction' }).format(
  kinds.map(({ type, serves }) => (serves ? `${type} ${serves}` : type)),
)}.`

/** Everything that is none of these kinds is refused before it is read (415). */
function acceptBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  for (const { type, read } of kinds)
    if (read)
      app.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit: read.limit },
        (request: FastifyRequest, body: Buffer) => read.body(body, request.headers['content-type'] ?? ''),
      )
}

async function readForm(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Problem(
      'invalid-input',
      'The form could not be read. Send multipart/form-data with its boundary.',
    )
  }
}

/**
 * The demonstration answers this machine only. A name that merely resolves to it (DNS rebinding) or a proxy in front would
 * let others in by one click.
 */
function refuseFromElsewhere({ hostname, ip, headers }: FastifyRequest): void {
  const here = isLoopback(hostname.replace(/^\[|\]$/g, '')) && isLoopback(ip.replace(/^::ffff:/, ''))
  if (!here || headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
    throw new Problem('foreign-origin', 'The demonstration answers on this machine only, at localhost.')
}

/** A browser says where a request comes from. One that changes something must come from our own pages. */
function refuseForeign(request: FastifyRequest, origin: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const from = request.headers.origin
  const own = origin ?? `${request.protocol}://${request.headers.host}`
  const site = request.headers['sec-fetch-site']
  if (
    (from !== undefined && from !== own) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  )
    throw new Problem('foreign-origin', 'This request came from another site and was not carried out.')
}

/** `Authorization: Bearer KEY` (RFC 6750, section 2.1). */
const bearerOf = (header: string | undefined): string | null =>
  /^Bearer ([\w~+/.-]{20,200}=*)$/i.exec(header ?? '')?.[1] ?? null

const oneHeader = (value: string | string[] | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !/^[\w-]{8,100}$/.test(value))
    throw new Problem(
      'invalid-input',
      'Idempotency-Key must be 8 to 100 letters, digits, hyphens or underscores.',
    )
  return value
}

/** Server-sent events (WHATWG HTML §9.2): ids only, closed as soon as the session or mandate changes. */
function stream(request: FastifyRequest, reply: FastifyReply, web: Web, { actor, session }: Context) {
  if (!actor) throw new Problem('sign-in-needed')
  if (actor.termsDue) throw new Problem('terms-needed')
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'x-accel-buffering': 'no',
  })
  raw.write(': open\n\n')
  // A change is announced and closes the stream at once; a session or mandate that merely runs out is found here.
  const look = async () => {
    const still = session?.token ? await web.actorOf(session.token, true).catch(() => actor) : null
    if (!still) close()
    else if (!raw.writableEnded) raw.write(': beat\n\n')
  }
  const beat = setInterval(() => void look(), 20_000)
  // Two announcements may come together; what has ended is not written to again.
  const close = () => {
    clearInterval(beat)
    stop()
    if (!raw.writableEnded) raw.end('event: closed\ndata: {}\n\n')
  }
  const stop = web.ground.events.listen({
    person: actor.person,
    tell: event => raw.write(`data: ${JSON.stringify(event)}\n\n`),
    close,
  })
  raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
}

/** Files with a hash in their name never change; the page itself is asked for each time. */
async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(statics, {
    root: folder,
    // Its own would stand in the place of ours.
    cacheControl: false,
    setHeaders(reply, path) {
      const forever = path.includes('/assets/')
      void reply.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

function answerProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem) {
  return reply.status(problem.status).send(problemBody(problem, request.id))
}

/** What is not HTTP at all, has too large a head or never ends: answered as every other problem, then hung up. */
function answerUnreadable(_error: Error, socket: Socket): void {
  if (socket.writable) {
    const id = randomUUID()
    const problem = new Problem('invalid-input', 'The request could not be read, or did not end in time.')
    const body = JSON.stringify(problemBody(problem, id))
    const headers = {
      ...securityHeaders,
      'x-correlation': id,
      'cache-control': 'no-store',
      connection: 'close',
    }
    const head = Object.entries({
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`HTTP/1.1 400 Bad Request\r\n${head.join('')}\r\n${body}`)
  }
  socket.destroySoon()
}

/** Fastify's own refusals, in our words. */
function fromFastify(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem(
      'too-large',
      'The body is too large: at most 12 MB, an attachment 10 MB, an EDIFACT message 8 MB. Send it in parts.',
    )
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('wrong-content-type', otherKind)
  if (error.statusCode && error.statusCode < 500)
    return new Problem(
      'invalid-input',
      'The request could not be read. Check that the body is well-formed JSON.',
    )
  return new Problem('unexpected')
}

function fromOrpc(error: ORPCError<string, unknown>): Problem {
  if (error instanceof Problem) return error
  return error.status < 500
    ? new Problem('invalid-input', 'The request could not be read. Check its address and body.')
    : new Problem('unexpected')
}
