import { useQuery } from '@tanstack/react-query'
import { failedQuery } from '#features/access/pages/calls.ts'
import { formatDate } from '#ui/format.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

type Month = Awaited<ReturnType<typeof calls.hits.statistics.call>>[number]

const counts = [
  'raised',
  'suppressed',
  'same',
  'notTheSame',
  'cannotTell',
  'notReviewed',
  'withinHour',
  'withinTwelve',
  'later',
] as const

/** Months of hits in numbers: how many a machine found, what people said of them, and how soon. Nobody is in them. */
export const Months = () => {
  const { t, alerts, language } = useWords()
  const months = useQuery(calls.hits.statistics.queryOptions())
  const columns: Column<Month>[] = [
    {
      id: 'month',
      header: t('months.month'),
      title: true,
      value: ({ month }) => month,
      cell: ({ month }) => formatDate(new Date(`${month}-01T00:00:00Z`), language, 'month'),
    },
    { id: 'kind', header: t('column.alert'), value: ({ kind }) => alerts.t(`kind.${kind}`) },
    ...counts.map(id => ({
      id,
      header: t(`months.${id}`),
      numeric: true,
      value: (each: Month) => each[id],
    })),
  ]
  return (
    <>
      <PageHead title={t('months')}>{t('months.text')}</PageHead>
      <Part title={t('months.table')} count={months.data?.length} caption={t('months.rounded')}>
        <Table
          label={t('months')}
          rows={months.data}
          rowId={({ month, kind }) => `${month} ${kind}`}
          failed={failedQuery(months)}
          figures
          keys={false}
          columns={columns}
          empty={<Empty title={t('months.none')}>{t('months.none.text')}</Empty>}
        />
      </Part>
    </>
  )
}
