import { shownGrading } from '#vocabulary/admiralty.ts'
import { countryName } from '#vocabulary/country.ts'
import type { ScreenLanguage } from '#vocabulary/language.ts'
import { ageBands } from '#vocabulary/person-aggregate.ts'
import { shownState } from '#vocabulary/state.ts'
import type { Content } from './content.ts'
import { texts as en } from './texts/en.ts'

type Key = keyof typeof en
type Texts = Readonly<Record<Key, string>>

/** What a paper says around a warning: the words of the screens, in the language of its reader. */
export interface PaperWords {
  language: ScreenLanguage
  /** A text with its values put in. */
  t: (key: Key, values?: Readonly<Record<string, string | number>>) => string
  /** The word for a code of a closed list; the code itself where there is none. */
  code: (list: string, value: string) => string
}

const load: Readonly<Record<ScreenLanguage, () => Promise<{ texts: Texts }>>> = {
  en: () => Promise.resolve({ texts: en }),
  fr: () => import('./texts/fr.ts'),
  de: () => import('./texts/de.ts'),
}

/** The words in this language. */
export async function paperWords(language: ScreenLanguage): Promise<PaperWords> {
  const { texts } = await load[language]()
  return {
    language,
    t: (key, values = {}) =>
      texts[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
    code: (list, value) => (texts as Readonly<Record<string, string>>)[`${list}.${value}`] ?? value,
  }
}

/** What a warning says, line by line as label and text; what was left empty has no line. What people wrote stays as written. */
export function linesOf(content: Content, words: PaperWords): [label: string, text: string][] {
  const { t, code, language } = words
  const { place, price, grading } = content
  const country = (value: string) => countryName(value, language)
  const lines: [string, string | null | undefined][] = [
    [t('field.triggers'), content.triggers.map(value => code('trigger', value)).join(', ')],
    [t('field.summary'), content.summary],
    [
      t('field.place'),
      joined([
        place.name,
        place.crossingPoint,
        place.section,
        place.country && country(place.country),
        place.coordinates && coordinatesText(place.coordinates),
      ]),
    ],
    [t('field.when'), content.when],
    [t('field.borderType'), content.borderType && code('border', content.borderType)],
    [t('field.context'), content.context],
    [t('group.persons'), content.persons && personsLine(content.persons, words)],
    [t('field.route'), content.route && code('route', content.route)],
    [
      t('paper.way'),
      content.legs
        .map(leg => {
          const where = joined([leg.place, leg.country && country(leg.country)])
          return joined([
            labelled(code('leg', leg.role), where, language),
            leg.means && code('transport', leg.means),
            leg.note,
            leg.stated && t('leg.stated'),
          ])
        })
        .join('\n'),
    ],
    [t('field.means'), content.means.map(value => code('transport', value)).join(', ')],
    [
      t('body.documents'),
      content.documents
        .map(({ type, issuer, fraud, note }) =>
          joined([code('document', type), issuer && country(issuer), fraud && code('fraud', fraud), note]),
        )
        .join('\n'),
    ],
    [t('field.method'), content.method],
    [t('field.recruitment'), content.recruitment],
    [
      t('field.price'),
      price &&
        t('fact.price', {
          range: price.from === price.to ? price.from : `${price.from}–${price.to}`,
          currency: price.currency,
          per: code('per', price.per),
        }),
    ],
    [t('field.danger'), content.danger],
    [
      t('field.grading'),
      grading &&
        labelled(
          shownGrading(grading),
          joined([code('reliability', grading.reliability), code('credibility', grading.credibility)]),
          language,
        ),
    ],
    [t('field.trend'), content.trend && code('trend', content.trend)],
    [t('field.assessment'), content.assessment],
    [t('field.measures'), content.measures],
    [t('field.request'), content.request],
    [t('field.askedOf'), content.askedOf.map(shownState).join(', ')],
  ]
  return lines.filter((line): line is [string, string] => Boolean(line[1]))
}

/** `label: text`; French parts the two. */
const labelled = (label: string, text: string | number, language: ScreenLanguage): string =>
  `${label}${language === 'fr' ? '\u00a0' : ''}: ${text}`

const joined = (parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(', ')

/** `34.5000° N, 8.2000° W` */
const coordinatesText = ({ lat, lon }: { lat: number; lon: number }): string =>
  `${Math.abs(lat).toFixed(4)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(4)}° ${lon < 0 ? 'W' : 'E'}`

function personsLine(persons: NonNullable<Content['persons']>, { t, language }: PaperWords): string {
  const { total, estimated, female, male, minors, unaccompanied, ages = {}, citizenships = [] } = persons
  const counts: [label: string, value: number | undefined, note?: string | false | undefined][] = [
    [t('persons.all'), total, estimated && t('persons.estimated')],
    [t('persons.female'), female],
    [t('persons.male'), male],
    [t('persons.minors'), minors],
    [t('persons.unaccompanied'), unaccompanied],
    ...ageBands.map((band): [string, number | undefined] => [t('persons.age', { band }), ages[band]]),
  ]
  const known = counts.flatMap(([label, value, note]) =>
    value === undefined ? [] : [labelled(label, `${value}${note ? ` (${note})` : ''}`, language)],
  )
  const from = citizenships.map(({ country, number, established }) => {
    const how = t(established ? 'persons.document' : 'persons.claimed')
    return labelled(
      countryName(country, language),
      `${number ?? t('persons.unknown')} (${how.charAt(0).toLowerCase()}${how.slice(1)})`,
      language,
    )
  })
  return [...known, ...from].join('; ')
}
