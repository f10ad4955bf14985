import { BorderType } from '#vocabulary/border.ts'
import { Country } from '#vocabulary/country.ts'
import { Route } from '#vocabulary/route.ts'
import { z } from 'zod'

/** Parts of the world that the picture can be narrowed to. */
export const regions = ['europe', 'africa', 'americas', 'asia-pacific', 'not-stated'] as const
export const Region = z.enum(regions).meta({
  title: 'Region',
  description: 'The part of the world that a route leads to or runs through.',
})
export type Region = z.infer<typeof Region>

/** The region of each route. Routes towards the Union, from wherever, are Europe's. */
export const regionOf: Readonly<Record<Route, Region>> = {
  CMED: 'europe',
  EMED: 'europe',
  WMED: 'europe',
  WAFR: 'europe',
  WBAL: 'europe',
  EBOR: 'europe',
  ALGR: 'europe',
  BLKS: 'europe',
  OTH: 'europe',
  INEU: 'europe',
  INAF: 'africa',
  HOAN: 'africa',
  HOAE: 'africa',
  HOAS: 'africa',
  HOAI: 'africa',
  CAME: 'americas',
  SAME: 'americas',
  ASPA: 'asia-pacific',
  UND: 'not-stated',
}

/** Causes of death, with the names that the IOM project gives them. */
export const causes = [
  { code: 'drowning', name: 'Drowning' },
  { code: 'transport', name: 'Vehicle accident / death linked to hazardous transport' },
  {
    code: 'environment',
    name: 'Harsh environmental conditions / lack of adequate shelter, food, water',
  },
  { code: 'violence', name: 'Violence' },
  { code: 'sickness', name: 'Sickness / lack of access to adequate healthcare' },
  { code: 'accident', name: 'Accidental death' },
  { code: 'mixed', name: 'Mixed or unknown' },
] as const
export const Cause = z
  .enum(causes.map(each => each.code))
  .meta({ title: 'Cause', description: 'Why the persons died, as the source classifies it.' })
export type Cause = z.infer<typeof Cause>

/** Detections are reported at these two only; the vocabulary's BorderType knows more. */
export const DetectionBorder = BorderType.extract(['land', 'sea'])
export type DetectionBorder = z.infer<typeof DetectionBorder>

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ title: 'Day', description: 'YYYY-MM-DD' })
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ title: 'Month', description: 'YYYY-MM' })

/** Kinds of record as the IOM project names them: one event, a part of one, or several over a time. */
export const kinds = [
  { code: 'incident', name: 'Incident' },
  { code: 'split', name: 'Split Incident' },
  { code: 'cumulative', name: 'Cumulative Incident' },
] as const
export const Kind = z.enum(kinds.map(each => each.code)).meta({ title: 'Kind of record' })
export type Kind = z.infer<typeof Kind>

/** Why a point cannot be where its row says it is. The kilometres are to the nearest part of the stated country. */
export const Doubt = z
  .object({
    kind: z.enum(['default-point', 'exchanged', 'sign', 'repeated', 'far']).meta({
      description:
        'default-point: many unlike rows stand at it · exchanged: right with longitude and latitude exchanged · ' +
        'sign: right in the other hemisphere · repeated: one number stands for both · far: none of these, but far off',
    }),
    countryKm: z.int().nonnegative(),
    routeKm: z.int().nonnegative().nullable(),
    sharedRows: z.int().positive(),
    sharedCountries: z.int().positive(),
  })
  .meta({ title: 'Doubt', description: 'Why the coordinates contradict the country and route of the row.' })
export type Doubt = z.infer<typeof Doubt>

/** One event in which persons died or went missing. Aggregates only: no name, no number of a person. */
export const Incident = z.object({
  key: z
    .string()
    .meta({ description: 'Made from the row’s content, so that the same row is the same incident.' }),
  day: Day,
  kinds: z.array(Kind).min(1),
  route: Route,
  country: Country,
  persons: z.int().nonnegative().meta({
    title: 'Dead or missing',
    description: 'Persons who died or are missing; the true number is higher.',
  }),
  survivors: z.int().nonnegative().nullable().meta({ title: 'Survivors', description: 'Null: not known.' }),
  causes: z.array(Cause).min(1),
  nationalities: z.array(Country).min(1),
  place: z.string().max(2000),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  doubt: Doubt.nullable(),
})
export type Incident = z.infer<typeof Incident>

