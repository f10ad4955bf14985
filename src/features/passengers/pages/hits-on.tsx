import { alertTexts } from '#features/alerts/texts/alerts.ts'
import type { RaisedHit } from '#features/hits/model.ts'
import { useText } from '#ui/i18n.ts'
import type { SignKind } from '#ui/icons.tsx'
import { Sign } from '#ui/status.tsx'
import { HitReasons } from './hit-reasons.tsx'
import { useWords, type Words } from './words.ts'

/** Where a hit stands, in words: an officer's verdict, or that it waits for one. */
export const hitStanding = (hit: RaisedHit, { t }: Words): { kind: SignKind; text: string } => {
  if (hit.suppressed) return { kind: 'noted', text: t('hit.known') }
  if (hit.verdict !== null)
    return { kind: hit.verdict === 'same' ? 'immediate' : 'noted', text: t(`hit.${hit.verdict}`) }
  if (hit.state === 'open' || hit.state === 'first') return { kind: 'check', text: t(`hit.${hit.state}`) }
  return { kind: 'waiting', text: t('hit.closed') }
}

/** The hits on a passenger, best first: what kind of list, what to do, and where the hit is compared and decided. */
export const HitsOn = ({ hits }: { hits: readonly RaisedHit[] }) => {
  const words = useWords()
  const { t } = words
  const alert = useText(alertTexts)
  if (hits.length === 0) return null
  return (
    <ul className="rows hits">
      {hits.map(hit => {
        const { kind, text } = hitStanding(hit, words)
        return (
          <li key={hit.id}>
            <div>
              <strong>{alert.or(`kind.${hit.kind}`, hit.kind)}</strong>
              <span className="row-meta">
                <span>{t(hit.band === 'strong' ? 'hit.strong' : 'hit.review')}</span>
                {hit.fourEyes && <span>{t('hit.four-eyes')}</span>}
              </span>
              <Sign kind={kind}>{text}</Sign>
              {hit.verdict !== 'not-the-same' && (
                <p>
                  {t(hit.verdict === 'same' ? 'hit.action.now' : 'hit.action')}{' '}
                  {alert.or(`action.${hit.action}`, hit.action)}
                </p>
              )}
              <HitReasons hit={hit.id} />
            </div>
            <a className="button" data-size="small" href={`/hits/${hit.id}`}>
              {t('hit.compare')}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
