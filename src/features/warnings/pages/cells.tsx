import { formatDate, formatTime } from '#ui/format.ts'
import { Deadline, Sign } from '#ui/status.tsx'
import { shownState } from '#vocabulary/state.ts'
import { countryName } from '#ui/format.ts'
import type { Listed } from '../model.ts'
import { useWords } from './words.ts'

/** The line beneath a warning's title: number, State, what is new, whether we opened it. */
export const WarningMeta = ({ item, opened, unit }: { item: Listed; opened?: boolean; unit?: boolean }) => {
  const { t, code, language } = useWords()
  return (
    <span className="row-meta">
      {item.number && <span className="number">{item.number}</span>}
      <span>
        {shownState(item.state)} {countryName(item.state, language)}
      </span>
      {unit && item.unit && <span>{item.unit}</span>}
      {item.triggers.length > 0 && (
        <span>{item.triggers.map(trigger => code('trigger', trigger)).join(' · ')}</span>
      )}
      {opened && (
        <span>
          {item.openedAt
            ? t('work.opened', {
                when: `${formatDate(new Date(item.openedAt), language, 'day')} ${formatTime(new Date(item.openedAt), language)}`,
              })
            : t('work.unopened')}
        </span>
      )}
    </span>
  )
}

/** A warning's title as the row's link. */
export const WarningTitle = ({ item, href }: { item: Listed; href?: string }) => {
  const { t } = useWords()
  const title = item.title || (item.status === 'withdrawn' ? t('title.withdrawn') : t('title.none'))
  return (
    <a className="row-title" href={href ?? `/warnings/${item.id}`}>
      {title}
    </a>
  )
}

/** What our unit answered, or by when it must. */
export const OurAnswer = ({ item }: { item: Listed }) => {
  const { t } = useWords()
  if (item.answer)
    return <Sign kind={item.answer === 'acting' ? 'acting' : 'noted'}>{t(`answer.${item.answer}`)}</Sign>
  if (item.dueAt && item.status === 'issued') return <Deadline due={item.dueAt} />
  return <span className="muted">–</span>
}

/** A day with the time beneath it. */
export const DayAndTime = ({ when }: { when: string | null }) => {
  const { language } = useWords()
  if (!when) return '–'
  const at = new Date(when)
  return (
    <time dateTime={when}>
      {formatDate(at, language, 'date')}
      <span className="row-meta">{formatTime(at, language)}</span>
    </time>
  )
}
