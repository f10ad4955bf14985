import './alerts.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { FileInput, isReadable } from '#ui/file-input.tsx'
import { halfWritten, keep, sent } from '#ui/half-written.ts'
import { useText } from '#ui/i18n.ts'
import { Shape } from '#ui/icons.tsx'
import { faultOf } from '#ui/issue-text.ts'
import { Empty, Facts, Failed, Notice, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { sayInLanguage } from '#ui/said.ts'
import { Table } from '#ui/table.tsx'
import { formats } from '../formats/brought.ts'
import type { AlertList } from '../model.ts'
import { useKeeper, useLists } from './reach.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

/** Brings a file of alerts into a list of one's own: tried first, then done. */
export const Import = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('import')}>
      <Bring />
    </UnderPurpose>
  )
}

const Bring = () => {
  const { t } = useWords()
  const keeper = useKeeper()
  const lists = useLists()
  const mine = lists.data?.filter(list => list.mine) ?? []
  return (
    <>
      <PageHead title={t('import')}>{t('import.text')}</PageHead>
      {!keeper.now ? (
        <Empty title={t('keeper.needed')}>{t('keeper.other-purpose')}</Empty>
      ) : lists.isError ? (
        <Failed {...failedQuery(lists)} />
      ) : !lists.data ? (
        <Skeleton lines={4} />
      ) : mine.length === 0 ? (
        <Empty
          title={t('new.no-list')}
          action={
            <a className="button" href="/alerts/lists">
              {t('lists')}
            </a>
          }
        >
          {t('new.no-list.text')}
        </Empty>
      ) : (
        <File lists={mine} />
      )}
    </>
  )
}

interface Wish {
  list: string
  file: globalThis.File | null
  alt: globalThis.File | null
  format: string
  reason: string
  withoutRejected: boolean
  withdrawMissing: boolean
}

/** The file and what is said of it, kept in the page's memory while one looks elsewhere or signs in again. */
const keptAs = 'import of alerts'

/** The one published list that comes in two files. */
const withAlt = ({ format }: Wish): boolean => format === 'ofac-sdn-csv'

type Files = 'file' | 'alt'
type Result = Awaited<ReturnType<typeof calls.alerts.import.call>>

