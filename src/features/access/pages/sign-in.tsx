import './access.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '#ui/issue-text.ts'
import { countryName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice, PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { compareStates, shownState } from '#vocabulary/state.ts'
import type { Persona } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { arriveAt, calls, failedQuery, memoryOf, useMe, wasGoing } from './calls.ts'
import { PasskeyError, signWithPasskey } from './passkey.ts'

/** The door. Before it nobody is anybody, so the page says the same to everyone. */
export const SignIn = () => {
  const t = useText(accessTexts)
  const me = useMe()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const begin = async (enter: () => Promise<unknown>) => {
    setBusy(true)
    setFault(null)
    try {
      await enter()
      const now = await calls.access.me.call()
      const to = wasGoing()
      // Whose session had ended goes on with what was half written; the frame leads back there.
      if (to !== undefined && now.actor && memoryOf.is(now.actor))
        queries.setQueryData(calls.access.me.queryKey(), now)
      else arriveAt(to ?? '/')
    } catch (error) {
      setFault(
        error instanceof PasskeyError
          ? t(error.fault === 'unsupported' ? 'signIn.unsupported' : 'signIn.cancelled')
          : faultOf(error).message || t('signIn.line'),
      )
      setBusy(false)
    }
  }
  return (
    <>
      <PageHead title={t('signIn.title')}>{t('signIn.text')}</PageHead>
      {fault && (
        <Notice kind="stop" title={t('signIn.failed')} level={2} alert>
          <p>{fault}</p>
        </Notice>
      )}
      <div className="door">
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-kind="primary"
            disabled={busy}
            onClick={() =>
              void begin(async () =>
                calls.access.signIn.call(await signWithPasskey(await calls.access.signInOptions.call())),
              )
            }
          >
            {t('signIn.button')}
          </button>
        </div>
        <div>
          <h2>{t('signIn.first')}</h2>
          <p className="muted">{t('signIn.first.text')}</p>
        </div>
      </div>
      {me?.demonstration && (
        <Personas be={persona => void begin(() => calls.access.demoSignIn.call({ persona }))} busy={busy} />
      )}
    </>
  )
}

/** In the order in which a newcomer wants to meet them. */
const roles = [
  'Liaison officer',
  'National contact point',
  'Deputy contact point',
  'Migration-service officer',
  'Border and screening officer',
  'Analyst at the Commission',
  'Agency officer',
  'Supervisor',
  'Data-protection officer',
  'Administrator',
]
const place = ({ title }: Persona): number => {
  const at = roles.indexOf(title ?? '')
  return at < 0 ? roles.length : at
}

const Personas = ({ be, busy }: { be: (persona: string) => void; busy: boolean }) => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const people = useQuery(calls.access.personas.queryOptions())
  const rows = people.data?.toSorted((a, b) => place(a) - place(b) || compareStates(a.state, b.state))
  return (
    <Part title={t('personas.title')} caption={t('personas.text')} count={rows?.length}>
      <Table
        label={t('personas.title')}
        rows={rows}
        rowId={person => person.id}
        failed={failedQuery(people)}
        onOpen={person => be(person.id)}
        columns={[
          {
            id: 'name',
            header: t('personas.name'),
            title: true,
            value: person => person.name,
            cell: person => (
              <button
                type="button"
                className="link persona"
                disabled={busy}
                aria-label={t('personas.be', { name: person.name })}
                onClick={() => be(person.id)}
              >
                {person.name}
              </button>
            ),
          },
          { id: 'role', header: t('personas.role'), value: person => person.title },
          { id: 'unit', header: t('personas.unit'), value: person => person.unit },
          {
            id: 'state',
            header: t('personas.state'),
            value: person => shownState(person.state),
            cell: person => (
              <>
                <span className="number">{shownState(person.state)}</span>{' '}
                <span className="muted">{countryName(person.state, language)}</span>
              </>
            ),
          },
        ]}
      />
    </Part>
  )
}
