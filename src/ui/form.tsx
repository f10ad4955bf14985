import './form.css'
import { createContext, type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { z } from 'zod'
import { DialogFoot } from './dialog.tsx'
import { cleaned, readAt, type Values, writeAt } from './form-values.ts'
import { halfWritten, sent, useHalfWritten } from './half-written.ts'
import { type Text, useText, type uiTexts } from './i18n.ts'
import { Shape } from './icons.tsx'
import { type FormIssue, type Fault, faultOf, issueText, pathText } from './issue-text.ts'
import { useKeys } from './keys.ts'
import { announce } from './page.ts'
import { schemaAt, shapeOf } from './schema-fields.ts'
import { createStore, type Store, useStore } from './store.ts'

type UiText = Text<(typeof uiTexts)['en']>
/** Gives a text for a key, else the fallback: `useText(myTexts).or` fits. */
type Words = (key: string, fallback: string) => string

interface FormState {
  issues: readonly FormIssue[]
  fault: Fault | null
  sending: boolean
  tried: boolean
}

export interface FormApi<S extends z.ZodObject = z.ZodObject> {
  id: string
  schema: S
  values: Store<Values>
  state: Store<FormState>
  words: Words
  /** Sets what stands in a field. */
  set: (path: string, value: unknown) => void
  /** Puts a whole draft back. */
  replace: (values: Values) => void
  /** Checks everything; gives the parsed value, or null after showing what to mend. */
  check: () => z.output<S> | null
  /** Checks, then sends. */
  submit: () => Promise<void>
  /** Shows problems from elsewhere (such as personal data found while typing). */
  show: (issues: readonly FormIssue[]) => void
}

interface FormOptions<S extends z.ZodObject> {
  schema: S
  initial?: Values
  /**
   * Keeps what is half written under this name while one looks elsewhere in the app or signs in again, until it is sent. Names what
   * it is about, with its version where there is one: over what somebody changed meanwhile nothing old is put.
   */
  keep?: string
  /** The browser asks before what is kept is lost with the whole page. */
  ask?: boolean
  /** Sends. What it throws is shown at its fields; what is typed stays. False: nothing is sent yet. */
  send: (value: z.output<S>) => Promise<unknown>
  /** Further checks over what is typed, such as words that may point to a person. */
  check?: (values: Values) => FormIssue[]
  /** Translations: keys `field.PATH`, `hint.PATH`, `option.PATH.VALUE`, without the places in lists. */
  words?: Words
}

const noWords: Words = (_key, fallback) => fallback

const clientIssues = <S extends z.ZodObject>(options: FormOptions<S>, values: Values, t: UiText) => {
  const parsed = options.schema.safeParse(cleaned(options.schema, values))
  const found = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue): FormIssue => ({ path: issue.path, message: issueText(issue, options.schema, values, t) }),
      )
  // One thing at a time for each field.
  const first = found.filter(
    (issue, index) => found.findIndex(other => pathText(other.path) === pathText(issue.path)) === index,
  )
  // In the order of the form, so that the summary reads as one works down the page.
  const order = Object.keys(options.schema.shape)
  const place = ({ path }: FormIssue) => order.indexOf(String(path[0]))
  const issues = [...first, ...(options.check?.(values) ?? [])].sort((a, b) => place(a) - place(b))
  return { parsed, issues }
}

/** A form over a zod object schema. Values live outside React's tree, so switching language or a lost line loses none. */
export const useForm = <S extends z.ZodObject>(options: FormOptions<S>): FormApi<S> => {
  const t = useText()
  const id = useId()
  const latest = useRef({ options, t })
  // Set while rendering, not after: the fields below render in the same pass and must speak the language of this moment.
  // oxlint-disable-next-line react/refs -- an effect would run after the fields have spoken the language before
  latest.current = { options, t }
  const [form] = useState((): FormApi<S> => {
    const values = createStore<Values>(halfWritten(options.keep) ?? options.initial ?? {})
    const state = createStore<FormState>({ issues: [], fault: null, sending: false, tried: false })
    const run = () => clientIssues(latest.current.options, values.get(), latest.current.t)
    const form: FormApi<S> = {
      id,
      schema: options.schema,
      values,
      state,
      words: (key, fallback) => (latest.current.options.words ?? noWords)(key, fallback),
      set(path, value) {
        values.set(all => writeAt(all, path, value))
        if (state.get().tried) state.set(now => ({ ...now, issues: run().issues, fault: null }))
      },
      replace: next => values.set(next),
      show: issues => state.set(now => ({ ...now, issues, tried: true })),
      check() {
        const { parsed, issues } = run()
        state.set(now => ({ ...now, issues, fault: null, tried: true }))
        return parsed.success && issues.length === 0 ? parsed.data : null
      },
      async submit() {
        if (state.get().sending) return
        const value = form.check()
        if (value === null) return focusSummary(id)
        state.set(now => ({ ...now, sending: true }))
        // Its name as it is now: what it is about may have changed since it was opened, and will have when it is sent.
        const { send, keep } = latest.current.options
        try {
          const done = await send(value)
          if (done !== false && keep !== undefined) sent(keep)
          state.set({ issues: [], fault: null, sending: false, tried: false })
        } catch (error) {
          const fault = faultOf(error)
          state.set({ issues: fault.issues, fault, sending: false, tried: true })
          focusSummary(id)
        }
      },
    }
    return form
  })
  useHalfWritten(form.values, options.keep, options.ask)
  return form
}

const focusSummary = (id: string): void => {
  setTimeout(() => document.getElementById(`${id}-errors`)?.focus())
}

const FormContext = createContext<FormApi | null>(null)
/** The form around a field. */
export const useFormAround = (): FormApi => {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands in a <Form>.')
  return form
}

