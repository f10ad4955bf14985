import { createInstance, type FormatterModule } from 'i18next'
import { useSyncExternalStore } from 'react'
import { formatNumber } from './format.ts'
import { recall, remember } from './remember.ts'
import { texts as en } from './texts/en.ts'

/** Languages the screens speak, in the order of the Union's languages. */
export const languages = ['de', 'en', 'fr'] as const
export type Language = (typeof languages)[number]

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Texts = Record<string, string>
/** The keys of a set of texts; of `row_one` and `row_other`, also plain `row`. */
export type TextKey<E extends Texts> = {
  [K in keyof E & string]: K extends `${infer Base}_${Plural}` ? Base | K : K
}[keyof E & string]
/** A complete translation of `E`: a missing key does not compile. */
export type Translation<E extends Texts> = { [K in keyof E]: string }
type Load<E extends Texts> = () => Promise<{ texts: Translation<E> }>

/** What `addTexts` gives back and `useText` takes. */
export interface TextSet<E extends Texts> {
  namespace: string
  en: E
}

/** Speaks one set of texts. Numbers come out with thin spaces; `count` chooses the plural. */
export interface Text<E extends Texts> {
  (key: TextKey<E>, values?: Record<string, string | number>): string
  /** For keys made at run time: the text if there is one, else the fallback. */
  or: (key: string, fallback: string, values?: Record<string, string | number>) => string
}

const i18n = createInstance()
// Numbers in a text are written as everywhere on the screens; plurals still see the number itself.
void i18n.use({
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format: string | undefined, language: string | undefined) =>
    typeof value === 'number' ? formatNumber(value, language ?? 'en') : String(value),
} satisfies FormatterModule)
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  returnNull: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false, alwaysFormat: true },
})

const loaders = new Map<string, Record<'fr' | 'de', Load<Texts>>>()

// French has a plural for millions; where a text gives none, the usual plural serves.
const withMany = (texts: Texts): Texts => {
  const more: Texts = {}
  for (const [key, value] of Object.entries(texts))
    if (key.endsWith('_other')) more[key.replace(/_other$/, '_many')] = value
  return { ...more, ...texts }
}

/**
 * French parts tall signs and quotation marks from their words by a space, at which no line may break: a thin one (U+202F) before
 * `?`, `!` and `;`, a whole one (U+00A0) before `:` and inside « ». The texts are written with the space of the keyboard.
 */
const unbroken = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, words]) => [
      key,
      words
        .replaceAll(/[ \u00a0](?=[?!;])/g, '\u202f')
        .replaceAll(/[ \u202f](?=[:»])/g, '\u00a0')
        .replaceAll('« ', '«\u00a0'),
    ]),
  )

const load = async (namespace: string, language: string): Promise<void> => {
  if (language === 'en' || i18n.hasResourceBundle(language, namespace)) return
  const loader = loaders.get(namespace)?.[language as 'fr' | 'de']
  if (!loader) return
  const { texts } = await loader()
  i18n.addResourceBundle(language, namespace, withMany(language === 'fr' ? unbroken(texts) : texts))
}

/** The texts of one part as the language of the moment has them; none before they are fetched. */
export const loadedTexts = <E extends Texts>({ namespace }: TextSet<E>): Texts =>
  (i18n.getResourceBundle(i18n.language, namespace) as Texts | undefined) ?? none
const none: Texts = {}

/**
 * Adds a part's own texts. English is bundled; French and German are fetched when first needed.
 * Each file of texts exports `texts`, flat, with keys such as `title` or `rows_one` / `rows_other`.
 */
export const addTexts = <const E extends Texts>(
  namespace: string,
  { en, fr, de }: { en: E; fr: Load<E>; de: Load<E> },
): TextSet<E> => {
  i18n.addResourceBundle('en', namespace, en)
  loaders.set(namespace, { fr: fr, de: de })
  void load(namespace, i18n.language)
  return { namespace, en }
}

export const uiTexts = addTexts('ui', {
  en,
  fr: () => import('./texts/fr.ts'),
  de: () => import('./texts/de.ts'),
})

type Raw = (key: string, values?: Record<string, unknown>) => string

const speaker = <E extends Texts>(raw: Raw): Text<E> => {
  const speak = (key: string, values?: Record<string, string | number>) => raw(key, values)
  return Object.assign(speak as unknown as Text<E>, {
    or: (key: string, fallback: string, values?: Record<string, string | number>) =>
      raw(key, { ...values, defaultValue: fallback }),
  })
}

// One speaker for all that show a part's texts, until the language or the texts change: a table of thousands asks for it in
// every cell, and what a hook makes anew for each of them costs more than the cells.
const speakers = new Map<string, Text<Texts>>()
const watchers = new Set<() => void>()
const heard = () => {
  speakers.clear()
  for (const watcher of watchers) watcher()
}
i18n.on('languageChanged', heard)
i18n.store.on('added', heard)
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
const speakerOf = (namespace: string): Text<Texts> => {
  const known = speakers.get(namespace) ?? speaker(i18n.getFixedT(null, namespace) as unknown as Raw)
  speakers.set(namespace, known)
  return known
}

/** The texts of one part in the reader's language, for a component. Without an argument: the texts of `ui`. */
export function useText(): Text<typeof en>
export function useText<E extends Texts>(set: TextSet<E>): Text<E>
export function useText(set: TextSet<Texts> = uiTexts): Text<Texts> {
  const now = () => speakerOf(set.namespace)
  return useSyncExternalStore(watch, now, now)
}

/** The same outside components, in the language of the moment. */
export const textOf = <E extends Texts>(set: TextSet<E>): Text<E> =>
  speaker(i18n.getFixedT(null, set.namespace) as unknown as Raw)

/** The reader's language, watched. */
export const useLanguage = (): Language => useSyncExternalStore(watch, () => i18n.language as Language)

/** The language of the moment, outside components. */
export const languageNow = (): Language => i18n.language as Language

/** Fetches the texts, then switches. What is typed stays: nothing is mounted anew. */
export const setLanguage = async (language: Language): Promise<void> => {
  await Promise.all([...loaders.keys()].map(namespace => load(namespace, language)))
  await i18n.changeLanguage(language)
  remember('language', language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code)

/** The remembered language, else the browser's first that we speak, else English. Call once before the first render. */
export const startLanguage = async (): Promise<void> => {
  const wished = [recall('language') ?? '', ...navigator.languages.map(tag => tag.slice(0, 2))].find(
    isLanguage,
  )
  if (wished && wished !== 'en') await setLanguage(wished).catch(() => undefined)
}
