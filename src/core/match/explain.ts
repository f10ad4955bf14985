// Why an alert came up, as data: what of the alert agrees with what of the passenger, how, and what each of it is worth.
// Points are hundredths of a nat; they add up to the points of the hit, from which the score is read.
import { parseName } from '#core/names/parts.ts'
import type { NameInput } from '#core/names/parts.ts'
import type { BirthRelation } from './birth.ts'
import { showBirth } from './birth.ts'
import { birthPoints } from './evidence.ts'
import type { Finding } from './matcher.ts'
import type { PassengerRecord } from './records.ts'
import { codeText, nationalityOf } from './records.ts'

const ways = [
  'same',
  'typing',
  'sound',
  'nickname',
  'spelling',
  'script',
  'prefix',
  'initial',
  'merged',
] as const

export type NamePiece = { passenger: string; alert: string; how: (typeof ways)[number]; points: number }

export type Reason =
  | {
      kind: 'name'
      /** the alert's name as written there */
      alertName: string
      parts: NamePiece[]
      onlyAlert: string[]
      onlyPassenger: string[]
      points: number
    }
  | { kind: 'birth'; passenger: string; alert: string; relation: BirthRelation; points: number }
  | {
      kind: 'nationality'
      passenger: string
      alert: string[]
      /** what the passenger's is known by */
      by: 'nationality' | 'passport'
      agrees: boolean
      points: number
    }
  | { kind: 'sex'; agrees: boolean; points: number }
  | {
      kind: 'document'
      passenger: string
      alert: string
      relation: 'same' | 'scanned' | 'other issuer'
      points: number
    }
  | { kind: 'rule'; rule: 'document on the list' | 'no full date of birth to clear by'; points: number }

export function showName(name: NameInput): string {
  return name.full !== undefined && name.full !== null && name.full !== ''
    ? name.full
    : [name.family, name.given].filter(text => text !== undefined && text !== null && text !== '').join(', ')
}

/** The reasons of one finding, the weightiest kind first: name, birth, document, nationality, sex. */
export function explain(finding: Finding, passenger: PassengerRecord): Reason[] {
  const out: Reason[] = []
  const text = finding.segment.textOf(finding.alert)
  const { alignment, question } = finding
  let sum = finding.namePoints
  if (alignment !== undefined) {
    const readable = text.names.filter(name => parseName(name).length > 0)
    const name = readable[alignment.name] ?? text.names[0] ?? {}
    const parts = parseName(name)
    const place = (token: number): string => parts[token]?.text ?? ''
    out.push({
      kind: 'name',
      alertName: showName(name),
      parts: alignment.parts.map(part => ({
        passenger: question.units[part.unit]?.text ?? '',
        alert: place(part.token),
        how: question.units[part.unit]?.kind === 'word' ? (ways[part.how] ?? 'typing') : 'merged',
        points: part.gain,
      })),
      onlyAlert: alignment.leftTokens.map(place),
      onlyPassenger: alignment.leftParts.map(unit => question.units[unit]?.text ?? ''),
      points: finding.namePoints,
    })
  }
  if (finding.birth !== 'none') {
    out.push({
      kind: 'birth',
      passenger: passenger.birth ?? '',
      alert: showBirth(finding.segment.births[finding.alert] ?? 0),
      relation: finding.birth,
      points: birthPoints[finding.birth],
    })
    sum += birthPoints[finding.birth]
  }
  if (finding.document !== undefined) {
    const { relation, points, number, alertNumber } = finding.document
    out.push({ kind: 'document', passenger: number, alert: alertNumber, relation, points })
    sum += points
  }
  if (finding.nationPoints !== 0) {
    const nations = finding.segment.nations[finding.alert] ?? 0
    const { code, by } = nationalityOf(passenger)
    out.push({
      kind: 'nationality',
      passenger: code,
      by,
      alert: [nations & 0x7fff, nations >>> 15].filter(code => code !== 0).map(codeText),
      agrees: finding.nationPoints > 0,
      points: finding.nationPoints,
    })
    sum += finding.nationPoints
  }
  if (finding.sexPoints !== 0) {
    out.push({ kind: 'sex', agrees: finding.sexPoints > 0, points: finding.sexPoints })
    sum += finding.sexPoints
  }
  if (finding.uncleared > 0) {
    out.push({ kind: 'rule', rule: 'no full date of birth to clear by', points: finding.uncleared })
    sum += finding.uncleared
  }
  if (Math.abs(sum - finding.points) >= 1)
    out.push({ kind: 'rule', rule: 'document on the list', points: Math.round(finding.points - sum) })
  return out
}
