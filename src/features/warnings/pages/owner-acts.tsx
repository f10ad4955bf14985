import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { newSubmission } from '#ui/call.ts'
import { Dialog } from '#ui/dialog.tsx'
import { faultOf } from '#ui/issue-text.ts'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import type { Member } from '../content.ts'
import type { Warning } from '../model.ts'
import { AudiencePicker } from './audience-picker.tsx'
import { calls } from './calls.ts'
import { TextDialog } from './remarks.tsx'
import { WhoWillSee } from './who-sees.tsx'
import { useWords } from './words.ts'

/** What only the originator does: a new version, a successor, more readers, withdrawal. */
export const OwnerActs = ({ warning }: { warning: Warning }) => {
  const { t } = useWords()
  const ui = useText()
  const router = useRouter()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'withdraw' | 'widen' | null>(null)
  const keys = useRef({ update: newSubmission(), successor: newSubmission() })
  const { id, may } = warning
  const revise = useMutation({
    mutationFn: (as: 'update' | 'successor') =>
      calls.warnings.revise.call({ id, as }, { context: { submission: keys.current[as] } }),
    onSuccess: begun => void router.navigate({ href: `/warnings/${begun.id}/edit` }),
    onError: error => {
      const fault = faultOf(error)
      toast({ kind: 'stop', title: fault.offline ? ui('failed.line') : fault.message || ui('failed') })
    },
  })
  return (
    <>
      {may.revise && (
        <>
          <button
            type="button"
            className="button"
            data-kind="primary"
            disabled={revise.isPending}
            onClick={() => revise.mutate('update')}
          >
            {t('revise.update')} <kbd>e</kbd>
          </button>
          <button
            type="button"
            className="button"
            disabled={revise.isPending}
            onClick={() => revise.mutate('successor')}
          >
            {t('revise.successor')}
          </button>
        </>
      )}
      {may.widen && (
        <button type="button" className="button" onClick={() => setOpen('widen')}>
          {t('widen')}
        </button>
      )}
      {may.withdraw && (
        <button type="button" className="button" data-kind="danger" onClick={() => setOpen('withdraw')}>
          {t('withdraw')}
        </button>
      )}
      {open === 'withdraw' && (
        <TextDialog
          title={t('withdraw.title', { number: warning.number ?? '' })}
          name="reason"
          keep={`withdrawal ${id}`}
          label={t('withdraw.label')}
          hint={t('withdraw.hint')}
          needed
          danger
          sendLabel={t('withdraw.send')}
          onClose={() => setOpen(null)}
          send={async (reason, submission) => {
            await calls.warnings.withdraw.call({ id, reason }, { context: { submission } })
            toast({ kind: 'done', title: t('withdraw.done') })
            await queries.invalidateQueries({ queryKey: [['warnings']] })
          }}
        />
      )}
      {open === 'widen' && <WidenDialog warning={warning} onClose={() => setOpen(null)} />}
    </>
  )
}

const WidenDialog = ({ warning, onClose }: { warning: Warning; onClose: () => void }) => {
  const { t } = useWords()
  const ui = useText()
  const queries = useQueryClient()
  const [add, setAdd] = useState<Member[]>([])
  const { id, handling, content } = warning
  const wider = { ...handling, audience: [...new Set([...handling.audience, ...add])] }
  const audience = useQuery({
    ...calls.warnings.audience.queryOptions({ input: { content: content ?? {}, handling: wider } }),
    enabled: add.length > 0,
  })
  const submission = useRef({ of: '', key: newSubmission() })
  const send = useMutation({
    mutationFn: () => {
      const of = add.join()
      if (submission.current.of !== of) submission.current = { of, key: newSubmission() }
      return calls.warnings.widen.call({ id, add }, { context: { submission: submission.current.key } })
    },
    onSuccess: async () => {
      toast({ kind: 'done', title: t('widen.done') })
      await queries.invalidateQueries({ queryKey: [['warnings']] })
      onClose()
    },
  })
  const fault = send.isError ? faultOf(send.error) : null
  return (
    <Dialog
      title={t('widen.title')}
      onClose={onClose}
      wide
      actions={
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={add.length === 0 || send.isPending}
          onClick={() => send.mutate()}
        >
          {t('widen.send')}
        </button>
      }
    >
      {fault && (
        <Notice
          kind="stop"
          title={fault.offline ? ui('form.offline') : fault.message || ui('failed')}
          alert
        />
      )}
      <AudiencePicker id="widen-to" value={add} onChange={setAdd} without={handling.audience} />
      {add.length > 0 && <WhoWillSee audience={audience} />}
    </Dialog>
  )
}
