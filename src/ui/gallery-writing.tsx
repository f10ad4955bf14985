// A page of the gallery: a form with every kind of field, its draft and its dialog.
import { useState } from 'react'
import { z } from 'zod'
import { places } from '#vocabulary/country.ts'
import type { Marking } from '#vocabulary/marking.ts'
import { Dialog } from './dialog.tsx'
import { DraftNote, useDraft } from './draft.tsx'
import { Field } from './field.tsx'
import { Fields } from './fields.tsx'
import { Form, SubmitButton, useForm, useFormValues } from './form.tsx'
import { countryCode, countryName } from './format.ts'
import { useLanguage } from './i18n.ts'
import { usePageMarking } from './page.ts'
import { PageHead, Part } from './parts.tsx'
import { MarkingTag, type Urgency, UrgencySign } from './status.tsx'

const schema = z.object({
  what: z
    .array(z.enum(['first-indication', 'route', 'method', 'other']))
    .min(1)
    .meta({ title: 'What is new?' }),
  happened: z.string().min(10).max(2000).meta({
    title: 'What happened?',
    description: 'The first sentence becomes the title. Numbers of persons: counts only.',
  }),
  where: z.array(z.string()).min(1).meta({ title: 'Where?', description: 'Countries on the route' }),
  day: z.iso.date().meta({ title: 'When?' }),
  urgency: z.enum(['routine', 'priority', 'immediate']).meta({ title: 'How urgent?' }),
  marking: z.enum(['PUBLIC', 'LIMITED', 'SENSITIVE']).meta({ title: 'How may it be handled?' }),
  persons: z.int().min(1).max(5000).optional().meta({ title: 'Persons' }),
  border: z
    .enum(['land', 'sea', 'airport', 'inland', 'green', 'crossing-point', 'other'])
    .optional()
    .meta({ title: 'Border type' }),
  price: z
    .object({ amount: z.number().positive(), currency: z.enum(['EUR', 'USD']) })
    .optional()
    .meta({ title: 'Price' }),
  legs: z
    .array(z.object({ country: z.string().length(3), note: z.string().optional() }))
    .optional()
    .meta({ title: 'Leg' }),
})

export const Writing = () => {
  const language = useLanguage()
  usePageMarking('LIMITED', 'Marking chosen for this draft. Nobody else sees it until you send it.')
  const [asked, setAsked] = useState(false)
  const form = useForm({
    schema,
    send: async value => {
      if (value.happened.includes('fault')) throw new Error('x')
      if (value.happened.includes('conflict'))
        throw Object.assign(new Error('It has changed in the meantime.'), {
          code: 'conflict',
          data: {
            issues: [{ path: ['day'], message: 'The day is after today.', mend: 'Did you mean yesterday?' }],
          },
        })
      await Promise.resolve()
      setAsked(true)
    },
    check: values => {
      const text = typeof values.happened === 'string' ? values.happened : ''
      const found = /\p{Lu}\p{L}+ \p{Lu}\p{L}+, born [\d.]+/u.exec(text)
      return found
        ? [
            {
              path: ['happened'],
              message: 'Take out the name and date of birth (underlined).',
              range: [found.index, found.index + found[0].length],
            },
          ]
        : []
    },
  })
  const values = useFormValues(form)
  const draft = useDraft('gallery', values, { restore: form.replace })
  const choices = places.map(value => ({
    value,
    label: `${countryCode(value)} ${countryName(value, language)}`,
  }))
  return (
    <>
      <PageHead title="New warning">Six answers, about two minutes.</PageHead>
      <div className="columns" data-near>
        <Form form={form} label="New warning" onSave={() => void draft.save()}>
          <Field path="what" number={1} />
          <Field path="happened" number={2} />
          <Field path="where" number={3} choices={choices} placeholder="Add another place" />
          <Field path="day" number={4} />
          <Field path="urgency" number={5} draw={value => <UrgencySign urgency={value as Urgency} />} />
          <Field
            path="marking"
            number={6}
            as="column"
            draw={value => <MarkingTag marking={value as Marking} />}
          />
          <Fields only={['persons', 'border', 'price', 'legs']} />
          <div className="save-bar">
            <div className="buttons">
              <SubmitButton>Check and send</SubmitButton>
            </div>
            <p className="caption" id="draft-note">
              <DraftNote state={draft.state} />
            </p>
          </div>
        </Form>
        <aside aria-label="Check">
          <Part title="Check">
            <p>As you write.</p>
          </Part>
        </aside>
      </div>
      {asked && (
        <Dialog
          title="Send this warning to 9 units?"
          onClose={() => setAsked(false)}
          actions={
            <button type="button" className="button" data-kind="primary" onClick={() => setAsked(false)}>
              Send to 9 units
            </button>
          }
        >
          <p>It cannot be unsent; you can correct or withdraw it.</p>
        </Dialog>
      )}
    </>
  )
}
