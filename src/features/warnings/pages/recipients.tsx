import { formatDate, formatTime } from '#ui/format.ts'
import { Part } from '#ui/parts.tsx'
import { Ladder, type LadderRow, Sign } from '#ui/status.tsx'
import type { Delivery, Warning } from '../model.ts'
import { useWords, type Words } from './words.ts'

/** How far the warning has got with each unit: delivered, opened, answered. One's own first, then late, then the others. */
export const Recipients = ({ warning }: { warning: Warning }) => {
  const words = useWords()
  const { t } = words
  const { deliveries } = warning
  if (deliveries.length === 0) return null
  const answered = deliveries.filter(({ answer }) => answer !== null).length
  const rank = (delivery: Delivery) =>
    delivery.ours ? 0 : delivery.late ? 1 : delivery.answer === 'acting' ? 2 : delivery.answer ? 3 : 4
  const rows = deliveries.toSorted((a, b) => rank(a) - rank(b)).map(delivery => rowOf(delivery, words))
  const days = new Set(deliveries.map(({ deliveredAt }) => deliveredAt.slice(0, 10)))
  const [day] = days
  return (
    <Part
      title={t('recipients')}
      caption={t('recipients.answered', { count: answered, units: deliveries.length })}
    >
      <Ladder rows={rows} />
      <p className="source">
        {days.size === 1 && day
          ? t('recipients.times', { day: formatDate(new Date(day), words.language) })
          : t('recipients.times.utc')}{' '}
        {t(warning.ours ? 'recipients.all' : 'recipients.shared')}
      </p>
    </Part>
  )
}

const rowOf = (delivery: Delivery, { t, unit, language }: Words): LadderRow => {
  const { answer, answeredAt, answerText, escalatedAt, escalatedTo, openedBy } = delivery
  const note = (
    <>
      {answerText && <span>“{answerText}” </span>}
      {escalatedAt && !answer && (
        <Sign kind="late">
          {t(escalatedTo ? 'recipients.escalated.to' : 'recipients.escalated', {
            time: formatTime(new Date(escalatedAt), language),
            who: escalatedTo ?? '',
          })}
        </Sign>
      )}
      {openedBy && <span className="opened-by">{t('recipients.opened-by', { who: openedBy })}</span>}
    </>
  )
  return {
    id: delivery.unit.id,
    unit: unit(delivery.unit),
    mine: delivery.ours,
    delivered: delivery.deliveredAt,
    opened: delivery.openedAt,
    answer:
      answer && answeredAt
        ? {
            kind: answer === 'acting' ? 'acting' : answer === 'taken-note' ? 'noted' : 'nothing',
            label: t(`answer.${answer}`),
            at: answeredAt,
          }
        : null,
    due: delivery.dueAt,
    ...((answerText || escalatedAt || openedBy) && { note }),
  }
}
