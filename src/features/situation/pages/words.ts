import { countryName, formatDate, formatNumber } from '#ui/format.ts'
import type { Text } from '#ui/i18n.ts'
import type { Doubt, Edition } from '../model.ts'
import type { situationTexts } from '../texts/situation.ts'

export type Say = Text<(typeof situationTexts)['en']>

/** Where an area is, as far as half a degree tells: `Libya, near 33° N 12.5° E`. */
export function areaName(
  area: { country: string; lon: number; lat: number },
  t: Say,
  language: string,
): string {
  const degrees = (value: number) => formatNumber(Math.abs(value), language, 1)
  return t('place.near', {
    country: countryName(area.country, language),
    lat: t(area.lat < 0 ? 'place.south' : 'place.north', { degrees: degrees(area.lat) }),
    lon: t(area.lon < 0 ? 'place.west' : 'place.east', { degrees: degrees(area.lon) }),
  })
}

/** A nationality, or one of the codes for persons whom no country describes. */
export const nationalityName = (code: string, t: Say, language: string): string =>
  t.or(`special.${code}`, countryName(code, language))

/** Why an incident is not drawn, in the reader's language. */
export function doubtSentence(doubt: Doubt, country: string, t: Say, language: string): string {
  const values = {
    km: doubt.countryKm,
    country: countryName(country, language),
    routeKm: doubt.routeKm ?? 0,
    rows: doubt.sharedRows,
    countries: doubt.sharedCountries,
  }
  if (doubt.kind === 'far' && doubt.routeKm !== null) return t('doubt.far.route', values)
  return t(`doubt.${doubt.kind}`, values)
}

/** Source, day of the figures and licence in one line. */
export const sourceLine = (edition: Edition, t: Say, language: string): string =>
  t('source', {
    publisher: edition.publisher,
    title: edition.title,
    day: formatDate(new Date(edition.asOf), language),
    licence: edition.licence,
  })

/** `Jan 2021 – Dec 2021` as the reader writes months; one month alone stands alone. */
export function spanName(from: string, to: string, language: string): string {
  const name = (month: string) => formatDate(new Date(`${month}-01T00:00:00Z`), language, 'month')
  if (from === to) return name(from)
  if (from.endsWith('-01') && to === `${from.slice(0, 4)}-12`) return from.slice(0, 4)
  return `${name(from)} – ${name(to)}`
}
