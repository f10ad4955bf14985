import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { faultOf } from '#ui/issue-text.ts'
import { useText } from '#ui/i18n.ts'
import { Empty, Failed, Notice, Part, Skeleton } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { Filter, type Subscription } from '../model.ts'
import { calls } from './calls.ts'
import { failedQuery } from './failed.ts'
import { addressOf, narrowed } from './filter-address.ts'
import { useWords } from './words.ts'

/** Searches of one's own, by name. */
export const SavedSearches = ({ filter }: { filter: Filter }) => {
  const { t } = useWords()
  const ui = useText()
  const queries = useQueryClient()
  const searches = useQuery(calls.warnings.searches.queryOptions())
  const again = () => queries.invalidateQueries({ queryKey: calls.warnings.searches.key() })
  const remove = useMutation(calls.warnings.removeSearch.mutationOptions({ onSuccess: again }))
  const [naming, setNaming] = useState(false)
  return (
    <Part title={t('searches')} count={searches.data?.length}>
      {searches.isPending ? (
        <Skeleton lines={2} />
      ) : searches.isError ? (
        <Failed {...failedQuery(searches)} />
      ) : searches.data.length === 0 ? (
        <Empty title={t('searches.empty')}>{t('searches.empty.text')}</Empty>
      ) : (
        <ul className="rows">
          {searches.data.map(search => (
            <li key={search.id}>
              <div>
                <a className="row-title" href={addressOf(Filter.parse(search.filter))}>
                  {search.name}
                </a>
              </div>
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                aria-label={ui('form.remove', { what: search.name })}
                onClick={() => remove.mutate({ id: search.id })}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="after-rows">
        <button type="button" className="button" data-size="small" onClick={() => setNaming(true)}>
          {t('searches.save')}
        </button>
      </p>
      {naming && <NameSearch filter={filter} onClose={() => setNaming(false)} onSaved={again} />}
    </Part>
  )
}

const NameSearch = (props: { filter: Filter; onClose: () => void; onSaved: () => Promise<void> }) => {
  const { t } = useWords()
  const ui = useText()
  const [name, setName] = useState('')
  const save = useMutation(
    calls.warnings.saveSearch.mutationOptions({
      onSuccess: async () => {
        toast({ kind: 'done', title: t('searches.saved', { name }) })
        await props.onSaved()
        props.onClose()
      },
    }),
  )
  const send = () => save.mutate({ name: name.trim(), filter: narrowed(props.filter) })
  const fault = save.isError ? faultOf(save.error) : null
  return (
    <Dialog
      title={t('searches.save')}
      onClose={props.onClose}
      actions={
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={name.trim() === '' || save.isPending}
          onClick={send}
        >
          {t('save')}
        </button>
      }
    >
      {fault && (
        <Notice kind="stop" title={fault.offline ? ui('failed.line') : fault.message || ui('failed')} alert />
      )}
      <div className="field">
        <label htmlFor="search-name">{t('searches.name')}</label>
        <p className="hint">{t('searches.name.hint')}</p>
        <input
          className="input"
          id="search-name"
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={event => setName(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && name.trim()) send()
          }}
        />
      </div>
    </Dialog>
  )
}

/** What our unit asks to be told of; senders see that when they choose recipients. */
export const Subscriptions = ({ filter }: { filter: Filter }) => {
  const { t, code, countryShort } = useWords()
  const ui = useText()
  const queries = useQueryClient()
  const subscriptions = useQuery(calls.warnings.subscriptions.queryOptions())
  const again = () => queries.invalidateQueries({ queryKey: calls.warnings.subscriptions.key() })
  const add = useMutation(
    calls.warnings.subscribe.mutationOptions({
      onSuccess: async () => {
        toast({ kind: 'done', title: t('subscriptions.added') })
        await again()
      },
      onError: error => toast({ kind: 'stop', title: faultOf(error).message || ui('failed.line') }),
    }),
  )
  const remove = useMutation(calls.warnings.unsubscribe.mutationOptions({ onSuccess: again }))
  const wish = {
    routes: filter.route,
    countries: filter.country,
    citizenships: filter.citizenship,
    means: filter.means,
  }
  const wishes = Object.values(wish).some(list => list.length > 0)
  const say = ({ routes, countries, citizenships, means }: Omit<Subscription, 'id'>) =>
    [
      ...routes.map(value => code('route', value)),
      ...countries.map(countryShort),
      ...citizenships.map(value => t('subscriptions.citizens', { country: countryShort(value) })),
      ...means.map(value => code('transport', value)),
    ].join(' · ')
  return (
    <Part title={t('subscriptions')} count={subscriptions.data?.length}>
      {subscriptions.isPending ? (
        <Skeleton lines={2} />
      ) : subscriptions.isError ? (
        <Failed {...failedQuery(subscriptions)} />
      ) : subscriptions.data.length === 0 ? (
        <Empty title={t('subscriptions.empty')}>{t('subscriptions.empty.text')}</Empty>
      ) : (
        <ul className="rows">
          {subscriptions.data.map(subscription => (
            <li key={subscription.id}>
              <div>{say(subscription)}</div>
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                aria-label={ui('form.remove', { what: say(subscription) })}
                onClick={() => remove.mutate({ id: subscription.id })}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="after-rows">
        {wishes ? (
          <button
            type="button"
            className="button"
            data-size="small"
            disabled={add.isPending}
            onClick={() => add.mutate(wish)}
          >
            {t('subscriptions.add', { what: say(wish) })}
          </button>
        ) : (
          <span className="caption">{t('subscriptions.how')}</span>
        )}
      </p>
    </Part>
  )
}
