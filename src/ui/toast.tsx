import './dialog.css'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from './i18n.ts'
import { createStore, useStore } from './store.ts'
import { Sign } from './status.tsx'

export interface Toast {
  /** `stop` stays until it is closed; the others leave after eight seconds, not while pointed at or focused. */
  kind?: 'done' | 'stop' | 'plain'
  title: ReactNode
  text?: ReactNode
  action?: { label: string; run: () => void }
}

const toasts = createStore<readonly (Toast & { id: number })[]>([])
let last = 0

/** Says something without taking the focus. Gives back the way to take it down again. */
export const toast = (content: Toast): (() => void) => {
  last += 1
  const id = last
  toasts.set(all => [...all.slice(-3), { ...content, id }])
  return () => close(id)
}
const close = (id: number): void => toasts.set(all => all.filter(other => other.id !== id))

const stay = 8000

const One = ({ item }: { item: Toast & { id: number } }) => {
  const t = useText()
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    if (paused || item.kind === 'stop') return undefined
    const timer = setTimeout(() => close(item.id), stay)
    return () => clearTimeout(timer)
  }, [paused, item.id, item.kind])
  return (
    <div
      className="toast"
      data-kind={item.kind ?? 'plain'}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <div>
        {item.kind && item.kind !== 'plain' ? <Sign kind={item.kind}>{item.title}</Sign> : item.title}
        {item.text && <p>{item.text}</p>}
      </div>
      {item.action && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          data-size="small"
          onClick={() => {
            item.action?.run()
            close(item.id)
          }}
        >
          {item.action.label}
        </button>
      )}
      <button
        type="button"
        className="button"
        data-kind="quiet"
        data-size="small"
        onClick={() => close(item.id)}
      >
        {t('close')}
      </button>
    </div>
  )
}

/** Where toasts appear; the shell holds it. */
export const Toasts = () => {
  const t = useText()
  const all = useStore(toasts)
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label={t('notifications')}>
      {all.map(item => (
        <One key={item.id} item={item} />
      ))}
    </div>
  )
}
