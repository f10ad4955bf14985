import './warnings.css'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { DraftNote } from '#ui/draft.tsx'
import { fieldId, Form, SubmitButton, useForm, useFormValues } from '#ui/form.tsx'
import { readAt, type Values } from '#ui/form-values.ts'
import { formatTime } from '#ui/format.ts'
import { useText } from '#ui/i18n.ts'
import { faultOf, type FormIssue } from '#ui/issue-text.ts'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Notice, PageHead, Part } from '#ui/parts.tsx'
import { sayInLanguage } from '#ui/said.ts'
import { toast } from '#ui/toast.tsx'
import { Marking } from '#vocabulary/marking.ts'
import { Content, type Member } from '../content.ts'
import type { Fault, Warning } from '../model.ts'
import { AttachFiles } from './attachments.tsx'
import { calls } from './calls.ts'
import { CheckPanel } from './check-panel.tsx'
import { Conflict } from './conflict.tsx'
import { FullForm, Groups } from './full-form.tsx'
import { readPeriod } from './period-words.ts'
import { findingText, issueOf, placeOf, rangesIn } from './pointed.ts'
import { QuickForm } from './quick-form.tsx'
import { type SendAs, SendDialog } from './send-dialog.tsx'
import { useSettled } from './use-settled.ts'
import { useWriting } from './use-writing.ts'
import { WhoWillSee } from './who-sees.tsx'
import { useWords, type WarningText } from './words.ts'
import { bodyOf, freshLink, type Kept, valuesOf, Writing } from './writing.ts'

const begin: Values = { marking: 'LIMITED', audience: [], triggers: [], summary: '', when: '' }

const quick = new Set(['triggers', 'summary', 'title', 'place', 'when', 'urgency'])
/** Whether a warning holds more than the quick form shows. */
const holdsMore = (content: Content): boolean => {
  const blank = Content.parse({})
  return (Object.keys(blank) as (keyof Content)[]).some(
    name => !quick.has(name) && JSON.stringify(content[name]) !== JSON.stringify(blank[name]),
  )
}

/** What the schema cannot know: whether a period can be read and lies behind us, and that some place is named. */
const ownChecks = (values: Values, t: WarningText): FormIssue[] => {
  const found: FormIssue[] = []
  const when = typeof values.when === 'string' ? readPeriod(values.when, new Date()) : null
  if (when && !when.ok && when.why !== 'empty')
    found.push({
      path: ['when'],
      message: t(when.why === 'future' ? 'write.when.future' : 'write.when.unread'),
      mend: t('write.when.hint'),
    })
  const named = ['country', 'name', 'section', 'crossingPoint', 'coordinates.lat'].some(part => {
    const typed = readAt(values, `place.${part}`)
    return typeof typed === 'number' || (typeof typed === 'string' && typed.trim() !== '')
  })
  if (!named) found.push({ path: ['place'], message: t('write.place.missing') })
  return found
}

