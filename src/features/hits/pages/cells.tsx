import { protective } from '#features/alerts/pages/cells.tsx'
import { Sign } from '#ui/status.tsx'
import type { HitLine } from '../model.ts'
import { useWords, wordsFor } from './words.ts'

/** Where a hit stands: what it waits for, or what people decided. */
export const StandingSign = ({ hit }: { hit: HitLine }) => {
  const { t } = useWords()
  if (hit.suppressed) return <Sign kind="noted">{t('closed.known')}</Sign>
  if (hit.state === 'closed')
    return (
      <Sign kind="waiting">{hit.closedBecause ? t(`closed.${hit.closedBecause}`) : t('state.closed')}</Sign>
    )
  if (hit.state === 'decided' && hit.verdict)
    return (
      <Sign kind={hit.verdict === 'cannot-tell' ? 'check' : 'done'}>
        {wordsFor(t, hit)(`verdict.${hit.verdict}`)}
      </Sign>
    )
  if (hit.state === 'first')
    return (
      <>
        <Sign kind="soon">{t('state.first')}</Sign>
        {hit.disagreed && <span className="row-meta">{t('disagreed')}</span>}
      </>
    )
  return <Sign kind="waiting">{t('state.open')}</Sign>
}

/** The person as screened, with what the alert is about. */
export const HitTitle = ({ hit }: { hit: HitLine }) => {
  const { t, alerts } = useWords()
  return (
    <>
      <a className="row-title" href={`/hits/${hit.id}`} translate={hit.name ? 'no' : undefined}>
        {hit.name || t('forgotten')}
      </a>
      <span className="row-meta">
        {hit.birth && <span className="number">{alerts.t('born', { birth: hit.birth })}</span>}
        {hit.nationality && <span>{alerts.nation(hit.nationality)}</span>}
        <span>{t(`subject.${hit.subjectKind}`)}</span>
        {hit.fourEyes && <span>{alerts.t('list.four-eyes')}</span>}
        {(hit.forms.open > 0 || hit.forms.late > 0) && (
          <Sign kind={hit.forms.late > 0 ? 'late' : 'waiting'}>
            {t(hit.forms.late > 0 ? 'forms.late' : 'forms.open', {
              count: hit.forms.late > 0 ? hit.forms.late : hit.forms.open,
            })}
          </Sign>
        )}
      </span>
    </>
  )
}

/** What the alert is about and whose it is. */
export const AboutAlert = ({ hit }: { hit: HitLine }) => {
  const { alerts } = useWords()
  const kind = alerts.t(`kind.${hit.kind}`)
  return (
    <>
      {protective(hit.kind) ? (
        <Sign kind="acting">
          {alerts.t('protect')} {kind}
        </Sign>
      ) : (
        kind
      )}
      <span className="row-meta">{alerts.owner(hit.owner)}</span>
    </>
  )
}
