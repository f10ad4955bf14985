import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDate } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { MarkingTag } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import { type Actor, areas } from '#vocabulary/actor.ts'
import { type Marking, markingLevel, markings } from '#vocabulary/marking.ts'
import { shownState } from '#vocabulary/state.ts'
import { Extension, type Mandate, NewMandate, Withdrawal } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { calls } from './calls.ts'
import { competencesToGive } from './grantable.ts'

const inMonths = (months: number): string => {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() + months)
  return `${day.toISOString().slice(0, 10)}T23:59:00Z`
}

export const GrantDialog = ({ actor, onClose }: { actor: Actor; onClose: () => void }) => {
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const administers = actor.competences.includes('administer')
  const people = useQuery(
    calls.directory.officials.queryOptions({ input: administers ? {} : { state: actor.state } }),
  )
  const form = useForm({
    schema: NewMandate,
    keep: 'new mandate',
    initial: { validUntil: inMonths(12) },
    words: t.or,
    send: async value => {
      await calls.access.grant.call(value)
      toast({ kind: 'done', title: t('grant.done') })
      await queries.invalidateQueries()
      onClose()
    },
  })
  const clearances = markings.filter(
    marking => administers || markingLevel(marking) <= markingLevel(actor.clearance),
  )
  return (
    <Dialog title={t('grant.title')} onClose={onClose} wide>
      <p className="muted">{t('grant.text')}</p>
      <Form form={form} label={t('grant.title')}>
        <Field
          path="official"
          kind="one"
          as="list"
          choices={(people.data ?? [])
            .filter(person => person.id !== actor.person)
            .map(person => ({
              value: String(person.id),
              label: `${person.name} · ${person.unitName}${administers ? ` · ${shownState(person.state)}` : ''}`,
            }))}
        />
        <Field
          path="competences"
          choices={competencesToGive(actor).map(value => ({
            value,
            label: t(`competence.${value}`),
            hint: t(`competence.${value}.hint`),
          }))}
        />
        <Field path="areas" choices={areas.map(value => ({ value, label: t(`area.${value}`) }))} />
        <Field
          path="clearance"
          as="row"
          choices={clearances.map(value => ({ value, label: value }))}
          draw={marking => <MarkingTag marking={marking as Marking} />}
        />
        <Field path="validUntil" />
        <Field path="reason" short />
        <SubmitButton>{t('mandates.grant')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

export const WithdrawDialog = ({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) => {
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const { name } = mandate
  const form = useForm({
    schema: Withdrawal,
    keep: `withdrawal of ${mandate.id}`,
    initial: { id: mandate.id },
    words: t.or,
    send: async value => {
      await calls.access.withdraw.call(value)
      toast({ kind: 'done', title: t('mandates.withdraw.done', { name }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('mandates.withdraw.title', { name })} onClose={onClose}>
      <p>{t('mandates.withdraw.text')}</p>
      <Form form={form} label={t('mandates.withdraw.title', { name })}>
        <Field path="reason" short />
        <SubmitButton danger>{t('mandates.withdraw')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

export const ExtendDialog = ({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const queries = useQueryClient()
  const { name } = mandate
  const form = useForm({
    schema: Extension,
    initial: { id: mandate.id, validUntil: inMonths(18) },
    words: t.or,
    send: async value => {
      await calls.access.extend.call(value)
      const until = formatDate(new Date(value.validUntil), language)
      toast({ kind: 'done', title: t('mandates.extend.done', { name, until }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('mandates.extend.title', { name })} onClose={onClose}>
      <Form form={form} label={t('mandates.extend.title', { name })}>
        <Field path="validUntil" />
        <SubmitButton>{t('mandates.extend')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
