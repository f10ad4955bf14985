import { useMutation, useQuery } from '@tanstack/react-query'
import { Dialog } from '#ui/dialog.tsx'
import { useText } from '#ui/i18n.ts'
import { faultOf } from '#ui/issue-text.ts'
import { useKeys } from '#ui/keys.ts'
import { Notice } from '#ui/parts.tsx'
import { calls } from './calls.ts'
import type { WritingState } from './use-writing.ts'
import { WhoWillSee } from './who-sees.tsx'
import { useWords } from './words.ts'
import { type Body, prepareSending, sendDraft } from './writing.ts'

export interface SendAs {
  as: 'issue' | 'submit'
  body: Body
}

/** The last look before others are told: who will see it, and why. Ctrl+Enter sends; a bad line sends once. */
export const SendDialog = (props: {
  writing: WritingState
  send: SendAs
  onClose: () => void
  onSent: (id: string | null, said: string) => void
}) => {
  const { writing, send, onClose, onSent } = props
  const { t } = useWords()
  const ui = useText()
  const audience = useQuery(calls.warnings.audience.queryOptions({ input: send.body }))
  const units = audience.data?.units.filter(({ receives }) => receives) ?? []
  const go = useMutation({
    mutationFn: async () => {
      // The key is kept with the draft first: after a reload in the middle, the same sending is repeated, not a second one made.
      prepareSending(writing.link, send.as)
      await writing.draft.save()
      const sent = await sendDraft(writing.link)
      await writing.draft.drop()
      return sent
    },
    onSuccess: sent =>
      onSent(
        sent.id,
        send.as === 'submit' ? t('send.submitted') : t('send.sent', { number: sent.number ?? '' }),
      ),
  })
  const fault = go.isError ? faultOf(go.error) : null
  const run = () => {
    if (!go.isPending) go.mutate()
  }
  const label =
    send.as === 'submit'
      ? t('send.submit')
      : audience.data
        ? t('send.to', { count: units.length, states: new Set(units.map(({ unit }) => unit.state)).size })
        : t('send')
  return (
    <Dialog
      title={t(send.as === 'submit' ? 'send.submit.title' : 'send.title')}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button"
          data-kind="primary"
          data-pending={go.isPending ? '' : undefined}
          aria-disabled={go.isPending || undefined}
          onClick={run}
        >
          {go.isPending ? (
            ui('form.sending')
          ) : (
            <>
              {label} <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </>
          )}
        </button>
      }
    >
      <SendKey label={t('send')} run={run} />
      {fault && (
        <Notice kind="stop" title={fault.offline ? t('send.offline') : fault.message || t('not-sent')} alert>
          {fault.issues.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      {send.as === 'submit' && <p>{t('send.submit.text')}</p>}
      <WhoWillSee audience={audience} />
    </Dialog>
  )
}

const SendKey = ({ label, run }: { label: string; run: () => void }) => {
  useKeys({ 'Ctrl+Enter': { label, run } })
  return null
}
