import { type FeatureRules, isMeant, may, nobody, others, whoever } from './rules.ts'
import type { WarningRow } from './tables.ts'
import { type Asker, hashOf, inDays, type Me, type RandomWorld, uuid } from './world.ts'

const kept = (row: { expires_at: string }) => Date.parse(row.expires_at) > Date.now()
type Marked = {
  audience_id: number
  area: string
  marking: number
  expires_at: string
  owner_authority: number
}

/** In the audience, within the area, up to the clearance, until its time of keeping ends; its originator also after that. */
const seesMarked = (me: Me, row: Marked, world: RandomWorld): boolean =>
  isMeant(world, me, row.audience_id) &&
  me.areas.has(row.area) &&
  row.marking <= me.clearance &&
  (kept(row) || row.owner_authority === me.authority)

const warningOf = (world: RandomWorld, id: string): WarningRow => {
  const found = world['work.warning'].find(row => row.id === id)
  if (!found) throw new Error(`No warning ${id}.`)
  return found
}
/** The warning, when it exists for this reader. */
const seen = (me: Me, world: RandomWorld, id: string | null): WarningRow | undefined => {
  const found = world['work.warning'].find(row => row.id === id)
  return found && seesMarked(me, found, world) ? found : undefined
}
const originates = (me: Me, warning: WarningRow) => warning.owner_authority === me.authority

/** Whoever may work on a warning at all: its author's unit, once issued its authority, and the State's contact point. */
const handles = (me: Me, row: WarningRow): boolean =>
  (may(me, 'issue') && (row.owner_unit === me.unit || (originates(me, row) && row.issued_at !== null))) ||
  (may(me, 'validate') && row.owner_state === me.state)

/** May send out, or take back, on behalf of the originator: its issuers, and the contact point that validates. */
const speaksFor = (me: Me, row: WarningRow): boolean =>
  (originates(me, row) && may(me, 'issue')) || (may(me, 'validate') && row.owner_state === me.state)

/** What may follow what. */
const steps: Record<string, string[]> = {
  draft: ['draft', 'submitted', 'issued'],
  submitted: ['draft', 'validated', 'returned'],
  returned: ['draft', 'submitted', 'issued'],
  validated: ['draft', 'issued'],
  issued: ['issued', 'superseded', 'withdrawn'],
  superseded: ['withdrawn'],
  withdrawn: [],
}
const origin = ['owner_authority', 'owner_unit', 'owner_state', 'author', 'area'] as const
const textOf = (row: WarningRow) => hashOf(row.content.n ?? null, row.marking)

/** The life of a warning as the README tells it: steps, four eyes, originator control, and that what was validated goes out. */
function lives(me: Me, before: WarningRow, after: WarningRow, world: RandomWorld): boolean {
  if (origin.some(column => before[column] !== after[column])) return false
  if (before.number !== null && after.number !== before.number) return false
  if (!steps[before.status]?.includes(after.status)) return false
  const rewritten = textOf(before) !== textOf(after)
  const validates = world['network.state'].find(({ code }) => code === before.owner_state)?.validates
  switch (after.status) {
    case 'draft':
      return before.owner_unit === me.unit
    case 'submitted':
      return before.owner_unit === me.unit && !rewritten
    case 'validated':
    case 'returned':
      return (
        may(me, 'validate') && me.person !== before.author && me.person !== before.edited_by && !rewritten
      )
    case 'withdrawn':
      return originates(me, before)
    case 'superseded': {
      const successor = seen(me, world, after.superseded_by)
      return originates(me, before) || (successor?.supersedes === before.id && successor.status === 'issued')
    }
    case 'issued': {
      // Only what stands validated: of a new warning its own text, of a next version a validated draft of it.
      const approved =
        before.status === 'issued'
          ? (!rewritten && before.approved_hash === textOf(before)) || validatedNext(me, before, after, world)
          : before.approved_hash === textOf(after)
      if (validates === true && !approved) return false
      return before.status !== 'issued' || originates(me, before) || validatedNext(me, before, after, world)
    }
    default:
      return false
  }
}

