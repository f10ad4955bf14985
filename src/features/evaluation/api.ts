import { z } from 'zod'
import { operation } from '#kit/contract.ts'

const tags = ['evaluation']
const asked = operation.meta({ may: ['screen', 'alert'], records: 'acts' })
const Id = z.string().min(1).max(200)
const text = z.string().max(500).nullish()
const Name = z.object({ family: text, given: text, full: text })
const Document = z.object({ type: text, number: z.string().min(1).max(100), issuer: text })
const Birth = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'Write YYYY-MM-DD, YYYY-MM or YYYY, or null.')
  .nullish()
const documents = z.array(Document).max(20).nullish()

export const AlertToTry = z.object({
  id: Id,
  names: z.array(Name).min(1).max(50),
  birth: Birth,
  nationalities: z.array(z.string().max(3)).max(10).nullish(),
  sex: z.enum(['M', 'F', 'X']).nullish(),
  documents,
})

export const PassengerToTry = Name.extend({
  id: Id,
  truncated: z.boolean().nullish(),
  birth: Birth,
  nationality: z.string().max(3).nullish(),
  sex: z.enum(['M', 'F', 'X']).nullish(),
  documents,
})

const Hit = z.object({
  alert: z.string(),
  score: z.number(),
  band: z.string(),
  reasons: z.array(z.looseObject({})),
})

export const evaluation = {
  screen: asked
    .route({
      method: 'POST',
      path: '/evaluation/screen',
      summary: 'Screen passengers of one’s own against alerts of one’s own; nothing is kept',
      tags,
    })
    .input(
      z.object({
        alerts: z.array(AlertToTry).min(1).max(2000),
        passengers: z.array(PassengerToTry).min(1).max(2000),
        limit: z.int().min(1).max(1000).default(50),
        threshold: z.number().gt(0).lt(1).optional(),
        explain: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        reviewThreshold: z.number(),
        results: z.array(z.object({ passenger: z.string(), hits: z.array(Hit) })),
      }),
    ),

  compareNames: asked
    .route({
      method: 'POST',
      path: '/evaluation/compare-names',
      summary: 'Score pairs of names; nothing is kept',
      tags,
    })
    .input(
      z.object({
        pairs: z
          .array(
            z.object({ name1: z.string().trim().min(1).max(500), name2: z.string().trim().min(1).max(500) }),
          )
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ reviewThreshold: z.number(), scores: z.array(z.number()) })),

  parse: asked
    .route({
      method: 'POST',
      path: '/evaluation/parse',
      summary: 'Read PAXLST, PNRGOV, CUSRES or a machine-readable zone, with findings; nothing is kept',
      tags,
    })
    .input(
      z.object({
        content: z
          .string()
          .min(1)
          .max(2 * 1024 * 1024)
          .meta({ title: 'Message', description: 'As it was sent; letters beyond ASCII in UTF-8.' }),
        specimen: z.boolean().default(false).meta({ description: 'Accept UTO, the State of specimens.' }),
      }),
    )
    .output(z.object({ messages: z.array(z.looseObject({})) })),
}
