import type { PassengerRows } from './passenger-tables.ts'
import { type FeatureRules, may, nobody, others, stateOfAuthority, whoever } from './rules.ts'
import { type Asker, inDays, type Me, type RandomWorld } from './world.ts'

/** Dealing with the carriers of their authority. */
const deals = (me: Me) => may(me, 'screen') && me.areas.has('passengers') && me.clearance >= 1
/** Working on the passengers of their authority at this moment. */
const screens = (me: Me) => deals(me) && me.purpose === 'border-check'
const isGateway = (me: Me) => screens(me) && may(me, 'run')
const decides = (me: Me) => screens(me) && !may(me, 'run')
const supervises = (me: Me, world: RandomWorld, authority: number) =>
  me.purpose === 'supervision' && (me.state === 'EU' || stateOfAuthority(world, authority) === me.state)
const answersFor = (me: Me, world: RandomWorld, authority: number) =>
  me.purpose === 'request-of-the-person' && stateOfAuthority(world, authority) === me.state

type Owned = { owner_authority: number }
type Also = 'supervised' | 'answered'
const sees = (...also: Also[]) =>
  whoever(
    (me, { owner_authority: owner }: Owned, world) =>
      (screens(me) && owner === me.authority) ||
      (also.includes('supervised') && supervises(me, world, owner)) ||
      (also.includes('answered') && answersFor(me, world, owner)),
  )
const own = (holds: (me: Me) => boolean) =>
  whoever((me, { owner_authority: owner }: Owned) => holds(me) && owner === me.authority)
const stays =
  (holds: (me: Me) => boolean) =>
  ({ me }: Asker, before: Owned, after: Owned): boolean =>
    me !== null &&
    holds(me) &&
    before.owner_authority === me.authority &&
    after.owner_authority === me.authority
const due = whoever(
  (me, row: Owned & { delete_at: string }) =>
    isGateway(me) && row.owner_authority === me.authority && Date.parse(row.delete_at) <= Date.now(),
)
/** What is drawn of a table, again under another key. */
const again =
  <T extends keyof PassengerRows>(table: T, change: (row: PassengerRows[T], i: number) => object) =>
  (_asker: Asker, world: RandomWorld) =>
    (world[table] as PassengerRows[T][]).map((row, i) => ({ ...row, ...change(row, i) })) as Partial<
      PassengerRows[T]
    >[]
const fresh = (kind: string, i: number) => `00000000-0000-4000-a${kind}00-${String(i).padStart(12, '0')}`

