import './status.css'
import type { ReactNode } from 'react'
import { type Marking, markingLevel } from '#vocabulary/marking.ts'
import { formatDue, formatTime, type Remaining, remaining } from './format.ts'
import { type Text, type TextSet, uiTexts, useLanguage, useText } from './i18n.ts'
import { Shape, type SignKind } from './icons.tsx'
import { useNow, viewerZone } from './now.ts'

type UiText = Text<typeof uiTexts extends TextSet<infer E> ? E : never>

/** A shape and a word in one colour, no box. */
export const Sign = ({ kind, children }: { kind: SignKind; children: ReactNode }) => (
  <span className="sign" data-kind={kind}>
    <Shape kind={kind} />
    {children}
  </span>
)

export type Urgency = 'routine' | 'priority' | 'immediate'
/** How urgent: ring, triangle, octagon, with the word. */
export const UrgencySign = ({ urgency }: { urgency: Urgency }) => {
  const t = useText()
  return <Sign kind={urgency}>{t(`urgency.${urgency}`)}</Sign>
}

const Bars = ({ marking }: { marking: Marking }) => (
  <span className="marking-bars" aria-hidden="true">
    {[0, 1, 2].map(bar => (
      <i key={bar} data-on={bar <= markingLevel(marking) ? '' : undefined} />
    ))}
  </span>
)

/** The marking as a tag in a row: word, one to three bars, colour. */
export const MarkingTag = ({ marking }: { marking: Marking }) => (
  <span className="marking" data-marking={marking}>
    <Bars marking={marking} />
    {marking}
  </span>
)

/** The marking as a band across a page or above a printed part, with the sentence that says what it asks. */
export const MarkingBand = ({ marking, children }: { marking: Marking; children: ReactNode }) => (
  <p className="marking-band" data-marking={marking}>
    <strong className="marking">
      <Bars marking={marking} />
      {marking}
    </strong>{' '}
    <span>{children}</span>
  </p>
)

/** `1 day 2 h`, `2 h 19 min`, `12 min`, `less than 1 min`; from two days on, days only. */
export const spanText = (t: UiText, span: Remaining): string =>
  // A figure and its unit stay on one line.
  spanWords(t, span).replaceAll(/(\d) /g, '$1\u00a0')

const spanWords = (t: UiText, { days, hours, minutes }: Remaining): string => {
  if (days >= 2) return t('span.days', { count: days })
  if (days === 1)
    return [t('span.days', { count: 1 }), ...(hours ? [t('span.hours', { n: hours })] : [])].join(' ')
  if (hours)
    return [t('span.hours', { n: hours }), ...(minutes ? [t('span.minutes', { n: minutes })] : [])].join(' ')
  return minutes ? t('span.minutes', { n: minutes }) : t('span.moment')
}

/**
 * Remaining time first, then date and zone. Late and soon carry a clock; what is far away is plain text.
 * `met` (answered in time) shows the date only.
 */
export const Deadline = ({ due, met = false }: { due: Date | string; met?: boolean }) => {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const at = new Date(due)
  const left = remaining(at, now)
  const text = t(left.kind === 'late' ? 'due.late' : 'due.in', { span: spanText(t, left) })
  return (
    <>
      {!met && (left.kind === 'later' ? text : <Sign kind={left.kind}>{text}</Sign>)}
      <span className="row-meta">
        <time dateTime={at.toISOString()}>{formatDue(at, now, language, viewerZone)}</time>
      </span>
    </>
  )
}

/** One recipient's way: delivered, opened, answered. Times are when it happened, null while it has not. */
export interface LadderRow {
  id: string | number
  unit: ReactNode
  mine?: boolean
  delivered: Date | string | null
  opened: Date | string | null
  answer: { kind: 'acting' | 'noted' | 'nothing'; label: string; at: Date | string } | null
  due?: Date | string | null
  note?: ReactNode
}

const Step = ({
  kind,
  word,
  time,
  pending,
}: {
  kind: SignKind
  word: string
  time?: string
  pending?: boolean
}) => (
  <li data-kind={kind} data-pending={pending ? '' : undefined}>
    <Shape kind={kind} />
    <b>{word}</b>
    {time}
  </li>
)

/** The whole ladder of a warning or request, a row a recipient; what is missing is dashed, what is late is red. */
export const Ladder = ({ rows }: { rows: LadderRow[] }) => {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const time = (when: Date | string) => formatTime(new Date(when), language)
  return (
    <ol className="ladder">
      {rows.map(row => {
        const late = !row.answer && row.due != null && new Date(row.due) < now
        const due = row.due == null ? '' : formatDue(new Date(row.due), now, language, 'UTC')
        return (
          <li key={row.id} data-current={row.mine ? '' : undefined}>
            <div className="ladder-unit">
              {row.unit} {row.mine && t('step.you')}
            </div>
            <ol className="ladder-steps">
              {row.delivered ? (
                <Step
                  kind="noted"
                  word={t('step.delivered')}
                  time={time(row.delivered)}
                  pending={!row.opened}
                />
              ) : (
                <Step kind="waiting" word={t('step.not-delivered')} pending />
              )}
              {row.opened ? (
                <Step kind="noted" word={t('step.opened')} time={time(row.opened)} pending={!row.answer} />
              ) : (
                <Step kind="waiting" word={t('step.not-opened')} pending />
              )}
              {row.answer ? (
                <Step
                  kind={row.answer.kind === 'acting' ? 'acting' : 'noted'}
                  word={row.answer.label}
                  time={time(row.answer.at)}
                />
              ) : late && row.due != null ? (
                <Step
                  kind="late"
                  word={t('due.late', { span: spanText(t, remaining(new Date(row.due), now)) })}
                  time={t('step.was-due', { time: due })}
                />
              ) : (
                <Step
                  kind="soon"
                  word={t('step.no-answer')}
                  {...(due && { time: t('step.due', { time: due }) })}
                />
              )}
            </ol>
            {row.note && <p className="ladder-note">{row.note}</p>}
          </li>
        )
      })}
    </ol>
  )
}

/** Answers so far as a thin bar, said in words beside it. */
export const Pieces = ({ acting, noted, silent }: { acting: number; noted: number; silent: number }) => {
  const t = useText()
  const total = acting + noted + silent
  const part = (count: number) => (total ? (96 * count) / total : 0)
  return (
    <div>
      <svg className="pieces" viewBox="0 0 96 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="silent" x=".5" y=".5" width="95" height="7" />
        <rect className="noted" width={part(acting + noted)} height="8" />
        <rect className="acting" width={part(acting)} height="8" />
      </svg>
      {t('pieces', { total, acting, noted, silent })}
    </div>
  )
}
