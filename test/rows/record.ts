import { type FeatureRules, may, nobody, others, whoever } from './rules.ts'

export const record: FeatureRules = {
  'record.entry': {
    key: ['id'],
    sees: whoever(
      (me, row) =>
        row.person === me.person ||
        (row.state === me.state && (may(me, 'supervise') || may(me, 'protect'))) ||
        (may(me, 'supervise') && me.state === 'EU'),
    ),
    adds: {
      tries: ({ mandate, self, me }, world) => {
        const entry = { operation: 'test.tried', outcome: 'done' }
        const mine = { ...entry, mandate, person: self.person, unit: self.unit, state: self.state }
        const another = others(world, { mandate, self, purpose: null, me })[0]
        return [
          mine,
          { ...entry, mandate, person: null, unit: null, state: null },
          { ...mine, mandate: null },
          { ...mine, mandate: world['network.mandate'].find(each => each.id !== mandate)?.id ?? null },
          { ...mine, person: another?.id ?? null },
          { ...mine, state: world['network.state'].find(({ code }) => code !== self.state)?.code ?? null },
          { ...mine, unit: world['network.unit'].find(({ id }) => id !== self.unit)?.id ?? null },
        ]
      },
      // About oneself and nobody else. Somebody whose mandate has ended still leaves a trace, under that mandate.
      may: ({ mandate, self }, row, world) => {
        if (row.mandate !== mandate) return false
        if (mandate === null) return row.person === null && row.unit === null && row.state === null
        // A mandate that never was speaks of nobody.
        if (!world['network.mandate'].some(({ id }) => id === mandate)) return true
        return row.person === self.person && row.unit === self.unit && row.state === self.state
      },
    },
    changes: nobody,
    removes: nobody,
  },
  'record.submission': {
    key: ['mandate', 'key'],
    sees: ({ mandate }, row) => row.mandate === mandate,
    adds: {
      tries: ({ mandate }, world) =>
        [mandate ?? 0, ...world['network.mandate'].slice(0, 3).map(({ id }) => id)].map(each => ({
          mandate: each,
          key: 'another-submission',
          operation: 'test.tried',
          request: '\\x00',
          answer: {},
        })),
      may: ({ mandate }, row) => row.mandate === mandate,
    },
    changes: nobody,
    removes: nobody,
  },
}
