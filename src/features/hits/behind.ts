import type { Ground } from '#kit/ground.ts'

// What tests look at behind the operations: what is sent to the database, and what lies in it.

/** The statements that are sent over the ground's own connections while something is done, in order. */
export async function statementsDuring(
  { db: { pool } }: Ground,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent: string[] = []
  const putBack: (() => void)[] = []
  const watch: Parameters<typeof pool.once<'acquire'>>[1] = client => {
    if (Object.hasOwn(client, 'query')) return
    // oxlint-disable-next-line typescript/unbound-method -- called with its own client
    const { query } = client
    client.query = ((...given: [{ text: string } | string]) => {
      sent.push(typeof given[0] === 'string' ? given[0] : given[0].text)
      return Reflect.apply(query, client, given)
    }) as typeof query
    putBack.push(() => void Reflect.deleteProperty(client, 'query'))
  }
  pool.on('acquire', watch)
  try {
    await work()
  } finally {
    pool.off('acquire', watch)
    for (const each of putBack) each()
  }
  return sent
}

interface Owner {
  query(text: string): Promise<{ rows: { name: string }[] }>
}

/** The tables in which a word stands anywhere, of the whole database. */
export async function tablesSaying(owner: Owner, word: string): Promise<string[]> {
  const tables = await owner.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await owner.query(
      `select '${name}' as name from ${name} t where position('${word}' in t::text) > 0 limit 1`,
    )
    found.push(...rows.map(each => each.name))
  }
  return found
}
