import { z } from 'zod'
import { Question } from '#features/alerts/match.ts'
import { Kind } from '#features/alerts/model.ts'
import { operation } from '#kit/contract.ts'
import { mostCounted, rememberMonths } from './kinds.ts'
import {
  Filter,
  Form,
  FormFile,
  FormKind,
  HeldHit,
  Hit,
  HitLine,
  Id,
  MisusedQuestion,
  NotTheSame,
  Time,
  Verdict,
} from './model.ts'

const tags = ['hits']
const Counted = z.object({
  count: z.int(),
  more: z
    .boolean()
    .meta({ description: `Whether there are more: no further than ${mostCounted} is counted.` }),
})
const One = z.object({ id: Id })
const readers = ['read', 'screen', 'alert', 'supervise', 'protect'] as const
const reading = { may: readers, purpose: true, records: 'reads' } as const
const handling = { may: ['read', 'screen', 'alert'], purpose: true, records: 'acts' } as const
const keeping = { may: ['alert'], purpose: true, records: 'acts' } as const
const text = (least: number, most: number) => z.string().trim().min(least).max(most)

export const hits = {
  list: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/hits',
      summary: 'Hits, the departure nearest to now first, 50 at a time',
      tags,
    })
    .input(Filter.extend({ after: z.string().max(200).nullable().default(null) }))
    .output(z.object({ items: z.array(HitLine), next: z.string().nullable() })),

  count: operation
    .meta(reading)
    .route({ method: 'GET', path: '/hits/count', summary: 'How many hits a filter finds', tags })
    .input(Filter)
    .output(Counted),

  waiting: operation
    .meta({ may: ['read', 'screen', 'alert'], purpose: true, records: 'nothing' })
    .route({
      method: 'GET',
      path: '/hits/waiting',
      summary: 'What waits for one, in numbers alone: hits to look at, forms to answer',
      tags,
    })
    .output(
      z.array(z.object({ what: z.enum(['hits', 'forms']), ...Counted.shape, soonest: Time.nullable() })),
    ),

  read: operation
    .meta(reading)
    .route({ method: 'GET', path: '/hits/{id}', summary: 'One hit, side by side with the alert', tags })
    .input(One)
    .output(Hit),

  held: operation
    .meta({ may: ['protect'], purpose: true, records: 'reads' })
    .route({
      method: 'POST',
      path: '/hits/held',
      summary: 'What hits hold about a person, however the name is written: to answer their request',
      tags,
    })
    .input(Question)
    .output(z.array(HeldHit)),

  report: operation
    .meta(handling)
    .route({
      method: 'POST',
      path: '/hits',
      summary: 'Raise a hit on a person or thing one has asked about',
      tags,
    })
    .input(z.object({ alert: z.uuid().meta({ title: 'Alert' }), question: Question }))
    .output(Hit),

  review: operation
    .meta(handling)
    .route({ method: 'POST', path: '/hits/{id}/review', summary: 'Say whether it is the same person', tags })
    .input(
      One.extend({
        version: z.int().min(1).meta({ description: 'The version one has read.' }),
        verdict: Verdict,
        reason: text(3, 2000).meta({ title: 'Reason', description: 'What the verdict rests on.' }),
        rememberMonths: z.int().min(1).max(36).nullable().default(rememberMonths).meta({
          title: 'Remember for',
          description: 'Months for which the same person does not come up again. Empty: not at all.',
        }),
      }),
    )
    .output(Hit),

  notTheSame: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/hits/known',
      summary: 'Who is known not to be the person of an alert',
      tags,
    })
    .input(
      z.object({
        all: z.boolean().default(false).meta({ title: 'Also withdrawn and expired ones' }),
        after: z.string().max(200).nullable().default(null),
      }),
    )
    .output(z.object({ items: z.array(NotTheSame), next: z.string().nullable() })),

  withdrawNotTheSame: operation
    .meta(handling)
    .route({
      method: 'POST',
      path: '/hits/known/{id}/withdraw',
      summary: 'No longer take somebody for known; what it kept away waits again',
      tags,
    })
    .input(z.object({ id: z.uuid(), reason: text(3, 500).meta({ title: 'Reason' }) }))
    .output(NotTheSame),

  misused: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/hits/misused/{alert}',
      summary: 'How victims of misused identity are told from the person of an alert',
      tags,
    })
    .input(z.object({ alert: z.uuid() }))
    .output(z.array(MisusedQuestion)),

  keepMisused: operation
    .meta(keeping)
    .route({
      method: 'PUT',
      path: '/hits/misused/{alert}/{number}',
      summary: 'Keep how a victim of misused identity is told apart, with their consent',
      tags,
    })
    .input(MisusedQuestion.extend({ alert: z.uuid(), number: z.coerce.number().int().min(1).max(50) }))
    .output(z.array(MisusedQuestion)),

  forgetMisused: operation
    .meta(keeping)
    .route({
      method: 'DELETE',
      path: '/hits/misused/{alert}/{number}',
      summary: 'Forget it, as when the victim no longer agrees',
      tags,
    })
    .input(z.object({ alert: z.uuid(), number: z.coerce.number().int().min(1).max(50) }))
    .output(z.array(MisusedQuestion)),

  forms: operation
    .meta(reading)
    .route({ method: 'GET', path: '/hits/{id}/forms', summary: 'The forms about one hit', tags })
    .input(One)
    .output(z.array(Form)),

  sendForm: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/hits/{id}/forms', summary: 'Send a form to the other bureau', tags })
    .input(
      One.extend({
        kind: FormKind.exclude(['reply']),
        text: text(3, 4000).meta({ title: 'To the other bureau' }),
        note: text(0, 500).default('').meta({
          title: 'For the officers who carry out',
          description: 'What they may know. Never why the alert was entered.',
        }),
        urgent: z.boolean().default(false).meta({ title: 'Urgent' }),
      }),
    )
    .output(Form),

  replyForm: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/hits/forms/{id}/reply', summary: 'Answer a form', tags })
    .input(
      z.object({
        id: z.uuid(),
        text: text(3, 4000).meta({ title: 'To the other bureau' }),
        note: text(0, 500).default('').meta({ title: 'For the officers who carry out' }),
      }),
    )
    .output(Form),

  attachToForm: operation
    .meta(keeping)
    .route({
      method: 'POST',
      path: '/hits/forms/{id}/files',
      summary: 'Attach a file to a form: five at most, ten megabytes in all',
      tags,
    })
    .input(
      z.object({
        id: z.uuid(),
        file: z
          .file()
          .max(10 * 1024 * 1024, { error: 'A form carries at most 10 MB in all.' })
          .meta({ title: 'File' }),
      }),
    )
    .output(FormFile),

  formFile: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/hits/forms/{id}/files/{file}',
      summary: 'One file of a form',
      outputStructure: 'detailed',
      tags,
    })
    .input(z.object({ id: z.uuid(), file: z.uuid() }))
    .output(
      z.object({
        headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }),
        body: z.file(),
      }),
    ),

  owed: operation
    .meta({ ...reading, may: ['alert'] })
    .route({
      method: 'GET',
      path: '/hits/forms/owed',
      summary: 'Forms that wait for an answer of one’s bureau, or of the other',
      tags,
    })
    .output(z.array(Form)),

  statistics: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/hits/statistics',
      summary: 'Months of hits in numbers, without persons',
      tags,
    })
    .output(
      z.array(
        z.object({
          month: z.string(),
          kind: Kind,
          raised: z.int().meta({ description: 'Each number is rounded to the nearest five.' }),
          suppressed: z.int(),
          same: z.int(),
          notTheSame: z.int(),
          cannotTell: z.int(),
          notReviewed: z.int(),
          withinHour: z.int(),
          withinTwelve: z.int(),
          later: z.int(),
        }),
      ),
    ),

  tend: operation
    .meta({ may: ['run'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/hits/tend',
      summary: 'What is due: close, forget, delete, tell of answers that are late (a job)',
      tags,
    })
    .output(z.object({ told: z.int(), at: Time })),
}
