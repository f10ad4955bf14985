import '#features/alerts/pages/alerts.css'
import './hits.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import type { AlertObject } from '#features/alerts/content.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { Comparison, type Side } from '#features/alerts/pages/comparison.tsx'
import { KindSign } from '#features/alerts/pages/cells.tsx'
import { sideOf } from '#features/alerts/pages/matches.tsx'
import { objectText } from '#features/alerts/pages/parts-text.ts'
import { useKeeper } from '#features/alerts/pages/reach.ts'
import { showScore } from '#core/match/bands.ts'
import { problemOf } from '#ui/call.ts'
import { formatDateTime } from '#ui/format.ts'
import { usePageMarking, usePageTitle } from '#ui/page.ts'
import { ErrorPage, Facts, Failed, Notice, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline, MarkingTag, Sign } from '#ui/status.tsx'
import type { Hit, Subject } from '../model.ts'
import { reasonsInWords } from '../reasons.ts'
import { calls } from './calls.ts'
import { StandingSign } from './cells.tsx'
import { FormsThread } from './forms-thread.tsx'
import { Misused } from './misused.tsx'
import { Steps, VerdictBox } from './verdict-box.tsx'
import { useWords, wordsFor } from './words.ts'

/** One hit: the person beside the alert, and the box in which a person decides. */
export const HitView = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('hit')}>
      <Found />
    </UnderPurpose>
  )
}

const Found = () => {
  const { t } = useWords()
  const { id = '' } = useParams({ strict: false })
  const hit = useQuery(
    calls.hits.read.queryOptions({
      input: { id },
      retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
    }),
  )
  if (hit.isPending) return <Skeleton lines={6} />
  if (hit.isError) {
    const problem = problemOf(hit.error)
    if (problem && problem.status < 500) return <ErrorPage />
    return (
      <>
        <PageHead title={t('hit')} />
        <Failed {...failedQuery(hit)} />
      </>
    )
  }
  return <View key={id} hit={hit.data} />
}

const subjectName = ({ full, family, given }: Subject): string =>
  full || [family, given].filter(Boolean).join(', ')

const screenedSide = (subject: Subject): Side => ({
  name: subjectName(subject),
  birth: subject.birth,
  nationalities: subject.nationality ? [subject.nationality] : [],
  sex: subject.sex,
  documents: subject.documents.map(({ number }) => number),
})

const View = ({ hit }: { hit: Hit }) => {
  const { t, alerts, language } = useWords()
  const actor = useMe()?.actor
  const keeper = useKeeper()
  // Who is like the victim of a misused identity may be the victim: that is asked before anything is compared.
  const victim = hit.alert?.identity?.kind === 'misused'
  const misused = <Misused hit={hit} owner={keeper.now && actor?.authority === hit.owner.id} />
  // The window's title is kept by the browser, so it carries no name.
  usePageTitle(t('hit'))
  usePageMarking(hit.marking, t('band'))
  return (
    <article>
      <Steps hit={hit} />
      <header className="item-head">
        <p className="item-line">
          <StandingSign hit={hit} />
          <span>{t(`subject.${hit.subjectKind}`)}</span>
          <span>{t('raised', { when: formatDateTime(new Date(hit.raisedAt), language) })}</span>
          {hit.fourEyes && <Sign kind="check">{alerts.t('list.four-eyes')}</Sign>}
          {hit.mine && hit.dueAt && hit.state !== 'decided' && <Deadline due={hit.dueAt} />}
          <MarkingTag marking={hit.marking} />
        </p>
        <h1 tabIndex={-1} translate={hit.name ? 'no' : undefined}>
          {hit.name || t('forgotten')}
        </h1>
        <p>
          <strong>{t('machine-found')}</strong>{' '}
          {(hit.state === 'open' || hit.state === 'first') && wordsFor(t, hit)('nothing-happens')}
        </p>
        {hit.mine && hit.state !== 'decided' && (
          <button
            type="button"
            className="link to-verdict"
            onClick={() => {
              const heading = document.getElementById('verdict')
              heading?.scrollIntoView({ block: 'start' })
              heading?.parentElement?.querySelector('input')?.focus({ preventScroll: true })
            }}
          >
            {t('to-verdict')}
          </button>
        )}
      </header>
      <div className="columns hit-columns" data-near>
        <div>
          {victim && misused}
          <Beside hit={hit} />
          {hit.alert && <IfItIs hit={hit} />}
          <Reviews hit={hit} />
          {!victim && misused}
        </div>
        <aside aria-label={t('verdict')}>
          <VerdictBox hit={hit} />
          <Part title={t('facts')}>
            <Facts
              facts={[
                [
                  t('column.due'),
                  hit.dueAt ? (
                    <Deadline
                      key="due"
                      due={hit.dueAt}
                      met={hit.state === 'decided' || hit.state === 'closed'}
                    />
                  ) : (
                    t('no-hour')
                  ),
                ],
                [t('owner'), alerts.owner(hit.owner)],
                [t('executing'), alerts.owner(hit.executing)],
                ...(hit.alert
                  ? ([
                      [
                        alerts.t('alert'),
                        <a key="alert" href={`/alerts/${hit.alert.id}`}>
                          {hit.alert.reference}
                        </a>,
                      ],
                    ] as [string, React.ReactNode][])
                  : []),
              ]}
            />
          </Part>
        </aside>
        {/* Beneath the verdict where there is one column: what the bureaux write each other is not what an officer decides by. */}
        <div>
          <FormsThread hit={hit} keeper={keeper} />
        </div>
      </div>
    </article>
  )
}

