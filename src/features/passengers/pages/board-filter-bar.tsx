import { useEffect, useId, useState } from 'react'
import { flightStates, type Flight } from '../model.ts'
import { type BoardFilter, periods } from './board-filter.ts'
import { useWords } from './words.ts'

const wordsField = 'board-words'

/** Puts the cursor into the filter's words. */
export const focusBoardFilter = (): void => document.getElementById(wordsField)?.focus()

/** Words, period, carrier and state of the list: what the board is narrowed by. */
export const BoardFilterBar = (props: {
  filter: BoardFilter
  flights: readonly Flight[]
  onChange: (filter: BoardFilter) => void
}) => {
  const { t, code } = useWords()
  const id = useId()
  const { filter, onChange } = props
  const [typed, setTyped] = useState(filter.words)
  const [seen, setSeen] = useState(filter.words)
  if (seen !== filter.words) {
    setSeen(filter.words)
    if (typed.trim() !== filter.words) setTyped(filter.words)
  }
  useEffect(() => {
    if (typed.trim() === filter.words) return
    const timer = setTimeout(() => onChange({ ...filter, words: typed.trim() }), 200)
    return () => clearTimeout(timer)
  }, [typed, filter, onChange])
  const carriers = new Map(props.flights.map(({ carrierCode, carrierName }) => [carrierCode, carrierName]))
  const select = (
    name: 'period' | 'carrier' | 'state',
    choices: readonly (readonly [value: string, label: string])[],
  ) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{t(`filter.${name}`)}</label>
      <span className="select">
        <select
          className="input"
          id={`${id}-${name}`}
          value={filter[name]}
          onChange={event => onChange({ ...filter, [name]: event.target.value })}
        >
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
  return (
    <search className="filters board-filters" aria-label={t('filter')}>
      <div>
        <label htmlFor={wordsField}>
          {t('filter.words')} <kbd>/</kbd>
        </label>
        <input
          className="input"
          id={wordsField}
          type="search"
          value={typed}
          placeholder={t('filter.words.hint')}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </div>
      {select(
        'period',
        periods.map(value => [value, t(`period.${value}`)]),
      )}
      {select('carrier', [
        ['', t('filter.any')],
        ...[...carriers]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([value, name]) => [value, `${value} ${name}`] as const),
      ])}
      {select('state', [
        ['', t('filter.any')],
        ...flightStates.map(value => [value, code('flight', value)] as const),
      ])}
    </search>
  )
}
