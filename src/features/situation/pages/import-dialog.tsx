import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { faultOf, type FormIssue } from '#ui/issue-text.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useText } from '#ui/i18n.ts'
import { Notice, Progress } from '#ui/parts.tsx'
import type { Imported } from '../api.ts'
import { type SourceCode, SourceCode as Codes } from '../model.ts'
import { situationTexts } from '../texts/situation.ts'
import { calls } from './calls.ts'

type Input = { source: SourceCode; file?: File; asOf?: string; withoutRejected?: boolean }
type State =
  | { kind: 'still' }
  | { kind: 'running'; source: SourceCode; read: number; of: number }
  | { kind: 'done'; lines: string[] }
  | { kind: 'refused'; message: string; issues: readonly FormIssue[]; input: Input | null }

/** Analysts bring in open data here: what is carried with the software, or a newer file. */
export function ImportButton() {
  const t = useText(situationTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('import')}
      </button>
      {open && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText(situationTexts)
  const queries = useQueryClient()
  const [state, setState] = useState<State>({ kind: 'still' })
  const running = state.kind === 'running'
  useProgress(running, (source, read, of) => setState({ kind: 'running', source, read, of }))

  const bringIn = async (inputs: Input[]) => {
    const lines: string[] = []
    try {
      for (const input of inputs) {
        setState({ kind: 'running', source: input.source, read: 0, of: 0 })
        const made = await calls.situation.import.call(input)
        const what = made.added + made.gone === 0 ? t('import.same') : t('import.done', figuresOf(made))
        lines.push(`${t(`source.${input.source}`)}: ${what}`)
      }
      setState({ kind: 'done', lines })
      await queries.invalidateQueries()
    } catch (error) {
      const problem = problemOf(error)
      setState({
        kind: 'refused',
        message: faultOf(error).message || String(error),
        issues: faultOf(error).issues,
        // Rows were rejected, not the file: the others may be taken.
        input: problem?.data.issues.some(({ path }) => path[0] === 'file') ? (inputs[0] ?? null) : null,
      })
    }
  }
  return (
    <Dialog title={t('import.title')} onClose={onClose}>
      <p>{t('import.text')}</p>
      {state.kind === 'running' && (
        <Progress
          label={t('import.running', {
            source: t(`source.${state.source}`),
            read: state.read,
            of: state.of,
          })}
          done={state.read}
          of={Math.max(1, state.of)}
        />
      )}
      {state.kind === 'done' && (
        <Notice kind="done" title={t('import.title')}>
          {state.lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {state.kind === 'refused' && (
        <Notice kind="stop" title={state.message} alert>
          <ul>
            {state.issues.slice(0, 20).map(issue => (
              <li key={issue.message}>
                {issue.message} {issue.mend}
              </li>
            ))}
          </ul>
          {state.input && (
            <div className="buttons">
              <button
                type="button"
                className="button"
                onClick={() => state.input && void bringIn([{ ...state.input, withoutRejected: true }])}
              >
                {t('import.without')}
              </button>
            </div>
          )}
        </Notice>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={running}
          onClick={() => void bringIn(Codes.options.map(source => ({ source })))}
        >
          {t('import.carried')}
        </button>
      </div>
      <OwnFile running={running} bringIn={input => void bringIn([input])} />
    </Dialog>
  )
}

const figuresOf = ({ rows, total, added, gone }: Imported) => ({ rows, total, added, gone })

function OwnFile(props: {
  running: boolean
  bringIn: (input: { source: SourceCode; file: File; asOf: string }) => void
}) {
  const t = useText(situationTexts)
  const id = useId()
  const [source, setSource] = useState<SourceCode>('iom-missing-migrants')
  const [asOf, setAsOf] = useState('')
  const [file, setFile] = useState<File | null>(null)
  return (
    <form
      className="import-file"
      onSubmit={event => {
        event.preventDefault()
        if (file && asOf) props.bringIn({ source, file, asOf })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-source`}>{t('import.source')}</label>
        <span className="select">
          <select
            className="input"
            id={`${id}-source`}
            value={source}
            onChange={event => setSource(Codes.parse(event.target.value))}
          >
            {Codes.options.map(code => (
              <option key={code} value={code}>
                {t(`source.${code}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('import.asOf')}</label>
        <input
          className="input"
          id={`${id}-day`}
          type="date"
          required
          value={asOf}
          onChange={event => setAsOf(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t('import.file')}</label>
        <input
          className="input"
          id={`${id}-file`}
          type="file"
          required
          accept=".csv,.gz,text/csv"
          onChange={event => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <button type="submit" className="button" disabled={props.running}>
        {t('import.own')}
      </button>
    </form>
  )
}

/** The server tells the importer how far it is: `source read of`. */
function useProgress(on: boolean, tell: (source: SourceCode, read: number, of: number) => void): void {
  useEffect(() => {
    if (!on) return
    const events = new EventSource('/api/events')
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { topic, id } = JSON.parse(data) as { topic: string; id: string }
      if (topic !== 'import') return
      const [code, read, of] = id.split(' ')
      const source = Codes.safeParse(code)
      if (source.success) tell(source.data, Number(read), Number(of ?? 0))
    })
    return () => events.close()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [on])
}
