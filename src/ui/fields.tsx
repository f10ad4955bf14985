import { Field, type FieldProps } from './field.tsx'
import { fieldId, fieldWords, useFormAround } from './form.tsx'
import { readAt } from './form-values.ts'
import { useText } from './i18n.ts'
import { schemaAt, shapeOf } from './schema-fields.ts'
import { useStore } from './store.ts'

type Overrides = Record<string, Omit<FieldProps, 'path'>>

/** Entries of a list, each a group of fields, with buttons to add and remove. */
const ListField = ({ path, overrides }: { path: string; overrides: Overrides }) => {
  const t = useText()
  const form = useFormAround()
  const value = readAt(useStore(form.values), path)
  const entries = Array.isArray(value) ? (value as unknown[]) : []
  const { label, hint } = fieldWords(form, path)
  const focusLast = (index: number) =>
    setTimeout(() =>
      document
        .getElementById(fieldId(form, `${path}.${index}`))
        ?.querySelector('input')
        ?.focus(),
    )
  return (
    <fieldset className="field" id={fieldId(form, path)}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {entries.map((_, index) => (
        <div
          className="entry"
          key={index}
          id={fieldId(form, `${path}.${index}`)}
          role="group"
          aria-label={`${label} ${index + 1}`}
        >
          <Fields at={`${path}.${index}`} overrides={overrides} />
          <div className="buttons">
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-size="small"
              onClick={() =>
                form.set(
                  path,
                  entries.filter((_entry, other) => other !== index),
                )
              }
            >
              {t('form.remove', { what: `${label} ${index + 1}` })}
            </button>
          </div>
        </div>
      ))}
      <button
        type="button"
        className="button"
        data-size="small"
        onClick={() => {
          form.set(path, [...entries, {}])
          focusLast(entries.length)
        }}
      >
        {t('form.add', { what: label })}
      </button>
    </fieldset>
  )
}

const Group = ({ path, required, overrides }: { path: string; required: boolean; overrides: Overrides }) => {
  const t = useText()
  const form = useFormAround()
  const value = readAt(useStore(form.values), path)
  const { label, hint } = fieldWords(form, path)
  const inside = (
    <>
      {hint && <p className="hint">{hint}</p>}
      <Fields at={path} overrides={overrides} />
    </>
  )
  if (required)
    return (
      <fieldset className="field" id={fieldId(form, path)}>
        <legend>{label}</legend>
        {inside}
      </fieldset>
    )
  return (
    <details className="field" id={fieldId(form, path)} open={value !== undefined && value !== null}>
      <summary>
        {label} <span className="field-note">{t('form.optional')}</span>
      </summary>
      {inside}
    </details>
  )
}

/**
 * Every field of the form's schema, or of the group at `at`, in the schema's order. `overrides` change single fields
 * (their path without places in lists as the key); `only` and `leave` choose which are drawn.
 */
export const Fields = (props: { at?: string; only?: string[]; leave?: string[]; overrides?: Overrides }) => {
  const form = useFormAround()
  const { at = '', overrides = {} } = props
  const schema = schemaAt(form.schema, at)
  if (!schema) throw new Error(`The schema has no place ${at}.`)
  const names = Object.keys(shapeOf(schema).fields).filter(
    name => (!props.only || props.only.includes(name)) && !props.leave?.includes(name),
  )
  return names.map(name => {
    const path = at ? `${at}.${name}` : name
    const field = schemaAt(form.schema, path)
    if (!field) return null
    const shape = shapeOf(field)
    if (shape.kind === 'list') return <ListField key={path} path={path} overrides={overrides} />
    if (shape.kind === 'group')
      return <Group key={path} path={path} required={shape.required} overrides={overrides} />
    return <Field key={path} path={path} {...overrides[path.replaceAll(/\.\d+(?=\.|$)/g, '')]} />
  })
}
