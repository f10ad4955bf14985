import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { NewAuthority, NewUnit, type Unit, UnitChange } from '#features/directory/model.ts'
import { directoryTexts } from '#features/directory/texts/directory.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { countryName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { toast } from '#ui/toast.tsx'
import { alpha2Of, places } from '#vocabulary/country.ts'
import { shownState } from '#vocabulary/state.ts'
import { accessTexts } from '../texts/access.ts'
import { calls, failedQuery } from './calls.ts'

type Open = { what: 'authority' } | { what: 'unit' } | { what: 'change'; unit: Unit } | null

/** The units of a State (of all, for the administrator): enter an authority or a unit; a contact point changes its own. */
export const UnitsPart = ({ state }: { state: string | undefined }) => {
  const t = useText(accessTexts)
  const d = useText(directoryTexts)
  const language = useLanguage()
  const [open, setOpen] = useState<Open>(null)
  const units = useQuery(calls.directory.units.queryOptions({ input: state ? { state } : {} }))
  const close = () => setOpen(null)
  return (
    <Part
      title={t('units.title')}
      count={units.data?.length}
      after
      end={
        <span className="buttons">
          <button
            type="button"
            className="button"
            data-size="small"
            onClick={() => setOpen({ what: 'authority' })}
          >
            {t('units.authority')}
          </button>
          <button
            type="button"
            className="button"
            data-size="small"
            onClick={() => setOpen({ what: 'unit' })}
          >
            {t('units.enter')}
          </button>
        </span>
      }
    >
      <Table
        label={t('units.title')}
        keys={false}
        rows={units.data}
        rowId={unit => unit.id}
        failed={failedQuery(units)}
        empty={<Empty title={t('units.none')} />}
        columns={[
          {
            id: 'name',
            header: d('unit'),
            title: true,
            value: unit => unit.name,
            cell: unit => (
              <>
                <a className="row-title" href={`/directory/units/${unit.id}`}>
                  {unit.name}
                </a>
                <div className="row-meta">{unit.authority}</div>
              </>
            ),
          },
          {
            id: 'state',
            header: t('mandates.state'),
            width: 'short',
            hidden: state !== undefined,
            value: unit => shownState(unit.state),
          },
          { id: 'kind', header: d('kind'), value: unit => d(`kind.${unit.kind}`) },
          {
            id: 'posted',
            header: d('posted'),
            value: unit => (unit.postedIn ? countryName(unit.postedIn, language) : null),
          },
          { id: 'phone', header: d('dutyPhone'), nowrap: true, cell: unit => unit.dutyPhone },
          {
            id: 'actions',
            header: t('mandates.actions'),
            unseenHeader: true,
            width: 'action',
            cell: unit =>
              state === unit.state && (
                <span className="buttons row-acts">
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    aria-label={`${t('units.change')}: ${unit.name}`}
                    onClick={() => setOpen({ what: 'change', unit })}
                  >
                    {t('units.change')}
                  </button>
                </span>
              ),
          },
        ]}
      />
      {open?.what === 'authority' && <AuthorityDialog state={state} onClose={close} />}
      {open?.what === 'unit' && <UnitDialog state={state} onClose={close} />}
      {open?.what === 'change' && <ChangeDialog unit={open.unit} onClose={close} />}
    </Part>
  )
}

/** After an act: says so, reads again, closes. */
const useDone = (onClose: () => void) => {
  const queries = useQueryClient()
  return async (title: string) => {
    toast({ kind: 'done', title })
    await queries.invalidateQueries()
    onClose()
  }
}

