import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { newSubmission } from '#ui/call.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDateTime } from '#ui/format.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Remark, Warning } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/**
 * A text asked for in a dialog; it stays there until it has arrived. Ctrl+Enter sends.
 * @param props.name what the text is called in the contract, so that what is wrong with it is shown at it.
 */
export const TextDialog = (props: {
  title: string
  label: string
  name: 'text' | 'reason'
  /** What it is about: while somebody looks elsewhere or signs in again, it is kept under this name. */
  keep: string
  hint?: string
  needed?: boolean
  sendLabel: string
  danger?: boolean
  extra?: React.ReactNode
  send: (text: string, submission: string) => Promise<unknown>
  onClose: () => void
}) => {
  const { name } = props
  const submission = useRef({ of: '', key: newSubmission() })
  const words = z.string().trim().max(2000)
  const form = useForm({
    schema: z.object({ [name]: props.needed ? words.min(3) : words.default('') }),
    keep: props.keep,
    send: async value => {
      const text = value[name] ?? ''
      if (submission.current.of !== text) submission.current = { of: text, key: newSubmission() }
      await props.send(text, submission.current.key)
      props.onClose()
    },
  })
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Form form={form} label={props.title}>
        <Field path={name} kind="long" short label={props.label} hint={props.hint ?? ''} />
        {props.extra}
        <SubmitButton danger={props.danger ?? false}>{props.sendLabel}</SubmitButton>
      </Form>
    </Dialog>
  )
}

/** "We see this too", a measure of one's own, or a question to the originator. */
export const RemarkDialog = ({
  warning,
  kind,
  onClose,
}: {
  warning: Warning
  kind: Remark['kind']
  onClose: () => void
}) => {
  const { t, countryOnly } = useWords()
  const queries = useQueryClient()
  const who = countryOnly(warning.originator.state)
  return (
    <TextDialog
      title={t(`remark.${kind}.title`, { who })}
      name="text"
      keep={`${kind} ${warning.id}`}
      label={t(`remark.${kind}.label`)}
      hint={t(`remark.${kind}.hint`, { who })}
      needed={kind !== 'corroboration'}
      sendLabel={t(`remark.${kind}.send`, { who })}
      onClose={onClose}
      send={async (text, submission) => {
        await calls.warnings.remark.call({ id: warning.id, kind, text }, { context: { submission } })
        toast({ kind: 'done', title: t(`remark.${kind}.done`, { who }) })
        await queries.invalidateQueries({ queryKey: [['warnings']] })
      }}
    />
  )
}

/** What the units that read it have added: measures, "we see this too". */
export const Additions = ({ warning, onAdd }: { warning: Warning; onAdd: () => void }) => {
  const { t, unit, language } = useWords()
  const added = warning.remarks.filter(({ kind }) => kind !== 'question')
  if (added.length === 0 && !warning.may.remark) return null
  return (
    <Part
      title={t('additions')}
      count={added.length}
      after
      end={
        warning.may.remark && (
          <button type="button" className="button screen-only" data-size="small" onClick={onAdd}>
            {t('remark.measure.send')}
          </button>
        )
      }
    >
      {added.length === 0 ? (
        <Empty title={t('additions.empty')} />
      ) : (
        <ul className="rows">
          {added.map(remark => (
            <li key={remark.id}>
              <div>
                <Sign kind={remark.kind === 'measure' ? 'acting' : 'noted'}>
                  {t(remark.kind === 'measure' ? 'additions.measure' : 'additions.corroboration')}
                </Sign>
                {remark.text && <p className="said">{remark.text}</p>}
                <span className="row-meta">
                  <span>{unit(remark.unit)}</span>
                  <span>{formatDateTime(new Date(remark.at), language)}</span>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** Questions to the originator, seen by those who asked and the originator, unless the reply went to all. */
export const Questions = ({ warning }: { warning: Warning }) => {
  const { t, unit, language } = useWords()
  const queries = useQueryClient()
  const [replying, setReplying] = useState<Remark | null>(null)
  const [toAll, setToAll] = useState(false)
  const questions = warning.remarks.filter(({ kind }) => kind === 'question')
  if (questions.length === 0) return null
  return (
    <Part
      title={t('questions')}
      count={questions.length}
      id="questions"
      caption={t('questions.caption')}
      after
    >
      <ul className="rows">
        {questions.map(question => (
          <li key={question.id}>
            <div>
              <p className="said">{question.text}</p>
              <span className="row-meta">
                <span>{unit(question.unit)}</span>
                <span>{formatDateTime(new Date(question.at), language)}</span>
              </span>
              {question.reply ? (
                <blockquote className="reply">
                  <p className="said">{question.reply.text}</p>
                  <span className="row-meta">
                    <span>{unit(warning.originator)}</span>
                    <span>{formatDateTime(new Date(question.reply.at), language)}</span>
                    {question.reply.toAll && <span>{t('questions.to-all')}</span>}
                  </span>
                </blockquote>
              ) : (
                <Sign kind="waiting">{t('questions.open')}</Sign>
              )}
            </div>
            {!question.reply && warning.may.reply && (
              <button
                type="button"
                className="button screen-only"
                data-size="small"
                onClick={() => setReplying(question)}
              >
                {t('reply')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {replying && (
        <TextDialog
          title={t('reply.title', { who: unit(replying.unit) })}
          name="text"
          keep={`reply ${replying.id}`}
          label={t('reply.label')}
          hint={replying.text}
          needed
          sendLabel={t('reply.send')}
          onClose={() => setReplying(null)}
          extra={
            <label className="choice">
              <input type="checkbox" checked={toAll} onChange={event => setToAll(event.target.checked)} />
              <span>{t('reply.to-all')}</span>
            </label>
          }
          send={async (text, submission) => {
            await calls.warnings.reply.call(
              { id: warning.id, remark: replying.id, text, toAll },
              { context: { submission: submission } },
            )
            toast({ kind: 'done', title: t('reply.done') })
            await queries.invalidateQueries({ queryKey: [['warnings']] })
          }}
        />
      )}
    </Part>
  )
}
