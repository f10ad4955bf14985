import { plainState, specialCodes } from '#core/mrz/states.ts'
import { countryName } from '#ui/format.ts'
import { type Text, useLanguage, useText } from '#ui/i18n.ts'
import type { Choice } from '#ui/token-field.tsx'
import { places } from '#vocabulary/country.ts'
import { shownState } from '#vocabulary/state.ts'
import { noSource } from '../kinds.ts'
import { alertTexts } from '../texts/alerts.ts'
import type { texts as en } from '../texts/en.ts'

export type AlertText = Text<typeof en>

export interface Words {
  t: AlertText
  language: string
  /** `Syria (SYR)`, from the code of a nationality or of a document's issuer. */
  nation: (code: string) => string
  /** `EL · Hellenic Police`, for whoever owns an alert or a list. */
  owner: (owner: { name: string | null; state: string }) => string
  /** Where a figure comes from, in the reader's language: the article, or that we chose it. */
  source: (source: string) => string
  /** Every code that people's data may carry, in the reader's alphabet. */
  nations: () => Choice[]
}

/** The words of the screens of alerts. */
export const useWords = (): Words => {
  const t = useText(alertTexts)
  const language = useLanguage()
  return {
    t,
    language,
    nation: code => `${nationName(code, language)} (${code})`,
    owner: ({ name, state }) => `${shownState(state)} · ${name ?? t('owner.unnamed')}`,
    source: source => sourceText(t, source),
    nations: () => nationsIn(language),
  }
}

const sourceText = (t: AlertText, source: string): string => {
  const [, swiss, paragraph = '', letter = ''] =
    /^N-SIS .+, Article (\d+)\((\d+)\)\(([a-z])\)$/.exec(source) ?? []
  if (swiss !== undefined) return t('source.swiss', { article: swiss, paragraph, letter })
  const [, act, articles] = /^Regulation \(EU\) (\S+), Articles? (.+)$/.exec(source) ?? []
  if (act === undefined || articles === undefined) return source === noSource ? t('source.none') : source
  const said = articles
    .replaceAll(/\((\d+)\)/g, (_, number: string) => t('source.paragraph', { number }))
    .replace(' and ', ` ${t('source.and')} `)
  return t(articles.includes(' and ') ? 'source.articles' : 'source.article', { act, articles: said })
}

/** Persons of no State or of one not known, as travel documents write them (ICAO Doc 9303-3, section 5). */
const others: Readonly<Record<string, Record<string, string>>> = {
  en: { XXA: 'Stateless', XXB: 'Refugee', XXC: 'Refugee, other', XXX: 'Not known' },
  fr: { XXA: 'Apatride', XXB: 'Réfugié', XXC: 'Réfugié, autre', XXX: 'Non connue' },
  de: { XXA: 'Staatenlos', XXB: 'Flüchtling', XXC: 'Flüchtling, sonstiger', XXX: 'Nicht bekannt' },
}

const nationName = (code: string, language: string): string => {
  const other = others[language.slice(0, 2)]?.[code]
  if (other) return other
  if (code === 'RKS') return countryName('XK', language)
  const named = countryName(code, language)
  return named === code ? (specialCodes[code]?.name ?? code) : named
}

const made = new Map<string, Choice[]>()
const nationsIn = (language: string): Choice[] => {
  const known = made.get(language)
  if (known) return known
  const collator = new Intl.Collator(language)
  const codes = [...new Set([...places.map(plainState), 'XXA', 'XXB', 'XXC', 'XXX'])]
  const all = codes
    .map((value): Choice => ({ value, label: nationName(value, language), hint: value, words: value }))
    .sort((a, b) => collator.compare(a.label, b.label))
  made.set(language, all)
  return all
}
