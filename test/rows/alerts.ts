import { assessedUntil } from './any-alerts.ts'
import { type FeatureRules, isMeant, may, nobody, others, type Rules, whoever } from './rules.ts'
import type { AlertRow, Rows } from './tables.ts'
import { type Asker, inDays, type Me, type RandomWorld } from './world.ts'

/** Keeping the alerts of their authority at this moment. */
export const keeps = (me: Me) => me.purpose === 'alert-keeping'
/** Looking after the lawfulness of their State's alerts at this moment. */
export const oversees = (me: Me) => me.purpose === 'supervision' || me.purpose === 'request-of-the-person'

function seesList(me: Me, list: Rows['person.list'], world: RandomWorld): boolean {
  if (list.owner_state === me.state && (may(me, 'supervise') || may(me, 'protect'))) return true
  if (!me.areas.has('alerts') || list.marking > me.clearance) return false
  return isMeant(world, me, list.audience_id) || (list.owner_authority === me.authority && may(me, 'alert'))
}

/**
 * For a purpose that the mandate covers and the list allows, within audience, area and clearance; its keepers; those who oversee
 * its State's. Nobody after its end.
 */
function seesAlert(me: Me, alert: AlertRow, world: RandomWorld): boolean {
  if (Date.parse(alert.expires_at) <= Date.now()) return false
  if (alert.owner_state === me.state && oversees(me)) return true
  if (!me.areas.has('alerts') || alert.marking > me.clearance) return false
  if (alert.owner_authority === me.authority && keeps(me)) return true
  return me.purpose !== null && alert.purposes.includes(me.purpose) && isMeant(world, me, alert.audience_id)
}
const alertOf = (world: RandomWorld, id: string) => world['person.alert'].find(each => each.id === id)
export const seen = (me: Me, world: RandomWorld, id: string): AlertRow | undefined => {
  const alert = alertOf(world, id)
  return alert && seesAlert(me, alert, world) ? alert : undefined
}
/** An alert that they keep, and may see. */
export const kept = (me: Me, world: RandomWorld, id: string): boolean =>
  keeps(me) && seen(me, world, id)?.owner_authority === me.authority
const withGrounds = (me: Me) => keeps(me) || oversees(me)

/** A row of what an alert consists of; the three tables are alike. */
type PartRow = Rows['person.identity']
/** What an alert consists of: read with it, written by its owner. */
const part = (given: Partial<PartRow>, change: Partial<PartRow>): Rules<PartRow> => ({
  key: ['alert', 'number'],
  sees: whoever((me, row, world) => seen(me, world, row.alert) !== undefined),
  adds: {
    tries: (_asker, world) => world['person.alert'].map(({ id }) => ({ ...given, alert: id, number: 19 })),
    may: whoever((me, row, world) => kept(me, world, row.alert)),
  },
  changes: {
    // What a victim of misused identity has said hangs on the identity by its key, so that one stays where it is for everybody.
    tries: (_asker, world, row) => [
      change,
      ...(world['person.misused'].some(each => each.alert === row.alert && each.number === row.number)
        ? []
        : world['person.alert'].slice(0, 2).map(({ id }) => ({ alert: id }))),
    ],
    may: ({ me }, before, after, world) =>
      me !== null && kept(me, world, before.alert) && kept(me, world, after.alert),
  },
  removes: whoever((me, row, world) => kept(me, world, row.alert)),
})

const fixed = [
  'id',
  'reference',
  'list',
  'owner_authority',
  'owner_state',
  'kind',
  'area',
  'valid_from',
  'entered_by',
  'entered_at',
]

/** Another official, another unit, another authority than one's own: to write in their name. */
const another = (asker: Asker, world: RandomWorld) => ({
  official: others(world, asker, 1)[0]?.id ?? 0,
  unit: world['network.unit'].find(({ id }) => id !== asker.self.unit)?.id ?? 0,
  authority: world['network.authority'].find(({ id }) => id !== asker.self.authority)?.id ?? 0,
})

