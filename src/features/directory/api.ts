import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import {
  Authority,
  ContactPoint,
  Designation,
  Duty,
  NewAuthority,
  NewDuty,
  NewOfficial,
  NewUnit,
  Official,
  OfficialChange,
  Participant,
  StateOverview,
  Unit,
  UnitChange,
  UnitOverview,
} from './model.ts'

const Made = z.object({ id: z.int() })
const One = z.object({ id: z.int() })
const code = Participant.shape.code

const seen = operation.meta({ may: 'signed-in', records: 'nothing' })
const kept = operation.meta({ may: ['appoint'], records: 'acts' })
const entered = operation.meta({ may: ['appoint', 'administer'], records: 'acts' })
const administered = operation.meta({ may: ['administer'], records: 'acts' })
const get = (path: `/${string}`, summary: string) =>
  ({ method: 'GET', path, summary, tags: ['directory'] }) as const
const act = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) =>
  ({ method, path, summary, tags: ['directory'] }) as const

export const directory = {
  states: seen.route(get('/states', 'States that take part')).output(z.array(Participant)),

  state: seen
    .route(get('/states/{code}', 'A State: its contact point, authorities and units'))
    .input(z.object({ code }))
    .output(StateOverview),

  contactPoints: seen
    .route(get('/contact-points', 'National contact points, their deputies, and who is on duty now'))
    .output(z.array(ContactPoint)),

  units: seen
    .route(get('/units', 'Units of the network'))
    .input(
      z.object({
        search: z.string().max(100).optional(),
        state: code.optional(),
        postedIn: code.optional(),
      }),
    )
    .output(z.array(Unit)),

  unit: seen
    .route(get('/units/{id}', 'A unit, its officials and its duty roster'))
    .input(One)
    .output(UnitOverview),

  officials: seen
    .route(get('/officials', 'Officials by name, language, State or country of posting'))
    .input(
      z.object({
        search: z.string().max(100).optional(),
        language: z.string().max(3).optional(),
        state: code.optional(),
        postedIn: code.optional(),
        unit: z.int().optional(),
      }),
    )
    .output(z.array(Official)),

  official: seen.route(get('/officials/{id}', 'An official')).input(One).output(Official),

  authorities: seen
    .route(get('/authorities', 'Authorities of the network'))
    .input(z.object({ state: code.optional() }))
    .output(z.array(Authority)),

  admit: administered
    .route(act('POST', '/states', 'Admit a State to the network'))
    .input(Participant)
    .output(Participant),

  rule: kept
    .route(act('PUT', '/states/{code}/four-eyes', 'Say whether warnings of one’s State need validation'))
    .input(z.object({ code, validates: Participant.shape.validates.removeDefault() }))
    .output(Participant),

  enterAuthority: entered
    .route(act('POST', '/authorities', 'Enter an authority'))
    .input(NewAuthority)
    .output(Made),

  enterUnit: entered
    .route(act('POST', '/units', 'Enter a unit'))
    .input(NewUnit)
    .output(Made),

  changeUnit: kept
    .route(act('PATCH', '/units/{id}', 'Change a unit of one’s State'))
    .input(UnitChange)
    .output(Made),

  enterOfficial: entered
    .route(act('POST', '/officials', 'Enter an official'))
    .input(NewOfficial)
    .output(Made),

  changeOfficial: kept
    .route(act('PATCH', '/officials/{id}', 'Change an official of one’s State'))
    .input(OfficialChange)
    .output(Made),

  leave: kept
    .route(act('POST', '/officials/{id}/leave', 'Note that an official has left: their access ends at once'))
    .input(One)
    .output(Made),

  designate: administered
    .route(act('PUT', '/contact-points/{state}', 'Note who a State designated'))
    .input(Designation)
    .output(Designation),

  nameDeputy: kept
    .route(act('PUT', '/contact-points/{state}/deputy', 'Name the deputy of one’s contact point'))
    .input(z.object({ state: code, deputy: Designation.shape.deputy.removeDefault() }))
    .output(Designation),

  planDuty: kept
    .route(act('POST', '/duties', 'Plan who is on duty in a unit'))
    .input(NewDuty)
    .output(Made),

  dropDuty: kept
    .route(act('DELETE', '/duties/{id}', 'Take a duty out of the roster'))
    .input(One)
    .output(Made),

  duties: seen
    .route(get('/units/{unit}/duties', 'The duty roster of a unit, from now on'))
    .input(z.object({ unit: z.int() }))
    .output(z.array(Duty)),
}
