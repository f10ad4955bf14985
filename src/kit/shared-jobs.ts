// Jobs that several processes share through NATS JetStream: one rings, whichever is free takes it, and a job whose taker dies is
// given to another within seconds. The database's queue stays beneath as a net: a job that nobody took in time is done from there.
import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  AckPolicy,
  type JsMsg,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { connect, nanos } from '@nats-io/transport-node'
import type { Logger } from 'pino'
import { Job, type Jobs } from './jobs.ts'
import { placeOf } from './place-of.ts'

const stream = 'ICONET_JOBS'
const subject = 'iconet.jobs'
const durable = 'workers'
/** Without a sign of life for so long, a job is given to another process. */
const patience = 10_000
/** Jobs in work at once in one process. */
const most = 4
/** The net beneath: by then a job that is still waiting is done from the database's queue. */
const net = 60_000

export interface SharedJobs {
  jobs: Jobs
  /** Takes jobs until `end`, a few at a time; one that throws is tried again later. */
  work(perform: (job: Job) => Promise<void>): Promise<void>
  end(): Promise<void>
}

/**
 * Joins the processes that share jobs. What travels is a job as it stands in the database, ids and a mandate, signed with a secret
 * that the processes of one network have in common: whoever else can write to NATS can make nobody do anything.
 * @throws Error when NATS cannot be reached or has no JetStream.
 */
export async function shareJobs(
  url: string,
  secret: string,
  beneath: Jobs,
  log: Logger,
): Promise<SharedJobs> {
  const connection = await connect({ servers: url, name: 'iconet', maxReconnectAttempts: -1 })
  const manager = await jetstreamManager(connection)
  const wanted = {
    subjects: [subject],
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    max_age: nanos(60 * 60 * 1000),
    duplicate_window: nanos(2 * 60 * 1000),
  }
  await manager.streams.info(stream).catch(() => manager.streams.add({ name: stream, ...wanted }))
  await manager.consumers.info(stream, durable).catch(() =>
    manager.consumers.add(stream, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(patience),
      max_deliver: 20,
    }),
  )
  const signer = createHmac('sha256', secret).update('iconet shared jobs').digest()
  const sign = (text: string): string => createHmac('sha256', signer).update(text).digest('base64url')
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()

  return {
    jobs: {
      async enqueue(tx, job, options = {}) {
        const { at, shared } = options
        if (!shared || (at && at.getTime() > Date.now())) return beneath.enqueue(tx, job, options)
        await beneath.enqueue(tx, job, { ...options, at: new Date(Date.now() + net) })
        const text = JSON.stringify(Job.parse(job))
        tx.afterwards(() => {
          jetstream(connection)
            .publish(subject, JSON.stringify({ text, signed: sign(text) }))
            // The net beneath has it.
            .catch((error: unknown) => log.warn(placeOf(error), 'a job could not be shared'))
        })
      },
    },
    async work(perform) {
      const consumer = await jetstream(connection).consumers.get(stream, durable)
      const messages = await consumer.consume({ max_messages: most })
      stopping.signal.addEventListener('abort', () => void messages.close())
      const handle = async (message: JsMsg): Promise<void> => {
        const job = signedJob(message.string(), sign)
        if (!job) {
          log.error({ subject: message.subject }, 'a job that nobody signed was thrown away')
          message.term()
          return
        }
        const alive = setInterval(() => message.working(), patience / 3)
        try {
          await perform(job)
          message.ack()
        } catch (error) {
          log.warn({ operation: job.operation, ...placeOf(error) }, 'a shared job will be tried again')
          message.nak(1000)
        } finally {
          clearInterval(alive)
        }
      }
      working = (async () => {
        const inWork = new Set<Promise<void>>()
        for await (const message of messages) {
          const one: Promise<void> = handle(message).finally(() => inWork.delete(one))
          inWork.add(one)
          if (inWork.size >= most) await Promise.race(inWork)
        }
        await Promise.all(inWork)
      })()
    },
    async end() {
      stopping.abort()
      await working
      await connection.drain()
    },
  }
}

/** The job in a message, when one of our own processes signed it. */
function signedJob(message: string, sign: (text: string) => string): Job | undefined {
  try {
    const { text, signed } = JSON.parse(message) as { text: string; signed: string }
    const [given, right] = [Buffer.from(signed), Buffer.from(sign(text))]
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
    return Job.parse(JSON.parse(text)) as Job
  } catch {
    return undefined
  }
}
