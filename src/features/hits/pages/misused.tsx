import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { faultOf } from '#ui/issue-text.ts'
import { Facts, Notice, Part } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { type Hit, MisusedQuestion } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** How the victim of a misused identity is told from the person who is looked for: asked before anything else. */
export const Misused = ({ hit, owner }: { hit: Hit; owner: boolean }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const [keeping, setKeeping] = useState<number | null>(null)
  const identities = [
    ...(hit.alert?.identity?.kind === 'misused' ? [hit.alert.number] : []),
    ...(hit.alert?.others.filter(({ kind }) => kind === 'misused').map(({ number }) => number) ?? []),
  ]
  if (identities.length === 0 && hit.misused.length === 0) return null
  const alert = hit.alert?.id ?? ''
  const forget = async (number: number) => {
    try {
      await calls.hits.forgetMisused.call({ alert, number })
      await queries.invalidateQueries({ queryKey: [['hits']] })
    } catch (error) {
      toast({ kind: 'stop', title: faultOf(error).message || t('not-done') })
    }
  }
  return (
    <Part title={t('misused')} caption={t('misused.caption')}>
      <Notice kind="check" title={t('misused.first')}>
        <p>{t('misused.text')}</p>
      </Notice>
      {hit.misused.map(kept => (
        <section
          className="identity"
          key={kept.number}
          aria-label={t('misused.number', { number: kept.number })}
        >
          <Facts
            facts={[
              [t('field.question'), kept.question],
              [t('field.answer'), kept.answer],
              ...(kept.particulars
                ? ([[t('field.particulars'), kept.particulars]] as [string, string][])
                : []),
              [t('field.consent'), `${kept.consent} (${kept.consentOn})`],
            ]}
          />
          {owner && (
            <div className="buttons">
              <button
                type="button"
                className="button"
                data-kind="danger"
                data-size="small"
                onClick={() => void forget(kept.number)}
              >
                {t('misused.forget')}
              </button>
            </div>
          )}
        </section>
      ))}
      {hit.misused.length === 0 && <p>{t('misused.none')}</p>}
      {owner &&
        identities.map(number => (
          <button
            key={number}
            type="button"
            className="button"
            data-size="small"
            onClick={() => setKeeping(number)}
          >
            {t('misused.keep', { number })}
          </button>
        ))}
      {keeping !== null && (
        <KeepDialog
          alert={alert}
          number={keeping}
          before={hit.misused.find(each => each.number === keeping)}
          onClose={() => setKeeping(null)}
        />
      )}
    </Part>
  )
}

const KeepDialog = (props: {
  alert: string
  number: number
  before: MisusedQuestion | undefined
  onClose: () => void
}) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: MisusedQuestion,
    initial: props.before ?? { number: props.number },
    keep: `misused ${props.alert} ${props.number}`,
    words: t.or,
    send: async value => {
      await calls.hits.keepMisused.call({ alert: props.alert, ...value })
      toast({ kind: 'done', title: t('misused.kept') })
      await queries.invalidateQueries({ queryKey: [['hits']] })
      props.onClose()
    },
  })
  const title = t('misused.keep', { number: props.number })
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      <p>{t('misused.keep.text')}</p>
      <Form form={form} label={title}>
        <Field path="question" kind="text" />
        <Field path="answer" kind="text" />
        <Field path="particulars" kind="long" short />
        <Field path="consent" kind="text" />
        <Field path="consentOn" />
        <SubmitButton>{t('misused.save')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
