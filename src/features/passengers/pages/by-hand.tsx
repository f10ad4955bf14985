import './passengers.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { Field } from '#ui/field.tsx'
import { Form, fieldId, SubmitButton, useFieldValue, useForm, useFormAround } from '#ui/form.tsx'
import { announce, usePageMarking } from '#ui/page.ts'
import { Empty, Failed, Notice, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import type { Carrier, Receipt } from '../model.ts'
import { calls } from './calls.ts'
import { HandList, toSend } from './hand-form.ts'
import { Findings } from './message-dialog.tsx'
import { MrzBox } from './mrz-box.tsx'
import { deskPurposes } from './purposes.ts'
import { useWords } from './words.ts'

/** A list typed in for a carrier that cannot send one. */
export const ByHand = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('by-hand')} purposes={deskPurposes}>
      <Entry />
    </UnderPurpose>
  )
}

type Given = z.infer<typeof Receipt> & { flight: string | null; people: number }

const Entry = () => {
  const { t } = useWords()
  const carriers = useQuery(calls.passengers.carriers.queryOptions())
  const [given, setGiven] = useState<Given | null>(null)
  usePageMarking('LIMITED', t('band'))
  const failed = failedQuery(carriers)
  const open = carriers.data?.filter(({ suspendedAt }) => suspendedAt === null)
  return (
    <>
      <PageHead title={t('by-hand')}>{t('by-hand.text')}</PageHead>
      {failed && <Failed {...failed} />}
      {!open && !failed && <Skeleton lines={6} />}
      {open?.length === 0 && (
        <Empty
          title={t('carriers.none')}
          action={
            <a className="button" href="/passengers/carriers">
              {t('carriers')}
            </a>
          }
        >
          {t('by-hand.no-carrier')}
        </Empty>
      )}
      {given && <Taken given={given} onNext={() => setGiven(null)} />}
      {open && open.length > 0 && !given && <ListForm carriers={open} onTaken={setGiven} />}
    </>
  )
}

const Taken = ({ given, onNext }: { given: Given; onNext: () => void }) => {
  const { t } = useWords()
  return (
    <>
      <Notice kind="done" level={2} title={t('by-hand.taken', { count: given.people })} alert>
        <div className="buttons">
          {given.flight && (
            <a className="button" data-kind="primary" href={`/passengers/flights/${given.flight}`}>
              {t('by-hand.flight')}
            </a>
          )}
          <button type="button" className="button" onClick={onNext}>
            {t('by-hand.next')}
          </button>
        </div>
      </Notice>
      {given.findings.length > 0 && (
        <Part title={t('findings')} count={given.findings.length} after>
          <Findings findings={given.findings} />
        </Part>
      )}
    </>
  )
}

const ListForm = ({
  carriers,
  onTaken,
}: {
  carriers: readonly Carrier[]
  onTaken: (given: Given) => void
}) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: HandList,
    words: t.or,
    initial: carriers.length === 1 ? { carrier: carriers[0]?.id } : {},
    // What is typed here is about people, so no draft of it is kept on the device: the browser asks before it is lost.
    keep: 'list by hand',
    ask: true,
    send: async value => {
      const receipt = await calls.passengers.enterByHand.call(toSend(value))
      await queries.invalidateQueries({ queryKey: [['passengers']] })
      onTaken({ ...receipt, people: value.people.length })
    },
  })
  return (
    <Form form={form} label={t('by-hand')} className="by-hand">
      <div className="write-group">
        <h2>{t('by-hand.which')}</h2>
        <Field
          path="carrier"
          kind="one"
          as="list"
          choices={carriers.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
        <div className="hand-row">
          <Field path="flight.number" />
          <Field path="flight.from" />
          <Field path="flight.to" />
          <Field path="flight.departs" kind="datetime" />
          <Field path="flight.arrives" kind="datetime" />
        </div>
      </div>
      <div className="write-group">
        <h2>{t('by-hand.people')}</h2>
        <MrzBox />
        <People />
      </div>
      <Field path="closes" />
      <div className="save-bar">
        <div className="buttons">
          <SubmitButton>{t('by-hand.send')}</SubmitButton>
        </div>
        <p className="draft-note">{t('by-hand.not-kept')}</p>
      </div>
    </Form>
  )
}

const People = () => {
  const { t } = useWords()
  const form = useFormAround()
  const value = useFieldValue('people')
  const people = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const add = () => {
    form.set('people', [...people, { kind: 'passenger', sex: 'U', type: 'P' }])
    setTimeout(() => document.getElementById(fieldId(form, `people.${people.length}.family`))?.focus())
  }
  return (
    <>
      {people.length === 0 && <Empty title={t('by-hand.none')}>{t('by-hand.none.text')}</Empty>}
      <ol className="hand-people">
        {people.map((_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line of the form is its place in the list
          <li key={index}>
            <fieldset className="hand-person">
              <legend>{t('by-hand.person', { n: index + 1 })}</legend>
              <div className="hand-row">
                <Field path={`people.${index}.family`} />
                <Field path={`people.${index}.given`} />
                <Field path={`people.${index}.birth`} placeholder="1980-05-12" hint="" />
                <Field path={`people.${index}.sex`} as="list" />
                <Field path={`people.${index}.nationality`} placeholder="LVA" />
                <Field path={`people.${index}.type`} />
                <Field path={`people.${index}.number`} />
                <Field path={`people.${index}.issuer`} placeholder="LVA" />
                <Field path={`people.${index}.expires`} />
                <Field path={`people.${index}.seat`} />
                <Field path={`people.${index}.pnr`} />
                <Field path={`people.${index}.kind`} as="list" />
              </div>
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => {
                  form.set(
                    'people',
                    people.filter((_each, other) => other !== index),
                  )
                  announce(t('by-hand.removed', { n: index + 1 }))
                }}
              >
                {t('by-hand.remove', { n: index + 1 })}
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={add}>
        {t('by-hand.add')}
      </button>
    </>
  )
}
