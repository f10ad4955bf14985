// Longer than most: one shape for the rows of each table.
import fc from 'fast-check'
import { type Area, areas, type Competence, competences } from '#vocabulary/actor.ts'
import { AlertDraw, buildAlerts } from './any-alerts.ts'
import { buildHits, HitDraw } from './any-hits.ts'
import { buildPassengers, PassengerDraw } from './any-passengers.ts'
import type {
  AudienceRow,
  AuthorityRow,
  MandateRow,
  OfficialRow,
  StateRow,
  UnitRow,
  WarningRow,
} from './tables.ts'
import { hashOf, inDays, type RandomWorld, stateOfUnit, uuid } from './world.ts'

// Far above what the tables count by themselves, so that a row made by a try never meets one that was drawn.
const first = 1_000_000
const index = fc.nat({ max: 9999 })
const mostly = fc.integer({ min: 0, max: 4 }).map(n => n > 0)
const list = <T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(of, { minLength, maxLength })

const standings = [
  'in force',
  'in force',
  'in force',
  'in force',
  'in force',
  'withdrawn',
  'over',
  'not yet',
] as const

/** What is drawn: choices and positions only, so that a counterexample shrinks to few of them. */
const Draw = fc.record({
  states: fc.subarray(['IT', 'LV', 'FR', 'EU'], { minLength: 1 }),
  validates: list(fc.boolean(), 5, 5),
  authorities: list(index, 1, 4),
  units: list(fc.record({ authority: index, listed: fc.boolean() }), 2, 5),
  officials: list(fc.record({ unit: index, active: mostly }), 3, 7),
  contactPoints: list(fc.record({ official: index, deputy: fc.boolean() }), 0, 3),
  mandates: list(
    fc.record({
      official: index,
      competences: fc.oneof(
        fc.constantFrom<Competence[]>(
          ['read', 'issue'],
          ['read', 'issue', 'validate'],
          ['read', 'validate', 'appoint'],
          ['read', 'alert', 'screen'],
          ['read', 'screen'],
          ['screen', 'run'],
        ),
        fc.subarray([...competences], { minLength: 1 }),
      ),
      areas: fc.oneof(
        fc.constant<Area[]>(['early-warning', 'statistics']),
        fc.constant<Area[]>(['alerts', 'passengers', 'early-warning']),
        fc.subarray([...areas]),
      ),
      clearance: fc.constantFrom(0, 1, 2, 2),
      standing: fc.constantFrom(...standings),
    }),
    4,
    9,
  ),
  duties: list(index, 0, 3),
  audiences: list(list(fc.record({ kind: fc.nat({ max: 4 }), which: index }), 1, 3), 2, 5),
  warnings: list(
    fc.record({
      author: index,
      editor: index,
      unit: fc.option(index),
      status: fc.constantFrom(
        'draft',
        'submitted',
        'returned',
        'validated',
        'issued',
        'issued',
        'superseded',
        'withdrawn',
      ),
      marking: fc.nat({ max: 2 }),
      audience: fc.oneof(fc.constant(0), index),
      kept: mostly,
      approved: fc.boolean(),
      content: fc.nat({ max: 1 }),
      link: fc.option(index),
    }),
    3,
    7,
  ),
  parts: list(
    fc.record({
      warning: index,
      official: index,
      kind: fc.nat({ max: 2 }),
      flag: fc.boolean(),
      other: fc.boolean(),
    }),
    3,
    8,
  ),
  own: list(fc.record({ official: index, mandate: index }), 2, 5),
  entries: list(fc.record({ mandate: fc.option(index), state: index }), 1, 5),
  alerts: AlertDraw,
  hits: HitDraw,
  passengers: PassengerDraw,
})

const unissued = ['draft', 'submitted', 'returned', 'validated']

/** A random network. */
export const anyWorld: fc.Arbitrary<RandomWorld> = Draw.map(build)

type Drawn = typeof Draw extends fc.Arbitrary<infer D> ? D : never

const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length]
  if (found === undefined) throw new Error('Nothing to pick from.')
  return found
}
const unique = <T>(rows: T[], key: (row: T) => string): T[] => [
  ...new Map(rows.map(row => [key(row), row])).values(),
]

