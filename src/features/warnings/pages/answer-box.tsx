import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newSubmission } from '#ui/call.ts'
import { useDraft, DraftNote } from '#ui/draft.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm, useFormValues } from '#ui/form.tsx'
import { countryName, formatDateTime } from '#ui/format.ts'
import { Deadline, Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import { Answer, type Delivery, type Warning } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** Where one answers for one's unit: the one box on the page. */
export const AnswerBox = ({ warning, ours }: { warning: Warning; ours: Delivery }) => {
  const { t, language } = useWords()
  const [again, setAgain] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (location.hash !== '#answer') return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }, [])
  const title = t('answer.title', { who: countryName(ours.unit.state, language) })
  if (ours.answer && !again)
    return (
      <section className="answer" id="answer" ref={box} aria-labelledby="answer-title">
        <h2 id="answer-title">{title}</h2>
        <p>
          <Sign kind={ours.answer === 'acting' ? 'acting' : 'done'}>{t(`answer.${ours.answer}`)}</Sign>
        </p>
        {ours.answerText && <p className="answer-said">“{ours.answerText}”</p>}
        {ours.answeredAt && (
          <p className="caption">
            {t('answer.sent', { when: formatDateTime(new Date(ours.answeredAt), language) })}
          </p>
        )}
        {warning.may.answer && (
          <div className="buttons answer-again">
            <button type="button" className="button" onClick={() => setAgain(true)}>
              {t('answer.change')}
            </button>
          </div>
        )}
      </section>
    )
  if (!warning.may.answer) return null
  return (
    <div className="answer" id="answer" ref={box}>
      <h2>{title}</h2>
      {!ours.answer && <Deadline due={ours.dueAt} />}
      <AnswerForm warning={warning} ours={ours} label={title} onDone={() => setAgain(false)} />
    </div>
  )
}

const AnswerForm = (props: { warning: Warning; ours: Delivery; label: string; onDone: () => void }) => {
  const { warning, ours } = props
  const { t } = useWords()
  const queries = useQueryClient()
  const submission = useRef({ of: '', key: newSubmission() })
  const send = useMutation({
    mutationFn: (value: Answer) => {
      // The same words keep their key while they are tried again; other words are another submission.
      const of = JSON.stringify(value)
      if (submission.current.of !== of) submission.current = { of, key: newSubmission() }
      return calls.warnings.answer.call(
        { id: warning.id, ...value },
        { context: { submission: submission.current.key } },
      )
    },
  })
  const form = useForm({
    schema: Answer,
    initial: ours.answer
      ? { answer: ours.answer, text: ours.answerText ?? '' }
      : { answer: undefined, text: '' },
    words: (key, fallback) => t.or(`answering.${key}`, fallback),
    send: async value => {
      await send.mutateAsync(value)
      await draft.drop()
      toast({ kind: 'done', title: t('answer.done') })
      await queries.invalidateQueries({ queryKey: [['warnings']] })
      props.onDone()
    },
  })
  const values = useFormValues(form)
  const draft = useDraft(`answer-${warning.id}`, values, { restore: earlier => form.replace(earlier) })
  return (
    <Form form={form} label={props.label} className="answer-form">
      <Field
        path="answer"
        label={t('answer.choose')}
        hint=""
        as="column"
        choices={(['acting', 'taken-note', 'nothing-to-add'] as const).map(value => ({
          value,
          label: t(`answer.${value}`),
          hint: t(`answer.${value}.hint`),
        }))}
      />
      <Field
        path="text"
        kind="long"
        short
        label={t(values.answer === 'acting' ? 'answer.text.acting' : 'answer.text')}
        foot={<DraftNote state={draft.state} />}
      />
      <SubmitButton>{t('answer.send')}</SubmitButton>
    </Form>
  )
}
