import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'
import { deadlineOf } from './kinds.ts'
import { Form } from './model.ts'

const place = (authority: Sql, alias: Sql): Sql =>
  sql`jsonb_build_object('id', ${authority}, 'name', ${alias}.name, 'state', ${alias}.state)`

/** Forms as the reader may see them: text and files come with the rows that only the two bureaux read. */
export async function forms(tx: Tx, which: Sql, now: Date): Promise<Form[]> {
  const found = await tx.rows(
    Form.omit({ dueSource: true }),
    sql`
      select f.id, f.hit, f.kind, ${place(sql`f.from_authority`, sql`a`)} as "from", ${place(sql`f.to_authority`, sql`b`)} as "to",
        f.urgent, f.note, t.text, f.answers, jsonb_build_object('id', f.sent_by, 'name', p.name) as sent_by, f.sent_at, f.due_at,
        f.answered_at, coalesce(f.answered_at is null and f.due_at <= ${now}::timestamptz, false) as late,
        coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'type', x.type, 'size', x.size, 'at', network.iso(x.at))
          order by x.at, x.id) from person.form_file x where x.form = f.id), '[]') as files,
        f.due_at is not null and f.answered_at is null and f.to_authority = (select network.my_authority())
          and (select person.i_keep_alerts()) as owed
      from person.form f
      left join person.form_text t on t.form = f.id
      left join network.authority a on a.id = f.from_authority
      left join network.authority b on b.id = f.to_authority
      left join network.official p on p.id = f.sent_by
      where ${which} order by f.sent_at, f.id`,
  )
  return found.map(form => ({ ...form, dueSource: deadlineOf(form.kind, form.urgent)?.source ?? null }))
}

export const formsOf = (tx: Tx, hit: string, now: Date): Promise<Form[]> =>
  forms(tx, sql`f.hit = ${hit}`, now)

/** How many forms of each of these hits wait for an answer, and how many of them too long. */
export async function formCounts(
  tx: Tx,
  hits: readonly string[],
  now: Date,
): Promise<Map<string, { open: number; late: number }>> {
  if (hits.length === 0) return new Map()
  const rows = await tx.rows(
    z.object({ hit: z.uuid(), open: z.int(), late: z.int() }),
    sql`
      select f.hit, count(*)::int as open, count(*) filter (where f.due_at <= ${now}::timestamptz)::int as late
      from person.form f where f.hit = any(${hits}::uuid[]) and f.due_at is not null and f.answered_at is null group by f.hit`,
  )
  return new Map(rows.map(({ hit, ...counts }) => [hit, counts]))
}