function build(drawn: Drawn): RandomWorld {
  const state: StateRow[] = ['HR', ...drawn.states].map((code, i) => ({
    code,
    kind: code === 'EU' ? 'union' : 'member',
    validates: drawn.validates[i] ?? false,
  }))
  const authority: AuthorityRow[] = [...state.map((_, i) => i), ...drawn.authorities].map((which, i) => ({
    id: first + i,
    state: pick(state, which).code,
    name: `Authority ${i}`,
  }))
  const unit: UnitRow[] = [{ authority: 0, listed: true }, ...drawn.units].map((each, i) => ({
    id: first + i,
    authority: pick(authority, each.authority).id,
    name: `Unit ${i}`,
    kind: 'unit',
    listed: each.listed,
  }))
  const official: OfficialRow[] = [{ unit: 0, active: true }, ...drawn.officials].map((each, i) => ({
    id: first + i,
    unit: pick(unit, each.unit).id,
    name: `Official ${i}`,
    active: each.active,
  }))
  const stateOf = (person: OfficialRow) => stateOfUnit({ unit, authority }, person.unit)
  const compatriot = (person: OfficialRow) =>
    official.find(each => each.id !== person.id && stateOf(each) === stateOf(person))
  const mandate = drawn.mandates.map(
    (each, i): MandateRow => ({
      id: first + i,
      official: pick(official, each.official).id,
      competences: each.competences,
      areas: each.areas,
      clearance: each.clearance,
      valid_from: inDays(each.standing === 'not yet' ? 2 : -20),
      valid_until: inDays(each.standing === 'over' ? -2 : 20),
      granted_by: null,
      withdrawn_by: null,
      withdrawn_at: each.standing === 'withdrawn' ? inDays(-3) : null,
      extended_by: null,
      extended_at: null,
    }),
  )
  const audience: AudienceRow[] = unique(
    [['all'], ...drawn.audiences.map(members => members.map(({ kind, which }) => memberOf(kind, which)))].map(
      (members, i) => ({
        id: first + i,
        members: [...new Set(members)].sort(),
      }),
    ),
    row => row.members.join(),
  )
  function memberOf(kind: number, which: number): string {
    if (kind === 0) return 'all'
    if (kind === 1) return `state:${pick(state, which).code}`
    if (kind === 2) return `authority:${pick(authority, which).id}`
    if (kind === 3) return `unit:${pick(unit, which).id}`
    return `official:${pick(official, which).id}`
  }
  const warning = drawn.warnings.map((each, i) => warningOf(each, i))
  function warningOf(each: Drawn['warnings'][number], i: number): WarningRow {
    const author = pick(official, each.author)
    const place = each.unit === null ? author.unit : pick(unit, each.unit).id
    const owner = unit.find(({ id }) => id === place) as UnitRow
    const issued = !unissued.includes(each.status)
    const content = each.status === 'withdrawn' ? null : each.content
    // Next versions and successors are only ever begun of what was issued.
    const target = each.link === null ? undefined : drawn.warnings[each.link % drawn.warnings.length]
    const link = target && !unissued.includes(target.status) ? uuid(1, drawn.warnings.indexOf(target)) : null
    const isUpdate = !issued && (each.link ?? 0) % 2 === 0
    return {
      id: uuid(1, i),
      number: issued ? `EWS-${i}` : null,
      owner_authority: owner.authority,
      owner_unit: owner.id,
      owner_state: stateOfUnit({ unit, authority }, owner.id),
      author: author.id,
      edited_by: pick(official, each.editor).id,
      area: 'early-warning',
      marking: each.marking,
      audience_id: pick(audience, each.audience).id,
      expires_at: inDays(each.kept ? 30 : -1),
      status: each.status,
      version: issued ? 1 : 0,
      form: 1,
      content: content === null ? {} : { n: content },
      handling: { marking: pick(['PUBLIC', 'LIMITED', 'SENSITIVE'], each.marking) },
      content_hash: hashOf(content, each.marking),
      approved_hash: each.approved ? hashOf(content, each.marking) : null,
      title: each.status === 'withdrawn' ? '' : `Warning ${i}`,
      urgency: 'routine',
      triggers: [],
      countries: [],
      citizenships: [],
      means: [],
      happened: '',
      words: '',
      created_at: inDays(-9),
      updated_at: inDays(-9),
      issued_at: issued ? inDays(-8) : null,
      updates: isUpdate ? link : null,
      supersedes: isUpdate ? null : link,
      superseded_by: null,
    }
  }
  const parts = drawn.parts.map(each => {
    const person = pick(official, each.official)
    return { ...each, person, at: pick(warning, each.warning) }
  })
  const issued = parts.filter(({ at }) => at.issued_at !== null)
  const own = drawn.own.map(each => ({
    official: pick(official, each.official).id,
    mandate: pick(mandate, each.mandate).id,
  }))
  const alerts = buildAlerts(drawn.alerts, { authority, unit, official, audience })
  return {
    'network.state': state,
    'network.authority': authority,
    'network.unit': unit,
    'network.official': official,
    'network.contact_point': unique(
      drawn.contactPoints.map(each => {
        const person = pick(official, each.official)
        return {
          state: stateOf(person),
          unit: person.unit,
          official: person.id,
          deputy: each.deputy ? (compatriot(person)?.id ?? null) : null,
        }
      }),
      row => row.state,
    ),
    'network.duty': drawn.duties.map((which, i) => ({
      id: first + i,
      unit: pick(official, which).unit,
      official: pick(official, which).id,
      starts_at: inDays(-1),
      ends_at: inDays(1),
    })),
    'network.mandate': mandate,
    'work.audience': audience,
    'network.session': own.map((each, i) => ({
      id: first + i,
      secret: `\\x${String(i).padStart(64, '0')}`,
      mandate: each.mandate,
      how: 'passkey',
      started_at: inDays(0),
      seen_at: inDays(0),
      ends_at: inDays(1),
    })),
    'network.acceptance': unique(
      own.map(({ official }) => ({ official, version: '1', at: inDays(-1) })),
      row => String(row.official),
    ),
    'network.preference': unique(
      own.map(({ official }) => ({
        official,
        language: 'en',
        immediate: 'at-once',
        priority: 'at-once',
        routine: 'digest',
        zone: 'UTC',
      })),
      row => String(row.official),
    ),
    'network.passkey': own.map(({ official }, i) => ({
      id: first + i,
      official,
      credential: `credential-number-${i}`,
      public_key: '\\x00',
      counter: 0,
      transports: [],
      device_bound: true,
      enrolled_at: inDays(-1),
    })),
    'network.enrolment': own.map(({ official, mandate }, i) => ({
      id: first + i,
      official,
      secret: `\\x${String(i).padStart(64, 'a')}`,
      replaces: true,
      made_by: mandate,
      made_at: inDays(0),
      expires_at: inDays(1),
      used_at: null,
    })),
    'network.challenge': own.map(({ official }, i) => ({
      challenge: `challenge-with-length-${i}`,
      kind: 'add',
      official,
      expires_at: inDays(1),
    })),
    'record.entry': drawn.entries.map((each, i) => ({
      id: first + i,
      at: inDays(-1),
      mandate: each.mandate === null ? null : pick(mandate, each.mandate).id,
      person: each.mandate === null ? null : pick(mandate, each.mandate).official,
      unit: null,
      state: each.mandate === null ? null : pick(state, each.state).code,
      operation: 'test.drawn',
      outcome: 'done',
      subject_ids: [],
      marking: 0,
    })),
    'record.submission': own.map(({ mandate }, i) => ({
      mandate,
      key: `submission-${i}`,
      operation: 'test.drawn',
      request: '\\x00',
      answer: {},
      at: inDays(-1),
    })),
    'work.warning': warning,
    'work.warning_number': unique(
      drawn.entries.map(each => ({ state: pick(state, each.state).code, year: 2026, last: 4 })),
      row => row.state,
    ),
    'work.warning_version': unique(
      issued.map(({ at, person, kind, other }) => ({
        warning: at.id,
        version: kind + 1,
        title: 'Version',
        content: {},
        form: 1,
        note: '',
        owner_authority: at.owner_authority,
        area: 'early-warning',
        marking: other ? kind : at.marking,
        audience_id: other ? pick(audience, kind).id : at.audience_id,
        expires_at: other ? inDays(-1) : at.expires_at,
        issued_at: inDays(-8),
        issued_by: person.id,
      })),
      row => `${row.warning}/${row.version}`,
    ),
    'work.warning_attachment': parts.map(({ at }, i) => ({
      id: uuid(2, i),
      warning: at.id,
      name: 'Picture',
      type: 'image/png',
      size: 10,
      hash: 'hash',
      at: inDays(-8),
    })),
    'work.warning_delivery': unique(
      issued.map(({ at, person }) => ({
        warning: at.id,
        unit: person.unit,
        state: stateOf(person),
        why: 'unit',
        delivered_at: inDays(-8),
        due_at: inDays(1),
        escalated_at: null,
        escalated_to: null,
      })),
      row => `${row.warning}/${row.unit}`,
    ),
    'work.warning_opening': unique(
      issued
        .filter(each => each.flag)
        .map(({ at, person }) => ({
          warning: at.id,
          unit: person.unit,
          official: person.id,
          at: inDays(-7),
        })),
      row => `${row.warning}/${row.unit}`,
    ),
    'work.warning_answer': issued
      .filter(each => each.other)
      .map(({ at, person }, i) => ({
        id: first + i,
        warning: at.id,
        unit: person.unit,
        official: person.id,
        version: 1,
        answer: 'acting',
        text: '',
        at: inDays(-7),
      })),
    'work.warning_remark': issued.map(({ at, person, kind, flag, other }, i) => ({
      id: uuid(3, i),
      warning: at.id,
      kind: pick(['measure', 'corroboration', 'question'], i + kind),
      text: 'Remark',
      unit: person.unit,
      official: person.id,
      at: inDays(-7),
      reply: flag ? 'Reply' : null,
      reply_at: flag ? inDays(-6) : null,
      reply_by: flag ? at.author : null,
      to_all: flag && other,
    })),
    'work.warning_notice': unique(
      issued.map(({ at, person }) => ({
        warning: at.id,
        version: 1,
        about: 'new',
        official: person.id,
        how: 'at-once',
        sent_at: null,
      })),
      row => `${row.official}/${row.warning}`,
    ),
    'work.warning_search_saved': own.map(({ official }, i) => ({
      id: uuid(4, i),
      official,
      name: `Search ${i}`,
      filter: {},
    })),
    'work.warning_subscription': own.map((each, i) => ({
      id: uuid(5, i),
      official: each.official,
      unit: (official.find(({ id }) => id === each.official) as OfficialRow).unit,
      routes: ['EM'],
      countries: [],
      citizenships: [],
      means: [],
    })),
    'stat.edition': drawn.validates.slice(0, 2).map((_, i) => ({
      id: first + i,
      source: 'iom-missing-migrants',
      as_of: '2026-01-01',
      title: 'Edition',
      publisher: 'Publisher',
      address: 'https://example.org',
      licence: 'CC BY 4.0',
      caveat: 'None',
      unit: 'persons',
      covers_from: '2020-01',
      covers_to: '2025-12',
      rows: 1,
      total: 1,
      rejected: 0,
      sha256: String(i).padStart(64, '0'),
      imported_at: inDays(-1),
    })),
    'stat.incident': [null, '2026-02-01'].map((gone_as_of, i) => ({
      id: first + i,
      key: `key-${i}`,
      first_as_of: '2026-01-01',
      gone_as_of,
      day: '2025-05-05',
      kinds: [],
      route: 'CM',
      country: 'ITA',
      persons: 1,
      causes: [],
      nationalities: [],
      place: 'At sea',
      lon: 1,
      lat: 1,
    })),
    'stat.detection': [null, '2026-02-01'].map((gone_as_of, i) => ({
      id: first + i,
      first_as_of: '2026-01-01',
      gone_as_of,
      month: '2025-05',
      route: 'CM',
      border: 'sea',
      nationality: 'SYR',
      detections: 1,
    })),
    ...alerts,
    ...buildHits(drawn.hits, {
      authority,
      official,
      alert: alerts['person.alert'],
      identity: alerts['person.identity'],
    }),
    ...buildPassengers(drawn.passengers, { authority, official }),
  }
}
