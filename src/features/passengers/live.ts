import type { Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import { placeOf } from '#kit/place-of.ts'
import { type Sql, sql } from '#kit/sql.ts'

/** Tells the officers of the authority that something about a flight has changed, so that what is on their screens is read again. */
export const tellDesk = (tx: Tx, authority: number, flight: string): Promise<number> =>
  tx.run(telling(authority, [flight]))

const telling = (authority: number, flights: readonly string[]): Sql => sql`
  select network.announce('passengers', flight, r.officials)
  from (select array_agg(distinct official) as officials
    from network.readers(network.audience(array['authority:' || ${authority}::int]), 'passengers', 1)) r,
    unnest(${flights}::text[]) flight`

/** Milliseconds in which what messages change is gathered: screens are read again once for all of it. */
const gathered = 250

interface Waiting {
  authority: number
  flights: Set<string>
}
const waiting = new WeakMap<Ground['db'], Map<number, Waiting>>()

/**
 * The same for what messages bring, many a second: a little later and once for all of them, so that no answer waits for the telling.
 * Only after the transaction has committed. What is lost when the process ends is made up for: screens that lose it read again.
 */
export function tellDeskSoon(tx: Tx, ground: Ground, flight: string): void {
  const { actor } = tx
  if (!actor) return
  tx.afterwards(() => {
    let desks = waiting.get(ground.db)
    if (!desks) {
      desks = new Map()
      waiting.set(ground.db, desks)
      ground.atStop.push(async () => void waiting.set(ground.db, new Map()))
    }
    const desk = desks.get(actor.authority)
    if (desk) {
      desk.flights.add(flight)
      return
    }
    const fresh = { authority: actor.authority, flights: new Set([flight]) }
    desks.set(actor.authority, fresh)
    setTimeout(() => {
      // Not when the ground has gone meanwhile.
      const due = waiting.get(ground.db)
      if (due?.get(fresh.authority) !== fresh) return
      due.delete(fresh.authority)
      ground.db
        .as(actor, told => told.run(telling(fresh.authority, [...fresh.flights])))
        .catch((error: unknown) => ground.log.warn(placeOf(error), 'the desk could not be told'))
    }, gathered).unref()
  })
}
