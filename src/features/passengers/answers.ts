import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { writeCusres } from '#core/edifact/write-cusres.ts'
import type { Tx } from '#kit/db.ts'
import { type Sql, sql } from '#kit/sql.ts'
import { after, deadlines } from './deadlines.ts'
import type { Standing } from './model.ts'
import type { FlightRow, Sender } from './flights.ts'

/**
 * What a carrier is told for each standing (CUSRES, ERC 9321). `0Z` and `1Z` are those of the guide for carriers (CUSRES, Appendix IIB)
 * as seen in messages. For "may board, an officer wants to see them" the guides of States differ and none could be verified, so `SEL` is our
 * own; a carrier that is used to another code is given it in its own row (`person.carrier.codes`).
 */
export const answerCodes: Readonly<Record<Standing, string>> = {
  board: '0Z',
  selectee: 'SEL',
  'no-board': '1Z',
}

export const Codes = z.partialRecord(z.enum(['board', 'selectee', 'no-board']), z.string())
export type Codes = z.infer<typeof Codes>

/** A person as an answer speaks of them: by the carrier's own references and nothing else. */
export interface Line {
  id: string
  pnr: string | null
  paxRef: string | null
  told: Standing
  decision: string | null
}

/** A control reference of ours: 14 signs, drawn, so that it says nothing of how many there were. */
export const newReference = (): string =>
  `I${[...randomBytes(13)].map(byte => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('')}`

export interface Answering {
  kind: '962' | '132'
  flight: FlightRow
  carrier: Sender
  codes: Codes
  /** What it is tied to: the transaction of the message, or one of ours. */
  reference: string
  message: string | null
  lines: readonly Line[]
  now: Date
  /** The carrier has it in the same breath. */
  atOnce: boolean
}

/** Writes an answer and keeps it with what it said about each person. The text is CUSRES, one interchange. */
export async function giveAnswer(tx: Tx, answer: Answering): Promise<void> {
  await tx.run(sql`with ${giving([{ ...answer, cusres: textOf(answer, newReference()) }])} select`)
}

/** Keeping answers, as the beginning of a statement: after `with`. */
export function giving(answers: readonly (Answering & { cusres: string })[]): Sql {
  const kept = answers.map(answer => {
    const { kind, flight, carrier, message, reference, cusres, now, atOnce } = answer
    const row = {
      id: randomUUID(),
      authority: carrier.authority,
      flight: flight.id,
      carrier: carrier.id,
      message,
      kind,
      reference,
      cusres,
      at: now,
      fetched_at: atOnce ? now : null,
      due_at: kind === '132' ? after(now, deadlines.acknowledge) : null,
      delete_at: flight.forgetAt,
    }
    return {
      row,
      lines: answer.lines.map(({ id, told, decision }) => ({ answer: row.id, id, told, decision })),
    }
  })
  return sql`
    given as (
      insert into person.answer (id, owner_authority, flight, carrier, message, kind, reference, cusres, at, fetched_at, due_at, delete_at)
      select * from jsonb_to_recordset(${{ json: kept.map(each => each.row) }}::jsonb) as a (id uuid, authority integer, flight uuid,
        carrier uuid, message uuid, kind text, reference text, cusres text, at timestamptz, fetched_at timestamptz, due_at timestamptz,
        delete_at timestamptz)),
    lined as (
      insert into person.answer_line (answer, passenger, owner_authority, told, decision)
      select line.answer, line.id, ${answers[0]?.carrier.authority ?? null}::integer, line.told, line.decision
      from jsonb_to_recordset(${{ json: kept.flatMap(each => each.lines) }}::jsonb) as line (answer uuid, id uuid, told text, decision uuid))`
}

/** The CUSRES interchange itself (WCO/IATA/ICAO guide, Appendix IIB). */
export function textOf(
  { kind, flight, carrier, codes, reference, lines, now }: Omit<Answering, 'message' | 'atOnce'>,
  control: string,
): string {
  const stamp = now.toISOString()
  const names = { ...answerCodes, ...codes }
  return writeCusres(
    {
      sender: 'ICONET',
      recipient: carrier.code,
      date: stamp.slice(2, 10).replaceAll('-', ''),
      time: stamp.slice(11, 16).replace(':', ''),
      reference: control,
    },
    [
      {
        reference: control,
        answer: kind,
        txnRef: reference,
        legs: [
          {
            carrier: flight.carrierCode,
            number: flight.number,
            suffix: flight.suffix,
            from: flight.fromPlace,
            to: flight.toPlace,
            ...(flight.departsLocal && { departs: flight.departsLocal }),
            ...(flight.arrivesLocal && { arrives: flight.arrivesLocal }),
          },
        ],
        results: lines.map(({ pnr, paxRef, told }) => ({
          level: '2',
          ...(pnr && { pnr }),
          ...(paxRef && { paxRef }),
          statuses: [{ code: names[told] }],
        })),
      },
    ],
  )
}

/** The carrier says that it has understood (CUSRES 312); gives how many of our answers that settles. */
export const acknowledge = (
  tx: Tx,
  { id }: Sender,
  references: readonly string[],
  now: Date,
): Promise<number> =>
  tx.run(sql`
    update person.answer set acknowledged_at = ${now}, fetched_at = coalesce(fetched_at, ${now})
    where carrier = ${id} and reference = any(${references}) and kind = '132' and acknowledged_at is null`)