const validatedNext = (me: Me, before: WarningRow, after: WarningRow, world: RandomWorld) =>
  world['work.warning'].some(
    draft =>
      draft.updates === before.id &&
      draft.status === 'validated' &&
      draft.approved_hash === textOf(after) &&
      seen(me, world, draft.id) !== undefined,
  )

/** A right draft in somebody's own name. */
const draftOf = ({ self }: Asker, world: RandomWorld): WarningRow => ({
  id: uuid(1, 900),
  number: null,
  owner_authority: self.authority,
  owner_unit: self.unit,
  owner_state: self.state,
  author: self.person,
  edited_by: self.person,
  area: 'early-warning',
  marking: 1,
  audience_id: world['work.audience'][0]?.id ?? 0,
  expires_at: inDays(30),
  status: 'draft',
  version: 0,
  form: 1,
  content: { n: 5 },
  handling: { marking: 'LIMITED' },
  content_hash: '\\x00',
  approved_hash: null,
  title: 'New',
  urgency: 'routine',
  triggers: [],
  countries: [],
  citizenships: [],
  means: [],
  happened: '',
  words: '',
  created_at: inDays(0),
  updated_at: inDays(0),
  issued_at: null,
  updates: null,
  supersedes: null,
  superseded_by: null,
})
const elsewhere = <T>(
  rows: readonly T[],
  not: (row: T) => boolean,
  change: (row: T) => Partial<WarningRow>,
) =>
  rows
    .filter(row => !not(row))
    .slice(0, 1)
    .map(change)

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

const ofMyState = whoever<{ state: string }>((me, row) => row.state === me.state)
const mine = whoever<{ official: number }>((me, row) => row.official === me.person)

