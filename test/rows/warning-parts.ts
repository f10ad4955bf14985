import { type FeatureRules, may, nobody, others, whoever } from './rules.ts'
import type { WarningRow } from './tables.ts'
import { originates, seen, speaksFor, warningOf } from './warnings.ts'
import { type Asker, inDays, type Me, type RandomWorld } from './world.ts'

/** Every part of a warning is tried on every drawn warning, in one's own name and in others'. */
const inNames = (asker: Asker, world: RandomWorld) => [
  { unit: asker.self.unit, official: asker.self.person },
  ...others(world, asker, 1).map(({ id }) => ({ unit: asker.self.unit, official: id })),
  ...world['network.unit']
    .filter(({ id }) => id !== asker.self.unit)
    .slice(0, 1)
    .map(({ id }) => ({ unit: id, official: asker.self.person })),
]
const delivered = (me: Me, world: RandomWorld, warning: string, unit: number): boolean =>
  world['work.warning_delivery'].some(
    row => row.warning === warning && row.unit === unit && seesDelivery(me, row, world),
  )
function seesDelivery(me: Me, row: { warning: string; unit: number }, world: RandomWorld): boolean {
  const warning = seen(me, world, row.warning)
  return (
    warning !== undefined &&
    (warning.status !== 'withdrawn' || originates(me, warning) || row.unit === me.unit)
  )
}
const isOwn = (me: Me, row: { unit: number; official: number }) =>
  row.unit === me.unit && row.official === me.person

const mine = whoever<{ official: number }>((me, row) => row.official === me.person)

