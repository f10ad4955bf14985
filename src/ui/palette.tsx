import './palette.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Marking } from '#vocabulary/marking.ts'
import { matching } from './fold.ts'
import { useText } from './i18n.ts'
import { Icon } from './icons.tsx'
import { KeyCaps } from './key-caps.tsx'
import { KeyLevel, layers } from './keys.ts'
import { MarkingTag } from './status.tsx'

/** Something that can be done from anywhere. Give `href` or `run`. */
export interface Command {
  id: string
  label: string
  hint?: string
  /** Other words people may type for it. */
  words?: string
  key?: string
  href?: string
  run?: () => void
}

/** One thing found by the search; what the reader may not see never comes back from it. */
export interface Found {
  id: string
  label: string
  hint?: string
  marking?: Marking
  href: string
}
export type SearchProvider = (words: string, signal: AbortSignal) => Promise<Found[]>

interface Entry extends Command {
  group: 'go' | 'commands' | 'found'
  marking?: Marking
}

const useFound = (typed: string, search: SearchProvider | undefined) => {
  const [state, setState] = useState<{ words: string; found: Found[]; failed: boolean }>({
    words: '',
    found: [],
    failed: false,
  })
  const words = typed.trim()
  useEffect(() => {
    if (!search || words.length < 2) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      search(words, stop.signal).then(
        found => !stop.signal.aborted && setState({ words, found, failed: false }),
        () => !stop.signal.aborted && setState({ words, found: [], failed: true }),
      )
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, search])
  const asked = search !== undefined && words.length >= 2
  return {
    found: asked ? state.found : [],
    searching: asked && state.words !== words,
    failed: asked && state.failed && state.words === words,
  }
}

/** Search or go to: places, commands and what the search finds, by keyboard alone. */
export const Palette = (props: {
  commands: Command[]
  navigation: { id: string; href: string; label: string }[]
  search?: SearchProvider | undefined
  navigate: (href: string) => void
  onClose: () => void
}) => {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { found, searching, failed } = useFound(typed, props.search)

  useEffect(() => {
    const layer = { level: 1, keys: () => ({}) }
    layers.set(all => [...all, layer])
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    return () => {
      layers.set(all => all.filter(other => other !== layer))
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const entries: Entry[] = [
    ...matching(props.commands, typed).map(entry => ({ ...entry, group: 'commands' as const })),
    ...matching(props.navigation, typed).map(entry => ({ ...entry, group: 'go' as const })),
    ...found.map(entry => ({ ...entry, group: 'found' as const })),
  ]
  const current = Math.min(at, entries.length - 1)
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    props.onClose()
    // After the dialog has given the focus back, so that the new page may take it.
    setTimeout(() => (entry.href === undefined ? entry.run?.() : props.navigate(entry.href)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const by = step[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const next = Math.abs(by) === 1 ? (current + by + entries.length) % entries.length : current + by
      setAt(Math.max(0, Math.min(entries.length - 1, next)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[current])
    }
  }
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current, id])

  const groups: [Entry['group'], string][] = [
    ['commands', t('palette.commands')],
    ['go', t('palette.go')],
    ['found', t('palette.found')],
  ]
  const say = failed
    ? t('palette.failed')
    : searching
      ? t('palette.searching')
      : entries.length
        ? t('palette.results', { count: entries.length })
        : t('palette.none', { words: typed.trim() })
  return (
    <KeyLevel value={1}>
      {/* Arrow keys and Enter act on the list while the focus stays in the field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <dialog
        ref={dialog}
        className="palette"
        aria-label={t('palette')}
        onCancel={event => {
          event.preventDefault()
          props.onClose()
        }}
        onClick={event => event.target === dialog.current && props.onClose()}
        onKeyDown={onKeyDown}
      >
        <label>
          <Icon name="search" />
          <span className="unseen">{t('palette')}</span>
          <input
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length ? `${id}-${current}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('palette.input')}
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              setAt(0)
            }}
          />
          <kbd>Esc</kbd>
        </label>
        <div
          className="palette-list"
          role="listbox"
          id={`${id}-list`}
          aria-label={t('palette')}
          tabIndex={-1}
        >
          {groups.map(([group, name]) =>
            entries.some(entry => entry.group === group) ? (
              <div key={group} role="group" aria-label={name}>
                <div role="presentation" aria-hidden="true">
                  {name}
                </div>
                {entries.map((entry, index) =>
                  entry.group === group ? (
                    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field's keys choose it
                    <div
                      key={entry.id}
                      role="option"
                      id={`${id}-${index}`}
                      aria-selected={index === current}
                      tabIndex={-1}
                      onClick={() => choose(entry)}
                      onPointerMove={() => setAt(index)}
                    >
                      <span>
                        {entry.label}
                        {entry.hint && <small>{entry.hint}</small>}
                      </span>
                      {entry.marking && <MarkingTag marking={entry.marking} />}
                      {entry.key && (
                        <span>
                          <KeyCaps name={entry.key} />
                        </span>
                      )}
                    </div>
                  ) : null,
                )}
              </div>
            ) : null,
          )}
        </div>
        <p className="palette-say" role="status">
          {say}
        </p>
      </dialog>
    </KeyLevel>
  )
}
