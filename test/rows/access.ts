import { type FeatureRules, isMeant, may, nobody, others, stateOfOfficial, whoever } from './rules.ts'
import type { MandateRow } from './tables.ts'
import { inDays, type Me, type RandomWorld } from './world.ts'

const top = ['appoint', 'administer']

/**
 * A contact point grants within its State, never above its own clearance and never what makes somebody a contact point, an
 * administrator or the clock. The administrator makes contact points and administrators, and grants anything to the Union's own
 * bodies. Nobody to themselves.
 */
function couldGrant(
  me: Me,
  world: RandomWorld,
  given: { official: number; competences: readonly string[]; clearance: number },
) {
  const state = stateOfOfficial(world, given.official)
  const holds = (any: readonly string[]) => given.competences.some(each => any.includes(each))
  return (
    given.official !== me.person &&
    ((may(me, 'appoint') &&
      state === me.state &&
      !holds([...top, 'run']) &&
      given.clearance <= me.clearance) ||
      (may(me, 'administer') && (holds([...top, 'run']) || state === 'EU')))
  )
}

/** Whether somebody is, now or later, a contact point or an administrator. */
const isTop = (world: RandomWorld, official: number) =>
  world['network.mandate'].some(
    each =>
      each.official === official &&
      each.withdrawn_at === null &&
      Date.parse(each.valid_until) > Date.now() &&
      each.competences.some(competence => top.includes(competence)),
  )

/** The highest clearance somebody holds, now or later. */
const highestOf = (world: RandomWorld, official: number) =>
  Math.max(
    0,
    ...world['network.mandate']
      .filter(
        each =>
          each.official === official &&
          each.withdrawn_at === null &&
          Date.parse(each.valid_until) > Date.now(),
      )
      .map(each => each.clearance),
  )

const mineOnly = whoever<{ official: number }>((me, row) => row.official === me.person)
const holderOf = (world: RandomWorld, mandate: number) =>
  world['network.mandate'].find(({ id }) => id === mandate)?.official

const secret = `\\x${'f'.repeat(64)}`
const unchanging = [
  'official',
  'competences',
  'areas',
  'clearance',
  'valid_from',
  'granted_by',
] as const satisfies readonly (keyof MandateRow)[]

