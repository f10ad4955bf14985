import { useWords as useAlertWords, type Words as AlertWords } from '#features/alerts/pages/words.ts'
import { type Text, useText } from '#ui/i18n.ts'
import type { texts as en } from '../texts/en.ts'
import { hitTexts } from '../texts/hits.ts'

export interface Words {
  t: Text<typeof en>
  /** The words of alerts: kinds, actions, nations. */
  alerts: AlertWords
  language: string
}

/** The words of the screens of hits, with those of alerts beside them. */
export const useWords = (): Words => {
  const t = useText(hitTexts)
  const alerts = useAlertWords()
  return { t, alerts, language: alerts.language }
}
