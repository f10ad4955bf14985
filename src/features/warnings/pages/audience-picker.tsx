import { useQuery } from '@tanstack/react-query'
import { TokenField, type Choice } from '#ui/token-field.tsx'
import { shownState } from '#vocabulary/state.ts'
import type { Member } from '../content.ts'
import { calls } from './calls.ts'
import { partStates } from './filter-bar.tsx'
import { useWords } from './words.ts'

/** Everyone, States, authorities and units, to choose recipients from. */
export const useMembers = (): Choice[] => {
  const { t, country } = useWords()
  const units = useQuery({ ...calls.directory.units.queryOptions({ input: {} }), staleTime: 600_000 })
  const authorities = useQuery({
    ...calls.directory.authorities.queryOptions({ input: {} }),
    staleTime: 600_000,
  })
  return [
    { value: 'all', label: t('audience.all'), hint: t('audience.all.hint') },
    ...partStates
      .filter(state => !units.data || units.data.some(unit => unit.state === state))
      .map(state => ({
        value: `state:${state}`,
        label: country(state),
        hint: t('audience.state'),
        words: state,
      })),
    ...(authorities.data ?? []).map(authority => ({
      value: `authority:${authority.id}`,
      label: `${shownState(authority.state)} · ${authority.name}`,
      hint: t('audience.authority'),
    })),
    ...(units.data ?? []).map(unit => ({
      value: `unit:${unit.id}`,
      label: `${shownState(unit.state)} · ${unit.name}`,
      hint: unit.authority,
      words: `${unit.authority} ${unit.postedIn ?? ''}`,
    })),
  ]
}

/** Chooses recipients; each chosen one is a tag. */
export const AudiencePicker = (props: {
  id: string
  value: Member[]
  onChange: (value: Member[]) => void
  without?: readonly Member[]
  describedBy?: string | undefined
  invalid?: boolean
}) => {
  const { t } = useWords()
  const members = useMembers()
  const { without = [] } = props
  return (
    <div className="field">
      <label htmlFor={props.id}>{t('audience.label')}</label>
      <p className="hint">{t('audience.hint')}</p>
      <TokenField
        id={props.id}
        label={t('audience.label')}
        value={props.value}
        onChange={props.onChange}
        choices={members.filter(({ value }) => !without.includes(value))}
        placeholder={t('audience.placeholder')}
        describedBy={props.describedBy}
        invalid={props.invalid ?? false}
      />
    </div>
  )
}
