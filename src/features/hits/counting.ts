import { z } from 'zod'
import { Kind } from '#features/alerts/model.ts'
import type { Verbs } from '#kit/perform.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { hits } from './api.ts'

/** Rounded to the nearest five, so that a small number tells nothing of anybody (the practice of Eurostat for these statistics). */
const rounded = (count: Sql): Sql => sql`(round(${count} / 5.0) * 5)::int`

const Month = z.object({
  month: z.string(),
  kind: Kind,
  raised: z.int(),
  suppressed: z.int(),
  same: z.int(),
  notTheSame: z.int(),
  cannotTell: z.int(),
  notReviewed: z.int(),
  withinHour: z.int(),
  withinTwelve: z.int(),
  later: z.int(),
})

export const countingVerbs = {
  statistics: ({ tx }) =>
    tx.rows(
      Month,
      sql`
        select to_char(month, 'YYYY-MM') as month, kind, ${rounded(sql`raised`)} as raised, ${rounded(sql`suppressed`)} as suppressed,
          ${rounded(sql`same`)} as same, ${rounded(sql`not_the_same`)} as not_the_same, ${rounded(sql`cannot_tell`)} as cannot_tell,
          ${rounded(sql`not_reviewed`)} as not_reviewed, ${rounded(sql`within_hour`)} as within_hour,
          ${rounded(sql`within_twelve`)} as within_twelve, ${rounded(sql`later`)} as later
        from stat.hit_month order by month desc, kind`,
    ),
} satisfies Partial<Verbs<typeof hits>>
