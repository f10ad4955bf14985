import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useText } from '#ui/i18n.ts'
import { Empty, Part, Skeleton } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { accessTexts } from '../texts/access.ts'
import { calls, useAct } from './calls.ts'
import { useNames } from './names.ts'
import { makePasskey, PasskeyError } from './passkey.ts'

/** One's own passkeys: add another, remove a lost one. */
export const Passkeys = () => {
  const t = useText(accessTexts)
  const act = useAct()
  const { when } = useNames()
  const id = useId()
  const [label, setLabel] = useState('')
  const held = useQuery(calls.access.passkeys.queryOptions())
  const add = async () => {
    try {
      const passkey = await makePasskey(await calls.access.passkeyOptions.call())
      if (await act(() => calls.access.addPasskey.call({ label, passkey }), t('passkeys.added'))) setLabel('')
    } catch (error) {
      const fault = error instanceof PasskeyError ? error.fault : 'cancelled'
      const key = fault === 'taken' ? 'enrol.taken' : (`signIn.${fault}` as const)
      toast({ kind: 'stop', title: t(key) })
    }
  }
  return (
    <Part title={t('passkeys.title')} count={held.data?.length}>
      {!held.data && <Skeleton />}
      {held.data?.length === 0 && <Empty title={t('passkeys.none')}>{t('passkeys.none.text')}</Empty>}
      <ul className="rows">
        {held.data?.map(passkey => (
          <li key={passkey.id}>
            <div>
              <span className="row-title">{passkey.label ?? t('passkeys.unnamed')}</span>
              <div className="row-meta">
                <span>{t(passkey.deviceBound ? 'passkeys.bound' : 'passkeys.synced')}</span>
                <span>{t('passkeys.enrolled', { when: when(passkey.enrolledAt) })}</span>
                {passkey.usedAt && <span>{t('passkeys.used', { when: when(passkey.usedAt) })}</span>}
              </div>
            </div>
            <button
              type="button"
              className="button"
              data-size="small"
              onClick={() =>
                void act(() => calls.access.removePasskey.call({ id: passkey.id }), t('passkeys.removed'))
              }
            >
              {t('passkeys.remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="one-time"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <div>
          <label htmlFor={id}>{t('passkeys.name')}</label>
          <input
            className="input"
            id={id}
            maxLength={60}
            autoComplete="off"
            value={label}
            onChange={event => setLabel(event.target.value)}
          />
        </div>
        <button type="submit" className="button">
          {t('passkeys.add')}
        </button>
      </form>
    </Part>
  )
}
