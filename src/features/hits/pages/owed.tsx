import '#features/alerts/pages/alerts.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { useKeeper } from '#features/alerts/pages/reach.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Failed, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline, Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import type { Form } from '../model.ts'
import { calls } from './calls.ts'
import { DueSource, ReplyDialog } from './forms-thread.tsx'
import { useWords } from './words.ts'

/** Forms that wait for an answer: ours first, then those for which we wait. */
export const FormsOwed = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('forms')}>
      <Owed />
    </UnderPurpose>
  )
}

const Owed = () => {
  const { t } = useWords()
  const keeper = useKeeper()
  const owed = useQuery(calls.hits.owed.queryOptions())
  usePageMarking(owed.data?.length ? 'LIMITED' : null, t('band'))
  return (
    <>
      <PageHead title={t('forms')}>{t('forms.text')}</PageHead>
      {!keeper.now && <p className="hint">{t('forms.other-purpose')}</p>}
      {owed.isError ? (
        <Failed {...failedQuery(owed)} />
      ) : !owed.data ? (
        <Skeleton lines={5} />
      ) : (
        <>
          <Forms side="ours" forms={owed.data.filter(form => form.owed)} keys />
          <Forms side="theirs" forms={owed.data.filter(form => !form.owed)} />
        </>
      )}
    </>
  )
}

const Forms = (props: { side: 'ours' | 'theirs'; forms: Form[]; keys?: boolean }) => {
  const { side, forms, keys = false } = props
  const { t, alerts } = useWords()
  const title = t(`forms.${side}`)
  const [replying, setReplying] = useState<Form | null>(null)
  return (
    <Part title={title} count={forms.length}>
      <Table
        label={title}
        keys={keys}
        rows={forms}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'due',
            header: t('column.due'),
            value: ({ dueAt }) => dueAt,
            cell: form =>
              form.dueAt ? (
                <>
                  <Deadline due={form.dueAt} />
                  <DueSource form={form} />
                </>
              ) : (
                '–'
              ),
            width: 'long',
          },
          {
            id: 'form',
            header: t('form'),
            title: true,
            value: ({ kind }) => t(`form.${kind}`),
            cell: form => (
              <>
                <a className="row-title" href={`/hits/${form.hit}`}>
                  {t(`form.${form.kind}`)}
                </a>
                <span className="row-meta">
                  {form.urgent && <Sign kind="priority">{t('field.urgent')}</Sign>}
                  {alerts.owner(form.from)} → {alerts.owner(form.to)}
                </span>
              </>
            ),
          },
          {
            id: 'text',
            header: t('forms.written'),
            cell: ({ text }) => <p className="said">{text ?? t('said.gone')}</p>,
            width: 'half',
          },
          {
            id: 'acts',
            header: alerts.t('acts'),
            unseenHeader: true,
            cell: form =>
              form.owed && (
                <button type="button" className="button" data-size="small" onClick={() => setReplying(form)}>
                  {t('forms.reply')}
                </button>
              ),
            width: 'middle',
          },
        ]}
        empty={<Empty title={t('forms.nobody')}>{t(`forms.${side}.none`)}</Empty>}
      />
      {replying && <ReplyDialog form={replying} onClose={() => setReplying(null)} />}
    </Part>
  )
}
