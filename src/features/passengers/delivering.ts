import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { Finding } from './model.ts'

// What a carrier that has only a folder is told: answers beside the folder, and that a message was put aside. All of it speaks of people
// by the carrier's own references, if at all.

/**
 * Has what waits for carriers' folders laid there, once this transaction has committed. A key for each message or flight: jobs that
 * messages shared would make them wait for each other.
 * @param mandate the gateway's.
 */
export const deliverSoon = ({ tx, ground }: Doing, mandate: number, key: string): Promise<void> =>
  ground.jobs.enqueue(
    tx,
    { operation: 'passengers.deliver', input: {}, mandate, purpose: 'border-check' },
    { key: `passengers.deliver:${key}` },
  )

const Answer = z.object({
  id: z.uuid(),
  kind: z.enum(['962', '132']),
  at: z.string(),
  reference: z.string(),
  cusres: z.string(),
  folder: z.string(),
})
const Aside = z.object({
  id: z.uuid(),
  control: z.string(),
  receivedAt: z.string(),
  fault: z.string().nullable(),
  findings: z.array(Finding),
  deleteAt: z.string(),
  folder: z.string(),
})
type Aside = z.infer<typeof Aside>

/** How much is laid there at one go. */
const most = 500

export const deliverVerbs = {
  /** Answers to what lay in a folder, and changed decisions about flights whose last list did. */
  async deliver({ tx, ground }) {
    const now = ground.clock()
    const answers = await tx.rows(
      Answer,
      sql`
        select a.id, a.kind, a.at, a.reference, a.cusres, m.folder
        from person.answer a join person.message m on m.id = case when a.kind = '962' then a.message else (
          select l.id from person.message l where l.flight = a.flight and l.carrier = a.carrier and l.kind in ('PAXLST', 'JSON', 'hand')
          order by l.received_at desc, l.id limit 1) end
        where a.fetched_at is null and m.folder is not null
        order by a.at, a.id limit ${most} for update of a skip locked`,
    )
    const aside = await tx.rows(
      Aside,
      sql`
        select id, control, received_at, fault, findings, delete_at, folder from person.message
        where folder is not null and state = 'quarantined' and told_at is null
        order by received_at, id limit ${most} for update skip locked`,
    )
    if (answers.length + aside.length === 0) return { answers: 0, aside: 0 }
    const root = ground.config.passengerFolder
    // Another process of this network may have it; the job is tried again, by whichever takes it.
    if (!root) throw new Problem('unavailable')
    for (const { id, kind, at, reference, cusres, folder } of answers)
      await lay(join(root, folder, 'answers'), `${named(at, reference, id)} ${kind}.edi`, cusres)
    for (const each of aside)
      await lay(
        join(root, each.folder, 'failed'),
        `${named(each.receivedAt, each.control, each.id)}.txt`,
        receiptOf(each),
      )
    await tx.run(sql`
      update person.answer set fetched_at = ${now} where id = any(${answers.map(({ id }) => id)}::uuid[])`)
    await tx.run(sql`
      update person.message set told_at = ${now} where id = any(${aside.map(({ id }) => id)}::uuid[])`)
    const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id)
    tx.note('answer', ids(answers), 'LIMITED')
    if (aside.length > 0) tx.note('carrier message', ids(aside), 'LIMITED')
    return { answers: answers.length, aside: aside.length }
  },
} satisfies Partial<Verbs<typeof passengers>>

/** Of a moment and the carrier's own reference; the same thing has the same name, so that laying it twice lays it once. */
const named = (at: string, reference: string, id: string): string =>
  [
    new Date(at).toISOString().replace(/[:.-]/g, ''),
    reference.replace(/[^\w-]+/g, '_').slice(0, 40),
    id.slice(0, 8),
  ].join(' ')

/** Written under another name and then given its own: whoever looks sees it whole or not at all. */
async function lay(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

/** Why a message was put aside, for whoever looks after the carrier's folder; findings never say what a person is called. */
export const receiptOf = ({ id, control, receivedAt, fault, findings, deleteAt }: Aside): string =>
  [
    'This message was taken and could not be processed. An officer looks at it; nobody on it has been checked yet.',
    `Why: ${fault ?? 'It could not be processed.'}`,
    `Control reference: ${control}`,
    `Our reference: ${id}`,
    `Received: ${receivedAt}`,
    `The original is kept encrypted, and deleted by ${deleteAt}.`,
    ...(findings.length > 0 ? ['Findings:'] : []),
    ...findings.map(
      ({ severity, code, sentence, segment, tag, times }) =>
        `- ${severity} ${code}${segment === undefined ? '' : `, segment ${segment} ${tag ?? ''}`.trimEnd()}${
          times === undefined ? '' : `, ${times} times`
        }: ${sentence}`,
    ),
    '',
  ].join('\n')
