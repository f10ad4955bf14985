import { type ReactNode, useId } from 'react'
import { fieldId, fieldWords, type FormApi, useFormAround } from './form.tsx'
import { asTyped, readAt } from './form-values.ts'
import { GrowText, type Range } from './grow-text.tsx'
import { formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { Shape } from './icons.tsx'
import { pathText } from './issue-text.ts'
import { type FieldKind, type FieldShape, type Schema, schemaAt, shapeOf } from './schema-fields.ts'
import { useStore } from './store.ts'
import { type Choice, type Suggest, TokenField } from './token-field.tsx'

export interface FieldProps {
  /** Place in the form's schema, such as `route.0.country`. */
  path: string
  /** Another schema than the form's for this place. */
  of?: Schema
  /** Other words than the schema's or the translation's. */
  label?: string
  hint?: ReactNode
  /** A question's number before its label. */
  number?: number
  /** Another control than the schema suggests, such as `long` or `one`. */
  kind?: FieldKind
  /** Choices in place of the enum's, or for a field of codes. */
  choices?: readonly Choice[]
  suggest?: Suggest
  /** Takes words no suggestion names (codes). */
  free?: boolean
  /** How a choice is drawn: a sign or a marking. */
  draw?: (value: string) => ReactNode
  /** Radio buttons one beneath the other; a list to choose from instead; by default at most six are radio buttons. */
  as?: 'row' | 'column' | 'list'
  /** Words pointed at in a long text. */
  marks?: readonly Range[]
  placeholder?: string
  short?: boolean
  /** Said to be needed elsewhere, with its neighbours: no word that it is optional. */
  needed?: boolean
  foot?: ReactNode
}

interface Control extends FieldProps {
  form: FormApi
  id: string
  shape: FieldShape
  value: unknown
  describedBy: string | undefined
  invalid: boolean
  text: string
}

const choicesOf = ({ form, path, shape, choices }: Control): readonly Choice[] => {
  if (choices) return choices
  const key = path.replaceAll(/\.\d+(?=\.|$)/g, '')
  return shape.values.map(value => {
    const made = value.replaceAll(/[-_]/g, ' ').replace(/^[a-z]/, letter => letter.toUpperCase())
    const hint = form.words(`option.${key}.${value}.hint`, '')
    return { value, label: form.words(`option.${key}.${value}`, made), ...(hint && { hint }) }
  })
}

const Choices = (control: Control & { several: boolean }) => {
  const { form, path, id, value, several, draw, as } = control
  const name = useId()
  const chosen = several ? (Array.isArray(value) ? value.map(String) : []) : [asTyped(value)]
  const choices = choicesOf(control)
  const withHints = choices.some(({ hint }) => hint)
  return (
    <div
      className="choices"
      data-down={as === 'column' || (as === undefined && withHints && choices.length > 3) ? '' : undefined}
    >
      {choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type={several ? 'checkbox' : 'radio'}
            id={index === 0 ? `${id}-first` : undefined}
            name={name}
            checked={chosen.includes(choice.value)}
            onChange={event => {
              if (!several) return form.set(path, choice.value)
              const others = chosen.filter(other => other !== choice.value)
              // Kept in the order of the choices, so that equal answers are equal.
              const next = event.target.checked ? [...others, choice.value] : others
              form.set(
                path,
                choices.map(({ value: each }) => each).filter(each => next.includes(each)),
              )
            }}
          />
          <span>
            {draw ? draw(choice.value) : choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

const Select = (control: Control) => {
  const t = useText()
  const { form, path, id, text, shape, describedBy, invalid } = control
  return (
    <span className="select">
      <select
        className="input"
        id={id}
        value={text}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={shape.required || undefined}
        onChange={event => form.set(path, event.target.value)}
      >
        {!(shape.filled && text !== '') && (
          <option value="">{shape.required ? t('form.choose') : '–'}</option>
        )}
        {choicesOf(control).map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  )
}

const inputTypes = {
  text: 'text',
  email: 'email',
  url: 'url',
  number: 'text',
  date: 'date',
  datetime: 'datetime-local',
} as const

const TextInput = ({ form, path, id, text, kind = 'text', ...control }: Control) => (
  <input
    className="input"
    id={id}
    type={inputTypes[kind as keyof typeof inputTypes] ?? 'text'}
    inputMode={kind === 'number' ? (control.shape.whole ? 'numeric' : 'decimal') : undefined}
    data-short={control.short || ['number', 'date', 'datetime'].includes(kind) ? '' : undefined}
    value={kind === 'datetime' && text.endsWith('Z') ? text.slice(0, 16) : text}
    placeholder={control.placeholder}
    autoComplete="off"
    aria-describedby={control.describedBy}
    aria-invalid={control.invalid || undefined}
    aria-required={control.shape.required || undefined}
    onChange={event => form.set(path, event.target.value)}
  />
)

/** A field of the form around it, drawn from the schema at its path: label, hint, error, control. */
export const Field = (props: FieldProps) => {
  const t = useText()
  const language = useLanguage()
  const form = useFormAround()
  const { path } = props
  const schema = props.of ?? schemaAt(form.schema, path)
  const value = readAt(useStore(form.values), path)
  const { issues } = useStore(form.state)
  if (!schema) throw new Error(`The schema has no place ${path}.`)
  const shape = shapeOf(schema)
  const kind = props.kind ?? shape.kind
  const id = fieldId(form, path)
  const words = fieldWords(form, path)
  const label = props.label ?? words.label
  const hint = props.hint ?? words.hint
  const inside = kind === 'codes' || kind === 'several' || kind === 'one' || kind === 'yes'
  const own = issues.filter(issue => {
    const at = pathText(issue.path)
    return at === path || (inside && at.startsWith(`${path}.`))
  })
  const described = [hint ? `${id}-hint` : '', own.length ? `${id}-error` : ''].filter(Boolean).join(' ')
  const control: Control = {
    ...props,
    form,
    id,
    shape,
    kind,
    value,
    describedBy: described || undefined,
    invalid: own.length > 0,
    text: asTyped(value),
  }
  const choices = kind === 'one' || kind === 'several' ? choicesOf(control) : []
  const asChoices =
    kind === 'several' ||
    (kind === 'one' && props.as !== 'list' && (props.as !== undefined || choices.length <= 6))
  // What always has a value is not left empty, so there is nothing to be said about it.
  const always = kind === 'one' && shape.filled
  const note = shape.required ? (
    <span className="unseen"> ({t('form.required')})</span>
  ) : (
    kind !== 'yes' && !(props.needed || always) && <span className="field-note"> {t('form.optional')}</span>
  )
  const head = (
    <>
      {props.number !== undefined && <span className="field-number">{props.number} </span>}
      {label}
      {note}
    </>
  )
  const below = (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <div id={`${id}-error`}>
          {own.map(issue => (
            <p className="field-error" key={`${pathText(issue.path)} ${issue.message}`}>
              <Shape kind="stop" />
              <span>
                {issue.message}
                {issue.mend && ` ${issue.mend}`}
              </span>
            </p>
          ))}
        </div>
      )}
    </>
  )
  const invalid = own.length ? '' : undefined

  if (asChoices)
    return (
      <fieldset
        className="field"
        id={id}
        data-invalid={invalid}
        aria-describedby={described || undefined}
        role={kind === 'one' ? 'radiogroup' : undefined}
        aria-required={kind === 'one' && shape.required ? true : undefined}
        aria-invalid={kind === 'one' && own.length > 0 ? true : undefined}
      >
        <legend>{head}</legend>
        {below}
        <Choices {...control} several={kind === 'several'} />
      </fieldset>
    )
  if (kind === 'yes')
    return (
      <div className="field" data-invalid={invalid}>
        <label className="choice">
          <input
            type="checkbox"
            id={id}
            checked={value === true}
            aria-describedby={described || undefined}
            onChange={event => form.set(path, event.target.checked)}
          />
          <span>{head}</span>
        </label>
        {below}
      </div>
    )

  const marks = [...(props.marks ?? []), ...own.flatMap(issue => (issue.range ? [issue.range] : []))]
  const length = control.text.length
  const over = shape.most !== undefined && length > shape.most
  const counted = kind === 'long' && shape.most !== undefined
  return (
    <div className="field" data-invalid={invalid}>
      <label htmlFor={id}>{head}</label>
      {below}
      {kind === 'one' ? (
        <Select {...control} />
      ) : kind === 'codes' ? (
        <TokenField
          id={id}
          label={label}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={next => form.set(path, next)}
          choices={props.choices}
          suggest={props.suggest}
          free={props.free ?? (!props.choices && !props.suggest)}
          most={shape.most}
          placeholder={props.placeholder}
          describedBy={control.describedBy}
          invalid={control.invalid}
        />
      ) : kind === 'long' ? (
        <GrowText
          id={id}
          value={control.text}
          marks={marks}
          small={props.short ?? false}
          placeholder={props.placeholder}
          aria-describedby={control.describedBy}
          aria-invalid={control.invalid || undefined}
          aria-required={shape.required || undefined}
          onChange={event => form.set(path, event.target.value)}
        />
      ) : (
        <TextInput {...control} />
      )}
      {(props.foot || counted) && (
        <div className="field-foot">
          <span>{props.foot}</span>
          {counted && (
            <span className="number" data-over={over ? '' : undefined}>
              {t('form.of', { count: length, most: formatNumber(shape.most ?? 0, language) })}
            </span>
          )}
        </div>
      )}
    </div>
  )
}
