import { createHash } from 'node:crypto'
import pg from 'pg'
import type { z } from 'zod'
import type { Actor } from '#vocabulary/actor.ts'
import { type Marking, markingLevel } from '#vocabulary/marking.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { notFound } from './problem.ts'
import type { Sql } from './sql.ts'

// Times leave the database as ISO 8601 in UTC, dates as days, counts and identifiers as numbers.
const types = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, utc],
  [pg.types.builtins.DATE, text => text],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
])
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    types.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/**
 * A `timestamptz` as PostgreSQL writes it (`2026-11-22 12:32:07.86+00`) as `2026-11-22T12:32:07.860Z`.
 * @throws RangeError for what is no moment of our calendar: `infinity`, years before Christ or beyond 9999.
 */
function utc(text: string): string {
  // From a server in UTC and of a year of four digits the pieces are there already: the calendar takes thirty times as long, and
  // a list of fifty has two hundred times.
  if (text.endsWith('+00') && text[4] === '-')
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

/** What of a transaction's reading and acting goes into the record. */
export interface Noted {
  subject: string | null
  ids: string[]
  marking: Marking
  /** Who signed in during this transaction; its entry in the record is theirs. */
  actor: Actor | null
  /** The purpose taken on with that, where the caller could state none. */
  purpose?: Purpose
}

/** One transaction, in the name of one official. Rows they may not see do not exist in it. */
export interface Tx {
  readonly actor: Actor | null
  /** All rows, each parsed with the schema. Columns in snake_case become fields in camelCase. */
  rows<S extends z.ZodType>(schema: S, query: Sql): Promise<z.infer<S>[]>
  /** Exactly one row. @throws Problem `not-found` (naming `what`) when there is none. */
  row<S extends z.ZodType>(schema: S, query: Sql, what?: string): Promise<z.infer<S>>
  /** The first row, or undefined. */
  maybe<S extends z.ZodType>(schema: S, query: Sql): Promise<z.infer<S> | undefined>
  /** Runs a statement; gives the number of rows it touched. */
  run(query: Sql): Promise<number>
  /** A statement to run last, sent together with the commit: when it fails, nothing of the transaction stays. */
  last(query: Sql): void
  /** Says for the record what was read or acted upon, and how it is marked. */
  note(subject: string, ids: readonly (string | number)[], marking?: Marking): void
  /**
   * From here on the transaction acts as this official, who has just proved who they are. For signing in, and for the
   * gateway of an authority that takes what a party with a key sends, under the one purpose that has.
   */
  become(actor: Actor, purpose?: Purpose): Promise<void>
  /** Does something once the transaction has committed, and not at all when it has not. */
  afterwards(work: () => void): void
  readonly noted: Noted
}

export interface Db {
  /**
   * Runs `work` in one transaction as the actor (null: before sign-in), under the stated purpose.
   * @throws whatever `work` throws, after rolling back.
   */
  as<T>(actor: Actor | null, work: (tx: Tx) => Promise<T>, purpose?: Purpose): Promise<T>
  /**
   * One statement as the role the server logs in as, in one round trip. It may call what is granted to that role by name (who a
   * session belongs to) and can see no table.
   */
  beforehand<S extends z.ZodType>(schema: S, query: Sql): Promise<z.infer<S> | undefined>
  /** All rows of such a statement, `size` at a time and never all at once. It takes no values. */
  pages<S extends z.ZodType>(schema: S, query: Sql, size: number): AsyncGenerator<z.infer<S>[]>
  /** The same database over connections of its own: for what transactions wait for while they hold theirs. */
  apart(most: number): Db
  readonly pool: pg.Pool
  end(): Promise<void>
}

/** Connects as the app role. */
export function openDb(connection: pg.PoolConfig): Db {
  // Statements are sent without waiting for the answer to the one before: over a line each wait is a round trip.
  const pool = new pg.Pool({
    max: 12,
    pipeline: true,
    types: parsers,
    application_name: 'iconet',
    ...connection,
  })
  // An idle connection that the server closes must not end the process; the next query says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return {
    pool,
    end: () => pool.end(),
    as: (actor, work, purpose) => as(pool, actor, work, purpose),
    async beforehand(schema, query) {
      const [row] = rowsOf(await pool.query<unknown[]>(prepared(query)))
      return row && schema.parse(row)
    },
    pages: (schema, query, size) => pages(pool, schema, query, size),
    apart: most => {
      // A pool keeps its password where spreading does not find it.
      const { password } = pool.options
      return openDb({ ...pool.options, ...(password === undefined ? {} : { password }), max: most })
    },
  }
}

