// What the parts of the contract share.
import { z } from 'zod'
import { Id, Warning } from './model.ts'

export const tags = ['warnings']
export const One = z.object({ id: Id })
export const Saved = z.object({
  id: Id,
  revision: z.int(),
  status: Warning.shape.status,
  number: z.string().nullable(),
})
export const reading = { may: ['read'], records: 'reads' } as const
export const writing = { may: ['issue'], records: 'acts' } as const
export const answering = { may: ['read'], records: 'acts' } as const
