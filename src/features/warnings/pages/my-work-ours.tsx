import { formatDate } from '#ui/format.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { MarkingTag, Pieces } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { shownState } from '#vocabulary/state.ts'
import type { Work } from '../model.ts'
import { DayAndTime, WarningTitle } from './cells.tsx'
import { useWords } from './words.ts'

/** What our warnings led to: who answered, what was done, who sees the same. */
export const Ours = ({ rows }: { rows: Work['ours'] }) => {
  const { t } = useWords()
  return (
    <Part
      title={t('work.ours')}
      count={rows.length}
      caption={t('work.ours.caption')}
      end={
        <a className="link" href="/warnings?view=ours">
          {t('work.ours.all')}
        </a>
      }
    >
      <Table
        label={t('work.ours')}
        rows={rows}
        rowId={item => item.id}
        keys={false}
        empty={
          <Empty
            title={t('work.ours.empty')}
            action={
              <a className="button" href="/warnings/new">
                {t('new')}
              </a>
            }
          >
            {t('work.ours.empty.text')}
          </Empty>
        }
        columns={[
          {
            id: 'warning',
            header: t('column.warning'),
            title: true,
            cell: item => (
              <>
                <WarningTitle item={item} />
                <span className="row-meta">
                  <span className="number">{item.number}</span>
                  <MarkingTag marking={item.marking} />
                </span>
              </>
            ),
          },
          {
            id: 'sent',
            header: t('column.sent'),
            width: 'short',
            nowrap: true,
            cell: item => <DayAndTime when={item.issuedAt} />,
          },
          {
            id: 'answers',
            header: t('column.answers'),
            width: 'long',
            cell: item => (
              <Pieces acting={item.acting} noted={item.takenNote + item.nothingToAdd} silent={item.silent} />
            ),
          },
          {
            id: 'led-to',
            header: t('column.led-to'),
            width: 'half',
            cell: item => <LedTo item={item} />,
          },
        ]}
      />
    </Part>
  )
}

const LedTo = ({ item }: { item: Work['ours'][number] }) => {
  const { t, language } = useWords()
  const said = [
    ...item.measures.slice(0, 3).map(({ state, text }) => `${shownState(state)}: ${text}`),
    ...(item.corroborations > 0 ? [t('work.corroborated', { count: item.corroborations })] : []),
  ]
  if (said.length)
    return (
      <ul>
        {said.map(line => (
          <li key={line}>{line}</li>
        ))}
        {item.measures.length > 3 && <li>{t('work.more', { count: item.measures.length - 3 })}</li>}
      </ul>
    )
  return (
    <span className="muted">
      {t('work.nothing-yet')}{' '}
      {item.inForceUntil && t('work.in-force', { date: formatDate(new Date(item.inForceUntil), language) })}
    </span>
  )
}
