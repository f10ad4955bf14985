import { addTexts, languageNow, loadedTexts, textOf, uiTexts } from './i18n.ts'

/** Translations of what the server says, by its English sentences; `{}` stands where a name or a figure does. */
type Said = Record<string, string>
type Load = () => Promise<{ texts: Said }>

let said: ReturnType<typeof addTexts<Said>> | undefined

/** Adds the translations: once, by whoever knows all features. */
export const addSaid = (fr: Load, de: Load): void => {
  said = addTexts<Said>('said', { en: {}, fr, de })
}

type Shape = { like: RegExp; words: string }
/** The sentences with a name or a figure in them, of the texts of each language. */
const shapes = new WeakMap<Said, readonly Shape[]>()

const shapesOf = (texts: Said): readonly Shape[] => {
  const known = shapes.get(texts) ?? madeShapes(texts)
  shapes.set(texts, known)
  return known
}

const madeShapes = (texts: Said): readonly Shape[] =>
  Object.entries(texts)
    .filter(([sentence]) => sentence.includes('{}'))
    .map(([sentence, words]) => ({
      like: new RegExp(
        `^${sentence
          .split('{}')
          .map(part => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
          .join('(.+)')}$`,
        's',
      ),
      words,
    }))

/** The translation of a whole sentence or word. */
const whole = (sentence: string): string | undefined => (said && textOf(said).or(sentence, '')) || undefined

/** The translation with its names and figures put in, in their order, or `{2}` for the second. */
const filled = (sentence: string): string | undefined => {
  for (const { like, words } of said ? shapesOf(loadedTexts(said)) : []) {
    const values = like.exec(sentence)?.slice(1)
    if (!values) continue
    let next = 0
    return words.replaceAll(/\{(\d?)\}/g, (_, which: string) => {
      const value = values[which ? Number(which) - 1 : next++] ?? ''
      return whole(value) ?? filled(value) ?? value
    })
  }
  return undefined
}

/**
 * A sentence of the server in the reader's language. One that is not translated is replaced by what its problem's code says;
 * without a code it stays as it is.
 */
export const sayInLanguage = (sentence: string, code?: string): string => {
  if (languageNow() === 'en' || sentence === '') return sentence
  const known = whole(sentence) ?? filled(sentence)
  if (known !== undefined) return known
  const ui = textOf(uiTexts)
  if (/^(Invalid|Too (big|small)|Unrecognized)/.test(sentence)) return ui('problem.unknown')
  return code ? ui.or(`fault.${code}`, sentence) : sentence
}
