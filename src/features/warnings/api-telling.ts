import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { One, tags, writing } from './api-parts.ts'

/** Notices and deadlines: jobs. */
export const tellingWarnings = {
  tell: operation
    .meta(writing)
    .route({
      method: 'POST',
      path: '/warnings/{id}/tell',
      summary: 'Queue the notices of an issued warning (a job)',
      tags,
    })
    .input(One.extend({ version: z.int() }))
    .output(z.object({ queued: z.int() })),

  notify: operation
    .meta({ may: 'signed-in', records: 'acts' })
    .route({
      method: 'POST',
      path: '/warnings/{id}/notify',
      summary: 'Mail me that it is there, once (a job)',
      tags,
    })
    .input(One.extend({ version: z.int(), about: z.enum(['new', 'late']).default('new') }))
    .output(z.object({ sent: z.enum(['at-once', 'in-digest', 'not']) })),

  digest: operation
    .meta({ may: 'signed-in', records: 'acts' })
    .route({
      method: 'POST',
      path: '/warnings/digest',
      summary: 'Mail me what has gathered, once (a job)',
      tags,
    })
    .output(z.object({ sent: z.int() })),

  escalate: operation
    .meta({ may: ['run'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/warnings/{id}/escalate',
      summary: 'At the deadline: raise unanswered deliveries (a job)',
      tags,
    })
    .input(One)
    .output(z.object({ escalated: z.int() })),
}