/** What stands in the form now. */
export const useFormValues = (form: FormApi): Values => useStore(form.values)
export const useFieldValue = (path: string): unknown => readAt(useStore(useFormAround().values), path)

/** The id of the control at a path, for links. */
export const fieldId = (form: FormApi, path: string): string => `${form.id}-${path.replaceAll('.', '-')}`

/** Label and hint of a field: translated, from the schema, or made from its name. */
export const fieldWords = (form: FormApi, path: string): { label: string; hint: string } => {
  const key = path.replaceAll(/\.\d+(?=\.|$)/g, '')
  const schema = schemaAt(form.schema, path)
  const shape = schema ? shapeOf(schema) : null
  const name = key.split('.').at(-1) ?? key
  const made = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()
  return {
    label: form.words(`field.${key}`, shape?.title || made.charAt(0).toUpperCase() + made.slice(1)),
    hint: form.words(`hint.${key}`, shape?.description ?? ''),
  }
}

const goTo = (form: FormApi, path: string): void => {
  const target = document.getElementById(fieldId(form, path))
  const control = target?.matches('input, textarea, select')
    ? target
    : target?.querySelector<HTMLElement>('input, textarea, select, button')
  if (!(control instanceof HTMLElement)) return
  control.focus()
  control.scrollIntoView({ block: 'center' })
}

/** What is to be mended, in one place, each with a link to its field. Takes the focus after a failed send. */
export const ErrorSummary = () => {
  const form = useFormAround()
  const t = useText()
  const { issues, fault } = useStore(form.state)
  // A problem of a place inside a list or a group is linked to the nearest field that is drawn.
  const place = (issue: FormIssue): string | null => {
    for (let steps = issue.path.length; steps > 0; steps -= 1) {
      const path = pathText(issue.path.slice(0, steps))
      if (typeof document !== 'undefined' && document.getElementById(fieldId(form, path))) return path
    }
    return null
  }
  if (!issues.length && !fault) return null
  const title = issues.length ? t('form.summary', { count: issues.length }) : t('form.unsent')
  return (
    <div
      className="notice error-summary"
      data-kind="stop"
      role="alert"
      tabIndex={-1}
      id={`${form.id}-errors`}
    >
      <h2>
        <Shape kind="stop" />
        {title}
      </h2>
      {fault && (!issues.length || fault.message) && (
        <p>
          {fault.offline
            ? t('form.offline')
            : fault.message || t('form.fault', { id: fault.correlation ?? '–' })}
        </p>
      )}
      {/* In another window: leaving this page, not every form keeps what is typed. */}
      {fault?.code === 'sign-in-needed' && (
        <p>
          <a href="/sign-in" target="_blank" rel="noopener">
            {t('form.sign-in')}
          </a>{' '}
          {t('form.sign-in.text')}
        </p>
      )}
      {issues.length > 0 && (
        <ul>
          {issues.map(issue => {
            const path = place(issue)
            const key = `${pathText(issue.path)} ${issue.message}`
            if (path === null) return <li key={key}>{issue.message}</li>
            return (
              <li key={key}>
                <a
                  href={`#${fieldId(form, path)}`}
                  onClick={event => {
                    event.preventDefault()
                    goTo(form, path)
                  }}
                >
                  {fieldWords(form, path).label.replace(/[?:.…]+$/, '')}: {issue.message}
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/**
 * The form around fields: Ctrl+Enter sends, Ctrl+S keeps a draft (where `onSave` is given), F8 goes to the next problem.
 * Nothing typed is lost by a failed send.
 */
export const Form = <S extends z.ZodObject>(props: {
  form: FormApi<S>
  label: string
  children: ReactNode
  onSave?: (() => void) | undefined
  className?: string
  summary?: boolean
}) => {
  const t = useText()
  const form = props.form as unknown as FormApi
  const { issues } = useStore(form.state)
  const at = useRef(-1)
  const send = () => void form.submit()
  const next = () => {
    if (!issues.length) return
    at.current = (at.current + 1) % issues.length
    const issue = issues[at.current]
    if (!issue) return
    goTo(form, pathText(issue.path))
    announce(issue.message)
  }
  const { onSave } = props
  useKeys({
    'Ctrl+Enter': { label: t('keys.send'), run: send },
    ...(onSave && { 'Ctrl+s': { label: t('keys.save'), run: onSave } }),
    ...(issues.length > 0 && { F8: { label: t('keys.problem'), run: next } }),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return
    event.preventDefault()
    send()
  }
  return (
    <FormContext value={form}>
      {/* Ctrl+Enter sends from any field inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={props.className ?? 'writing'}
        id={form.id}
        aria-label={props.label}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        {props.summary !== false && <ErrorSummary />}
        {props.children}
      </form>
    </FormContext>
  )
}

/**
 * The button that sends, with its keys; says that it is sending. In a dialog it stands at the dialog's foot beside the way back,
 * unless its form is only a part of what the dialog shows (`here`).
 */
export const SubmitButton = (props: { children?: ReactNode; danger?: boolean; here?: boolean }) => {
  const { children, danger, here } = props
  const t = useText()
  const form = useFormAround()
  const foot = useContext(DialogFoot)
  const { sending } = useStore(form.state)
  const button = (
    <button
      type="submit"
      form={form.id}
      className="button"
      data-kind={danger ? 'danger' : 'primary'}
      data-pending={sending ? '' : undefined}
      aria-disabled={sending || undefined}
    >
      {sending ? (
        t('form.sending')
      ) : (
        <>
          {children ?? t('form.submit')} <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </>
      )}
    </button>
  )
  return foot && !here ? createPortal(button, foot) : button
}
