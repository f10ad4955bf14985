import fc from 'fast-check'
import type { HitRows } from './hit-tables.ts'
import type { PassengerRows } from './passenger-tables.ts'
import type { AlertListRow, AlertRow, AudienceRow, AuthorityRow, OfficialRow, UnitRow } from './tables.ts'
import { inDays, type RandomWorld, uuid } from './world.ts'

const index = fc.nat({ max: 9999 })
const many = <T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(of, { minLength, maxLength })

/** The purposes for which a list may be opened to its readers. */
const opening = [
  'border-check',
  'visa-examination',
  'return',
  'identity-verification',
  'protection-of-the-person',
  'alert-keeping',
]

/** What of alert lists is drawn: choices and positions only. */
export const AlertDraw = fc.record({
  lists: many(
    fc.record({
      // Often the first authority, so that keepers find something of their own.
      authority: fc.oneof(fc.constant(0), index),
      purposes: fc.oneof(fc.constant(opening), fc.subarray(opening, { minLength: 1 })),
      audience: fc.oneof(fc.constant(0), index),
      marking: fc.nat({ max: 2 }),
      official: index,
    }),
    2,
    4,
  ),
  alerts: many(
    fc.record({
      list: index,
      higher: fc.nat({ max: 1 }),
      stands: fc.integer({ min: 0, max: 5 }).map(n => n > 0),
      official: index,
      ground: fc.boolean(),
    }),
    3,
    6,
  ),
  parts: many(
    fc.record({ alert: index, other: index, official: index, flag: fc.boolean(), owner: fc.boolean() }),
    3,
    6,
  ),
})
type Drawn = typeof AlertDraw extends fc.Arbitrary<infer D> ? D : never

interface Network {
  authority: readonly AuthorityRow[]
  unit: readonly UnitRow[]
  official: readonly OfficialRow[]
  audience: readonly AudienceRow[]
}

const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length]
  if (found === undefined) throw new Error('Nothing to pick from.')
  return found
}
const unique = <T>(rows: T[], key: (row: T) => string): T[] => [
  ...new Map(rows.map(row => [key(row), row])).values(),
]

type AlertTables = Exclude<
  Extract<keyof RandomWorld, `person.${string}`>,
  keyof PassengerRows | keyof HitRows
>

/** How long an assessment that was drawn lets its alert stand. */
export const assessedUntil = inDays(90)

export function buildAlerts(
  drawn: Drawn,
  { authority, unit, official, audience }: Network,
): Pick<RandomWorld, AlertTables> {
  const lists = drawn.lists.map((each, i): AlertListRow => {
    const owner = pick(authority, each.authority)
    return {
      id: uuid(6, i),
      owner_authority: owner.id,
      owner_state: owner.state,
      kind: 'return-decision',
      name: `List ${i}`,
      legal_basis: 'The law',
      action: 'confirm-return',
      purposes: each.purposes,
      four_eyes: false,
      review_months: 36,
      warn_months: 4,
      area: 'alerts',
      marking: each.marking,
      audience_id: pick(audience, each.audience).id,
      revision: 1,
      made_by: pick(official, each.official).id,
      made_at: inDays(-30),
      changed_at: inDays(-30),
    }
  })
  const alerts = drawn.alerts.map((each, i): AlertRow => {
    const list = pick(lists, each.list)
    const person = pick(official, each.official).id
    return {
      id: uuid(7, i),
      reference: `LV-AAAAA-0000${i}`,
      list: list.id,
      owner_authority: list.owner_authority,
      owner_state: list.owner_state,
      kind: list.kind,
      purposes: list.purposes,
      area: 'alerts',
      audience_id: list.audience_id,
      marking: Math.min(2, list.marking + each.higher),
      action: 'confirm-return',
      legal_basis: 'The law',
      flags: [],
      particulars: {},
      valid_from: inDays(-20),
      review_at: inDays(30),
      expires_at: inDays(each.stands ? 30 : -1),
      version: 1,
      entered_by: person,
      entered_at: inDays(-20),
      changed_by: person,
      changed_at: inDays(-20),
    }
  })
  const parts = drawn.parts.map((each, i) => {
    const at = pick(alerts, each.alert)
    const person = pick(official, each.official)
    return { ...each, i, at, other: pick(alerts, each.other), person }
  })
  return {
    'person.list': lists,
    'person.alert': alerts,
    'person.identity': parts.map(({ at, flag, owner, i }) => ({
      alert: at.id,
      number: i + 1,
      kind: flag || owner ? 'misused' : 'confirmed',
      names: [{ full: 'Nobody' }],
      birth_circa: false,
      nationalities: [],
      words: '',
    })),
    'person.alert_document': parts.map(({ at, i }) => ({
      alert: at.id,
      number: i + 1,
      type: 'P',
      written: 'X 1',
      number_from: 'X1',
      number_to: 'X1',
      status: 'held',
    })),
    'person.alert_object': parts.map(({ at, i }) => ({
      alert: at.id,
      number: i + 1,
      type: 'vehicle',
      plate: 'X 1',
      keys: ['X1'],
    })),
    'person.alert_ground': alerts
      .filter((_, i) => drawn.alerts[i]?.ground)
      .map(({ id }) => ({ alert: id, reason: 'Reason', decision: '', evidence: '', offence: '', note: '' })),
    'person.alert_source': alerts
      .filter((_, i) => drawn.alerts[i]?.ground)
      .map(({ id }) => ({ alert: id, said: {} })),
    'person.alert_link': unique(
      parts
        .filter(({ at, other }) => at.id !== other.id)
        .map(({ at, other, person }) => ({
          alert: at.id,
          other: other.id,
          kind: 'same-case',
          made_by: person.id,
          made_at: inDays(-3),
        })),
      row => `${row.alert}/${row.other}`,
    ),
    // For version 2: what would let an alert of version 1 stand longer.
    'person.alert_assessment': unique(
      parts
        .filter(({ flag }) => flag)
        .map(({ at, person }) => ({
          alert: at.id,
          version: 2,
          text: 'It is needed for longer, because.',
          until: assessedUntil,
          official: person.id,
          at: inDays(-1),
        })),
      row => row.alert,
    ),
    'person.alert_achieved': parts.map(({ at, person, flag, i }) => ({
      id: uuid(8, i),
      alert: at.id,
      unit: (unit.find(({ id }) => id === person.unit) as UnitRow).id,
      official: person.id,
      note: 'Done',
      at: inDays(-2),
      due_at: inDays(13),
      escalated_at: null,
      stands_because: flag ? 'It stands' : null,
      answered_by: flag ? at.entered_by : null,
      answered_at: flag ? inDays(-1) : null,
    })),
    'person.alert_history': parts.map(({ at, person, flag, owner, i }) => {
      const kept = owner ? at : pick(alerts, i)
      return {
        id: uuid(9, i),
        alert: kept.id,
        reference: String(kept.reference),
        list: kept.list,
        owner_authority: kept.owner_authority,
        owner_state: kept.owner_state,
        marking: kept.marking,
        version: 1,
        act: 'entered',
        fields: [],
        before: null,
        official: person.id,
        unit: person.unit,
        at: inDays(-2),
        kept_until: flag ? inDays(200) : null,
      }
    }),
  }
}
