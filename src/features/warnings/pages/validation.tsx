import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newSubmission } from '#ui/call.ts'
import { faultOf } from '#ui/issue-text.ts'
import { useText } from '#ui/i18n.ts'
import { sayInLanguage } from '#ui/said.ts'
import { Notice, Part, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import { Content } from '../content.ts'
import type { Warning } from '../model.ts'
import { calls } from './calls.ts'
import { SideBySide } from './compare.tsx'
import { findingText, placeOf } from './pointed.ts'
import { TextDialog } from './remarks.tsx'
import { WhoWillSee } from './who-sees.tsx'
import { useWords } from './words.ts'

/** For the contact point: what the check found, who will see it, what changed; then validate or return. */
export const Validation = ({ warning }: { warning: Warning }) => {
  const { t, countryOnly } = useWords()
  const ui = useText()
  const queries = useQueryClient()
  const [returning, setReturning] = useState(false)
  const submission = useRef(newSubmission())
  const { content, handling, id, revision } = warning
  const body = { content: content ?? {}, handling }
  const check = useQuery({
    ...calls.warnings.check.queryOptions({ input: body }),
    enabled: content !== null,
  })
  const updated = warning.related.find(({ kind }) => kind === 'updates')
  const before = useQuery({
    ...calls.warnings.read.queryOptions({ input: { id: updated?.id ?? '' } }),
    enabled: updated !== undefined,
  })
  const again = () => queries.invalidateQueries({ queryKey: [['warnings']] })
  const validate = useMutation({
    mutationFn: () =>
      calls.warnings.validate.call(
        { id, revision, issue: true },
        { context: { submission: submission.current } },
      ),
    onSuccess: async ({ number }) => {
      toast({ kind: 'done', title: t('validate.done', { number: number ?? '' }) })
      await again()
    },
  })
  const fault = validate.isError ? faultOf(validate.error) : null
  const faults = check.data ?? []
  return (
    <Part
      title={t('validation', { state: countryOnly(warning.originator.state) })}
      caption={t('validation.caption')}
    >
      <div className="validation">
        {fault && (
          <Notice kind="stop" title={fault.offline ? ui('failed.line') : fault.message || ui('failed')} alert>
            {fault.issues.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
            {fault.code === 'conflict' && (
              <div className="buttons">
                <button type="button" className="button" onClick={() => void again()}>
                  {t('conflict.reread')}
                </button>
              </div>
            )}
          </Notice>
        )}
        {check.isPending ? (
          <Skeleton lines={1} />
        ) : faults.length === 0 ? (
          <Sign kind="done">{t('check.clear')}</Sign>
        ) : (
          <Notice kind="stop" title={t('check.faults', { count: faults.length })}>
            <ul>
              {faults.map(each => (
                <li key={`${each.path.join('.')} ${each.message}`}>
                  {t.or(`field.${placeOf(each)}`, '')}:{' '}
                  {each.kind === 'personal-data' ? findingText(each, t) : sayInLanguage(each.message)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {updated && before.data?.content && content && (
          <details open>
            <summary>{t('validation.changes')}</summary>
            <SideBySide
              before={Content.parse(before.data.content)}
              after={content}
              beforeLabel={t('versions.one', { version: before.data.version })}
              afterLabel={t('validation.draft')}
            />
          </details>
        )}
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-kind="primary"
            disabled={faults.length > 0 || validate.isPending || check.isPending}
            onClick={() => validate.mutate()}
          >
            {t('validate')}
          </button>
          <button type="button" className="button" onClick={() => setReturning(true)}>
            {t('return')}
          </button>
        </div>
      </div>
      {returning && (
        <TextDialog
          title={t('return.title')}
          name="reason"
          keep={`return ${id} ${revision}`}
          label={t('return.label')}
          hint={t('return.hint')}
          needed
          sendLabel={t('return.send')}
          onClose={() => setReturning(false)}
          send={async (reason, key) => {
            await calls.warnings.return.call({ id, revision, reason }, { context: { submission: key } })
            toast({ kind: 'done', title: t('return.done') })
            await again()
          }}
        />
      )}
    </Part>
  )
}

/** Whom the draft is meant for, beside it. */
export const MeantFor = ({ warning }: { warning: Warning }) => {
  const { t } = useWords()
  const audience = useQuery(
    calls.warnings.audience.queryOptions({
      input: { content: warning.content ?? {}, handling: warning.handling },
    }),
  )
  return (
    <Part title={t('who')}>
      <WhoWillSee audience={audience} />
    </Part>
  )
}
