import { formatDate } from '#ui/format.ts'
import { Sign } from '#ui/status.tsx'
import type { AlertLine } from '../model.ts'
import type { Kind } from '../kinds.ts'
import { useWords } from './words.ts'

/** Kinds whose persons are looked for to be helped: the screens say “protect”, and nothing there is red. */
export const protective = (kind: Kind): boolean => kind === 'missing-person' || kind === 'vulnerable-person'

/** What an alert is about; for those who are to be protected, that first. */
export const KindSign = ({ kind }: { kind: Kind }) => {
  const { t } = useWords()
  return protective(kind) ? (
    <Sign kind="acting">
      {t('protect')} {t(`kind.${kind}`)}
    </Sign>
  ) : (
    <span>{t(`kind.${kind}`)}</span>
  )
}

/** An alert's name as the row's link, with what tells one person of this name from another beneath it. */
export const AlertTitle = ({ alert, beside = false }: { alert: AlertLine; beside?: boolean }) => {
  const { t, nation } = useWords()
  return (
    <>
      <a
        className="row-title"
        href={`/alerts/${alert.id}`}
        translate="no"
        {...(beside && { target: '_blank', rel: 'opener' })}
      >
        {alert.title || alert.reference}
      </a>
      <span className="row-meta">
        {alert.birth && <span className="number">{t('born', { birth: alert.birth })}</span>}
        {alert.nationalities.map(code => (
          <span key={code}>{nation(code)}</span>
        ))}
        {alert.sex && <span>{t.or(`sex.${alert.sex}`, alert.sex)}</span>}
        {alert.misused && <Sign kind="check">{t('misused.short')}</Sign>}
        <span className="number">{alert.reference}</span>
      </span>
    </>
  )
}

/** What is asked of an officer who meets the person or thing, in two or three words. */
export const ActionWords = ({ alert }: { alert: Pick<AlertLine, 'action' | 'kind' | 'flags'> }) => {
  const { t } = useWords()
  return (
    <>
      <strong>{t(`action.${alert.action}`)}</strong>
      <span className="row-meta">
        <KindSign kind={alert.kind} />
      </span>
      {alert.flags.length > 0 && (
        <span className="row-meta">
          {alert.flags.map(flag => (
            <Sign key={flag} kind="check">
              {t(`flag.${flag}`)}
            </Sign>
          ))}
        </span>
      )}
    </>
  )
}

/** Until when an alert stands, and whether its owner must look at it before. */
export const Until = ({ alert }: { alert: Pick<AlertLine, 'expiresAt' | 'due' | 'mine'> }) => {
  const { t, language } = useWords()
  const day = formatDate(new Date(alert.expiresAt), language)
  return alert.due && alert.mine ? (
    <>
      <Sign kind="soon">{t('due.review')}</Sign>
      <span className="row-meta">{t('until', { day })}</span>
    </>
  ) : (
    <span className="number">{day}</span>
  )
}
