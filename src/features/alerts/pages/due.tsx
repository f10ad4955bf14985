import './alerts.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Failed, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import type { AlertLine } from '../model.ts'
import { ExtendDialog, WithdrawDialog } from './alert-acts.tsx'
import { KeepDialog } from './achieved.tsx'
import { useKeeper } from './reach.ts'
import { calls } from './calls.ts'
import { ActionWords, AlertTitle } from './cells.tsx'
import { useWords } from './words.ts'

/** Reviews that are near, and answers that others wait for. */
export const Due = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('due')}>
      <All />
    </UnderPurpose>
  )
}

type Open = { act: 'extend' | 'withdraw'; alert: AlertLine } | { act: 'keep'; alert: AlertLine; told: string }

const All = () => {
  const { t } = useWords()
  const keeper = useKeeper()
  const due = useQuery(calls.alerts.due.queryOptions())
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const all = [...(due.data?.reviews ?? []), ...(due.data?.achieved ?? []).map(({ alert }) => alert)]
  usePageMarking(all.length ? highestMarking(all.map(({ marking }) => marking)) : null, t('band.list'))
  const buttons = (alert: AlertLine, told?: string) => (
    <div className="buttons">
      <button
        type="button"
        className="button"
        data-size="small"
        onClick={() => setOpen(told ? { act: 'keep', alert, told } : { act: 'extend', alert })}
      >
        {t(told ? 'achieved.keep' : 'extend')}
        <span className="unseen"> {alert.reference}</span>
      </button>
      <button
        type="button"
        className="button"
        data-kind="danger"
        data-size="small"
        onClick={() => setOpen({ act: 'withdraw', alert })}
      >
        {t('withdraw')}
        <span className="unseen"> {alert.reference}</span>
      </button>
    </div>
  )
  return (
    <>
      <PageHead title={t('due')}>{t('due.text')}</PageHead>
      {!keeper.now && <p className="hint">{t('keeper.other-purpose')}</p>}
      {due.isError ? (
        <Failed {...failedQuery(due)} />
      ) : !due.data ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Part title={t('due.answers')} count={due.data.achieved.length} caption={t('due.answers.caption')}>
            {due.data.achieved.length === 0 ? (
              <Empty title={t('due.answers.none')}>{t('due.answers.none.text')}</Empty>
            ) : (
              <Table
                label={t('due.answers')}
                keys={false}
                rows={due.data.achieved}
                rowId={({ id }) => id}
                columns={[
                  {
                    id: 'alert',
                    header: t('column.alert'),
                    title: true,
                    cell: ({ alert }) => <AlertTitle alert={alert} />,
                  },
                  {
                    id: 'told',
                    header: t('due.told'),
                    cell: ({ note, unit }) => (
                      <>
                        <p className="said">{note}</p>
                        <span className="row-meta">{unit.name}</span>
                      </>
                    ),
                  },
                  {
                    id: 'due',
                    header: t('due.by'),
                    value: ({ dueAt }) => dueAt,
                    cell: ({ dueAt }) => <Deadline due={dueAt} />,
                    width: 'long',
                  },
                  {
                    id: 'acts',
                    header: t('acts'),
                    unseenHeader: true,
                    cell: ({ alert, id }) => buttons(alert, id),
                    width: 'long',
                  },
                ]}
              />
            )}
          </Part>
          <Part title={t('due.reviews')} count={due.data.reviews.length} caption={t('due.reviews.caption')}>
            {due.data.reviews.length === 0 ? (
              <Empty title={t('due.reviews.none')}>{t('due.reviews.none.text')}</Empty>
            ) : (
              <Table
                label={t('due.reviews')}
                rows={due.data.reviews}
                rowId={({ id }) => id}
                columns={[
                  {
                    id: 'alert',
                    header: t('column.alert'),
                    title: true,
                    value: ({ title }) => title,
                    cell: alert => <AlertTitle alert={alert} />,
                  },
                  {
                    id: 'action',
                    header: t('action'),
                    cell: alert => <ActionWords alert={alert} />,
                    width: 'long',
                  },
                  {
                    id: 'due',
                    header: t('due.deleted'),
                    value: ({ expiresAt }) => expiresAt,
                    cell: ({ expiresAt }) => <Deadline due={expiresAt} />,
                    width: 'long',
                  },
                  {
                    id: 'acts',
                    header: t('acts'),
                    unseenHeader: true,
                    cell: alert => buttons(alert),
                    width: 'long',
                  },
                ]}
              />
            )}
          </Part>
        </>
      )}
      {open?.act === 'extend' && <ExtendDialog alert={open.alert} onClose={close} />}
      {open?.act === 'withdraw' && <WithdrawDialog alert={open.alert} onClose={close} />}
      {open?.act === 'keep' && <KeepDialog alert={open.alert} told={open.told} onClose={close} />}
    </>
  )
}
