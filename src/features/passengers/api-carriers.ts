import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { One, tags } from './api-parts.ts'
import { Carrier, Id, NewCarrier, Receipt, Time } from './model.ts'
import { SentList } from './sent.ts'
import { whatIsWrong } from './what-is-wrong.ts'

const dealing = { may: ['screen'], records: 'reads' } as const
const keeping = { may: ['screen'], records: 'acts' } as const
const received = z.object({ 'iconet-message': z.string(), 'iconet-state': z.string() })

/** What carriers send and fetch, with a key instead of a session; and carriers as the authority deals with them. */
export const carrierOperations = {
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
}
