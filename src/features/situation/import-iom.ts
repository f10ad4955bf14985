import { noStates, parseCountry } from '#vocabulary/country.ts'
import { parseRoute, type RouteAnswer } from '#vocabulary/route.ts'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { causes, type Incident, kinds as kindNames } from './model.ts'
import { nearest } from './nearest.ts'
import { type Fields, type Reading, readTable, wholeNumber } from './read-table.ts'

const columns = 't,month,type,route,geo,dead,cause,surv,nat,location,lon,lat'.split(',')

/**
 * Reads the incidents of IOM's Missing Migrants Project, a row at a time; each row is taken or rejected with its line and
 * the reason. The source has no number for an incident, so its key is made from the row's content and, for rows that are
 * equal in every column, their order: reading the same file again gives the same keys. Doubts about coordinates need the
 * whole file and are found afterwards (doubtful-points.ts); here they are null.
 */
export async function* readIncidents(input: Readable): AsyncGenerator<Reading<Incident>> {
  const alike = new Map<string, number>()
  yield* readTable<Incident>(input, columns, fields => {
    const incident = readIncident(fields)
    if (incident === null) return null
    const content = createHash('sha256')
      .update(JSON.stringify(columns.map(fields.text)))
      .digest('hex')
    const turn = (alike.get(content) ?? 0) + 1
    alike.set(content, turn)
    return { key: `${content.slice(0, 24)}-${turn}`, ...incident }
  })
}

function readIncident(fields: Fields): Omit<Incident, 'key'> | null {
  const { text, reject, remark } = fields
  const day = dayOf(text('t'))
  if (day === undefined) reject('t', 'The day is written YYYY-MM-DD and must exist, for example 2021-08-30.')
  else if (text('month') !== day.slice(0, 7))
    reject('month', `The month is not that of the day ${day}.`, day.slice(0, 7))
  const kinds = listOf(fields, 'type', kindNames, 'kind of incident')
  const route = routeOf(text('route'))
  if (!route.ok) reject('route', route.problem, route.suggestions[0] ?? null)
  const country = countryOf(fields, 'geo', text('geo'))
  const persons = wholeNumber(text('dead'), 0)
  if (persons === undefined)
    reject('dead', 'The number of dead or missing persons is a whole number, 0 or more.')
  const causeCodes = listOf(fields, 'cause', causes, 'cause')
  const survivors = text('surv') === '' ? null : (wholeNumber(text('surv'), 0) ?? null)
  if (survivors === null && text('surv') !== '')
    remark('surv', 'The number of survivors is not a whole number, 0 or more; it is taken as not known.')
  const nationalities = nationalitiesOf(fields)
  const lon = degrees(fields, 'lon', 180)
  const lat = degrees(fields, 'lat', 90)
  if (day === undefined || !kinds || !route.ok || country === null || persons === undefined) return null
  if (!causeCodes || nationalities === null || lon === null || lat === null) return null
  return {
    day,
    kinds,
    route: route.route,
    country,
    persons,
    survivors,
    causes: causeCodes,
    nationalities,
    place: text('location').trim().slice(0, 2000),
    lon,
    lat,
    doubt: null,
  }
}

/** The day when it is one of the calendar, else undefined. */
const dayOf = (text: string): string | undefined => {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text) ? text : undefined
}

function countryOf({ reject }: Fields, column: string, code: string): string | null {
  const answer = parseCountry(code)
  if (answer.ok && (column === 'nat' || !noStates.includes(answer.code))) return answer.code
  if (answer.ok) reject(column, `${code} is no place. Write the country of the incident, for example LBY.`)
  else reject(column, answer.problem, answer.suggestions[0] ?? null)
  return null
}

/** One field may name several nationalities; each must be known, none is counted twice. */
function nationalitiesOf(fields: Fields): string[] | null {
  const found = fields
    .text('nat')
    .split(',')
    .map(code => countryOf(fields, 'nat', code.trim()))
  const known = found.filter(code => code !== null)
  return known.length < found.length ? null : [...new Set(known)]
}

/**
 * One field may hold several names of a closed list. Names may themselves hold commas, so the longest name that fits is
 * taken first, from left to right.
 */
function listOf<Code extends string>(
  { text, reject }: Fields,
  column: string,
  known: readonly { readonly code: Code; readonly name: string }[],
  noun: string,
): Code[] | null {
  const longestFirst = known.toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<Code>()
  let rest = text(column).trim()
  do {
    const hit = longestFirst.find(({ name }) => rest === name || rest.startsWith(`${name},`))
    if (hit === undefined) {
      const near = nearest(
        rest,
        known.map(each => each.name),
      )
      reject(
        column,
        `“${rest.slice(0, 80)}” is not a known ${noun}.${near ? ` Did you mean “${near}”?` : ''}`,
        near,
      )
      return null
    }
    found.add(hit.code)
    rest = rest.slice(hit.name.length + 1).trim()
  } while (rest !== '')
  return [...found]
}

function degrees({ text, reject }: Fields, column: string, most: number): number | null {
  const value = /^-?\d+(\.\d+)?$/.test(text(column).trim()) ? Number(text(column)) : Number.NaN
  if (Math.abs(value) <= most) return value
  reject(
    column,
    `The ${column === 'lon' ? 'longitude' : 'latitude'} is a number of degrees from −${most} to ${most}.`,
  )
  return null
}

const routeAnswers = new Map<string, RouteAnswer>()

/** A file names a dozen routes ten thousand times over; each known name is looked up once. */
function routeOf(name: string): RouteAnswer {
  const answer = routeAnswers.get(name) ?? parseRoute(name, 'iom')
  if (answer.ok) routeAnswers.set(name, answer)
  return answer
}
