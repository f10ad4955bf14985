// What the list an alert was brought in from said of it the last time: by this what people wrote is told from what the list says.
import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import { sql } from '#kit/sql.ts'
import type { Terms } from './check.ts'
import type { AlertContent } from './content.ts'
import type { Entry } from './formats/brought.ts'
import { Said, type Spoken } from './merging.ts'
import { completed } from './writing.ts'

/** Written at a time. */
const batch = 1000

/** What the file says of an alert, and nothing that is its list's or a default of ours. */
export function spokenOf(entry: Entry, content: AlertContent, list: Terms): Spoken {
  const { identities, documents, objects, action, legalBasis, flags, marking, endsOn, ground } = completed(
    content,
    list,
  )
  const given = entry.content
  return {
    identities,
    documents,
    objects,
    action: given.action ? action : null,
    legalBasis: given.legalBasis ? legalBasis : '',
    flags,
    marking: given.marking ? marking : null,
    particulars: given.particulars === undefined ? null : content.particulars,
    endsOn,
    ground: { ...ground, reason: given.ground.reason ? ground.reason : '' },
  }
}

/** What the list said of these alerts the last time. */
export async function saidOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Said>> {
  const rows = await tx.rows(
    z.object({ alert: z.uuid(), said: Said }),
    sql`select alert, said from person.alert_source where alert = any(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ alert, said }) => [alert, said]))
}

/** Keeps what the list says, to tell it the next time from what people wrote. */
export async function keepSaid(tx: Tx, all: readonly { alert: string; said: Said }[]): Promise<void> {
  for (let i = 0; i < all.length; i += batch)
    await tx.run(sql`
      insert into person.alert_source as s (alert, said)
      select alert, said from jsonb_to_recordset(${{ json: all.slice(i, i + batch) }}::jsonb) as r (alert uuid, said jsonb)
      on conflict (alert) do update set said = excluded.said where s.said <> excluded.said`)
}
