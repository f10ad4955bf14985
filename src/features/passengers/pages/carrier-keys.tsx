import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { z } from 'zod'
import { useAct } from '#features/access/pages/calls.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { Empty, Notice } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Carrier } from '../model.ts'
import { calls } from './calls.ts'
import { Moment } from './cells.tsx'
import { QuietCarrier } from './quiet-carrier.tsx'
import { useWords } from './words.ts'

/** A carrier's keys: made, shown once, revoked at once; above them, of a carrier whose answers say less, why, and what to do first. */
export const KeysDialog = ({
  carrier,
  onClose,
  onLook,
}: {
  carrier: Carrier
  onClose: () => void
  onLook: () => void
}) => {
  const { t } = useWords()
  const act = useAct()
  const queries = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<string | null>(null)
  const form = useForm({
    keep: `key of ${carrier.id}`,
    schema: z.object({ label: z.string().trim().min(1).max(80) }),
    words: t.or,
    send: async ({ label }) => {
      const { key } = await calls.passengers.issueKey.call({ id: carrier.id, label })
      setMade(key)
      form.replace({})
      await queries.invalidateQueries({ queryKey: [['passengers', 'carriers']] })
    },
  })
  return (
    <Dialog title={t('keys.of', { name: carrier.name })} onClose={onClose} wide>
      {carrier.quiet && (
        <div className="quiet-carrier">
          <QuietCarrier carrier={carrier} onLook={onLook} />
        </div>
      )}
      {made && <KeyOnce value={made} carrier={carrier.name} />}
      {carrier.keys.length === 0 ? (
        <Empty title={t('keys.none')}>{t('keys.none.text')}</Empty>
      ) : (
        <ul className="rows">
          {carrier.keys.map(key => (
            <li key={key.id}>
              <div>
                {key.label}
                <span className="row-meta">
                  <span>
                    {t('keys.made')} <Moment at={key.madeAt} />
                  </span>
                </span>
              </div>
              {key.revokedAt ? (
                <span className="muted">
                  {t('keys.revoked')} <Moment at={key.revokedAt} />
                </span>
              ) : revoking === key.id ? (
                <span className="buttons">
                  <button
                    type="button"
                    className="button"
                    data-kind="danger"
                    data-size="small"
                    onClick={() =>
                      void act(
                        () => calls.passengers.revokeKey.call({ id: key.id }),
                        t('keys.revoke.done'),
                      ).then(() => setRevoking(null))
                    }
                  >
                    {t('keys.revoke.sure')}
                  </button>
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    onClick={() => setRevoking(null)}
                  >
                    {t('keys.revoke.not')}
                  </button>
                </span>
              ) : (
                <span className="buttons">
                  <Sign kind="noted">{t('keys.force')}</Sign>
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    aria-label={t('keys.revoke.of', { label: key.label })}
                    onClick={() => setRevoking(key.id)}
                  >
                    {t('keys.revoke')}
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form form={form} label={t('keys.make')} className="key-form">
        <Field path="label" label={t('keys.label')} hint={t('keys.label.hint')} />
        <SubmitButton here>{t('keys.make')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const KeyOnce = ({ value, carrier }: { value: string; carrier: string }) => {
  const { t } = useWords()
  const id = useId()
  return (
    <Notice kind="check" title={t('key.once', { carrier })} alert>
      <p>{t('key.once.text')}</p>
      <div className="one-time">
        <div>
          <label htmlFor={id}>{t('key.value')}</label>
          <input
            className="input number"
            id={id}
            readOnly
            value={value}
            onFocus={event => event.target.select()}
          />
        </div>
        <button
          type="button"
          className="button"
          onClick={() =>
            void navigator.clipboard
              .writeText(value)
              .then(() => toast({ kind: 'done', title: t('key.copied') }))
          }
        >
          {t('key.copy')}
        </button>
      </div>
      <p className="caption">
        {t('key.use')} <code className="number">Authorization: Bearer …</code>,{' '}
        <code className="number">POST /api/carrier/messages</code>
      </p>
    </Notice>
  )
}
