import { Marking } from '#vocabulary/marking.ts'
import { parseCountry } from '#vocabulary/country.ts'
import { parsePeriod } from '#vocabulary/period.ts'
import { fieldNames, parameterPrefix } from './cap-write.ts'
import { type Element, readXml, textOf } from './cap-xml.ts'
import { Content } from './content.ts'
import type { Handling } from './model.ts'

/** Where in the message something stood that has no place in our form, and what became of it. */
export interface CapFinding {
  where: string
  message: string
}
export interface CapRead {
  content: Content
  handling: Pick<Handling, 'marking' | 'inForceUntil'>
  findings: CapFinding[]
}

/**
 * Reads a CAP 1.2 message. Our own come back exactly as they were written; of a foreign one, what fits is taken over and the rest
 * is listed, nothing silently dropped.
 * @throws Problem when it is no well-formed CAP message.
 */
export function readCap(source: string): CapRead {
  const alert = readXml(source)
  const findings: CapFinding[] = []
  const codes = alert.children.filter(({ name }) => name === 'code').map(({ text }) => text.trim())
  const infos = alert.children.filter(({ name }) => name === 'info')
  const info = infos.find(each => /^en\b/i.test(textOf(each, 'language') ?? '')) ?? infos[0]
  const marked = codes
    .find(code => code.startsWith(`${parameterPrefix}marking:`))
    ?.slice(`${parameterPrefix}marking:`.length)
  const expires = info && textOf(info, 'expires')
  const handling = {
    marking: Marking.safeParse(marked).data ?? ('LIMITED' as const),
    inForceUntil: isoOf(expires) ?? null,
  }
  if (info && codes.includes(`${parameterPrefix}form:1`)) {
    const own = ownContent(info)
    if (own.success) return { content: own.data, handling, findings }
    findings.push({
      where: 'info/parameter',
      message:
        'It says that it was written by ICONet, but its fields do not fit our form. It was read like any other message.',
    })
  }
  return {
    content: info ? foreignContent(info, findings) : Content.parse({}),
    handling,
    findings: [...findings, ...leftOver(alert, info, infos.length)],
  }
}

