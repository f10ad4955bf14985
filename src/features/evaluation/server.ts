import { recognise } from '#core/edifact/recognise.ts'
import { reviewScore } from '#core/match/bands.ts'
import { compareNames } from '#core/match/compare.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import { Matcher } from '#core/match/matcher.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import type { evaluation } from './api.ts'

export const verbs: Verbs<typeof evaluation> = {
  async screen(_doing, { alerts, passengers, limit, threshold = reviewScore, explain }) {
    const builder = new ColumnsBuilder()
    alerts.forEach((alert, at) => {
      if (!builder.add(alert))
        throw new Problem('invalid-input', 'Each alert needs an id of its own.', [
          { path: ['alerts', at, 'id'], message: `${alert.id} is an earlier alert’s id.` },
        ])
    })
    const matcher = new Matcher(builder.freeze())
    return {
      reviewThreshold: reviewScore,
      results: passengers.map(passenger => ({
        passenger: passenger.id,
        hits: matcher.screen(passenger as PassengerRecord, { limit, threshold, explain }),
      })),
    }
  },

  async compareNames(_doing, { pairs }) {
    return {
      reviewThreshold: reviewScore,
      scores: pairs.map(({ name1, name2 }) => Number(compareNames(name1, name2).score.toFixed(4))),
    }
  },

  async parse({ ground }, { content, specimen }) {
    const on = ground.clock().toISOString().slice(0, 10)
    const messages = [...recognise(Buffer.from(content), { specimen, on })]
    if (messages.length === 0)
      throw new Problem(
        'invalid-input',
        'This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone. Nothing was read.',
        [{ path: ['content'], message: 'Not recognised.', mend: 'Send the message as the carrier sent it.' }],
      )
    return { messages: messages as Record<string, unknown>[] }
  },
}
