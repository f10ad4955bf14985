import { useMemo } from 'react'
import { countryCode, countryName } from '#ui/format.ts'
import { type Language, type Text, useLanguage, useText } from '#ui/i18n.ts'
import type { texts as en } from '../texts/en.ts'
import { passengerTexts } from '../texts/passengers.ts'

export type PassengerText = Text<typeof en>

/** The closed lists that have words of their own in `texts/codes-*.ts`. */
type List =
  | 'standing'
  | 'flight'
  | 'kind'
  | 'source'
  | 'sex'
  | 'message'
  | 'channel'
  | 'severity'
  | 'answer'
  | 'check'

export interface Words {
  t: PassengerText
  language: Language
  /** The word for a code of a closed list. */
  code: (list: List, value: string) => string
  /** `TR Türkiye`, from a code of three letters; `–` where there is none. */
  country: (code: string | null) => string
}

/** The words of these screens in the reader's language. */
export const useWords = (): Words => {
  const t = useText(passengerTexts)
  const language = useLanguage()
  // The same object as long as the language is the same: what is made of it need not be made anew.
  return useMemo(
    () => ({
      t,
      language,
      code: (list, value) => t.or(`${list}.${value}`, value),
      country: code => (code === null ? '–' : `${countryCode(code)} ${countryName(code, language)}`),
    }),
    [t, language],
  )
}

/** How somebody is called in a list; a name that was never given, or is masked, is said so. */
export const nameOf = (
  t: PassengerText,
  { family, given }: { family: string | null; given: string | null },
) => [family, given].filter(Boolean).join(', ') || t('name.none')
