import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { ScreenLanguage } from '#vocabulary/language.ts'
import { Coordinates, Content, Member } from './content.ts'
import {
  Answer,
  Attachment,
  Audience,
  Fault,
  Filter,
  Handling,
  Id,
  Listed,
  NewRemark,
  Remark,
  SavedSearch,
  Subscription,
  Time,
  Warning,
  Work,
} from './model.ts'

const tags = ['warnings']
const One = z.object({ id: Id })
/** The revision one has read: if somebody saved meanwhile, the answer is `conflict` and nothing is overwritten. */
const Seen = One.extend({ revision: z.int() })
const Saved = z.object({
  id: Id,
  revision: z.int(),
  status: Warning.shape.status,
  number: z.string().nullable(),
})
const Draft = z.object({ content: Content, handling: Handling })
const reason = z.string().trim().min(3).max(1000).meta({ title: 'Reason' })
const File = z.file().max(10 * 1024 * 1024, 'Larger than 10 MB. Send a smaller file.')
const download = z.object({
  headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }),
  body: z.file(),
})
const reading = { may: ['read'], records: 'reads' } as const
const writing = { may: ['issue'], records: 'acts' } as const
const answering = { may: ['read'], records: 'acts' } as const

export const warnings = {
  form: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({ method: 'GET', path: '/warnings/form', summary: 'The form as data', tags })
    .output(
      z.object({
        version: z.int(),
        groups: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            fields: z.array(
              z.object({
                name: z.string(),
                quick: z.literal(true).optional(),
                required: z.literal(true).optional(),
              }),
            ),
          }),
        ),
      }),
    ),

  list: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings', summary: 'Warnings, newest first, 50 at a time', tags })
    .input(
      Filter.extend({ after: z.string().max(100).nullable().default(null).meta({ title: 'Next page' }) }),
    )
    .output(z.object({ items: z.array(Listed), next: z.string().nullable() })),

  count: operation
    .meta({ may: ['read'], records: 'nothing' })
    .route({ method: 'GET', path: '/warnings/count', summary: 'How many warnings a filter finds', tags })
    .input(Filter)
    .output(z.object({ count: z.int() })),

  suggest: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/suggest',
      summary: 'Warnings whose number or words begin so',
      tags,
    })
    .input(z.object({ text: z.string().trim().min(1).max(100) }))
    .output(z.array(Listed.pick({ id: true, number: true, title: true, marking: true, status: true }))),

  places: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/places',
      summary: 'Issued warnings of a period, for map and timeline',
      tags,
    })
    .input(Filter.omit({ view: true, status: true }))
    .output(z.array(Listed.extend({ coordinates: Coordinates.nullable() }))),

  read: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings/{id}', summary: 'One warning with all that came of it', tags })
    .input(One)
    .output(Warning),

  readVersion: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings/{id}/versions/{version}', summary: 'An earlier version', tags })
    .input(One.extend({ version: z.int().min(1) }))
    .output(
      z.object({
        id: Id,
        version: z.int(),
        title: z.string(),
        content: Content,
        issuedAt: Time,
        note: z.string(),
      }),
    ),

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

  attach: operation
    .meta(writing)
    .route({ method: 'POST', path: '/warnings/{id}/attachments', summary: 'Attach a file to a draft', tags })
    .input(One.extend({ file: File }))
    .output(Attachment),

  detach: operation
    .meta(writing)
    .route({
      method: 'DELETE',
      path: '/warnings/{id}/attachments/{attachment}',
      summary: 'Take a file off a draft',
      tags,
    })
    .input(One.extend({ attachment: z.uuid() }))
    .output(One),

  attachment: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/attachments/{attachment}',
      summary: 'Download an attachment',
      outputStructure: 'detailed',
      tags,
    })
    .input(One.extend({ attachment: z.uuid() }))
    .output(download),

  cap: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/cap',
      summary: 'As a CAP 1.2 message',
      outputStructure: 'detailed',
      tags,
    })
    .input(One)
    .output(download),

  importCap: operation
    .meta(writing)
    .route({ method: 'POST', path: '/warnings/cap', summary: 'Make a draft of a CAP 1.2 message', tags })
    .input(z.object({ file: z.file().max(1024 * 1024, 'A CAP message of more than 1 MB is refused.') }))
    .output(
      Saved.extend({
        findings: z.array(z.object({ where: z.string(), message: z.string() })).meta({
          description: 'What of the message had no place in our form, or was read with doubt.',
        }),
      }),
    ),

  pdf: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/pdf',
      summary: 'As a PDF with the marking on each page',
      outputStructure: 'detailed',
      tags,
    })
    .input(
      One.extend({
        language: ScreenLanguage.optional().meta({
          title: 'Language',
          description: 'Of the labels; else the one chosen for letters.',
        }),
      }),
    )
    .output(download),

  work: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings/work', summary: 'What waits for me, late first', tags })
    .output(Work),

  searches: operation
    .meta({ may: ['read'], records: 'nothing' })
    .route({ method: 'GET', path: '/warnings/searches', summary: 'My saved searches', tags })
    .output(z.array(SavedSearch)),

  saveSearch: operation
    .meta(answering)
    .route({ method: 'POST', path: '/warnings/searches', summary: 'Save a search under a name', tags })
    .input(z.object({ name: z.string().trim().min(1).max(80).meta({ title: 'Name' }), filter: Filter }))
    .output(SavedSearch),

  removeSearch: operation
    .meta(answering)
    .route({ method: 'DELETE', path: '/warnings/searches/{id}', summary: 'Forget a saved search', tags })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ id: z.uuid() })),

  subscriptions: operation
    .meta({ may: ['read'], records: 'nothing' })
    .route({
      method: 'GET',
      path: '/warnings/subscriptions',
      summary: 'What my unit asks to be told of',
      tags,
    })
    .output(z.array(Subscription)),

  subscribe: operation
    .meta(answering)
    .route({
      method: 'POST',
      path: '/warnings/subscriptions',
      summary: 'Ask to be told of routes, countries, methods',
      tags,
    })
    .input(Subscription.omit({ id: true }))
    .output(Subscription),

  unsubscribe: operation
    .meta(answering)
    .route({ method: 'DELETE', path: '/warnings/subscriptions/{id}', summary: 'Stop asking for it', tags })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ id: z.uuid() })),

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
