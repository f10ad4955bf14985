import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { One, Saved, tags, writing } from './api-parts.ts'
import { Content, Member } from './content.ts'
import { Audience, Fault, Handling } from './model.ts'

/** The revision one has read: if somebody saved meanwhile, the answer is `conflict` and nothing is overwritten. */
const Seen = One.extend({ revision: z.int() })
const Draft = z.object({ content: Content, handling: Handling })
const reason = z.string().trim().min(3).max(1000).meta({ title: 'Reason' })

/** From the first draft to the withdrawal. */
export const writingWarnings = {
  draft: operation
    .meta(writing)
    .route({ method: 'POST', path: '/warnings/drafts', summary: 'Begin a draft', tags })
    .input(Draft)
    .output(Saved),

  save: operation
    .meta(writing)
    .route({ method: 'PUT', path: '/warnings/{id}/draft', summary: 'Save a draft', tags })
    .input(Seen.extend(Draft.shape))
    .output(Saved),

  remove: operation
    .meta(writing)
    .route({
      method: 'DELETE',
      path: '/warnings/{id}/draft',
      summary: 'Delete a draft that was never issued',
      tags,
    })
    .input(One)
    .output(One),

  check: operation
    .meta({ may: ['issue', 'validate'], records: 'nothing' })
    .route({ method: 'POST', path: '/warnings/check', summary: 'Everything to mend before sending', tags })
    .input(Draft)
    .output(z.array(Fault)),

  audience: operation
    .meta({ may: ['issue', 'validate'], records: 'nothing' })
    .route({ method: 'POST', path: '/warnings/audience', summary: 'Who will see this, and why', tags })
    .input(Draft)
    .output(Audience),

  submit: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/submit',
      summary: 'Ask the contact point to validate',
      tags,
    })
    .input(Seen)
    .output(Saved),

  validate: operation
    .meta({ may: ['validate'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/warnings/{id}/validate',
      summary: 'Validate for the State, and issue',
      tags,
    })
    .input(
      Seen.extend({
        issue: z
          .boolean()
          .default(true)
          .meta({ title: 'Issue at once', description: 'Else the author issues it.' }),
      }),
    )
    .output(Saved),

  return: operation
    .meta({ may: ['validate'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/warnings/{id}/return',
      summary: 'Send it back to its author, with the reason',
      tags,
    })
    .input(Seen.extend({ reason }))
    .output(Saved),

  issue: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/issue',
      summary: 'Issue a warning, or its new version',
      tags,
    })
    .input(Seen)
    .output(Saved),

  revise: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/revise',
      summary: 'Begin its next version or its successor',
      tags,
    })
    .input(
      One.extend({
        as: z.enum(['update', 'successor']).meta({
          title: 'As',
          description: 'update: the same number, next version · successor: a new number that replaces it',
        }),
      }),
    )
    .output(Saved),

  widen: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/widen',
      summary: 'Let more units see it (originator only)',
      tags,
    })
    .input(One.extend({ add: z.array(Member).min(1).max(100) }))
    .output(Saved),

  withdraw: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/withdraw',
      summary: 'Withdraw it: recipients see that, and that only',
      tags,
    })
    .input(One.extend({ reason }))
    .output(Saved),
}
