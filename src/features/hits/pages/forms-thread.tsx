import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { usePurpose } from '#features/access/pages/purpose.tsx'
import { takeFile } from '#features/alerts/pages/take-file.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDateTime, formatNumber } from '#ui/format.ts'
import { faultOf } from '#ui/issue-text.ts'
import { Failed, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline, Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import { formsOfSide, mostFiles } from '../kinds.ts'
import { type Form as SentForm, FormKind, type Hit } from '../model.ts'
import { calls } from './calls.ts'
import { answeredWithin, useWords } from './words.ts'

/** What the two bureaux sent each other about a hit. Those who carry out see that it was sent, and the note for them. */
export const FormsThread = (props: {
  hit: Hit
  /** Whether the reader is of a bureau, and acts as one now. */
  keeper: { may: boolean; now: boolean }
}) => {
  const { hit, keeper } = props
  const { t } = useWords()
  const [sending, setSending] = useState(false)
  // Between two bureaux: on an alert of one's own there is no other to write to.
  const ownAlert = hit.owner.id === hit.executing.id
  const forms = useQuery({ ...calls.hits.forms.queryOptions({ input: { id: hit.id } }) })
  if (!keeper.may && forms.data?.length === 0) return null
  return (
    <Part
      title={t('forms.thread')}
      count={forms.data?.length}
      caption={t('forms.caption')}
      end={
        keeper.now &&
        !ownAlert && (
          <button type="button" className="button" data-size="small" onClick={() => setSending(true)}>
            {t('forms.send')}
          </button>
        )
      }
    >
      {forms.isError ? (
        <Failed {...failedQuery(forms)} />
      ) : !forms.data ? (
        <Skeleton />
      ) : forms.data.length === 0 ? (
        <p>{t(ownAlert ? 'forms.own' : 'forms.none')}</p>
      ) : (
        <ol className="rows">
          {forms.data.map(form => (
            <One key={form.id} form={form} bureau={keeper.now} />
          ))}
        </ol>
      )}
      {keeper.may && !keeper.now && !ownAlert && <p className="hint">{t('forms.other-purpose')}</p>}
      {sending && <SendDialog hit={hit} onClose={() => setSending(false)} />}
    </Part>
  )
}

const One = ({ form, bureau }: { form: SentForm; bureau: boolean }) => {
  const { t, alerts, language } = useWords()
  const [replying, setReplying] = useState(false)
  const late = form.answeredAt !== null && form.dueAt !== null && form.answeredAt > form.dueAt
  return (
    <li data-answer={form.answers ? '' : undefined}>
      <div>
        <strong>{t(`form.${form.kind}`)}</strong>
        <span className="row-meta">
          {form.urgent && <Sign kind="priority">{t('field.urgent')}</Sign>}
          <span>
            {alerts.owner(form.from)} → {alerts.owner(form.to)}
          </span>
          <span>{formatDateTime(new Date(form.sentAt), language)}</span>
          {form.sentBy.name && <span>{form.sentBy.name}</span>}
        </span>
        {/* A bureau reads what was written as long as it is there; nobody else ever does. */}
        {(form.text !== null || bureau) && <p className="said">{form.text ?? t('said.gone')}</p>}
        {form.note && (
          <p className="said">
            <span className="muted">{t('forms.note')}</span> {form.note}
          </p>
        )}
        <Files form={form} bureau={bureau} />
        {form.owed && bureau && (
          <div className="buttons">
            <button type="button" className="button" data-size="small" onClick={() => setReplying(true)}>
              {t('forms.reply')}
            </button>
          </div>
        )}
      </div>
      {form.answeredAt ? (
        <div>
          <Sign kind={late ? 'late' : 'done'}>{t(late ? 'forms.answered.late' : 'forms.answered')}</Sign>
          <span className="row-meta">{formatDateTime(new Date(form.answeredAt), language)}</span>
        </div>
      ) : (
        form.dueAt && (
          <div>
            <Deadline due={form.dueAt} />
            <DueSource form={form} />
          </div>
        )
      )}
      {replying && <ReplyDialog form={form} onClose={() => setReplying(false)} />}
    </li>
  )
}

/** The article that the time for an answer rests on, or that it is our own. */
export const DueSource = ({ form }: { form: Pick<SentForm, 'dueSource'> }) => {
  const { t, alerts } = useWords()
  if (form.dueSource === null) return null
  return <span className="row-meta">{t('forms.due-source', { source: alerts.source(form.dueSource) })}</span>
}

const Files = ({ form, bureau }: { form: SentForm; bureau: boolean }) => {
  const { t, language } = useWords()
  const queries = useQueryClient()
  const purpose = usePurpose()
  const [busy, setBusy] = useState(false)
  const attach = async (file: File) => {
    setBusy(true)
    try {
      await calls.hits.attachToForm.call({ id: form.id, file })
      await queries.invalidateQueries({ queryKey: [['hits']] })
    } catch (error) {
      const { issues, message } = faultOf(error)
      toast({ kind: 'stop', title: issues[0]?.message || message || t('not-done') })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {form.files.length > 0 && (
        <ul className="tags">
          {form.files.map(file => (
            <li key={file.id}>
              <button
                type="button"
                className="button"
                data-size="small"
                onClick={() =>
                  void takeFile(`/api/hits/forms/${form.id}/files/${file.id}`, file.name, purpose).catch(() =>
                    toast({ kind: 'stop', title: t('not-done') }),
                  )
                }
              >
                {file.name}{' '}
                <span className="muted">{formatNumber(Math.ceil(file.size / 1024), language)} kB</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {bureau && form.text !== null && !form.answeredAt && form.files.length < mostFiles && (
        <div className="field attach">
          <label htmlFor={`${form.id}-file`}>{t('forms.attach')}</label>
          <input
            className="input"
            id={`${form.id}-file`}
            type="file"
            disabled={busy}
            accept=".pdf,.png,.jpg,.jpeg,.webp,.txt,.csv,.odt,.docx,.xlsx"
            onChange={event => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) void attach(file)
            }}
          />
          <p role="status" className="caption">
            {busy && t('forms.attaching')}
          </p>
        </div>
      )}
    </>
  )
}

const Sending = z.object({
  kind: FormKind.exclude(['reply']),
  text: z.string().trim().min(3).max(4000),
  note: z.string().trim().max(500).default(''),
  urgent: z.boolean().default(false),
})

const SendDialog = ({ hit, onClose }: { hit: Hit; onClose: () => void }) => {
  const words = useWords()
  const { t } = words
  const side = useMe()?.actor?.authority === hit.owner.id ? 'owner' : 'executing'
  const queries = useQueryClient()
  const form = useForm({
    schema: Sending,
    keep: `form about ${hit.id}`,
    words: t.or,
    send: async value => {
      const { kind } = await calls.hits.sendForm.call({ id: hit.id, ...value })
      toast({ kind: 'done', title: t('forms.sent', { form: t(`form.${kind}`) }) })
      await queries.invalidateQueries({ queryKey: [['hits']] })
      onClose()
    },
  })
  return (
    <Dialog title={t('forms.send')} onClose={onClose} wide>
      <p>{t('forms.send.text')}</p>
      <Form form={form} label={t('forms.send')}>
        <Field
          path="kind"
          as="column"
          label={t('form')}
          choices={formsOfSide(side).map(value => ({
            value,
            label: t(`form.${value}`),
            hint: answeredWithin(words, value),
          }))}
        />
        <Field path="text" kind="long" />
        <Field path="note" kind="long" short />
        <Field path="urgent" />
        <SubmitButton>{t('forms.send')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const Replying = Sending.pick({ text: true, note: true })

export const ReplyDialog = ({ form: to, onClose }: { form: SentForm; onClose: () => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: Replying,
    keep: `answer to ${to.id}`,
    words: t.or,
    send: async value => {
      await calls.hits.replyForm.call({ id: to.id, ...value })
      toast({ kind: 'done', title: t('forms.replied') })
      await queries.invalidateQueries({ queryKey: [['hits']] })
      onClose()
    },
  })
  return (
    <Dialog title={t('forms.reply.title', { form: t(`form.${to.kind}`) })} onClose={onClose} wide>
      {to.text && <blockquote className="said">{to.text}</blockquote>}
      <Form form={form} label={t('forms.reply')}>
        <Field path="text" kind="long" />
        <Field path="note" kind="long" short />
        <SubmitButton>{t('forms.reply')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
