import '#features/alerts/pages/alerts.css'
import './hits.css'
import { useQuery } from '@tanstack/react-query'
import { showScore } from '#core/match/bands.ts'
import { failedQuery } from '#features/access/pages/calls.ts'
import type { Question } from '#features/alerts/match.ts'
import { Ask } from '#features/alerts/pages/ask.tsx'
import { formatDateTime } from '#ui/format.ts'
import { usePageMarking } from '#ui/page.ts'
import { Failed, Notice, Part, Skeleton } from '#ui/parts.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import type { HeldHit } from '../model.ts'
import { calls } from './calls.ts'
import { AboutAlert, HitTitle, StandingSign } from './cells.tsx'
import { useWords, wordsFor } from './words.ts'

/** A person asks what is held about them: the alerts of one's State and the hits, by one question. */
export const HeldAbout = () => {
  const { t } = useWords()
  return (
    <Ask
      title={t('held')}
      text={t('held.text')}
      purposes={['request-of-the-person']}
      also={(question, at) => <Held key={at.getTime()} question={question} at={at} />}
    />
  )
}

const Held = ({ question, at }: { question: Question; at: Date }) => {
  const { t } = useWords()
  const { queryKey, queryFn } = calls.hits.held.queryOptions({ input: question })
  // Each asking goes into the record, so nothing is asked again by itself.
  const held = useQuery({
    queryKey: [...queryKey, at.getTime()],
    queryFn,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  usePageMarking(
    held.data?.length ? highestMarking(held.data.map(each => each.hit.marking)) : null,
    t('band'),
  )
  return (
    <Part title={t('held.hits')} count={held.data?.length} caption={t('held.caption')}>
      {held.isError ? (
        <Failed {...failedQuery(held)} />
      ) : !held.data ? (
        <Skeleton lines={3} />
      ) : held.data.length === 0 ? (
        <Notice kind="done" title={t('held.none')}>
          <p>{t('held.none.text')}</p>
        </Notice>
      ) : (
        <>
          {held.data.some(({ hit }) => hit.owner.state !== hit.executing.state) && (
            <p className="hint">{t('held.consult')}</p>
          )}
          <ol className="rows">
            {held.data.map(each => (
              <One key={each.hit.id} held={each} />
            ))}
          </ol>
        </>
      )}
    </Part>
  )
}

const One = ({ held: { hit, score, by, reviews } }: { held: HeldHit }) => {
  const words = useWords()
  const { t, language } = words
  return (
    <li>
      <div>
        <HitTitle hit={hit} />
        <p className="row-meta">
          <span>{t('raised', { when: formatDateTime(new Date(hit.raisedAt), language) })}</span>
          <span>
            {by === 'mark' ? t('held.by.mark') : t('held.by.likeness', { score: showScore(score) })}
          </span>
        </p>
        {reviews.map(({ verdict, reason, at }) => (
          <p key={at} className="said">
            <strong>{wordsFor(t, hit)(`verdict.${verdict}`)}</strong> {reason ?? t('said.gone')}{' '}
            <span className="muted">{formatDateTime(new Date(at), language)}</span>
          </p>
        ))}
      </div>
      <div>
        <AboutAlert hit={hit} />
        <StandingSign hit={hit} />
      </div>
    </li>
  )
}