export const access: FeatureRules = {
  'network.mandate': {
    key: ['id'],
    sees: whoever(
      (me, row, world) =>
        row.official === me.person ||
        may(me, 'administer') ||
        (stateOfOfficial(world, row.official) === me.state &&
          ['appoint', 'protect', 'supervise'].some(each => may(me, each))),
    ),
    adds: {
      tries: ({ mandate, self }, world) => {
        const granted_by = mandate
        const given = (official: number, competences: string[], clearance: number) => ({
          official,
          competences,
          areas: ['early-warning'],
          clearance,
          valid_until: inDays(9),
          granted_by,
        })
        return [
          ...world['network.official'].flatMap(({ id }) => [
            given(id, ['read'], 0),
            given(id, ['read', 'issue'], 2),
            given(id, ['appoint', 'read'], 1),
            given(id, ['run'], 0),
          ]),
          given(self.person, ['read'], 0),
          ...others(world, { mandate, self, purpose: null, me: null }).flatMap(({ id }) => [
            {
              ...given(id, ['read'], 0),
              granted_by: world['network.mandate'].find(each => each.id !== mandate)?.id ?? null,
            },
            { ...given(id, ['read'], 0), withdrawn_at: inDays(0) },
            { ...given(id, ['read'], 0), extended_at: inDays(0) },
          ]),
        ]
      },
      may: whoever(
        (me, row, world, mandate) =>
          row.granted_by === mandate &&
          row.withdrawn_at === null &&
          row.extended_at === null &&
          couldGrant(me, world, row),
      ),
      otherwise: { withdrawn_at: null, extended_at: null },
    },
    changes: {
      tries: ({ mandate }, world) => {
        const withdrawal = { withdrawn_by: mandate, withdrawn_at: inDays(0) }
        const extension = { extended_by: mandate, extended_at: inDays(0), valid_until: inDays(40) }
        const another = world['network.mandate'].find(({ id }) => id !== mandate)?.id ?? null
        return [
          withdrawal,
          extension,
          { ...withdrawal, withdrawn_by: another },
          { ...extension, extended_by: another },
          { ...extension, valid_until: inDays(-5) },
          { ...extension, clearance: 2 },
          { ...extension, competences: ['read', 'issue', 'validate'] },
          { withdrawn_by: null, withdrawn_at: null },
          { valid_until: inDays(40) },
        ]
      },
      may({ me, mandate }, before, after, world) {
        const rewritten = unchanging.some(
          column => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
        )
        if (me === null || before.withdrawn_at !== null || rewritten) return false
        if (Date.parse(after.valid_until) < Date.parse(before.valid_until)) return false
        // Taking away needs less than giving: the clearance does not count.
        if (after.withdrawn_at !== null)
          return after.withdrawn_by === mandate && couldGrant(me, world, { ...before, clearance: 0 })
        return after.extended_by === mandate && couldGrant(me, world, before)
      },
    },
    removes: nobody,
  },
  'work.audience': {
    key: ['id'],
    sees: whoever((me, row, world) => isMeant(world, me, row.id)),
    adds: nobody,
    changes: nobody,
    removes: nobody,
  },
  'network.session': {
    key: ['id'],
    sees: whoever((me, row, world) => holderOf(world, row.mandate) === me.person),
    adds: nobody,
    changes: nobody,
    removes: whoever((me, row, world) => holderOf(world, row.mandate) === me.person),
  },
  'network.acceptance': {
    key: ['official', 'version'],
    sees: mineOnly,
    adds: {
      tries: (asker, world) =>
        [asker.self.person, ...others(world, asker).map(({ id }) => id)].map(official => ({
          official,
          version: 'new',
        })),
      may: mineOnly,
    },
    changes: nobody,
    removes: nobody,
  },
  'network.preference': {
    key: ['official'],
    sees: mineOnly,
    adds: {
      tries: (asker, world) =>
        [asker.self.person, ...others(world, asker).map(({ id }) => id)]
          .filter(official => !world['network.preference'].some(row => row.official === official))
          .map(official => ({ official })),
      may: mineOnly,
    },
    changes: {
      tries: (asker, world) => [
        { language: 'fr' },
        ...[asker.self.person, ...others(world, asker).map(({ id }) => id)]
          .filter(official => !world['network.preference'].some(row => row.official === official))
          .map(official => ({ official })),
      ],
      may: (asker, before, after, world) => mineOnly(asker, before, world) && mineOnly(asker, after, world),
      blindly: { language: 'fr' },
    },
    removes: nobody,
  },
  'network.passkey': { key: ['id'], sees: mineOnly, adds: nobody, changes: nobody, removes: mineOnly },
  'network.enrolment': {
    key: ['id'],
    sees: nobody,
    adds: {
      tries: (asker, world) => [
        ...world['network.official'].map(({ id }) => ({ official: id, secret, made_by: asker.mandate })),
        ...others(world, asker, 3).flatMap(({ id }) => [
          {
            official: id,
            secret,
            made_by: world['network.mandate'].find(each => each.id !== asker.mandate)?.id ?? null,
          },
          { official: id, secret, made_by: asker.mandate, used_at: inDays(0) },
          { official: id, secret, made_by: asker.mandate, expires_at: inDays(5) },
          { official: id, secret, made_by: null },
        ]),
      ],
      may: whoever(
        (me, row, world, mandate) =>
          row.made_by === mandate &&
          row.used_at === null &&
          Date.parse(row.expires_at) <= Date.now() + 72.1 * 3600 * 1000 &&
          couldGrant(me, world, {
            official: row.official,
            competences: isTop(world, row.official) ? ['appoint'] : [],
            clearance: highestOf(world, row.official),
          }),
      ),
      otherwise: { used_at: null, expires_at: inDays(3) },
    },
    changes: nobody,
    removes: nobody,
  },
  'network.challenge': { key: ['challenge'], sees: nobody, adds: nobody, changes: nobody, removes: nobody },
}
