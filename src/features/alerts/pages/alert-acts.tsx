import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDate, formatDateTime } from '#ui/format.ts'
import { toast } from '#ui/toast.tsx'
import type { Choice } from '#ui/token-field.tsx'
import { kindRules, linkKinds, withdrawalReasons } from '../kinds.ts'
import { type Alert, LinkKind, WithdrawalReason } from '../model.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

type Act = 'extend' | 'link' | 'withdraw'

/** What only the owner does. */
export const AlertActs = ({ alert }: { alert: Alert }) => {
  const { t } = useWords()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <div className="buttons">
      <a className="button" data-kind="primary" href={`/alerts/${alert.id}/edit`}>
        {t('change')} <kbd>e</kbd>
      </a>
      <button type="button" className="button" onClick={() => setAct('extend')}>
        {t('extend')}
      </button>
      <button type="button" className="button" onClick={() => setAct('link')}>
        {t('links.add')}
      </button>
      <button type="button" className="button" data-kind="danger" onClick={() => setAct('withdraw')}>
        {t('withdraw')}
      </button>
      {act === 'extend' && <ExtendDialog alert={alert} onClose={close} />}
      {act === 'link' && <LinkDialog alert={alert} onClose={close} />}
      {act === 'withdraw' && <WithdrawDialog alert={alert} onClose={close} />}
    </div>
  )
}

/** What is needed of an alert to extend or withdraw it, also from the page of what is due. */
type Near = Pick<Alert, 'id' | 'kind' | 'reference' | 'title' | 'version' | 'reviewAt' | 'expiresAt'>

const Extension = z.object({
  months: z.int().min(1).max(120),
  assessment: z
    .string()
    .trim()
    .min(20, 'Say in a sentence or more why this alert is still needed.')
    .max(4000),
})

export const ExtendDialog = ({ alert, onClose }: { alert: Near; onClose: () => void }) => {
  const { t, language } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: Extension,
    keep: `assessment of ${alert.id}`,
    initial: { months: String(Math.min(36, kindRules[alert.kind].mostMonths)) },
    words: t.or,
    send: async value => {
      const done = await calls.alerts.extend.call({ id: alert.id, version: alert.version, ...value })
      toast({
        kind: 'done',
        title: t('extend.done', { day: formatDate(new Date(done.reviewAt), language) }),
      })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
      onClose()
    },
  })
  return (
    <Dialog title={t('extend.title', { reference: alert.reference })} onClose={onClose} wide>
      <p>{t('extend.text', { day: formatDate(new Date(alert.expiresAt), language) })}</p>
      <Form form={form} label={t('extend')}>
        <Field path="assessment" kind="long" />
        <Field path="months" />
        <SubmitButton>{t('extend')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

export const WithdrawDialog = ({ alert, onClose }: { alert: Near; onClose: () => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const router = useRouter()
  const form = useForm({
    schema: z.object({ reason: WithdrawalReason }),
    words: t.or,
    send: async ({ reason }) => {
      await calls.alerts.withdraw.call({ id: alert.id, version: alert.version, reason })
      toast({ kind: 'done', title: t('withdraw.done', { reference: alert.reference }) })
      onClose()
      await router.navigate({ href: '/alerts' })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
    },
  })
  return (
    <Dialog title={t('withdraw.title', { reference: alert.reference })} onClose={onClose}>
      <p>{t('withdraw.text')}</p>
      <Form form={form} label={t('withdraw')}>
        <Field
          path="reason"
          as="column"
          choices={withdrawalReasons
            .filter(value => value !== 'gone-from-source')
            .map(value => ({ value, label: t(`withdrawal.${value}`) }))}
        />
        <SubmitButton danger>{t('withdraw')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const LinkForm = z.object({ other: z.string().min(1), kind: LinkKind })

const LinkDialog = ({ alert, onClose }: { alert: Alert; onClose: () => void }) => {
  const { t, nation } = useWords()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const found = useQuery({
    ...calls.alerts.list.queryOptions({ input: { search } }),
    enabled: search !== '',
  })
  const form = useForm({
    schema: LinkForm,
    words: t.or,
    send: async ({ other, kind }) => {
      await calls.alerts.link.call({ id: alert.id, other, kind })
      toast({ kind: 'done', title: t('links.added') })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
      onClose()
    },
  })
  const choices: Choice[] = (found.data?.items ?? [])
    .filter(({ id }) => id !== alert.id)
    .slice(0, 10)
    .map(each => ({
      value: each.id,
      label: each.title || each.reference,
      hint: [each.reference, t(`kind.${each.kind}`), each.birth, ...each.nationalities.map(nation)]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <Dialog title={t('links.title', { reference: alert.reference })} onClose={onClose} wide>
      <p>{t('links.text')}</p>
      <form
        className="find-alert"
        onSubmit={event => {
          event.preventDefault()
          setSearch(typed.trim())
        }}
      >
        <div className="field">
          <label htmlFor="link-search">{t('links.find')}</label>
          <input
            className="input"
            id="link-search"
            type="search"
            autoComplete="off"
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
        </div>
        <button type="submit" className="button">
          {t('filter.go')}
        </button>
      </form>
      {search !== '' && found.data && choices.length === 0 && <p role="status">{t('list.none')}</p>}
      {choices.length > 0 && (
        <Form form={form} label={t('links.add')}>
          <Field path="other" kind="one" as="column" choices={choices} label={t('links.other')} />
          <Field
            path="kind"
            as="row"
            label={t('links.kind')}
            choices={linkKinds.map(value => ({ value, label: t(`link.${value}`) }))}
          />
          <SubmitButton>{t('links.add')}</SubmitButton>
        </Form>
      )}
    </Dialog>
  )
}

const Note = z.object({ note: z.string().trim().min(3).max(1000) })

/** The one box on the page of an officer who carries an alert out: tell its owner what was done. */
export const TellAchieved = ({ alert }: { alert: Alert }) => {
  const { t, owner, language } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: Note,
    keep: `achieved ${alert.id}`,
    words: t.or,
    send: async ({ note }) => {
      const told = await calls.alerts.tellAchieved.call({ id: alert.id, note })
      toast({
        kind: 'done',
        title: t('tell.done', {
          owner: owner(alert.owner),
          when: formatDateTime(new Date(told.dueAt), language),
        }),
      })
      form.replace({})
      await queries.invalidateQueries({ queryKey: [['alerts']] })
    },
  })
  return (
    <section className="answer" aria-labelledby="tell">
      <h2 id="tell">{t('tell')}</h2>
      <p>{t('tell.text', { owner: owner(alert.owner) })}</p>
      <Form form={form} label={t('tell')} className="tell">
        <Field path="note" kind="long" short />
        <SubmitButton>{t('tell.send')}</SubmitButton>
      </Form>
    </section>
  )
}
