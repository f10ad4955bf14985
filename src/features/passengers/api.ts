import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import {
  Carrier,
  CountOfDay,
  Finding,
  Flight,
  flightStates,
  Id,
  Message,
  messageStates,
  NewCarrier,
  OverseenDecision,
  OverseenFlight,
  Passenger,
  PassengerDetail,
  Quality,
  Receipt,
  Request,
  RequestedPerson,
  SentFlight,
  SentList,
  Standing,
  Time,
  Told,
  Waiting,
} from './model.ts'
import { whatIsWrong } from './what-is-wrong.ts'

const tags = ['passengers']
const One = z.object({ id: Id })
const CarrierRef = z.object({ carrier: Id.meta({ title: 'Carrier' }) })
const read = z.string().min(1).max(64).meta({
  title: 'Version of the person that was read',
  description:
    'The `version` that came with the person. If something was found on them or corrected since, the answer is `conflict`.',
})
const reason = z.string().trim().min(3).max(500).meta({ title: 'Reason' })
const dealing = { may: ['screen'], records: 'reads' } as const
const keeping = { may: ['screen'], records: 'acts' } as const
/** People are read or decided on: the officer says what for. */
const looking = { may: ['screen'], purpose: true, records: 'reads' } as const
const acting = { may: ['screen'], purpose: true, records: 'acts' } as const
const automatic = { may: ['run'], records: 'acts' } as const
const received = z.object({ 'iconet-message': z.string(), 'iconet-state': z.string() })
const Period = z.object({
  from: Time.optional().meta({ title: 'Departing from' }),
  to: Time.optional().meta({ title: 'Departing until' }),
})

