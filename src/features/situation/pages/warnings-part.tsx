import type { Listed as Warning } from '#features/warnings/model.ts'
import { formatDate } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { MarkingTag, UrgencySign } from '#ui/status.tsx'
import { type Column, Table, type TableProps } from '#ui/table.tsx'
import { situationTexts } from '../texts/situation.ts'
import type { View } from '../view.ts'

export type Numbered = Warning & { mark: string }

/** The warnings of the selection that the reader may see, numbered as on the map. */
export function WarningsPart({
  warnings,
  view,
  failed,
}: {
  warnings: readonly Numbered[] | undefined
  view: View
  failed: TableProps<Numbered>['failed']
}) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const columns: Column<Numbered>[] = [
    { id: 'mark', header: t('column.number'), width: 'short', cell: row => <strong>{row.mark}</strong> },
    {
      id: 'warning',
      header: t('column.warning'),
      title: true,
      cell: row => (
        <>
          <a className="row-title" href={`/warnings/${row.id}`}>
            {row.title}
          </a>
          <span className="row-meta">{row.number}</span>
        </>
      ),
    },
    { id: 'urgency', header: t('column.urgency'), cell: row => <UrgencySign urgency={row.urgency} /> },
    { id: 'marking', header: t('column.marking'), cell: row => <MarkingTag marking={row.marking} /> },
    { id: 'route', header: t('column.route'), cell: row => row.route && t(`route.${row.route}`) },
    {
      id: 'sent',
      header: t('column.sent'),
      nowrap: true,
      cell: row => row.issuedAt && formatDate(new Date(row.issuedAt), language),
    },
  ]
  return (
    <Part
      title={t(view.warnings === 'recent' ? 'warnings.title.recent' : 'warnings')}
      count={warnings?.length}
    >
      <Table
        label={t('warnings')}
        rows={warnings}
        rowId={row => row.id}
        columns={columns}
        failed={failed}
        keys={false}
        empty={<Empty title={t('warnings.none')} />}
      />
    </Part>
  )
}
