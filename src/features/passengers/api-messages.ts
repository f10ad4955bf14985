import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { CarrierRef, One, acting, looking, tags } from './api-parts.ts'
import { Finding, Id, Message, Receipt, Time, messageStates } from './model.ts'
import { SentList } from './sent.ts'

const reason = z.string().trim().min(3).max(500).meta({ title: 'Reason' })
const automatic = { may: ['run'], records: 'acts' } as const

/** Messages, and what automatic duties make of them and of what they brought. */
export const messageOperations = {
  messages: operation
    .meta(looking)
    .route({ method: 'GET', path: '/passengers/messages', summary: 'What carriers sent, newest first', tags })
    .input(
      z.object({
        state: z.enum(messageStates).optional(),
        flight: Id.optional(),
        carrier: z.string().max(3).optional(),
        before: Time.optional().meta({ title: 'Next page' }),
      }),
    )
    .output(z.object({ items: z.array(Message), next: Time.nullable() })),

  message: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/messages/{id}',
      summary: 'One message with its findings',
      tags,
    })
    .input(One)
    .output(Message.extend({ findings: z.array(Finding), settledReason: z.string().nullable() })),

  retry: operation
    .meta(acting)
    .route({
      method: 'POST',
      path: '/passengers/messages/{id}/retry',
      summary: 'Have a quarantined message tried again',
      tags,
    })
    .input(One)
    .output(Message),

  discard: operation
    .meta(acting)
    .route({
      method: 'POST',
      path: '/passengers/messages/{id}/discard',
      summary: 'Give a quarantined message up',
      tags,
    })
    .input(One.extend({ reason }))
    .output(Message),

  enterByHand: operation
    .meta(acting)
    .route({
      method: 'POST',
      path: '/passengers/by-hand',
      summary: 'Type in a list for a small carrier',
      tags,
    })
    .input(SentList.extend(CarrierRef.shape))
    .output(Receipt.extend({ flight: Id.nullable() })),

  take: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/taken',
      summary: 'Take in a file or a mail of a carrier (automatic)',
      tags,
    })
    .input(
      z.object({
        carrier: z.string().max(3),
        channel: z.enum(['folder', 'mail']),
        content: z
          .string()
          .max(44 * 1024 * 1024)
          .meta({ description: 'The interchange in base64. What is larger than 8 MB is put aside.' }),
      }),
    )
    .output(Receipt),

  process: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/messages/{id}/process',
      summary: 'Process a message that was taken (a job)',
      tags,
    })
    .input(One)
    .output(z.object({ state: z.enum(messageStates) })),

  deliver: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/delivered',
      summary: 'Lay answers, and what was put aside, into carriers’ folders (a job)',
      tags,
    })
    .output(z.object({ answers: z.int(), aside: z.int() })),

  follow: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/people/{id}/follow',
      summary: 'Follow what officers made of a passenger’s hits, and tell the carrier (a job)',
      tags,
    })
    .input(One)
    .output(z.object({ suggestion: z.enum(['board', 'selectee']).nullable() })),

  rescreen: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/rescreen',
      summary:
        'Screen everybody under way again, because alerts have changed; some flights at a time (a job)',
      tags,
    })
    .input(
      z
        .object({
          after: z.string().max(80).default('').meta({
            title: 'Behind this flight',
            description: 'Empty: from the first. Each part orders the next.',
          }),
        })
        .default({ after: '' }),
    )
    .output(z.object({ people: z.int(), changed: z.int() })),

  summon: operation
    .meta({ may: ['screen'], purpose: true, records: 'acts' })
    .route({
      method: 'POST',
      path: '/passengers/messages/summon',
      summary:
        'Write to oneself that a message was put aside, or a carrier is to be looked at; without content (a job)',
      tags,
    })
    .output(z.object({ sent: z.boolean() })),

  forget: operation
    .meta(automatic)
    .route({
      method: 'POST',
      path: '/passengers/forget',
      summary: 'Count, mask and delete what is due (a job)',
      tags,
    })
    .output(z.object({ flights: z.int(), people: z.int(), masked: z.int(), messages: z.int() })),
}
