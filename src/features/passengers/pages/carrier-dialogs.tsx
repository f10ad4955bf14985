import { useQueryClient } from '@tanstack/react-query'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { toast } from '#ui/toast.tsx'
import { type Carrier, NewCarrier } from '../model.ts'
import { z } from 'zod'
import { calls } from './calls.ts'
import { QuietCarrier } from './quiet-carrier.tsx'
import { useWords } from './words.ts'

/** A carrier is entered; its first key is made right after. */
export const NewCarrierDialog = (props: { onClose: () => void; onEntered: (id: string) => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: NewCarrier,
    keep: 'new carrier',
    words: t.or,
    send: async value => {
      const { id } = await calls.passengers.enterCarrier.call(value)
      await queries.invalidateQueries({ queryKey: [['passengers']] })
      props.onEntered(id)
    },
  })
  return (
    <Dialog title={t('carrier.enter')} onClose={props.onClose}>
      <Form form={form} label={t('carrier.enter')}>
        <Field path="code" short />
        <Terms />
        <SubmitButton>{t('carrier.enter')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const Changed = NewCarrier.omit({ code: true }).extend({
  suspended: z.boolean().default(false),
  closeOuts: z.boolean().default(true),
  looked: z.boolean().default(false),
})

export const CarrierDialog = ({ carrier, onClose }: { carrier: Carrier; onClose: () => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: Changed,
    keep: `carrier ${JSON.stringify(carrier)}`,
    words: t.or,
    initial: {
      name: carrier.name,
      also: carrier.also,
      contact: carrier.contact,
      codes: carrier.codes,
      suspended: carrier.suspendedAt !== null,
      closeOuts: carrier.closeOuts,
    },
    send: async value => {
      // Meanwhile a colleague may have looked: then nothing is said of it a second time.
      const looked = value.looked && carrier.quiet !== null
      await calls.passengers.changeCarrier.call({ id: carrier.id, ...value, looked })
      await queries.invalidateQueries({ queryKey: [['passengers']] })
      toast({ kind: 'done', title: t('carrier.changed', { name: value.name }) })
      onClose()
    },
  })
  return (
    <Dialog title={t('carrier.change.of', { name: carrier.name })} onClose={onClose}>
      <Form form={form} label={t('carrier.change.of', { name: carrier.name })}>
        {carrier.quiet && (
          <div className="quiet-carrier">
            <QuietCarrier carrier={carrier} />
            <Field path="looked" />
          </div>
        )}
        <Field path="closeOuts" />
        <Terms />
        <Field path="suspended" />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const Terms = () => {
  const { t } = useWords()
  return (
    <>
      <Field path="name" />
      <Field path="also" free />
      <Field path="contact" kind="long" short />
      <details className="field">
        <summary>{t('carrier.codes')}</summary>
        <p className="hint">{t('carrier.codes.hint')}</p>
        <div className="pair">
          <Field path="codes.board" short />
          <Field path="codes.selectee" short />
          <Field path="codes.no-board" short />
        </div>
      </details>
    </>
  )
}
