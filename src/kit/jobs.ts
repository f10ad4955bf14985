import { Logger as WorkerLogger, type Runner, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { Tx } from './db.ts'
import { sql } from './sql.ts'

/** A job is an operation of the contract, performed later, as a named mandate. There is no other kind. */
export const Job = z.object({
  operation: z.string(),
  input: z.unknown(),
  mandate: z.int(),
  purpose: z.string().optional(),
})
export type Job = z.infer<typeof Job> & { purpose?: Purpose }

export interface Jobs {
  /**
   * Queues the job in the caller's transaction: it exists when, and only when, that commits. `shared`: worth sharing among all
   * processes of the network at once (kit/shared-jobs.ts); the same job may then be performed twice, and must not mind.
   */
  enqueue(tx: Tx, job: Job, options?: { at?: Date; key?: string; shared?: boolean }): Promise<void>
}

export const jobs: Jobs = {
  async enqueue(tx, job, { at, key } = {}) {
    await tx.run(sql`select network.enqueue(${{ json: job }}, ${at ?? null}, ${key ?? null})`)
  },
}

/** Makes graphile-worker's own schema and lets the app role work in it. Run as the owner, before the features' tables. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new WorkerLogger(() => () => {}) })
  await pool.query(`
    grant usage on schema graphile_worker to iconet_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to iconet_app;
    grant usage on all sequences in schema graphile_worker to iconet_app;
    grant execute on all functions in schema graphile_worker to iconet_app;
    do $$ declare t regclass; begin
      for t in select c.oid from pg_class c where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
        execute format('drop policy if exists app on %s', t);
        execute format('create policy app on %s to iconet_app using (true) with check (true)', t);
      end loop;
    end $$;`)
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/**
 * Lets go of what workers that are gone held: without this a job in work when its process was killed waits for hours. Only where no
 * other process works the same queue.
 */
export async function freeJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)
}

/** Starts to work the queue; each job is handed to `perform`, and tried again later when that throws. */
export function workJobs(pool: pg.Pool, log: Logger, perform: (job: Job) => Promise<void>): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => log[levels[level]](message)),
    taskList: { perform: async payload => perform(Job.parse(payload) as Job) },
    // Nothing recurs by the clock alone: whatever is due has a job of its own at its time.
    parsedCronItems: [],
  })
}
