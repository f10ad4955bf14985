import { type FeatureRules, may, nobody, whoever } from './rules.ts'
import { type Me, type RandomWorld } from './world.ts'

const reads = whoever(me => me.areas.has('statistics') || me.areas.has('early-warning'))
const isKeeper = (me: Me) => may(me, 'analyse') && me.areas.has('statistics')
const keeps = whoever(isKeeper)
/** The first row of a table without its number, changed a little. */
const like = <T extends 'stat.edition' | 'stat.incident' | 'stat.detection'>(
  world: RandomWorld,
  table: T,
  change: object,
) => {
  const { id: _id, ...row } = world[table][0] ?? { id: 0 }
  return [{ ...row, ...change }]
}
/** A row that stands may be marked as gone, and nothing else of it changes. */
const marksAsGone = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  before.gone_as_of === null &&
  after.gone_as_of !== null &&
  Object.keys(before).every(column => column === 'gone_as_of' || before[column] === after[column])

export const situation: FeatureRules = {
  'stat.edition': {
    key: ['id'],
    sees: reads,
    adds: { tries: (_asker, world) => like(world, 'stat.edition', { sha256: 'f'.repeat(64) }), may: keeps },
    changes: nobody,
    removes: nobody,
  },
  'stat.incident': {
    key: ['id'],
    sees: reads,
    adds: { tries: (_asker, world) => like(world, 'stat.incident', { key: 'new' }), may: keeps },
    changes: {
      tries: () => [
        { gone_as_of: '2026-03-03' },
        { persons: 7 },
        { gone_as_of: '2026-03-03', persons: 7 },
        { gone_as_of: null },
      ],
      may: ({ me }, before, after) => me !== null && isKeeper(me) && marksAsGone(before, after),
    },
    removes: nobody,
  },
  'stat.detection': {
    key: ['id'],
    sees: reads,
    adds: { tries: (_asker, world) => like(world, 'stat.detection', { month: '2025-06' }), may: keeps },
    changes: {
      tries: () => [
        { gone_as_of: '2026-03-03' },
        { detections: 7 },
        { gone_as_of: '2026-03-03', detections: 7 },
        { gone_as_of: null },
      ],
      may: ({ me }, before, after) => me !== null && isKeeper(me) && marksAsGone(before, after),
    },
    removes: nobody,
  },
}
