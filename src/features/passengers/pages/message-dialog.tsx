import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery, useAct } from '#features/access/pages/calls.ts'
import { TextDialog } from '#features/warnings/pages/remarks.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Empty, Facts, Failed, Notice, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Finding } from '../model.ts'
import { calls } from './calls.ts'
import { DeletedAt, Moment } from './cells.tsx'
import { useFindingWords } from './finding-words.ts'
import { findingSigns, MessageState } from './message-cells.tsx'
import { useWords } from './words.ts'

/** One message: what was found in it and where, and, when it was put aside, what to do with it. Never what it says of people. */
export const MessageDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const words = useWords()
  const { t, code } = words
  const act = useAct()
  const queries = useQueryClient()
  const [discarding, setDiscarding] = useState(false)
  const query = useQuery(calls.passengers.message.queryOptions({ input: { id } }))
  const message = query.data
  const say = useFindingWords()
  // Why it was put aside stands above; it is not said twice.
  const findings =
    message?.findings.filter(each => each.code !== 'not-processed' || each.sentence !== message.fault) ?? []
  const failed = failedQuery(query)
  const again = async () => {
    if (await act(() => calls.passengers.retry.call({ id }), t('retry.done'))) onClose()
  }
  if (discarding && message)
    return (
      <TextDialog
        title={t('discard.title', { what: message.control })}
        name="reason"
        keep={`discard ${id}`}
        label={t('discard.reason')}
        hint={t('discard.hint')}
        needed
        danger
        sendLabel={t('discard.send')}
        onClose={() => setDiscarding(false)}
        send={async reason => {
          await calls.passengers.discard.call({ id, reason })
          toast({ kind: 'done', title: t('discard.done') })
          await queries.invalidateQueries({ queryKey: [['passengers']] })
          onClose()
        }}
      />
    )
  return (
    <Dialog
      wide
      title={
        message
          ? t('message.title', { carrier: message.carrierName, control: message.control })
          : t('message')
      }
      onClose={onClose}
      actions={
        message?.state === 'quarantined' && (
          <>
            <button type="button" className="button" data-kind="primary" onClick={() => void again()}>
              {t('retry')}
            </button>
            <button type="button" className="button" data-kind="danger" onClick={() => setDiscarding(true)}>
              {t('discard')}
            </button>
          </>
        )
      }
    >
      {failed && <Failed {...failed} />}
      {!message && !failed && <Skeleton lines={6} />}
      {message && (
        <>
          {message.state === 'quarantined' && (
            <Notice kind="stop" title={t('quarantine.title')}>
              <p>{t('quarantine.text', { count: message.tries })}</p>
              {message.fault && (
                <p>
                  <strong>{say({ code: 'not-processed', sentence: message.fault })}</strong>
                </p>
              )}
            </Notice>
          )}
          <Facts
            facts={[
              [t('column.state'), <MessageState key="state" message={message} words={words} />],
              [t('fact.came'), code('channel', message.channel)],
              [t('column.received'), <Moment key="at" at={message.receivedAt} />],
              [t('column.people'), String(message.people)],
              [t('fact.original'), <DeletedAt key="delete" at={message.deleteAt} />],
              ...(message.settledReason
                ? [[t('discard.reason'), message.settledReason] as [string, string]]
                : []),
            ]}
          />
          <h3 className="findings-head">
            {t('findings')} <span className="count">{findings.length}</span>
          </h3>
          {findings.length === 0 ? (
            <Empty title={t('findings.none')}>{t('findings.none.text')}</Empty>
          ) : (
            <Findings findings={findings} />
          )}
        </>
      )}
    </Dialog>
  )
}

const weight = { error: 0, warning: 1, note: 2 } as const
const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => weight[a.severity] - weight[b.severity])

/** What is wrong in a message and where, the worst first, as its carrier reads it too. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => {
  const { t, code } = useWords()
  const say = useFindingWords()
  return (
    <>
      <ul className="rows findings">
        {worstFirst(findings).map((finding, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- findings are a record, and never change their order
          <li key={index}>
            <div>
              <Sign kind={findingSigns[finding.severity]}>
                <span className="unseen">{code('severity', finding.severity)}: </span>
                {say(finding)}
              </Sign>
              <span className="row-meta">
                {finding.segment !== undefined && (
                  <span>{t('finding.where', { segment: finding.segment, tag: finding.tag ?? '' })}</span>
                )}
                <span className="number">{finding.code}</span>
                {(finding.times ?? 1) > 1 && <span>{t('finding.times', { count: finding.times ?? 1 })}</span>}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p className="source">{t('findings.source')}</p>
    </>
  )
}
