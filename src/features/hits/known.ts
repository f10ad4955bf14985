import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { NotTheSame } from './model.ts'
import { actorOf, shownSubject } from './rows.ts'

const known = (tx: Tx, which: Sql, rest: Sql = sql``) =>
  tx.rows(
    NotTheSame,
    sql`
      select n.id, n.hit, h.kind, jsonb_build_object('id', h.owner_authority, 'name', o.name, 'state', h.owner_state) as owner,
        ${shownSubject(sql`h.subject`)} as name, h.subject ->> 'birth' as birth,
        jsonb_build_object('id', n.official, 'name', p.name) as official, n.reason, n.at, n.expires_at, n.withdrawn_at,
        n.withdrawn_reason, (select count(*)::int from person.hit x where x.suppressed = n.id) as suppressed
      from person.not_the_same n join person.hit h on h.id = n.hit
      left join network.authority o on o.id = h.owner_authority left join network.official p on p.id = n.official
      where ${which} order by n.at desc, n.id desc ${rest}`,
  )

/** What keeps a hit out of the queue; null where nothing does. */
export async function knownOf(tx: Tx, hit: string): Promise<NotTheSame | null> {
  const [found] = await known(
    tx,
    sql`n.id = (select suppressed from person.hit where id = ${hit}) or n.hit = ${hit}`,
  )
  return found ?? null
}

const pageSize = 50
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

export const knownVerbs = {
  async notTheSame({ tx, ground }, { all, after }) {
    const conditions: Sql[] = []
    if (!all) conditions.push(sql`n.withdrawn_at is null and n.expires_at > ${ground.clock()}::timestamptz`)
    if (after !== null) {
      const read = Cursor.safeParse(after.split('~'))
      if (!read.success)
        throw new Problem('invalid-input', 'The next page could not be found. Begin the list again.', [
          { path: ['after'], message: 'Not a place in this list.' },
        ])
      conditions.push(sql`(n.at, n.id) < (${read.data[0]}::timestamptz, ${read.data[1]}::uuid)`)
    }
    const items = await known(tx, join(conditions, 'and', sql`true`), sql`limit ${pageSize + 1}`)
    const more = items.length > pageSize
    if (more) items.length = pageSize
    tx.note(
      'hit',
      items.map(each => each.hit),
      'LIMITED',
    )
    const last = items.at(-1)
    return { items, next: more && last ? `${last.at}~${last.id}` : null }
  },

  async withdrawNotTheSame(doing, { id, reason }) {
    const { tx, ground } = doing
    // Before the row itself: who reviews the hit anew holds the two in this order.
    await tx.run(sql`
      select person.hold_pair(n.executing_authority, n.alert, n.number, n.person_key, true) from person.not_the_same n where n.id = ${id}`)
    const { hit } = await tx.row(
      z.object({ hit: z.uuid() }),
      sql`
        update person.not_the_same set withdrawn_by = ${actorOf(doing).person}, withdrawn_at = ${ground.clock()},
          withdrawn_reason = ${reason}
        where id = ${id} and withdrawn_at is null returning hit`,
      'person known not to be the same',
    )
    tx.note('hit', [hit], 'LIMITED')
    const [now] = await known(tx, sql`n.id = ${id}`)
    return now as NotTheSame
  },
} satisfies Partial<Verbs<typeof hits>>
