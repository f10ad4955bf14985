import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { Marking } from '#vocabulary/marking.ts'
import { type HitLine, HitState } from './model.ts'

export const actorOf = ({ tx }: Pick<Doing, 'tx'>): Actor => {
  if (!tx.actor) throw new Problem('sign-in-needed')
  return tx.actor
}

/** A name as one line, from what was compared; where nobody is named, the thing or the document. */
export const shownSubject = (subject: Sql): Sql =>
  sql`coalesce(nullif(${subject} ->> 'full', ''), nullif(concat_ws(', ', nullif(${subject} ->> 'family', ''), nullif(${subject} ->> 'given', '')), ''),
    ${subject} ->> 'object', ${subject} #>> '{documents,0,number}', '')`

/** Where a hit stands now: one whose alert has ended needs nobody, also before the nightly duty has closed it. */
export const stateOf = (now: Date): Sql =>
  sql`case when h.state in ('open', 'first') and h.ends_at <= ${now}::timestamptz then 'closed' else h.state end`

/** Who reviews hits at all: people, and not those who oversee. */
const reviews = sql`(select person.i_am_no_machine()) and not (select person.i_oversee_alerts())`

/** What a line shows of the hits `page h` (a common table expression); to be followed by `lineJoins`. */
export const lineColumns = (now: Date): Sql => sql`
  h.id, ${stateOf(now)} as state,
  case when h.state in ('open', 'first') and h.ends_at <= ${now}::timestamptz then 'alert-ended' else h.closed_because end as closed_because,
  h.verdict, h.disagreed, h.suppressed is not null as suppressed, h.kind, h.action,
  (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[h.marking + 1] as marking,
  jsonb_build_object('id', h.owner_authority, 'name', o.name, 'state', h.owner_state) as owner,
  jsonb_build_object('id', h.executing_authority, 'name', e.name, 'state', h.executing_state) as executing,
  h.subject_kind, h.subject_ref, ${shownSubject(sql`h.subject`)} as name, h.subject ->> 'birth' as birth,
  h.subject ->> 'nationality' as nationality, trunc(h.score::numeric, 2) as score, h.band, h.four_eyes, h.raised_at, h.due_at,
  h.decided_at, h.state <> 'closed' and h.ends_at > ${now}::timestamptz and h.executing_authority = (select network.my_authority())
    and h.first_by is distinct from (select network.my_person()) and ${reviews} as mine,
  coalesce(h.first_by = (select network.my_person()), false) as waits_for_another, h.version`

export const lineJoins = sql`
  left join network.authority o on o.id = h.owner_authority
  left join network.authority e on e.id = h.executing_authority`

/** Reading a hit is reading about a person: each goes into the record. */
export function noteHits(tx: Tx, lines: readonly Pick<HitLine, 'id' | 'marking'>[]): void {
  if (lines.length === 0) tx.note('hit', [])
  for (const { id, marking } of lines) tx.note('hit', [id], marking)
}

export const HitRow = z.object({
  id: z.uuid(),
  alert: z.uuid(),
  number: z.int(),
  state: HitState,
  round: z.int(),
  version: z.int(),
  suppressed: z.boolean(),
  fourEyes: z.boolean(),
  firstBy: z.int().nullable(),
  marking: Marking,
  ownerAuthority: z.int(),
  executingAuthority: z.int(),
  mine: z.boolean(),
  /** The alert has ended: nothing more is decided. */
  ended: z.boolean(),
})
export type HitRow = z.infer<typeof HitRow>

/** A hit that the actor may read for the purpose stated; any other does not exist. */
export async function readableHit({ tx, ground }: Doing, id: string): Promise<HitRow> {
  const now = ground.clock()
  const row = await tx.row(
    HitRow,
    sql`
      select h.id, h.alert, h.number, ${stateOf(now)} as state, h.round, h.version, h.suppressed is not null as suppressed, h.four_eyes, h.first_by,
        (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[h.marking + 1] as marking, h.owner_authority, h.executing_authority,
        h.executing_authority = (select network.my_authority()) and ${reviews} as mine,
        h.ends_at <= ${now}::timestamptz as ended
      from person.hit h where h.id = ${id}`,
    'hit',
  )
  tx.note('hit', [id], row.marking)
  return row
}
