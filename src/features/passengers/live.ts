import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'

/** Tells the officers of the authority that something about a flight has changed, so that what is on their screens is read again. */
export const tellDesk = (tx: Tx, authority: number, flight: string): Promise<number> =>
  tx.run(tellingDesk(authority, flight))

/** The same as a query, for the end of another statement. */
export const tellingDesk = (authority: number, flight: string): Sql => sql`
  select network.announce('passengers', ${flight}, array(
    select distinct r.official from network.readers(network.audience(array['authority:' || ${authority}::int]), 'passengers', 1) r))`
