import './purpose.css'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { z } from 'zod'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { useText } from '#ui/i18n.ts'
import { announce } from '#ui/page.ts'
import { Empty, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { state, stated } from '#ui/purpose.ts'
import { useStore } from '#ui/store.ts'
import { Purpose, purposesOf } from '#vocabulary/purpose.ts'
import { accessTexts } from '../texts/access.ts'
import { useMe } from './calls.ts'

const PurposeContext = createContext<Purpose | null>(null)

/** The purpose under which the screen around is open. */
export const usePurpose = (): Purpose => {
  const purpose = useContext(PurposeContext)
  if (!purpose) throw new Error('Personal data stands in an <UnderPurpose>.')
  return purpose
}

/**
 * Around every screen with personal data: nothing inside is drawn or asked for before the reader has said what it is needed
 * for. Said once for the tab, always visible, changed at any time; every call that reads personal data carries it.
 * @param props.title the page's heading while no purpose is stated; inside, the screen has its own.
 * @param props.purposes those for which the screen shows anything, where it is not all: no other is offered, and under another that
 * was stated before it says so instead of looking empty.
 */
export const UnderPurpose = (props: {
  title: string
  purposes?: readonly Purpose[]
  children: ReactNode
}) => {
  const t = useText(accessTexts)
  const actor = useMe()?.actor
  const said = useStore(stated)
  if (!actor) return <Skeleton />
  const lawful = purposesOf(actor)
  const mine = lawful.filter(each => props.purposes?.includes(each) ?? true)
  const purpose = said?.mandate === actor.mandate && lawful.includes(said.purpose) ? said.purpose : null
  if (purpose && mine.includes(purpose))
    return (
      <PurposeContext value={purpose}>
        <PurposeBar mandate={actor.mandate} purposes={mine} purpose={purpose} />
        {/* Whatever was read for one purpose is not shown under another. */}
        <div key={purpose}>{props.children}</div>
      </PurposeContext>
    )
  return (
    <>
      <PageHead title={props.title}>
        {mine.length > 0 &&
          (purpose
            ? t('purpose.elsewhere.text', { purpose: t(`purpose.${purpose}`) })
            : t('purpose.ask.text'))}
      </PageHead>
      {mine.length === 0 ? (
        <Empty title={t('purpose.none')}>{t('purpose.none.text')}</Empty>
      ) : (
        <Part title={t(purpose ? 'purpose.elsewhere' : 'purpose.ask')}>
          <PurposeForm mandate={actor.mandate} purposes={mine} />
        </Part>
      )}
    </>
  )
}

/** Where something waits behind a purpose that is not stated yet: it is stated on the spot, and one stays where one is. */
export const StatePurpose = ({ children }: { children: ReactNode }) => {
  const t = useText(accessTexts)
  const actor = useMe()?.actor
  const [asking, setAsking] = useState(false)
  if (!actor) return null
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {children}
      </button>
      {asking && (
        <Dialog title={t('purpose.ask')} onClose={() => setAsking(false)}>
          <p>{t('purpose.ask.text')}</p>
          <PurposeForm mandate={actor.mandate} purposes={purposesOf(actor)} onDone={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

const PurposeBar = (props: { mandate: number; purposes: readonly Purpose[]; purpose: Purpose }) => {
  const t = useText(accessTexts)
  const [changing, setChanging] = useState(false)
  return (
    <section className="purpose-bar" aria-label={t('purpose')}>
      <p>
        {t('purpose.now')} <strong>{t(`purpose.${props.purpose}`)}</strong>
        <span className="caption"> {t('purpose.kept')}</span>
      </p>
      {props.purposes.length > 1 && (
        <button type="button" className="button" data-size="small" onClick={() => setChanging(true)}>
          {t('purpose.change')}
        </button>
      )}
      {changing && (
        <Dialog title={t('purpose.ask')} onClose={() => setChanging(false)}>
          <p>{t('purpose.ask.text')}</p>
          <PurposeForm {...props} onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </section>
  )
}

const PurposeForm = (props: {
  mandate: number
  purposes: readonly Purpose[]
  purpose?: Purpose
  onDone?: () => void
}) => {
  const { mandate, purposes } = props
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const form = useForm({
    schema: z.object({ purpose: Purpose }),
    initial: props.purpose ? { purpose: props.purpose } : {},
    send: async ({ purpose }) => {
      // What was read for another purpose is forgotten, and is read again only as far as this one reaches.
      if (purpose !== stated.get()?.purpose)
        queries.removeQueries({ predicate: ({ queryKey }) => !(queryKey[0] as unknown[]).includes('access') })
      state({ mandate, purpose })
      announce(t('purpose.stated', { purpose: t(`purpose.${purpose}`) }))
      props.onDone?.()
      await Promise.resolve()
    },
  })
  return (
    <Form form={form} label={t('purpose.ask')} className="purpose-form">
      <Field
        path="purpose"
        as="column"
        label={t('purpose')}
        hint=""
        choices={purposes.map(value => ({
          value,
          label: t(`purpose.${value}`),
          hint: t(`purpose.${value}.hint`),
        }))}
      />
      <SubmitButton>{t('purpose.state')}</SubmitButton>
    </Form>
  )
}
