import './alerts.css'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { problemOf } from '#ui/call.ts'
import { formatDate, formatDateTime, remaining } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { useNow } from '#ui/now.ts'
import { usePageMarking, usePageTitle } from '#ui/page.ts'
import { ErrorPage, Facts, Failed, Notice, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline, MarkingTag, Sign } from '#ui/status.tsx'
import { kindRules } from '../kinds.ts'
import type { Alert } from '../model.ts'
import { AlertActs, TellAchieved } from './alert-acts.tsx'
import { Documents, Identities, Objects } from './alert-parts.tsx'
import { useKeeper } from './reach.ts'
import { calls } from './calls.ts'
import { KindSign, protective } from './cells.tsx'
import { History } from './history.tsx'
import { Links } from './links.tsx'
import { AchievedAnswers } from './achieved.tsx'
import { useWords } from './words.ts'

/** One alert: to the officer who meets the person or thing, what to do and whom it is about; to the bureaux the rest as well. */
export const AlertView = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('alert')}>
      <Found />
    </UnderPurpose>
  )
}

const Found = () => {
  const { t } = useWords()
  const { id = '' } = useParams({ strict: false })
  const alert = useQuery(calls.alerts.read.queryOptions({ input: { id }, retry: again }))
  if (alert.isPending) return <Skeleton lines={6} />
  if (alert.isError) {
    const problem = problemOf(alert.error)
    // A wrong address, an alert of others and one that has ended are the same to the reader: not there.
    if (problem && problem.status < 500) return <Gone id={id} />
    return (
      <>
        <PageHead title={t('alert')} />
        <Failed {...failedQuery(alert)} />
      </>
    )
  }
  return <View key={id} alert={alert.data} />
}

/** Of an alert that has ended its owner still reads what was done with it. */
const Gone = ({ id }: { id: string }) => {
  const { t } = useWords()
  const history = useQuery(calls.alerts.history.queryOptions({ input: { id }, retry: again }))
  if (history.isPending) return <Skeleton lines={3} />
  if (!history.data?.length) return <ErrorPage />
  return (
    <>
      <header className="item-head">
        <h1 tabIndex={-1}>{t('gone')}</h1>
        <p>{t('gone.text')}</p>
      </header>
      <History id={id} />
    </>
  )
}

/** Tries again what the line or the server failed; what was answered stays answered. */
const again = (count: number, error: unknown): boolean =>
  count < 2 && (problemOf(error)?.status ?? 500) >= 500

const View = ({ alert }: { alert: Alert }) => {
  const { t, owner, language } = useWords()
  const router = useRouter()
  const keeper = useKeeper()
  const actor = useMe()?.actor
  const rule = kindRules[alert.kind]
  const keeps = keeper.may && actor?.authority === alert.owner.id
  const isPerson = rule.subject === 'person'
  // The window's title is kept by the browser, so it carries the reference and no name.
  usePageTitle(alert.reference)
  usePageMarking(alert.marking, t(alert.mine ? 'band.mine' : 'band.alert', { owner: owner(alert.owner) }))
  const edit = `/alerts/${alert.id}/edit`
  useKeys({ e: { label: t('key.change'), run: () => void router.navigate({ href: edit }) } }, alert.mine)
  return (
    <article>
      <header className="item-head">
        <p className="item-line">
          <strong className="number">{alert.reference}</strong>
          <KindSign kind={alert.kind} />
          <span>{owner(alert.owner)}</span>
          {alert.list.name && <span>{alert.list.name}</span>}
          <MarkingTag marking={alert.marking} />
        </p>
        <h1 tabIndex={-1} translate="no">
          {alert.title || alert.reference}
        </h1>
        {alert.mine && <AlertActs alert={alert} />}
        {keeps && !alert.mine && <p className="hint">{t('keeper.other-purpose')}</p>}
      </header>
      <div className="columns" data-near>
        <div>
          <ActionToTake alert={alert} />
          {isPerson && <Identities identities={alert.identities} />}
          <Documents documents={alert.documents} person={isPerson} />
          <Objects objects={alert.objects} />
          <Ground alert={alert} />
          <AchievedAnswers alert={alert} />
          <Links alert={alert} />
          {keeps && <History id={alert.id} />}
        </div>
        <aside aria-label={t('alert.aside')}>
          {!alert.mine &&
            (actor?.competences.includes('screen') || actor?.competences.includes('alert')) &&
            // What one's unit told waits for its answer, and stands beside; it is told once.
            !alert.achieved.some(({ answeredAt }) => answeredAt === null) && <TellAchieved alert={alert} />}
          <Part title={t('validity')}>
            <Facts
              facts={[
                [t('valid-from'), formatDate(new Date(alert.validFrom), language)],
                [t('review-by'), <ReviewBy key="review" at={alert.reviewAt} />],
                ...(alert.expiresAt === alert.reviewAt
                  ? []
                  : ([[t('ends'), formatDate(new Date(alert.expiresAt), language)]] as [string, string][])),
                ...(alert.version === 1
                  ? []
                  : ([
                      [t('changed'), formatDateTime(new Date(alert.changedAt), language)],
                      [t('version'), String(alert.version)],
                    ] as [string, string][])),
              ]}
            />
            <p className="source">{t('validity.text')}</p>
          </Part>
          <Part title={t('legal-basis')}>
            <p>{alert.legalBasis}</p>
          </Part>
        </aside>
      </div>
    </article>
  )
}