export const passengers = {
  // What carriers send and fetch, with a key instead of a session.
  receive: operation
    .meta({ may: 'anyone', records: 'acts' })
    .route({
      method: 'POST',
      path: '/carrier/messages',
      summary: 'Send a PAXLST, PNRGOV or CUSRES; small lists are answered at once (carriers, by key)',
      outputStructure: 'detailed',
      tags,
    })
    .input(
      z.union(
        [
          z
            .file()
            .max(8 * 1024 * 1024)
            .meta({ description: 'application/edifact: one interchange.' }),
          z.object({
            message: z
              .union([
                z
                  .string()
                  .min(1)
                  .max(8 * 1024 * 1024),
                SentList,
              ])
              .meta({
                description: 'One interchange as text, or a list as JSON.',
              }),
            control: z.string().trim().min(1).max(70).optional().meta({
              description: 'The carrier’s own reference of a list as JSON: sending it again does no harm.',
            }),
          }),
        ],
        {
          error: ({ errors }) => whatIsWrong(errors),
        },
      ),
    )
    .output(
      z.union([
        z.object({
          status: z.literal(200),
          headers: received,
          body: z.union([z.file(), Receipt]).meta({
            description: 'CUSRES as application/edifact for what came as such; a receipt else.',
          }),
        }),
        z.object({ status: z.literal(202), headers: received, body: Receipt }),
      ]),
    ),

  collect: operation
    .meta({ may: 'anyone', records: 'acts' })
    .route({
      method: 'POST',
      path: '/carrier/answers',
      summary: 'Answers to fetch, and changed decisions not yet acknowledged (carriers, by key)',
      tags,
    })
    .output(
      z.array(
        z.object({
          id: Id,
          kind: z.enum(['962', '132']),
          at: Time,
          dueAt: Time.nullable(),
          cusres: z.string(),
        }),
      ),
    ),

  // Carriers, as the authority deals with them.
  carriers: operation
    .meta(dealing)
    .route({ method: 'GET', path: '/passengers/carriers', summary: 'The carriers and their keys', tags })
    .output(z.array(Carrier)),

  enterCarrier: operation
    .meta(keeping)
    .route({ method: 'POST', path: '/passengers/carriers', summary: 'Enter a carrier', tags })
    .input(NewCarrier)
    .output(Carrier),

  changeCarrier: operation
    .meta(keeping)
    .route({ method: 'PUT', path: '/passengers/carriers/{id}', summary: 'Change or suspend a carrier', tags })
    .input(
      One.extend(NewCarrier.omit({ code: true }).shape).extend({
        suspended: z
          .boolean()
          .default(false)
          .meta({ title: 'Suspended', description: 'Its keys open nothing.' }),
        closeOuts: z.boolean().default(true).meta({
          title: 'Close-outs are asked of it',
          description:
            'Where none are, whoever is on its list when the flight leaves counts as travelled. Said by an officer in their own name.',
        }),
        looked: z
          .boolean()
          .default(false)
          .meta({ title: 'Looked at', description: 'Its answers speak of lists again.' }),
      }),
    )
    .output(Carrier),

  issueKey: operation
    .meta(keeping)
    .route({
      method: 'POST',
      path: '/passengers/carriers/{id}/keys',
      summary: 'Make a key, shown once',
      tags,
    })
    .input(One.extend({ label: z.string().trim().min(1).max(80).meta({ title: 'What for' }) }))
    .output(z.object({ id: Id, key: z.string().meta({ description: 'Shown once and kept nowhere.' }) })),

  revokeKey: operation
    .meta(keeping)
    .route({ method: 'DELETE', path: '/passengers/keys/{id}', summary: 'Revoke a key at once', tags })
    .input(One)
    .output(One),

  // Messages.
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

  // Flights and the people on them.
  expect: operation
    .meta(acting)
    .route({ method: 'POST', path: '/passengers/flights', summary: 'Say which flights are to come', tags })
    .input(CarrierRef.extend({ flights: z.array(SentFlight).min(1).max(500) }))
    .output(z.object({ entered: z.int(), known: z.int() })),

  flights: operation
    .meta(looking)
    .route({ method: 'GET', path: '/passengers/flights', summary: 'The flight board, by departure', tags })
    .input(Period.extend({ state: z.enum(flightStates).optional(), carrier: z.string().max(3).optional() }))
    .output(z.array(Flight)),

  flight: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/flights/{id}',
      summary: 'One flight with everybody on it',
      tags,
    })
    .input(One)
    .output(Flight.extend({ people: z.array(Passenger) })),

  passenger: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/people/{id}',
      summary: 'One passenger with all that is known',
      tags,
    })
    .input(One)
    .output(PassengerDetail),

  waiting: operation
    .meta({ may: ['screen'], purpose: true, records: 'nothing' })
    .route({
      method: 'GET',
      path: '/passengers/waiting',
      summary:
        'What waits for an officer, in numbers alone: people to decide on, messages put aside, carriers to look at',
      tags,
    })
    .output(
      z.array(
        z.object({ what: z.enum(['people', 'aside', 'quiet']), count: z.int(), soonest: Time.nullable() }),
      ),
    ),

  queue: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/queue',
      summary: 'Whom to look at, soonest departure first',
      tags,
    })
    .input(z.object({ all: z.boolean().default(false).meta({ title: 'Also those decided on' }) }))
    .output(z.array(Waiting)),

  decide: operation
    .meta(acting)
    .route({
      method: 'POST',
      path: '/passengers/people/{id}/decide',
      summary: 'Decide about a passenger',
      tags,
    })
    .input(
      One.extend({
        says: Standing,
        reason: z.string().trim().max(1000).default('').meta({
          title: 'Reason',
          description:
            'Needed for anything but boarding. Kept with the decision for as long as the data on the person.',
        }),
        seen: Id.nullable().meta({
          title: 'Newest decision read',
          description: 'Null: there was none. If somebody has decided since, the answer is `conflict`.',
        }),
        read,
      }),
    )
    .output(PassengerDetail),

  confirm: operation
    .meta(acting)
    .route({
      method: 'POST',
      path: '/passengers/decisions/{id}/confirm',
      summary: 'Add the second pair of eyes to a decision',
      tags,
    })
    .input(One.extend({ read }))
    .output(PassengerDetail),

  answers: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/answers',
      summary: 'What carriers were told, and what they acknowledged',
      tags,
    })
    .input(
      z.object({
        flight: Id.optional(),
        open: z.boolean().default(false).meta({ title: 'Not yet acknowledged' }),
      }),
    )
    .output(z.array(Told)),

  quality: operation
    .meta(looking)
    .route({
      method: 'GET',
      path: '/passengers/quality',
      summary: 'How complete and correct each carrier’s data is',
      tags,
    })
    .input(Period)
    .output(z.array(Quality)),

  // Oversight.
  overseen: operation
    .meta({ may: ['supervise'], purpose: true, records: 'reads' })
    .route({
      method: 'GET',
      path: '/passengers/overseen',
      summary: 'Flights and decisions, for their supervisor: of nobody in particular',
      tags,
    })
    .output(z.object({ flights: z.array(OverseenFlight), decisions: z.array(OverseenDecision) })),

  ofPerson: operation
    .meta({ may: ['protect'], purpose: true, records: 'reads' })
    .route({
      method: 'POST',
      path: '/passengers/requested',
      summary: 'What is kept of a person who asks, for the data-protection officer',
      tags,
    })
    .input(Request)
    .output(z.array(RequestedPerson)),

  counts: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/passengers/counts',
      summary: 'Days of carriers in numbers, without persons',
      tags,
    })
    .input(z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }))
    .output(z.array(CountOfDay)),

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
