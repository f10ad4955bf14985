import { createContext, useContext, useEffect, useRef } from 'react'
import { recall, remember } from './remember.ts'
import { createStore } from './store.ts'

/** A key's name is `n`, `/`, `?`, `F8`, `Escape`, `ArrowDown`, or with `Ctrl+` (also Command on a Mac): `Ctrl+Enter`. */
export interface KeyAction {
  label: string
  run: (event: KeyboardEvent) => void
  /** Another key drawn beside it in the status bar, such as k beside j. */
  also?: string
  /** Works but is not listed in the status bar, for a second key of the same action. */
  hidden?: boolean
  /** Acts instead of another key of the same name, whichever was shown first: / in a page with a filter of its own. */
  over?: boolean
}
export type Keys = Record<string, KeyAction>

interface Layer {
  level: number
  keys: () => Keys
}
/** Dialogs raise the level; only keys of the highest level act. */
export const KeyLevel = createContext(0)

export const layers = createStore<readonly Layer[]>([])
/** Keys of a single letter can be switched off (WCAG 2.2, 2.1.4). */
export const singleKeys = createStore(recall('single-keys') !== 'off')
export const setSingleKeys = (on: boolean): void => {
  singleKeys.set(on)
  remember('single-keys', on ? null : 'off')
}

/** The key's name as `useKeys` writes it. */
export const keyName = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key
}

const isSingle = (name: string): boolean => name.length === 1

/** Whether a key belongs to what is being typed into, so that no shortcut may take it. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type)
  )
}

/** The keys that act now: those of the highest level, later ones before earlier ones. */
export const activeKeys = (all: readonly Layer[]): Map<string, KeyAction> => {
  const top = Math.max(0, ...all.map(({ level }) => level))
  const active = new Map<string, KeyAction>()
  for (const layer of all)
    if (layer.level === top)
      for (const [name, action] of Object.entries(layer.keys())) {
        if (active.get(name)?.over && !action.over) continue
        active.delete(name)
        active.set(name, action)
      }
  return active
}

const press = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const name = keyName(event)
  const printable =
    isSingle(name) ||
    ['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(name)
  if (printable && isTyping(event.target)) return
  if (isSingle(name) && !singleKeys.get()) return
  const action = activeKeys(layers.get()).get(name)
  if (!action) return
  event.preventDefault()
  action.run(event)
}

let listening = 0

/**
 * Keys of a page or a part, for as long as it is shown; listed in the status bar and under `?`.
 * Letters, arrows and Enter are left alone while the reader types in a field.
 */
export const useKeys = (keys: Keys, on = true): void => {
  const level = useContext(KeyLevel)
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const names = Object.entries(keys)
    .map(([name, { label }]) => `${name} ${label}`)
    .join('\n')
  useEffect(() => {
    if (!on) return
    const layer = { level, keys: () => latest.current }
    layers.set(all => [...all, layer])
    listening += 1
    if (listening === 1) document.addEventListener('keydown', press)
    return () => {
      layers.set(all => all.filter(other => other !== layer))
      listening -= 1
      if (listening === 0) document.removeEventListener('keydown', press)
    }
    // `names` tells the status bar and the help when a key or its words change.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [level, on, names])
}
