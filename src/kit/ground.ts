import type { Logger } from 'pino'
import type { Blobs } from './blobs.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Events } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { Mailer } from './mailer.ts'

/** What every verb can stand on. Made once in `app/`, handed down; nobody reaches for a global. */
export interface Ground {
  config: Config
  db: Db
  events: Events
  jobs: Jobs
  blobs: Blobs
  mailer: Mailer
  log: Logger
  clock: () => Date
  /** What to end before the ground goes, last come first: threads and connections of a feature's own. */
  atStop: (() => Promise<unknown>)[]
}
