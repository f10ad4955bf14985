import { addTexts, type Text, useLanguage, useText } from '#ui/i18n.ts'
import { countryCode, countryName } from '#ui/format.ts'
import type { Choice } from '#ui/token-field.tsx'
import { borderTypes, documentFrauds, documentTypes, meansOfTransport, trends } from '#vocabulary/border.ts'
import { noStates, places } from '#vocabulary/country.ts'
import { routes } from '#vocabulary/route.ts'
import { shownState } from '#vocabulary/state.ts'
import { triggers } from '../content.ts'
import type { UnitName } from '../model.ts'
import { texts as en } from '../texts/en.ts'

/** The words of the warnings' screens. */
export const warningTexts = addTexts('warnings', {
  en,
  fr: () => import('../texts/fr.ts'),
  de: () => import('../texts/de.ts'),
})
export type WarningText = Text<typeof en>

/** Closed lists that have words of their own. */
const lists = {
  trigger: triggers,
  border: borderTypes,
  transport: meansOfTransport,
  document: documentTypes,
  fraud: documentFrauds,
  trend: trends,
  route: routes.map(({ code }) => code),
} as const
export type List = keyof typeof lists

export interface Words {
  t: WarningText
  language: string
  /** The word for a code of a closed list. */
  code: (list: List | 'reliability' | 'credibility' | 'status', value: string) => string
  /** `EL Greece`, from a country's or a State's code. */
  country: (code: string) => string
  countryShort: (code: string) => string
  /** `Greece`, for sentences. */
  countryOnly: (code: string) => string
  /** `HR · National contact point`, for those who may know the unit's name. */
  unit: (unit: UnitName) => string
  choices: (list: List) => Choice[]
  countries: () => Choice[]
}

export const useWords = (): Words => {
  const t = useText(warningTexts)
  const language = useLanguage()
  const code: Words['code'] = (list, value) => t.or(`${list}.${value}`, value)
  const country = (value: string) => `${countryCode(value)} ${countryName(value, language)}`
  return {
    t,
    language,
    code,
    country,
    countryShort: countryCode,
    countryOnly: value => countryName(value, language),
    unit: ({ state, name, authority }) => `${shownState(state)} · ${name ?? authority ?? t('unit.unlisted')}`,
    choices: list => lists[list].map(value => ({ value, label: code(list, value) })),
    countries: () => countriesIn(language),
  }
}

const made = new Map<string, Choice[]>()
/** Every country by name, and what stands for none, in the reader's alphabet. */
const countriesIn = (language: string): Choice[] => {
  const known = made.get(language)
  if (known) return known
  const collator = new Intl.Collator(language)
  const choice = (code: string): Choice => ({
    value: code,
    label: countryName(code, language),
    hint: countryCode(code),
    words: `${code} ${countryCode(code)}`,
  })
  const all = [
    ...places.map(choice).sort((a, b) => collator.compare(a.label, b.label)),
    ...noStates.map(choice),
  ]
  made.set(language, all)
  return all
}