function ownContent(info: Element) {
  const given: Record<string, unknown> = {}
  for (const parameter of info.children.filter(({ name }) => name === 'parameter')) {
    const name = textOf(parameter, 'valueName')?.slice(parameterPrefix.length)
    const field = fieldNames.find(each => each === name)
    if (field) given[field] = parsedJson(parameter.children.find(child => child.name === 'value')?.text ?? '')
  }
  return Content.safeParse(given)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isoOf = (time: string | undefined): string | undefined => {
  const at = time ? Date.parse(time) : Number.NaN
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

const urgencies = { immediate: 'immediate', expected: 'priority' } as const
const credibilities = { observed: '1', likely: '2', possible: '3', unlikely: '5' } as const

function foreignContent(info: Element, findings: CapFinding[]): Content {
  const cut = (name: string, text: string | undefined, max: number): string => {
    if (text === undefined || text.length <= max) return text ?? ''
    findings.push({
      where: `info/${name}`,
      message: `Longer than our ${max} characters; its end was left out.`,
    })
    return text.slice(0, max).trim()
  }
  const area = info.children.find(({ name }) => name === 'area')
  const onset = textOf(info, 'onset') ?? textOf(info, 'effective')
  const when = onset ? parsePeriod(onset) : undefined
  if (onset && !when?.ok)
    findings.push({ where: 'info/onset', message: `“${onset}” could not be read as a time.` })
  const urgency = textOf(info, 'urgency')?.toLowerCase() ?? ''
  const certainty = textOf(info, 'certainty')?.toLowerCase() ?? ''
  const credibility =
    certainty in credibilities ? credibilities[certainty as keyof typeof credibilities] : undefined
  if (credibility)
    findings.push({
      where: 'info/certainty',
      message: `“${certainty}” was read as credibility ${credibility}; how reliable the source is, is not known (F).`,
    })
  return Content.parse({
    title: cut('headline', textOf(info, 'headline') ?? textOf(info, 'event'), 160),
    urgency: urgency in urgencies ? urgencies[urgency as keyof typeof urgencies] : 'routine',
    triggers: ['other-event'],
    summary: cut('description', textOf(info, 'description') ?? textOf(info, 'headline'), 4000),
    when: when?.ok ? when.period : '',
    place: {
      name: cut('area/areaDesc', area && textOf(area, 'areaDesc'), 200),
      country: area ? countryOf(area) : null,
      coordinates: area ? pointOf(area, findings) : null,
    },
    grading: credibility ? { reliability: 'F', credibility } : null,
    request: cut('instruction', textOf(info, 'instruction'), 2000),
  })
}

function countryOf(area: Element): string | null {
  for (const geocode of area.children.filter(({ name }) => name === 'geocode')) {
    if (!/3166/.test(textOf(geocode, 'valueName') ?? '')) continue
    const read = parseCountry(textOf(geocode, 'value') ?? '')
    if (read.ok) return read.code
  }
  return null
}

/** The middle of the circle or polygon; our form holds one point. */
function pointOf(area: Element, findings: CapFinding[]): { lon: number; lat: number } | null {
  const shape = area.children.find(({ name }) => name === 'circle' || name === 'polygon')
  if (!shape) return null
  const pairs =
    shape.name === 'circle' ? [shape.text.trim().split(/\s+/)[0] ?? ''] : shape.text.trim().split(/\s+/)
  const points = pairs
    .map(pair => pair.split(',').map(Number))
    .filter(([lat, lon]) => Math.abs(lat ?? 91) <= 90 && Math.abs(lon ?? 181) <= 180)
  if (points.length === 0 || points.length < pairs.length) {
    findings.push({ where: `info/area/${shape.name}`, message: 'Its coordinates could not be read.' })
    return null
  }
  if (shape.name === 'polygon' || !/\s0*$|\s0+(\.0+)?$/.test(shape.text))
    findings.push({
      where: `info/area/${shape.name}`,
      message: 'Only its middle was kept; our form holds one point.',
    })
  const middle = (at: 0 | 1) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length
  return { lat: middle(0), lon: middle(1) }
}

const taken = new Set(
  'headline description instruction onset effective expires urgency certainty event area category'.split(' '),
)
const frame = new Set('identifier sender sent source status msgType scope code info'.split(' '))

/** What no field was found for, by name: once each. */
function leftOver(alert: Element, info: Element | undefined, infos: number): CapFinding[] {
  const findings: CapFinding[] = []
  const add = (where: string, message: string) => {
    if (!findings.some(each => each.where === where)) findings.push({ where, message })
  }
  if (!info) add('info', 'The message has no content; write what happened before you issue it.')
  if (infos > 1) add('info', `The message has ${infos} parts or languages; one was taken over.`)
  const status = textOf(alert, 'status')
  if (status && status !== 'Actual')
    add('status', `The message is marked ${status}: it may not speak of a real event.`)
  const type = textOf(alert, 'msgType')
  if (type && type !== 'Alert')
    add('msgType', `It is an ${type} of an earlier message; link the earlier warning by hand.`)
  add(
    'sender',
    `Written by ${textOf(alert, 'sender') || 'nobody named'} as ${textOf(alert, 'identifier') || 'no number'}; say in the text where it comes from.`,
  )
  for (const { name, text } of alert.children)
    if (name === 'Signature') add('Signature', 'Its signature was not checked.')
    else if (!frame.has(name)) add(name, `Not taken over: “${short(text)}”.`)
  for (const { name, text, children } of info?.children ?? [])
    if (!taken.has(name))
      add(
        `info/${name}`,
        `Not taken over: “${short(text.trim() || children.map(each => each.text.trim()).join(' = '))}”.`,
      )
  const areas = info?.children.filter(({ name }) => name === 'area').length ?? 0
  if (areas > 1) add('info/area', `It names ${areas} areas; the first was taken over.`)
  return findings
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
