import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import { formatTime } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { faultOf } from './issue-text.ts'
import { Sign } from './status.tsx'

export type DraftState =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'failed' }
  | { kind: 'here' | 'waiting' | 'sent'; at: Date }

export interface Draft {
  state: DraftState
  /** When the draft that was put back had been saved; null when there was none. */
  restored: Date | null
  /** Saves at once, here and above. */
  save: () => Promise<void>
  /** Forgets it, after sending or by the reader's wish. */
  drop: () => Promise<void>
}

interface DraftOptions<T> {
  /** Puts an earlier draft back, once, before anything is saved. */
  restore: (value: T) => void
  /** Sends the draft up too. While the line is down it waits and tries again when it is back. */
  upload?: (value: T) => Promise<unknown>
  /** Milliseconds of quiet before saving here; five times as long before sending up. */
  quiet?: number
}

/**
 * Keeps `value` under `name` on this device as it changes: encrypted, through reload and lost line.
 * Give `value` a new identity only when it changed (a form's values do that).
 */
export const useDraft = <T,>(name: string, value: T, options: DraftOptions<T>): Draft => {
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const [restored, setRestored] = useState<Date | null>(null)
  const latest = useRef({ value, options })
  const ready = useRef<T | undefined>(undefined)
  const opened = useRef(false)
  const kept = useRef<T | undefined>(undefined)
  useEffect(() => {
    latest.current = { value, options }
  })

  useEffect(() => {
    let gone = false
    opened.current = false
    const bringBack = async () => {
      const draft = await readDraft(name).catch(() => null)
      if (gone) return
      opened.current = true
      if (!draft) return
      kept.current = draft.value as T
      latest.current.options.restore(draft.value as T)
      setRestored(draft.saved)
      setState({ kind: draft.sent ? 'sent' : 'here', at: draft.saved })
    }
    void bringBack()
    return () => {
      gone = true
    }
  }, [name])

  const keep = useCallback(async (): Promise<Date | null> => {
    try {
      const saved = await keepDraft(name, latest.current.value)
      kept.current = latest.current.value
      setState({ kind: 'here', at: saved })
      return saved
    } catch {
      setState({ kind: 'failed' })
      return null
    }
  }, [name])

  const raise = useCallback(async () => {
    const { options, value } = latest.current
    if (!options.upload) return
    try {
      await options.upload(value)
      const at = await keepDraft(name, value, new Date())
      if (latest.current.value === value) setState({ kind: 'sent', at })
    } catch (error) {
      if (faultOf(error).offline) setState({ kind: 'waiting', at: new Date() })
    }
  }, [name])

  const save = useCallback(async () => {
    setState({ kind: 'saving' })
    if (await keep()) await raise()
  }, [keep, raise])

  useEffect(() => {
    if (ready.current === undefined) {
      ready.current = value
      return
    }
    if (!opened.current || value === kept.current) return
    setState({ kind: 'saving' })
    const quiet = latest.current.options.quiet ?? 400
    const here = setTimeout(() => void keep(), quiet)
    const above = setTimeout(() => void raise(), quiet * 5)
    return () => {
      clearTimeout(here)
      clearTimeout(above)
    }
  }, [value, keep, raise])

  useEffect(() => {
    // The last words before the page goes are kept too.
    const hide = () => {
      if (document.visibilityState === 'hidden' && opened.current && latest.current.value !== kept.current)
        void keep()
    }
    const online = () => void raise()
    document.addEventListener('visibilitychange', hide)
    addEventListener('online', online)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('online', online)
    }
  }, [keep, raise])

  const drop = useCallback(async () => {
    kept.current = latest.current.value
    await dropDraft(name)
    setState({ kind: 'none' })
    setRestored(null)
  }, [name])

  return { state, restored, save, drop }
}

/** Where the draft is, in words: for the status bar or beside the buttons. */
export const DraftNote = ({ state }: { state: DraftState }): ReactNode => {
  const t = useText()
  const language = useLanguage()
  if (state.kind === 'none') return null
  if (state.kind === 'saving') return t('draft.saving')
  if (state.kind === 'failed') return <Sign kind="stop">{t('draft.failed')}</Sign>
  const words = t(`draft.${state.kind}`, { time: `${formatTime(state.at, language)} UTC` })
  return state.kind === 'waiting' ? <Sign kind="check">{words}</Sign> : words
}
