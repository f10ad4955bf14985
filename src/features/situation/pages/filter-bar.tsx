import { useId } from 'react'
import { formatDate } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { toast } from '#ui/toast.tsx'
import { routes } from '#vocabulary/route.ts'
import { places } from '#vocabulary/country.ts'
import { causes, type Edition, regionOf, regions } from '../model.ts'
import { situationTexts } from '../texts/situation.ts'
import { Layer, type View } from '../view.ts'
import { nationalityName } from './words.ts'

type Option = readonly [value: string, label: string]

const Choose = (props: {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  id?: string
}) => {
  const own = useId()
  const id = props.id ?? own
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <span className="select">
        <select
          className="input"
          id={id}
          value={props.value}
          onChange={event => props.onChange(event.target.value)}
        >
          {props.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

const MonthField = (props: { label: string; value: string; onChange: (month: string) => void }) => {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        className="input"
        id={id}
        type="month"
        value={props.value}
        onChange={event => {
          if (/^\d{4}-\d{2}$/.test(event.target.value)) props.onChange(event.target.value)
        }}
      />
    </div>
  )
}

/** The one filter bar: map, timeline and list follow it. `change` writes the view into the address. */
export function FilterBar(props: {
  view: View
  usual: View
  editions: readonly Edition[]
  today: Date
  change: (next: Partial<View>) => void
}) {
  const t = useText(situationTexts)
  const language = useLanguage()
  const { view, usual, editions, change } = props
  const first = editions.reduce((least, each) => (each.from < least ? each.from : least), usual.from)
  const last = editions.reduce((most, each) => (each.to > most ? each.to : most), usual.to)
  const periods = periodsOf(first, last, props.today)
  const period = periods.find(each => each.from === view.from && each.to === view.to)
  const days = [...new Set(editions.map(each => each.asOf))].sort().reverse()
  const codes = routes.map(each => each.code)
  const inRegion = codes.filter(code => view.region === null || regionOf[code] === view.region)
  const any: Option = ['any', t('any')]
  const periodOptions: Option[] = [
    ...periods.map(
      ({ id }): Option => [id, /^\d/.test(id) ? id : t(id === 'all' ? 'period.all' : 'period.recent')],
    ),
    ['months', t('period.months')],
  ]
  const layerOptions: Option[] = [
    ['warnings.incidents.detections', t('layers.all')],
    ...(
      [
        'warnings',
        'incidents',
        'detections',
        'warnings.incidents',
        'incidents.detections',
        'warnings.detections',
      ] as const
    ).map((value): Option => [value, t(`layers.${value}`)]),
  ]
  const copy = () =>
    void navigator.clipboard
      .writeText(location.href)
      .then(() => toast({ kind: 'done', title: t('filter.copied') }))
  return (
    <form className="filters" aria-label={t('filters')} onSubmit={event => event.preventDefault()}>
      <Choose
        id="situation-period"
        label={t('filter.period')}
        value={period?.id ?? 'months'}
        options={periodOptions}
        onChange={id => {
          const found = periods.find(each => each.id === id)
          // “Choose months” keeps the months and opens them for change.
          change(
            found
              ? { from: found.from, to: found.to, part: null }
              : { from: view.from, to: monthBefore(view.to) },
          )
        }}
      />
      {!period && (
        <>
          <MonthField
            label={t('filter.from')}
            value={view.from}
            onChange={from => change({ from, to: from > view.to ? from : view.to, part: null })}
          />
          <MonthField
            label={t('filter.to')}
            value={view.to}
            onChange={to => change({ to, from: to < view.from ? to : view.from, part: null })}
          />
        </>
      )}
      <Choose
        label={t('filter.region')}
        value={view.region ?? 'any'}
        options={[any, ...regions.map((code): Option => [code, t(`region.${code}`)])]}
        onChange={value => change({ region: regions.find(code => code === value) ?? null, routes: [] })}
      />
      <Choose
        label={t('filter.route')}
        value={view.routes.length > 1 ? 'several' : (view.routes[0] ?? 'any')}
        options={[
          any,
          ...(view.routes.length > 1
            ? [['several', view.routes.map(code => t(`route.${code}`)).join(', ')] as const]
            : []),
          ...inRegion.map((code): Option => [code, t(`route.${code}`)]),
        ]}
        onChange={value => change({ routes: codes.filter(code => code === value) })}
      />
      <Choose
        label={t('filter.layers')}
        value={view.layers.join('.')}
        options={layerOptions}
        onChange={value =>
          change({ layers: Layer.options.filter(layer => value.split('.').includes(layer)) })
        }
      />
      <Choose
        label={t('filter.nationality')}
        value={view.nationalities[0] ?? 'any'}
        options={[any, ...nationalityOptions(code => nationalityName(code, t, language), language)]}
        onChange={value => change({ nationalities: value === 'any' ? [] : [value] })}
      />
      <Choose
        label={t('filter.cause')}
        value={view.causes[0] ?? 'any'}
        options={[any, ...causes.map(({ code }): Option => [code, t(`cause.${code}`)])]}
        onChange={value => change({ causes: causes.map(({ code }) => code).filter(code => code === value) })}
      />
      <Choose
        label={t('filter.border')}
        value={view.border ?? 'any'}
        options={[
          ['any', t('border.any')],
          ['land', t('border.land')],
          ['sea', t('border.sea')],
        ]}
        onChange={value => change({ border: value === 'land' || value === 'sea' ? value : null })}
      />
      <Choose
        label={t('filter.warnings')}
        value={view.warnings}
        options={[
          ['recent', t('warnings.recent')],
          ['period', t('warnings.period')],
        ]}
        onChange={value => change({ warnings: value === 'period' ? 'period' : 'recent' })}
      />
      <Choose
        label={t('filter.asOf')}
        value={view.asOf ?? 'any'}
        options={[
          ['any', t('asOf.newest')],
          ...days.map((day): Option => [day, t('asOf.day', { day: formatDate(new Date(day), language) })]),
        ]}
        onChange={value => change({ asOf: value === 'any' ? null : value })}
      />
      <span className="buttons">
        <button type="button" className="button" data-kind="quiet" onClick={() => change(usual)}>
          {t('filter.clear')}
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={copy}>
          {t('filter.copy')}
        </button>
      </span>
    </form>
  )
}

/** Whole years that some source speaks of, newest first, then all of them, then the last twelve months. */
function periodsOf(first: string, last: string, today: Date): { id: string; from: string; to: string }[] {
  const years: string[] = []
  for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year--)
    years.push(String(year))
  const now = today.toISOString().slice(0, 7)
  const yearAgo = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 11, 1))
  return [
    ...years.map(year => ({ id: year, from: `${year}-01`, to: `${year}-12` })),
    { id: 'all', from: first, to: last },
    { id: 'recent', from: yearAgo.toISOString().slice(0, 7), to: now },
  ]
}

/** A month shorter, so that the period is no longer one of those offered and its two fields appear. */
const monthBefore = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 1)).toISOString().slice(0, 7)

function nationalityOptions(name: (code: string) => string, language: string): Option[] {
  return [...places, 'STL', 'UNK', 'OOO', 'OOS']
    .map((code): Option => [code, name(code)])
    .sort((a, b) => a[1].localeCompare(b[1], language))
}
