import './access.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { faultOf } from '#ui/issue-text.ts'
import { useText } from '#ui/i18n.ts'
import { Notice, PageHead, Skeleton } from '#ui/parts.tsx'
import { accessTexts } from '../texts/access.ts'
import { arriveAt, calls } from './calls.ts'
import { makePasskey, PasskeyError } from './passkey.ts'

/** Behind a one-time link: the device makes a passkey, and its owner is in. The secret leaves the address bar at once. */
export const Enrol = () => {
  const t = useText(accessTexts)
  const id = useId()
  const [token] = useState(() => location.hash.slice(1))
  const [label, setLabel] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [kept, setKept] = useState(false)
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])
  const link = useQuery({
    ...calls.access.enrolmentOptions.queryOptions({ input: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

  const enrol = async () => {
    setBusy(true)
    setFault(null)
    try {
      // Asked anew: a challenge serves once, and the reader may have taken their time.
      const { options } = await calls.access.enrolmentOptions.call({ token })
      const me = await calls.access.enrol.call({ token, label, passkey: await makePasskey(options) })
      if (me.actor) arriveAt(me.terms.due ? '/terms' : '/')
      else setKept(true)
    } catch (error) {
      setFault(
        error instanceof PasskeyError
          ? t(
              error.fault === 'taken'
                ? 'enrol.taken'
                : error.fault === 'unsupported'
                  ? 'signIn.unsupported'
                  : 'signIn.cancelled',
            )
          : faultOf(error).message || t('signIn.line'),
      )
    }
    setBusy(false)
  }

  if (link.isPending) return <Skeleton />
  if (!link.data)
    return (
      <>
        <PageHead title={t('enrol.title')} />
        <Notice kind="stop" title={t('enrol.none')} level={2} alert>
          <p>
            {problemOf(link.error)?.code === 'too-many-requests'
              ? faultOf(link.error).message
              : t('enrol.none.text')}
          </p>
        </Notice>
      </>
    )
  if (kept)
    return (
      <>
        <PageHead title={t('enrol.title')} />
        <Notice kind="done" title={t('passkeys.added')} level={2}>
          <p>{t('enrol.waiting')}</p>
        </Notice>
      </>
    )
  return (
    <>
      <PageHead title={t('enrol.title')}>{t('enrol.text', { name: link.data.name })}</PageHead>
      {fault && (
        <Notice kind="stop" title={t('enrol.failed')} level={2} alert>
          <p>{fault}</p>
        </Notice>
      )}
      <form
        className="settings"
        onSubmit={event => {
          event.preventDefault()
          void enrol()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-label`}>{t('enrol.label')}</label>
          <p className="hint" id={`${id}-hint`}>
            {t('enrol.label.hint')}
          </p>
          <input
            className="input"
            id={`${id}-label`}
            aria-describedby={`${id}-hint`}
            maxLength={60}
            autoComplete="off"
            value={label}
            onChange={event => setLabel(event.target.value)}
          />
        </div>
        {link.data.replaces && <p className="muted">{t('enrol.replaces')}</p>}
        <div className="buttons">
          <button type="submit" className="button" data-kind="primary" disabled={busy}>
            {t('enrol.button')}
          </button>
        </div>
      </form>
    </>
  )
}