/** The page one writes on: the form, the check beside it, who will see it, files. */
export const WritingPage = ({
  name,
  server,
  files,
}: {
  name: string
  server?: Warning
  files?: Warning['attachments']
}) => {
  const words = useWords()
  const { t, language } = words
  const ui = useText()
  const router = useRouter()
  const queries = useQueryClient()
  const [start] = useState(() => {
    if (!server?.content) return { values: begin, link: freshLink(), full: false }
    const values = valuesOf(server.content, server.handling)
    return {
      values,
      link: { ...freshLink(server), last: JSON.stringify(bodyOf(values, new Date())) },
      full: holdsMore(server.content),
    }
  })
  const [full, setFull] = useState(start.full)
  const [sending, setSending] = useState<SendAs | null>(null)
  const [deleting, setDeleting] = useState(false)

  const sayFault = (fault: Fault) =>
    fault.kind === 'missing'
      ? { message: t.or(`missing.${placeOf(fault)}`, fault.message) }
      : fault.kind === 'personal-data'
        ? { message: findingText(fault, t), mend: t('check.mend') }
        : { message: sayInLanguage(fault.message), ...(fault.mend && { mend: sayInLanguage(fault.mend) }) }
  const form = useForm({
    schema: Writing,
    initial: start.values,
    // A hint of the schema is English; where the reader's language has none, none is shown.
    words: (key, fallback) => t.or(key, key.startsWith('hint.') ? '' : fallback),
    check: values => ownChecks(values, t),
    send: async () => {
      await writing.store()
      const body = bodyOf(form.values.get(), new Date())
      const faults = await calls.warnings.check.call(body)
      if (faults.length > 0) {
        const issues = faults.map(fault => issueOf(fault, sayFault))
        if (issues.some(({ path }) => !quickPath(path))) setFull(true)
        throw Object.assign(new Error(''), { code: 'invalid-input', data: { issues } })
      }
      const { id } = writing.link
      const now = await calls.warnings.read.call({ id: id ?? '' })
      setSending({ as: now.may.issue ? 'issue' : 'submit', body })
    },
  })
  const values = useFormValues(form)
  const writing = useWriting(name, values, full, {
    start: start.link,
    restore(kept: Kept) {
      const unsent = kept.link.last !== JSON.stringify(bodyOf(kept.values, new Date()))
      if (server && !unsent && kept.link.revision !== server.revision) return false
      form.replace(kept.values)
      setFull(kept.full)
      return true
    },
  })
  const { draft, trouble } = writing

  const marking = Marking.safeParse(values.marking)
  usePageMarking(marking.success ? marking.data : null, t('band.writing'))
  useKeys({ Escape: { label: t('key.leave'), run: () => void router.navigate({ href: '/' }) } })

  const settled = useSettled(values, 700)
  const body = useMemo(() => bodyOf(settled, new Date()), [settled])
  const check = useQuery({
    ...calls.warnings.check.queryOptions({ input: body }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  })
  const audience = useQuery({
    ...calls.warnings.audience.queryOptions({ input: body }),
    placeholderData: keepPreviousData,
    retry: 1,
    staleTime: 60_000,
  })
  const faults = check.data
  // While one types on, only what stands before the caret's change is still where the check found it.
  const standing = (faults ?? []).filter(({ path, range }) => {
    const at = placeOf({ path })
    const [was, is] = [readAt(settled, at), readAt(values, at)]
    return (
      range === undefined ||
      was === is ||
      (typeof was === 'string' && typeof is === 'string' && is.startsWith(was.slice(0, range[1] + 1)))
    )
  })
  const personal = standing.filter(({ kind }) => kind === 'personal-data')
  const pointed = rangesIn(values, personal)
  const offline = check.isError && faultOf(check.error).offline

  const show = (path: string, range?: readonly [number, number]) => {
    const go = () => {
      const field = document.getElementById(fieldId(form, path))
      const control = field?.matches('input, textarea, select')
        ? field
        : field?.querySelector<HTMLElement>('input, textarea, select')
      if (!(control instanceof HTMLElement)) return
      control.focus()
      if (range && (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement))
        control.setSelectionRange(range[0], range[1])
      control.scrollIntoView({ block: 'center' })
    }
    if (quick.has(path.split('.')[0] ?? '') || full) return go()
    setFull(true)
    setTimeout(go)
  }
  const cut = (path: string, range: readonly [number, number]) => {
    const text = readAt(form.values.get(), path)
    if (typeof text !== 'string') return
    const rest = `${text.slice(0, range[0])}${text.slice(range[1])}`
    form.set(
      path,
      rest
        .replaceAll(/ {2,}/g, ' ')
        .replaceAll(/ ([,.;:!?])/g, '$1')
        .replaceAll(/,\s*(?=[,.;:!?])/g, ''),
    )
    show(path)
  }
  const add = (members: Member[]) => {
    const now = form.values.get().audience
    const chosen = Array.isArray(now) ? (now as Member[]) : []
    form.set('audience', [...new Set([...chosen, ...members])])
  }
  const { F8: next } = { F8: personal[0] }
  useKeys(
    {
      F8: {
        label: ui('keys.problem'),
        run: () => {
          if (next) show(placeOf(next), rangesIn(values, [next])(placeOf(next))[0])
        },
      },
    },
    next !== undefined,
  )

  const store = async (): Promise<string> => {
    await writing.store()
    return writing.link.id ?? ''
  }
  const removal = useMutation({
    mutationFn: async () => {
      if (writing.link.id) await calls.warnings.remove.call({ id: writing.link.id })
    },
    onSuccess: async () => {
      await draft.drop()
      toast({ kind: 'done', title: t('write.deleted') })
      await queries.invalidateQueries({ queryKey: [['warnings']] })
      void router.navigate({ href: '/' })
    },
  })
  const number = server?.related.find(({ kind }) => kind === 'updates')?.number
  const title = number ? t('write.update', { number }) : server ? t('write.edit') : t('new')
  const attached = useAttached(writing.id, files)
  return (
    <>
      <PageHead
        title={title}
        actions={
          <button type="button" className="button" data-kind="quiet" onClick={() => setFull(!full)}>
            {t(full ? 'write.to-quick' : 'write.to-full')}
          </button>
        }
      >
        {t(full ? 'write.text.full' : 'write.text')}
      </PageHead>
      {server?.returned && (
        <div className="standing">
          <Notice
            kind="check"
            level={2}
            title={t('standing.returned', { when: formatTime(new Date(server.returned.at), language) })}
          >
            <p>{server.returned.reason}</p>
          </Notice>
        </div>
      )}
      {trouble === 'conflict' && (
        <Conflict
          writing={writing}
          values={values}
          onTakeTheirs={(theirs: Warning) => {
            if (theirs.content) form.replace(valuesOf(Content.parse(theirs.content), theirs.handling))
          }}
        />
      )}
      {trouble === 'signed-out' && (
        <div className="standing">
          <Notice kind="stop" level={2} title={t('trouble.signed-out')} alert>
            <p>
              {t('trouble.signed-out.text')} <a href="/sign-in">{t('trouble.sign-in')}</a>
            </p>
          </Notice>
        </div>
      )}
      {trouble === 'gone' && (
        <div className="standing">
          <Notice kind="stop" level={2} title={t('trouble.gone')} alert>
            <p>{t('trouble.gone.text')}</p>
          </Notice>
        </div>
      )}
      {draft.restored && (
        <p className="muted restored" role="status">
          {ui('draft.restored', { time: `${formatTime(draft.restored, language)} UTC` })}
        </p>
      )}
      <div className="columns" data-near="">
        <Form form={form} label={title} onSave={() => void draft.save()}>
          {full ? <FullForm pointed={pointed} /> : <QuickForm pointed={pointed} />}
          <div className="save-bar">
            <div className="buttons">
              <SubmitButton>{t('write.send')}</SubmitButton>
              <button type="button" className="button" onClick={() => void draft.save()}>
                {t('write.save')}
              </button>
            </div>
            <span className="draft-note" role="status">
              <DraftNote state={draft.state} />
            </span>
            <button type="button" className="button" data-kind="danger" onClick={() => setDeleting(true)}>
              {t('write.delete')}
            </button>
          </div>
        </Form>
        <aside aria-label={t('write.aside')}>
          {full && <Groups />}
          <CheckPanel
            values={values}
            faults={faults && [...standing]}
            at={check.dataUpdatedAt}
            offline={offline}
            onCut={cut}
            onShow={show}
          />
          <Part title={t('who')}>
            {audience.isError && faultOf(audience.error).offline ? (
              <p className="muted">{t('who.offline')}</p>
            ) : (
              <WhoWillSee audience={audience} onAdd={add} />
            )}
            <p className="source">{t('who.source')}</p>
          </Part>
          <AttachFiles warning={writing.id} files={attached} store={store} />
        </aside>
      </div>
      {sending && (
        <SendDialog
          writing={writing}
          send={sending}
          onClose={() => setSending(null)}
          onSent={(id, said) => {
            toast({ kind: 'done', title: said })
            void queries.invalidateQueries({ queryKey: [['warnings']] })
            void router.navigate({ href: id ? `/warnings/${id}` : '/' })
          }}
        />
      )}
      {deleting && (
        <Dialog
          title={t('write.delete.title')}
          onClose={() => setDeleting(false)}
          actions={
            <button
              type="button"
              className="button"
              data-kind="danger"
              disabled={removal.isPending}
              onClick={() => removal.mutate()}
            >
              {t('write.delete')}
            </button>
          }
        >
          <p>{t('write.delete.text')}</p>
          {removal.isError && (
            <Notice
              kind="stop"
              title={
                faultOf(removal.error).offline
                  ? ui('failed.line')
                  : faultOf(removal.error).message || ui('failed')
              }
              alert
            />
          )}
        </Dialog>
      )}
    </>
  )
}

const quickPath = (path: readonly PropertyKey[]): boolean => {
  const first = String(path[0])
  return quick.has(first) || first === 'marking' || first === 'audience'
}

/** Files of the draft: from what was read, or read as soon as the draft is on the server. */
const useAttached = (id: string | null, files: Warning['attachments'] | undefined) => {
  const read = useQuery({
    ...calls.warnings.read.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null && files === undefined,
  })
  return files ?? read.data?.attachments ?? []
}
