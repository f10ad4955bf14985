import { useQuery } from '@tanstack/react-query'
import { Notice } from '#ui/parts.tsx'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** What must not be overlooked: messages put aside, and changed decisions that a carrier has not acknowledged in time. */
export const Alarms = () => {
  const { t } = useWords()
  const aside = useQuery(calls.passengers.messages.queryOptions({ input: { state: 'quarantined' } }))
  const open = useQuery(calls.passengers.answers.queryOptions({ input: { open: true } }))
  const messages = aside.data?.items.length ?? 0
  const late = open.data?.filter(({ overdue }) => overdue) ?? []
  if (messages === 0 && late.length === 0) return null
  return (
    <div className="alarms">
      {messages > 0 && (
        <Notice kind="stop" level={2} title={t('alarm.messages', { count: messages })}>
          <p>
            {t('alarm.messages.text')}{' '}
            <a className="link" href="/passengers/messages?state=quarantined">
              {t('alarm.messages.look')}
            </a>
          </p>
        </Notice>
      )}
      {late.length > 0 && (
        <Notice kind="check" level={2} title={t('alarm.answers', { count: late.length })}>
          <p>
            {t('alarm.answers.text')}{' '}
            {[...new Map(late.map(({ flight, flightNumber }) => [flight, flightNumber]))]
              .slice(0, 5)
              .map(([flight, flightNumber], index) => (
                <span key={flight}>
                  {index > 0 && ', '}
                  <a className="link" href={`/passengers/flights/${flight}#answers`}>
                    {flightNumber}
                  </a>
                </span>
              ))}
          </p>
        </Notice>
      )}
    </div>
  )
}
