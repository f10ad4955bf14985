import {
  type FeatureRules,
  may,
  nobody,
  stateOfAuthority,
  stateOfOfficial,
  stateOfUnit,
  whoever,
} from './rules.ts'
import type { UnitRow } from './tables.ts'
import { inDays, type Me, type RandomWorld } from './world.ts'

/** The contact point (whoever appoints) keeps the directory of its State. */
const keeps = (me: Me, state: string | undefined) => may(me, 'appoint') && state === me.state
const seesUnit = (me: Me, unit: UnitRow, world: RandomWorld) =>
  unit.listed || stateOfAuthority(world, unit.authority) === me.state
const seesUnitOf = (me: Me, unit: number, world: RandomWorld) => {
  const found = world['network.unit'].find(({ id }) => id === unit)
  return found !== undefined && seesUnit(me, found, world)
}

export const directory: FeatureRules = {
  'network.state': {
    key: ['code'],
    sees: whoever(() => true),
    adds: {
      tries: () => [{ code: 'ZZ', kind: 'partner', validates: false }],
      may: whoever(me => may(me, 'administer')),
    },
    changes: {
      tries: (_asker, _world, row) => [{ validates: !row.validates }, { kind: 'partner' }],
      // The contact point says whether its State validates; what kind of State it is, is not its to say.
      may: ({ me }, before, after) => me !== null && keeps(me, before.code) && after.kind === before.kind,
    },
    removes: nobody,
  },
  'network.authority': {
    key: ['id'],
    sees: whoever(() => true),
    adds: {
      tries: (_asker, world) =>
        world['network.state'].map(({ code }) => ({ state: code, name: 'New authority' })),
      may: whoever((me, row) => may(me, 'administer') || keeps(me, row.state)),
    },
    changes: {
      tries: (_asker, world) => [
        { name: 'Renamed' },
        ...world['network.state'].slice(0, 2).map(({ code }) => ({ state: code })),
      ],
      may: ({ me }, before, after) => me !== null && keeps(me, before.state) && keeps(me, after.state),
    },
    removes: nobody,
  },
  'network.unit': {
    key: ['id'],
    sees: whoever(seesUnit),
    adds: {
      tries: (_asker, world) =>
        world['network.authority'].map(({ id }) => ({
          authority: id,
          name: 'New unit',
          kind: 'unit',
          listed: false,
        })),
      may: whoever(
        (me, row, world) => may(me, 'administer') || keeps(me, stateOfAuthority(world, row.authority)),
      ),
    },
    changes: {
      tries: (_asker, world, row) => [
        { listed: !row.listed },
        ...world['network.authority'].slice(0, 2).map(({ id }) => ({ authority: id })),
      ],
      may: ({ me }, before, after, world) =>
        me !== null &&
        [before, after].every(({ authority }) => keeps(me, stateOfAuthority(world, authority))),
    },
    removes: nobody,
  },
  'network.official': {
    key: ['id'],
    sees: whoever((me, row, world) => seesUnitOf(me, row.unit, world)),
    adds: {
      tries: (_asker, world) => world['network.unit'].map(({ id }) => ({ unit: id, name: 'New official' })),
      may: whoever((me, row, world) => may(me, 'administer') || keeps(me, stateOfUnit(world, row.unit))),
    },
    changes: {
      tries: (_asker, world, row) => [
        { active: !row.active },
        ...world['network.unit'].slice(0, 2).map(({ id }) => ({ unit: id })),
      ],
      may: ({ me }, before, after, world) =>
        me !== null && [before, after].every(({ unit }) => keeps(me, stateOfUnit(world, unit))),
    },
    removes: nobody,
  },
  'network.contact_point': {
    key: ['state'],
    sees: whoever(() => true),
    adds: {
      tries: (_asker, world) =>
        world['network.state']
          .filter(({ code }) => !world['network.contact_point'].some(({ state }) => state === code))
          .flatMap(({ code }) =>
            world['network.official'].slice(0, 4).flatMap(({ id, unit }) => [
              { state: code, unit, official: id, deputy: null },
              {
                state: code,
                unit,
                official: id,
                deputy: world['network.official'].find(each => each.id !== id)?.id ?? null,
              },
            ]),
          ),
      may: whoever((me, row, world) => may(me, 'administer') && isOfOneState(row, world)),
    },
    changes: {
      tries: (_asker, world, row) => [
        { deputy: null },
        ...world['network.official']
          .filter(({ id }) => id !== row.official)
          .map(({ id }) => ({ deputy: id })),
        ...world['network.official']
          .slice(0, 3)
          .map(({ id, unit }) => ({ official: id, unit, deputy: null })),
      ],
      may: ({ me }, before, after, world) =>
        me !== null &&
        isOfOneState(after, world) &&
        (may(me, 'administer') ||
          (keeps(me, before.state) && after.unit === before.unit && after.official === before.official)),
    },
    removes: nobody,
  },
  'network.duty': {
    key: ['id'],
    sees: whoever((me, row, world) => seesUnitOf(me, row.unit, world)),
    adds: {
      tries: (_asker, world) =>
        world['network.unit'].flatMap(({ id }) =>
          world['network.official'].slice(0, 3).map(official => ({
            unit: id,
            official: official.id,
            starts_at: inDays(1),
            ends_at: inDays(2),
          })),
        ),
      may: whoever(
        (me, row, world) =>
          keeps(me, stateOfUnit(world, row.unit)) && keeps(me, stateOfOfficial(world, row.official)),
      ),
    },
    changes: nobody,
    removes: whoever((me, row, world) => keeps(me, stateOfUnit(world, row.unit))),
  },
}

/** A designation names a unit and officials of the State that designates. */
const isOfOneState = (
  row: { state: string; unit: number; official: number; deputy: number | null },
  world: RandomWorld,
): boolean =>
  stateOfUnit(world, row.unit) === row.state &&
  stateOfOfficial(world, row.official) === row.state &&
  (row.deputy === null || stateOfOfficial(world, row.deputy) === row.state)