export const warnings: FeatureRules = {
  'work.warning': {
    key: ['id'],
    sees: whoever(seesMarked),
    adds: {
      tries(asker, world) {
        const right = draftOf(asker, world)
        return [
          right,
          { ...right, status: 'validated' },
          { ...right, status: 'issued', number: 'EWS-9', issued_at: inDays(0) },
          { ...right, version: 1 },
          ...elsewhere(
            world['network.official'],
            ({ id }) => id === right.author,
            ({ id }) => ({ author: id, edited_by: id }),
          ),
          ...elsewhere(
            world['network.official'],
            ({ id }) => id === right.author,
            ({ id }) => ({ edited_by: id }),
          ),
          ...elsewhere(
            world['network.unit'],
            ({ id }) => id === right.owner_unit,
            ({ id }) => ({ owner_unit: id }),
          ),
          ...elsewhere(
            world['network.authority'],
            ({ id }) => id === right.owner_authority,
            ({ id }) => ({ owner_authority: id }),
          ),
          ...elsewhere(
            world['network.state'],
            ({ code }) => code === right.owner_state,
            ({ code }) => ({ owner_state: code }),
          ),
        ].map(change => ({ ...right, ...change }))
      },
      may: whoever(
        (me, row) =>
          may(me, 'issue') &&
          row.status === 'draft' &&
          row.version === 0 &&
          row.author === me.person &&
          row.edited_by === me.person &&
          row.owner_unit === me.unit &&
          row.owner_authority === me.authority &&
          row.owner_state === me.state,
      ),
    },
    changes: {
      tries(asker, world, row) {
        const issue = row.issued_at === null ? { issued_at: inDays(0), number: `EWS-T-${row.id}` } : {}
        const rewrite = { content: { n: 7 } }
        const emptied = { content: {}, title: '' }
        return [
          ...['draft', 'submitted', 'returned', 'validated'].map(status => ({ status })),
          { status: 'draft', ...rewrite },
          { status: 'submitted', ...rewrite },
          { status: 'issued', ...issue },
          { status: 'issued', ...issue, ...rewrite },
          // What was never validated is not made so by saying so.
          { status: 'issued', ...issue, ...rewrite, approved_hash: hashOf(7, row.marking) },
          { status: 'issued', ...issue, approved_hash: textOf(row) },
          // The next version, as a validated draft has it.
          ...world['work.warning']
            .filter(draft => draft.updates === row.id)
            .map(draft => ({
              status: 'issued',
              ...issue,
              content: draft.content,
              marking: draft.marking,
              handling: draft.handling,
              approved_hash: draft.approved_hash,
            })),
          {
            status: 'superseded',
            superseded_by: world['work.warning'].find(({ supersedes }) => supersedes === row.id)?.id ?? null,
          },
          { status: 'withdrawn', ...emptied },
          {
            owner_authority: asker.self.authority,
            owner_unit: asker.self.unit,
            owner_state: asker.self.state,
          },
          { author: asker.self.person },
          ...(row.number === null ? [] : [{ number: 'EWS-X' }]),
          ...world['work.audience'].slice(0, 2).map(({ id }) => ({ audience_id: id })),
        ]
      },
      may: ({ me }, before, after, world) =>
        me !== null && handles(me, before) && handles(me, after) && lives(me, before, after, world),
    },
    removes: whoever(
      (me, row) =>
        row.issued_at === null &&
        ((may(me, 'issue') && row.owner_unit === me.unit) ||
          (may(me, 'validate') && row.owner_state === me.state && row.status === 'validated')),
    ),
  },
  'work.warning_number': {
    key: ['state', 'year'],
    sees: ofMyState,
    adds: {
      tries: (_asker, world) =>
        world['network.state'].map(({ code }) => ({ state: code, year: 2099, last: 1 })),
      may: ofMyState,
    },
    changes: {
      tries: (asker, world, row) => [
        { last: row.last + 1 },
        ...world['network.state'].slice(0, 2).map(({ code }) => ({ state: code, year: 2098 })),
      ],
      may: (asker, before, after, world) => ofMyState(asker, before, world) && ofMyState(asker, after, world),
      blindly: { last: 9 },
    },
    removes: nobody,
  },
  'work.warning_version': {
    key: ['warning', 'version'],
    sees: whoever(seesMarked),
    adds: {
      tries: (asker, world) =>
        world['work.warning'].flatMap(warning => {
          const right = {
            warning: warning.id,
            version: 900,
            title: 'New',
            content: {},
            form: 1,
            owner_authority: warning.owner_authority,
            area: 'early-warning',
            marking: warning.marking,
            audience_id: warning.audience_id,
            expires_at: warning.expires_at,
            issued_at: inDays(0),
            issued_by: asker.self.person,
          }
          const stranger = others(world, asker, 1).map(({ id }) => ({ ...right, issued_by: id }))
          return [
            right,
            ...stranger,
            ...world['network.authority']
              .filter(({ id }) => id !== warning.owner_authority)
              .slice(0, 1)
              .map(({ id }) => ({ ...right, owner_authority: id })),
          ]
        }),
      may: whoever((me, row, world) => {
        const warning = seen(me, world, row.warning)
        return (
          warning?.status === 'issued' &&
          warning.owner_authority === row.owner_authority &&
          row.issued_by === me.person &&
          speaksFor(me, warning)
        )
      }),
    },
    changes: {
      tries: (_asker, world, row) => [
        ...world['work.audience'].slice(0, 2).map(({ id }) => ({ audience_id: id })),
        ...world['network.authority']
          .filter(({ id }) => id !== row.owner_authority)
          .slice(0, 1)
          .map(({ id }) => ({ owner_authority: id })),
      ],
      may: ({ me }, before, after) =>
        me !== null &&
        may(me, 'issue') &&
        before.owner_authority === me.authority &&
        after.owner_authority === me.authority,
    },
    removes: nobody,
  },
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