export const alerts: FeatureRules = {
  'person.list': {
    key: ['id'],
    sees: whoever(seesList),
    adds: {
      tries: (asker, world) => {
        const mine = {
          owner_authority: asker.self.authority,
          owner_state: asker.self.state,
          kind: 'document',
          name: 'A new list',
          legal_basis: 'The law',
          action: 'seize',
          purposes: ['border-check'],
          marking: 1,
          audience_id: world['work.audience'][0]?.id ?? 0,
          made_by: asker.self.person,
          made_at: inDays(0),
          changed_at: inDays(0),
        }
        const other = another(asker, world)
        return [
          mine,
          { ...mine, owner_authority: other.authority },
          { ...mine, made_by: other.official },
          {
            ...mine,
            owner_state: world['network.state'].find(({ code }) => code !== asker.self.state)?.code ?? 'HR',
          },
        ]
      },
      may: whoever(
        (me, row) =>
          keeps(me) &&
          row.owner_authority === me.authority &&
          row.owner_state === me.state &&
          row.made_by === me.person,
      ),
    },
    changes: {
      tries: (asker, world) => [
        { name: 'Renamed' },
        { kind: 'document' },
        { owner_authority: another(asker, world).authority },
      ],
      may: ({ me }, before, after) =>
        me !== null &&
        keeps(me) &&
        before.owner_authority === me.authority &&
        after.owner_authority === before.owner_authority &&
        after.kind === before.kind,
    },
    removes: nobody,
  },
  'person.alert': {
    key: ['id'],
    sees: whoever(seesAlert),
    adds: {
      tries: (asker, world) =>
        world['person.list'].flatMap(list => {
          const mine = {
            reference: 'LV-BBBBB-00000',
            list: list.id,
            owner_authority: asker.self.authority,
            owner_state: asker.self.state,
            kind: list.kind,
            purposes: list.purposes,
            audience_id: list.audience_id,
            marking: list.marking,
            action: 'confirm-return',
            legal_basis: 'The law',
            valid_from: inDays(0),
            review_at: inDays(100),
            expires_at: inDays(100),
            version: 1,
            entered_by: asker.self.person,
            entered_at: inDays(0),
            changed_by: asker.self.person,
            changed_at: inDays(0),
          }
          const other = another(asker, world)
          return [
            mine,
            { ...mine, entered_by: other.official },
            { ...mine, changed_by: other.official },
            { ...mine, version: 3 },
            { ...mine, owner_authority: list.owner_authority, owner_state: list.owner_state },
          ]
        }),
      may: whoever((me, row, world) => {
        const list = world['person.list'].find(({ id }) => id === row.list)
        return (
          keeps(me) &&
          list !== undefined &&
          seesList(me, list, world) &&
          list.owner_authority === me.authority &&
          row.owner_authority === me.authority &&
          row.owner_state === me.state &&
          row.entered_by === me.person &&
          row.changed_by === me.person &&
          row.version === 1
        )
      }),
    },
    changes: {
      tries: (asker, world, row) => {
        const mine = { changed_by: asker.self.person }
        return [
          { ...mine, action: 'consult-owner', version: row.version + 1 },
          { action: 'consult-owner', changed_by: another(asker, world).official },
          { ...mine, version: row.version + 2 },
          { ...mine, owner_authority: another(asker, world).authority },
          { ...mine, valid_from: inDays(-40) },
          { ...mine, expires_at: inDays(5) },
          { ...mine, review_at: assessedUntil, expires_at: assessedUntil },
          { ...mine, version: row.version + 1, review_at: assessedUntil, expires_at: assessedUntil },
          { ...mine, version: row.version + 1, review_at: inDays(91), expires_at: inDays(91) },
        ]
      },
      may: ({ me }, before, after, world) => {
        if (
          me === null ||
          !keeps(me) ||
          before.owner_authority !== me.authority ||
          before.marking > me.clearance
        )
          return false
        if (after.changed_by !== me.person || fixed.some(field => before[field] !== after[field]))
          return false
        if (![0, 1].includes(after.version - before.version)) return false
        const longer =
          after.review_at > before.review_at ||
          (after.expires_at > before.expires_at && after.expires_at > before.review_at)
        return (
          !longer ||
          world['person.alert_assessment'].some(
            each =>
              each.alert === after.id && each.version === after.version && each.until === after.review_at,
          )
        )
      },
    },
    removes: whoever(
      (me, row) => keeps(me) && row.owner_authority === me.authority && row.marking <= me.clearance,
    ),
  },
  'person.identity': part({ kind: 'claimed', names: [], words: '' }, { description: 'A scar' }),
  'person.alert_document': part(
    { type: 'P', written: 'Y 2', number_from: 'Y2', number_to: 'Y2', status: 'stolen' },
    { status: 'lost' },
  ),
  'person.alert_object': part({ type: 'vehicle', plate: 'Y 2', keys: ['Y2'] }, { colour: 'red' }),
  'person.alert_ground': {
    key: ['alert'],
    sees: whoever((me, row, world) => withGrounds(me) && seen(me, world, row.alert) !== undefined),
    adds: {
      tries: (_asker, world) =>
        world['person.alert']
          .filter(({ id }) => !world['person.alert_ground'].some(each => each.alert === id))
          .map(({ id }) => ({ alert: id, reason: 'New', decision: '', evidence: '', offence: '', note: '' })),
      may: whoever((me, row, world) => kept(me, world, row.alert)),
    },
    changes: {
      tries: () => [{ note: 'Changed' }],
      may: ({ me }, before, _after, world) => me !== null && kept(me, world, before.alert),
      blindly: { note: 'All changed' },
    },
    removes: whoever((me, row, world) => kept(me, world, row.alert)),
  },
  'person.alert_source': {
    key: ['alert'],
    sees: whoever((me, row, world) => {
      const alert = seen(me, world, row.alert)
      return alert !== undefined && (oversees(me) || (keeps(me) && alert.owner_authority === me.authority))
    }),
    adds: {
      tries: (_asker, world) =>
        world['person.alert']
          .filter(({ id }) => !world['person.alert_source'].some(each => each.alert === id))
          .map(({ id }) => ({ alert: id, said: {} })),
      may: whoever((me, row, world) => kept(me, world, row.alert)),
    },
    changes: {
      tries: () => [{ said: { note: 'Changed' } }],
      may: ({ me }, before, _after, world) => me !== null && kept(me, world, before.alert),
      blindly: { said: { note: 'All changed' } },
    },
    removes: whoever((me, row, world) => kept(me, world, row.alert)),
  },
  'person.alert_link': {
    key: ['alert', 'other'],
    sees: whoever(
      (me, row, world) =>
        seen(me, world, row.alert) !== undefined && seen(me, world, row.other) !== undefined,
    ),
    adds: {
      tries: (asker, world) => {
        const all = world['person.alert']
        return all
          .flatMap((alert, i) => {
            const other = all[(i + 1) % all.length]
            return other && other.id !== alert.id ? [{ alert: alert.id, other: other.id }] : []
          })
          .filter(
            pair =>
              !world['person.alert_link'].some(
                each => each.alert === pair.alert && each.other === pair.other,
              ),
          )
          .flatMap(pair => [
            { ...pair, kind: 'family', made_by: asker.self.person, made_at: inDays(0) },
            { ...pair, kind: 'family', made_by: another(asker, world).official, made_at: inDays(0) },
          ])
      },
      may: whoever(
        (me, row, world) =>
          row.made_by === me.person && kept(me, world, row.alert) && seen(me, world, row.other) !== undefined,
      ),
    },
    changes: nobody,
    removes: whoever((me, row, world) => kept(me, world, row.alert)),
  },
  'person.alert_assessment': {
    key: ['alert', 'version'],
    sees: whoever((me, row, world) => withGrounds(me) && seen(me, world, row.alert) !== undefined),
    adds: {
      tries: (asker, world) =>
        world['person.alert'].flatMap(({ id }) =>
          [asker.self.person, another(asker, world).official].map(official => ({
            alert: id,
            version: 9,
            text: 'It is needed for longer.',
            until: inDays(50),
            official,
            at: inDays(0),
          })),
        ),
      may: whoever((me, row, world) => row.official === me.person && kept(me, world, row.alert)),
    },
    changes: nobody,
    removes: nobody,
  },
  'person.alert_achieved': {
    key: ['id'],
    sees: whoever((me, row, world) => {
      const alert = seen(me, world, row.alert)
      return (
        alert !== undefined &&
        (row.unit === me.unit ||
          (alert.owner_authority === me.authority && keeps(me)) ||
          (alert.owner_state === me.state && oversees(me)))
      )
    }),
    adds: {
      tries: (asker, world) =>
        world['person.alert'].flatMap(({ id }) => {
          const mine = {
            alert: id,
            unit: asker.self.unit,
            official: asker.self.person,
            note: 'Done here',
            at: inDays(0),
            due_at: inDays(15),
          }
          const other = another(asker, world)
          return [mine, { ...mine, unit: other.unit }, { ...mine, official: other.official }]
        }),
      may: whoever(
        (me, row, world) =>
          (may(me, 'screen') || may(me, 'alert')) &&
          row.unit === me.unit &&
          row.official === me.person &&
          seen(me, world, row.alert) !== undefined,
      ),
    },
    changes: {
      tries: (asker, world) => {
        const answer = { stands_because: 'It stands', answered_at: inDays(0) }
        return [
          { ...answer, answered_by: asker.self.person },
          { ...answer, answered_by: another(asker, world).official },
          { ...answer, answered_by: asker.self.person, note: 'Not what was said' },
        ]
      },
      may: ({ me }, before, after, world) =>
        me !== null &&
        before.answered_at === null &&
        kept(me, world, before.alert) &&
        after.answered_by === me.person &&
        after.note === before.note,
    },
    removes: nobody,
  },
  'person.alert_history': {
    key: ['id'],
    sees: whoever(
      (me, row) =>
        (row.owner_authority === me.authority && keeps(me) && row.marking <= me.clearance) ||
        (row.owner_state === me.state && oversees(me)),
    ),
    adds: {
      tries: (asker, world) =>
        world['person.alert'].flatMap(alert => {
          const mine = {
            alert: alert.id,
            reference: String(alert.reference),
            list: alert.list,
            owner_authority: alert.owner_authority,
            owner_state: alert.owner_state,
            marking: alert.marking,
            version: 1,
            act: 'changed',
            official: asker.self.person,
            unit: asker.self.unit,
            at: inDays(0),
          }
          const other = another(asker, world)
          return [
            mine,
            { ...mine, official: other.official },
            { ...mine, unit: other.unit },
            { ...mine, owner_authority: other.authority },
            { ...mine, kept_until: inDays(1) },
          ]
        }),
      may: whoever(
        (me, row, world) =>
          row.official === me.person &&
          row.unit === me.unit &&
          row.owner_authority === me.authority &&
          row.owner_state === me.state &&
          (row.kept_until ?? null) === null &&
          kept(me, world, row.alert),
      ),
    },
    changes: nobody,
    removes: nobody,
  },
}
