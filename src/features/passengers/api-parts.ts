import { z } from 'zod'
import { Id, Time } from './model.ts'

// What the parts of the contract share.

export const tags = ['passengers']
export const One = z.object({ id: Id })
export const CarrierRef = z.object({ carrier: Id.meta({ title: 'Carrier' }) })
/** People are read or decided on: the officer says what for. */
export const looking = { may: ['screen'], purpose: true, records: 'reads' } as const
export const acting = { may: ['screen'], purpose: true, records: 'acts' } as const
export const Period = z.object({
  from: Time.optional().meta({ title: 'Departing from' }),
  to: Time.optional().meta({ title: 'Departing until' }),
})