/** What of an incident is counted. */
export const Counted = Incident.pick({
  day: true,
  route: true,
  country: true,
  persons: true,
  lon: true,
  lat: true,
  doubt: true,
}).extend({
  // Empty where the filter does not ask for them: thousands of lists are slow to read.
  causes: z.array(Cause),
  nationalities: z.array(Country),
})
export type Counted = z.infer<typeof Counted>

/** Detections of illegal border-crossing: one month, route, border type and nationality. Not persons. */
export const Detection = z.object({
  month: Month,
  route: Route,
  border: DetectionBorder,
  nationality: Country,
  detections: z.int().positive(),
})
export type Detection = z.infer<typeof Detection>

export const SourceCode = z.enum(['iom-missing-migrants', 'frontex-detections']).meta({ title: 'Source' })
export type SourceCode = z.infer<typeof SourceCode>

/** A set of open data: what it is, whose it is, how old it is, and what its figures add up to. */
export const Source = z
  .object({
    code: SourceCode,
    title: z.string(),
    publisher: z.string(),
    address: z.url(),
    licence: z.string(),
    asOf: Day.meta({
      title: 'As of',
      description: 'The day on which the publisher’s figures stood like this.',
    }),
    from: Month,
    to: Month,
    unit: z.enum(['persons', 'detections']),
    rows: z.int().positive(),
    total: z.int().positive(),
    caveat: z.string(),
    file: z.string(),
    sha256: z.string().length(64).meta({ description: 'Of the file before compression.' }),
  })
  .meta({ title: 'Source' })
export type Source = z.infer<typeof Source>

/** A source as it was imported: shown beside every figure that comes from it. */
export const Edition = Source.omit({ file: true }).extend({
  rejected: z.int().meta({ description: 'Rows of the file that could not be taken.' }),
  importedAt: z.iso.datetime(),
})
export type Edition = z.infer<typeof Edition>

/** What the picture is narrowed to. Empty lists narrow nothing. */
export const Filter = z.object({
  from: Month.meta({ title: 'From', description: 'First month, YYYY-MM' }),
  to: Month.meta({ title: 'To', description: 'Last month, YYYY-MM, included' }),
  routes: z.array(Route).default([]),
  region: Region.nullable().default(null),
  causes: z.array(Cause).default([]),
  nationalities: z.array(Country).default([]),
  border: DetectionBorder.nullable().default(null).meta({
    title: 'Border type',
    description: 'Of detections; incidents carry none.',
  }),
})
export type Filter = z.infer<typeof Filter>

/** How many events, and how many persons died or went missing in them. */
export const Sum = z.object({ incidents: z.int(), persons: z.int() })
export type Sum = z.infer<typeof Sum>

/** Incidents that lie near each other on one route, standing at their mean rounded to half a degree. */
export const Area = Sum.extend({
  number: z
    .int()
    .positive()
    .nullable()
    .meta({ description: 'On the map; null for an area too small to be drawn.' }),
  route: Route,
  country: Country.meta({ title: 'Country', description: 'The one that most of the incidents name.' }),
  lon: z.number(),
  lat: z.number(),
  months: z.int().meta({ title: 'Months with incidents' }),
})
export type Area = z.infer<typeof Area>

/** Detections on one route by month; null where the source does not reach. */
export const Series = z.object({
  route: Route,
  total: z.int(),
  months: z.array(z.object({ month: Month, detections: z.int().nullable() })),
})
export type Series = z.infer<typeof Series>

/** Map, timeline and list of incidents, all made from one array, so that their totals are equal. */
export const Picture = z.object({
  total: Sum,
  drawn: Sum,
  small: Sum.meta({ title: 'Areas with fewer than five persons', description: 'Counted, not drawn.' }),
  doubtful: Sum.meta({ title: 'Coordinates contradict the row', description: 'Counted, not drawn.' }),
  areas: z.array(Area),
  months: z.array(Sum.extend({ month: Month })),
})
export type Picture = z.infer<typeof Picture>
