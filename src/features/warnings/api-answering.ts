import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { answering, One, tags, writing } from './api-parts.ts'
import { Answer, Id, NewRemark, Remark, Time } from './model.ts'

/** What recipients do with a warning, and what the originator replies. */
export const answeringWarnings = {
  open: operation
    .meta(answering)
    .route({
      method: 'POST',
      path: '/warnings/{id}/open',
      summary: 'Say that one’s unit has opened it',
      tags,
    })
    .input(One)
    .output(z.object({ opened: z.boolean().meta({ description: 'True the first time.' }) })),

  answer: operation
    .meta(answering)
    .route({
      method: 'POST',
      path: '/warnings/{id}/answer',
      summary: 'Answer for one’s unit; again replaces the answer',
      tags,
    })
    .input(One.extend(Answer.shape))
    .output(z.object({ id: Id, answeredAt: Time })),

  remark: operation
    .meta(answering)
    .route({
      method: 'POST',
      path: '/warnings/{id}/remarks',
      summary: 'Report a measure, say “we see this too”, or ask the originator',
      tags,
    })
    .input(One.extend(NewRemark.shape))
    .output(Remark),

  reply: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/remarks/{remark}/reply',
      summary: 'Answer a question',
      tags,
    })
    .input(
      One.extend({
        remark: z.uuid(),
        text: z.string().trim().min(1).max(2000).meta({ title: 'Answer' }),
        toAll: z.boolean().default(false).meta({ title: 'Show to all recipients' }),
      }),
    )
    .output(Remark),
}
