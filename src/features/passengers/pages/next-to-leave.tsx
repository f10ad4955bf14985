import { formatDue } from '#ui/format.ts'
import { useNow, viewerZone } from '#ui/now.ts'
import { Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import type { Flight } from '../model.ts'
import { Countdown, Departs } from './cells.tsx'
import { useWords } from './words.ts'

const shown = 3

/** What an officer sees first: the next departure on which somebody still waits for a decision, and how long there is. */
export const NextToLeave = ({
  waiting,
  flights,
}: {
  waiting: readonly Flight[]
  flights: readonly Flight[]
}) => {
  const { t, language } = useWords()
  const now = useNow()
  const [first, ...others] = waiting
  const next = flights.find(
    ({ departsAt, state }) =>
      state !== 'cancelled' && departsAt !== null && Date.parse(departsAt) >= now.getTime(),
  )
  return (
    <Part title={t('next')} caption={t('next.caption')}>
      {first ? (
        <>
          <div className="next-flight">
            <p className="next-count">
              <Countdown at={first.departsAt} plain />
            </p>
            <div>
              <a className="row-title" href={`/passengers/flights/${first.id}`}>
                <span className="number">{first.number}</span> {first.from} – {first.to}
              </a>
              <span className="row-meta">
                <Sign kind="check">{t('review.waiting', { count: first.toReview })}</Sign>
                {first.departsAt && (
                  <time dateTime={first.departsAt}>
                    {formatDue(new Date(first.departsAt), now, language, viewerZone)}
                  </time>
                )}
              </span>
            </div>
            <a className="button" data-kind="primary" href={`/passengers/review?flight=${first.id}`}>
              {t('next.review', { flight: first.number })}
            </a>
          </div>
          {others.length > 0 && (
            <ul className="rows next-others">
              {others.slice(0, shown).map(flight => (
                <li key={flight.id}>
                  <div>
                    <a className="row-title" href={`/passengers/review?flight=${flight.id}`}>
                      <span className="number">{flight.number}</span> {flight.from} – {flight.to}
                    </a>
                    <span className="row-meta">
                      <span>{t('review.waiting', { count: flight.toReview })}</span>
                    </span>
                  </div>
                  <div>
                    <Departs flight={flight} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className="next-none">
          <Sign kind="done">{t('next.none')}</Sign>
          {next && (
            <span className="row-meta">
              <span>
                {t('next.departure', { flight: next.number, route: `${next.from} – ${next.to}` })}{' '}
                <Countdown at={next.departsAt} plain />
              </span>
            </span>
          )}
        </p>
      )}
    </Part>
  )
}
