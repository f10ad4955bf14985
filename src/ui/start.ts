import { config } from 'zod'
import { startLanguage } from './i18n.ts'

/**
 * Prepares the screens: call once and await before the first render. zod must not compile its checks with `eval`,
 * which the content security policy forbids; then the reader's language is fetched.
 */
export const startUi = async (): Promise<void> => {
  config({ jitless: true })
  await startLanguage()
}
