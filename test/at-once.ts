import type { World } from './world.ts'

/** How many transactions of this world wait for another to end. */
export async function waiting({ owner }: World): Promise<number> {
  await owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ count: number }>(
    `select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
     where not granted and datname = current_database()`,
  )
  return rows[0]?.count ?? 0
}

/**
 * Begins these one after the other and lets none go on before each of them waits, for what is held here or for one that has begun before
 * it: the table of the record, as they come to their end; another, where they write to it; or one passenger. For tests alone.
 */
export async function atOnce<T>(
  world: World,
  works: readonly (() => Promise<T>)[],
  held: string | { passenger: string } = 'record.entry',
): Promise<T[]> {
  await world.owner.query('begin')
  if (typeof held === 'string') await world.owner.query(`lock table ${held} in share mode`)
  else await world.owner.query('select from person.passenger where id = $1 for update', [held.passenger])
  const begun: Promise<T>[] = []
  try {
    for (const work of works) {
      begun.push(work())
      const until = Date.now() + 10_000
      while ((await waiting(world)) < begun.length) {
        if (Date.now() > until) throw new Error('One of them waits for nothing.')
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    }
  } finally {
    await world.owner.query('commit')
  }
  return Promise.all(begun)
}
