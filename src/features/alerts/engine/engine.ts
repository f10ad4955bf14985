// The alerts in force, held ready in memory for screening: one index in shared memory, threads that ask it, and changes that reach
// all of them within a second. It knows no reader: what it finds are ids, and the caller reads the alerts behind them under
// their own rights and purpose, so that an alert that is not theirs does not exist for them.
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { ColumnsBuilder } from '#core/match/columns.ts'
import type { Columns } from '#core/match/columns.ts'
import type { Hit, ScreenOptions } from '#core/match/matcher.ts'
import type { AlertRecord, PassengerRecord } from '#core/match/records.ts'
import type { Ground } from '#kit/ground.ts'
import { listen } from '#kit/listen.ts'
import { placeOf } from '#kit/place-of.ts'
import { sql } from '#kit/sql.ts'
import { type Pool, startPool } from './pool.ts'

export interface Engine {
  /**
   * Screens people against every alert in force, in the order they are given.
   * @returns for each the hits, best first. `hit.alert` is `<alert uuid>/<number of the identity>`.
   */
  screen(people: readonly PassengerRecord[], options?: ScreenOptions): Promise<Hit[][]>
  /** How many identities are held. */
  readonly count: number
  /** Resolves when every change that was committed before the call is seen by every thread. */
  settled(): Promise<void>
}

/** After so many changes the index is built anew, in a thread and without a pause. */
const mostPending = 4000
/** Rows read at a time. */
const page = 20_000

/** Milliseconds within which a change reaches every thread. */
const mostWaited = 1000

/** Waits until what was committed before is in every thread; not for ever, for whoever asks holds a transaction meanwhile. */
export const settledSoon = (engine: Engine): Promise<void> =>
  Promise.race([engine.settled(), wait(mostWaited, undefined, { ref: false })])

const engines = new WeakMap<Ground['db'], Promise<Engine>>()

/** The engine of this process; started when first asked for, stopped with the ground. */
export function engineOf(ground: Ground): Promise<Engine> {
  const running = engines.get(ground.db)
  if (running) return running
  const starting = start(ground)
  engines.set(ground.db, starting)
  starting.catch(() => engines.delete(ground.db))
  // From here on: a network that stops while the alerts are still being loaded must end the engine, too.
  ground.atStop.push(() =>
    starting.then(
      engine => engine.end(),
      () => undefined,
    ),
  )
  return starting
}

async function start(ground: Ground): Promise<Engine & { end(): Promise<void> }> {
  let changes = Promise.resolve()
  let building: Promise<void> | undefined
  const follow = (work: () => Promise<void>): void => {
    changes = changes
      .then(work)
      .catch((error: unknown) => ground.log.error(placeOf(error), 'changes of alerts could not be taken in'))
  }
  // Connections of its own: a transaction that waits for the engine holds one of the others.
  const db = ground.db.apart(2)
  // First listen, then load: a change that commits in between is read once more, never missed.
  const listening = await listen(db.pool, 'iconet_alerts', {
    told: payload => follow(() => take(payload.split(',').filter(id => /^[0-9a-f-]{36}$/.test(id)))),
    lost: () => follow(async () => pool.use(await everything(db))),
    failed: error => ground.log.error(placeOf(error), 'changes of alerts cannot be heard'),
  })
  const pool: Pool = startPool(await everything(db), ground.config.screeningThreads)
  const take = async (ids: readonly string[]): Promise<void> => {
    await pool.change({ ids, fresh: await these(db, ids) })
    if (pool.pending > mostPending && !building)
      building = pool
        .rebuild()
        .catch((error: unknown) => ground.log.error(placeOf(error), 'the index could not be built anew'))
        .finally(() => (building = undefined))
  }
  return {
    screen: (people, options = {}) => pool.screen(people, options),
    get count() {
      return pool.count
    },
    async settled() {
      await listening.heard()
      await changes
    },
    async end() {
      await listening.end()
      await changes
      await pool.close()
      await db.end()
    },
  }
}

const Row = z.object({
  id: z.string(),
  names: z.array(
    z.object({ family: z.string().nullish(), given: z.string().nullish(), full: z.string().nullish() }),
  ),
  birth: z.string().nullable(),
  nationalities: z
    .array(z.string())
    .nullable()
    .transform(codes => codes ?? []),
  sex: z.string().nullable(),
  documents: z
    .array(z.object({ type: z.string().nullish(), number: z.string(), issuer: z.string().nullish() }))
    .nullable()
    .transform(documents => documents ?? []),
})

// `person.alerts_to_screen` is granted to the role the server logs in as, and not to the one each official's transaction takes on:
// these two are the only places that call it.

/** All identities in force, as columns; read page by page so that a million need no second copy. */
async function everything(db: Ground['db']): Promise<Columns> {
  const builder = new ColumnsBuilder()
  const all = sql`select id, names, birth, nationalities, sex, documents from person.alerts_to_screen(null)`
  for await (const rows of db.pages(Row, all, page)) for (const row of rows) builder.add(row)
  return builder.freeze()
}

async function these(db: Ground['db'], ids: readonly string[]): Promise<AlertRecord[]> {
  const found = await db.beforehand(
    z.object({ alerts: z.array(Row) }),
    sql`select coalesce(jsonb_agg(to_jsonb(a)), '[]') as alerts from person.alerts_to_screen(${ids}::uuid[]) a`,
  )
  return found?.alerts ?? []
}