const File = ({ lists }: { lists: readonly AlertList[] }) => {
  const { t } = useWords()
  const ui = useText()
  const id = useId()
  const queries = useQueryClient()
  const [wish, setWish] = useState<Wish>(() => {
    const kept: Partial<Wish> = halfWritten(keptAs) ?? {}
    return {
      file: null,
      alt: null,
      format: '',
      reason: '',
      withoutRejected: false,
      withdrawMissing: false,
      ...kept,
      list: (lists.find(list => list.id === kept.list) ?? lists[0])?.id ?? '',
    }
  })
  const [lacking, setLacking] = useState<{ which: Files; why: 'missing' | 'changed' } | null>(null)
  const run = useMutation({
    mutationFn: async (dry: boolean): Promise<{ result: Result; of: Wish }> => {
      const { list, file, alt, format, reason, withoutRejected, withdrawMissing } = wish
      if (!file) throw new Error('no file')
      const result = await calls.alerts.import.call({
        list,
        file,
        dry,
        reason,
        withoutRejected,
        withdrawMissing,
        ...(alt && withAlt(wish) && { alt }),
        ...(format && { format: formats.find(each => each === format) ?? null }),
      })
      if (!dry) {
        sent(keptAs)
        await queries.invalidateQueries({ queryKey: [['alerts']] })
      }
      return { result, of: wish }
    },
  })
  // What was tried holds only for exactly what was tried.
  const change = (next: Partial<Wish>) => {
    const all = { ...wish, ...next }
    setWish(all)
    keep(keptAs, { ...all })
    setLacking(null)
    if (!run.isPending) run.reset()
  }
  const attempt = async (dry: boolean) => {
    if (run.isPending) return
    if (!wish.file) {
      setLacking({ which: 'file', why: 'missing' })
      document.getElementById(`${id}-file`)?.focus()
      return
    }
    // A browser sends nothing of a file that was changed since, and says no more than that the line is down.
    for (const which of withAlt(wish) ? (['file', 'alt'] as const) : (['file'] as const)) {
      const file = wish[which]
      if (!file || (await isReadable(file))) continue
      change({ [which]: null })
      setLacking({ which, why: 'changed' })
      document.getElementById(`${id}-${which}`)?.focus()
      return
    }
    run.mutate(dry)
  }
  const chooser = (which: Files, accept: string, hint?: string) => (
    <div className="field" data-invalid={lacking?.which === which ? '' : undefined}>
      <label htmlFor={`${id}-${which}`}>{t(`import.${which}`)}</label>
      {hint && (
        <p className="hint" id={`${id}-${which}-hint`}>
          {hint}
        </p>
      )}
      {lacking?.which === which && (
        <p className="field-error" id={`${id}-${which}-error`}>
          <Shape kind="stop" />
          <span>{t(`import.file.${lacking.why}`)}</span>
        </p>
      )}
      <FileInput
        id={`${id}-${which}`}
        accept={accept}
        file={wish[which]}
        onFile={file => change({ [which]: file })}
        aria-describedby={
          [hint && `${id}-${which}-hint`, lacking?.which === which && `${id}-${which}-error`]
            .filter(Boolean)
            .join(' ') || undefined
        }
        aria-invalid={lacking?.which === which || undefined}
      />
    </div>
  )
  const done = run.data?.of === wish ? run.data.result : undefined
  const fault = run.isError ? faultOf(run.error) : null
  const runnable =
    done?.dry === true &&
    done.entered + done.changed + done.withdrawn > 0 &&
    (done.rejected === 0 || wish.withoutRejected)
  return (
    <>
      <form
        className="writing"
        aria-label={t('import')}
        onSubmit={event => {
          event.preventDefault()
          void attempt(true)
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-list`}>{t('import.list')}</label>
          <span className="select">
            <select
              className="input"
              id={`${id}-list`}
              value={wish.list}
              onChange={event => change({ list: event.target.value })}
            >
              {lists.map(list => (
                <option key={list.id} value={list.id}>
                  {list.name} · {t(`kind.${list.kind}`)}
                </option>
              ))}
            </select>
          </span>
        </div>
        {chooser('file', '.jsonl,.ndjson,.json,.csv,.tsv,.xml', t('import.file.hint'))}
        <div className="pair">
          <div className="field">
            <label htmlFor={`${id}-format`}>{t('import.format')}</label>
            <span className="select">
              <select
                className="input"
                id={`${id}-format`}
                value={wish.format}
                onChange={event => change({ format: event.target.value })}
              >
                <option value="">{t('import.format.auto')}</option>
                {formats.map(format => (
                  <option key={format} value={format}>
                    {t(`format.${format}`)}
                  </option>
                ))}
              </select>
            </span>
          </div>
          {withAlt(wish) && chooser('alt', '.csv')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-reason`}>
            {t('field.ground.reason')} <span className="field-note">{ui('form.optional')}</span>
          </label>
          <p className="hint" id={`${id}-reason-hint`}>
            {t('import.reason.hint')}
          </p>
          <input
            className="input"
            id={`${id}-reason`}
            maxLength={500}
            value={wish.reason}
            aria-describedby={`${id}-reason-hint`}
            onChange={event => change({ reason: event.target.value })}
          />
        </div>
        <Check
          label={t('import.without-rejected')}
          checked={wish.withoutRejected}
          onCheck={withoutRejected => change({ withoutRejected })}
        />
        <Check
          label={t('import.withdraw-missing')}
          hint={t('import.withdraw-missing.hint')}
          checked={wish.withdrawMissing}
          onCheck={withdrawMissing => change({ withdrawMissing })}
        />
        <div className="buttons import-acts">
          <button
            type="submit"
            className="button"
            data-kind={runnable ? undefined : 'primary'}
            disabled={run.isPending}
          >
            {run.isPending ? t('import.running') : t('import.try')}
          </button>
          {runnable && (
            <button
              type="button"
              className="button"
              data-kind="primary"
              disabled={run.isPending}
              onClick={() => void attempt(false)}
            >
              {t('import.run')}
            </button>
          )}
        </div>
      </form>
      <div role="status">
        {fault && (
          <Notice
            kind="stop"
            level={2}
            title={fault.offline ? ui('failed.line') : fault.message || ui('failed')}
          >
            {fault.issues.map(({ path, message, mend }) => (
              <p key={`${path.join('.')} ${message}`}>
                {message} {mend}
              </p>
            ))}
          </Notice>
        )}
        {done && <Outcome result={done} />}
      </div>
    </>
  )
}

const Check = (props: {
  label: string
  hint?: string
  checked: boolean
  onCheck: (checked: boolean) => void
}) => (
  <label className="choice">
    <input type="checkbox" checked={props.checked} onChange={event => props.onCheck(event.target.checked)} />
    <span>
      {props.label}
      {props.hint && <small>{props.hint}</small>}
    </span>
  </label>
)

const Outcome = ({ result }: { result: Result }) => {
  const { t } = useWords()
  const said = result.dry ? 'import.would' : 'import.did'
  return (
    <Part
      title={t(result.dry ? 'import.tried' : 'import.done')}
      caption={t.or(`format.${result.format}`, result.format)}
      after
    >
      <Notice
        kind={result.rejected > 0 ? 'check' : 'done'}
        title={t(
          result.dry
            ? result.rejected > 0
              ? 'import.tried.faults'
              : 'import.tried.clean'
            : 'import.done.text',
          { count: result.rejected },
        )}
      >
        <p>{t(result.dry ? 'import.tried.text' : 'import.done.note')}</p>
      </Notice>
      <Facts
        wide
        facts={[
          [t('import.read'), String(result.read)],
          [t(`${said}.enter`), String(result.entered)],
          [t(`${said}.change`), String(result.changed)],
          [t('import.unchanged'), String(result.unchanged)],
          [t('import.kept'), String(result.kept)],
          [t(`${said}.withdraw`), String(result.withdrawn)],
          [t('import.skipped'), String(result.skipped)],
          [t('import.rejected'), String(result.rejected)],
        ]}
      />
      {result.problems.length > 0 && (
        <Table
          label={t('import.problems')}
          tools="import-problems"
          rows={result.problems.map(({ message, mend, ...problem }, index) => ({
            ...problem,
            message: sayInLanguage(message),
            mend: mend && sayInLanguage(mend),
            index,
          }))}
          rowId={({ index }) => index}
          columns={[
            {
              id: 'line',
              header: t('import.line'),
              value: ({ line }) => line,
              numeric: true,
              width: 'short',
            },
            { id: 'where', header: t('import.where'), value: ({ where }) => where, title: true },
            { id: 'message', header: t('import.fault'), value: ({ message }) => message, width: 'half' },
            { id: 'mend', header: t('import.mend'), value: ({ mend }) => mend, width: 'half' },
          ]}
        />
      )}
      {result.remarks.length > 0 && (
        <ul className="rows">
          {result.remarks.map(remark => (
            <li key={remark}>{sayInLanguage(remark)}</li>
          ))}
        </ul>
      )}
    </Part>
  )
}
