import { createORPCClient, ORPCError } from '@orpc/client'
import { type AnyContractRouter, type ContractRouterClient, isContractProcedure } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Issue } from '#kit/problem.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { stated } from './purpose.ts'

/** What may go with a call: a key that makes sending it twice harmless, and why personal data is read. */
export interface CallContext {
  submission?: string
  /** Another purpose than the one stated in this tab, or that one where the operation does not ask for it. */
  purpose?: Purpose
}

/** What the server answered instead, in words for the reader. */
export interface ClientProblem extends Error {
  code: string
  status: number
  data: { issues: Issue[]; correlation?: string }
}

/** The calls of one feature, typed by its contract: `connect({ warnings }).warnings.list.queryOptions({ input })`. */
export function connect<C extends AnyContractRouter>(contract: C) {
  const link = new OpenAPILink<CallContext>(contract, {
    url: () => `${location.origin}/api`,
    headers: ({ context }, path) => {
      const purpose = context.purpose ?? (needsPurpose(contract, path) ? stated.get()?.purpose : undefined)
      return {
        ...(context.submission ? { 'idempotency-key': context.submission } : {}),
        ...(purpose ? { 'iconet-purpose': purpose } : {}),
      }
    },
    // oRPC reads `application/json` only; a problem (RFC 9457) is JSON under another name.
    fetch: async (request, init) => {
      const response = await fetch(request, init)
      if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response
      const headers = new Headers(response.headers)
      headers.set('content-type', 'application/json')
      return new Response(response.body, { status: response.status, headers })
    },
    customErrorResponseBodyDecoder: (body, response) => {
      const told = body as { code?: string; detail?: string; issues?: Issue[]; instance?: string } | null
      if (typeof told?.code !== 'string') return null
      return new ORPCError(told.code, {
        status: response.status,
        message: told.detail ?? told.code,
        data: { issues: told.issues ?? [], correlation: told.instance },
      })
    },
  })
  const client: JsonifiedClient<ContractRouterClient<C, CallContext>> = createORPCClient(link)
  return createTanstackQueryUtils(client)
}

/** Whether the contract asks for a purpose at this operation: personal data is read there. */
const needsPurpose = (contract: AnyContractRouter, path: readonly string[]): boolean => {
  let at: unknown = contract
  for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step]
  return isContractProcedure(at) && (at['~orpc'].meta as { purpose?: true }).purpose === true
}

/** The problem in an error, or undefined when the line itself failed and nobody answered. */
export const problemOf = (error: unknown): ClientProblem | undefined =>
  error instanceof ORPCError ? error : undefined

/** A fresh key for one submission; keep it while trying again over a bad line. */
export const newSubmission = (): string => crypto.randomUUID()
