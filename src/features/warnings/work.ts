import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { warnings } from './api.ts'
import { faultsOf } from './check.ts'
import { Content } from './content.ts'
import { listedColumns, listedJoins } from './listed.ts'
import { noteAll } from './lists.ts'
import { Handling, Listed, Time, type UnitName, Work } from './model.ts'

const most = 100

const unit = sql`
  jsonb_build_object('id', x.unit, 'name', xu.name, 'authority', xa.name, 'state', network.state_of_unit(x.unit))`
const unitJoins = sql`left join network.unit xu on xu.id = x.unit left join network.authority xa on xa.id = xu.authority`

/** Addressed to my unit, in force and not answered by it: late first, then by deadline. */
const addressed = (tx: Tx, now: Date) =>
  tx.rows(
    Listed.extend({ late: z.boolean(), escalatedAt: Time.nullable() }),
    sql`
      with page as materialized (
        select w.* from work.warning_delivery mine join work.warning w on w.id = mine.warning
        where mine.unit = (select network.my_unit()) and w.status = 'issued' and w.in_force_until > ${now}::timestamptz
          and not exists (select from work.warning_answer y where y.warning = mine.warning and y.unit = mine.unit)
        order by mine.due_at, w.id limit ${most})
      select ${listedColumns(now)}, part.due_at < ${now}::timestamptz as late, part.escalated_at
      from page w ${listedJoins} order by part.due_at, w.id`,
  )

/** Deadlines that units of my State let pass, raised to me. */
const escalated = async (tx: Tx, now: Date) => {
  const rows = await tx.rows(
    Listed.extend({ unitInDelay: z.custom<UnitName>(), late: z.boolean() }),
    sql`
      with page as materialized (
        select w.*, x.unit, x.due_at as unit_due_at
        from work.warning_delivery x join work.warning w on w.id = x.warning
        where x.escalated_to = (select network.my_person()) and x.unit <> (select network.my_unit()) and w.status = 'issued'
          and not exists (select from work.warning_answer y where y.warning = x.warning and y.unit = x.unit)
        order by x.due_at limit ${most})
      select ${listedColumns(now)}, true as late, ${unit} as unit_in_delay
      from page w join (select id, unit from page) x on x.id = w.id and x.unit = w.unit ${unitJoins} ${listedJoins}
      order by w.unit_due_at`,
  )
  return rows
}

const toValidate = async (tx: Tx, now: Date) => {
  const rows = await tx.rows(
    Listed.extend({ submittedAt: Time, content: Content, handling: Handling }),
    sql`
      with page as materialized (
        select w.* from work.warning w
        where w.status = 'submitted' and w.owner_state = (select network.my_state()) and (select network.i_may('validate'))
          and (select network.my_person()) not in (w.author, w.edited_by)
        order by array_position('{immediate,priority,routine}', w.urgency), w.submitted_at limit ${most})
      select ${listedColumns(now)}, w.submitted_at, w.content, w.handling from page w ${listedJoins}
      order by array_position('{immediate,priority,routine}', w.urgency), w.submitted_at`,
  )
  return rows.map(({ content, handling, ...row }) => ({
    ...row,
    faults: faultsOf(content, handling, now).length,
  }))
}

const drafts = (tx: Tx, now: Date) =>
  tx.rows(
    Listed,
    sql`
      with page as materialized (
        select w.* from work.warning w
        where w.issued_at is null and w.owner_unit = (select network.my_unit())
          and (select network.my_person()) in (w.author, w.edited_by)
        order by w.updated_at desc limit ${most})
      select ${listedColumns(now)} from page w ${listedJoins} order by w.updated_at desc`,
  )

const questions = async (tx: Tx, now: Date) => {
  const rows = await tx.rows(
    Listed.extend({ remark: z.uuid(), text: z.string(), asker: z.custom<UnitName>(), at: Time }),
    sql`
      with asked as materialized (
        select x.id, x.warning, x.text, x.unit, x.at from work.warning_remark x join work.warning w on w.id = x.warning
        where x.kind = 'question' and x.reply is null and w.owner_authority = (select network.my_authority())
        order by x.at limit ${most}),
      page as materialized (select w.* from work.warning w where w.id in (select warning from asked))
      select ${listedColumns(now)}, x.id as remark, x.text, ${unit} as asker, x.at
      from asked x ${unitJoins} join page w on w.id = x.warning ${listedJoins}
      order by x.at`,
  )
  return rows.map(({ remark, text, asker, at, ...warning }) => ({
    warning: Listed.parse(warning),
    remark,
    text,
    unit: asker,
    at,
  }))
}

/** Our newest warnings and what each led to. */
const ours = (tx: Tx, now: Date) =>
  tx.rows(
    Work.shape.ours.element,
    sql`
      with page as materialized (select w.* from work.warning w where w.owner_authority = (select network.my_authority())
          and w.issued_at is not null order by w.issued_at desc limit 20)
      select ${listedColumns(now)}, told.*, said.*
      from page w ${listedJoins}
      cross join lateral (
        select count(*)::int as units, count(o.at)::int as opened, count(*) filter (where a.answer = 'acting')::int as acting,
          count(*) filter (where a.answer = 'taken-note')::int as taken_note,
          count(*) filter (where a.answer = 'nothing-to-add')::int as nothing_to_add,
          count(*) filter (where a.answer is null)::int as silent,
          count(*) filter (where a.answer is null and x.due_at < ${now}::timestamptz)::int as late
        from work.warning_delivery x
        left join work.warning_opening o on o.warning = x.warning and o.unit = x.unit
        left join lateral (select y.answer from work.warning_answer y
          where y.warning = x.warning and y.unit = x.unit order by y.id desc limit 1) a on true
        where x.warning = w.id) told
      cross join lateral (
        select count(*) filter (where r.kind = 'corroboration')::int as corroborations,
          coalesce(jsonb_agg(jsonb_build_object('state', network.state_of_unit(r.unit), 'text', r.text) order by r.at)
            filter (where r.kind = 'measure'), '[]') as measures
        from work.warning_remark r where r.warning = w.id) said
      order by w.issued_at desc`,
  )

export const workVerbs = {
  async work({ tx, ground }) {
    const now = ground.clock()
    const work: Work = {
      addressed: await addressed(tx, now),
      escalated: await escalated(tx, now),
      toValidate: await toValidate(tx, now),
      drafts: await drafts(tx, now),
      questions: await questions(tx, now),
      ours: await ours(tx, now),
    }
    for (const list of [work.addressed, work.escalated, work.toValidate, work.drafts, work.ours])
      noteAll(tx, list)
    return work
  },
} satisfies Partial<Verbs<typeof warnings>>
