import { asDownload } from '#features/warnings/attachments.ts'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { alerts } from './api.ts'
import { alertColumns, AlertRow, contentsOf, ownList } from './rows.ts'

/** Read at a time. */
const batch = 1000

export const exportVerbs = {
  async export(doing, { list: id }) {
    const { tx } = doing
    const list = await ownList(doing, id)
    const rows = await tx.rows(
      AlertRow,
      sql`select ${alertColumns} from person.alert where list = ${id} order by entered_at, id`,
    )
    tx.note('alert-list', [id], list.marking)
    const lines: string[] = []
    for (let i = 0; i < rows.length; i += batch) {
      const some = rows.slice(i, i + batch)
      const contents = await contentsOf(tx, some)
      for (const row of some)
        lines.push(JSON.stringify({ id: row.sourceId ?? row.reference, content: contents.get(row.id) }))
    }
    return asDownload(lines.map(line => `${line}\n`).join(''), `${list.kind}.jsonl`, 'application/x-ndjson')
  },
} satisfies Partial<Verbs<typeof alerts>>
