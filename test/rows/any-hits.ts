import fc from 'fast-check'
import type { HitRow, HitRows } from './hit-tables.ts'
import type { AlertRow, AuthorityRow, OfficialRow, Rows } from './tables.ts'
import { inDays } from './world.ts'

const index = fc.nat({ max: 9999 })
const states = ['open', 'open', 'first', 'decided', 'closed'] as const

/** What of hits is drawn: choices and positions only. */
export const HitDraw = fc.array(
  fc.record({
    alert: index,
    // Often the first authority, so that its officers find something.
    authority: fc.oneof(fc.constant(0), index),
    purpose: fc.constantFrom('border-check', 'border-check', 'identity-verification', 'return'),
    state: fc.constantFrom(...states),
    told: fc.boolean(),
    official: index,
    flag: fc.boolean(),
    back: fc.boolean(),
  }),
  { minLength: 3, maxLength: 6 },
)
type Chosen = typeof HitDraw extends fc.Arbitrary<infer D> ? D : never

const id = (kind: number, at: number): string =>
  `00000000-0000-4000-b0${String(kind).padStart(2, '0')}-${String(at).padStart(12, '0')}`
const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length]
  if (found === undefined) throw new Error('Nothing to pick from.')
  return found
}

/** A hit as it is raised from an alert by an authority. */
export const hitFrom = (
  alert: AlertRow,
  executing: Pick<AuthorityRow, 'id' | 'state'>,
  purpose: string,
  [id, subject_ref]: readonly [string, string],
): HitRow => ({
  id,
  subject_ref,
  alert: alert.id,
  number: 1,
  list: alert.list,
  kind: alert.kind,
  owner_authority: alert.owner_authority,
  owner_state: alert.owner_state,
  executing_authority: executing.id,
  executing_state: executing.state,
  purpose,
  purposes: alert.purposes,
  area: 'alerts',
  audience_id: alert.audience_id,
  marking: alert.marking,
  action: 'confirm-return',
  four_eyes: false,
  ends_at: alert.expires_at,
  subject_kind: 'passenger',
  subject: {},
  subject_print: 'a',
  identity_print: 'b',
  person_key: '',
  score: 0.9,
  band: 'strong',
  reasons: [],
  raised_at: inDays(-1),
  due_at: null,
  state: 'open',
  round: 1,
  disagreed: false,
  first_by: null,
  verdict: null,
  decided_by: null,
  second_by: null,
  decided_at: null,
  closed_because: null,
  suppressed: null,
  told_at: null,
  forget_at: inDays(1),
  delete_at: inDays(100),
  version: 1,
})

/** Each hit with what hangs on one: a review, a memory, a form with its text and a file. */
export function buildHits(
  drawn: Chosen,
  network: {
    authority: readonly AuthorityRow[]
    official: readonly OfficialRow[]
    alert: readonly AlertRow[]
    identity: readonly Rows['person.identity'][]
  },
): { [T in keyof HitRows]: HitRows[T][] } {
  const all = drawn.map((each, i) => {
    const person = pick(network.official, each.official)
    const reviewed = each.state === 'first' || each.state === 'decided'
    const hit: HitRow = {
      ...hitFrom(pick(network.alert, each.alert), pick(network.authority, each.authority), each.purpose, [
        id(1, i),
        id(2, i),
      ]),
      state: each.state,
      told_at: each.told ? inDays(-1) : null,
      version: reviewed ? 2 : 1,
      ...(each.state === 'first' ? { first_by: person.id, four_eyes: true } : {}),
      ...(each.state === 'decided'
        ? { verdict: 'not-the-same', decided_by: person.id, decided_at: inDays(-1) }
        : {}),
      ...(each.state === 'closed' ? { closed_because: 'not-reviewed' } : {}),
    }
    return { ...each, i, hit, person, reviewed }
  })
  // Between two authorities; from the one or from the other.
  const forms = all
    .filter(({ hit }) => hit.owner_authority !== hit.executing_authority)
    .map(({ i, hit, person, flag, back }) => ({
      flag,
      row: {
        id: id(5, i),
        hit: hit.id,
        kind: 'information-request',
        from_authority: back ? hit.owner_authority : hit.executing_authority,
        to_authority: back ? hit.executing_authority : hit.owner_authority,
        urgent: false,
        note: '',
        answers: null,
        sent_by: person.id,
        sent_at: inDays(-1),
        due_at: inDays(1),
        answered_at: flag ? inDays(0) : null,
        late_told_at: null,
      },
    }))
  return {
    'person.hit': all.map(({ hit }) => hit),
    'person.hit_review': all
      .filter(({ reviewed }) => reviewed)
      .map(({ i, hit, person }) => ({
        id: id(3, i),
        hit: hit.id,
        seen: 1,
        round: 1,
        place: 'first',
        official: person.id,
        unit: person.unit,
        verdict: 'not-the-same',
        reason: 'Reason',
        remember_months: null,
        at: inDays(-1),
      })),
    'person.not_the_same': all
      .filter(({ state }) => state === 'decided')
      .map(({ i, hit, person, flag }) => ({
        id: id(4, i),
        hit: hit.id,
        alert: hit.alert,
        number: 1,
        identity_print: 'b',
        person_key: 'c',
        executing_authority: hit.executing_authority,
        official: person.id,
        reason: 'Reason',
        at: inDays(-1),
        expires_at: inDays(30),
        withdrawn_by: flag ? person.id : null,
        withdrawn_at: flag ? inDays(0) : null,
        withdrawn_reason: flag ? 'Reason' : null,
      })),
    'person.misused': network.identity
      .filter(({ kind }) => kind === 'misused')
      // Not for each, so that there is one to keep it of.
      .filter((_, i) => i % 2 === 0)
      .map(({ alert, number }, i) => ({
        alert,
        number,
        question: 'Question',
        answer: 'Answer',
        particulars: '',
        consent: 'Consent',
        consent_on: '2026-01-01',
        kept_by: pick(network.official, i).id,
        kept_at: inDays(-1),
      })),
    'person.form': forms.map(({ row }) => row),
    // Not for each form, so that there is one to write the text of.
    'person.form_text': forms.filter(({ flag }) => flag).map(({ row }) => ({ form: row.id, text: 'Text' })),
    'person.form_file': forms.map(({ row }, i) => ({
      id: id(6, i),
      form: row.id,
      name: 'File',
      type: 'text/plain',
      size: 1,
      hash: '0'.repeat(64),
      key: '\\x00',
      at: inDays(0),
    })),
    'stat.hit_month': network.authority
      .map(({ state }) => state)
      .filter((state, i, states) => states.indexOf(state) === i)
      .map(state => ({
        state,
        kind: 'return-decision',
        month: '2026-01-01',
        raised: 5,
        suppressed: 0,
        same: 0,
        not_the_same: 0,
        cannot_tell: 0,
        not_reviewed: 0,
        within_hour: 0,
        within_twelve: 0,
        later: 0,
      })),
  }
}
