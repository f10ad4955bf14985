import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { type AnyRouter, implement, ORPCError, os } from '@orpc/server'
import type { Actor } from '#vocabulary/actor.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import { type Purpose, purposesOf } from '#vocabulary/purpose.ts'
import type { Meta } from './contract.ts'
import type { Tx } from './db.ts'
import type { Ground } from './ground.ts'
import { placeOf } from './place-of.ts'
import { type Issue, Problem } from './problem.ts'
import { sql } from './sql.ts'
import { answeredBefore, keepAnswer, type Submitted } from './submissions.ts'

/** What every caller brings: the web, the command line, a job or another node. */
export interface Context {
  ground: Ground
  actor: Actor | null
  purpose?: Purpose | undefined
  /** Makes sending the same act twice harmless. */
  submission?: string | undefined
  /** Ties an answer, its log line and its entry in the record together. */
  correlation: string
  /** Where the call came from, its session secret and the way to give or take one: for the access feature only. */
  session?: Caller | undefined
}

/** The other end of a call over the network. */
export interface Caller {
  token: string | null
  set(token: string | null): void
  /** The address it came from: to slow down guessing; never logged or stored. */
  address: string
  /** The key that a machine shows (RFC 6750), for parties that are no officials. */
  bearer?: string | null
  /** What its browser calls itself, so that officials recognise their own sessions. */
  agent: string
  /** Tells the caller to wait this many seconds before the next try (RFC 9110, section 10.2.3). */
  retryAfter(seconds: number): void
}

/** What a verb is given: its transaction, in the name of its actor. */
export interface Doing {
  tx: Tx
  ground: Ground
  context: Context
}

type Contract = Record<string, ContractProcedure<AnySchema, AnySchema, never, Meta>>