const AuthorityDialog = ({ state, onClose }: { state: string | undefined; onClose: () => void }) => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const done = useDone(onClose)
  const states = useQuery(calls.directory.states.queryOptions())
  const form = useForm({
    schema: NewAuthority,
    keep: 'new authority',
    initial: { state },
    words: t.or,
    send: async value => {
      await calls.directory.enterAuthority.call(value)
      await done(t('units.authority.done', { name: value.name }))
    },
  })
  return (
    <Dialog title={t('units.authority')} onClose={onClose}>
      <Form form={form} label={t('units.authority')}>
        {!state && (
          <Field
            path="state"
            kind="one"
            as="list"
            hint=""
            choices={(states.data ?? []).map(({ code }) => ({
              value: code,
              label: `${shownState(code)} ${countryName(code, language)}`,
            }))}
          />
        )}
        <Field path="name" kind="text" label={t('field.authority')} hint={t('hint.authority')} />
        <SubmitButton>{t('units.authority')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const UnitDialog = ({ state, onClose }: { state: string | undefined; onClose: () => void }) => {
  const t = useText(accessTexts)
  const d = useText(directoryTexts)
  const language = useLanguage()
  const done = useDone(onClose)
  const authorities = useQuery(calls.directory.authorities.queryOptions({ input: state ? { state } : {} }))
  const form = useForm({
    schema: NewUnit,
    keep: 'new unit',
    initial: { kind: 'unit', listed: true },
    words: t.or,
    send: async value => {
      await calls.directory.enterUnit.call(value)
      await done(t('units.entered', { name: value.name }))
    },
  })
  const byName = new Intl.Collator(language)
  const countries = places
    .flatMap(country => {
      const value = alpha2Of(country)
      return value === null ? [] : [{ value, label: countryName(value, language) }]
    })
    .sort((a, b) => byName.compare(a.label, b.label))
  return (
    <Dialog title={t('units.enter')} onClose={onClose} wide>
      <Form form={form} label={t('units.enter')}>
        <Field path="name" kind="text" label={t('field.unit')} />
        <Field
          path="authority"
          kind="one"
          as="list"
          hint={t('units.authority.hint')}
          choices={(authorities.data ?? []).map(authority => ({
            value: String(authority.id),
            label: state ? authority.name : `${authority.name} · ${shownState(authority.state)}`,
          }))}
        />
        <Field
          path="kind"
          as="list"
          choices={NewUnit.shape.kind.options.map(value => ({ value, label: d(`kind.${value}`) }))}
        />
        <Field path="postedIn" kind="one" as="list" choices={countries} />
        <Reach />
        <SubmitButton>{t('units.enter')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

const Change = UnitChange.omit({ id: true }).extend({ name: NewUnit.shape.name, listed: z.boolean() })

const ChangeDialog = ({ unit, onClose }: { unit: Unit; onClose: () => void }) => {
  const t = useText(accessTexts)
  const done = useDone(onClose)
  const whole = useQuery(calls.directory.unit.queryOptions({ input: { id: unit.id } }))
  return (
    <Dialog title={t('units.change.title', { name: unit.name })} onClose={onClose} wide>
      {whole.data && <ChangeForm unit={whole.data} onDone={name => done(t('units.changed', { name }))} />}
    </Dialog>
  )
}

const ChangeForm = (props: { unit: Unit & { listed: boolean }; onDone: (name: string) => Promise<void> }) => {
  const t = useText(accessTexts)
  const { id, name, mailbox, dutyPhone, dutyHours, listed } = props.unit
  const form = useForm({
    schema: Change,
    keep: `unit ${JSON.stringify(props.unit)}`,
    initial: { name, mailbox, dutyPhone, dutyHours, listed },
    words: t.or,
    send: async value => {
      // What was emptied is gone; what is not named would stay.
      await calls.directory.changeUnit.call({
        id,
        mailbox: null,
        dutyPhone: null,
        dutyHours: null,
        ...value,
      })
      await props.onDone(value.name)
    },
  })
  return (
    <Form form={form} label={t('units.change')}>
      <Field path="name" kind="text" label={t('field.unit')} />
      <Reach />
      <SubmitButton>{t('units.save')}</SubmitButton>
    </Form>
  )
}

/** How a unit is reached, and whether other States see it. */
const Reach = () => (
  <>
    <Field path="mailbox" kind="text" />
    <Field path="dutyPhone" short />
    <Field path="dutyHours" />
    <Field path="listed" />
  </>
)
