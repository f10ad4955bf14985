import type { Marking } from '#vocabulary/marking.ts'
import { countryName } from '#vocabulary/country.ts'
import { boundsOf, parsePeriod } from '#vocabulary/period.ts'
import type { Content } from './content.ts'
import { Content as ContentSchema } from './content.ts'
import { capNamespace, written } from './cap-xml.ts'

/** What a CAP message says of a warning besides its content. */
export interface CapFrame {
  id: string
  number: string | null
  version: number
  state: string
  unit: string | null
  marking: Marking
  title: string
  issuedAt: string | null
  inForceUntil: string | null
  withdrawn: { at: string; reason: string } | null
  /** Nothing in a demonstration is an actual event. */
  exercise: boolean
  /** Earlier messages, as `sender,identifier,sent`. */
  references: readonly string[]
}

/** Every field of our form travels in a parameter of this name, so that our own messages are read back without loss. */
export const parameterPrefix = 'iconet:'
export const fieldNames = Object.keys(ContentSchema.shape) as (keyof Content)[]

const urgency = { immediate: 'Immediate', priority: 'Expected', routine: 'Future' } as const
const certainty = {
  '1': 'Observed',
  '2': 'Likely',
  '3': 'Possible',
  '4': 'Unlikely',
  '5': 'Unlikely',
  '6': 'Unknown',
} as const
const triggerWords = {
  'first-indication': 'first indication',
  'route-change': 'change of route',
  'method-change': 'change of method',
  'other-event': 'other event',
} as const
const restriction = {
  PUBLIC: undefined,
  LIMITED: 'LIMITED: for the services concerned. No third party without the originator.',
  SENSITIVE: 'SENSITIVE: only for the units named by the originator. No copies.',
} as const

/** CAP times carry an offset and never Z (OASIS CAP 1.2, 3.3.2). */
export const capTime = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19)}+00:00`
export const senderOf = (state: string): string => `ews.${state.toLowerCase()}@iconet.invalid`
export const identifierOf = (number: string | null, id: string, version: number): string =>
  number === null ? `urn:uuid:${id}` : `${number}.v${version}`

/** Writes one warning as an OASIS CAP 1.2 message. Of a withdrawn warning only its cancellation is told. */
export function writeCap(content: Content | null, frame: CapFrame): string {
  const scope = frame.marking === 'PUBLIC' ? 'Public' : 'Restricted'
  const sent = frame.withdrawn?.at ?? frame.issuedAt ?? new Date(0).toISOString()
  const body = [
    written('identifier', identifierOf(frame.number, frame.id, frame.version)),
    written('sender', senderOf(frame.state)),
    written('sent', capTime(sent)),
    written('status', frame.issuedAt === null ? 'Draft' : frame.exercise ? 'Exercise' : 'Actual'),
    written('msgType', frame.withdrawn ? 'Cancel' : frame.references.length > 0 ? 'Update' : 'Alert'),
    written('source', 'ICONet'),
    written('scope', scope),
    ...optional('restriction', restriction[frame.marking]),
    written('code', `${parameterPrefix}form:1`),
    written('code', `${parameterPrefix}marking:${frame.marking}`),
    ...optional('note', frame.withdrawn ? `Withdrawn: ${frame.withdrawn.reason}` : undefined),
    ...optional('references', frame.references.join(' ') || undefined),
    ...(content && !frame.withdrawn ? [written('info', infoOf(content, frame))] : []),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${capNamespace}">\n${body
    .map(line => line.replace(/^/gm, '  '))
    .join('\n')}\n</alert>\n`
}

const optional = (name: string, text: string | undefined): string[] => (text ? [written(name, text)] : [])

function infoOf(content: Content, frame: CapFrame): string[] {
  const when = parsePeriod(content.when)
  const onset = when.ok ? boundsOf(when.period).from : Number.NaN
  const grade = content.grading?.credibility
  return [
    written('category', 'Security'),
    ...(content.danger ? [written('category', 'Rescue')] : []),
    written(
      'event',
      `Irregular migration: ${content.triggers.map(each => triggerWords[each]).join(', ') || 'warning'}`,
    ),
    written('responseType', content.request ? 'Execute' : 'Monitor'),
    written('urgency', urgency[content.urgency]),
    written('severity', content.danger ? 'Severe' : 'Unknown'),
    written('certainty', grade ? certainty[grade] : 'Unknown'),
    ...content.triggers.map(each =>
      written('eventCode', [written('valueName', `${parameterPrefix}trigger`), written('value', each)]),
    ),
    ...(frame.issuedAt ? [written('effective', capTime(frame.issuedAt))] : []),
    ...(Number.isFinite(onset) ? [written('onset', capTime(new Date(onset).toISOString()))] : []),
    ...(frame.inForceUntil ? [written('expires', capTime(frame.inForceUntil))] : []),
    ...optional('senderName', frame.unit ?? undefined),
    written('headline', frame.title),
    written('description', described(content)),
    ...optional('instruction', content.request),
    ...fieldNames
      .filter(name => present(content[name]))
      .map(name =>
        written('parameter', [
          written('valueName', `${parameterPrefix}${name}`),
          // JSON keeps every character, also those that XML has no place for.
          written('value', printable(JSON.stringify(content[name]))),
        ]),
      ),
    written('area', areaOf(content)),
  ]
}

const present = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const printable = (json: string): string =>
  json.replace(
    /[\x7f-\x9f\ud800-\udfff\ufffe\uffff]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const described = ({ summary, method, danger, assessment, measures }: Content): string =>
  [
    summary,
    method && `How it was done: ${method}`,
    danger && `Danger to life: ${danger}`,
    assessment && `Assessment: ${assessment}`,
    measures && `Measures taken: ${measures}`,
  ]
    .filter(Boolean)
    .join('\n\n')

function areaOf({ place }: Content): string[] {
  const country = place.country ? countryName(place.country) : ''
  const named = [place.name, place.crossingPoint, place.section, country].filter(Boolean).join(', ')
  const { coordinates } = place
  return [
    written('areaDesc', named || 'Place not stated'),
    ...(coordinates ? [written('circle', `${coordinates.lat},${coordinates.lon} 0`)] : []),
    ...(place.country
      ? [written('geocode', [written('valueName', 'ISO 3166-1 alpha-3'), written('value', place.country)])]
      : []),
  ]
}
