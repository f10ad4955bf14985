import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract'
import type { Meta } from '#kit/contract.ts'
import { contract } from './features.ts'

/** One operation of the contract, with what stands beside it. */
export interface Operation {
  /** `feature.verb`. */
  name: string
  meta: Meta
  procedure: AnyContractProcedure
  method: string
  path: string
  summary: string
}

/** Every operation, in the order of the features. */
export const operations: readonly Operation[] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]: [string, unknown]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${verb} is not an operation.`)
    const { meta, route } = procedure['~orpc']
    return {
      name: `${feature}.${verb}`,
      meta,
      procedure,
      method: route.method ?? 'POST',
      path: route.path ?? '',
      summary: route.summary ?? '',
    }
  }),
)