/** The day of the review; how long there is, once its owner is warned of it. */
const ReviewBy = ({ at }: { at: string }) => {
  const { language } = useWords()
  const left = remaining(new Date(at), useNow())
  return left.kind === 'later' && left.days > 124 ? formatDate(new Date(at), language) : <Deadline due={at} />
}

/** The one thing that the officer at the desk needs, before anything else. */
const ActionToTake = ({ alert }: { alert: Alert }) => {
  const { t, language } = useWords()
  const { particulars } = alert
  return (
    <section
      className="to-do"
      data-protect={protective(alert.kind) ? '' : undefined}
      aria-labelledby="action-to-take"
    >
      <h2 id="action-to-take">
        <small>{t('action')}</small>
        {t(`action.${alert.action}`)}
      </h2>
      <p>{t.or(`action.${alert.action}.${alert.kind}`, t(`action.${alert.action}.text`))}</p>
      {alert.flags.length > 0 && (
        <ul className="to-do-flags" aria-label={t('flags')}>
          {alert.flags.map(flag => (
            <li key={flag}>
              <Sign kind="check">{t(`flag.${flag}`)}</Sign>
            </li>
          ))}
        </ul>
      )}
      {particulars.suspended && (
        <Notice kind="check" title={t('suspended')}>
          <p>{t('suspended.text')}</p>
        </Notice>
      )}
      {particulars.unionFamily && (
        <Notice kind="check" title={t('union-family')}>
          <p>{t('union-family.text')}</p>
        </Notice>
      )}
      {(particulars.departureUntil || particulars.entryBan) && (
        <p>
          {particulars.departureUntil &&
            t('departure-until', { day: formatDate(new Date(particulars.departureUntil), language) })}{' '}
          {particulars.entryBan && t('entry-ban')}
        </p>
      )}
      <p className="caption">{t('person-decides')}</p>
    </section>
  )
}

/** Why it stands: for the bureaux and the owner. */
const Ground = ({ alert }: { alert: Alert }) => {
  const { t, language } = useWords()
  const { ground, assessments } = alert
  if (!ground) return null
  return (
    <Part title={t('ground')} caption={t('ground.caption')}>
      <Facts
        facts={(
          [
            [t('field.ground.reason'), ground.reason],
            [t('field.ground.decision'), ground.decision],
            [t('field.ground.evidence'), ground.evidence],
            [t('field.ground.offence'), ground.offence],
            [t('field.ground.note'), ground.note],
          ] as [string, string][]
        ).filter(([, value]) => value !== '')}
      />
      {assessments.length > 0 && (
        <>
          <h3 className="part-sub">{t('assessments')}</h3>
          <ul className="rows">
            {assessments.map(each => (
              <li key={each.at}>
                <div>
                  <p className="said">{each.text}</p>
                  <span className="row-meta">
                    <span>{each.official.name}</span>
                    <span>{formatDateTime(new Date(each.at), language)}</span>
                    <span>{t('until', { day: formatDate(new Date(each.until), language) })}</span>
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