export const passengers = {
  'person.carrier': {
    key: ['id'],
    sees: own(deals),
    adds: {
      tries: (asker, world) =>
        world['person.carrier'].flatMap((row, i) => {
          const { id: _id, ...rest } = row
          const entered_by = asker.self.person
          return [
            { ...rest, code: `Q${i}`, entered_by },
            { ...rest, code: `Q${i}`, entered_by, owner_authority: asker.self.authority },
            {
              ...rest,
              code: `Q${i}`,
              entered_by: others(world, asker, 1)[0]?.id ?? entered_by,
              owner_authority: asker.self.authority,
            },
          ]
        }),
      may: whoever(
        (me, row) => deals(me) && row.owner_authority === me.authority && row.entered_by === me.person,
      ),
    },
    changes: {
      tries: () => [{ name: 'Another name' }],
      may: stays(deals),
      blindly: { name: 'Another name' },
    },
    removes: nobody,
  },
  'person.carrier_key': {
    key: ['id'],
    sees: own(deals),
    adds: {
      tries: (asker, world) =>
        world['person.carrier'].flatMap((carrier, i) =>
          [asker.self.person, others(world, asker, 1)[0]?.id ?? 0].map(made_by => ({
            id: fresh('1', i),
            carrier: carrier.id,
            owner_authority: carrier.owner_authority,
            label: 'New',
            secret: `\\x${String(i).padStart(64, 'd')}`,
            made_by,
            made_at: inDays(0),
            revoked_at: null,
            revoked_by: null,
          })),
        ),
      may: whoever(
        (me, row) => deals(me) && row.owner_authority === me.authority && row.made_by === me.person,
      ),
    },
    changes: {
      tries: ({ self }, world) => [
        { revoked_at: inDays(0), revoked_by: self.person },
        { revoked_at: inDays(0), revoked_by: others(world, { self } as Asker, 1)[0]?.id ?? 0 },
        { revoked_at: inDays(0), revoked_by: self.person, label: 'Other' },
        { revoked_at: null, revoked_by: null },
      ],
      may: ({ me }, before, after) =>
        me !== null &&
        deals(me) &&
        before.owner_authority === me.authority &&
        before.revoked_at === null &&
        after.revoked_at !== null &&
        after.revoked_by === me.person &&
        after.label === before.label,
    },
    removes: nobody,
  },
  'person.flight': {
    key: ['id'],
    sees: sees('supervised', 'answered'),
    adds: {
      tries: again('person.flight', (_, i) => ({ id: fresh('2', i), number: '99' })),
      may: own(screens),
    },
    changes: {
      tries: ({ self }) => [{ state: 'closed' }, { owner_authority: self.authority + 7 }],
      may: stays(screens),
      blindly: { state: 'closed' },
    },
    removes: due,
  },
  'person.message': {
    key: ['id'],
    sees: sees('supervised'),
    adds: {
      tries: again('person.message', (_, i) => ({ id: fresh('3', i), control: 'New' })),
      may: own(screens),
    },
    changes: { tries: () => [{ state: 'discarded' }], may: stays(screens), blindly: { state: 'discarded' } },
    removes: due,
  },
  'person.original': {
    key: ['message'],
    sees: own(isGateway),
    adds: {
      tries: (_asker, world) =>
        world['person.message']
          .filter(({ id }) => !world['person.original'].some(({ message }) => message === id))
          .map(({ id, owner_authority }) => ({
            message: id,
            owner_authority,
            sealed: '\\x00',
            key: '\\x00',
          })),
      may: own(isGateway),
    },
    changes: nobody,
    removes: own(isGateway),
  },
  'person.passenger': {
    key: ['id'],
    sees: sees('answered'),
    adds: {
      tries: (asker, world) => [
        ...again('person.passenger', (_, i) => ({
          id: fresh('4', i),
          key: 'New',
          standing: 'selectee',
          decided: null,
        }))(asker, world),
        // A refusal that nobody decided, and one that somebody decided about another.
        ...again('person.passenger', (_, i) => ({
          id: fresh('4', i),
          key: 'New',
          suggestion: 'board',
          standing: 'selectee',
          decided: null,
        }))(asker, world),
      ],
      may: whoever(
        (me, row) =>
          screens(me) &&
          row.owner_authority === me.authority &&
          row.standing === row.suggestion &&
          row.decided === null,
      ),
    },
    changes: {
      tries: () => [{ seat: '9Z' }, { standing: 'board', decided: null }],
      may: (asker, before, after) =>
        stays(screens)(asker, before, after) &&
        (after.decided !== null || after.standing === after.suggestion),
      blindly: { seat: '9Z' },
    },
    removes: due,
  },
  'person.passenger_document': {
    key: ['passenger', 'position'],
    sees: sees('answered'),
    adds: { tries: again('person.passenger_document', () => ({ position: 9 })), may: own(screens) },
    changes: { tries: () => [{ type: 'I' }], may: stays(screens), blindly: { type: 'I' } },
    removes: own(screens),
  },
  'person.decision': {
    key: ['id'],
    sees: sees('supervised'),
    adds: {
      tries: (asker, world) =>
        world['person.decision'].flatMap((row, i) =>
          [asker.self.person, others(world, asker, 1)[0]?.id ?? 0].map(officer => ({
            ...row,
            id: fresh('5', i),
            officer,
          })),
        ),
      may: whoever(
        (me, row) => decides(me) && row.owner_authority === me.authority && row.officer === me.person,
      ),
    },
    changes: {
      tries: ({ self }, world) => [
        { second_officer: self.person, second_at: inDays(0) },
        { second_officer: others(world, { self } as Asker, 1)[0]?.id ?? 0, second_at: inDays(0) },
        { second_officer: self.person, second_at: inDays(0), says: 'board' },
      ],
      may: ({ me }, before, after) =>
        me !== null &&
        decides(me) &&
        before.owner_authority === me.authority &&
        before.second_needed &&
        before.second_officer === null &&
        after.second_officer === me.person &&
        before.officer !== me.person &&
        after.says === before.says,
    },
    removes: nobody,
  },
  'person.answer': {
    key: ['id'],
    sees: sees(),
    adds: { tries: again('person.answer', (_, i) => ({ id: fresh('6', i) })), may: own(screens) },
    changes: {
      tries: () => [{ acknowledged_at: inDays(0) }],
      may: stays(isGateway),
      blindly: { acknowledged_at: inDays(0) },
    },
    removes: due,
  },
  'person.answer_line': {
    key: ['answer', 'passenger'],
    sees: sees(),
    adds: {
      tries: (_asker, world) =>
        world['person.answer']
          .map(({ id, owner_authority }, i) => ({
            answer: id,
            passenger: world['person.passenger'][i]?.id ?? '',
            owner_authority,
            told: 'selectee',
            decision: null,
          }))
          .filter(({ answer }) => !world['person.answer_line'].some(each => each.answer === answer)),
      may: own(screens),
    },
    changes: nobody,
    removes: nobody,
  },
  'stat.passenger_day': {
    key: ['state', 'carrier_code', 'day'],
    sees: whoever(
      (me, row) => row.state === me.state && (me.areas.has('passengers') || me.areas.has('statistics')),
    ),
    adds: {
      tries: again('stat.passenger_day', () => ({ day: '2026-02-02' })),
      may: whoever((me, row) => isGateway(me) && row.state === me.state),
    },
    changes: {
      tries: () => [{ flights: 2 }],
      may: ({ me }, before) => me !== null && isGateway(me) && before.state === me.state,
      blindly: { flights: 2 },
    },
    removes: nobody,
  },
} satisfies FeatureRules
