import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDateTime } from '#ui/format.ts'
import { Part } from '#ui/parts.tsx'
import { Deadline, Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Alert } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** What other units told: that the purpose is achieved, and what the owner answered. */
export const AchievedAnswers = ({ alert }: { alert: Alert }) => {
  const { t, language } = useWords()
  const [keeping, setKeeping] = useState<string | null>(null)
  if (alert.achieved.length === 0) return null
  return (
    <Part title={t('achieved')} count={alert.achieved.length}>
      <ul className="rows">
        {alert.achieved.map(told => (
          <li key={told.id}>
            <div>
              <p className="said">{told.note}</p>
              <span className="row-meta">
                <span>{told.unit.name}</span>
                <span>{formatDateTime(new Date(told.at), language)}</span>
              </span>
              {told.standsBecause && (
                <p className="said">
                  <strong>{t('achieved.stands')}</strong> {told.standsBecause}
                </p>
              )}
            </div>
            {told.answeredAt ? (
              <Sign kind="done">{t('achieved.answered')}</Sign>
            ) : (
              <div>
                <Deadline due={told.dueAt} />
                {alert.mine && (
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    onClick={() => setKeeping(told.id)}
                  >
                    {t('achieved.keep')}
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {keeping && <KeepDialog alert={alert} told={keeping} onClose={() => setKeeping(null)} />}
    </Part>
  )
}

/** The owner says why an alert stands although somebody thinks its purpose achieved; otherwise it is withdrawn. */
export const KeepDialog = (props: {
  alert: Pick<Alert, 'id' | 'reference'>
  told: string
  onClose: () => void
}) => {
  const { alert, told, onClose } = props
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: z.object({ because: z.string().trim().min(3).max(1000) }),
    keep: `stands ${told}`,
    words: t.or,
    send: async ({ because }) => {
      await calls.alerts.keep.call({ id: alert.id, told, because })
      toast({ kind: 'done', title: t('achieved.kept') })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
      onClose()
    },
  })
  return (
    <Dialog title={t('achieved.keep.title', { reference: alert.reference })} onClose={onClose}>
      <p>{t('achieved.keep.text')}</p>
      <Form form={form} label={t('achieved.keep')}>
        <Field path="because" kind="long" short />
        <SubmitButton>{t('achieved.keep')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
