import pg from 'pg'

/**
 * Makes the database roles where they are missing. They belong to the whole PostgreSQL server, not to one database.
 *
 * - `iconet_app` logs in; it owns nothing, inherits nothing and cannot pass row security;
 * - `iconet_member` is what each transaction takes on;
 * - `iconet_keeper` owns the functions that must see further than their caller; nobody becomes it.
 *
 * @throws Error when the connection may not create roles, with the statements an administrator must run.
 */
export async function makeRoles(owner: pg.Client, appPassword: string): Promise<void> {
  // Two processes may start at once; roles are not created transactionally side by side.
  await owner.query(`select pg_advisory_lock(hashtext('iconet.roles'))`)
  try {
    const had = await owner.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'iconet_%'`,
    )
    const names = new Set(had.rows.map(row => row.rolname))
    const password = pg.escapeLiteral(appPassword)
    for (const [name, statement] of [
      ['iconet_member', 'create role iconet_member nologin'],
      ['iconet_keeper', 'create role iconet_keeper nologin'],
      ['iconet_app', `create role iconet_app login noinherit nosuperuser nobypassrls password ${password}`],
    ] as const) {
      if (!names.has(name)) await owner.query(statement)
    }
    await owner.query(`alter role iconet_app password ${password}`)
    // Days begin and months pass in UTC, wherever the database stands.
    await owner.query(`alter role iconet_app set timezone to 'UTC'`)
    await owner.query('grant iconet_member to iconet_app')
    await owner.query('grant iconet_keeper to current_user')
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('iconet.roles'))`)
  }
}

/** Refuses to go on with more power than the app may have. */
export async function assertModest(app: pg.Pool): Promise<void> {
  const { rows } = await app.query<{ name: string; reason: string | null }>(`
    select r.rolname as name, case
      when r.rolsuper then 'is a superuser'
      when r.rolbypassrls then 'may pass row security'
      when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relowner = r.oid and n.nspname in ('network', 'work', 'person', 'stat', 'record')) then 'owns tables'
      when r.rolinherit then 'inherits the rights of its roles'
    end as reason
    from pg_roles r where r.rolname = session_user`)
  const found = rows[0]
  if (found?.reason)
    throw new Error(
      `ICONet does not start as the database role ${found.name}: it ${found.reason}. ` +
        'Let DATABASE_APP_URL name the role iconet_app, or leave it out.',
    )
}
