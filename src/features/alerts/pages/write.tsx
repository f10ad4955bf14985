import './alerts.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { newSubmission, problemOf } from '#ui/call.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form, SubmitButton, useForm, useFormValues } from '#ui/form.tsx'
import { sent } from '#ui/half-written.ts'
import { useText } from '#ui/i18n.ts'
import { faultOf } from '#ui/issue-text.ts'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, ErrorPage, Failed, Notice, PageHead, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import { AlertContent, type Identity } from '../content.ts'
import { kindRules } from '../kinds.ts'
import type { Match } from '../match.ts'
import type { Alert, AlertList } from '../model.ts'
import { AlertFields } from './alert-form.tsx'
import { useKeeper, useLists } from './reach.ts'
import { calls } from './calls.ts'
import { Matches, sideOf } from './matches.tsx'
import { type AlertText, useWords } from './words.ts'

/** Enters an alert. */
export const NewAlert = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('new')}>
      <Enter />
    </UnderPurpose>
  )
}

/** Changes an alert of one's own. */
export const EditAlert = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('change.title')}>
      <Change />
    </UnderPurpose>
  )
}

const NotNow = ({ title }: { title: string }) => {
  const { t } = useWords()
  return (
    <>
      <PageHead title={title} />
      <Empty title={t('keeper.needed')}>{t('keeper.other-purpose')}</Empty>
    </>
  )
}

/** What the form begins with could not be read. */
const Unread = ({ title, query }: { title: string; query: Parameters<typeof failedQuery>[0] }) => (
  <>
    <PageHead title={title} />
    <Failed {...failedQuery(query)} />
  </>
)

const Enter = () => {
  const { t } = useWords()
  const { searchStr } = useLocation()
  const keeper = useKeeper()
  const lists = useLists()
  if (!keeper.now) return <NotNow title={t('new')} />
  if (lists.isError) return <Unread title={t('new')} query={lists} />
  if (!lists.data) return <Skeleton lines={6} />
  const mine = lists.data.filter(list => list.mine)
  if (mine.length === 0)
    return (
      <>
        <PageHead title={t('new')} />
        <Empty
          title={t('new.no-list')}
          action={
            <a className="button" href="/alerts/lists">
              {t('lists')}
            </a>
          }
        >
          {t('new.no-list.text')}
        </Empty>
      </>
    )
  const asked = new URLSearchParams(searchStr).get('list')?.replaceAll('"', '')
  const first = mine.find(({ id }) => id === asked) ?? (mine.length === 1 ? mine[0] : undefined)
  return <Write lists={mine} initial={first ? beginning(first) : {}} alert={null} />
}

