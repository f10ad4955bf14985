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

export const warningOf = (world: RandomWorld, id: string): WarningRow => {
  const found = world['work.warning'].find(row => row.id === id)
  if (!found) throw new Error(`No warning ${id}.`)
  return found
}
/** The warning, when it exists for this reader. */
export const seen = (me: Me, world: RandomWorld, id: string | null): WarningRow | undefined => {
  const found = world['work.warning'].find(row => row.id === id)
  return found && seesMarked(me, found, world) ? found : undefined
}
export const originates = (me: Me, warning: WarningRow) => warning.owner_authority === me.authority

/** Whoever may work on a warning at all: its author's unit, once issued its authority, and the State's contact point. */
const handles = (me: Me, row: WarningRow): boolean =>
  (may(me, 'issue') && (row.owner_unit === me.unit || (originates(me, row) && row.issued_at !== null))) ||
  (may(me, 'validate') && row.owner_state === me.state)

/** May send out, or take back, on behalf of the originator: its issuers, and the contact point that validates. */
export const speaksFor = (me: Me, row: WarningRow): boolean =>
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

const ofMyState = whoever<{ state: string }>((me, row) => row.state === me.state)

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
}
