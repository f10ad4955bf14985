import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { calls } from './calls.ts'
import { Acknowledged, Moment } from './cells.tsx'
import { messageColumns } from './message-cells.tsx'
import { MessageDialog } from './message-dialog.tsx'
import { useWords } from './words.ts'

/** What the carrier sent about this flight; each with its findings and the time its original is deleted. */
export const FlightMessages = ({ flight }: { flight: string }) => {
  const words = useWords()
  const { t } = words
  const [open, setOpen] = useState<string | null>(null)
  const messages = useQuery(calls.passengers.messages.queryOptions({ input: { flight } }))
  return (
    <Part
      title={t('messages.sent')}
      count={messages.data?.items.length}
      caption={t('messages.sealed')}
      id="messages"
    >
      <Table
        label={t('messages.sent')}
        rows={messages.data?.items}
        rowId={message => message.id}
        keys={false}
        failed={failedQuery(messages)}
        onOpen={message => setOpen(message.id)}
        columns={messageColumns(words, setOpen).filter(({ id }) => id !== 'carrier')}
        empty={<Empty title={t('messages.none')}>{t('messages.none.text')}</Empty>}
      />
      {open && <MessageDialog id={open} onClose={() => setOpen(null)} />}
    </Part>
  )
}

/** What the carrier was told, and whether it has acknowledged what was changed. */
export const FlightAnswers = ({ flight }: { flight: string }) => {
  const { t, code } = useWords()
  const answers = useQuery({
    ...calls.passengers.answers.queryOptions({ input: { flight } }),
    refetchInterval: 60_000,
  })
  return (
    <Part title={t('answers')} count={answers.data?.length} caption={t('answers.caption')} id="answers">
      <Table
        label={t('answers')}
        rows={answers.data}
        rowId={answer => answer.id}
        keys={false}
        failed={failedQuery(answers)}
        columns={[
          {
            id: 'kind',
            header: t('column.answer'),
            title: true,
            cell: answer => (
              <>
                {code('answer', answer.kind)} <span className="number muted">CUSRES {answer.kind}</span>
              </>
            ),
          },
          {
            id: 'at',
            header: t('column.sent'),
            width: 'middle',
            nowrap: true,
            cell: answer => <Moment at={answer.at} />,
          },
          {
            id: 'people',
            header: t('column.people'),
            numeric: true,
            width: 'short',
            value: answer => answer.people,
          },
          {
            id: 'selectees',
            header: t('column.selectees'),
            numeric: true,
            width: 'short',
            value: answer => answer.selectees,
          },
          {
            id: 'refused',
            header: t('column.refused'),
            numeric: true,
            width: 'short',
            value: answer => answer.refused,
          },
          {
            id: 'ack',
            header: t('column.ack'),
            width: 'long',
            cell: answer => <Acknowledged answer={answer} />,
          },
        ]}
        empty={<Empty title={t('answers.none')}>{t('answers.none.text')}</Empty>}
      />
    </Part>
  )
}
