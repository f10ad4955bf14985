import './access.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactPoint } from '#features/directory/model.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { countryName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { toast } from '#ui/toast.tsx'
import {
  associatedStates,
  candidateStates,
  compareStates,
  memberStates,
  shownState,
} from '#vocabulary/state.ts'
import { type Enrolment, NewcomerState } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { calls, failedQuery, useAct } from './calls.ts'
import { LinkDialog } from './link-dialog.tsx'

interface Made {
  name: string
  link: Enrolment
}

/** States that take part, and whom they designated. */
export const Administration = () => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const act = useAct()
  const [admitting, setAdmitting] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const states = useQuery(calls.directory.states.queryOptions())
  const points = useQuery(calls.directory.contactPoints.queryOptions())
  const pointOf = (code: string): ContactPoint | undefined => points.data?.find(each => each.state === code)
  const invite = ({ official }: ContactPoint) =>
    void act(async () => {
      setMade({
        name: official.name,
        link: await calls.access.inviteToEnrol.call({ official: official.id }),
      })
    })
  return (
    <>
      <PageHead
        title={t('admin.title')}
        actions={
          <button type="button" className="button" data-kind="primary" onClick={() => setAdmitting(true)}>
            {t('admin.admit')}
          </button>
        }
      >
        {t('admin.text')}
      </PageHead>
      <Part title={t('admin.states')} count={states.data?.length}>
        <Table
          label={t('admin.states')}
          rows={states.data?.toSorted((a, b) => compareStates(a.code, b.code))}
          rowId={state => state.code}
          failed={failedQuery(states)}
          columns={[
            {
              id: 'state',
              header: t('admin.state'),
              title: true,
              value: state => countryName(state.code, language),
              cell: state => (
                <a className="row-title" href={`/directory/states/${state.code}`}>
                  <span className="number">{shownState(state.code)}</span> {countryName(state.code, language)}
                </a>
              ),
            },
            { id: 'kind', header: t('admin.kind'), value: state => t(`kind.${state.kind}`) },
            {
              id: 'point',
              header: t('admin.point'),
              value: state => pointOf(state.code)?.official.name,
              cell: state =>
                pointOf(state.code)?.official.name ?? <span className="muted">{t('admin.noPoint')}</span>,
            },
            { id: 'deputy', header: t('point.deputy'), value: state => pointOf(state.code)?.deputy?.name },
            {
              id: 'actions',
              header: t('mandates.actions'),
              unseenHeader: true,
              width: 'action',
              cell: ({ code }) => {
                const point = pointOf(code)
                return (
                  point && (
                    <button
                      type="button"
                      className="button"
                      data-size="small"
                      aria-label={t('link.title', { name: point.official.name })}
                      onClick={() => invite(point)}
                    >
                      {t('officials.link')}
                    </button>
                  )
                )
              },
            },
          ]}
        />
      </Part>
      {admitting && (
        <AdmitDialog
          taken={states.data?.map(each => each.code) ?? []}
          onMade={setMade}
          onClose={() => setAdmitting(false)}
        />
      )}
      {made && <LinkDialog name={made.name} link={made.link} onClose={() => setMade(null)} />}
    </>
  )
}

function AdmitDialog(props: { taken: string[]; onMade: (made: Made) => void; onClose: () => void }) {
  const t = useText(accessTexts)
  const language = useLanguage()
  const queries = useQueryClient()
  const year = new Date()
  year.setUTCFullYear(year.getUTCFullYear() + 1)
  const form = useForm({
    schema: NewcomerState,
    keep: 'new State',
    initial: {
      kind: 'member',
      unit: 'National contact point',
      validUntil: `${year.toISOString().slice(0, 10)}T23:59:00Z`,
    },
    words: t.or,
    send: async value => {
      const link = await calls.access.establish.call(value)
      toast({ kind: 'done', title: t('admin.admitted', { state: countryName(value.state, language) }) })
      await queries.invalidateQueries()
      props.onClose()
      props.onMade({ name: value.name, link })
    },
  })
  const open = [...memberStates, ...associatedStates, ...candidateStates].filter(
    code => !props.taken.includes(code),
  )
  return (
    <Dialog title={t('admin.admit.title')} onClose={props.onClose} wide>
      <p className="muted">{t('admin.admit.text')}</p>
      <Form form={form} label={t('admin.admit.title')}>
        <Field
          path="state"
          kind="one"
          as="list"
          choices={open.map(value => ({
            value,
            label: `${shownState(value)} ${countryName(value, language)}`,
          }))}
        />
        <Field
          path="kind"
          as="row"
          choices={NewcomerState.shape.kind.options.map(value => ({ value, label: t(`kind.${value}`) }))}
        />
        <Field path="authority" />
        <Field path="unit" />
        <Field path="name" label={t('admin.point')} />
        <Field path="email" />
        <Field path="validUntil" />
        <SubmitButton>{t('admin.admit')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
