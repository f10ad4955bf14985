import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { Mandate, Me, NewMandate, Persona } from './model.ts'

export const access = {
  me: operation
    .meta({ may: 'anyone', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/me',
      summary: 'Who I am here, and what my mandate covers',
      tags: ['access'],
    })
    .output(Me),

  personas: operation
    .meta({ may: 'anyone', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/demo/personas',
      summary: 'The people of the demonstration',
      tags: ['access'],
    })
    .output(z.array(Persona)),

  demoSignIn: operation
    .meta({ may: 'anyone', records: 'acts' })
    .route({
      method: 'POST',
      path: '/demo/sign-in',
      summary: 'Be one of the people of the demonstration',
      tags: ['access'],
    })
    .input(z.object({ persona: z.string().max(100) }))
    .output(Me),

  signOut: operation
    .meta({ may: 'anyone', records: 'acts' })
    .route({ method: 'POST', path: '/sign-out', summary: 'End this session', tags: ['access'] })
    .output(z.object({ signedOut: z.literal(true) })),

  mandates: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/mandates',
      summary: 'Mandates: mine, or those of my State',
      tags: ['access'],
    })
    .output(z.array(Mandate)),

  grant: operation
    .meta({ may: ['appoint', 'administer'], records: 'acts' })
    .route({ method: 'POST', path: '/mandates', summary: 'Grant a mandate', tags: ['access'] })
    .input(NewMandate)
    .output(z.object({ id: z.int() })),

  withdraw: operation
    .meta({ may: ['appoint', 'administer'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/mandates/{id}/withdraw',
      summary: 'Withdraw a mandate, at once',
      tags: ['access'],
    })
    .input(z.object({ id: z.int() }))
    .output(z.object({ id: z.int() })),
}