/** What hangs on a warning: files, deliveries, answers, remarks, notices; and what officials and units keep for themselves. */
export const warningParts: FeatureRules = {
  'work.warning_attachment': {
    key: ['id'],
    sees: whoever((me, row, world) => {
      const warning = seen(me, world, row.warning)
      return warning !== undefined && (warning.status !== 'withdrawn' || originates(me, warning))
    }),
    adds: {
      tries: (_asker, world) =>
        world['work.warning'].map(({ id }) => ({
          warning: id,
          name: 'New',
          type: 'image/png',
          size: 1,
          hash: 'h',
          at: inDays(0),
        })),
      may: whoever((me, row, world) => {
        const warning = seen(me, world, row.warning)
        return (
          warning !== undefined &&
          may(me, 'issue') &&
          warning.owner_unit === me.unit &&
          ['draft', 'returned'].includes(warning.status)
        )
      }),
    },
    changes: {
      tries: (_asker, world) => world['work.warning'].slice(0, 3).map(({ id }) => ({ warning: id })),
      may: ({ me }, before, after, world) =>
        me !== null &&
        [before, after].every(({ warning }) => {
          const found = seen(me, world, warning)
          return found !== undefined && carries(me, found)
        }),
    },
    removes: whoever((me, row, world) => {
      const found = seen(me, world, row.warning)
      return found !== undefined && carries(me, found)
    }),
  },
  'work.warning_delivery': {
    key: ['warning', 'unit'],
    sees: whoever(seesDelivery),
    adds: {
      tries: (_asker, world) =>
        world['work.warning'].flatMap(({ id }) =>
          freeUnits(world, 'work.warning_delivery', id)
            .slice(0, 1)
            .flatMap(unit => {
              const right = {
                warning: id,
                unit,
                state: world['network.state'][0]?.code ?? '',
                why: 'unit',
                delivered_at: inDays(0),
                due_at: inDays(1),
              }
              return [right, { ...right, escalated_at: inDays(0) }]
            }),
        ),
      may: whoever((me, row, world) => {
        const warning = seen(me, world, row.warning)
        return warning?.status === 'issued' && speaksFor(me, warning) && row.escalated_at === null
      }),
      otherwise: { escalated_at: null },
    },
    changes: nobody,
    removes: nobody,
  },
  'work.warning_opening': {
    key: ['warning', 'unit'],
    sees: whoever((me, row, world) => delivered(me, world, row.warning, row.unit)),
    adds: {
      tries: (asker, world) =>
        world['work.warning'].flatMap(({ id }) =>
          inNames(asker, world)
            .filter(({ unit }) => freeUnits(world, 'work.warning_opening', id).includes(unit))
            .map(name => ({ ...name, warning: id, at: inDays(0) })),
        ),
      may: whoever((me, row, world) => isOwn(me, row) && delivered(me, world, row.warning, row.unit)),
    },
    changes: nobody,
    removes: nobody,
  },
  'work.warning_answer': {
    key: ['id'],
    sees: whoever((me, row, world) => delivered(me, world, row.warning, row.unit)),
    adds: {
      tries: (asker, world) =>
        world['work.warning'].flatMap(({ id }) =>
          inNames(asker, world).map(name => ({
            ...name,
            warning: id,
            version: 1,
            answer: 'acting',
            text: '',
            at: inDays(0),
          })),
        ),
      may: whoever(
        (me, row, world) =>
          isOwn(me, row) &&
          delivered(me, world, row.warning, row.unit) &&
          warningOf(world, row.warning).status === 'issued',
      ),
    },
    changes: nobody,
    removes: nobody,
  },
  'work.warning_remark': {
    key: ['id'],
    sees: whoever(seesRemark),
    adds: {
      tries: (asker, world) =>
        world['work.warning'].flatMap(({ id }) => {
          const right = {
            warning: id,
            kind: 'question',
            text: 'New',
            at: inDays(0),
            unit: asker.self.unit,
            official: asker.self.person,
          }
          return [
            ...inNames(asker, world).map(name => ({ ...right, ...name })),
            { ...right, reply: 'Answered by myself' },
            { ...right, to_all: true },
          ]
        }),
      may: whoever((me, row, world) => {
        const warning = seen(me, world, row.warning)
        return (
          warning !== undefined &&
          ['issued', 'superseded'].includes(warning.status) &&
          isOwn(me, row) &&
          row.reply === null &&
          !row.to_all
        )
      }),
      otherwise: { reply: null, to_all: false },
    },
    changes: {
      tries(asker, world, row) {
        const reply = { reply: 'Reply now', reply_at: inDays(0), reply_by: asker.self.person }
        return [
          reply,
          { ...reply, to_all: true },
          { ...reply, reply_by: others(world, asker, 1)[0]?.id ?? null },
          { ...reply, text: 'What was never asked' },
          {
            ...reply,
            official:
              others(world, { ...asker, self: { ...asker.self, person: row.official } }, 1)[0]?.id ?? 0,
          },
          {
            ...reply,
            warning: world['work.warning'].find(({ id }) => id !== row.warning)?.id ?? row.warning,
          },
          { text: 'Rewritten' },
        ]
      },
      // The originator's authority replies, once, in its own name; what was asked, when and by whom stays as it was.
      may({ me }, before, after, world) {
        const warning = me && seen(me, world, before.warning)
        return (
          me !== null &&
          !!warning &&
          before.kind === 'question' &&
          before.reply === null &&
          may(me, 'issue') &&
          originates(me, warning) &&
          after.reply_by === me.person &&
          ['warning', 'kind', 'text', 'unit', 'official'].every(column => before[column] === after[column])
        )
      },
    },
    removes: nobody,
  },
  'work.warning_notice': {
    key: ['official', 'warning', 'version', 'about'],
    sees: mine,
    adds: {
      tries: (asker, world) =>
        [asker.self.person, ...others(world, asker).map(({ id }) => id)].map(official => ({
          warning: world['work.warning'][0]?.id ?? '',
          version: 900,
          about: 'late',
          official,
          how: 'at-once',
        })),
      may: mine,
    },
    changes: {
      tries: (asker, world) => [
        { sent_at: inDays(0) },
        ...others(world, asker, 1).map(({ id }) => ({ official: id, version: 901 })),
        { official: asker.self.person, version: 901 },
      ],
      may: (asker, before, after, world) => mine(asker, before, world) && mine(asker, after, world),
    },
    removes: mine,
  },
  'work.warning_search_saved': {
    key: ['id'],
    sees: mine,
    adds: {
      tries: (asker, world) =>
        [asker.self.person, ...others(world, asker).map(({ id }) => id)].map(official => ({
          official,
          name: 'New',
          filter: {},
        })),
      may: mine,
    },
    changes: {
      tries: (asker, world) => [
        { name: 'Renamed' },
        ...others(world, asker, 1).map(({ id }) => ({ official: id })),
        { official: asker.self.person },
      ],
      may: (asker, before, after, world) => mine(asker, before, world) && mine(asker, after, world),
    },
    removes: mine,
  },
  'work.warning_subscription': {
    key: ['id'],
    sees: whoever((me, row) => row.unit === me.unit),
    adds: {
      tries: (asker, world) =>
        inNames(asker, world).map(name => ({
          ...name,
          routes: ['WM'],
          countries: [],
          citizenships: [],
          means: [],
        })),
      may: whoever(isOwn),
    },
    changes: {
      tries: (asker, world) => [
        { routes: ['WM'] },
        { routes: ['WM'], official: asker.self.person },
        { unit: asker.self.unit, official: asker.self.person },
        ...world['network.unit'].slice(0, 1).map(({ id }) => ({ unit: id, official: asker.self.person })),
      ],
      may: ({ me }, before, after) => me !== null && before.unit === me.unit && isOwn(me, after),
    },
    removes: whoever((me, row) => row.unit === me.unit),
  },
}

/** Takes files off, and over to the next version: the author's unit, and the contact point that issues it. */
const carries = (me: Me, warning: WarningRow): boolean =>
  (may(me, 'issue') && warning.owner_unit === me.unit) ||
  (may(me, 'validate') && warning.owner_state === me.state)

function seesRemark(
  me: Me,
  row: { warning: string; unit: number; kind: string; to_all: boolean },
  world: RandomWorld,
): boolean {
  const warning = seen(me, world, row.warning)
  if (!warning) return false
  if (originates(me, warning) || row.unit === me.unit) return true
  return warning.status !== 'withdrawn' && (row.kind !== 'question' || row.to_all)
}

const freeUnits = (
  world: RandomWorld,
  table: 'work.warning_delivery' | 'work.warning_opening',
  warning: string,
) =>
  world['network.unit']
    .map(({ id }) => id)
    .filter(id => !world[table].some(row => row.warning === warning && row.unit === id))
