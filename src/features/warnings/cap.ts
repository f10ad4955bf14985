import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { warnings } from './api.ts'
import { asDownload } from './attachments.ts'
import { readCap } from './cap-read.ts'
import { capTime, identifierOf, senderOf, writeCap } from './cap-write.ts'
import { beginDraft } from './draft.ts'
import { Handling, Time } from './model.ts'
import { contentFor, readWarning } from './reading.ts'

export const capVerbs = {
  async cap(doing, { id }) {
    const { tx, ground } = doing
    const row = await readWarning(doing, id)
    const { content, title } = await contentFor(tx, row)
    const earlier = await tx.rows(
      z.object({ version: z.int(), issuedAt: Time }),
      sql`
        select version, issued_at from work.warning_version
        where warning = ${id} and version < ${row.version} order by version`,
    )
    const withdrawn = row.withdrawnAt ? { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' } : null
    const sender = senderOf(row.ownerState)
    const message = writeCap(content, {
      id,
      number: row.number,
      version: row.version,
      state: row.ownerState,
      unit: row.unitName,
      marking: row.marking,
      title,
      issuedAt: row.issuedAt,
      inForceUntil: row.inForceUntil,
      withdrawn,
      exercise: ground.config.demo,
      references: [
        ...earlier.map(
          each => `${sender},${identifierOf(row.number, id, each.version)},${capTime(each.issuedAt)}`,
        ),
        ...(withdrawn && row.issuedAt
          ? [`${sender},${identifierOf(row.number, id, row.version)},${capTime(row.issuedAt)}`]
          : []),
      ],
    })
    return asDownload(message, `${row.number ?? 'draft'}.xml`, 'application/cap+xml')
  },

  async importCap(doing, { file }) {
    const { content, handling, findings } = readCap(await file.text())
    const begun = await beginDraft(doing, content, Handling.parse(handling))
    return { ...begun, findings }
  },
} satisfies Partial<Verbs<typeof warnings>>
