import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Jobs } from '#kit/jobs.ts'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'

const day = 86_400_000

/**
 * Queues the duty for a time (to the minute, once), under the mandate that automatic duties have now.
 * @param at null: the next night.
 */
export async function queueTending(tx: Tx, queue: Jobs, now: Date, at: Date | null = null): Promise<void> {
  const clock = await tx.row(z.object({ id: z.int().nullable() }), sql`select work.clock() as id`)
  if (clock.id === null) return
  const due = at
    ? new Date(Math.ceil(at.getTime() / 60_000) * 60_000)
    : new Date(Math.floor(now.getTime() / day) * day + day + 10 * 60_000)
  await queue.enqueue(
    tx,
    { operation: 'hits.tend', input: {}, mandate: clock.id },
    { at: due, key: `hits.tend:${due.toISOString()}` },
  )
}

const Due = z.object({
  late: z.uuid().nullable(),
  hit: z.uuid().nullable(),
  officials: z.array(z.int()),
  files: z.array(z.string()),
})

export const tendingVerbs = {
  async tend(doing) {
    const { tx, ground } = doing
    const now = ground.clock()
    const due = await tx.rows(Due, sql`select late, hit, officials, files from person.tend_hits(${now})`)
    const late = due.filter(each => each.hit !== null)
    for (const { hit, officials } of late)
      await tx.run(sql`select network.announce('hits-late', ${hit}, ${officials})`)
    // What is sealed is unreadable already: the keys went with the rows.
    for (const hash of due.flatMap(each => each.files)) await ground.blobs.remove(hash)
    await queueTending(tx, ground.jobs, now)
    return { told: late.length, at: now.toISOString() }
  },
} satisfies Partial<Verbs<typeof hits>>
