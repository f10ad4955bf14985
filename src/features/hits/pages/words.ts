import { useWords as useAlertWords, type Words as AlertWords } from '#features/alerts/pages/words.ts'
import type { Kind } from '#features/alerts/kinds.ts'
import { type Text, useText } from '#ui/i18n.ts'
import type { texts as en } from '../texts/en.ts'
import { hitTexts } from '../texts/hits.ts'

export interface Words {
  t: Text<typeof en>
  /** The words of alerts: kinds, actions, nations. */
  alerts: AlertWords
  language: string
}

type Key = Parameters<Text<typeof en>>[0]

/** The words for a hit: about a person, or about a document or thing where its list is of those. */
export const wordsFor =
  (t: Text<typeof en>, { kind }: { kind: Kind }) =>
  (key: Key): string =>
    kind === 'document' || kind === 'vehicle' || kind === 'vessel' ? t.or(`thing.${key}`, t(key)) : t(key)

/** The words of the screens of hits, with those of alerts beside them. */
export const useWords = (): Words => {
  const t = useText(hitTexts)
  const alerts = useAlertWords()
  return { t, alerts, language: alerts.language }
}
