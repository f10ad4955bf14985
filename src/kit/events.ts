import pg from 'pg'
import { z } from 'zod'

/** What travels: a topic and an id, never content. Each reader looks again under their own rights. */
export const Event = z.object({ topic: z.string(), id: z.string() })
export type Event = z.infer<typeof Event>

const Announced = Event.extend({ to: z.array(z.int()) })

export interface Listener {
  person: number
  tell(event: Event): void
  close(): void
}

export interface Events {
  /** Hears events for one person until the returned function is called. */
  listen(listener: Listener): () => void
  /** How many streams are open. */
  readonly open: number
  end(): Promise<void>
}

/**
 * One database connection listens for the whole process and hands each event to the people it is for. An event on the
 * topic `access` closes the person's streams: their mandate or session has changed.
 */
export async function openEvents(
  connection: pg.ClientConfig,
  onError: (error: unknown) => void,
): Promise<Events> {
  const listeners = new Map<number, Set<Listener>>()
  let client: pg.Client | undefined
  let ended = false

  const hear = ({ payload }: pg.Notification) => {
    const { to, ...event } = Announced.parse(JSON.parse(payload ?? 'null'))
    for (const person of to) {
      for (const listener of listeners.get(person) ?? []) {
        if (event.topic === 'access') listener.close()
        else listener.tell(event)
      }
    }
  }
  const connect = async () => {
    const fresh = new pg.Client({ application_name: 'iconet events', ...connection })
    fresh.on('notification', hear)
    fresh.on('error', onError)
    fresh.on('end', () => {
      if (ended) return
      // What was announced meanwhile is lost, so readers reconnect and look again.
      for (const of of listeners.values()) for (const listener of of) listener.close()
      setTimeout(() => void connect().catch(onError), 500).unref()
    })
    await fresh.connect()
    await fresh.query('listen iconet')
    client = fresh
  }
  await connect()

  return {
    listen(listener) {
      const mine = listeners.get(listener.person) ?? new Set()
      listeners.set(listener.person, mine.add(listener))
      return () => {
        mine.delete(listener)
        if (mine.size === 0) listeners.delete(listener.person)
      }
    },
    get open() {
      return [...listeners.values()].reduce((sum, set) => sum + set.size, 0)
    },
    async end() {
      ended = true
      for (const of of listeners.values()) for (const listener of of) listener.close()
      await client?.end()
    },
  }
}
