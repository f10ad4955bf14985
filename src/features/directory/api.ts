import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { Authority, Designation, NewAuthority, NewOfficial, NewUnit, Participant, Unit } from './model.ts'

const Made = z.object({ id: z.int() })

export const directory = {
  units: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({ method: 'GET', path: '/units', summary: 'Units of the network', tags: ['directory'] })
    .input(z.object({ search: z.string().max(100).optional(), state: z.string().length(2).optional() }))
    .output(z.array(Unit)),

  authorities: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/authorities',
      summary: 'Authorities of the network',
      tags: ['directory'],
    })
    .input(z.object({ state: Participant.shape.code.optional() }))
    .output(z.array(Authority)),

  admit: operation
    .meta({ may: ['administer'], records: 'acts' })
    .route({ method: 'POST', path: '/states', summary: 'Admit a State to the network', tags: ['directory'] })
    .input(Participant)
    .output(Participant),

  enterAuthority: operation
    .meta({ may: ['appoint', 'administer'], records: 'acts' })
    .route({ method: 'POST', path: '/authorities', summary: 'Enter an authority', tags: ['directory'] })
    .input(NewAuthority)
    .output(Made),

  enterUnit: operation
    .meta({ may: ['appoint', 'administer'], records: 'acts' })
    .route({ method: 'POST', path: '/units', summary: 'Enter a unit', tags: ['directory'] })
    .input(NewUnit)
    .output(Made),

  enterOfficial: operation
    .meta({ may: ['appoint', 'administer'], records: 'acts' })
    .route({ method: 'POST', path: '/officials', summary: 'Enter an official', tags: ['directory'] })
    .input(NewOfficial)
    .output(Made),

  designate: operation
    .meta({ may: ['administer'], records: 'acts' })
    .route({
      method: 'PUT',
      path: '/contact-points/{state}',
      summary: 'Note who a State designated',
      tags: ['directory'],
    })
    .input(Designation)
    .output(Designation),
}
