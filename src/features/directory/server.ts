import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { directory } from './api.ts'
import { Authority, Designation, Participant, Unit } from './model.ts'

const Made = z.object({ id: z.int() })

export const verbs: Verbs<typeof directory> = {
  units: ({ tx }, { search = '', state = null }) =>
    tx.rows(
      Unit,
      sql`
        select u.id, u.name, u.kind, a.name as authority, a.state, u.posted_in, u.mailbox, u.duty_phone, u.duty_hours
        from network.unit u join network.authority a on a.id = u.authority
        where (${state}::text is null or a.state = ${state})
          and (${search} = '' or position(lower(${search}) in lower(u.name || ' ' || a.name)) > 0)
        order by a.state, a.name, u.name`,
    ),

  authorities: ({ tx }, { state = null }) =>
    tx.rows(
      Authority,
      sql`select id, state, name from network.authority where ${state}::text is null or state = ${state} order by state, name`,
    ),

  admit: async ({ tx }, state) => {
    tx.note('state', [state.code])
    return tx.row(
      Participant,
      sql`insert into network.state (code, kind, validates) values (${state.code}, ${state.kind}, ${state.validates}) returning *`,
    )
  },

  enterAuthority: ({ tx }, { state, name }) =>
    tx.row(Made, sql`insert into network.authority (state, name) values (${state}, ${name}) returning id`),

  enterUnit: ({ tx }, unit) =>
    tx.row(
      Made,
      sql`
        insert into network.unit (authority, name, kind, posted_in, mailbox, duty_phone, duty_hours, listed)
        values (${unit.authority}, ${unit.name}, ${unit.kind}, ${unit.postedIn}, ${unit.mailbox}, ${unit.dutyPhone},
          ${unit.dutyHours}, ${unit.listed}) returning id`,
    ),

  enterOfficial: ({ tx }, official) =>
    tx.row(
      Made,
      sql`
        insert into network.official (unit, name, title, email, phone, languages)
        values (${official.unit}, ${official.name}, ${official.title}, ${official.email}, ${official.phone}, ${official.languages})
        returning id`,
    ),

  designate: ({ tx }, { state, unit, official, deputy }) =>
    tx.row(
      Designation,
      sql`
        insert into network.contact_point (state, unit, official, deputy) values (${state}, ${unit}, ${official}, ${deputy})
        on conflict (state) do update set unit = excluded.unit, official = excluded.official, deputy = excluded.deputy
        returning *`,
    ),
}