/** The person and the alert side by side, with each reason in words beneath. */
const Beside = ({ hit }: { hit: Hit }) => {
  const { t, alerts } = useWords()
  const sentences = reasonsInWords(hit.reasons)
  return (
    <Part
      title={t('beside')}
      caption={
        <>
          {t(`band.${hit.band}`)} {hit.score < 1 && <span className="number">({showScore(hit.score)})</span>}
        </>
      }
    >
      {hit.knownNotTheSame && !hit.knownNotTheSame.withdrawnAt && (
        <Notice kind="done" title={t('known.here')}>
          <p>{hit.knownNotTheSame.reason ?? t('said.gone')}</p>
        </Notice>
      )}
      {hit.withheld ? (
        <Withheld hit={hit} />
      ) : hit.reasons.length === 0 ? (
        <p>{t('compared.gone')}</p>
      ) : (
        <>
          <Comparison
            label={t('beside')}
            askedLabel={wordsFor(t, hit)('screened')}
            alertLabel={alerts.t('compare.alert')}
            asked={screenedSide(hit.subject)}
            alert={sideOf(hit.alert?.identity ?? null, hit.alert?.documents ?? [])}
            reasons={hit.reasons}
          />
          <details className="in-words">
            <summary>{t('in-words')}</summary>
            <ul>
              {sentences.map(sentence => (
                <li key={sentence.key}>
                  {t.or(sentence.key, sentence.key, sentence.values)}
                  {sentence.parts.length > 0 && (
                    <ul>
                      {sentence.parts.map((part, index) => (
                        <li key={index}>{t.or(part.key, part.key, part.values)}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {hit.alert && <Things objects={hit.alert.objects} />}
      {hit.alert && hit.alert.others.length > 0 && (
        <details className="in-words">
          <summary>{t('others', { count: hit.alert.others.length })}</summary>
          <ul>
            {hit.alert.others.map(other => (
              <li key={other.number}>
                <span translate="no">{sideOf(other, []).name}</span>{' '}
                <span className="caption">
                  {[alerts.t(`identity.${other.kind}`), other.birth].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!hit.alert && !hit.withheld && <p>{t('alert.gone')}</p>}
    </Part>
  )
}

/** The person alone: with what they were compared is not the reader's to read. */
const Withheld = ({ hit: { subject } }: { hit: Hit }) => {
  const { t, alerts } = useWords()
  const { name, birth, nationalities, sex, documents } = screenedSide(subject)
  const facts: [string, string | null][] = [
    [alerts.t('compare.name'), name],
    [alerts.t('compare.birth'), birth],
    [alerts.t('compare.nationality'), nationalities.map(alerts.nation).join(', ')],
    [alerts.t('compare.sex'), sex && alerts.t.or(`sex.${sex}`, sex)],
    [alerts.t('compare.document'), documents.join(', ')],
  ]
  return (
    <>
      <Facts facts={facts.filter(([, value]) => value)} />
      <p>{t('compared.withheld')}</p>
    </>
  )
}

/** The vehicle or vessel of the alert, as it is to be known by. */
const Things = ({ objects }: { objects: readonly AlertObject[] }) => {
  const { alerts } = useWords()
  return objects.length === 0 ? null : (
    <ul className="rows">
      {objects.map((each, index) => (
        <li key={index}>
          <div>
            <strong translate="no">{objectText(each)}</strong>
            {each.country && <span className="row-meta">{alerts.nation(each.country)}</span>}
          </div>
          <span>{alerts.t(`object.${each.type}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What is asked of the officer, and no more: why stands with the bureaux. */
const IfItIs = ({ hit }: { hit: Hit }) => {
  const { t, alerts } = useWords()
  const { alert, kind } = hit
  if (!alert) return null
  const decided = hit.state === 'decided' && hit.verdict === 'same'
  return (
    <Part title={decided ? t('it-is') : wordsFor(t, hit)('if-it-is')} caption={<KindSign kind={kind} />}>
      <p className="asked-of-you" data-decided={decided ? '' : undefined}>
        <strong>{alerts.t(`action.${alert.action}`)}</strong>
      </p>
      <p className="said">
        {alerts.t.or(`action.${alert.action}.${kind}`, alerts.t(`action.${alert.action}.text`))}
      </p>
      {alert.flags.length > 0 && (
        <ul className="to-do-flags" aria-label={alerts.t('flags')}>
          {alert.flags.map(flag => (
            <li key={flag}>
              <Sign kind="check">{alerts.t(`flag.${flag}`)}</Sign>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** What people said, each with their reason; and what was said before about the same person. */
const Reviews = ({ hit }: { hit: Hit }) => {
  const { t, alerts, language } = useWords()
  if (hit.reviews.length === 0 && hit.earlier.length === 0)
    return hit.fourEyes ? (
      <Part title={t('reviews')} count={0}>
        <p>{t('four-eyes.none')}</p>
      </Part>
    ) : null
  return (
    <Part title={t('reviews')} count={hit.reviews.length}>
      {hit.disagreed && (
        <Notice kind="check" title={t('disagreed')}>
          <p>{t('disagreed.text')}</p>
        </Notice>
      )}
      <ol className="rows">
        {hit.reviews.map(review => (
          <li key={review.id}>
            <div>
              <strong>{wordsFor(t, hit)(`verdict.${review.verdict}`)}</strong>
              <p className="said">{review.reason ?? t('said.gone')}</p>
              <span className="row-meta">
                {hit.fourEyes && <span>{t(`place.${review.place}`)}</span>}
                <span>{[review.official.name, review.unit.name].filter(Boolean).join(', ')}</span>
                <span>{formatDateTime(new Date(review.at), language)}</span>
                {review.rememberMonths !== null && review.verdict === 'not-the-same' && (
                  <span>{t('remembered', { count: review.rememberMonths })}</span>
                )}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {/* To those whose turn it is, or was, the box beside says so. */}
      {hit.fourEyes && hit.state === 'first' && !hit.mine && !hit.waitsForAnother && (
        <p>{t('four-eyes.needed')}</p>
      )}
      {hit.earlier.length > 0 && (
        <>
          <h3 className="part-sub">{wordsFor(t, hit)('earlier')}</h3>
          <ul className="rows">
            {hit.earlier.map(each => (
              <li key={each.hit}>
                <div>
                  <a className="row-title" href={`/hits/${each.hit}`}>
                    {wordsFor(t, hit)(`verdict.${each.verdict}`)}
                  </a>
                  <p className="said">{each.reason ?? t('said.gone')}</p>
                  <span className="row-meta">{formatDateTime(new Date(each.at), alerts.language)}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
