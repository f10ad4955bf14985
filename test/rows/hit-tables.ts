type Drawn = Record<string, unknown>

export interface HitRow extends Drawn {
  id: string
  alert: string
  list: string
  kind: string
  owner_authority: number
  owner_state: string
  executing_authority: number
  executing_state: string
  purpose: string
  purposes: string[]
  audience_id: number
  marking: number
  ends_at: string
  state: string
  round: number
  first_by: number | null
  told_at: string | null
  version: number
}

/** The rows of hits that are drawn, by table. */
export interface HitRows {
  'person.hit': HitRow
  'person.hit_review': Drawn & {
    id: string
    hit: string
    seen: number
    round: number
    place: string
    official: number
    unit: number
  }
  'person.not_the_same': Drawn & {
    id: string
    hit: string
    executing_authority: number
    reason: string
    withdrawn_by: number | null
    withdrawn_at: string | null
  }
  'person.misused': Drawn & { alert: string; number: number; kept_by: number }
  'person.form': Drawn & {
    id: string
    hit: string
    kind: string
    from_authority: number
    to_authority: number
    answers: string | null
    sent_by: number
    answered_at: string | null
  }
  'person.form_text': { form: string; text: string }
  'person.form_file': Drawn & { id: string; form: string }
  'stat.hit_month': Drawn & { state: string; kind: string; month: string }
}
