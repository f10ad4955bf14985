import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { faultOf } from '#ui/issue-text.ts'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/parts.tsx'
import { sayInLanguage } from '#ui/said.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** Makes a draft of a CAP 1.2 message that somebody else's system wrote. Nothing is sent. */
export const ImportCap = () => {
  const { t } = useWords()
  const ui = useText()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const take = useMutation(calls.warnings.importCap.mutationOptions())
  const fault = take.isError ? faultOf(take.error) : null
  const made = take.data
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          take.reset()
          setOpen(true)
        }}
      >
        {t('cap.import')}
      </button>
      {open && (
        <Dialog
          title={t('cap.import.title')}
          onClose={() => setOpen(false)}
          actions={
            made && (
              <button
                type="button"
                className="button"
                data-kind="primary"
                onClick={() => void router.navigate({ href: `/warnings/${made.id}/edit` })}
              >
                {t('cap.open')}
              </button>
            )
          }
        >
          {made ? (
            <>
              <Notice kind="done" title={t('cap.made')} />
              {made.findings.length > 0 && (
                <>
                  <p>{t('cap.findings', { count: made.findings.length })}</p>
                  <ul className="rows">
                    {made.findings.map(finding => (
                      <li key={`${finding.where} ${finding.message}`}>
                        <div>
                          <strong>{finding.where}</strong> {sayInLanguage(finding.message)}
                        </div>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </>
          ) : (
            <>
              {fault && (
                <Notice
                  kind="stop"
                  title={fault.offline ? ui('failed.line') : fault.message || ui('failed')}
                  alert
                >
                  {fault.issues.map(({ message }) => (
                    <p key={message}>{message}</p>
                  ))}
                </Notice>
              )}
              <div className="field">
                <label htmlFor="cap-file">{t('cap.file')}</label>
                <p className="hint">{t('cap.file.hint')}</p>
                <input
                  className="input"
                  id="cap-file"
                  ref={input}
                  type="file"
                  accept=".xml,.cap,application/cap+xml,text/xml"
                  disabled={take.isPending}
                  onChange={event => {
                    const file = event.target.files?.[0]
                    if (file) take.mutate({ file })
                  }}
                />
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
