import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useDeferredValue, useId } from 'react'
import { countryName, formatDateTime, languageName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { compareStates, shownState } from '#vocabulary/state.ts'
import { directoryTexts } from '../texts/directory.ts'
import { calls, failedQuery, Phone } from './calls.tsx'
import { OfficialsTable } from './officials-table.tsx'

/** What is looked for; it stands in the address. */
interface Wanted {
  search?: string
  state?: string
  language?: string
  postedIn?: string
}

/** Who answers for each State now, and everybody by name, language, State and country of posting. */
export const DirectoryPage = () => {
  const t = useText(directoryTexts)
  return (
    <>
      <PageHead title={t('title')}>{t('text')}</PageHead>
      <Officials />
      <ContactPoints />
    </>
  )
}

const ContactPoints = () => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const points = useQuery(calls.directory.contactPoints.queryOptions())
  return (
    <Part title={t('points')} caption={t('points.text')} count={points.data?.length} after>
      <Table
        label={t('points')}
        keys={false}
        rows={points.data?.toSorted((a, b) => compareStates(a.state, b.state))}
        rowId={point => point.state}
        failed={failedQuery(points)}
        columns={[
          {
            id: 'state',
            header: t('state'),
            title: true,
            cell: point => (
              <a className="row-title" href={`/directory/states/${point.state}`}>
                <span className="number">{shownState(point.state)}</span> {countryName(point.state, language)}
              </a>
            ),
          },
          {
            id: 'duty',
            header: t('onDuty'),
            value: point => point.onDuty.name,
            cell: point => (
              <>
                <a className="link" href={`/directory/officials/${point.onDuty.id}`}>
                  {point.onDuty.name}
                </a>
                {point.onDuty.until && (
                  <div className="row-meta">
                    {t('until', { until: formatDateTime(new Date(point.onDuty.until), language) })}
                  </div>
                )}
              </>
            ),
          },
          { id: 'point', header: t('contactPoint'), value: point => point.official.name },
          { id: 'deputy', header: t('deputy'), value: point => point.deputy?.name },
          {
            id: 'phone',
            header: t('dutyPhone'),
            nowrap: true,
            cell: point => <Phone number={point.dutyPhone} />,
          },
        ]}
      />
    </Part>
  )
}

const Officials = () => {
  const t = useText(directoryTexts)
  const { search } = useLocation()
  const wanted = useDeferredValue(search as Wanted)
  const input = Object.fromEntries(
    Object.entries({
      search: wanted.search,
      state: wanted.state,
      language: wanted.language,
      postedIn: wanted.postedIn,
    }).filter(([, value]) => value),
  )
  const officials = useQuery({
    ...calls.directory.officials.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  return (
    <Part title={t('officials')} count={officials.data?.length}>
      <Filters wanted={search as Wanted} />
      <OfficialsTable
        rows={officials.data?.toSorted((a, b) => compareStates(a.state, b.state))}
        failed={failedQuery(officials)}
        empty={<Empty title={t('officials.none')}>{t('officials.none.text')}</Empty>}
      />
    </Part>
  )
}

const Filters = ({ wanted }: { wanted: Wanted }) => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const router = useRouter()
  const id = useId()
  const everyone = useQuery(calls.directory.officials.queryOptions({ input: {} })).data ?? []
  const change = (part: Wanted) => {
    const next = Object.fromEntries(Object.entries({ ...wanted, ...part }).filter(([, value]) => value))
    void router.navigate({ to: '/directory', search: next, replace: true, resetScroll: false } as never)
  }
  const distinct = (of: (string | null)[]) => [...new Set(of.filter(each => each !== null))]
  const named = (codes: string[], name: (code: string) => string) =>
    codes
      .map(code => ({ code, label: name(code) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language))
  const states = distinct(everyone.map(each => each.state)).toSorted(compareStates)
  return (
    <div className="filters" role="search" aria-label={t('officials')}>
      <div>
        <label htmlFor={`${id}-search`}>{t('search')}</label>
        <input
          className="input"
          id={`${id}-search`}
          type="search"
          autoComplete="off"
          value={wanted.search ?? ''}
          onChange={event => change({ search: event.target.value })}
        />
      </div>
      <Choice
        label={t('state')}
        none={t('anyState')}
        value={wanted.state}
        choices={states.map(code => ({
          code,
          label: `${shownState(code)} ${countryName(code, language)}`,
        }))}
        onChange={state => change({ state })}
      />
      <Choice
        label={t('language')}
        none={t('anyLanguage')}
        value={wanted.language}
        choices={named(distinct(everyone.flatMap(each => each.languages)), code =>
          languageName(code, language),
        )}
        onChange={spoken => change({ language: spoken })}
      />
      <Choice
        label={t('posted')}
        none={t('anywhere')}
        value={wanted.postedIn}
        choices={named(distinct(everyone.map(each => each.postedIn)), code => countryName(code, language))}
        onChange={postedIn => change({ postedIn })}
      />
    </div>
  )
}

const Choice = (props: {
  label: string
  none: string
  value: string | undefined
  choices: { code: string; label: string }[]
  onChange: (code: string) => void
}) => {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <span className="select">
        <select
          className="input"
          id={id}
          value={props.value ?? ''}
          onChange={event => props.onChange(event.target.value)}
        >
          <option value="">{props.none}</option>
          {props.choices.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
