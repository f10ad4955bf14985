import { z } from 'zod'
import { Id } from '../model.ts'
import { SentDocument, SentFlight, SentList, SentPerson } from '../sent.ts'

/** A person as typed: one line, with one document, which may be empty. */
export const HandPerson = SentPerson.pick({
  kind: true,
  family: true,
  given: true,
  birth: true,
  sex: true,
  nationality: true,
  seat: true,
  pnr: true,
}).extend({
  type: SentDocument.shape.type,
  number: z.string().trim().toUpperCase().max(20).default('').meta({ title: 'Document number' }),
  issuer: SentDocument.shape.issuer,
  expires: SentDocument.shape.expires,
  mrz: SentDocument.shape.mrz,
})
export type HandPerson = z.infer<typeof HandPerson>

/** A list typed in for a small carrier. */
export const HandList = z.object({
  carrier: Id,
  flight: SentFlight,
  people: z.array(HandPerson).max(200),
  closes: SentList.shape.closes,
})

/** What is sent for what was typed: the document apart from its bearer, none where no number stands. */
export const toSend = ({ people, ...list }: z.infer<typeof HandList>) => ({
  ...list,
  people: people.map(({ type, number, issuer, expires, mrz, ...person }) => ({
    ...person,
    reference: null,
    bags: null,
    bagWeight: null,
    documents: number ? [{ type, number, issuer, expires, mrz }] : [],
  })),
})
