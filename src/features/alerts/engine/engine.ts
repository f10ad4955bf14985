// The alerts in force, held ready in memory for screening: one index in shared memory, threads that ask it, and changes that reach
// all of them within a second. It knows no reader: what it finds are ids, and the caller reads the alerts behind them under
// their own rights and purpose, so that an alert that is not theirs does not exist for them.
import type pg from 'pg'
import { ColumnsBuilder } from '#core/match/columns.ts'
import type { Columns } from '#core/match/columns.ts'
import type { Hit, ScreenOptions } from '#core/match/matcher.ts'
import type { AlertRecord, PassengerRecord } from '#core/match/records.ts'
import type { Ground } from '#kit/ground.ts'
import { listenForChanges } from './changes.ts'
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

const engines = new WeakMap<Ground['db'], Promise<Engine>>()

/** The engine of this process; started when first asked for, stopped with the ground. */
export function engineOf(ground: Ground): Promise<Engine> {
  const running = engines.get(ground.db)
  if (running) return running
  const starting = start(ground)
  engines.set(ground.db, starting)
  starting.catch(() => engines.delete(ground.db))
  return starting
}

async function start(ground: Ground): Promise<Engine> {
  let changes = Promise.resolve()
  let building: Promise<void> | undefined
  const follow = (work: () => Promise<void>): void => {
    changes = changes
      .then(work)
      .catch((error: unknown) => ground.log.error({ error }, 'changes of alerts could not be taken in'))
  }
  // First listen, then load: a change that commits in between is read once more, never missed.
  const listening = await listenForChanges(ground.db.pool, {
    changed: ids => follow(() => take(ids)),
    lost: () => follow(async () => pool.use(await everything(ground.db.pool))),
    failed: error => ground.log.error({ error }, 'changes of alerts cannot be heard'),
  })
  const pool: Pool = startPool(await everything(ground.db.pool), ground.config.screeningThreads)
  const take = async (ids: readonly string[]): Promise<void> => {
    await pool.change({ ids, fresh: await these(ground.db.pool, ids) })
    if (pool.pending > mostPending && !building)
      building = pool
        .rebuild()
        .catch((error: unknown) => ground.log.error({ error }, 'the index could not be built anew'))
        .finally(() => (building = undefined))
  }
  ground.atStop.push(async () => {
    await listening.end()
    await changes
    await pool.close()
  })
  return {
    screen: (people, options = {}) => pool.screen(people, options),
    get count() {
      return pool.count
    },
    async settled() {
      await listening.heard()
      await changes
    },
  }
}

interface Row {
  id: string
  names: AlertRecord['names']
  birth: string | null
  nationalities: string[] | null
  sex: string | null
  documents: AlertRecord['documents']
}

const record = ({ id, names, birth, nationalities, sex, documents }: Row): AlertRecord => ({
  id,
  names,
  birth,
  nationalities: nationalities ?? [],
  sex,
  documents: documents ?? [],
})

// `person.alerts_to_screen` is granted to the role the server logs in as, and not to the one each official's transaction takes on:
// these two are the only places that call it.

/** All identities in force, as columns; read page by page so that a million need no second copy. */
async function everything(pool: pg.Pool): Promise<Columns> {
  const builder = new ColumnsBuilder()
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query(
      'declare alerts no scroll cursor for select id, names, birth, nationalities, sex, documents from person.alerts_to_screen(null)',
    )
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${page} from alerts`)
      for (const row of rows) builder.add(record(row))
      if (rows.length < page) break
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
  return builder.freeze()
}

async function these(pool: pg.Pool, ids: readonly string[]): Promise<AlertRecord[]> {
  const { rows } = await pool.query<Row>(
    'select id, names, birth, nationalities, sex, documents from person.alerts_to_screen($1::uuid[])',
    [ids],
  )
  return rows.map(record)
}
