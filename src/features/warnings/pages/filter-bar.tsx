import { useEffect, useId, useState } from 'react'
import { Icon } from '#ui/icons.tsx'
import { useText } from '#ui/i18n.ts'
import type { Choice } from '#ui/token-field.tsx'
import { markings } from '#vocabulary/marking.ts'
import { associatedStates, candidateStates, memberStates } from '#vocabulary/state.ts'
import { urgencies } from '#vocabulary/urgency.ts'
import { type Filter, statuses, views } from '../model.ts'
import { type FilterList, filterLists, narrowed } from './filter-address.ts'
import { useWords, type Words } from './words.ts'

/** States that take part in the network, the Union first. */
export const partStates = ['EU', ...memberStates, ...associatedStates, ...candidateStates]

const choicesFor = (words: Words): Record<FilterList, Choice[]> => {
  const { t, code, country } = words
  const countries = words.countries()
  return {
    urgency: urgencies.toReversed().map(value => ({ value, label: t(`urgency.${value}`) })),
    status: statuses.map(value => ({ value, label: code('status', value) })),
    route: words.choices('route'),
    country: countries,
    citizenship: countries,
    means: words.choices('transport'),
    trigger: words.choices('trigger'),
    state: partStates.map(value => ({ value, label: country(value) })),
    marking: markings.map(value => ({ value, label: value })),
  }
}

const always: FilterList[] = ['urgency', 'route', 'country', 'means']

/** What the list is narrowed by: words, then one choice after the other; each chosen one is a tag that can be taken off. */
export const FilterBar = ({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) => {
  const words = useWords()
  const { t } = words
  const ui = useText()
  const id = useId()
  const choices = choicesFor(words)
  const [typed, setTyped] = useState(filter.search)
  const [more, setMore] = useState(
    () => filter.from !== null || filter.to !== null || hidden.some(name => filter[name].length > 0),
  )
  const [seen, setSeen] = useState(filter.search)
  if (seen !== filter.search) {
    setSeen(filter.search)
    if (typed.trim() !== filter.search) setTyped(filter.search)
  }
  useEffect(() => {
    if (typed.trim() === filter.search) return
    const timer = setTimeout(() => onChange({ ...filter, search: typed.trim() }), 350)
    return () => clearTimeout(timer)
  }, [typed, filter, onChange])

  const pick = (name: FilterList) => (
    <div key={name}>
      <label htmlFor={`${id}-${name}`}>{t(`filter.${name}`)}</label>
      <span className="select">
        <select
          className="input"
          id={`${id}-${name}`}
          value=""
          onChange={event => {
            const { value } = event.target
            const now: string[] = filter[name]
            if (value && !now.includes(value)) onChange({ ...filter, [name]: [...now, value] })
          }}
        >
          <option value="">{filter[name].length ? t('filter.another') : t('filter.any')}</option>
          {choices[name]
            .filter(({ value }) => !(filter[name] as string[]).includes(value))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </span>
    </div>
  )
  const day = (name: 'from' | 'to') => (
    <div>
      <label htmlFor={`${id}-${name}`}>{t(`filter.${name}`)}</label>
      <input
        className="input"
        id={`${id}-${name}`}
        type="date"
        value={filter[name] ?? ''}
        onChange={event => onChange({ ...filter, [name]: event.target.value || null })}
      />
    </div>
  )
  const chosen = filterLists.flatMap(name =>
    (filter[name] as string[]).map(value => ({
      name,
      value,
      label: choices[name].find(choice => choice.value === value)?.label ?? value,
    })),
  )
  return (
    <search className="filters" aria-label={t('filter')}>
      <div className="filter-words">
        <label htmlFor={`${id}-words`}>{t('filter.words')}</label>
        <input
          className="input"
          id={`${id}-words`}
          type="search"
          value={typed}
          placeholder={t('filter.words.hint')}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') onChange({ ...filter, search: typed.trim() })
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-view`}>{t('filter.view')}</label>
        <span className="select">
          <select
            className="input"
            id={`${id}-view`}
            value={filter.view}
            onChange={event => onChange({ ...filter, view: event.target.value as Filter['view'] })}
          >
            {views.map(value => (
              <option key={value} value={value}>
                {t(`view.${value}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      {always.map(pick)}
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {t(more ? 'filter.fewer' : 'filter.more')}
      </button>
      {more && (
        <>
          {hidden.map(pick)}
          {day('from')}
          {day('to')}
        </>
      )}
      {(chosen.length > 0 || Object.keys(narrowed(filter)).length > 0) && (
        <div className="tags">
          {chosen.map(({ name, value, label }) => (
            <span className="tag" key={`${name} ${value}`}>
              {t(`filter.${name}`)}: {label}
              <button
                type="button"
                aria-label={ui('form.remove', { what: label })}
                onClick={() =>
                  onChange({ ...filter, [name]: (filter[name] as string[]).filter(each => each !== value) })
                }
              >
                <Icon name="close" />
              </button>
            </span>
          ))}
          <a className="link" href="/warnings">
            {t('filter.clear')}
          </a>
        </div>
      )}
    </search>
  )
}

const hidden = filterLists.filter(name => !always.includes(name))
