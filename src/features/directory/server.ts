import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { directory } from './api.ts'
import { Authority, ContactPoint, Designation, Duty, Official, Participant, Unit } from './model.ts'

const Made = z.object({ id: z.int() })

const unitRows = sql`
  select u.id, u.name, u.kind, a.name as authority, a.state, u.posted_in, u.mailbox, u.duty_phone, u.duty_hours, u.listed
  from network.unit u join network.authority a on a.id = u.authority`

const officialRows = sql`
  select o.id, o.name, o.title, o.email, o.phone, o.languages, o.active, o.unit, u.name as unit_name, u.kind,
    a.name as authority, a.state, u.posted_in
  from network.official o join network.unit u on u.id = o.unit join network.authority a on a.id = u.authority`

export const verbs: Verbs<typeof directory> = {
  states: ({ tx }) =>
    tx.rows(Participant, sql`select code, kind, validates from network.state order by code`),

  async state({ tx }, { code }) {
    const state = await tx.row(Participant, sql`select * from network.state where code = ${code}`, 'State')
    const [contactPoint = null] = await contactPoints(tx, sql`where c.state = ${code}`)
    return {
      ...state,
      contactPoint,
      authorities: await tx.rows(
        Authority,
        sql`select id, state, name from network.authority where state = ${code} order by name`,
      ),
      units: await tx.rows(Unit, sql`${unitRows} where a.state = ${code} order by a.name, u.name`),
    }
  },

  contactPoints: ({ tx }) => contactPoints(tx),

  units: ({ tx }, { search = '', state = null, postedIn = null }) =>
    tx.rows(
      Unit,
      sql`
        ${unitRows}
        where (${state}::text is null or a.state = ${state})
          and (${postedIn}::text is null or u.posted_in = ${postedIn})
          and (${search} = '' or position(lower(${search}) in lower(u.name || ' ' || a.name)) > 0)
        order by a.state, a.name, u.name`,
    ),

  async unit({ tx }, { id }) {
    const unit = await tx.row(
      Unit.extend({ listed: z.boolean() }),
      sql`${unitRows} where u.id = ${id}`,
      'unit',
    )
    return {
      ...unit,
      officials: await tx.rows(
        Official,
        sql`${officialRows} where o.unit = ${id} and o.active order by o.name`,
      ),
      duties: await duties(tx, id),
    }
  },

  officials: ({ tx }, { search = '', language = null, state = null, postedIn = null, unit = null }) =>
    tx.rows(
      Official,
      sql`
        ${officialRows}
        where o.active
          and (${state}::text is null or a.state = ${state})
          and (${unit}::integer is null or o.unit = ${unit})
          and (${postedIn}::text is null or u.posted_in = ${postedIn})
          and (${language}::text is null or ${language} = any(o.languages))
          and (${search} = '' or position(lower(${search}) in lower(o.name || ' ' || coalesce(o.title, '') || ' ' || u.name)) > 0)
        order by a.state, o.name limit 500`,
    ),

  official: ({ tx }, { id }) => tx.row(Official, sql`${officialRows} where o.id = ${id}`, 'official'),

  authorities: ({ tx }, { state = null }) =>
    tx.rows(
      Authority,
      sql`select id, state, name from network.authority where ${state}::text is null or state = ${state} order by state, name`,
    ),

  async admit({ tx }, state) {
    tx.note('state', [state.code])
    return tx.row(
      Participant,
      sql`insert into network.state (code, kind, validates) values (${state.code}, ${state.kind}, ${state.validates}) returning *`,
    )
  },

  async rule({ tx }, { code, validates }) {
    tx.note('state', [code])
    return tx.row(
      Participant,
      sql`update network.state set validates = ${validates} where code = ${code} returning *`,
      'State',
    )
  },

  async enterAuthority({ tx }, { state, name }) {
    return noted(
      tx,
      'authority',
      sql`insert into network.authority (state, name) values (${state}, ${name}) returning id`,
    )
  },

  enterUnit: ({ tx }, unit) =>
    noted(
      tx,
      'unit',
      sql`
        insert into network.unit (authority, name, kind, posted_in, mailbox, duty_phone, duty_hours, listed)
        values (${unit.authority}, ${unit.name}, ${unit.kind}, ${unit.postedIn}, ${unit.mailbox}, ${unit.dutyPhone},
          ${unit.dutyHours}, ${unit.listed}) returning id`,
    ),

  changeUnit: ({ tx }, { id, ...unit }) =>
    noted(
      tx,
      'unit',
      sql`
        update network.unit set name = ${orKept(unit.name, sql`name`)}, mailbox = ${orKept(unit.mailbox, sql`mailbox`)},
          duty_phone = ${orKept(unit.dutyPhone, sql`duty_phone`)}, duty_hours = ${orKept(unit.dutyHours, sql`duty_hours`)},
          listed = ${orKept(unit.listed, sql`listed`)}
        where id = ${id} returning id`,
    ),

  enterOfficial: ({ tx }, official) =>
    noted(
      tx,
      'official',
      sql`
        insert into network.official (unit, name, title, email, phone, languages)
        values (${official.unit}, ${official.name}, ${official.title}, ${official.email}, ${official.phone}, ${official.languages})
        returning id`,
    ),

  changeOfficial: ({ tx }, { id, ...official }) =>
    noted(
      tx,
      'official',
      sql`
        update network.official set unit = ${orKept(official.unit, sql`unit`)}, name = ${orKept(official.name, sql`name`)},
          title = ${orKept(official.title, sql`title`)}, email = ${orKept(official.email, sql`email`)},
          phone = ${orKept(official.phone, sql`phone`)}, languages = ${orKept(official.languages, sql`languages`)}
        where id = ${id} and active returning id`,
    ),

  leave: ({ tx }, { id }) =>
    noted(
      tx,
      'official',
      sql`update network.official set active = false where id = ${id} and active returning id`,
    ),

  async designate({ tx }, { state, unit, official, deputy }) {
    tx.note('contact point', [state])
    return tx.row(
      Designation,
      sql`
        insert into network.contact_point (state, unit, official, deputy) values (${state}, ${unit}, ${official}, ${deputy})
        on conflict (state) do update set unit = excluded.unit, official = excluded.official, deputy = excluded.deputy
        returning *`,
    )
  },

  async nameDeputy({ tx }, { state, deputy }) {
    tx.note('contact point', [state])
    return tx.row(
      Designation,
      sql`update network.contact_point set deputy = ${deputy} where state = ${state} returning *`,
      'contact point',
    )
  },

  planDuty: ({ tx }, { unit, official, startsAt, endsAt }) =>
    noted(
      tx,
      'duty',
      sql`
        insert into network.duty (unit, official, starts_at, ends_at) values (${unit}, ${official}, ${startsAt}, ${endsAt})
        returning id`,
    ),

  dropDuty: ({ tx }, { id }) =>
    noted(tx, 'duty', sql`delete from network.duty where id = ${id} returning id`),

  duties: ({ tx }, { unit }) => duties(tx, unit),
}

