import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from './db.ts'
import type { Jobs } from './jobs.ts'
import { Problem } from './problem.ts'
import { sql } from './sql.ts'

/** How long an answer is kept in case its submission comes again. To change it is to change it here. */
export const keepAnswers = {
  hours: 24,
  rule: 'own rule: a bad line is mended within a day; answers name people and are kept no longer (decision 015)',
} as const

/** An act that may be sent twice: whose, under which key, and what. What it was stated to be for is part of it: the record knows one. */
export interface Submitted {
  mandate: number
  key: string
  operation: string
  purpose: string | undefined
  input: unknown
}

const Before = z.object({ operation: z.string(), request: z.instanceof(Buffer), answer: z.unknown() })

/**
 * The answer given when the same submission came before; a bad line makes officers press twice. Undefined when it did not, or when
 * its answer is forgotten: then it is done anew.
 * @throws Problem `conflict` when its key was used for something else.
 */
export async function answeredBefore(tx: Tx, submitted: Submitted) {
  const { mandate, key, operation } = submitted
  // Two copies of one submission may arrive together: the second waits here until the first is done.
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`${mandate} ${key}`}))`)
  const before = await tx.maybe(
    Before,
    sql`select operation, request, answer from record.submission where key = ${key}`,
  )
  if (before && (before.operation !== operation || !before.request.equals(digest(submitted))))
    throw new Problem(
      'conflict',
      'This submission key was used for something else. Send again with a new one.',
    )
  return before
}

const Kept = z.object({ at: z.iso.datetime(), clock: z.int().nullable() })
const hour = 3_600_000

/** Keeps an answer for its time. The first in an hour queues the duty (`record.forget`) that forgets those of its hour. */
export async function keepAnswer(tx: Tx, jobs: Jobs, submitted: Submitted, answer: unknown): Promise<void> {
  const { mandate, key, operation } = submitted
  const { at, clock } = await tx.row(
    Kept,
    sql`
      insert into record.submission (mandate, key, operation, request, answer)
      values (${mandate}, ${key}, ${operation}, ${digest(submitted)}, ${{ json: answer ?? null }})
      returning at, record.first_in_hour(at) as clock`,
  )
  if (clock === null) return
  const due = new Date((Math.floor(Date.parse(at) / hour) + 1 + keepAnswers.hours) * hour)
  await jobs.enqueue(
    tx,
    { operation: 'record.forget', input: {}, mandate: clock },
    { at: due, key: `record.forget:${due.toISOString()}` },
  )
}

const digest = ({ purpose, input }: Submitted): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([purpose ?? null, input ?? null]))
    .digest()
