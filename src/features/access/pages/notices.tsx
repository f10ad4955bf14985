import { useQuery } from '@tanstack/react-query'
import { languageName } from '#ui/format.ts'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { setLanguage, useText } from '#ui/i18n.ts'
import { Part, Skeleton } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { screenLanguages } from '#vocabulary/language.ts'
import { notices, Preference } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { calls } from './calls.ts'

/** Language, e-mail notices by urgency, quiet hours. */
export const Notices = () => {
  const t = useText(accessTexts)
  const own = useQuery({ ...calls.access.preference.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  return (
    <Part title={t('notices.title')} caption={t('notices.text')}>
      {own.data ? <NoticesForm own={own.data} /> : <Skeleton />}
    </Part>
  )
}

const NoticesForm = ({ own }: { own: Preference }) => {
  const t = useText(accessTexts)
  const form = useForm({
    schema: Preference,
    initial: { ...own },
    words: t.or,
    send: async value => {
      const kept = await calls.access.prefer.call(value)
      await setLanguage(kept.language)
      toast({ kind: 'done', title: t('notices.saved') })
    },
  })
  const choices = notices.map(value => ({ value, label: t(`notice.${value}`) }))
  return (
    <Form form={form} label={t('notices.title')}>
      <div className="field-pairs">
        <Field
          path="language"
          as="list"
          choices={screenLanguages.map(value => ({ value, label: languageName(value, value) }))}
        />
        <Field path="immediate" as="list" choices={choices} />
        <Field path="priority" as="list" choices={choices} />
        <Field path="routine" as="list" choices={choices} />
        <Field path="quietFrom" short />
        <Field path="quietUntil" short />
        <Field path="zone" />
      </div>
      <div className="buttons">
        <SubmitButton>{t('notices.save')}</SubmitButton>
      </div>
    </Form>
  )
}