/** Runs a change of one row and says in the record which row it was. */
async function noted(tx: Tx, subject: string, change: Sql): Promise<{ id: number }> {
  const made = await tx.row(Made, change, subject)
  tx.note(subject, [made.id])
  return made
}

/** The new value, or the column itself where none was sent. */
const orKept = (value: string | number | boolean | null | readonly string[] | undefined, column: Sql): Sql =>
  value === undefined ? column : sql`${value}`

const duties = (tx: Tx, unit: number) =>
  tx.rows(
    Duty,
    sql`
      select d.id, d.unit, d.official, o.name, d.starts_at, d.ends_at
      from network.duty d join network.official o on o.id = d.official
      where d.unit = ${unit} and d.ends_at > now() order by d.starts_at`,
  )

const contactPoints = (tx: Tx, where: Sql = sql``) =>
  tx.rows(
    ContactPoint,
    sql`
      select c.state, c.unit, u.name as unit_name, u.mailbox, u.duty_phone, u.duty_hours,
        ${reached(sql`o`)} as official,
        case when e.id is not null then ${reached(sql`e`)} end as deputy,
        case when r.id is not null
          then ${reached(sql`r`)} || jsonb_build_object('until', to_char(d.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          else ${reached(sql`o`)} || jsonb_build_object('until', null) end as on_duty
      from network.contact_point c
      join network.unit u on u.id = c.unit
      join network.official o on o.id = c.official
      left join network.official e on e.id = c.deputy and e.active
      left join lateral (
        select official, ends_at from network.duty
        where unit = c.unit and now() >= starts_at and now() < ends_at order by starts_at desc limit 1
      ) d on true
      left join network.official r on r.id = d.official and r.active
      ${where} order by c.state`,
  )

const reached = (official: Sql): Sql =>
  sql`jsonb_build_object('id', ${official}.id, 'name', ${official}.name, 'email', ${official}.email, 'phone', ${official}.phone)`
