import '#features/alerts/pages/alerts.css'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { KindSign } from '#features/alerts/pages/cells.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDate } from '#ui/format.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { toast } from '#ui/toast.tsx'
import type { NotTheSame } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** Who is known not to be the person of an alert, and until when that is remembered. */
export const KnownNotTheSame = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('known')}>
      <Known />
    </UnderPurpose>
  )
}

const Known = () => {
  const { t, alerts, language } = useWords()
  const actor = useMe()?.actor
  const [all, setAll] = useState(false)
  const [withdrawing, setWithdrawing] = useState<NotTheSame | null>(null)
  const list = useInfiniteQuery(
    calls.hits.notTheSame.infiniteOptions({
      input: (after: string | null) => ({ all, ...(after !== null && { after }) }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
  )
  const rows = list.data?.pages.flatMap(({ items }) => items)
  usePageMarking(rows?.length ? 'LIMITED' : null, t('band'))
  const acts = actor?.competences.some(each => each === 'screen' || each === 'alert' || each === 'read')
  return (
    <>
      <PageHead title={t('known')}>{t('known.text')}</PageHead>
      <Part
        title={t('known.people')}
        count={list.hasNextPage ? undefined : rows?.length}
        end={
          <label className="choice">
            <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />
            <span>{t('known.all')}</span>
          </label>
        }
      >
        <Table
          label={t('known')}
          rows={rows}
          rowId={({ id }) => id}
          failed={failedQuery(list)}
          columns={[
            {
              id: 'person',
              header: t('column.person'),
              title: true,
              value: ({ name }) => name,
              cell: known => (
                <>
                  <a
                    className="row-title"
                    href={`/hits/${known.hit}`}
                    translate={known.name ? 'no' : undefined}
                  >
                    {known.name || t('forgotten')}
                  </a>
                  <span className="row-meta">
                    {known.birth && <span>{alerts.t('born', { birth: known.birth })}</span>}
                    <KindSign kind={known.kind} />
                    <span>{alerts.owner(known.owner)}</span>
                  </span>
                </>
              ),
            },
            {
              id: 'reason',
              header: t('field.reason'),
              cell: known => (
                <>
                  <p className="said">{known.reason ?? t('said.gone')}</p>
                  <span className="row-meta">
                    <span>{known.official.name}</span>
                    <span>{formatDate(new Date(known.at), language)}</span>
                  </span>
                </>
              ),
            },
            {
              id: 'until',
              header: t('known.until'),
              value: ({ expiresAt }) => expiresAt,
              cell: known =>
                known.withdrawnAt ? (
                  <>
                    <Sign kind="waiting">{t('known.withdrawn')}</Sign>
                    <span className="row-meta">{known.withdrawnReason}</span>
                  </>
                ) : (
                  <>
                    {formatDate(new Date(known.expiresAt), language)}
                    <span className="row-meta">
                      {known.suppressed === 0
                        ? t('known.never')
                        : t('known.suppressed', { count: known.suppressed })}
                    </span>
                  </>
                ),
              width: 'long',
            },
            {
              id: 'acts',
              header: alerts.t('acts'),
              unseenHeader: true,
              cell: known =>
                acts &&
                !known.withdrawnAt && (
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    onClick={() => setWithdrawing(known)}
                  >
                    {t('known.withdraw')}
                    <span className="unseen"> {known.name}</span>
                  </button>
                ),
              width: 'long',
            },
          ]}
          empty={<Empty title={t('known.none')}>{t('known.none.text')}</Empty>}
        />
        {list.hasNextPage && (
          <div className="pages">
            <span />
            <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </button>
          </div>
        )}
      </Part>
      {withdrawing && <WithdrawDialog known={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

const WithdrawDialog = ({ known, onClose }: { known: NotTheSame; onClose: () => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: z.object({ reason: z.string().trim().min(3).max(500) }),
    keep: `no longer known ${known.id}`,
    words: t.or,
    send: async ({ reason }) => {
      await calls.hits.withdrawNotTheSame.call({ id: known.id, reason })
      toast({ kind: 'done', title: t('known.withdrawn.done') })
      await queries.invalidateQueries({ queryKey: [['hits']] })
      onClose()
    },
  })
  return (
    <Dialog title={t('known.withdraw')} onClose={onClose}>
      <p>{t('known.withdraw.text')}</p>
      <Form form={form} label={t('known.withdraw')}>
        <Field path="reason" kind="long" short />
        <SubmitButton>{t('known.withdraw')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
