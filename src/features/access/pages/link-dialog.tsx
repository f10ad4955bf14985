import { useId } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import type { Enrolment } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { useNames } from './names.ts'

/** A one-time link, shown this once. */
export const LinkDialog = (props: { name: string; link: Enrolment; onClose: () => void }) => {
  const t = useText(accessTexts)
  const { when } = useNames()
  const id = useId()
  const { name } = props
  const address = `${location.origin}/enrol#${props.link.token}`
  return (
    <Dialog title={t('link.title', { name })} onClose={props.onClose}>
      <p>{t('link.text', { name, until: when(props.link.expiresAt) })}</p>
      <div className="one-time">
        <div>
          <label htmlFor={id}>{t('link.label')}</label>
          <input
            className="input"
            id={id}
            readOnly
            value={address}
            onFocus={event => event.target.select()}
          />
        </div>
        <button
          type="button"
          className="button"
          onClick={() =>
            void navigator.clipboard
              .writeText(address)
              .then(() => toast({ kind: 'done', title: t('link.copied') }))
          }
        >
          {t('link.copy')}
        </button>
      </div>
      <Notice kind="check" title={t('link.warning', { name })}>
        <p>{t('link.earlier', { name })}</p>
      </Notice>
    </Dialog>
  )
}