async function* pages<S extends z.ZodType>(pool: pg.Pool, schema: S, query: Sql, size: number) {
  const client = await pool.connect()
  try {
    await client.query(`begin read only; declare page no scroll cursor for ${query.text}`)
    for (;;) {
      const rows = rowsOf(
        await client.query<unknown[]>({ text: `fetch ${size} from page`, rowMode: 'array' }),
      )
      yield rows.map(row => schema.parse(row))
      if (rows.length < size) return
    }
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function as<T>(
  pool: pg.Pool,
  actor: Actor | null,
  work: (tx: Tx) => Promise<T>,
  purpose?: Purpose,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Goes out with the first statement. Both settings are an integer and a word of a closed list: nothing can be injected.
    const begun = client.query(`begin; set local role iconet_member; ${entering(actor, purpose)}`)
    // Its failure is told by whatever waits for it: a statement, or the commit.
    begun.catch(() => {})
    const rest: (() => void)[] = []
    const last: Sql[] = []
    const result = await work(transaction(client, actor, { begun, rest, last }))
    // PostgreSQL makes a rollback of a commit after a failure, and the failure is what is thrown here.
    await Promise.all([begun, ...last.map(query => client.query(prepared(query))), client.query('commit')])
    for (const one of rest) one()
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** What a transaction carries from its beginning to its end. */
interface Course {
  /** Fails when the transaction could not begin; then so do its statements, saying less. */
  begun: Promise<unknown>
  /** To do once it has committed. */
  rest: (() => void)[]
  /** To send with the commit. */
  last: Sql[]
}

function transaction(client: pg.PoolClient, actor: Actor | null, { begun, rest, last }: Course): Tx {
  const noted: Noted = { subject: null, ids: [], marking: 'PUBLIC', actor }
  const send = async (query: Sql) => {
    const [, answer] = await Promise.all([begun, client.query<unknown[]>(prepared(query))])
    return answer
  }
  const ask = async <S extends z.ZodType>(schema: S, query: Sql) =>
    rowsOf(await send(query)).map(row => schema.parse(row))
  return {
    get actor() {
      return noted.actor
    },
    noted,
    rows: ask,
    maybe: async (schema, query) => (await ask(schema, query))[0],
    async row(schema, query, what = 'item') {
      const [found] = await ask(schema, query)
      if (found === undefined) throw notFound(what)
      return found
    },
    async run(query) {
      const { rowCount } = await send(query)
      return rowCount ?? 0
    },
    last: query => void last.push(query),
    async become(fresh, purpose) {
      await Promise.all([begun, client.query(entering(fresh, purpose))])
      noted.actor = fresh
      if (purpose) noted.purpose = purpose
    },
    afterwards: one => void rest.push(one),
    note(subject, ids, marking = 'PUBLIC') {
      noted.subject = subject
      noted.ids.push(...ids.map(String))
      if (markingLevel(marking) > markingLevel(noted.marking)) noted.marking = marking
    },
  }
}

const names = new Map<string, string>()

/**
 * The query as a statement that the connection keeps: row policies make planning as long as running. PostgreSQL plans again
 * when the role, a table or a policy changes. A text beyond the first thousand different ones is planned each time.
 */
function prepared({ text, values }: Sql): pg.QueryArrayConfig {
  const known = names.get(text)
  const name =
    known ?? (names.size < 1000 ? createHash('sha256').update(text).digest('base64url') : undefined)
  if (known === undefined && name !== undefined) names.set(text, name)
  return { text, values: [...values], rowMode: 'array', ...(name === undefined ? {} : { name }) }
}

/** Who acts from here on, and for what; see `network.enter` in access/table.sql. */
const entering = (actor: Actor | null, purpose?: Purpose): string =>
  // An integer or nothing: checked here although its type says so, because it is written into a statement.
  `select network.enter(${Number.isInteger(actor?.mandate) ? String(actor?.mandate) : 'null'}, ${pg.escapeLiteral(purpose ?? '')})`

const fields = new Map<string, string>()

/** A column's `snake_case` as a field's `camelCase`. Columns are those of our own statements, so the map stays small. */
function fieldOf(column: string): string {
  const known = fields.get(column)
  if (known !== undefined) return known
  const field = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  fields.set(column, field)
  return field
}

/** Rows as objects with our names, made in one go: a list of fifty is two thousand values. */
function rowsOf(result: pg.QueryArrayResult<unknown[]>): Record<string, unknown>[] {
  const names = result.fields.map(({ name }) => fieldOf(name))
  return result.rows.map(values => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at]
    return row
  })
}
