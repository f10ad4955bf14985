import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { AlertContent } from './content.ts'
import { formats } from './formats/brought.ts'
import { Match, Question } from './match.ts'
import {
  Achieved,
  Alert,
  AlertLine,
  AlertList,
  Filter,
  HistoryEntry,
  Id,
  Kind,
  LinkKind,
  ListTerms,
  Time,
  WithdrawalReason,
} from './model.ts'

const tags = ['alerts']
const One = z.object({ id: Id })
/** The version one has read: if somebody changed it meanwhile, the answer is `conflict` and nothing is overwritten. */
const Seen = One.extend({ version: z.int().min(1) })
const Saved = z.object({ id: Id, reference: z.string(), version: z.int(), reviewAt: Time, expiresAt: Time })
const ListSaved = z.object({ id: z.uuid(), revision: z.int() })
const download = z.object({
  headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }),
  body: z.file(),
})
const readers = ['read', 'screen', 'alert', 'supervise', 'protect'] as const
const reading = { may: readers, purpose: true, records: 'reads' } as const
const keeping = { may: ['alert'], purpose: true, records: 'acts' } as const

export const alerts = {
  lists: operation
    .meta({ may: readers, records: 'nothing' })
    .route({ method: 'GET', path: '/alerts/lists', summary: 'The alert lists within one’s rights', tags })
    .output(z.array(AlertList)),

  enterList: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/alerts/lists', summary: 'Open a list of one’s authority', tags })
    .input(ListTerms.extend({ kind: Kind }))
    .output(ListSaved),

  changeList: operation
    .meta(keeping)
    .route({ method: 'PUT', path: '/alerts/lists/{id}', summary: 'Change the terms of a list', tags })
    .input(ListTerms.extend({ id: z.uuid(), revision: z.int().min(1) }))
    .output(ListSaved),

  list: operation
    .meta(reading)
    .route({ method: 'GET', path: '/alerts', summary: 'Alerts, newest first, 50 at a time', tags })
    .input(Filter.extend({ after: z.string().max(100).nullable().default(null) }))
    .output(z.object({ items: z.array(AlertLine), next: z.string().nullable() })),

  count: operation
    .meta(reading)
    .route({ method: 'GET', path: '/alerts/count', summary: 'How many alerts a filter finds', tags })
    .input(Filter)
    .output(z.object({ count: z.int() })),

  read: operation
    .meta(reading)
    .route({ method: 'GET', path: '/alerts/{id}', summary: 'One alert', tags })
    .input(One)
    .output(Alert),

  history: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/alerts/{id}/history',
      summary: 'What was done with an alert, also after its end',
      tags,
    })
    .input(One)
    .output(z.array(HistoryEntry)),

  waiting: operation
    .meta({ may: ['alert'], purpose: true, records: 'nothing' })
    .route({
      method: 'GET',
      path: '/alerts/waiting',
      summary: 'What waits for the bureau, in numbers alone: reviews that are near, answers to give',
      tags,
    })
    .output(
      z.array(z.object({ what: z.enum(['reviews', 'achieved']), count: z.int(), soonest: Time.nullable() })),
    ),

  due: operation
    .meta({ ...reading, may: ['alert'] })
    .route({
      method: 'GET',
      path: '/alerts/due',
      summary: 'Reviews that are near, and answers that are waited for',
      tags,
    })
    .output(
      z.object({
        reviews: z.array(AlertLine),
        achieved: z.array(Achieved.extend({ alert: AlertLine })),
      }),
    ),

  query: operation
    .meta({ may: ['read', 'screen', 'alert', 'protect'], purpose: true, records: 'reads' })
    .route({
      method: 'POST',
      path: '/alerts/query',
      summary: 'Ask about one person, document, vehicle or vessel',
      tags,
    })
    .input(Question)
    .output(z.array(Match)),

  compatible: operation
    .meta({ may: ['alert'], purpose: true, records: 'reads' })
    .route({
      method: 'POST',
      path: '/alerts/compatible',
      summary: 'Alerts that may be about the same, before one is saved',
      tags,
    })
    .input(
      z.object({
        list: z.uuid(),
        content: AlertContent.omit({ ground: true }),
        id: Id.nullable().default(null).meta({ description: 'The alert that is being changed.' }),
      }),
    )
    .output(
      z.array(
        Match.extend({
          relation: z.enum(['duplicate', 'consult', 'compatible']).meta({
            description: 'On the same list; of a kind whose owner is asked first; neither.',
          }),
        }),
      ),
    ),

  enter: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/alerts', summary: 'Enter an alert', tags })
    .input(z.object({ list: z.uuid(), content: AlertContent }))
    .output(Saved),

  change: operation
    .meta(keeping)
    .route({ method: 'PUT', path: '/alerts/{id}', summary: 'Change an alert', tags })
    .input(Seen.extend({ content: AlertContent }))
    .output(Saved),

  extend: operation
    .meta(keeping)
    .route({
      method: 'POST',
      path: '/alerts/{id}/extend',
      summary: 'Keep an alert longer, after an individual assessment',
      tags,
    })
    .input(
      Seen.extend({
        months: z.int().min(1).max(120).meta({ title: 'For', description: 'Months from today.' }),
        assessment: z
          .string()
          .trim()
          .min(20, 'Say in a sentence or more why this alert is still needed.')
          .max(4000)
          .meta({ title: 'Individual assessment' }),
      }),
    )
    .output(Saved),

  withdraw: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/alerts/{id}/withdraw', summary: 'Delete an alert of one’s own', tags })
    .input(
      One.extend({
        version: z.int().min(1).nullable().default(null).meta({
          description:
            'The version one has read: if somebody changed it meanwhile, nothing is deleted. Left out: whatever it says now.',
        }),
        reason: WithdrawalReason,
      }),
    )
    .output(One),

  link: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/alerts/{id}/links', summary: 'Link an alert to another', tags })
    .input(One.extend({ other: z.uuid(), kind: LinkKind }))
    .output(One),

  unlink: operation
    .meta(keeping)
    .route({ method: 'DELETE', path: '/alerts/{id}/links/{other}', summary: 'Take a link away', tags })
    .input(One.extend({ other: z.uuid() }))
    .output(One),

  tellAchieved: operation
    .meta({ may: ['screen', 'alert'], purpose: true, records: 'acts' })
    .route({
      method: 'POST',
      path: '/alerts/{id}/achieved',
      summary: 'Tell the owner that the purpose of an alert is achieved',
      tags,
    })
    .input(One.extend({ note: z.string().trim().min(3).max(1000).meta({ title: 'What was done' }) }))
    .output(z.object({ id: z.uuid(), dueAt: Time })),

  keep: operation
    .meta(keeping)
    .route({
      method: 'POST',
      path: '/alerts/{id}/achieved/{told}/keep',
      summary: 'Answer that an alert stands all the same, and why',
      tags,
    })
    .input(
      One.extend({
        told: z.uuid(),
        because: z.string().trim().min(3).max(1000).meta({ title: 'Why it stands' }),
      }),
    )
    .output(One),

  import: operation
    .meta(keeping)
    .route({
      method: 'POST',
      path: '/alerts/lists/{list}/import',
      summary: 'Bring a file of alerts into a list, or only try',
      tags,
    })
    .input(
      z.object({
        list: z.uuid(),
        file: z.file().max(10 * 1024 * 1024, 'Larger than 10 MB. Send it in parts.'),
        format: z.enum(formats).nullable().default(null).meta({
          title: 'Format',
          description: 'Empty: it is told from the file.',
        }),
        alt: z
          .file()
          .max(10 * 1024 * 1024)
          .optional()
          .meta({ title: 'alt.csv', description: 'The aliases beside sdn.csv.' }),
        dry: z
          .boolean()
          .default(true)
          .meta({ title: 'Only try', description: 'Says what would happen; changes nothing.' }),
        withoutRejected: z.boolean().default(false).meta({ title: 'Leave out what is wrong' }),
        withdrawMissing: z.boolean().default(false).meta({
          title: 'Withdraw what is gone',
          description: 'Delete alerts that an earlier file brought and this one no longer has.',
        }),
        reason: z
          .string()
          .trim()
          .max(500)
          .default('')
          .meta({ title: 'Reason', description: 'Where the file gives none.' }),
      }),
    )
    .output(
      z.object({
        format: z.string(),
        dry: z.boolean(),
        read: z.int(),
        entered: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        /** In which something stays that a person added, set right or took out by hand, and the file says otherwise. */
        kept: z.int(),
        withdrawn: z.int(),
        /** In the file, but not of the list's kind. */
        skipped: z.int(),
        rejected: z.int(),
        problems: z.array(
          z.object({ line: z.int(), where: z.string(), message: z.string(), mend: z.string().nullable() }),
        ),
        remarks: z.array(z.string()),
      }),
    ),

  export: operation
    .meta({ may: ['alert'], purpose: true, records: 'acts' })
    .route({
      method: 'GET',
      path: '/alerts/lists/{list}/export',
      summary: 'One’s own list as JSON lines',
      tags,
    })
    .input(z.object({ list: z.uuid() }))
    .output(download),

  remind: operation
    .meta({ may: ['alert'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/alerts/remind',
      summary: 'Write to oneself that reviews or answers wait; without content',
      tags,
    })
    .output(z.object({ sent: z.boolean() })),

  tend: operation
    .meta({ may: ['run'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/alerts/tend',
      summary: 'The daily duty: delete what has ended, tell whose review is near',
      tags,
    })
    .output(z.object({ told: z.int() })),
}
