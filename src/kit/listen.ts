// What PostgreSQL tells on commit, for features that keep something of it in memory.
import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface Listening {
  /** Resolves when everything that was committed before the call has been handed on. */
  heard(): Promise<void>
  end(): Promise<void>
}

export interface Heed {
  told(payload: string): void
  /** The connection was lost and is there again: something may have been missed. */
  lost(): void
  failed(error: unknown): void
}

/** Listens to a channel on a connection of its own, with the settings of `pool`, and connects again when it breaks. */
export async function listen(pool: pg.Pool, channel: string, heed: Heed): Promise<Listening> {
  const waiting = new Map<string, () => void>()
  let client: pg.Client | undefined
  let ended = false
  const connect = async (): Promise<void> => {
    // A pool keeps its password where spreading does not find it.
    const { password } = pool.options
    const fresh = new pg.Client({
      ...pool.options,
      ...(password === undefined ? {} : { password }),
      application_name: `iconet ${channel}`,
    })
    fresh.on('error', error => heed.failed(error))
    fresh.on('notification', ({ payload = '' }) => {
      const token = waiting.get(payload)
      if (token) token()
      else heed.told(payload)
    })
    fresh.on('end', () => {
      client = undefined
      for (const resolve of waiting.values()) resolve()
      if (!ended) setTimeout(() => void again(), 500).unref()
    })
    await fresh.connect()
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = fresh
  }
  const again = async (): Promise<void> => {
    try {
      await connect()
      heed.lost()
    } catch (error) {
      heed.failed(error)
      if (!ended) setTimeout(() => void again(), 2000).unref()
    }
  }
  await connect()
  return {
    async heard() {
      if (!client) return
      // Notifications arrive in the order of their commits: when this one is back, all before it are.
      const token = randomUUID().replaceAll('-', '')
      const back = new Promise<void>(resolve => waiting.set(token, resolve))
      await client.query('select pg_notify($1, $2)', [channel, token])
      await back
      waiting.delete(token)
    },
    async end() {
      ended = true
      await client?.end()
    },
  }
}
