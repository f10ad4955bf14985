import { addTexts } from '#ui/i18n.ts'

/**
 * What findings say in other languages, by their codes; English is the sentence that comes with each (`core/edifact/finding.ts`).
 * `value.…` are the words that a sentence may have for its place, by their English.
 */
export const findingTexts = addTexts<Record<string, string>>('findings', {
  en: {},
  fr: () => import('./findings-fr.ts'),
  de: () => import('./findings-de.ts'),
})