const Change = () => {
  const { t } = useWords()
  const { id = '' } = useParams({ strict: false })
  const keeper = useKeeper()
  const lists = useLists()
  const alert = useQuery({
    ...calls.alerts.read.queryOptions({ input: { id } }),
    enabled: keeper.now,
    retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
    // Read once: what is typed is not replaced under the writer's hands.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!keeper.now) return <NotNow title={t('change.title')} />
  if (alert.isError)
    return (problemOf(alert.error)?.status ?? 500) < 500 ? (
      <ErrorPage />
    ) : (
      <Unread title={t('change.title')} query={alert} />
    )
  if (lists.isError) return <Unread title={t('change.title')} query={lists} />
  if (!alert.data || !lists.data) return <Skeleton lines={6} />
  if (!alert.data.mine) return <ErrorPage />
  return (
    <Write
      key={id}
      lists={lists.data.filter(list => list.id === alert.data.list.id)}
      initial={{ list: alert.data.list.id, content: contentOf(alert.data) }}
      alert={alert.data}
    />
  )
}

/** What the form of a list begins with. */
const beginning = (list: AlertList) => {
  const { subject } = kindRules[list.kind]
  return {
    list: list.id,
    content: {
      ...(subject === 'person' && {
        identities: [{ kind: 'confirmed', names: [{ kind: 'primary' }] }],
      }),
      ...(subject === 'document' && { documents: [{ type: 'P' }] }),
      ...((subject === 'vehicle' || subject === 'vessel') && { objects: [{ type: subject }] }),
    },
  }
}

const contentOf = (alert: Alert) => ({
  action: alert.action,
  legalBasis: alert.legalBasis,
  flags: alert.flags,
  marking: alert.marking,
  particulars: alert.particulars,
  // The alert ends with the last moment of the day that was given.
  endsOn:
    alert.expiresAt < alert.reviewAt
      ? new Date(Date.parse(alert.expiresAt) - 1).toISOString().slice(0, 10)
      : null,
  identities: alert.identities,
  documents: alert.documents,
  objects: alert.objects,
  ground: alert.ground ?? undefined,
})

const Writing = z.object({ list: z.uuid(), content: AlertContent })
type Writing = z.output<typeof Writing>

/** Keys of texts without the part of the contract they stand in: `field.identities.names.family`. */
const wordsOf =
  (t: AlertText) =>
  (key: string, fallback: string): string =>
    t.or(key.replace('.content.', '.'), fallback)

type Near = Match & { relation: 'duplicate' | 'consult' | 'compatible' }

const Write = (props: {
  lists: readonly AlertList[]
  initial: Record<string, unknown> & { list?: string }
  alert: Alert | null
}) => {
  const { lists, alert } = props
  const { t, owner } = useWords()
  const router = useRouter()
  const queries = useQueryClient()
  const actor = useMe()?.actor
  const submission = useRef({ of: '', key: newSubmission() })
  const name = alert ? `alert ${alert.id} ${alert.version}` : `alert on ${props.initial.list ?? ''}`
  const [near, setNear] = useState<{ value: Writing; matches: Near[] } | null>(null)
  const save = async (value: Writing) => {
    const of = JSON.stringify(value)
    if (submission.current.of !== of) submission.current = { of, key: newSubmission() }
    const context = { submission: submission.current.key }
    const saved = alert
      ? await calls.alerts.change.call(
          { id: alert.id, version: alert.version, content: value.content },
          { context },
        )
      : await calls.alerts.enter.call(value, { context })
    toast({
      kind: 'done',
      title: t(alert ? 'saved.changed' : 'saved.entered', { reference: saved.reference }),
    })
    sent(name)
    await queries.invalidateQueries({ queryKey: [['alerts']] })
    await router.navigate({ href: `/alerts/${saved.id}` })
  }
  const form = useForm({
    schema: Writing,
    initial: props.initial,
    keep: name,
    ask: true,
    words: wordsOf(t),
    send: async value => {
      // Nothing is saved before its keeper has seen what may be about the same.
      const { ground: _ground, ...content } = value.content
      const matches = await calls.alerts.compatible.call({
        list: value.list,
        content,
        id: alert?.id ?? null,
      })
      if (matches.length === 0) return save(value)
      setNear({ value, matches })
      return false
    },
  })
  const values = useFormValues(form)
  const list = lists.find(({ id }) => id === values.list)
  usePageMarking(list?.marking ?? null, list ? t('band.mine', { owner: owner(list.owner) }) : '')
  const title = t(alert ? 'change.title' : 'new')
  return (
    <>
      <PageHead title={title}>{t('form.text')}</PageHead>
      <Form form={form} label={title} className="writing alert-form">
        {!alert && (
          <div className="field">
            <label htmlFor="alert-list">{t('form.list')}</label>
            <p className="hint">{t('form.list.hint')}</p>
            <span className="select">
              <select
                className="input"
                id="alert-list"
                value={list?.id ?? ''}
                onChange={event => {
                  const chosen = lists.find(({ id }) => id === event.target.value)
                  if (!chosen) return
                  const same = list && kindRules[list.kind].subject === kindRules[chosen.kind].subject
                  // What is typed stays where the new list asks for the same.
                  if (same) form.set('list', chosen.id)
                  else form.replace({ ...beginning(chosen) })
                }}
              >
                <option value="">{t('form.list.choose')}</option>
                {lists.map(each => (
                  <option key={each.id} value={each.id}>
                    {each.name} · {t(`kind.${each.kind}`)}
                  </option>
                ))}
              </select>
            </span>
          </div>
        )}
        {list && actor && (
          <>
            <AlertFields list={list} clearance={actor.clearance} />
            <div className="save-bar">
              <SubmitButton>{t('form.save')}</SubmitButton>
              <p className="caption">{t('form.not-kept')}</p>
            </div>
          </>
        )}
      </Form>
      {near && (
        <BeforeSaving
          near={near.matches}
          content={near.value.content}
          changing={alert !== null}
          save={() => save(near.value)}
          onClose={() => setNear(null)}
        />
      )}
    </>
  )
}

const order = { duplicate: 0, consult: 1, compatible: 2 } as const

/** What may be about the same, side by side with what is being entered, before it is saved. */
const BeforeSaving = (props: {
  near: readonly Near[]
  content: AlertContent
  changing: boolean
  save: () => Promise<void>
  onClose: () => void
}) => {
  const { t } = useWords()
  const ui = useText()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const near = props.near.toSorted((a, b) => order[a.relation] - order[b.relation])
  const relation = new Map(near.map(each => [each.alert.id, each.relation]))
  const fault = failed === null ? null : faultOf(failed)
  const run = async () => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    try {
      await props.save()
    } catch (error) {
      setFailed(error)
      setBusy(false)
    }
  }
  const identity: Identity | undefined =
    props.content.identities.find(each => each.kind !== 'misused') ?? props.content.identities[0]
  return (
    <Dialog
      title={t('near.title')}
      onClose={props.onClose}
      wide
      actions={
        <button
          type="button"
          className="button"
          data-kind="primary"
          data-pending={busy ? '' : undefined}
          aria-disabled={busy || undefined}
          onClick={() => void run()}
        >
          {busy ? ui('form.sending') : t(props.changing ? 'near.change' : 'near.enter')} <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </button>
      }
    >
      <SendKey label={t('near.enter')} run={() => void run()} />
      {fault && (
        <Notice kind="stop" alert title={fault.offline ? ui('form.offline') : fault.message || t('not-done')}>
          {fault.issues.map(({ message, mend }) => (
            <p key={message}>
              {message} {mend}
            </p>
          ))}
        </Notice>
      )}
      <p>{t('near.text')}</p>
      <p className="caption">{t('machine-found')}</p>
      <Matches
        beside
        matches={near}
        asked={sideOf(identity ?? null, props.content.documents)}
        askedLabel={t('compare.entered')}
        above={match => {
          const of = relation.get(match.alert.id) ?? 'compatible'
          return (
            <p>
              <Sign kind={of === 'compatible' ? 'waiting' : 'check'}>{t(`relation.${of}`)}</Sign>{' '}
              {t(`near.${of}.text`)}
            </p>
          )
        }}
      />
    </Dialog>
  )
}

const SendKey = ({ label, run }: { label: string; run: () => void }) => {
  useKeys({ 'Ctrl+Enter': { label, run } })
  return null
}