/** The verbs of a feature: one function for each operation of its contract. */
// `any`: the error maps of single operations differ and play no part here.
export type Verbs<C> = {
  // oxlint-disable-next-line typescript/no-explicit-any
  [K in keyof C]: C[K] extends ContractProcedure<infer I, infer O, any, Meta>
    ? (doing: Doing, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O>>
    : never
}

/**
 * Joins a feature's contract with its verbs. Every call then goes the one way:
 * permitted? → well-formed? → as the actor, in one transaction → well-formed answer? → recorded → answered.
 */
export function performed<C extends object>(contract: C, verbs: Verbs<C>): AnyRouter {
  const builder = implement(contract as unknown as Contract)
    .$context<Context>()
    .use(oneWay)
  const router = Object.entries(
    verbs as Record<string, (doing: Doing, input: unknown) => Promise<unknown>>,
  ).map(([name, verb]) => {
    const procedure = (builder as unknown as Record<string, { handler(run: unknown): AnyRouter }>)[name]
    if (!procedure) throw new Error(`The contract has no operation ${name}.`)
    return [
      name,
      procedure.handler(({ context, input }: { context: Context & { tx: Tx }; input: unknown }) =>
        verb({ tx: context.tx, ground: context.ground, context }, input),
      ),
    ]
  })
  return Object.fromEntries(router) as AnyRouter
}

/** Permission first, then oRPC parses the input, runs the verb and parses its answer, all inside our transaction. */
const oneWay = os.$context<Context>().middleware(async ({ context, next, path, procedure }, input) => {
  const operation = path.join('.')
  const meta = procedure['~orpc'].meta as Meta
  const { actor, ground } = context
  try {
    permit(meta, context)
    return await ground.db.as(
      actor,
      async tx => {
        const submitted = submission(operation, context, meta, input)
        const before = submitted && (await answeredBefore(tx, submitted))
        if (before !== undefined) return { output: before.answer, context: {} }
        const result = await next({ context: { tx } })
        if (submitted) await keepAnswer(tx, ground.jobs, submitted, result.output)
        if (worthRecording(meta, tx))
          record(tx, operation, meta.records === 'reads' ? 'read' : 'done', context)
        return result
      },
      context.purpose,
    )
  } catch (error) {
    const problem = asProblem(error)
    if (problem.code === 'unexpected' || problem.code === 'unavailable')
      ground.log.error({ operation, correlation: context.correlation, ...placeOf(error) }, 'failed')
    if (meta.records !== 'nothing') {
      // In a transaction of its own: the act's rollback must not erase the record of its failure.
      const outcome = problem.status < 500 ? 'refused' : 'failed'
      await ground.db.as(
        actor,
        async tx => record(tx, operation, outcome, context, problem.code),
        context.purpose,
      )
    }
    problem.data.correlation = context.correlation
    throw problem
  }
})

/** What may come twice: an act of somebody signed in, under the key that its caller gave it. */
const submission = (
  operation: string,
  { submission: key, actor, purpose }: Context,
  meta: Meta,
  input: unknown,
): Submitted | undefined =>
  key && actor && meta.records === 'acts'
    ? { mandate: actor.mandate, key, operation, purpose, input }
    : undefined

function permit({ may, purpose, beforeTerms }: Meta, context: Context): void {
  const { actor } = context
  if (may !== 'anyone' && !actor) throw new Problem('sign-in-needed')
  if (actor?.termsDue && may !== 'anyone' && !beforeTerms)
    throw new Problem(
      'terms-needed',
      'Read and accept the terms of use; then everything within your mandate opens.',
    )
  if (Array.isArray(may) && !may.some(competence => actor?.competences.includes(competence)))
    throw new Problem(
      'not-competent',
      `This needs a mandate to ${may.join(' or ')}. Your contact point can grant it.`,
    )
  if (purpose && !context.purpose)
    throw new Problem('purpose-needed', 'Say what the personal data is needed for; it is kept in the record.')
  if (purpose && context.purpose && actor && !purposesOf(actor).includes(context.purpose))
    throw new Problem(
      'purpose-not-covered',
      `Your mandate does not cover the purpose ${context.purpose}. Choose one that it covers, or ask your contact point.`,
    )
}

const worthRecording = (meta: Meta, tx: Tx): boolean =>
  meta.records === 'acts' ||
  (meta.records === 'reads' && (meta.purpose === true || markingLevel(tx.noted.marking) > 0))

/** Writes down what was done, with the commit: an act that cannot be recorded has not happened. */
function record(
  tx: Tx,
  operation: string,
  outcome: 'done' | 'read' | 'refused' | 'failed',
  { purpose, correlation }: Context,
  problem: string | null = null,
): void {
  const { subject, ids, marking, actor } = tx.noted
  const stated = purpose ?? tx.noted.purpose ?? null
  tx.last(sql`
    insert into record.entry
      (mandate, person, unit, state, operation, outcome, subject, subject_ids, marking, purpose, problem, correlation)
    values (${actor?.mandate ?? null}, ${actor?.person ?? null}, ${actor?.unit ?? null}, ${actor?.state ?? null},
      ${operation}, ${outcome}, ${subject}, ${[...new Set(ids)]}, ${markingLevel(marking)}, ${stated}, ${problem}, ${correlation})`)
}

/** Makes one of our problems of whatever was thrown. The unknown says nothing to the outside. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const found = (
      error.data as { issues?: readonly { path?: readonly unknown[]; message: string }[] } | undefined
    )?.issues
    const issues: Issue[] = (found ?? []).map(issue => ({
      path: (issue.path ?? []).map(step =>
        typeof step === 'object' && step !== null && 'key' in step ? step.key : step,
      ) as (string | number)[],
      message: issue.message,
    }))
    const where = issues.map(issue => issue.path.join('.')).filter(Boolean)
    return new Problem(
      'invalid-input',
      where.length
        ? `Look at: ${[...new Set(where)].join(', ')}.`
        : 'The input does not have the expected shape.',
      issues,
    )
  }
  return databaseProblem((error as { code?: unknown } | null)?.code) ?? new Problem('unexpected')
}

/** PostgreSQL's own refusals (SQLSTATE), without naming the row, the constraint or the table. */
function databaseProblem(code: unknown): Problem | undefined {
  if (code === '42501')
    return new Problem('not-found', 'There is no such item, or it is not yours to change.')
  if (code === '23505')
    return new Problem('conflict', 'Something with the same number or name exists already.')
  // Class 22 is data that no column takes: a number too large, a NUL byte, a code that is none.
  if (code === '23503' || code === '23514' || (typeof code === 'string' && code.startsWith('22')))
    return new Problem('invalid-input', 'A value does not fit. Check the codes, dates and lengths.')
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new Problem('conflict', 'Somebody else changed it at the same moment. Look again and repeat.')
  if (typeof code === 'string' && /^(08|53|57)|^E(CONN|PIPE)/.test(code))
    return new Problem(
      'unavailable',
      'The database does not answer. Nothing was changed; try again in a moment.',
    )
  return undefined
}
