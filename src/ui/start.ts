import { startLanguage } from './i18n.ts'
import './theme.ts'

/** Prepares the screens: call once and await before the first render. Fetches the reader's language, sets the theme. */
export const startUi = (): Promise<void> => startLanguage()
