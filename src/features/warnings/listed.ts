import { z } from 'zod'
import { type Sql, sql } from '#kit/sql.ts'
import { Listed } from './model.ts'

/** `expired` is an issued warning whose time in force is over. */
export const statusAt = (now: Date): Sql =>
  sql`case when w.status = 'issued' and w.in_force_until <= ${now}::timestamptz then 'expired' else w.status end`

export const markingName = sql`(array['PUBLIC', 'LIMITED', 'SENSITIVE'])[w.marking + 1]`

/** What a line of a list shows, of the warnings `w` joined with `listedJoins`. */
export const listedColumns = (now: Date): Sql => sql`
  w.id, w.number, w.title, w.urgency, w.triggers, ${statusAt(now)} as status, ${markingName} as marking, w.owner_state as state,
  ou.name as unit, w.route, w.country, w.border_type, w.means,
  case when w.lon is not null then jsonb_build_object('lon', w.lon, 'lat', w.lat) end as coordinates,
  w.happened as "when", w.version, w.issued_at, w.updated_at, w.in_force_until, d.due_at, op.at as opened_at, an.answer`

/** The originator's unit, and how far the warning has got with the reader's own unit. */
export const listedJoins = sql`
  left join network.unit ou on ou.id = w.owner_unit
  left join work.warning_delivery d on d.warning = w.id and d.unit = (select network.my_unit())
  left join work.warning_opening op on op.warning = w.id and op.unit = (select network.my_unit())
  left join lateral (select a.answer from work.warning_answer a
    where a.warning = w.id and a.unit = (select network.my_unit()) order by a.id desc limit 1) an on true`

export const ListedRow = Listed
export const Count = z.object({ count: z.int() })
