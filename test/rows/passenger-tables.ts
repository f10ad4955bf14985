type Drawn = Record<string, unknown>
/** A row of one authority. */
interface Owned extends Drawn {
  owner_authority: number
}

/** The rows of passengers that are drawn, by table. */
export interface PassengerRows {
  'person.carrier': Owned & { id: string; entered_by: number }
  'person.carrier_key': Owned & {
    id: string
    carrier: string
    made_by: number
    revoked_at: string | null
    revoked_by: number | null
    label: string
  }
  'person.flight': Owned & { id: string; delete_at: string }
  'person.message': Owned & { id: string; delete_at: string }
  'person.original': Owned & { message: string }
  'person.passenger': Owned & { id: string; delete_at: string; standing: string }
  'person.passenger_document': Owned & { passenger: string; position: number }
  'person.decision': Owned & {
    id: string
    passenger: string
    officer: number
    says: string
    reason: string
    second_needed: boolean
    second_officer: number | null
    second_at: string | null
  }
  'person.answer': Owned & { id: string; delete_at: string }
  'person.answer_line': Owned & { answer: string; passenger: string }
  'stat.passenger_day': Drawn & { state: string; carrier_code: string; day: string }
}
