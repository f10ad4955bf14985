import pg from 'pg'
import type { World } from '../world.ts'
import { access } from './access.ts'
import { alerts } from './alerts.ts'
import { directory } from './directory.ts'
import { hits } from './hits.ts'
import { passengers } from './passengers.ts'
import { record } from './record.ts'
import { nobody, type Rules } from './rules.ts'
import { situation } from './situation.ts'
import type { TableName } from './tables.ts'
import { warningParts } from './warning-parts.ts'
import { warnings } from './warnings.ts'
import type { Asker, RandomWorld } from './world.ts'

type Row = Record<string, unknown>

/** The oracle of every table. */
export const oracle = {
  ...directory,
  ...access,
  ...record,
  ...warnings,
  ...warningParts,
  ...situation,
  ...alerts,
  ...hits,
  ...passengers,
} as unknown as Record<string, Rules<Row> | undefined>

/** Which rule answers for which kind of statement. */
export const ruleOf = { select: 'sees', insert: 'adds', update: 'changes', delete: 'removes' } as const
export type Operation = keyof typeof ruleOf

/** One statement, beside what the oracle says of it. */
export interface Try {
  table: string
  operation: Operation
  statement: string
  may: boolean
  /** How many rows it touches when it may; a statement that names one row touches one. */
  rows: number
  what: string
}

/** Makes `public.tried`: it runs a statement as whoever calls, undoes it, and says what came of it. */
export const prepare = ({ owner }: World) =>
  owner.query(`
    create function public.tried(statement text) returns text language plpgsql as $$
    declare n bigint;
    begin
      execute statement;
      get diagnostics n = row_count;
      raise exception using errcode = 'TRIED', message = n::text;
    exception when others then
      return case when sqlstate = 'TRIED' then sqlerrm else sqlstate || ' ' || sqlerrm end;
    end $$;
    grant usage on schema public to iconet_member`)

/** Runs the statements in the name of whoever asks; gives of each the number of rows, or the refusal. */
export async function tryAll(
  { ground }: World,
  mandate: number | null,
  statements: string[],
  purpose: string | null = null,
): Promise<string[]> {
  const client = await ground.db.pool.connect()
  try {
    await client.query(
      `begin; set local role iconet_member; select network.enter(${mandate ?? 'null'}, '${purpose ?? ''}')`,
    )
    const { rows } = await client.query<{ came: string }>(
      'select public.tried(s) as came from unnest($1::text[]) with ordinality as each (s, at) order by at',
      [statements],
    )
    return rows.map(row => row.came)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Puts a drawn world in place of the last one, behind the back of every rule. */
export async function furnish({ owner }: World, drawn: RandomWorld): Promise<void> {
  const tables = Object.keys(drawn) as TableName[]
  await owner.query(
    `begin; set local session_replication_role = replica; ${tables.map(name => `delete from ${name}`).join(';')}`,
  )
  for (const name of tables) {
    const rows = drawn[name]
    if (!rows[0]) continue
    const columns = Object.keys(rows[0]).join(', ')
    await owner.query(
      `insert into ${name} (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query('commit')
}

const literal = (row: Row) => pg.escapeLiteral(JSON.stringify(row))

const setting = (table: string, change: Row) =>
  Object.keys(change)
    .map(
      column =>
        `${column} = (select x.${column} from jsonb_populate_record(null::${table}, ${literal(change)}) x)`,
    )
    .join(', ')

/** Everything that somebody tries on one table. */
export function triesOn(table: string, rules: Rules<Row>, asker: Asker, drawn: RandomWorld): Try[] {
  const tries: Try[] = []
  const add = (operation: Operation, statement: string, may: boolean, what: string, rows = 1) =>
    tries.push({ table, operation, statement, may, what, rows })
  const { sees, adds, changes, removes } = rules
  const isSeen = (row: Row) => sees !== nobody && sees(asker, row, drawn)
  const all = drawn[table as TableName] as unknown as Row[]
  // Without a condition nothing need be seen: PostgreSQL then asks the policies for changing and removing alone.
  if (removes !== nobody) {
    const count = all.filter(row => removes(asker, row, drawn)).length
    add('delete', `delete from ${table}`, count > 0, 'all at once', count)
  }
  if (changes !== nobody && changes.blindly) {
    const change = changes.blindly
    const count = all.filter(row => changes.may(asker, row, { ...row, ...change }, drawn)).length
    add('update', `update ${table} set ${setting(table, change)}`, count > 0, 'all at once', count)
  }
  for (const row of all) {
    const key = rules.key.map(column => String(row[column])).join('/')
    const where = rules.key
      .map(column => `r.${column}::text = ${pg.escapeLiteral(String(row[column]))}`)
      .join(' and ')
    if (sees !== nobody) add('select', `select from ${table} r where ${where}`, isSeen(row), key)
    if (removes !== nobody)
      add('delete', `delete from ${table} r where ${where}`, isSeen(row) && removes(asker, row, drawn), key)
    if (changes === nobody) continue
    for (const change of changes.tries(asker, drawn, row)) {
      const after = { ...row, ...change }
      const may = isSeen(row) && isSeen(after) && changes.may(asker, row, after, drawn)
      add(
        'update',
        `update ${table} r set ${setting(table, change)} where ${where}`,
        may,
        `${key} ${JSON.stringify(change)}`,
      )
    }
  }
  for (const row of adds === nobody ? [] : adds.tries(asker, drawn)) {
    const columns = Object.keys(row).join(', ')
    const values = `select ${columns} from jsonb_populate_record(null::${table}, ${literal(row)})`
    const may = adds !== nobody && adds.may(asker, { ...adds.otherwise, ...row }, drawn)
    add('insert', `insert into ${table} (${columns}) ${values}`, may, JSON.stringify(row))
  }
  return tries
}

/** Everything that somebody tries anywhere, or only what `only` lets through. */
export const allTries = (
  asker: Asker,
  drawn: RandomWorld,
  only: (table: string, operation?: Operation) => boolean = () => true,
): Try[] =>
  Object.entries(oracle).flatMap(([table, rules]) =>
    rules && only(table)
      ? triesOn(table, rules, asker, drawn).filter(each => only(table, each.operation))
      : [],
  )

/** Where the database and the oracle disagree, a sentence each. The world must have been furnished. */
export async function disagreements(world: World, asker: Asker, tries: Try[]): Promise<string[]> {
  const came = await tryAll(
    world,
    asker.mandate,
    tries.map(each => each.statement),
    asker.purpose,
  )
  return tries.flatMap(({ table, operation, may, rows, what }, i) => {
    const result = came[i] ?? ''
    const refused = result === '0' || result.startsWith('42501')
    return (may ? result === String(rows) : refused)
      ? []
      : `${operation} ${table} ${what} by ${asker.mandate}: the oracle says ${may ? 'yes' : 'no'}, the database ${result}`
  })
}
