import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { One, reading, tags } from './api-parts.ts'
import { Content, Coordinates } from './content.ts'
import { Filter, Id, Listed, Time, Warning } from './model.ts'

/** What one finds and reads. */
export const readingWarnings = {
  form: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({ method: 'GET', path: '/warnings/form', summary: 'The form as data', tags })
    .output(
      z.object({
        version: z.int(),
        groups: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            fields: z.array(
              z.object({
                name: z.string(),
                quick: z.literal(true).optional(),
                required: z.literal(true).optional(),
              }),
            ),
          }),
        ),
      }),
    ),

  list: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings', summary: 'Warnings, newest first, 50 at a time', tags })
    .input(
      Filter.extend({ after: z.string().max(100).nullable().default(null).meta({ title: 'Next page' }) }),
    )
    .output(z.object({ items: z.array(Listed), next: z.string().nullable() })),

  count: operation
    .meta({ may: ['read'], records: 'nothing' })
    .route({ method: 'GET', path: '/warnings/count', summary: 'How many warnings a filter finds', tags })
    .input(Filter)
    .output(z.object({ count: z.int() })),

  suggest: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/suggest',
      summary: 'Warnings whose number or words begin so',
      tags,
    })
    .input(z.object({ text: z.string().trim().min(1).max(100) }))
    .output(z.array(Listed.pick({ id: true, number: true, title: true, marking: true, status: true }))),

  places: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/places',
      summary: 'Issued warnings of a period, for map and timeline',
      tags,
    })
    .input(Filter.omit({ view: true, status: true }))
    .output(z.array(Listed.extend({ coordinates: Coordinates.nullable() }))),

  read: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings/{id}', summary: 'One warning with all that came of it', tags })
    .input(One)
    .output(Warning),

  readVersion: operation
    .meta(reading)
    .route({ method: 'GET', path: '/warnings/{id}/versions/{version}', summary: 'An earlier version', tags })
    .input(One.extend({ version: z.int().min(1) }))
    .output(
      z.object({
        id: Id,
        version: z.int(),
        title: z.string(),
        content: Content,
        issuedAt: Time,
        note: z.string(),
      }),
    ),
}
