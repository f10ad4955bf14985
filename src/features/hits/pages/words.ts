import { useWords as useAlertWords, type Words as AlertWords } from '#features/alerts/pages/words.ts'
import type { Kind } from '#features/alerts/kinds.ts'
import { type Text, useText } from '#ui/i18n.ts'
import { type Deadline, type FormKind, formRules } from '../kinds.ts'
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

/** In which time a form is answered, and which article says so. */
export const answeredWithin = ({ t, alerts }: Words, kind: FormKind): string => {
  const words = ({ hours, source }: Deadline) => ({
    time: hours < 48 ? t('forms.hours', { hours }) : t('forms.days', { days: hours / 24 }),
    source: alerts.source(source),
  })
  const { answer, urgent } = formRules[kind]
  return [
    ...(answer ? [t('forms.within', words(answer))] : []),
    ...(urgent ? [t('forms.within.urgent', words(urgent))] : []),
  ].join('; ')
}

/** The words of the screens of hits, with those of alerts beside them. */
export const useWords = (): Words => {
  const t = useText(hitTexts)
  const alerts = useAlertWords()
  return { t, alerts, language: alerts.language }
}
