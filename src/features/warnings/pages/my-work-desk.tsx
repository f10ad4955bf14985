import { useContext } from 'react'
import { Empty, Part } from '#ui/parts.tsx'
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
      {!desk.stated ? (
        <Empty
          title={t('work.desk.purpose')}
          action={
            <a className="button" href={desk.href}>
              {t('work.desk.state')}
            </a>
          }
        />
      ) : desk.lines.length === 0 ? (
        <Empty title={t('work.desk.nothing')} />
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
