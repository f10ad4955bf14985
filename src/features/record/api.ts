import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { Page, Wanted } from './model.ts'

export const record = {
  entries: operation
    .meta({ may: 'signed-in', records: 'reads' })
    .route({
      method: 'GET',
      path: '/record',
      summary: 'Who did what: my own acts; those of my State, or of all, for supervisors',
      tags: ['record'],
    })
    .input(Wanted.extend({ before: z.int().optional(), limit: z.int().min(1).max(500).default(100) }))
    .output(Page),

  download: operation
    .meta({ may: ['supervise', 'protect'], records: 'reads' })
    .route({
      method: 'GET',
      path: '/record.csv',
      summary: 'The record as a table (CSV), at most 100 000 lines',
      tags: ['record'],
    })
    .input(Wanted)
    .output(z.file()),

  forget: operation
    .meta({ may: ['run'], records: 'acts' })
    .route({
      method: 'POST',
      path: '/record/forget',
      summary: 'Forget what was answered to submissions a day ago (a job)',
      tags: ['record'],
    })
    .output(z.object({ answers: z.int() })),
}
