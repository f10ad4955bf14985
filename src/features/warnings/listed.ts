import { type Sql, sql } from '#kit/sql.ts'

/** `expired` is an issued warning whose time in force is over. */
export const statusAt = (now: Date): Sql =>
  sql`case when w.status = 'issued' and w.in_force_until <= ${now}::timestamptz then 'expired' else w.status end`

export const markingName = sql`(array['PUBLIC', 'LIMITED', 'SENSITIVE'])[w.marking + 1]`

/** What a line of a list shows, of the warnings `page w` joined with `listedJoins`. */
export const listedColumns = (now: Date): Sql => sql`
  w.id, w.number, w.title, w.urgency, w.triggers, ${statusAt(now)} as status, ${markingName} as marking, w.owner_state as state,
  ou.name as unit, w.route, w.country, w.border_type, w.means,
  case when w.lon is not null then jsonb_build_object('lon', w.lon, 'lat', w.lat) end as coordinates,
  w.happened as "when", w.version, w.issued_at, w.updated_at, w.in_force_until, part.due_at, part.opened_at, part.answer`

/** The originator's unit, and how far the warnings `page` (a common table expression) have got with the reader's own unit. */
export const listedJoins = sql`
  left join network.unit ou on ou.id = w.owner_unit
  left join work.our_part(array(select id from page)) part on part.warning = w.id`
