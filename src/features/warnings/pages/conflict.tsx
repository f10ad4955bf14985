import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failed, Notice, Skeleton } from '#ui/parts.tsx'
import type { Values } from '#ui/form-values.ts'
import { formatDateTime } from '#ui/format.ts'
import { toast } from '#ui/toast.tsx'
import { Content } from '../content.ts'
import type { Warning } from '../model.ts'
import { calls } from './calls.ts'
import { SideBySide } from './compare.tsx'
import { failedQuery } from './failed.ts'
import type { WritingState } from './use-writing.ts'
import { useWords } from './words.ts'
import { bodyOf } from './writing.ts'

/** Somebody else saved this draft meanwhile: both versions, and a choice that loses neither. */
export const Conflict = (props: {
  writing: WritingState
  values: Values
  onTakeTheirs: (theirs: Warning) => void
}) => {
  const { writing, values } = props
  const { t, language } = useWords()
  const [busy, setBusy] = useState(false)
  const theirs = useQuery({
    ...calls.warnings.read.queryOptions({ input: { id: writing.link.id ?? '' } }),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  if (theirs.isError) return <Failed {...failedQuery(theirs)} />
  if (!theirs.data) return <Skeleton lines={3} />
  const other = theirs.data
  const mine = Content.parse(bodyOf(values, new Date()).content)
  const closed = !other.may.edit
  const keepMine = async () => {
    setBusy(true)
    writing.takeRevision(other.revision)
    await writing.draft.save()
    setBusy(false)
  }
  const takeTheirs = async () => {
    setBusy(true)
    await writing.keepCopy()
    await writing.draft.drop()
    writing.takeRevision(other.revision)
    props.onTakeTheirs(other)
    toast({ kind: 'done', title: t('conflict.copied') })
    setBusy(false)
  }
  return (
    <div className="standing">
      <Notice kind="check" level={2} title={t('conflict')} alert>
        <p>
          {t(closed ? 'conflict.closed' : 'conflict.text', {
            when: formatDateTime(new Date(other.updatedAt), language),
          })}
        </p>
      </Notice>
      {other.content && (
        <SideBySide
          before={Content.parse(other.content)}
          after={mine}
          beforeLabel={t('conflict.theirs')}
          afterLabel={t('conflict.mine')}
        />
      )}
      <div className="buttons conflict-acts">
        {!closed && (
          <button type="button" className="button" disabled={busy} onClick={() => void keepMine()}>
            {t('conflict.keep-mine')}
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={() => void takeTheirs()}>
          {t('conflict.take-theirs')}
        </button>
      </div>
    </div>
  )
}
