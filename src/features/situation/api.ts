import { z } from 'zod'
import { Route } from '#vocabulary/route.ts'
import { operation } from '#kit/contract.ts'
import { Day, Edition, Filter, Incident, Picture, Series, SourceCode, Sum } from './model.ts'

const Query = Filter.extend({
  asOf: Day.nullable().default(null).meta({
    title: 'As of',
    description: 'What was known on this day; empty for the newest editions.',
  }),
})

const inOrder = <S extends z.ZodType<{ from: string; to: string }>>(schema: S) =>
  schema.refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'The last month lies before the first. Exchange them.',
  })

/** An incident as the list shows it: without its coordinates, with the sentence on why it is not drawn. */
export const Listed = Incident.omit({ key: true, lon: true, lat: true }).extend({
  id: z.int(),
  why: z.string().nullable(),
})
export type Listed = z.infer<typeof Listed>

export const Imported = z.object({
  source: SourceCode,
  asOf: Day,
  rows: z.int(),
  total: z.int(),
  added: z.int(),
  gone: z.int(),
  doubtful: z.int(),
  rejected: z.int(),
  remarks: z.array(z.string()),
})
export type Imported = z.infer<typeof Imported>

export const situation = {
  editions: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/situation/editions',
      summary: 'Open data that was imported, newest first',
      tags: ['situation'],
    })
    .output(z.array(Edition)),

  picture: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/situation/picture',
      summary: 'Map, timeline and list of persons who died or went missing',
      tags: ['situation'],
    })
    .input(
      inOrder(
        Query.extend({
          reachKm: z.int().min(25).max(1000).default(150).meta({
            title: 'Detail',
            description: 'How far an area reaches from its centre, in kilometres.',
          }),
        }),
      ),
    )
    .output(Picture.extend({ edition: Edition.nullable() })),

  detections: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/situation/detections',
      summary: 'Detections by route and month',
      tags: ['situation'],
    })
    .input(
      inOrder(
        Query.extend({
          before: z.int().min(0).max(120).default(24).meta({
            title: 'Months before',
            description: 'How many months before the period are given as well, for comparison.',
          }),
        }),
      ),
    )
    .output(
      z.object({
        series: z.array(Series.extend({ inPeriod: z.int() })),
        total: z.int(),
        edition: Edition.nullable(),
      }),
    ),

  incidents: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route({
      method: 'GET',
      path: '/situation/incidents',
      summary: 'The incidents themselves, a page at a time',
      tags: ['situation'],
    })
    .input(
      inOrder(
        Query.extend({
          doubtful: z.boolean().default(false).meta({ title: 'Only what is not drawn' }),
          offset: z.int().min(0).max(1_000_000).default(0),
          limit: z.int().min(1).max(200).default(50),
        }),
      ),
    )
    .output(z.object({ rows: z.array(Listed), total: Sum, routes: z.array(Route) })),

  import: operation
    .meta({ may: ['analyse'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/situation/editions',
      summary: 'Import an edition of open data: the one carried with the software, or a newer file',
      tags: ['situation'],
    })
    .input(
      z.object({
        source: SourceCode,
        file: z.file().optional().meta({ title: 'File', description: 'CSV, plain or compressed with gzip.' }),
        asOf: Day.optional().meta({
          title: 'As of',
          description: 'The day of the publisher’s figures; needed with a file.',
        }),
        rows: z.int().optional().meta({ description: 'How many rows the publisher counts.' }),
        total: z.int().optional().meta({ description: 'What the publisher’s figures add up to.' }),
        withoutRejected: z.boolean().default(false).meta({
          title: 'Leave out what cannot be taken',
          description: 'Import the other rows even though some were rejected; their number is shown.',
        }),
      }),
    )
    .output(Imported),
}
