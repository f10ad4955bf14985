import { oc } from '@orpc/contract'
import type { Competence } from '#vocabulary/actor.ts'

/** What stands beside every operation of the contract. */
export interface Meta {
  /** Any one of these competences lets an official ask. `signed-in`: every official. `anyone`: before sign-in too. */
  may: readonly Competence[] | 'signed-in' | 'anyone'
  /** Personal data is read: the caller must state a purpose. */
  purpose?: true
  /** `acts` leave a record always; `reads` when the content is marked or personal; `nothing` only for housekeeping. */
  records: 'acts' | 'reads' | 'nothing'
  /** Open to a signed-in official who has not yet accepted the terms of use. Nothing else is. */
  beforeTerms?: true
}

/** The start of every operation. Until it says otherwise, nobody may. */
export const operation = oc.$meta<Meta>({ may: [], records: 'acts' })
