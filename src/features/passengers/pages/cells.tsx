import { formatDate, formatDateTime, formatDue, formatTime, remaining } from '#ui/format.ts'
import { useText } from '#ui/i18n.ts'
import type { SignKind } from '#ui/icons.tsx'
import { useNow, viewerZone } from '#ui/now.ts'
import { Sign, spanText } from '#ui/status.tsx'
import type { Check, Flight, Passenger, Standing, Told } from '../model.ts'
import { useWords } from './words.ts'

/** Within so many hours of departure time is short. */
export const soonHours = 3

/** `In 54 min` or `Left 3 h ago`; a clock where it is soon. */
export const Countdown = ({ at, plain = false }: { at: string | null; plain?: boolean }) => {
  const { t } = useWords()
  const ui = useText()
  const now = useNow()
  if (at === null) return <span className="muted">{t('departs.unknown')}</span>
  const left = remaining(new Date(at), now, soonHours)
  const span = spanText(ui, left)
  if (left.kind === 'late') return <span className="muted">{t('departs.left', { span })}</span>
  const text = ui('due.in', { span })
  return left.kind === 'soon' && !plain ? <Sign kind="soon">{text}</Sign> : text
}

/** The countdown with date, UTC and the viewer's own clock beneath it. */
export const Departs = ({
  flight,
}: {
  flight: Pick<Flight, 'departsAt'> & { departsLocal?: string | null }
}) => {
  const { t, language } = useWords()
  const now = useNow()
  const { departsAt, departsLocal } = flight
  return (
    <>
      <Countdown at={departsAt} />
      <span className="row-meta">
        {departsAt ? (
          <time dateTime={departsAt}>{formatDue(new Date(departsAt), now, language, viewerZone)}</time>
        ) : (
          departsLocal && <span>{t('departs.local', { time: departsLocal.replace('T', ' ') })}</span>
        )}
      </span>
    </>
  )
}

export const Moment = ({ at }: { at: string | null }) => {
  const { language } = useWords()
  if (at === null) return <span className="muted">–</span>
  const when = new Date(at)
  return (
    <time dateTime={at}>
      {formatDate(when, language, 'day')} {formatTime(when, language)}
    </time>
  )
}

/** When something is deleted, with the date in full. */
export const DeletedAt = ({ at }: { at: string }) => {
  const { t, language } = useWords()
  return <time dateTime={at}>{t('deleted-by', { when: formatDateTime(new Date(at), language) })}</time>
}

const stateSigns: Record<Flight['state'], SignKind | null> = {
  expected: 'waiting',
  late: 'late',
  received: 'noted',
  closed: 'done',
  cancelled: null,
}

export const StateSign = ({ state }: { state: Flight['state'] }) => {
  const { code } = useWords()
  const kind = stateSigns[state]
  const word = code('flight', state)
  return kind ? <Sign kind={kind}>{word}</Sign> : <span className="muted">{word}</span>
}

export const standingSigns: Record<Standing, SignKind> = {
  board: 'done',
  selectee: 'check',
  'no-board': 'stop',
}

export const StandingSign = ({ standing }: { standing: Standing }) => {
  const { code } = useWords()
  return <Sign kind={standingSigns[standing]}>{code('standing', standing)}</Sign>
}

const checkSigns: Record<Check['severity'], SignKind> = {
  alarm: 'immediate',
  warning: 'priority',
  note: 'routine',
}

/** What is wrong with the documents, the worst first, in words. */
export const Checks = ({ checks, numbered = false }: { checks: readonly Check[]; numbered?: boolean }) => {
  const { t, code } = useWords()
  const weight = { alarm: 0, warning: 1, note: 2 }
  return (
    <ul className="checks">
      {checks
        .toSorted((a, b) => weight[a.severity] - weight[b.severity])
        .map(check => (
          <li key={`${check.code} ${check.document ?? ''}`}>
            <Sign kind={checkSigns[check.severity]}>
              {code('check', check.code)}
              {numbered && check.document !== null && ` (${t('document.nth', { n: check.document })})`}
            </Sign>
          </li>
        ))}
    </ul>
  )
}

/** Something is new since an officer decided: about what was announced, or a booking that came or changed after it. */
export const isNew = ({ booking, ...announced }: Seen & { booking: Seen | null }): boolean => {
  const parts: Seen[] = booking ? [announced, booking] : [announced]
  return (
    parts.some(({ again }) => again) ||
    (parts.some(({ decided }) => decided) &&
      parts.some(({ decided, suggestion }) => !decided && suggestion === 'selectee'))
  )
}
type Seen = Pick<Passenger, 'again' | 'decided' | 'suggestion'>

/** What the carrier is told about somebody, and on whose word. */
export const Stands = ({ person }: { person: Pick<Passenger, 'standing' | 'decided' | 'suggestion'> }) => {
  const { t } = useWords()
  return (
    <>
      <StandingSign standing={person.standing} />
      {(person.decided || person.standing !== 'board') && (
        <span className="row-meta">{t(person.decided ? 'by.officer' : 'by.machine')}</span>
      )}
    </>
  )
}

/** Whether the carrier has acknowledged what it was told anew. */
export const Acknowledged = ({
  answer,
}: {
  answer: Pick<Told, 'kind' | 'fetchedAt' | 'dueAt' | 'acknowledgedAt' | 'overdue'>
}) => {
  const { t, language } = useWords()
  const time = (at: string) => formatTime(new Date(at), language)
  if (answer.acknowledgedAt)
    return <Sign kind="done">{t('ack.at', { time: time(answer.acknowledgedAt) })}</Sign>
  if (answer.kind === '962')
    return answer.fetchedAt ? (
      <span className="muted">{t('ack.taken', { time: time(answer.fetchedAt) })}</span>
    ) : (
      <Sign kind="waiting">{t('ack.unfetched')}</Sign>
    )
  return answer.overdue ? (
    <Sign kind="late">{t('ack.late')}</Sign>
  ) : (
    <Sign kind="waiting">{t('ack.waiting', { time: answer.dueAt ? time(answer.dueAt) : '–' })}</Sign>
  )
}
