import { z } from 'zod'
import { Kind } from '#features/alerts/model.ts'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'

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
        select to_char(month, 'YYYY-MM') as month, kind, raised, suppressed, same, not_the_same, cannot_tell, not_reviewed, within_hour,
          within_twelve, later
        from stat.hit_month order by month desc, kind`,
    ),
} satisfies Partial<Verbs<typeof hits>>
