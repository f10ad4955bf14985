import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import { keepAnswers } from '#kit/submissions.ts'
import type { record } from './api.ts'
import { Entry, type Wanted } from './model.ts'

export const verbs: Verbs<typeof record> = {
  async entries({ tx }, { before, limit, ...wanted }) {
    // The record names officials and what they looked at: reading it leaves an entry, too.
    tx.note('record', [], 'LIMITED')
    const found = await entries(tx, wanted, before, limit + 1)
    const shown = found.slice(0, limit)
    return { entries: shown, before: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
  },

  async download({ tx }, wanted) {
    const found = await entries(tx, wanted, undefined, 100_000)
    tx.note('record', [`${found.length} lines`], 'LIMITED')
    const day = new Date().toISOString().slice(0, 10)
    return new File([csv(found)], `record-${day}.csv`, { type: 'text/csv;charset=utf-8' })
  },

  async forget({ tx }) {
    const forgotten = await tx.row(
      z.object({ answers: z.int() }),
      sql`select record.forget_answers(${keepAnswers.hours}) as answers`,
    )
    tx.note('answers forgotten', [`${forgotten.answers} answers`])
    return forgotten
  },
}

/**
 * Entries as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is kept from being one by an apostrophe
 * (CWE-1236).
 */
export const csv = (entries: readonly Entry[]): string =>
  stringify(
    entries.map(entry => ({ ...entry, subjectIds: entry.subjectIds.join(' ') })),
    {
      header: true,
      columns: Object.keys(Entry.shape),
      escape_formulas: true,
      record_delimiter: '\r\n',
      bom: true,
    },
  )

const entries = (tx: Tx, wanted: Wanted, before: number | undefined, limit: number): Promise<Entry[]> =>
  tx.rows(
    Entry,
    sql`
      select e.id, e.at, e.person, o.name, u.name as unit, e.state, e.operation, e.outcome, e.subject, e.subject_ids,
        (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[e.marking + 1] as marking, e.purpose, e.problem, e.correlation
      from (
        select * from record.entry e where ${join(conditions(wanted, before), 'and', sql`true`)}
        order by id desc limit ${limit}
      ) e left join network.official o on o.id = e.person left join network.unit u on u.id = e.unit
      order by e.id desc`,
  )

function conditions(wanted: Wanted, before: number | undefined): Sql[] {
  const { from, until, person, operation, outcome, subject, id, correlation } = wanted
  return [
    before === undefined ? undefined : sql`e.id < ${before}`,
    from && sql`e.at >= ${from}`,
    until && sql`e.at < ${until}`,
    person === undefined ? undefined : sql`e.person = ${person}`,
    operation && sql`starts_with(e.operation, ${operation})`,
    outcome && sql`e.outcome = ${outcome}`,
    subject && sql`e.subject = ${subject}`,
    id && sql`e.subject_ids @> array[${id}]`,
    correlation && sql`e.correlation = ${correlation}`,
  ].filter((condition): condition is Sql => typeof condition === 'object')
}
