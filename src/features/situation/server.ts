import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import { Route, routes } from '#vocabulary/route.ts'
import { Listed, type situation } from './api.ts'
import { explainDoubt } from './doubtful-points.ts'
import { importEdition } from './import.ts'
import { Counted, Detection, Edition, type Filter, regionOf, type SourceCode, Sum } from './model.ts'
import { picture, seriesByMonth } from './picture.ts'

type Query = Filter & { asOf: string | null }

const editionColumns = sql`source as code, as_of, title, publisher, address, licence, caveat, unit, covers_from as from,
  covers_to as to, rows, total, rejected, sha256, imported_at`

export const verbs: Verbs<typeof situation> = {
  editions: ({ tx }) =>
    tx.rows(Edition, sql`select ${editionColumns} from stat.edition order by source, as_of desc, id desc`),

  picture: async ({ tx }, { reachKm, ...query }) => {
    const edition = await editionOf(tx, 'iom-missing-migrants', query.asOf)
    const incidents = await tx.rows(
      Counted,
      sql`select day, route, country, persons, lon, lat, doubt,
            ${query.causes.length ? sql`causes` : sql`'{}'::text[] as causes`},
            ${query.nationalities.length ? sql`nationalities` : sql`'{}'::text[] as nationalities`}
          from stat.incident where ${incidentsOf(query)}`,
    )
    return { ...picture(incidents, query, reachKm), edition }
  },

  detections: async ({ tx }, { before, ...query }) => {
    const edition = await editionOf(tx, 'frontex-detections', query.asOf)
    const wider = { ...query, from: monthsEarlier(query.from, before) }
    const rows = await tx.rows(
      Detection,
      sql`select month, route, border, nationality, detections from stat.detection
          where month between ${wider.from} and ${wider.to} and ${routesOf(query)} and ${standing(query.asOf)}`,
    )
    const series = edition === null ? [] : seriesByMonth(rows, wider, edition)
    const withPeriod = series.map(each => ({
      ...each,
      inPeriod: each.months
        .filter(({ month }) => month >= query.from)
        .reduce((sum, { detections }) => sum + (detections ?? 0), 0),
    }))
    withPeriod.sort((a, b) => b.inPeriod - a.inPeriod || b.total - a.total)
    return { series: withPeriod, total: withPeriod.reduce((sum, each) => sum + each.inPeriod, 0), edition }
  },

  incidents: async ({ tx }, { doubtful, offset, limit, ...query }) => {
    const which = join(
      [
        incidentsOf(query),
        causesOf(query),
        nationalitiesOf(query),
        doubtful ? sql`doubt is not null` : sql`true`,
      ],
      'and',
    )
    const total = await tx.row(
      Sum,
      sql`select count(*) as incidents, coalesce(sum(persons), 0) as persons from stat.incident where ${which}`,
    )
    const rows = await tx.rows(
      Listed.omit({ why: true }).extend({ lon: z.number(), lat: z.number() }),
      sql`select id, day, kinds, route, country, persons, survivors, causes, nationalities, place, lon, lat, doubt
          from stat.incident where ${which} order by day desc, id limit ${limit} offset ${offset}`,
    )
    const listed = rows.map(({ lon, lat, ...row }) => ({
      ...row,
      why: row.doubt === null ? null : explainDoubt(row.doubt, { ...row, lon, lat }),
    }))
    const routes = await tx.rows(
      z.object({ route: Route }),
      sql`select distinct route from stat.incident where ${which} order by route`,
    )
    return { rows: listed, total, routes: routes.map(each => each.route) }
  },

  import: (doing, input) => importEdition(doing, input),
}

/** The newest edition of a source that was there on a day; null when there was none. */
const editionOf = async (tx: Tx, source: SourceCode, asOf: string | null): Promise<Edition | null> =>
  (await tx.maybe(
    Edition,
    sql`select ${editionColumns} from stat.edition
        where source = ${source} and (${asOf}::date is null or as_of <= ${asOf}::date)
        order by as_of desc, id desc limit 1`,
  )) ?? null

/** Rows that stood in the editions of a day; of the newest when no day is named. */
const standing = (asOf: string | null): Sql =>
  asOf === null
    ? sql`gone_as_of is null`
    : sql`(first_as_of <= ${asOf}::date and (gone_as_of is null or gone_as_of > ${asOf}::date))`

/** What `picture` would leave out by period and route need not leave the database; the rest it judges itself. */
const incidentsOf = (query: Query): Sql =>
  sql`day >= ${`${query.from}-01`}::date and day < ${`${query.to}-01`}::date + interval '1 month'
      and ${routesOf(query)} and ${standing(query.asOf)}`

function routesOf({ routes: wanted, region }: Filter): Sql {
  const codes = routes
    .map(each => each.code)
    .filter(
      code =>
        (wanted.length === 0 || wanted.includes(code)) && (region === null || regionOf[code] === region),
    )
  return sql`route = any(${codes})`
}

const causesOf = ({ causes }: Filter): Sql =>
  causes.length === 0 ? sql`true` : sql`causes && ${causes}::text[]`
const nationalitiesOf = ({ nationalities }: Filter): Sql =>
  nationalities.length === 0 ? sql`true` : sql`nationalities && ${nationalities}::text[]`

/** The month so many months before another. */
function monthsEarlier(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = Math.max(12, year * 12 + number - 1 - count)
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`
}
