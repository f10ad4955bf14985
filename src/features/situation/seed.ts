import type { ContractRouterClient } from '@orpc/contract'
import type { situation } from './api.ts'

/** Imports the open data that the repository carries, in the name of an analyst, by the operation analysts use. */
export async function seedSituation(
  client: ContractRouterClient<{ situation: typeof situation }>,
): Promise<void> {
  await client.situation.import({ source: 'iom-missing-migrants' })
  await client.situation.import({ source: 'frontex-detections' })
}
