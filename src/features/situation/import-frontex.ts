import { parseCountry } from '#vocabulary/country.ts'
import { parseRoute, type RouteAnswer } from '#vocabulary/route.ts'
import type { Readable } from 'node:stream'
import type { Detection, DetectionBorder } from './model.ts'
import { nearest } from './nearest.ts'
import { monthOf, type Reading, readTable, wholeNumber } from './read-table.ts'

const columns = ['route', 'type', 'nat', 'month', 'n'] as const
const borders = new Map<string, DetectionBorder>([
  ['Land', 'land'],
  ['Sea', 'sea'],
])

/**
 * Reads Frontex's monthly detections of illegal border-crossing, a row at a time. Each row is taken or rejected with its
 * line and the reason; a second row for the same route, border, nationality and month is rejected, because the two would be
 * added up. Rows that are absent are zeros: see `seriesByMonth` in picture.ts.
 */
export async function* readDetections(input: Readable): AsyncGenerator<Reading<Detection>> {
  const seen = new Map<string, number>()
  yield* readTable<Detection>(input, columns, ({ line, text, reject }) => {
    const route = routeOf(text('route'))
    if (!route.ok) reject('route', route.problem, route.suggestions[0] ?? null)
    const border = borders.get(text('type'))
    if (border === undefined)
      reject('type', 'The border type is Land or Sea.', nearest(text('type'), borders.keys()))
    const nationality = parseCountry(text('nat'))
    if (!nationality.ok) reject('nat', nationality.problem, nationality.suggestions[0] ?? null)
    const month = monthOf(text('month'))
    if (month === undefined) reject('month', 'The month is written YYYY-MM, for example 2021-08.')
    const detections = wholeNumber(text('n'), 1)
    if (detections === undefined)
      reject(
        'n',
        'The number of detections is a whole number above 0; leave the row out where there were none.',
      )
    if (
      !route.ok ||
      border === undefined ||
      !nationality.ok ||
      month === undefined ||
      detections === undefined
    )
      return null
    const key = [route.route, border, nationality.code, month].join()
    const first = seen.get(key)
    if (first !== undefined) {
      reject(
        'month',
        `Line ${first} already gives this route, border, nationality and month. Keep one of them.`,
      )
      return null
    }
    seen.set(key, line)
    return { month, route: route.route, border, nationality: nationality.code, detections }
  })
}

const routeAnswers = new Map<string, RouteAnswer>()

/** A file names a dozen routes ten thousand times over; each known name is looked up once. */
function routeOf(name: string): RouteAnswer {
  const answer = routeAnswers.get(name) ?? parseRoute(name, 'frontex')
  if (answer.ok) routeAnswers.set(name, answer)
  return answer
}
