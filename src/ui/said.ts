import { addTexts, languageNow, textOf, uiTexts } from './i18n.ts'

/** Translations of what the server says, by its English sentences. */
type Said = Record<string, string>

let said: ReturnType<typeof addTexts<Said>> | undefined

/** Adds the translations: once, by whoever knows all features. */
export const addSaid = (fr: () => Promise<{ texts: Said }>, de: () => Promise<{ texts: Said }>): void => {
  said = addTexts<Said>('said', { en: {}, fr, de })
}

/**
 * A sentence of the server in the reader's language. One that is not translated, because it carries a name or a figure, is
 * replaced by what its problem's code says; without a code it stays as it is.
 */
export const sayInLanguage = (sentence: string, code?: string): string => {
  if (languageNow() === 'en' || sentence === '') return sentence
  const ui = textOf(uiTexts)
  const otherwise = /^(Invalid|Too (big|small)|Unrecognized)/.test(sentence)
    ? ui('problem.unknown')
    : code
      ? ui.or(`fault.${code}`, sentence)
      : sentence
  return said ? textOf(said).or(sentence, otherwise) : otherwise
}
