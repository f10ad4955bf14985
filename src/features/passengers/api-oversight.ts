import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { Period, looking, tags } from './api-parts.ts'
import {
  CountOfDay,
  OverseenDecision,
  OverseenFlight,
  Quality,
  Request,
  RequestedPerson,
} from './overseen.ts'

/** How good the data are, who oversees them, and days in numbers. */
export const oversightOperations = {
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
}
