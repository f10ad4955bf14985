import { addTexts } from '#ui/i18n.ts'
import { texts } from './en.ts'

export const passengerTexts = addTexts('passengers', {
  en: texts,
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
})
