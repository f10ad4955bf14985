import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { matching } from './fold.ts'
import { useText } from './i18n.ts'
import { Icon } from './icons.tsx'
import { announce } from './page.ts'

/** One value that may be chosen. `words` are others that people may type for it. */
export interface Choice {
  value: string
  label: string
  hint?: string | undefined
  words?: string
}
export type Suggest = (typed: string, signal: AbortSignal) => Promise<Choice[]>

/** Choices that fit what is typed: a value typed exactly comes first. */
export const suggestFrom = (
  choices: readonly Choice[],
  typed: string,
  taken: readonly string[],
): Choice[] => {
  const free = choices.filter(({ value }) => !taken.includes(value))
  const exact = free.filter(({ value }) => value.toLowerCase() === typed.trim().toLowerCase())
  const rest = matching(
    free
      .filter(choice => !exact.includes(choice))
      .map(choice => ({ ...choice, words: `${choice.value} ${choice.words ?? ''}` })),
    typed,
  )
  return [...exact, ...rest].slice(0, 50)
}

const useSuggestions = (
  typed: string,
  taken: readonly string[],
  choices?: readonly Choice[],
  suggest?: Suggest,
) => {
  const [found, setFound] = useState<Choice[]>([])
  useEffect(() => {
    if (!suggest || !typed.trim()) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      suggest(typed, stop.signal).then(
        list => !stop.signal.aborted && setFound(list),
        () => !stop.signal.aborted && setFound([]),
      )
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, suggest])
  if (choices) return suggestFrom(choices, typed, taken)
  return typed.trim() ? found.filter(({ value }) => !taken.includes(value)) : []
}

export interface TokenFieldProps {
  id: string
  /** What one entry is called, for “Remove Croatia”. */
  label: string
  value: readonly string[]
  onChange: (value: string[]) => void
  choices?: readonly Choice[] | undefined
  suggest?: Suggest | undefined
  /** Takes words that no suggestion names. */
  free?: boolean
  most?: number | undefined
  placeholder?: string | undefined
  describedBy?: string | undefined
  invalid?: boolean
}

/** Several values as tags with a field that suggests (WAI-ARIA combobox): arrows choose, Enter takes, Backspace removes. */
export const TokenField = (props: TokenFieldProps) => {
  const { id, value, onChange, choices, suggest, free = false } = props
  const t = useText()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [named, setNamed] = useState<Record<string, string>>({})
  const found = useSuggestions(typed, value, choices, suggest)
  const current = Math.min(at, found.length - 1)
  const nameOf = (code: string) =>
    named[code] ?? choices?.find(choice => choice.value === code)?.label ?? code
  const full = props.most !== undefined && value.length >= props.most
  const shown = open && !full && (typed.trim() !== '' || (choices !== undefined && found.length > 0))

  const take = (codes: string[]) => {
    onChange([...value, ...codes.filter(code => !value.includes(code))])
    setTyped('')
    setAt(0)
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    setNamed(known => ({ ...known, [choice.value]: choice.label }))
    take([choice.value])
    announce(choice.label)
  }
  const remove = (code: string) => {
    onChange(value.filter(other => other !== code))
    announce(t('form.remove', { what: nameOf(code) }))
    document.getElementById(id)?.focus()
  }
  const takeTyped = () => {
    const parts = typed
      .split(/[,;\n]/)
      .map(part => part.trim())
      .filter(Boolean)
    const known = parts.map(part =>
      free ? part : choices?.find(({ value: code }) => code.toLowerCase() === part.toLowerCase())?.value,
    )
    const good = known.filter(part => part !== undefined)
    if (good.length && good.length === parts.length) take(good)
    else if (found.length && shown) choose(found[current])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (shown && found.length)
        setAt((current + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    } else if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      if (typed.trim() === '' && !(event.key === 'Enter' && shown)) return
      event.preventDefault()
      if (shown && found.length && event.key === 'Enter' && !(free && at === 0)) choose(found[current])
      else takeTyped()
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Backspace' && typed === '' && value.length) remove(value.at(-1) ?? '')
  }
  useEffect(() => {
    if (shown) document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [shown, current, list])

  return (
    <>
      <div className="tags">
        {value.map(code => (
          <span className="tag" key={code}>
            {nameOf(code)}
            <button
              type="button"
              aria-label={t('form.remove', { what: nameOf(code) })}
              onClick={() => remove(code)}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
      </div>
      <div className="combobox">
        <input
          className="input"
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? `${list}-list` : undefined}
          aria-activedescendant={shown && found.length ? `${list}-${current}` : undefined}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid || undefined}
          placeholder={props.placeholder ?? (value.length ? t('form.another') : undefined)}
          disabled={full}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false)
            if (typed.trim()) takeTyped()
          }}
        />
        {shown && (found.length > 0 || !free) && (
          <div
            className="combobox-list"
            role="listbox"
            id={`${list}-list`}
            aria-label={t('form.suggestions')}
          >
            {found.map((choice, index) => (
              <div
                key={choice.value}
                role="option"
                id={`${list}-${index}`}
                aria-selected={index === current}
                tabIndex={-1}
                onPointerDown={event => {
                  event.preventDefault()
                  choose(choice)
                }}
                onPointerMove={() => setAt(index)}
              >
                <span>{choice.label}</span>
                {choice.hint && <span className="muted">{choice.hint}</span>}
              </div>
            ))}
            {found.length === 0 && (
              <div role="option" className="muted" aria-selected="false" aria-disabled="true" tabIndex={-1}>
                {t('form.no-suggestion')}
              </div>
            )}
          </div>
        )}
      </div>
    </>
  )
}
