import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { CarrierRef, One, Period, acting, looking, tags } from './api-parts.ts'
import {
  Flight,
  Id,
  Passenger,
  PassengerDetail,
  Standing,
  Time,
  Told,
  Waiting,
  flightStates,
} from './model.ts'
import { SentFlight } from './sent.ts'

const read = z.string().min(1).max(64).meta({
  title: 'Version of the person that was read',
  description:
    'The `version` that came with the person. If something was found on them or corrected since, the answer is `conflict`.',
})

/** Flights, the people on them, and what officers decide. */
export const peopleOperations = {
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
}
