import { useId, useState } from 'react'
import { Field } from '#ui/field.tsx'
import { fieldId, useFieldValue, useFormAround } from '#ui/form.tsx'
import { Shape } from '#ui/icons.tsx'
import { pathText } from '#ui/issue-text.ts'
import { MarkingTag, type Urgency, UrgencySign } from '#ui/status.tsx'
import { useStore } from '#ui/store.ts'
import { TokenField } from '#ui/token-field.tsx'
import { type Marking, markings } from '#vocabulary/marking.ts'
import { urgencies } from '#vocabulary/urgency.ts'
import { type Member, shownTitle } from '../content.ts'
import { useMembers } from './audience-picker.tsx'
import type { Pointed } from './pointed.ts'
import { WhenField } from './when-field.tsx'
import { useWords } from './words.ts'

/** Several kinds of news may be true at once. */
export const TriggersField = ({ number }: { number?: number }) => {
  const { t, choices } = useWords()
  return (
    <Field
      path="triggers"
      {...(number !== undefined && { number })}
      label={t('write.triggers')}
      hint=""
      as="row"
      choices={choices('trigger')}
    />
  )
}

/** The story; its first sentence is the title unless another is written. Words that point to a person are underlined. */
export const SummaryField = ({ number, pointed }: { number?: number; pointed: Pointed }) => {
  const { t } = useWords()
  const summary = useFieldValue('summary')
  const title = useFieldValue('title')
  const [own, setOwn] = useState(false)
  const [open, setOpen] = useState(typeof title === 'string' && title !== '')
  const shown = shownTitle({ title: '', summary: typeof summary === 'string' ? summary.trim() : '' })
  const withTitle = open || own || (typeof title === 'string' && title !== '')
  return (
    <>
      <Field
        path="summary"
        {...(number !== undefined && { number })}
        label={t('write.summary')}
        hint={t('write.summary.hint')}
        kind="long"
        marks={pointed('summary')}
        foot={
          !withTitle &&
          shown && (
            <>
              {t('write.title.is', { title: shown.length > 70 ? `${shown.slice(0, 69)}…` : shown })}{' '}
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => {
                  setOpen(true)
                  setOwn(true)
                }}
              >
                {t('write.title.other')}
              </button>
            </>
          )
        }
      />
      {withTitle && <Field path="title" label={t('write.title')} hint={t('write.title.hint')} />}
    </>
  )
}

/** Country and place in one question. */
export const PlaceField = ({ number }: { number?: number }) => {
  const { t, countries } = useWords()
  const form = useFormAround()
  const { issues } = useStore(form.state)
  // `place` as a whole is asked for; its parts carry the answer.
  const own = issues.filter(({ path }) => pathText(path) === 'place')
  const id = fieldId(form, 'place')
  return (
    <fieldset
      className="field place-field"
      id={id}
      data-invalid={own.length ? '' : undefined}
      aria-describedby={own.length ? `${id}-error` : undefined}
    >
      <legend>
        {number !== undefined && <span className="field-number">{number} </span>}
        {t('write.place')}
        <span className="unseen"> ({t('write.needed')})</span>
      </legend>
      <p className="hint">{t('write.place.hint')}</p>
      {own.length > 0 && (
        <div id={`${id}-error`}>
          {own.map(issue => (
            <p className="field-error" key={issue.message}>
              <Shape kind="stop" />
              <span>
                {issue.message} {issue.mend}
              </span>
            </p>
          ))}
        </div>
      )}
      <div className="pair">
        <Field
          path="place.country"
          needed
          kind="one"
          as="list"
          label={t('write.country')}
          hint=""
          choices={countries()}
        />
        <Field path="place.name" needed kind="text" label={t('write.place.name')} hint="" />
      </div>
    </fieldset>
  )
}

export const UrgencyField = ({ number }: { number?: number }) => {
  const { t } = useWords()
  return (
    <Field
      path="urgency"
      {...(number !== undefined && { number })}
      label={t('write.urgency')}
      hint=""
      as="row"
      choices={urgencies.map(value => ({
        value,
        label: t(`urgency.${value}`),
        hint: t(`urgency.${value}.hint`),
      }))}
      draw={value => <UrgencySign urgency={value as Urgency} />}
    />
  )
}

export const MarkingField = ({ number }: { number?: number }) => {
  const { t } = useWords()
  return (
    <Field
      path="marking"
      {...(number !== undefined && { number })}
      label={t('write.marking')}
      hint=""
      as="column"
      choices={markings.map(value => ({ value, label: value, hint: t(`marking.${value}.hint`) }))}
      draw={value => <MarkingTag marking={value as Marking} />}
    />
  )
}

/** Who is to be warned: everyone with one click, or States, authorities and units. */
export const AudienceField = ({ number }: { number?: number }) => {
  const { t } = useWords()
  const form = useFormAround()
  const error = useId()
  const members = useMembers()
  const value = useFieldValue('audience')
  const chosen = Array.isArray(value) ? (value as Member[]) : []
  const { issues } = useStore(form.state)
  const own = issues.filter(({ path }) => path[0] === 'audience')
  const id = fieldId(form, 'audience')
  const all = chosen.includes('all')
  const set = (next: Member[]) => form.set('audience', next)
  return (
    <div className="field" data-invalid={own.length ? '' : undefined}>
      <label htmlFor={id}>
        {number !== undefined && <span className="field-number">{number} </span>}
        {t('write.audience')}
        <span className="unseen"> ({t('write.needed')})</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('write.audience.hint')}
      </p>
      {own.length > 0 && (
        <div id={error}>
          {own.map(issue => (
            <p className="field-error" key={issue.message}>
              <Shape kind="stop" />
              <span>
                {issue.message} {issue.mend}
              </span>
            </p>
          ))}
        </div>
      )}
      {!all && (
        <div className="buttons audience-all">
          <button type="button" className="button" data-size="small" onClick={() => set(['all'])}>
            {t('write.audience.all')}
          </button>
        </div>
      )}
      <TokenField
        id={id}
        label={t('write.audience')}
        value={chosen}
        onChange={next => set(next)}
        choices={members}
        placeholder={t('audience.placeholder')}
        describedBy={`${id}-hint${own.length ? ` ${error}` : ''}`}
        invalid={own.length > 0}
      />
    </div>
  )
}

/** Six answers and who is to be warned: enough to send. */
export const QuickForm = ({ pointed }: { pointed: Pointed }) => (
  <>
    <TriggersField number={1} />
    <SummaryField number={2} pointed={pointed} />
    <PlaceField number={3} />
    <WhenField number={4} />
    <UrgencyField number={5} />
    <MarkingField number={6} />
    <AudienceField number={7} />
  </>
)
