import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { readAll } from '#core/edifact/interpret.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { type Client, client } from '#app/network.ts'
import { openTestWeb } from './browser-calls.ts'
import type { World } from './world.ts'

/** What a carrier was answered over HTTP. */
export interface Answered {
  status: number
  /** The receipt, or the problem; null where the answer is EDIFACT. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at whatever came back
  body: any
  message: string
  state: string
  /** Of each person by the carrier’s reference: the code it was told. */
  told: Record<string, string>
  cusres: string
}

/** A carrier with a key at the border guard in Riga, and the people at that desk. */
export interface Desk {
  web: FastifyInstance
  carrier: { id: string; key: string; keyId: string }
  send(payload: string | object, more?: { key?: string | null; type?: string }): Promise<Answered>
  collect(key?: string): Promise<Answered>
  /** The operations of an officer of the desk, for a border check. */
  officer(persona?: string): Promise<Client['passengers']>
  /** The operations of its gateway. */
  gateway(): Promise<Client['passengers']>
}

/** Enters a carrier before the first test of the file. */
export function useDesk(world: World, code = 'ZZ'): Desk {
  const desk = {} as Desk
  beforeAll(async () => {
    desk.web = await openTestWeb(world)
    const officer = await desk.officer()
    const { id } = await officer.enterCarrier({ code, name: 'Invented Airways', also: ['ZZZ'] })
    const { key, id: keyId } = await officer.issueKey({ id, label: 'Check-in' })
    desk.carrier = { id, key, keyId }
  })
  afterAll(() => desk.web.close())
  return Object.assign(desk, {
    async send(
      payload: string | object,
      { key = desk.carrier.key, type }: { key?: string | null; type?: string } = {},
    ) {
      const text = typeof payload === 'string'
      const answer = await desk.web.inject({
        method: 'POST',
        url: '/api/carrier/messages',
        headers: {
          host: 'localhost:3000',
          'content-type': type ?? (text ? 'application/edifact' : 'application/json'),
          ...(key !== null && { authorization: `Bearer ${key}` }),
        },
        payload,
      })
      return readAnswer(answer)
    },
    async collect(key = desk.carrier.key) {
      const answer = await desk.web.inject({
        method: 'POST',
        url: '/api/carrier/answers',
        headers: { host: 'localhost:3000', authorization: `Bearer ${key}` },
        payload: {},
      })
      return readAnswer(answer)
    },
    officer: async (persona = 'kristaps-vitolnieks-hale') =>
      (await world.as(persona, { purpose: 'border-check' })).passengers,
    async gateway() {
      const { authority } = await world.actor('kristaps-vitolnieks-hale')
      const { rows } = await world.owner.query<{ id: number }>('select person.gateway_of($1) as id', [
        authority,
      ])
      const actor = await actorOfMandate(world.ground.db, rows[0]?.id ?? 0)
      return client(world.ground, actor, { purpose: 'border-check' }).passengers
    },
  })
}

function readAnswer(answer: Awaited<ReturnType<FastifyInstance['inject']>> & object): Answered {
  const json = String(answer.headers['content-type']).includes('json')
  const body = json ? answer.json() : null
  const cusres = json ? (body?.cusres ?? '') : answer.body
  return {
    status: answer.statusCode,
    body,
    message: String(answer.headers['iconet-message'] ?? ''),
    state: String(answer.headers['iconet-state'] ?? ''),
    told: toldIn(cusres),
    cusres,
  }
}

/** What a CUSRES says of each person. */
export const toldIn = (cusres: string): Record<string, string> =>
  Object.fromEntries(
    readAll(cusres).flatMap(message =>
      message.kind === 'CUSRES'
        ? message.results.map(each => [
            each.paxRef ?? each.pnr ?? '',
            each.statuses.map(({ code }) => code).join(),
          ])
        : [],
    ),
  )
