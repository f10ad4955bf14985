import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { NewOfficial, type Official, OfficialChange } from '#features/directory/model.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { languageName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { toast } from '#ui/toast.tsx'
import { unionLanguages } from '#vocabulary/language.ts'
import { shownState } from '#vocabulary/state.ts'
import type { Enrolment, Mandate } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { calls, failedQuery, useAct, useMe } from './calls.ts'
import { couldGrant } from './grantable.ts'
import { LinkDialog } from './link-dialog.tsx'

type Open =
  | { what: 'enter' }
  | { what: 'left' | 'change'; official: Official }
  | { what: 'link'; name: string; link: Enrolment }
  | null

/** The officials of a State (of all, for the administrator): enter one, give an enrolment link, note that one has left. */
export const OfficialsPart = (props: { state: string | undefined; mandates: Mandate[] | undefined }) => {
  const t = useText(accessTexts)
  const act = useAct()
  const me = useMe()?.actor
  const [open, setOpen] = useState<Open>(null)
  const input = props.state ? { state: props.state } : {}
  const officials = useQuery(calls.directory.officials.queryOptions({ input }))
  const held = (official: Official) =>
    props.mandates?.filter(each => each.official === official.id && !each.withdrawnAt).length ?? 0
  const mayInvite = ({ id, state }: Official) =>
    me &&
    couldGrant(
      me,
      { official: id, state },
      props.mandates
        ?.filter(each => each.official === id && !each.withdrawnAt)
        .flatMap(each => each.competences) ?? [],
    )
  const invite = (official: Official) =>
    void act(async () => {
      const link = await calls.access.inviteToEnrol.call({ official: official.id })
      setOpen({ what: 'link', name: official.name, link })
    })
  return (
    <Part
      title={t('officials.title')}
      count={officials.data?.length}
      after
      end={
        <button type="button" className="button" data-size="small" onClick={() => setOpen({ what: 'enter' })}>
          {t('officials.enter')}
        </button>
      }
    >
      <Table
        label={t('officials.title')}
        keys={false}
        rows={officials.data}
        rowId={official => official.id}
        failed={failedQuery(officials)}
        empty={<Empty title={t('officials.none')} />}
        columns={[
          {
            id: 'name',
            header: t('mandates.official'),
            title: true,
            value: official => official.name,
            cell: official => (
              <>
                <a className="row-title" href={`/directory/officials/${official.id}`}>
                  {official.name}
                </a>
                <div className="row-meta">{official.title}</div>
              </>
            ),
          },
          { id: 'unit', header: t('field.unit'), value: official => official.unitName },
          {
            id: 'state',
            header: t('mandates.state'),
            width: 'short',
            hidden: props.state !== undefined,
            value: official => shownState(official.state),
          },
          {
            id: 'held',
            header: t('officials.held'),
            value: held,
            cell: official => t('officials.mandates', { count: held(official) }),
          },
          {
            id: 'actions',
            header: t('mandates.actions'),
            unseenHeader: true,
            width: 'long',
            cell: official =>
              mayInvite(official) && (
                <span className="buttons row-acts">
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    title={held(official) ? undefined : t('officials.link.hint')}
                    aria-label={t('link.title', { name: official.name })}
                    onClick={() => invite(official)}
                  >
                    {t('officials.link')}
                  </button>
                  {props.state && (
                    <button
                      type="button"
                      className="button"
                      data-size="small"
                      aria-label={`${t('units.change')}: ${official.name}`}
                      onClick={() => setOpen({ what: 'change', official })}
                    >
                      {t('units.change')}
                    </button>
                  )}
                  {props.state && (
                    <button
                      type="button"
                      className="button"
                      data-size="small"
                      aria-label={`${t('officials.left')}: ${official.name}`}
                      onClick={() => setOpen({ what: 'left', official })}
                    >
                      {t('officials.left')}
                    </button>
                  )}
                </span>
              ),
          },
        ]}
      />
      {open?.what === 'enter' && <EnterDialog state={props.state} onClose={() => setOpen(null)} />}
      {open?.what === 'link' && (
        <LinkDialog name={open.name} link={open.link} onClose={() => setOpen(null)} />
      )}
      {open?.what === 'change' && <ChangeDialog official={open.official} onClose={() => setOpen(null)} />}
      {open?.what === 'left' && <LeftDialog official={open.official} onClose={() => setOpen(null)} />}
    </Part>
  )
}

const LeftDialog = ({ official, onClose }: { official: Official; onClose: () => void }) => {
  const t = useText(accessTexts)
  const act = useAct()
  const { id, name } = official
  return (
    <Dialog
      title={t('officials.left.title', { name })}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button"
          data-kind="primary"
          onClick={() => {
            onClose()
            void act(() => calls.directory.leave.call({ id }), t('officials.left.done', { name }))
          }}
        >
          {t('officials.left')}
        </button>
      }
    >
      <p>{t('officials.left.text')}</p>
    </Dialog>
  )
}

const EnterDialog = ({ state, onClose }: { state: string | undefined; onClose: () => void }) => {
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const form = useForm({
    schema: NewOfficial,
    keep: 'new official',
    words: t.or,
    send: async value => {
      await calls.directory.enterOfficial.call(value)
      toast({ kind: 'done', title: t('officials.entered', { name: value.name }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('officials.enter')} onClose={onClose} wide>
      <Form form={form} label={t('officials.enter')}>
        <Person state={state} />
        <SubmitButton>{t('officials.enter')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

/** Who somebody is, where they work and how they are reached. */
const Person = ({ state }: { state: string | undefined }) => {
  const language = useLanguage()
  const units = useQuery(calls.directory.units.queryOptions({ input: state ? { state } : {} }))
  return (
    <>
      <Field path="name" />
      <Field
        path="unit"
        kind="one"
        as="list"
        choices={(units.data ?? []).map(unit => ({
          value: String(unit.id),
          label: `${unit.name} · ${unit.authority}${state ? '' : ` · ${shownState(unit.state)}`}`,
        }))}
      />
      <Field path="title" />
      <Field path="email" />
      <Field path="phone" short />
      <Field
        path="languages"
        choices={unionLanguages.map(({ code }) => ({ value: code, label: languageName(code, language) }))}
      />
    </>
  )
}

const Change = OfficialChange.omit({ id: true }).extend({
  name: NewOfficial.shape.name,
  unit: NewOfficial.shape.unit,
})

const ChangeDialog = ({ official, onClose }: { official: Official; onClose: () => void }) => {
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const { id, name, unit, title, email, phone, languages, state } = official
  const form = useForm({
    schema: Change,
    keep: `official ${JSON.stringify(official)}`,
    initial: { name, unit: String(unit), title, email, phone, languages },
    words: t.or,
    send: async value => {
      // What was emptied is gone; what is not named would stay.
      await calls.directory.changeOfficial.call({
        id,
        title: null,
        email: null,
        phone: null,
        languages: [],
        ...value,
      })
      toast({ kind: 'done', title: t('units.changed', { name: value.name }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('units.change.title', { name })} onClose={onClose} wide>
      <Form form={form} label={t('units.change')}>
        <Person state={state} />
        <SubmitButton>{t('units.save')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
