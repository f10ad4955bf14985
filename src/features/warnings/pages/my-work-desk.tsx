import { useContext } from 'react'
import { StatePurpose } from '#features/access/pages/purpose.tsx'
import { Empty, Failed, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline } from '#ui/status.tsx'
import { DeskContext } from '#ui/waiting.ts'
import { useWords } from './words.ts'

/** What waits at the desk of an officer or a bureau, in numbers: hits, passengers, forms, reviews. */
export const AtTheDesk = () => {
  const { t } = useWords()
  const desk = useContext(DeskContext)
  if (!desk) return null
  return (
    <Part title={t('work.desk')} caption={t('work.desk.caption')}>
      {desk.state === 'failed' && <Failed offline={desk.offline} retry={desk.again} />}
      {desk.state === 'purpose' ? (
        <Empty title={t('work.desk.purpose')} action={<StatePurpose>{t('work.desk.state')}</StatePurpose>} />
      ) : desk.state === 'counting' ? (
        <Skeleton lines={2} />
      ) : desk.lines.length === 0 ? (
        // That nothing waits is said only when everything was counted.
        desk.state === 'counted' && <Empty title={t('work.desk.nothing')} />
      ) : (
        <ul className="rows">
          {desk.lines.map(({ what, words, href, soonest }) => (
            <li key={what}>
              <div>
                <a className="row-title" href={href}>
                  {words}
                </a>
              </div>
              {soonest && (
                <div>
                  <Deadline due={soonest} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
