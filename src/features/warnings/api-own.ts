import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { answering, reading, tags } from './api-parts.ts'
import { Filter, SavedSearch, Subscription, Work } from './model.ts'

/** What waits for one, and what one asked to be told of. */
export const ownWarnings = {
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
}
