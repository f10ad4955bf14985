import type { HitRows } from './hit-tables.ts'
import type { PassengerRows } from './passenger-tables.ts'

/** The rows that this test draws, by table: every column that must be given, in the database's own names. */
export interface Rows extends PassengerRows, HitRows {
  'network.state': StateRow
  'network.authority': AuthorityRow
  'network.unit': UnitRow
  'network.official': OfficialRow
  'network.contact_point': { state: string; unit: number; official: number; deputy: number | null }
  'network.duty': { id: number; unit: number; official: number; starts_at: string; ends_at: string }
  'network.mandate': MandateRow
  'work.audience': AudienceRow
  'network.session': Drawn & { id: number; mandate: number }
  'network.acceptance': { official: number; version: string; at: string }
  'network.preference': Drawn & { official: number }
  'network.passkey': Drawn & { id: number; official: number }
  'network.enrolment': Drawn & {
    id: number
    official: number
    made_by: number | null
    used_at: string | null
    expires_at: string
  }
  'network.challenge': Drawn & { challenge: string }
  'record.entry': Drawn & {
    id: number
    mandate: number | null
    person: number | null
    unit: number | null
    state: string | null
  }
  'record.submission': Drawn & { mandate: number; key: string }
  'work.warning': WarningRow
  'work.warning_number': { state: string; year: number; last: number }
  'work.warning_version': Drawn & {
    warning: string
    version: number
    owner_authority: number
    area: string
    marking: number
    audience_id: number
    expires_at: string
    issued_by: number
  }
  'work.warning_attachment': Drawn & { id: string; warning: string }
  'work.warning_delivery': Drawn & { warning: string; unit: number; escalated_at: string | null }
  'work.warning_opening': { warning: string; unit: number; official: number; at: string }
  'work.warning_answer': Drawn & { id: number; warning: string; unit: number; official: number }
  'work.warning_remark': Drawn & {
    id: string
    warning: string
    kind: string
    unit: number
    official: number
    reply: string | null
    reply_by: number | null
    to_all: boolean
  }
  'work.warning_notice': Drawn & { warning: string; version: number; about: string; official: number }
  'work.warning_search_saved': Drawn & { id: string; official: number }
  'work.warning_subscription': Drawn & { id: string; unit: number; official: number }
  'stat.edition': Drawn & { id: number }
  'stat.incident': Drawn & { id: number; gone_as_of: string | null }
  'stat.detection': Drawn & { id: number; gone_as_of: string | null }
  'person.list': AlertListRow
  'person.alert': AlertRow
  'person.identity': Drawn & { alert: string; number: number }
  'person.alert_document': Drawn & { alert: string; number: number }
  'person.alert_object': Drawn & { alert: string; number: number }
  'person.alert_ground': Drawn & { alert: string }
  'person.alert_source': Drawn & { alert: string }
  'person.alert_link': Drawn & { alert: string; other: string; made_by: number }
  'person.alert_assessment': Drawn & { alert: string; version: number; until: string; official: number }
  'person.alert_achieved': Drawn & {
    id: string
    alert: string
    unit: number
    official: number
    note: string
    answered_by: number | null
    answered_at: string | null
    escalated_at: string | null
  }
  'person.alert_history': Drawn & {
    id: string
    alert: string
    owner_authority: number
    owner_state: string
    marking: number
    official: number | null
    unit: number | null
    kept_until: string | null
  }
}
export type TableName = keyof Rows

/** Columns that no rule looks at. */
type Drawn = Record<string, unknown>

export interface StateRow {
  code: string
  kind: string
  validates: boolean
}
export interface AuthorityRow {
  id: number
  state: string
  name: string
}
export interface UnitRow {
  id: number
  authority: number
  name: string
  kind: string
  listed: boolean
}
export interface OfficialRow {
  id: number
  unit: number
  name: string
  active: boolean
}
export interface MandateRow {
  id: number
  official: number
  competences: string[]
  areas: string[]
  clearance: number
  valid_from: string
  valid_until: string
  granted_by: number | null
  withdrawn_by: number | null
  withdrawn_at: string | null
  extended_by: number | null
  extended_at: string | null
}
export interface AudienceRow {
  id: number
  members: string[]
}
export interface WarningRow extends Record<string, unknown> {
  id: string
  number: string | null
  owner_authority: number
  owner_unit: number
  owner_state: string
  author: number
  edited_by: number
  area: string
  marking: number
  audience_id: number
  expires_at: string
  status: string
  version: number
  content: { n?: number }
  handling: { marking: string }
  content_hash: string
  approved_hash: string | null
  issued_at: string | null
  updates: string | null
  supersedes: string | null
  superseded_by: string | null
}
export interface AlertListRow extends Record<string, unknown> {
  id: string
  owner_authority: number
  owner_state: string
  kind: string
  purposes: string[]
  marking: number
  audience_id: number
  made_by: number
}
export interface AlertRow extends Record<string, unknown> {
  id: string
  list: string
  owner_authority: number
  owner_state: string
  kind: string
  purposes: string[]
  audience_id: number
  marking: number
  valid_from: string
  review_at: string
  expires_at: string
  version: number
  entered_by: number
  changed_by: number
}
